import fc from "fast-check";
import jsQR from "jsqr";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { QrDrawing, qrPath } from "@/views/page/QrCode";

/** Device pixels of a module. */
const MODULE = 4;

/** Paints the runs of a code's path, black on white, as a camera would see it straight on. */
function pixelsOf(d: string, side: number) {
  const size = side * MODULE;
  const pixels = new Uint8ClampedArray(size * size * 4).fill(255);
  for (const [, x, y, width, height] of d.matchAll(/M(\d+) (\d+)h(\d+)v(\d+)h-\3z/g))
    for (let row = Number(y) * MODULE; row < (Number(y) + Number(height)) * MODULE; row++)
      for (let column = Number(x) * MODULE; column < (Number(x) + Number(width)) * MODULE; column++)
        pixels.fill(0, (row * size + column) * 4, (row * size + column) * 4 + 3);
  return { pixels, size };
}

const decoded = (d: string, side: number) => {
  const { pixels, size } = pixelsOf(d, side);
  return jsQR(pixels, size, size)?.data;
};

describe("a code to scan", () => {
  test.each([
    "https://example.vn/so-sanh/",
    "https://example.vn/a/b/en/cong-trinh/MH-001/?d=2028-09-30&f=2028-06-30",
    "https://bando.example.vn/xa/07654/?q=đường%20liên%20thôn",
  ])("is read back as %s", (address) => {
    const { d, side } = qrPath(address);
    expect(decoded(d, side)).toBe(address);
  });

  test("of any address is read back", () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true }), (address) => {
        const { d, side } = qrPath(address);
        expect(decoded(d, side)).toBe(address);
      }),
      { numRuns: 25 },
    );
  });

  test("keeps four modules of quiet around it, and draws nothing outside", () => {
    const { d, side } = qrPath("https://example.vn/");
    const runs = [...d.matchAll(/M(\d+) (\d+)h(\d+)/g)].map((run) => run.slice(1).map(Number));
    const ends = runs.map(([x = 0, , width = 0]) => x + width);
    expect(Math.min(...runs.map(([x = 0]) => x))).toBe(4);
    expect(Math.min(...runs.map(([, y = 0]) => y))).toBe(4);
    expect(Math.max(...ends)).toBe(side - 4);
    expect(Math.max(...runs.map(([, y = 0]) => y))).toBe(side - 5);
  });

  test("is drawn black on white whatever the theme, with a name for the ear and no style of its own", () => {
    const text = "https://example.vn/";
    const { d, side } = qrPath(text);
    const markup = renderToStaticMarkup(<QrDrawing text={text} label="Mã QR mở trang" />);
    expect(markup).toContain(`viewBox="0 0 ${side} ${side}"`);
    expect(markup).toContain(`d="${d}" fill="#000"`);
    expect(markup).toMatch(/<path d="M0 0h\d+v\d+h-\d+z" fill="#fff"/);
    expect(markup).toContain('role="img" aria-label="Mã QR mở trang"');
    expect(markup).not.toContain("style");
  });
});

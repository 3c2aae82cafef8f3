import fc from "fast-check";
import jsQR from "jsqr";
import { describe, expect, test } from "vitest";
import { addressOfPlace } from "@/app/reading/fillCodes";
import { qrPath } from "@/views/page/qrPath";

const PIXELS = 4;

/** The path painted as a person's telephone sees it, and read back. */
function decoded(text: string): string | null {
  const { d, side } = qrPath(text);
  const width = side * PIXELS;
  const pixels = new Uint8ClampedArray(width * width * 4).fill(255);
  for (const [, x, y, run] of d.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let row = Number(y) * PIXELS; row < (Number(y) + 1) * PIXELS; row++)
      for (let column = Number(x) * PIXELS; column < (Number(x) + Number(run)) * PIXELS; column++)
        pixels.fill(0, 4 * (row * width + column), 4 * (row * width + column) + 3);
  }
  return jsQR(pixels, width, width)?.data ?? null;
}

describe("qrPath", () => {
  test.each([
    "https://ban-do.example.gov.vn/xa/07654/",
    "https://ban-do.example.gov.vn/a/b/en/cong-trinh/DT-2027-014/",
    "http://127.0.0.1:4173/?i=density&c=106.9,21.3,9.5&t=dark",
  ])("%s is read back by a scanner", (address) => {
    expect(decoded(address)).toBe(address);
  });
  test("any address is", () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true }), (address) => {
        expect(decoded(address)).toBe(address);
      }),
      { numRuns: 40 },
    );
  });
  test("leaves four modules free on each side", () => {
    const { d, side } = qrPath("https://example.org/");
    for (const [, x, y, run] of d.matchAll(/M(\d+) (\d+)h(\d+)/g)) {
      expect(Math.min(Number(x), Number(y))).toBeGreaterThanOrEqual(4);
      expect(Math.max(Number(x) + Number(run), Number(y) + 1)).toBeLessThanOrEqual(side - 4);
    }
  });
});

test.each([
  ["xa/07654/", "../../", "https://a.vn/b/xa/07654/", "https://a.vn/b/xa/07654/"],
  ["en/xa/07654/", "../../../", "https://a.vn/en/cong-trinh/x/?q=1#top", "https://a.vn/en/xa/07654/"],
  ["", "", "http://127.0.0.1:5/?i=late", "http://127.0.0.1:5/"],
  ["xa/", "../", "file:///home/xa/index.html", null],
])("the place of %s, with %s to the root, opened at %s, encodes %s", (path, root, opened, address) => {
  expect(addressOfPlace(path, root, opened)).toBe(address);
});

import { expect, test } from "vitest";
import { measure, outline } from "../../../../scripts/prerender/images/letters";
import { outlineText, textsOf } from "../../../../scripts/prerender/images/outlineText";

const d = (text: string, x: number, size = 13, weight: 400 | 600 = 400) =>
  outline(text, { x, y: 10, size, weight }).d;

test("a text becomes a path that keeps its looks and loses what belongs to letters", () => {
  expect(
    outlineText('<svg><text x="5" y="10" fill="#123456" stroke="#fff" font-size="13">Kỳ</text></svg>'),
  ).toBe(`<svg><path d="${d("Kỳ", 5)}" fill="#123456" stroke="#fff"/></svg>`);
});

test("size, weight and anchor come from the elements around it, and end with them", () => {
  const svg =
    '<svg><g font-size="20" font-weight="600" text-anchor="end"><text x="100" y="10">A</text></g><text x="0" y="10">A</text></svg>';
  expect(outlineText(svg)).toBe(
    `<svg><g font-size="20" font-weight="600" text-anchor="end"><path d="${d("A", 100 - measure("A", 20, 600), 20, 600)}"/></g><path d="${d("A", 0)}"/></svg>`,
  );
});

test("own looks win over inherited ones; a middle anchor centres", () => {
  const svg = '<g font-size="20"><text font-size="13" text-anchor="middle" x="50" y="10">Lạc</text></g>';
  expect(outlineText(svg)).toContain(d("Lạc", 50 - measure("Lạc", 13) / 2));
});

test("an element that closes itself opens nothing", () => {
  const svg = '<svg><rect font-size="40"/><g><circle/></g><text y="10">A</text></svg>';
  expect(outlineText(svg)).toContain(`<path d="${d("A", 0)}"/>`);
});

test("letter spacing in em and in px", () => {
  const spaced = (spacing: string) =>
    outlineText(`<text y="10" font-size="10" letter-spacing="${spacing}">AB</text>`);
  expect(spaced("0.5em")).toBe(spaced("5"));
  expect(spaced("5")).not.toBe(spaced("0"));
});

test("escaped signs are read, a title inside stays a title, an empty text leaves nothing", () => {
  expect(outlineText('<text y="10">A &amp; B</text>')).toContain(d("A & B", 0));
  expect(outlineText('<text y="10"><title>Quần đảo Hoàng Sa</title>A</text>')).toBe(
    `<path d="${d("A", 0)}"><title>Quần đảo Hoàng Sa</title></path>`,
  );
  expect(outlineText('<svg><text y="10"/><text y="10"></text></svg>')).toBe("<svg></svg>");
  expect(outlineText('<text y="10">+<!-- -->2</text>')).toContain(d("+2", 0));
});

test("white space is one space within a text and none around it, as SVG has it; a no-break space stays", () => {
  expect(outlineText('<text y="10">\n  A\t\n B </text>')).toBe(outlineText('<text y="10">A B</text>'));
  expect(outlineText('<text y="10">\u00a0A</text>')).toContain(d("\u00a0A", 0));
});

test("titles and descriptions of the document stay text", () => {
  const svg = "<svg><title>Bản đồ</title><desc>→ 漢</desc></svg>";
  expect(outlineText(svg)).toBe(svg);
});

test("elements inside a text, and letters that no font has, are refused", () => {
  expect(() => outlineText("<text>a<tspan>b</tspan></text>")).toThrow("cannot be outlined");
  expect(() => outlineText("<text>漢</text>")).toThrow("U+6F22");
});

test("texts are listed as they are read", () => {
  expect(textsOf('<text x="1">a &lt; b</text><g><text><title>t</title>c</text></g>')).toEqual(["a < b", "c"]);
});

import { expect, test } from "vitest";
import {
  measure,
  outline,
  servedWeight,
  type Weight,
  wrapMeasured,
} from "../../../../scripts/prerender/images/letters";

const WEIGHTS: readonly Weight[] = [400, 500, 600, 700];
/** Every letter of Vietnamese in both cases, NFC. */
const BASES = "aăâeêioôơuưy";
const MARKS = ["", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"];
const SMALL = [
  ..."bcdđghklmnpqrstvx",
  ...[...BASES].flatMap((base) => MARKS.map((mark) => `${base}${mark}`.normalize("NFC"))),
];
const LETTERS = [...SMALL, ...SMALL.map((letter) => letter.toLocaleUpperCase("vi"))];
const at = { x: 0, y: 0, size: 20, weight: 400 } as const;

test("every Vietnamese letter has an outline in every weight, and no two letters the same", () => {
  expect(LETTERS).toHaveLength(2 * (17 + 72));
  for (const weight of WEIGHTS) {
    const outlines = LETTERS.map((letter) => outline(letter, { ...at, weight }).d);
    expect(LETTERS.filter((_, index) => outlines[index] === "")).toEqual([]);
    expect(new Set(outlines).size).toBe(LETTERS.length);
  }
});

test("names with stacked marks are as wide as their letters, composed or not", () => {
  for (const name of ["Phường Đồng Kỵ", "Tuấn Đạo", "Ữ ự ẵ"]) {
    expect(measure(name.normalize("NFD"), 20)).toBe(measure(name, 20));
    expect(outline(name.normalize("NFD"), at).d).toBe(outline(name, at).d);
    expect(measure(name, 20)).toBeGreaterThan(name.length * 20 * 0.35);
  }
});

test("marks stand on their letter: ộ reaches above and below o", () => {
  const heights = (letter: string) => {
    const ys = [...outline(letter, at).d.matchAll(/[ML]?[-\d.]+ ([-\d.]+)/g)].map(([, y]) => Number(y));
    return [Math.min(...ys), Math.max(...ys)] as const;
  };
  const [plain, marked] = [heights("o"), heights("ộ")];
  expect(marked[0]).toBeLessThan(plain[0] - 2);
  expect(marked[1]).toBeGreaterThan(plain[1] + 1);
});

test("a letter that no font has is refused by name", () => {
  expect(() => measure("5 → 6", 20)).toThrow('no letter "→" (U+2192)');
  expect(() => outline("漢", at)).toThrow("U+6F22");
});

test("spaces of all kinds and signs without ink do not matter to a font", () => {
  expect(measure("a\u00adb\u200bc", 20)).toBe(measure("abc", 20));
  expect(measure("1\u202f000", 20)).toBe(measure("1\u00a0000", 20));
});

test("heavier letters are wider, kerned pairs narrower than their letters", () => {
  expect(measure("Bắc Ninh", 20, 700)).toBeGreaterThan(measure("Bắc Ninh", 20, 400));
  expect(measure("To", 20)).toBeLessThan(measure("T", 20) + measure("o", 20));
});

test("widths grow with size and spacing; an outline ends where it was measured to end", () => {
  expect(measure("Kỳ", 40)).toBeCloseTo(2 * measure("Kỳ", 20), 6);
  expect(measure("Kỳ", 20, 400, 3)).toBeCloseTo(measure("Kỳ", 20) + 6, 6);
  expect(outline("Kỳ", { ...at, spacing: 3 }).width).toBeCloseTo(measure("Kỳ", 20, 400, 3), 6);
});

test("an outline stands where it is put", () => {
  const [x, y] = /^M([-\d.]+) ([-\d.]+)/.exec(outline("I", at).d)!.slice(1).map(Number);
  const [movedX, movedY] = /^M([-\d.]+) ([-\d.]+)/
    .exec(outline("I", { ...at, x: 100, y: 50 }).d)!
    .slice(1)
    .map(Number);
  expect(movedX! - x!).toBeCloseTo(100, 2);
  expect(movedY! - y!).toBeCloseTo(50, 2);
});

test.each([
  [400, 400],
  [450, 400],
  [800, 700],
  [100, 400],
  [560, 600],
])("weight %d is drawn as %d", (wanted, served) => {
  expect(servedWeight(wanted)).toBe(served);
});

const TITLE = "Tỷ lệ hộ nghèo đa chiều theo xã, phường, số liệu rà soát cuối năm";
test("lines are no wider than asked, and lose no word", () => {
  for (const width of [90, 140, 300]) {
    const lines = wrapMeasured(TITLE, { size: 16, weight: 600, width });
    for (const line of lines) expect(measure(line, 16, 600)).toBeLessThanOrEqual(width);
    expect(lines.join(" ")).toBe(TITLE);
  }
});

test("no line could have held the next word", () => {
  const lines = wrapMeasured(TITLE, { size: 16, width: 200 });
  for (const [index, line] of lines.slice(0, -1).entries())
    expect(measure(`${line} ${lines[index + 1]!.split(" ")[0]}`, 16)).toBeGreaterThan(200);
});

test("what is cut ends in dots after a whole word, within the width", () => {
  const lines = wrapMeasured(TITLE, { size: 16, width: 150, most: 2 });
  expect(lines).toHaveLength(2);
  expect(lines[1]).toMatch(/\p{L}…$/u);
  expect(TITLE.split(/[ ,]+/)).toContain(lines[1]!.split(" ").at(-1)!.replace("…", ""));
  expect(measure(lines[1]!, 16)).toBeLessThanOrEqual(150);
});

test("a word wider than a line is broken; no-break spaces hold; nothing is no line", () => {
  const lines = wrapMeasured("bando.example.vn/mot-dia-chi-rat-dai", { size: 16, width: 100 });
  expect(lines.join("")).toBe("bando.example.vn/mot-dia-chi-rat-dai");
  expect(lines.length).toBeGreaterThan(1);
  const held = wrapMeasured("tổng mức 97,3\u00a0tỷ", { size: 16, width: measure("tổng mức 97,3", 16) + 3 });
  expect(held).toEqual(["tổng mức", "97,3\u00a0tỷ"]);
  expect(wrapMeasured(" ", { size: 16, width: 100 })).toEqual([]);
});

import { describe, expect, test } from "vitest";
import { dataAddress, rangeHolds } from "@/views/page/picture/embeddedFonts";

const codes = (text: string) => new Set([...text].map((letter) => letter.codePointAt(0) ?? 0));

describe("rangeHolds", () => {
  const vietnamese = "U+0102-0103, U+1EA0-1EF9, U+20AB";
  test.each([
    [vietnamese, "ế", true],
    [vietnamese, "Ă", true],
    [vietnamese, "₫", true],
    [vietnamese, "abc 123", false],
    ["U+30-39", "Trang 5", true],
    ["U+30-39", "Trang", false],
    ["U+4??", "Ж", true],
    ["U+4??", "Z", false],
    ["", "Z", true],
    [vietnamese, "", false],
  ])("%s holds some of “%s”: %s", (ranges, text, holds) => {
    expect(rangeHolds(ranges, codes(text))).toBe(holds);
  });
});

test("bytes come back from a data address, however many there are", () => {
  const bytes = Uint8Array.from({ length: 20_001 }, (_, index) => (index * 7) % 256);
  const address = dataAddress(bytes, "font/woff2");
  expect(address.startsWith("data:font/woff2;base64,")).toBe(true);
  expect(new Uint8Array(Buffer.from(address.split(",")[1] ?? "", "base64"))).toEqual(bytes);
});

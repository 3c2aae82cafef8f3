import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { notationOf, readNumber } from "@/imports/cells/number";

const value = (text: string, notation: "comma" | "point" | null = null) => {
  const read = readNumber(text, notation);
  return read.kind === "number" ? read.value : read.kind;
};

describe("a number as offices write it", () => {
  test.each([
    ["1.234.567,8", 1234567.8],
    ["1,234,567.8", 1234567.8],
    ["1.234.567", 1234567],
    ["1 234,5", 1234.5],
    ["1\u00a0234", 1234],
    ["12\u202f345\u202f678", 12345678],
    ["12,5", 12.5],
    ["0,123", 0.123],
    ["0.5", 0.5],
    [",5", 0.5],
    ["1234", 1234],
    ["0012", 12],
    ["\u22123", -3],
    ["-3,25", -3.25],
    ["(1.200.000)", -1200000],
    ["1e3", 1000],
    ["12,3456", 12.3456],
  ])("%s", (text, expected) => expect(value(text)).toBe(expected));

  test.each(["", " ", "-", "–", "…", "...", "chưa có", "Chưa có số liệu", "N/A", "null"])(
    "“%s” is blank, never 0",
    (text) => expect(readNumber(text, null).kind).toBe("blank"),
  );

  test.each([
    "abc",
    "1.2.3",
    "12,34,5",
    "1.23.456",
    "Không",
    "--3",
    "1 2",
    "12 34",
    "1,2345.6",
    "Infinity",
    "0x10",
    "9".repeat(80),
  ])("“%s” is no number", (text) => expect(readNumber(text, null).kind).toBe("not-a-number"));

  test("a percent sign and a unit are told, not swallowed", () => {
    expect(readNumber("12,5 %", null)).toEqual({ kind: "number", value: 12.5, isPercent: true, unit: null });
    expect(readNumber("0,5 tỷ", null)).toEqual({ kind: "number", value: 0.5, isPercent: false, unit: "tỷ" });
    expect(readNumber("1.500.000 đồng", null)).toMatchObject({ value: 1500000, unit: "đồng" });
    expect(readNumber("800 triệu đồng", null)).toMatchObject({ value: 800, unit: "triệu" });
  });

  test("three digits behind one sign are two numbers until the column tells", () => {
    expect(readNumber("1.234", null)).toEqual({ kind: "ambiguous", readings: [1234, 1.234] });
    expect(readNumber("-1,234", null)).toEqual({ kind: "ambiguous", readings: [-1234, -1.234] });
    expect(value("1.234", "comma")).toBe(1234);
    expect(value("1.234", "point")).toBe(1.234);
    expect(value("1,234", "comma")).toBe(1.234);
    expect(value("1,234", "point")).toBe(1234);
  });

  test("withheld, and cells that are no text", () => {
    expect(readNumber("*", null).kind).toBe("withheld");
    expect(readNumber(0.5, null)).toMatchObject({ kind: "number", value: 0.5 });
    expect(readNumber(Number.NaN, null).kind).toBe("not-a-number");
    expect(readNumber(true, null).kind).toBe("not-a-number");
    expect(readNumber(null, null).kind).toBe("blank");
  });

  test("what is written in either notation is read back, given the notation", () => {
    const number = fc.double({ min: -1e9, max: 1e9, noNaN: true }).map((each) => Number(each.toFixed(3)));
    fc.assert(
      fc.property(number, fc.constantFrom("comma", "point"), (given, notation) => {
        const [whole = "", decimals] = Math.abs(given)
          .toFixed(3)
          .replace(/\.?0+$/, "")
          .split(".");
        const [thousands, point] = notation === "comma" ? [".", ","] : [",", "."];
        const grouped = whole.replace(/\B(?=(\d{3})+$)/g, thousands);
        const text = `${given < 0 ? "-" : ""}${grouped}${decimals === undefined ? "" : point + decimals}`;
        expect(value(text, notation as "comma" | "point")).toBe(given === 0 ? Math.abs(given) : given);
      }),
    );
  });

  test("never throws, and no text that holds a letter of a name is a number", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const { kind } = readNumber(text, null);
        if (/[a-df-zA-DF-Z]{2}/.test(text) && !/(vnd|tr)/i.test(text))
          expect(["blank", "not-a-number"]).toContain(kind);
      }),
    );
  });
});

describe("the notation of a column", () => {
  test.each([
    [["1.234", "12,5"], "comma"],
    [["1.234", "1.234.567"], "comma"],
    [["1,234", "12.5"], "point"],
    [["1.234", "2.345"], null],
    [["12,5", "12.5"], null],
    [["1 234,5 tỷ", "7.000"], "comma"],
    [["tên", "12 xã"], null],
  ] as const)("%j: %s", (cells, expected) => expect(notationOf([...cells, null, 3])).toBe(expected));
});

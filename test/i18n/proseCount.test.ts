import { expect, test } from "vitest";
import { leadingZero, proseCount } from "@/i18n/proseCount";

test("small counts have a leading zero in Vietnamese prose alone; nothing is 0, not 00", () => {
  expect([0, 1, 9, 10, 1234].map((count) => proseCount("vi", count))).toEqual([
    "0",
    "01",
    "09",
    "10",
    "1.234",
  ]);
  expect([0, 4, 1234].map((count) => proseCount("en", count))).toEqual(["0", "4", "1,234"]);
});

test("inside a text only counts from 1 to 9 have a zero before them", () => {
  expect([0, 1, 9, 10, 100].map(leadingZero)).toEqual(["0", "01", "09", "10", "100"]);
});

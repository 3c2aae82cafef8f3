import fc from "fast-check";
import { expect, test } from "vitest";
import { isoDate } from "@/domain/date";
import { readDay } from "@/imports/cells/day";

test.each([
  ["28/3/2026", "2026-03-28"],
  ["28-03-2026", "2026-03-28"],
  ["28.3.2026", "2026-03-28"],
  ["2026-03-28", "2026-03-28"],
  ["2026-03-28T00:00:00Z", "2026-03-28"],
  ["28/3/2026 00:00", "2026-03-28"],
  ["ngày 28 tháng 3 năm 2026", "2026-03-28"],
  ["29/2/2028", "2028-02-29"],
])("%s", (text, day) => expect(readDay(text)).toEqual({ kind: "day", day }));

test("serial numbers of a spreadsheet, as number or as text", () => {
  expect(readDay(46109)).toEqual({ kind: "day", day: "2026-03-28" });
  expect(readDay(46109.75)).toEqual({ kind: "day", day: "2026-03-28" });
  expect(readDay("46109")).toEqual({ kind: "day", day: "2026-03-28" });
  expect(readDay({ day: isoDate("2026-03-28") })).toEqual({ kind: "day", day: "2026-03-28" });
});

test.each([
  ["3/2026", "2026-03"],
  ["Tháng 12/2026", "2026-12"],
  ["tháng 6 năm 2027", "2027-06"],
  ["Quý II/2026", "2026-Q2"],
  ["quý 4 năm 2026", "2026-Q4"],
  ["2026", "2026"],
  ["năm 2026", "2026"],
  ["2026-07", "2026-07"],
])("%s is less than a day", (text, partial) =>
  expect(readDay(text)).toEqual({ kind: "partial", text: partial }),
);

test("a year in a cell of numbers is a year", () =>
  expect(readDay(2026)).toEqual({ kind: "partial", text: "2026" }));

test.each([
  "31/2/2026",
  "29/2/2026",
  "3/28/2026",
  "28/3/26",
  "13/2026",
  "hôm qua",
  "0",
  "12345",
  "99/99/9999",
  "Quý V/2026",
])("“%s” is no day", (text) => expect(readDay(text)).toEqual({ kind: "not-a-day" }));

test.each(["", "-", "chưa có", "chưa", "…"])("“%s” is blank", (text) =>
  expect(readDay(text).kind).toBe("blank"),
);

test("every day there is comes back from each way to write it; nothing throws", () => {
  const first = Date.UTC(1990, 0, 1);
  const day = fc.integer({ min: 0, max: 40_000 }).map((days) => new Date(first + days * 86_400_000));
  fc.assert(
    fc.property(day, (given) => {
      const iso = given.toISOString().slice(0, 10);
      const [year, month, date] = iso.split("-").map(Number);
      for (const text of [
        iso,
        `${date}/${month}/${year}`,
        `${date}-${month}-${year}`,
        `ngày ${date} tháng ${month} năm ${year}`,
      ])
        expect(readDay(text)).toEqual({ kind: "day", day: iso });
      const serial = Math.round((Date.parse(iso) - Date.UTC(1899, 11, 30)) / 86_400_000);
      expect(readDay(serial)).toEqual({ kind: "day", day: iso });
    }),
  );
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.double(), fc.boolean()), (cell) => readDay(cell).kind.length > 0),
  );
});

import { describe, expect, test } from "vitest";
import { groupRows, holdingRows, knownOn, recordedLater } from "@/analysis/known";
import { isoDate } from "@/domain/date";

const row = (id: string, day: string, value = 0) => ({ id, recordedOn: isoDate(day), value });
const rows = [
  row("a", "2027-01-02", 1),
  row("b", "2027-01-01", 2),
  row("a", "2027-01-01", 3),
  row("a", "2027-01-02", 4),
];

describe("rows known on a day", () => {
  test("are those recorded on it or before, in their order", () => {
    expect(knownOn(rows, isoDate("2027-01-01")).map(({ value }) => value)).toEqual([2, 3]);
    expect(knownOn(rows, isoDate("2026-12-31"))).toEqual([]);
  });
  test("of one key the later recording holds, of one day the later row", () => {
    const held = holdingRows(rows, ({ id }) => id, recordedLater);
    expect([...held].map(([id, { value }]) => [id, value])).toEqual([
      ["a", 4],
      ["b", 2],
    ]);
  });
  test("are grouped without losing one", () => {
    expect(
      [...groupRows(rows, ({ id }) => id)].map(([id, group]) => [id, group.map(({ value }) => value)]),
    ).toEqual([
      ["a", [1, 3, 4]],
      ["b", [2]],
    ]);
  });
});

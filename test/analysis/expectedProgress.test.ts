import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { expectedProgress } from "@/analysis/expectedProgress";
import { addDays, isoDate } from "@/domain/date";

const START = isoDate("2027-01-01");
const plan = (days: number) => ({ plannedStart: START, plannedEnd: addDays(START, days) });

describe("progress a plan implies", () => {
  test("runs evenly from the planned start to the planned end", () => {
    expect([-1, 0, 50, 100, 200, 300].map((day) => expectedProgress(plan(200), addDays(START, day)))).toEqual(
      [0, 0, 25, 50, 100, 100],
    );
  });
  test("cannot be told without both days, and that is not 0", () => {
    expect(expectedProgress({ plannedStart: null, plannedEnd: START }, START)).toBeNull();
    expect(expectedProgress({ plannedStart: START, plannedEnd: null }, START)).toBeNull();
    expect(expectedProgress(null, START)).toBeNull();
  });
  test("a plan of a single day is due on it", () => expect(expectedProgress(plan(0), START)).toBe(100));
  test("never falls, never leaves 0–100", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 900 }), fc.integer({ min: -400, max: 1300 }), (days, day) => {
        const [today, tomorrow] = [day, day + 1].map(
          (offset) => expectedProgress(plan(days), addDays(START, offset))!,
        ) as [number, number];
        expect(today).toBeGreaterThanOrEqual(0);
        expect(tomorrow).toBeLessThanOrEqual(100);
        expect(tomorrow).toBeGreaterThanOrEqual(today);
      }),
    );
  });
});

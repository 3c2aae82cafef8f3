import { describe, expect, it } from "vitest";
import { isoDate, quarterEnds } from "@/domain/date";
import { periodsWithout, stopIndex } from "@/views/explore/AsOfControl";
import { nearestStop } from "@/views/explore/PhoneSheet";

describe("the as-of control", () => {
  const stops = ["2026-03-28", "2026-06-30", "2026-09-30"].map(isoDate);
  it.each([
    ["2026-03-28", 0],
    ["2026-06-29", 0],
    ["2026-06-30", 1],
    ["2026-12-31", 2],
    ["2020-01-01", 0],
  ])("on %s the stop in force is %i", (day, index) => {
    expect(stopIndex(stops, isoDate(day))).toBe(index);
  });

  it("tells a period nobody recorded from one that is still to come", () => {
    const known = ["2026-06-30", "2026-11-22", "2026-12-31"].map(isoDate);
    expect(periodsWithout(known, isoDate("2027-06-30"))).toEqual({
      missing: ["2026-09-30"],
      ahead: ["2027-03-31", "2027-06-30"],
    });
  });
  it("has every period of the line exactly once: recorded, missing or ahead", () => {
    const known = ["2026-03-28", "2026-09-30", "2027-12-31"].map(isoDate);
    const end = isoDate("2030-12-31");
    const { missing, ahead } = periodsWithout(known, end);
    const recorded = known.filter((day) => quarterEnds(day, day).length === 1);
    expect([...missing, ...ahead, ...recorded].toSorted()).toEqual(quarterEnds(isoDate("2026-03-28"), end));
  });
  it("has no periods where nothing was ever recorded", () => {
    expect(periodsWithout([], isoDate("2030-12-31"))).toEqual({ missing: [], ahead: [] });
  });
});

describe("quarters", () => {
  it("end on four days of a year, the first and last day included", () => {
    expect(quarterEnds(isoDate("2027-03-31"), isoDate("2027-12-31"))).toEqual([
      "2027-03-31",
      "2027-06-30",
      "2027-09-30",
      "2027-12-31",
    ]);
    expect(quarterEnds(isoDate("2027-04-01"), isoDate("2027-06-29"))).toEqual([]);
  });
});

describe("the bottom sheet", () => {
  const PHONE = 844;
  it.each([
    [96, 0, "low"],
    [220, 0, "low"],
    [300, 0, "mid"],
    [590, 0, "mid"],
    [640, 0, "high"],
    // A flick upwards from half goes to the top even where the finger stopped nearer the middle.
    [500, 1.2, "high"],
    [500, -2, "low"],
  ])("let go at %i px moving %f px/ms it rests at %s", (height, speed, stop) => {
    expect(nearestStop(height, speed, PHONE)).toBe(stop);
  });
});

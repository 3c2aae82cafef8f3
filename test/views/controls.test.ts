import { describe, expect, it } from "vitest";
import { isoDate } from "@/domain/date";
import { stopIndex } from "@/views/explore/AsOfControl";
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

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { targetPace } from "@/analysis/targetPace";
import type { Target } from "@/domain/target";

const AN_LAC: Target = {
  targetId: "T01",
  indicator: "Tỷ lệ hộ nghèo đa chiều",
  areaLevel: "commune",
  areaCode: "07654",
  unit: "% hộ",
  baselineYear: null,
  baselineValue: 21.31,
  targetYear: 2030,
  targetValue: 10,
  direction: "below",
  statedPace: 1.5,
  standard: null,
  responsibleBody: null,
  quote: null,
  note: null,
  sourceId: "S",
};

describe("the pace of a target", () => {
  it("is An Lạc's: 1,5 points a year end at 13,81 %, more than 2,26 are needed", () => {
    const pace = targetPace(AN_LAC);
    expect(pace?.years).toBe(5);
    expect(pace?.reaches).toBeCloseTo(13.81, 10);
    expect(pace?.enough).toBe(false);
    expect(pace?.needed).toBeCloseTo(2.262, 10);
  });

  it("is not enough when it ends on the very value that must be undercut", () => {
    expect(targetPace({ ...AN_LAC, baselineValue: 20, statedPace: 2 })?.enough).toBe(false);
    expect(targetPace({ ...AN_LAC, baselineValue: 20, statedPace: 2, direction: "at-most" })?.enough).toBe(
      true,
    );
  });

  it("goes upwards where the target lies above", () => {
    const pace = targetPace({
      ...AN_LAC,
      baselineValue: 50,
      targetValue: 90,
      statedPace: 10,
      direction: "at-least",
    });
    expect(pace?.reaches).toBe(100);
    expect(pace?.enough).toBe(true);
  });

  it.each([
    ["no baseline", { baselineValue: null }],
    ["no target", { targetValue: null }],
    ["no target year", { targetYear: null }],
    ["a target year already past", { targetYear: 2025 }],
  ])("is not told with %s", (_what, change) => {
    expect(targetPace({ ...AN_LAC, ...change })).toBeNull();
  });

  it("says nothing of a pace nobody stated, but what is needed", () => {
    expect(targetPace({ ...AN_LAC, statedPace: null })).toMatchObject({ reaches: null, enough: null });
  });

  it("needs exactly what reaches the target", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 11, max: 90, noNaN: true }),
        fc.integer({ min: 2026, max: 2040 }),
        (baselineValue, targetYear) => {
          const target = { ...AN_LAC, baselineValue, targetYear };
          const needed = targetPace(target)?.needed ?? 0;
          expect(targetPace({ ...target, statedPace: needed })?.reaches).toBeCloseTo(10, 8);
        },
      ),
    );
  });
});

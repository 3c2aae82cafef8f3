import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isPovertyTarget, observationsOf, targetProgress } from "@/analysis/targetProgress";
import { isoDate } from "@/domain/date";
import type { Observation, Target } from "@/domain/target";

const ROADS: Target = {
  targetId: "R",
  indicator: "Đường thôn được cứng hóa",
  areaLevel: "commune",
  areaCode: "07654",
  unit: "%",
  baselineYear: 2025,
  baselineValue: 50,
  targetYear: 2030,
  targetValue: 100,
  direction: "at-least",
  statedPace: null,
  standard: null,
  responsibleBody: null,
  quote: null,
  note: null,
  sourceId: "S",
};
const POVERTY: Target = {
  ...ROADS,
  targetId: "P",
  indicator: "Tỷ lệ hộ nghèo đa chiều",
  baselineValue: 20,
  targetValue: 10,
  direction: "below",
  standard: "2022-2025",
};
const DAY = isoDate("2030-12-31");
const seen = (
  targetId: string,
  year: number,
  value: number,
  more: Partial<Observation> = {},
): Observation => ({
  targetId,
  year,
  value,
  standard: null,
  recordedOn: isoDate(`${year + 1}-01-15`),
  sourceId: "S",
  ...more,
});
const of = (target: Target, ...rows: readonly Observation[]) => targetProgress(target, rows, DAY);

describe("observations of a target", () => {
  it("are those recorded by the day, one a year, the later recording, in order", () => {
    const rows = [
      seen("R", 2027, 70),
      seen("R", 2026, 60),
      seen("R", 2026, 61, { recordedOn: isoDate("2027-03-01") }),
      seen("X", 2026, 1),
      seen("R", 2028, 80),
    ];
    expect(observationsOf("R", rows, isoDate("2028-02-01")).map(({ year, value }) => [year, value])).toEqual([
      [2026, 61],
      [2027, 70],
    ]);
  });
});

describe("the verdict on a target", () => {
  it("is on pace on or ahead of the even way, behind below it, met at the goal", () => {
    expect(of(ROADS, seen("R", 2026, 60))).toMatchObject({ verdict: "on-pace", expected: 60, gap: null });
    expect(of(ROADS, seen("R", 2026, 59.9))).toMatchObject({ verdict: "behind", expected: 60 });
    expect(of(ROADS, seen("R", 2028, 100))).toMatchObject({ verdict: "met", requiredFromNow: null });
    expect(of(POVERTY, seen("P", 2026, 18))).toMatchObject({ verdict: "on-pace", expected: 18 });
    expect(of(POVERTY, seen("P", 2026, 18.1))).toMatchObject({ verdict: "behind" });
  });
  it("is not met on the very value that must be undercut", () => {
    expect(of(POVERTY, seen("P", 2026, 10)).verdict).toBe("on-pace");
    expect(of({ ...POVERTY, direction: "at-most" }, seen("P", 2026, 10)).verdict).toBe("met");
  });
  it("says why nothing can be told", () => {
    expect(of({ ...ROADS, targetValue: null }, seen("R", 2026, 60))).toMatchObject({
      verdict: "unknown",
      gap: "no-target",
    });
    expect(of(ROADS)).toMatchObject({ verdict: "unknown", gap: "no-observation", latest: null });
    // The baseline itself is no progress.
    expect(of(ROADS, seen("R", 2025, 50))).toMatchObject({ verdict: "unknown", gap: "no-observation" });
    expect(of({ ...ROADS, baselineValue: null }, seen("R", 2026, 60))).toMatchObject({ gap: "no-baseline" });
    expect(of({ ...ROADS, targetYear: null }, seen("R", 2026, 60))).toMatchObject({ gap: "no-year" });
  });
  it("never crosses a change of standard, though the old series is still there", () => {
    const old = seen("P", 2026, 18, { standard: "2022-2025" });
    const anew = seen("P", 2027, 9, { standard: "2027-2030" });
    expect(of(POVERTY, old, anew)).toMatchObject({
      verdict: "unknown",
      gap: "series-broken",
      requiredFromNow: null,
      latest: { year: 2026 },
      breakYear: 2027,
    });
    // Where nobody states a standard, a poverty figure of 2027 is of the new one all the same.
    expect(of({ ...POVERTY, standard: null }, seen("P", 2027, 9)).gap).toBe("series-broken");
    expect(of(ROADS, seen("R", 2027, 60)).breakYear).toBeNull();
  });
  it("tells poverty by its name", () => {
    expect(isPovertyTarget(POVERTY)).toBe(true);
    expect(isPovertyTarget({ indicator: "Trong đó: tỷ lệ hộ cận nghèo" })).toBe(true);
    expect(isPovertyTarget(ROADS)).toBe(false);
  });
  it("asks for the rest in the years left", () => {
    expect(of(ROADS, seen("R", 2026, 60)).requiredFromNow).toBe(10);
    expect(of(ROADS, seen("R", 2028, 60)).requiredFromNow).toBe(20);
    expect(of(ROADS, seen("R", 2030, 60)).requiredFromNow).toBeNull();
  });

  const value = fc.double({ min: 0, max: 200, noNaN: true });
  const target = fc.record({
    baselineValue: fc.option(value, { nil: null }),
    targetValue: fc.option(value, { nil: null }),
    targetYear: fc.option(fc.integer({ min: 2026, max: 2035 }), { nil: null }),
    direction: fc.constantFrom("below", "at-most", "at-least", "above", "exactly" as const),
  });
  it("is unknown exactly where it says why, and knows no more with less known", () => {
    fc.assert(
      fc.property(
        target,
        fc.array(fc.tuple(fc.integer({ min: 2024, max: 2034 }), value), { maxLength: 5 }),
        (some, rows) => {
          const made = { ...ROADS, ...some } as Target;
          const observations = rows.map(([year, found]) => seen("R", year, found));
          const progress = targetProgress(made, observations, isoDate("2040-01-01"));
          expect(progress.verdict === "unknown").toBe(progress.gap !== null);
          const known = targetProgress(made, observations, isoDate("2020-01-01"));
          expect(known.verdict).toBe("unknown");
          if (progress.expected !== null && made.baselineValue !== null && made.targetValue !== null) {
            const [low, high] = [made.baselineValue, made.targetValue].toSorted((a, b) => a - b);
            expect(progress.expected).toBeGreaterThanOrEqual(low! - 1e-9);
            expect(progress.expected).toBeLessThanOrEqual(high! + 1e-9);
          }
        },
      ),
    );
  });
});

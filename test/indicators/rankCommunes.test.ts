import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { takeSnapshot } from "@/analysis/takeSnapshot";
import { loadMapData } from "@/datasets";
import { isoDate } from "@/domain/date";
import { INDICATORS } from "@/indicators";
import type { IndicatorValue } from "@/indicators/indicator";
import { basisOf, rankCommunes, SMALL_BELOW } from "@/indicators/rankCommunes";

const { register } = await loadMapData(async (path) => readFileSync(`public/data/${path}`, "utf8"));
const DAYS = ["2026-12-31", "2027-09-30", "2028-09-30"].map((day) => takeSnapshot(register, isoDate(day)));
const CODES = register.communes.map(({ code }) => code);

const value = (part: Partial<Extract<IndicatorValue, { kind: "value" }>>): IndicatorValue => ({
  kind: "value",
  value: 1,
  fraction: null,
  coverage: null,
  asides: [],
  notes: [],
  sourceIds: [],
  ...part,
});

describe("of how many a value speaks", () => {
  it("is works for shares of works and money, households for rates, nothing for persons and km²", () => {
    const fraction = (
      unit: "works" | "households" | "poor-households" | "persons" | "km2" | "million-vnd",
    ) => ({
      numerator: 1,
      denominator: 7,
      unit,
    });
    const coverage = { counted: 2, of: 3, weightShare: null };
    expect(basisOf(value({ fraction: fraction("works"), coverage }))).toEqual({ count: 7, unit: "works" });
    expect(basisOf(value({ fraction: fraction("households") }))).toEqual({ count: 7, unit: "households" });
    expect(basisOf(value({ fraction: fraction("poor-households"), coverage }))).toEqual({
      count: 7,
      unit: "households",
    });
    expect(basisOf(value({ fraction: fraction("million-vnd"), coverage }))).toEqual({
      count: 3,
      unit: "works",
    });
    expect(basisOf(value({ coverage }))).toEqual({ count: 3, unit: "works" });
    expect(basisOf(value({ fraction: fraction("persons"), coverage }))).toBeNull();
    expect(basisOf(value({ fraction: fraction("km2") }))).toBeNull();
    expect(basisOf({ kind: "blank", blank: "no-data", sourceIds: [] })).toBeNull();
  });
});

describe.each(INDICATORS.map((indicator) => [indicator.id, indicator] as const))(
  "communes by %s",
  (_, indicator) => {
    it("are ranked, small or blank, each once, on every day and in any group", () => {
      for (const snapshot of DAYS)
        fc.assert(
          fc.property(fc.subarray(CODES), (codes) => {
            const { ranked, small, blank } = rankCommunes(snapshot, indicator, codes);
            expect([...ranked, ...small, ...blank].map(({ id }) => id).toSorted()).toEqual(codes.toSorted());
            for (const { id } of blank) expect(indicator.measure(snapshot, id).kind).toBe("blank");
            for (const { id, value: shown } of ranked) {
              const measured = indicator.measure(snapshot, id);
              expect(measured.kind === "value" && measured.value).toBe(shown);
              const basis = basisOf(measured);
              if (basis !== null) expect(basis.count).toBeGreaterThanOrEqual(SMALL_BELOW[basis.unit]);
            }
            for (const { id } of small) {
              const basis = basisOf(indicator.measure(snapshot, id));
              expect(basis !== null && basis.count < SMALL_BELOW[basis.unit]).toBe(true);
            }
          }),
          { numRuns: 12 },
        );
    });
    it("share a rank where they read the same, and lose none by turning the order round", () => {
      for (const snapshot of DAYS) {
        const down = rankCommunes(snapshot, indicator, CODES);
        const up = rankCommunes(snapshot, indicator, CODES, "lowest");
        expect(up.ranked.length).toBe(down.ranked.length);
        const shown = (number: number) => number.toFixed(indicator.digits);
        for (const { ranked } of [down, up])
          ranked.forEach(({ rank, tied, value: own }, index) => {
            const same = ranked.filter((other) => shown(other.value) === shown(own));
            expect(tied).toBe(same.length > 1);
            expect(rank).toBe(ranked.findIndex((other) => other.rank === rank) + 1);
            expect(rank).toBeLessThanOrEqual(index + 1);
          });
      }
    });
  },
);

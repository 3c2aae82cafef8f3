import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isoDate } from "@/domain/date";
import type { HazardAssessed, HazardClass, HazardZone } from "@/domain/hazard";
import type { CommunePolygon } from "../../scripts/data/steps/geometry";
import { hazardShares } from "../../scripts/data/steps/hazardShares";

const DAY = isoDate("2026-06-30");
const LATER = isoDate("2027-06-30");
const rectangle = (west: number, south: number, east: number, north: number) => ({
  type: "Polygon" as const,
  coordinates: [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ] as [number, number][],
  ],
});
/** One commune, 0,1° × 0,1°; tenths of its width are tenths of its area. */
const COMMUNE = { type: "Feature", geometry: rectangle(106, 21, 106.1, 21.1), properties: { code: "07654" } };
const polygons = new Map([["07654", COMMUNE as CommunePolygon]]);
const zone = (hazardClass: HazardClass, from: number, to: number, recordedOn = DAY): HazardZone => ({
  zoneId: `${hazardClass}-${from}-${to}`,
  hazardClass,
  method: "m",
  recordedOn,
  sourceId: "S",
  geometry: rectangle(106 + from / 100, 20.9, 106 + to / 100, 21.2),
});
const assessed = (from: number, to: number, recordedOn = DAY): HazardAssessed => {
  const { method, sourceId, geometry } = zone("low", from, to);
  return { areaId: `a-${from}`, method, recordedOn, sourceId, geometry };
};
const shares = (zones: HazardZone[], areas: HazardAssessed[]) => hazardShares(zones, areas, polygons);
const tenths = { low: 0, moderate: 0, high: 0, veryHigh: 0, unassessed: 0 };
const near = (expected: object) =>
  Object.fromEntries(
    Object.entries(expected).map(([name, value]) => [name, expect.closeTo(value as number, 2)]),
  );

describe("shares of hazard ground", () => {
  it("are none without a map: nothing is known, not even that it is unassessed", () => {
    expect(shares([], [])).toEqual([]);
  });

  it("leave ground outside the assessed area unassessed, and count assessed ground without a zone as low", () => {
    const [row] = shares([zone("high", 0, 2)], [assessed(0, 6)]);
    expect(row).toMatchObject(near({ ...tenths, high: 20, low: 40, unassessed: 40 }));
  });

  it("count overlapping ground once, for the higher class", () => {
    const [row] = shares(
      [zone("moderate", 0, 5), zone("very-high", 4, 7), zone("high", 3, 6)],
      [assessed(0, 10)],
    );
    expect(row).toMatchObject(near({ ...tenths, moderate: 30, high: 10, veryHigh: 30, low: 30 }));
  });

  it("count the ground of a zone as assessed even where the assessed area forgot it", () => {
    const [row] = shares([zone("high", 4, 6)], [assessed(0, 5)]);
    expect(row).toMatchObject(near({ ...tenths, high: 20, low: 40, unassessed: 40 }));
  });

  it("have a row for each day, with what was recorded until then", () => {
    const rows = shares(
      [zone("high", 0, 2), zone("high", 2, 3, LATER)],
      [assessed(0, 5), assessed(5, 10, LATER)],
    );
    expect(rows.map(({ recordedOn }) => recordedOn)).toEqual([DAY, LATER]);
    expect(rows[0]).toMatchObject(near({ high: 20, unassessed: 50 }));
    expect(rows[1]).toMatchObject(near({ high: 30, unassessed: 0 }));
  });

  it("are never negative and sum to 100 whatever overlaps", () => {
    const span = fc.tuple(fc.integer({ min: -2, max: 12 }), fc.integer({ min: 1, max: 6 }));
    const classes = fc.constantFrom<HazardClass>("low", "moderate", "high", "very-high");
    fc.assert(
      fc.property(
        fc.array(fc.tuple(classes, span), { maxLength: 5 }),
        fc.array(span, { minLength: 1, maxLength: 3 }),
        (zones, areas) => {
          const [row] = shares(
            zones.map(([hazardClass, [from, length]]) => zone(hazardClass, from, from + length)),
            areas.map(([from, length]) => assessed(from, from + length)),
          );
          const values = [row!.low, row!.moderate, row!.high, row!.veryHigh, row!.unassessed];
          expect(values.every((value) => value >= 0 && value <= 100)).toBe(true);
          expect(values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(100, 3);
        },
      ),
      { numRuns: 60 },
    );
  });
});

import * as turf from "@turf/turf";
import fc from "fast-check";
import type { MultiPolygon, Polygon } from "geojson";
import { describe, expect, it } from "vitest";
import { isoDate } from "@/domain/date";
import type { HazardAssessed, HazardClass, HazardZone } from "@/domain/hazard";
import type { CommunePolygon } from "@/pack/steps/geometry";
import { hazardShares } from "@/pack/steps/hazardShares";
import { readRepository } from "./pack";

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

  it("leave out holes, and count parts of a zone together", () => {
    const [outer] = rectangle(106, 21, 106.1, 21.1).coordinates;
    const [hole] = rectangle(106.02, 21, 106.04, 21.1).coordinates;
    const [part] = rectangle(106.02, 21, 106.03, 21.1).coordinates;
    const holed = {
      ...zone("high", 0, 1),
      geometry: { type: "Polygon" as const, coordinates: [outer!, hole!] },
    };
    expect(shares([holed], [])[0]).toMatchObject(near({ high: 80, unassessed: 20 }));
    const parts = { type: "MultiPolygon" as const, coordinates: [[outer!, hole!], [part!]] };
    expect(shares([{ ...holed, geometry: parts }], [])[0]).toMatchObject(near({ high: 90, unassessed: 10 }));
  });

  it("agree with a grid of points on real communes and the scenario's zones", () => {
    const { rows, polygons: real } = readRepository(["official", "illustrative"]);
    const zones = rows.hazardZones.map(({ row }) => row);
    const areas = rows.hazardAssessed.map(({ row }) => row);
    const last = [...zones, ...areas]
      .map(({ recordedOn }) => recordedOn)
      .toSorted()
      .at(-1);
    const high = hazardShares(zones, areas, real).filter((row) => row.recordedOn === last && row.high > 0);
    for (const row of high.slice(0, 3)) {
      const commune = real.get(row.communeCode)!;
      const [west, south, east, north] = turf.bbox(commune) as [number, number, number, number];
      let [all, hits] = [0, 0];
      for (let i = 0.5; i < 70; i += 1) {
        for (let j = 0.5; j < 70; j += 1) {
          const point = [west + ((east - west) * i) / 70, south + ((north - south) * j) / 70];
          if (!turf.booleanPointInPolygon(point, commune)) continue;
          all += 1;
          const classes = zones
            .filter(({ geometry }) => turf.booleanPointInPolygon(point, geometry as Polygon | MultiPolygon))
            .map(({ hazardClass }) => hazardClass);
          if (classes.includes("high") && !classes.includes("very-high")) hits += 1;
        }
      }
      expect(Math.abs((hits / all) * 100 - row.high), row.communeCode).toBeLessThan(0.5);
    }
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

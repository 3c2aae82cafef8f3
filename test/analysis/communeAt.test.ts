import { pointToPolygonDistance } from "@turf/turf";
import fc from "fast-check";
import type { Polygon } from "geojson";
import { describe, expect, test } from "vitest";
import { communeAt, metresToBoundary } from "@/analysis/communeAt";
import type { CommuneCode } from "@/domain/commune";
import { sceneInput } from "../fixtures/programme";

const square = (west: number): Polygon => ({
  type: "Polygon",
  coordinates: [
    [
      [west, 21],
      [west, 21.1],
      [west + 0.1, 21.1],
      [west + 0.1, 21],
      [west, 21],
    ],
  ],
});
const [WEST, EAST] = ["00001", "00002"] as CommuneCode[] as [CommuneCode, CommuneCode];
const TWO = new Map([
  [WEST, square(106)],
  [EAST, square(106.1)],
]);

describe("metres to the nearest boundary", () => {
  const { geometry } = sceneInput();
  const shapes = [...geometry.communes.values()];
  test("are turf's, to a thousandth, within the distances asked about", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...shapes),
        fc.double({ min: -0.15, max: 0.15, noNaN: true }),
        fc.double({ min: -0.15, max: 0.15, noNaN: true }),
        (shape, east, north) => {
          const [lon = 0, lat = 0] = shape.type === "Polygon" ? (shape.coordinates[0]?.[0] ?? []) : [];
          const place = [lon + east, lat + north] as const;
          const exact = Math.abs(pointToPolygonDistance([...place], shape, { units: "meters" }));
          expect(Math.abs(metresToBoundary(place, shape) - exact)).toBeLessThan(1 + exact / 1000);
        },
      ),
      { numRuns: 40 },
    );
  });
  test("reach the middle of a long stretch, and the rim of a hole", () => {
    const hole = square(106.04);
    const ring = (hole.coordinates[0] ?? []).map(([lon = 0]) => [lon, lon > 106.05 ? 21.04 : 21.06]);
    expect(metresToBoundary([106.05, 20.99], square(106))).toBeCloseTo(1112, -1);
    expect(
      metresToBoundary([106.05, 21.05], { type: "Polygon", coordinates: [...square(106).coordinates, ring] }),
    ).toBeLessThan(1100);
  });
});

describe("the commune of a place", () => {
  test("is certain only when no other is within the error", () => {
    expect(communeAt([106.05, 21.05], 100, TWO, 50)).toEqual({ answer: "yes", code: WEST });
    // 1° of longitude is about 104 km here: 0.001° is 104 m from the boundary.
    expect(communeAt([106.099, 21.05], 50, TWO, 50)).toEqual({ answer: "yes", code: WEST });
    expect(communeAt([106.099, 21.05], 60, TWO, 50)).toEqual({
      answer: "unknown",
      codes: [WEST, EAST],
      beyond: false,
    });
    expect(communeAt([106.101, 21.05], 60, TWO, 50)).toMatchObject({ codes: [EAST, WEST] });
  });
  test("may be none at the edge of the province, and is none beyond it", () => {
    expect(communeAt([106.0005, 21.05], 100, TWO, 50)).toEqual({
      answer: "unknown",
      codes: [WEST],
      beyond: true,
    });
    expect(communeAt([105.9995, 21.05], 100, TWO, 50)).toEqual({
      answer: "unknown",
      codes: [WEST],
      beyond: true,
    });
    expect(communeAt([105.9, 21.05], 100, TWO, 50)).toEqual({ answer: "no" });
    expect(communeAt([105.9, 21.05], 100, new Map(), 50)).toEqual({ answer: "no" });
  });
  test("every commune of the province holds its own label point; a larger error never makes it more certain", () => {
    const { geometry, snapshot } = sceneInput();
    for (const [index, { code, labelPoint }] of snapshot.register.communes.entries()) {
      expect(communeAt(labelPoint, 5, geometry.communes, 50)).toEqual({ answer: "yes", code });
      // Every twentieth: distances to thousands of stretches are slow.
      if (index % 20 > 0) continue;
      const coarse = communeAt(labelPoint, 30_000, geometry.communes, 50);
      expect(coarse.answer).toBe("unknown");
      if (coarse.answer === "unknown") expect(coarse.codes[0]).toBe(code);
    }
  });
});

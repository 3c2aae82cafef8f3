import { area, polygon } from "@turf/turf";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromGrid, type GridPoint, locate } from "../../scripts/boundaries/grid";
import { bboxOf, drawnAreaKm2, poleOfShape } from "../../scripts/boundaries/measure";
import { box, commune, ORIGIN, tiling } from "../fixtures/boundaries/shapes";

describe("drawnAreaKm2", () => {
  it("measures on the ellipsoid: a degree cell at the equator is 12 308.778 km²", () => {
    expect(
      drawnAreaKm2([
        [
          [
            [0, 0],
            [0, 1_000_000],
            [1_000_000, 1_000_000],
            [1_000_000, 0],
          ],
        ],
      ]),
    ).toBeCloseTo(12308.778, 2);
  });
  it("is 0.27 % below turf's sphere at this latitude, whatever the winding", () => {
    const ring = commune("00001", box(0, 0, 50_000, 50_000)).parts[0]![0]!;
    const sphere = area(polygon([[...ring, ring[0]!].map((point) => [...fromGrid(point)])])) / 1e6;
    expect(sphere / drawnAreaKm2([[ring]]) - 1).toBeCloseTo(0.00276, 4);
    expect(drawnAreaKm2([[[...ring].reverse()]])).toBeCloseTo(drawnAreaKm2([[ring]]), 9);
  });
  it("takes holes off and adds parts", () => {
    const outer = box(0, 0, 9000, 9000);
    const hole = box(3000, 3000, 6000, 6000);
    expect(drawnAreaKm2([[outer, hole], [hole]])).toBeCloseTo(drawnAreaKm2([[outer]]), 9);
  });
});

describe("bboxOf", () => {
  it("is west, south, east, north in degrees", () => {
    expect(bboxOf(commune("00001", box(1000, 2000, 30_000, 40_000)))).toEqual([
      106.001, 21.002, 106.03, 21.04,
    ]);
  });
});

describe("poleOfShape", () => {
  const inGrid = ({ point: [x, y] }: { point: GridPoint }): GridPoint => [x - ORIGIN[0], y - ORIGIN[1]];
  it("is the middle of a square", () => {
    const [x, y] = inGrid(poleOfShape(commune("00001", box(0, 0, 20_000, 20_000))));
    expect(x).toBeGreaterThan(8000);
    expect(x).toBeLessThan(12_000);
    expect(y).toBeGreaterThan(5000);
    expect(y).toBeLessThan(15_000);
  });
  it("prefers a wide place to a high one of the same size", () => {
    // An L: the upright is 8000 wide and 24 000 high, the foot 24 000 wide and 8000 high.
    const shape = commune("00001", [
      [0, 0],
      [0, 32_000],
      [8000, 32_000],
      [8000, 8000],
      [32_000, 8000],
      [32_000, 0],
    ]);
    const [x, y] = inGrid(poleOfShape(shape));
    expect(x).toBeGreaterThan(6000);
    expect(y).toBeLessThan(8000);
  });
  it("keeps out of holes and lies on the largest part", () => {
    const ring = commune("00001", box(0, 0, 20_000, 20_000), box(6000, 6000, 14_000, 14_000));
    expect(locate(ring.parts[0]![1]!, poleOfShape(ring).point)).toBe("outside");
    const parts = {
      code: "00002",
      parts: [
        ...commune("a", box(0, 0, 2000, 2000)).parts,
        ...commune("a", box(5000, 0, 20_000, 9000)).parts,
      ],
    };
    expect(inGrid(poleOfShape(parts))[0]).toBeGreaterThan(5000);
  });
  it("lies inside any commune", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 3, maxLength: 30 }),
        (wiggle) => {
          for (const shape of tiling(2, 2, wiggle)) {
            const { point, radius } = poleOfShape(shape);
            expect(locate(shape.parts[0]![0]!, point)).toBe("inside");
            expect(radius).toBeGreaterThan(1000);
          }
        },
      ),
      { numRuns: 20 },
    );
  });
});

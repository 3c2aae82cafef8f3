import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanShapes, tidyRing } from "../../scripts/boundaries/clean";
import { doubleArea, type GridPoint } from "../../scripts/boundaries/grid";
import { inspectShapes } from "../../scripts/boundaries/inspect";
import { box, commune, ORIGIN, tiling } from "../fixtures/boundaries/shapes";

const counts = () => ({ duplicates: 0, spikes: 0 });
const relative = (ring: readonly GridPoint[]): GridPoint[] =>
  ring.map(([x, y]) => [x - ORIGIN[0], y - ORIGIN[1]]);

describe("tidyRing", () => {
  const square = box(0, 0, 10, 10);
  it("drops duplicates in a row, also between last and first", () => {
    const seen = counts();
    const ring = tidyRing(
      [
        [0, 0],
        [0, 0],
        [0, 10],
        [10, 10],
        [10, 10],
        [10, 10],
        [10, 0],
        [0, 0],
      ],
      seen,
    );
    expect(ring).toHaveLength(4);
    expect(new Set(ring.map(String))).toEqual(new Set(square.map(String)));
    expect(seen).toEqual({ duplicates: 4, spikes: 0 });
  });
  it("drops a spike, and the spike that shows below it", () => {
    const seen = counts();
    const ring = tidyRing(
      [
        [0, 0],
        [0, 10],
        [10, 10],
        [14, 12],
        [20, 12],
        [14, 12],
        [10, 10],
        [10, 0],
      ],
      seen,
    );
    expect(ring).toEqual(square);
    expect(seen.spikes).toBe(2);
  });
  it("drops a spike at the ring's ends", () => {
    expect(
      tidyRing(
        [
          [5, -5],
          [0, 0],
          [0, 10],
          [10, 10],
          [10, 0],
          [0, 0],
        ],
        counts(),
      )
        .map(String)
        .sort(),
    ).toEqual(square.map(String).sort());
  });
  it("keeps corners, however sharp", () => {
    const needle: GridPoint[] = [
      [0, 0],
      [0, 10],
      [100, 6],
      [0, 5],
    ];
    expect(tidyRing(needle, counts())).toEqual(needle);
  });
  it("never leaves a duplicate or spike, nor changes the area", () => {
    const point = fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 }));
    fc.assert(
      fc.property(fc.array(point, { minLength: 3, maxLength: 12 }), (ring) => {
        const tidy = tidyRing(ring, counts());
        expect(doubleArea(tidy)).toBe(doubleArea(ring));
        if (tidy.length > 2)
          tidy.forEach((p, i) => {
            expect(String(p)).not.toBe(String(tidy[(i + 1) % tidy.length]));
            expect(String(p)).not.toBe(String(tidy[(i + 2) % tidy.length]));
          });
      }),
    );
  });
});

describe("cleanShapes", () => {
  it("leaves a clean tiling as it is", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 5, maxLength: 40 }),
        (wiggle) => {
          const shapes = tiling(3, 2, wiggle);
          const cleaned = cleanShapes(shapes);
          expect(cleaned.shapes).toEqual(shapes);
          expect(Object.values(cleaned.counts)).toEqual([0, 0, 0, 0, 0]);
        },
      ),
      { numRuns: 30 },
    );
  });
  it("gives a neighbour's vertex to the edge it rests on, which removes the zero-area hole", () => {
    const left = commune("00001", box(0, 0, 1000, 3000));
    // The middle vertices lie 1 unit off the left commune's straight edge: a sliver, as between rounded outlines.
    const right = commune("00002", [
      [1000, 0],
      [1001, 1000],
      [1000, 2000],
      [1000, 3000],
      [2000, 3000],
      [2000, 0],
    ]);
    expect(inspectShapes([left, right], "f").length).toBeGreaterThan(0);
    const { shapes, counts: seen } = cleanShapes([left, right]);
    expect(seen.inserted).toBe(2);
    expect(inspectShapes(shapes, "f")).toEqual([]);
    expect(relative(shapes[0]!.parts[0]![0]!)).toContainEqual([1001, 1000]);
  });
  it("joins vertices a tenth of a metre apart, the same way for both communes", () => {
    const left = commune("00001", [
      [0, 0],
      [0, 1000],
      [1000, 1000],
      [1000, 0],
    ]);
    const right = commune("00002", [
      [1001, 0],
      [1000, 1001],
      [2000, 1000],
      [2000, 0],
    ]);
    const { shapes, counts: seen } = cleanShapes([left, right]);
    expect(seen.snapped).toBe(2);
    expect(inspectShapes(shapes, "f")).toEqual([]);
  });
  it("does not close a real gap of a metre", () => {
    const shapes = cleanShapes([
      commune("00001", [
        [0, 0],
        [0, 3000],
        [1000, 3000],
        [990, 1500],
        [1000, 0],
      ]),
      commune("00002", [
        [1000, 0],
        [1000, 3000],
        [2000, 3000],
        [2000, 0],
      ]),
    ]).shapes;
    expect(inspectShapes(shapes, "f")).toHaveLength(1);
  });
  it("turns exteriors clockwise, holes anticlockwise, and drops rings without area", () => {
    const hole = box(300, 300, 600, 600);
    const flat: GridPoint[] = [
      [100, 100],
      [200, 100],
      [150, 100],
    ];
    const { shapes, counts: seen } = cleanShapes([
      commune("00001", box(0, 0, 1000, 1000).reverse(), hole, flat),
    ]);
    const [outer, inner, ...more] = shapes[0]!.parts[0]!;
    expect(doubleArea(outer!)).toBeLessThan(0);
    expect(doubleArea(inner!)).toBeGreaterThan(0);
    expect(more).toEqual([]);
    expect(seen.emptyRings).toBe(1);
  });
  it("is done after one run", () => {
    const messy = [
      commune("00001", box(0, 0, 1000, 3000)),
      commune("00002", [
        [1000, 0],
        [1001, 1000],
        [1001, 1001],
        [1000, 3000],
        [2000, 3000],
        [2000, 0],
      ]),
    ];
    const once = cleanShapes(messy).shapes;
    expect(cleanShapes(once).shapes).toEqual(once);
  });
});

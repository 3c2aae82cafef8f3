import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  boxesMeet,
  containsPoint,
  distanceBetweenStretches,
  distanceToStretch,
  eachStretch,
  lengthOf,
  shapeOf,
  shapesOf,
} from "@/analysis/spatial/shape";
import { closed, jstsLine, jstsPoint, jstsPolygon } from "./jsts";
import { aLine, aPlace, aStar, box } from "./shapes";

const stretches = (shape: ReturnType<typeof shapeOf>) => {
  const found: number[][] = [];
  eachStretch(shape, (...stretch) => void found.push(stretch));
  return found;
};

describe("a shape", () => {
  test("drops the corner that closes a ring and keeps the box", () => {
    const shape = shapeOf("areas", [closed(box(0, 0, 4, 2))]);
    expect(shape.coordinates.length).toBe(8);
    expect(shape.box).toEqual([0, 0, 4, 2]);
    expect(lengthOf(shape)).toBe(12);
  });

  test("has a stretch for each side, the closing one too, and none between parts", () => {
    expect(stretches(shapeOf("areas", [box(0, 0, 1, 1)]))).toHaveLength(4);
    expect(
      stretches(
        shapeOf("lines", [
          [
            [0, 0],
            [1, 0],
          ],
          [
            [5, 5],
            [6, 5],
            [7, 5],
          ],
        ]),
      ),
    ).toEqual([
      [0, 0, 1, 0],
      [5, 5, 6, 5],
      [6, 5, 7, 5],
    ]);
    expect(
      stretches(
        shapeOf("points", [
          [
            [0, 0],
            [3, 4],
          ],
        ]),
      ),
    ).toEqual([
      [0, 0, 0, 0],
      [3, 4, 3, 4],
    ]);
    expect(stretches(shapeOf("lines", [[[2, 2]]]))).toEqual([[2, 2, 2, 2]]);
  });

  test("refuses what is no place, and leaves out rings that bound nothing", () => {
    expect(() => shapeOf("points", [[[0, Number.NaN]]])).toThrow("not a place");
    expect(
      shapeOf("areas", [
        [
          [0, 0],
          [1, 1],
        ],
        closed([
          [0, 0],
          [1, 1],
        ]),
      ]).coordinates,
    ).toHaveLength(0);
  });

  test("is made of every kind of geometry, also of a collection, and of none where there is nothing", () => {
    const point: [number, number] = [106.5, 21.3];
    const ring = [point, [106.6, 21.3], [106.6, 21.4], point];
    const kinds = (geometry: Parameters<typeof shapesOf>[0]) =>
      shapesOf(geometry).map(({ kind, parts }) => [kind, parts.length - 1]);
    expect(kinds({ type: "Point", coordinates: point })).toEqual([["points", 1]]);
    expect(kinds({ type: "MultiPoint", coordinates: [point, point] })).toEqual([["points", 1]]);
    expect(kinds({ type: "LineString", coordinates: ring })).toEqual([["lines", 1]]);
    expect(kinds({ type: "MultiLineString", coordinates: [ring, ring] })).toEqual([["lines", 2]]);
    expect(kinds({ type: "Polygon", coordinates: [ring] })).toEqual([["areas", 1]]);
    expect(kinds({ type: "MultiPolygon", coordinates: [[ring, ring], [ring]] })).toEqual([["areas", 3]]);
    expect(
      kinds({
        type: "GeometryCollection",
        geometries: [
          { type: "Point", coordinates: point },
          { type: "LineString", coordinates: ring },
        ],
      }),
    ).toEqual([
      ["points", 1],
      ["lines", 1],
    ]);
    expect(kinds({ type: "MultiPolygon", coordinates: [] })).toEqual([]);
  });

  test("boxes meet at an edge, and farther apart when widened", () => {
    expect(boxesMeet([0, 0, 1, 1], [1, 1, 2, 2])).toBe(true);
    expect(boxesMeet([0, 0, 1, 1], [1.5, 0, 2, 2])).toBe(false);
    expect(boxesMeet([0, 0, 1, 1], [1.5, 0, 2, 2], 0.5)).toBe(true);
  });
});

describe("a place in an area", () => {
  test("is told as an independent implementation tells it, in rings, holes and parts", () => {
    fc.assert(
      fc.property(aStar(), aPlace(), (ring, place) => {
        expect(containsPoint(shapeOf("areas", [ring]), ...place)).toBe(
          jstsPolygon([ring]).covers(jstsPoint(place)),
        );
      }),
      { numRuns: 500 },
    );
    const withHole = shapeOf("areas", [box(0, 0, 10, 10), box(4, 4, 6, 6), box(20, 0, 30, 10)]);
    expect(containsPoint(withHole, 5, 5)).toBe(false);
    expect(containsPoint(withHole, 1, 5)).toBe(true);
    expect(containsPoint(withHole, 25, 5)).toBe(true);
    expect(containsPoint(withHole, 15, 5)).toBe(false);
  });

  test("an edge and a corner belong to the area, from every side and at every angle; a hole's edge too", () => {
    fc.assert(
      fc.property(aStar(), fc.nat(), fc.double({ min: 0, max: 1, noNaN: true }), (ring, pick, share) => {
        const shape = shapeOf("areas", [ring]);
        const index = pick % ring.length;
        const [[ax, ay] = [0, 0], [bx, by] = [0, 0]] = [ring[index], ring[(index + 1) % ring.length]];
        expect(containsPoint(shape, ax, ay)).toBe(true);
        expect(containsPoint(shape, ax + share * (bx - ax), ay + share * (by - ay))).toBe(true);
      }),
      { numRuns: 500 },
    );
    const withHole = shapeOf("areas", [box(0, 0, 10, 10), box(4, 4, 6, 6)]);
    expect(containsPoint(withHole, 4, 5)).toBe(true);
    expect(containsPoint(withHole, 5, 6)).toBe(true);
    expect(containsPoint(withHole, 4.001, 5)).toBe(false);
  });

  test("a figure of eight counts by the even-odd rule, whichever way it winds; lines contain nothing", () => {
    const eight = shapeOf("areas", [
      [
        [0, 0],
        [10, 10],
        [10, 0],
        [0, 10],
      ],
    ]);
    expect(containsPoint(eight, 1, 5)).toBe(true);
    expect(containsPoint(eight, 5, 1)).toBe(false);
    expect(containsPoint(shapeOf("areas", [box(0, 0, 2, 2).reverse()]), 1, 1)).toBe(true);
    expect(containsPoint(shapeOf("lines", [closed(box(0, 0, 2, 2))]), 1, 1)).toBe(false);
  });
});

test("distances to and between stretches are an independent implementation's", () => {
  fc.assert(
    fc.property(aLine(), aLine(), aPlace(), ([a, b], [c, d], place) => {
      if (a === undefined || b === undefined || c === undefined || d === undefined) return;
      expect(distanceToStretch(...a, ...b, ...place)).toBeCloseTo(
        jstsLine([a, b]).distance(jstsPoint(place)),
        6,
      );
      expect(distanceBetweenStretches(...a, ...b, ...c, ...d)).toBeCloseTo(
        jstsLine([a, b]).distance(jstsLine([c, d])),
        6,
      );
    }),
    { numRuns: 500 },
  );
  expect(distanceToStretch(1, 1, 1, 1, 4, 5)).toBe(5);
  expect(distanceBetweenStretches(0, 0, 10, 0, 5, -1, 5, 1)).toBe(0);
  expect(distanceBetweenStretches(0, 0, 10, 0, 10, 0, 20, 0)).toBe(0);
});

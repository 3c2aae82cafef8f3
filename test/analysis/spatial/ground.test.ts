import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exceeds, fallsTo, greatestIn, lengthInside } from "@/analysis/spatial/along";
import { groundOf, SEAL_M } from "@/analysis/spatial/ground";
import { shapeOf } from "@/analysis/spatial/shape";
import { jstsLine, jstsPoint, jstsPolygon } from "./jsts";
import { aLine, aPlace, aStar, box } from "./shapes";

const area = (...rings: (readonly (readonly number[])[])[]) => shapeOf("areas", rings);

describe("ground of many shapes", () => {
  test("is as near, and as deep, as an independent implementation says of the union", () => {
    fc.assert(
      fc.property(fc.array(aStar(), { minLength: 1, maxLength: 12 }), aPlace(), (rings, place) => {
        const ground = groundOf(rings.map((ring) => area(ring)));
        const union = rings.map((ring) => jstsPolygon([ring])).reduce((all, one) => all.union(one));
        const point = jstsPoint(place);
        const isIn = union.covers(point);
        expect(ground.contains(...place)).toBe(isIn);
        const expected = isIn ? -union.getBoundary().distance(point) : union.distance(point);
        // Where slivers between the shapes are sealed a depth may be greater by as much.
        const signed = ground.signedDistance(...place);
        if (Math.abs(signed - expected) > 1e-6) {
          expect(isIn).toBe(true);
          expect(
            union.buffer(SEAL_M, 16).buffer(-SEAL_M, 16).getBoundary().distance(point),
          ).toBeGreaterThanOrEqual(-expected - 1e-6);
          expect(signed).toBeLessThanOrEqual(expected);
        }
      }),
      { numRuns: 300 },
    );
  });

  test("has no edge where one area only just overlaps another, not even a thin one", () => {
    const wedge = [
      [0, 0],
      [1000, 0],
      [1000, 1000],
      [0, 1000],
    ];
    // Between x = 0 and 1000 the lower edge of the second lies 0 to 0.4 m inside the first.
    const thin = [
      [0, 1000],
      [1000, 999.6],
      [1000, 2000],
      [0, 2000],
    ];
    const ground = groundOf([area(wedge), area(thin)]);
    expect(ground.signedDistance(500, 900)).toBeCloseTo(-500, 0);
    expect(ground.signedDistance(500, 1100)).toBeCloseTo(-500, 0);
  });

  test("has no edge where two of its areas meet or overlap, also when they miss each other by a rounding", () => {
    for (const gap of [0, 0.1, -0.1, -200]) {
      const ground = groundOf([area(box(0, 0, 1000, 1000)), area(box(1000 + gap, 0, 2000, 1000))]);
      expect(ground.signedDistance(1000, 500)).toBeCloseTo(-500, 6);
    }
    const apart = groundOf([area(box(0, 0, 1000, 1000)), area(box(1003, 0, 2000, 1000))]);
    expect(apart.signedDistance(1001, 500)).toBeCloseTo(1, 6);
    expect(apart.signedDistance(990, 500)).toBeCloseTo(-10, 6);
  });

  test("a hole in one area filled by another is no edge either", () => {
    const ground = groundOf([
      area(box(0, 0, 900, 900), box(300, 300, 600, 600)),
      area(box(300, 300, 600, 600)),
    ]);
    expect(ground.signedDistance(450, 450)).toBeCloseTo(-450, 6);
  });

  test("of lines and points has no inside; of nothing is infinitely far", () => {
    const ground = groundOf([
      shapeOf("lines", [
        [
          [0, 0],
          [100, 0],
        ],
      ]),
      shapeOf("points", [[[300, 40]]]),
    ]);
    expect(ground.signedDistance(50, 30)).toBe(30);
    expect(ground.signedDistance(50, 0)).toBe(0);
    expect(ground.signedDistance(300, 0)).toBe(40);
    expect(groundOf([]).signedDistance(0, 0)).toBe(Infinity);
    expect(groundOf([]).contains(0, 0)).toBe(false);
  });

  test("is the same whatever the order and winding of its shapes", () => {
    fc.assert(
      fc.property(fc.array(aStar(), { minLength: 2, maxLength: 12 }), aPlace(), (rings, place) => {
        const forth = groundOf(rings.map((ring) => area(ring)));
        const back = groundOf(rings.toReversed().map((ring) => area(ring.toReversed())));
        expect(back.signedDistance(...place)).toBeCloseTo(forth.signedDistance(...place), 6);
      }),
      { numRuns: 100 },
    );
  });

  test("changes by no more than a metre for every metre moved", () => {
    fc.assert(
      fc.property(fc.array(aStar(), { minLength: 1, maxLength: 5 }), aPlace(), aPlace(), (rings, a, b) => {
        const { signedDistance } = groundOf(rings.map((ring) => area(ring)));
        const moved = Math.hypot(a[0] - b[0], a[1] - b[1]);
        expect(Math.abs(signedDistance(...a) - signedDistance(...b))).toBeLessThanOrEqual(moved + SEAL_M);
      }),
    );
  });

  test("a stretch's distance to edges is an independent implementation's", () => {
    fc.assert(
      fc.property(fc.array(aStar(), { minLength: 1, maxLength: 10 }), aLine(), (rings, [a, b]) => {
        if (a === undefined || b === undefined) return;
        const ground = groundOf(
          rings.map((ring, index) => area(ring.map(([x, y]) => [x + index * 9000, y]))),
        );
        const expected = Math.min(
          ...rings.map((ring, index) =>
            jstsPolygon([ring.map(([x, y]) => [x + index * 9000, y])])
              .getBoundary()
              .distance(jstsLine([a, b])),
          ),
        );
        expect(ground.distanceToStretch(...a, ...b)).toBeCloseTo(expected, 6);
      }),
    );
  });
});

describe("a line in ground", () => {
  test("has as much inside as an independent implementation says", () => {
    fc.assert(
      fc.property(fc.array(aStar(), { minLength: 1, maxLength: 6 }), aLine(), (rings, line) => {
        const union = rings.map((ring) => jstsPolygon([ring])).reduce((all, one) => all.union(one));
        const parts = line.slice(1).map((to, index) =>
          jstsLine([line[index] ?? to, to])
            .intersection(union)
            .getLength(),
        );
        const expected = parts.reduce((sum, part) => sum + part, 0);
        const inside = lengthInside(shapeOf("lines", [line]), groundOf(rings.map((ring) => area(ring))));
        expect(Math.abs(inside - expected)).toBeLessThan(0.01 + 4 * SEAL_M * (inside === expected ? 0 : 1));
      }),
      { numRuns: 300 },
    );
  });

  test("counts along a border, from either side; not beyond it", () => {
    const line = shapeOf("lines", [
      [
        [0, 0],
        [100, 0],
        [100, 50],
      ],
    ]);
    expect(lengthInside(line, groundOf([area(box(0, 0, 100, 100))]))).toBeCloseTo(150, 9);
    expect(lengthInside(line, groundOf([area(box(0, -100, 100, 0))]))).toBeCloseTo(100, 9);
    expect(lengthInside(line, groundOf([area(box(0, -100, 40, 0))]))).toBeCloseTo(40, 9);
    expect(
      lengthInside(
        line,
        groundOf([
          shapeOf("lines", [
            [
              [0, 0],
              [100, 0],
            ],
          ]),
        ]),
      ),
    ).toBe(0);
  });

  test("by neighbouring areas adds up to its length in both together", () => {
    fc.assert(
      fc.property(aLine(), fc.integer({ min: -2000, max: 2000 }), (line, cut) => {
        const shape = shapeOf("lines", [line]);
        const [west, east] = [area(box(-9000, -9000, cut, 9000)), area(box(cut, -9000, 9000, 9000))];
        const sum = lengthInside(shape, groundOf([west])) + lengthInside(shape, groundOf([east]));
        expect(sum).toBeCloseTo(lengthInside(shape, groundOf([west, east])), 6);
      }),
    );
  });
});

describe("a field", () => {
  test("falls to a limit along a line, or exceeds it, where any place of the line does", () => {
    fc.assert(
      fc.property(aLine(), aStar(), fc.integer({ min: -300, max: 2500 }), (line, ring, limit) => {
        const { signedDistance } = groundOf([area(ring)]);
        const shape = shapeOf("lines", [line]);
        const sampled = line.slice(1).flatMap(([bx, by], index) => {
          const [ax, ay] = line[index] ?? [bx, by];
          return Array.from({ length: 81 }, (_, step) =>
            signedDistance(ax + ((bx - ax) * step) / 80, ay + ((by - ay) * step) / 80),
          );
        });
        if (Math.min(...sampled) <= limit) expect(fallsTo(shape, signedDistance, limit)).toBe(true);
        if (Math.max(...sampled) > limit + 1e-6) expect(exceeds(shape, signedDistance, limit)).toBe(true);
        const apart = jstsPolygon([ring]).distance(jstsLine(line));
        if (limit > 0 && apart > limit + 0.1) expect(fallsTo(shape, signedDistance, limit)).toBe(false);
        if (exceeds(shape, signedDistance, limit)) expect(Math.max(...sampled)).toBeGreaterThan(limit - 150);
        if (fallsTo(shape, signedDistance, limit)) expect(Math.min(...sampled)).toBeLessThan(limit + 150);
      }),
      { numRuns: 300 },
    );
    expect(
      fallsTo(
        shapeOf("lines", [
          [
            [0, 0],
            [9, 0],
          ],
        ]),
        groundOf([]).signedDistance,
        1e9,
      ),
    ).toBe(false);
  });

  test("inside an area is bounded from both sides, with and without a limit", () => {
    fc.assert(
      fc.property(aStar(), aPlace(), fc.integer({ min: 1, max: 4000 }), (ring, [px, py], limit) => {
        const shape = area(ring);
        const inArea = groundOf([shape]).signedDistance;
        const field = (x: number, y: number) => Math.hypot(x - px, y - py);
        // The farthest place of an area from a point is one of its corners.
        const truth = Math.max(...ring.map(([x, y]) => field(x, y)));
        const { atLeast, atMost } = greatestIn(shape.box, inArea, field, null);
        expect(atLeast).toBeLessThanOrEqual(truth + 1e-6);
        expect(atMost).toBeGreaterThanOrEqual(truth - 1e-6);
        expect(atMost).toBeLessThanOrEqual(truth * 1.06 + 60);
        const settled = greatestIn(shape.box, inArea, field, limit);
        if (settled.atMost <= limit) expect(truth).toBeLessThanOrEqual(limit + 1e-6);
        if (settled.atLeast > limit) expect(truth).toBeGreaterThan(limit - 1e-6);
        if (truth < limit - 5) expect(settled.atMost).toBeLessThanOrEqual(limit);
      }),
    );
  });
});

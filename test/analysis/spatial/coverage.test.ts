import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { areaOf, coverage, isCoveredBut, sharedArea } from "@/analysis/spatial/coverage";
import { shapeOf } from "@/analysis/spatial/shape";
import { jstsPolygon } from "./jsts";
import { aStar, box } from "./shapes";

const area = (...rings: (readonly (readonly number[])[])[]) => shapeOf("areas", rings);
/** Square metres by which two implementations may differ on shapes of some km². */
const CLOSE = 0.01;

describe("area", () => {
  test("is an independent implementation's for any ring", () => {
    fc.assert(
      fc.property(aStar(), (ring) => {
        expect(Math.abs(areaOf(area(ring)) - jstsPolygon([ring]).getArea())).toBeLessThan(CLOSE);
      }),
    );
  });

  test("leaves holes out, adds parts and counts a figure of eight's two loops", () => {
    expect(areaOf(area(box(0, 0, 10, 10), box(2, 2, 4, 4)))).toBeCloseTo(96, 9);
    expect(areaOf(area(box(0, 0, 10, 10), box(20, 0, 30, 10)))).toBeCloseTo(200, 9);
    expect(
      areaOf(
        area([
          [0, 0],
          [10, 10],
          [10, 0],
          [0, 10],
        ]),
      ),
    ).toBeCloseTo(50, 9);
    expect(areaOf(shapeOf("lines", [box(0, 0, 10, 10)]))).toBe(0);
  });
});

describe("the part of a ground under covers", () => {
  test("is an independent implementation's intersection, whichever is the ground", () => {
    fc.assert(
      fc.property(aStar(), aStar(), (one, other) => {
        const expected = jstsPolygon([one])
          .intersection(jstsPolygon([other]))
          .getArea();
        expect(Math.abs(sharedArea(area(one), area(other)) - expected)).toBeLessThan(CLOSE);
        expect(Math.abs(sharedArea(area(other), area(one)) - expected)).toBeLessThan(CLOSE);
        expect(Math.abs(coverage(area(one), [area(other)]).covered - expected)).toBeLessThan(CLOSE);
      }),
      { numRuns: 300 },
    );
  });

  test("is told to be all but so much exactly as the areas say", () => {
    fc.assert(
      fc.property(
        aStar(),
        fc.array(aStar(), { maxLength: 3 }),
        fc.double({ min: 0, max: 1.2, noNaN: true }),
        (ring, rings, share) => {
          const ground = area(ring);
          const covers = rings.map((one) => area(one));
          const { ground: whole, covered } = coverage(ground, covers);
          const most = share * whole;
          fc.pre(Math.abs(whole - covered - most) > CLOSE);
          expect(isCoveredBut(most, ground, covers)).toBe(whole - covered <= most);
        },
      ),
    );
  });

  test("counts ground under several covers once", () => {
    fc.assert(
      fc.property(aStar(), fc.array(aStar(), { minLength: 1, maxLength: 4 }), (ground, covers) => {
        const union = covers.map((ring) => jstsPolygon([ring])).reduce((all, one) => all.union(one));
        const { ground: whole, covered } = coverage(
          area(ground),
          covers.map((ring) => area(ring)),
        );
        expect(Math.abs(covered - jstsPolygon([ground]).intersection(union).getArea())).toBeLessThan(CLOSE);
        expect(Math.abs(whole - jstsPolygon([ground]).getArea())).toBeLessThan(CLOSE);
      }),
      { numRuns: 200 },
    );
    const ground = area(box(0, 0, 10, 10));
    expect(coverage(ground, [area(box(0, 0, 5, 10)), area(box(3, 0, 8, 10))]).covered).toBeCloseTo(80, 9);
    expect(coverage(ground, [area(box(0, 0, 5, 10)), area(box(0, 0, 5, 10))]).covered).toBeCloseTo(50, 9);
  });

  test("is whole under itself, nothing beside it: a shared border has no area", () => {
    const ground = area(box(0, 0, 10, 10));
    expect(coverage(ground, [ground])).toEqual({
      ground: expect.closeTo(100, 9),
      covered: expect.closeTo(100, 9),
    });
    expect(sharedArea(ground, area(box(10, 0, 20, 10)))).toBe(0);
    expect(sharedArea(ground, area(box(10, 10, 20, 20)))).toBe(0);
    expect(sharedArea(ground, area(box(2, 2, 3, 3)))).toBeCloseTo(1, 9);
    expect(
      sharedArea(
        ground,
        shapeOf("lines", [
          [
            [0, 0],
            [10, 10],
          ],
        ]),
      ),
    ).toBe(0);
    expect(coverage(ground, [])).toEqual({ ground: expect.closeTo(100, 9), covered: 0 });
  });

  test("leaves a cover's hole uncovered", () => {
    expect(
      coverage(area(box(0, 0, 10, 10)), [area(box(-5, -5, 15, 15), box(2, 2, 8, 8))]).covered,
    ).toBeCloseTo(64, 9);
  });

  test("pieces of a ground add up to it, cut along any line", () => {
    fc.assert(
      fc.property(aStar(), aStar(), fc.integer({ min: -2000, max: 2000 }), (ground, cover, cut) => {
        const [west, east] = [area(box(-9000, -9000, cut, 9000)), area(box(cut, -9000, 9000, 9000))];
        const shape = area(ground);
        const whole = sharedArea(shape, area(cover));
        const parts = [west, east].map((half) => coverage(half, [shape]).covered);
        expect((parts[0] ?? 0) + (parts[1] ?? 0)).toBeCloseTo(areaOf(shape), 3);
        expect(whole).toBeLessThanOrEqual(areaOf(shape) + CLOSE);
      }),
    );
  });
});

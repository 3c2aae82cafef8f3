import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { classBounds, classCount, classOf, computeBreaks } from "@/analysis/classes";

const fives = { breaks: [20, 40, 60, 80], extent: [0, 100] as const, version: "1" };

describe("classes", () => {
  test("a value on a break belongs to the class above it, the maximum to the last", () => {
    expect([0, 19.99, 20, 80, 100].map((value) => classOf(fives, value))).toEqual([0, 0, 1, 4, 4]);
  });
  test("unknown has no class; it is not the class of zero", () => expect(classOf(fives, null)).toBeNull());
  test("bounds meet without a gap and span the extent", () => {
    expect(classBounds(fives)).toEqual([
      [0, 20],
      [20, 40],
      [40, 60],
      [60, 80],
      [80, 100],
    ]);
    expect(classCount(fives)).toBe(5);
  });
});

describe("breaks from data", () => {
  const values = fc.array(
    fc.integer({ min: -50, max: 5000 }).map((value) => value / 4),
    { minLength: 1, maxLength: 120 },
  );
  test("strictly rise inside an extent that holds every value, at most as many classes as asked for", () => {
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 7 }), (xs, count) => {
        const { breaks, extent } = computeBreaks(xs, count)!;
        expect(breaks.length).toBeLessThan(count === 1 ? 1 : count);
        const chain = [extent[0], ...breaks, extent[1]];
        for (let i = 1; i < chain.length; i++) expect(chain[i]!).toBeGreaterThan(chain[i - 1]!);
        expect(extent[0]).toBeLessThanOrEqual(Math.min(...xs));
        expect(extent[1]).toBeGreaterThanOrEqual(Math.max(...xs));
      }),
    );
  });
  test("a larger value never has a lower class", () => {
    fc.assert(
      fc.property(values, (xs) => {
        const classes = { ...computeBreaks(xs, 5)!, version: "t" };
        const indexes = xs.toSorted((a, b) => a - b).map((x) => classOf(classes, x)!);
        expect(indexes).toEqual(indexes.toSorted((a, b) => a - b));
      }),
    );
  });
  test("are round numbers", () => {
    const { breaks } = computeBreaks([103, 211, 347, 489, 612, 777, 890, 951, 1043, 1199], 5)!;
    for (const bound of breaks) expect(bound % 50).toBe(0);
  });
  test("do not depend on the order of the values", () => {
    fc.assert(
      fc.property(values, (xs) => {
        expect(computeBreaks(xs.toReversed(), 5)).toEqual(computeBreaks(xs, 5));
      }),
    );
  });
  test("leave the first and the last class not empty: no break at the minimum, none above the maximum", () => {
    fc.assert(
      fc.property(values, fc.integer({ min: 2, max: 7 }), (xs, count) => {
        const classes = { ...computeBreaks(xs, count)!, version: "t" };
        expect(classOf(classes, Math.min(...xs))).toBe(0);
        expect(classOf(classes, Math.max(...xs))).toBe(classes.breaks.length);
      }),
    );
  });
  test("no value, no breaks", () => expect(computeBreaks([], 5)).toBeNull());
});

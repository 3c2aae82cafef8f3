import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CHANGE_STEPS, changeClasses, changeClassOf } from "@/analysis/changeClasses";

const difference = fc.double({ min: -5000, max: 5000, noNaN: true });

describe("classes of change", () => {
  it("are round steps on either side, wide enough for the largest", () => {
    expect(changeClasses([-12, 4, 29], 1)).toEqual({ step: 10, digits: 1 });
    expect(changeClasses([0.7], 1)).toEqual({ step: 0.25, digits: 1 });
    expect(changeClasses([1, 2, 3], 0)).toEqual({ step: 1, digits: 0 });
    // Never finer than what is read.
    expect(changeClasses([1], 0)).toEqual({ step: 1, digits: 0 });
  });
  it("are none where nothing reads as a change", () => {
    expect(changeClasses([], 1)).toBeNull();
    expect(changeClasses([0, 0.04, -0.04], 1)).toBeNull();
  });
  it("put no change in the middle, alone, and bounds into the inner class", () => {
    const classes = { step: 10, digits: 1 };
    expect(
      [-31, -20.1, -20, -0.1, -0.04, 0, 0.04, 0.1, 10, 10.1, 30, 31].map((at) => changeClassOf(classes, at)),
    ).toEqual([-3, -3, -2, -1, 0, 0, 0, 1, 1, 2, 3, 3]);
  });
  it("are the same on both sides, ordered as the differences, and hold all of them", () => {
    fc.assert(
      fc.property(
        fc.array(difference, { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 0, max: 2 }),
        (all, digits) => {
          const classes = changeClasses(all, digits);
          if (classes === null) return;
          expect(
            changeClasses(
              all.map((one) => -one),
              digits,
            ),
          ).toEqual(classes);
          const sorted = all.toSorted((a, b) => a - b).map((one) => changeClassOf(classes, one));
          expect(sorted).toEqual(sorted.toSorted((a, b) => a - b));
          for (const one of all) {
            expect(changeClassOf(classes, -one) + changeClassOf(classes, one)).toBe(0);
            expect(changeClassOf(classes, one) === 0).toBe(Math.round(Math.abs(one) * 10 ** digits) === 0);
            // The outermost class is never overrun: its bound is at least the largest difference.
            expect(Math.abs(one)).toBeLessThanOrEqual(classes.step * CHANGE_STEPS + 1e-6);
          }
        },
      ),
    );
  });
});

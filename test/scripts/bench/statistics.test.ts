import fc from "fast-check";
import { expect, test } from "vitest";
import { quantile, spread } from "../../../scripts/bench/statistics";

test("the median of an even sample lies between its middle two", () => {
  expect(quantile([4, 1, 3, 2], 0.5)).toBe(2.5);
  expect(quantile([5, 1, 3], 0.5)).toBe(3);
});
test("an empty sample has no quantile, which is not zero", () => {
  expect(spread([])).toEqual({ n: 0, p50: null, p95: null });
});
test("quantiles stay within the sample and grow with p; the order of the sample does not matter", () => {
  const sample = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(sample, fc.double({ min: 0, max: 1, noNaN: true }), (xs, p) => {
      const value = quantile(xs, p) ?? Number.NaN;
      expect(value).toBeGreaterThanOrEqual(Math.min(...xs));
      expect(value).toBeLessThanOrEqual(Math.max(...xs));
      expect(quantile([...xs].reverse(), p)).toBe(value);
      expect(quantile(xs, 1)).toBe(Math.max(...xs));
      expect(quantile(xs, Math.min(1, p + 0.1)) ?? Number.NaN).toBeGreaterThanOrEqual(value);
    }),
  );
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  clockwise,
  doubleArea,
  fromGrid,
  type GridPoint,
  locate,
  ringAt,
  toGrid,
  turn,
} from "../../scripts/boundaries/grid";
import { box } from "../fixtures/boundaries/shapes";

describe("grid", () => {
  it("rounds to a millionth of a degree and back", () => {
    expect(toGrid([106.1234567, 21.0000004])).toEqual([106_123_457, 21_000_000]);
    expect(fromGrid([106_123_457, 21_000_000])).toEqual([106.123457, 21]);
  });
  it("knows left from right, exactly at real coordinates", () => {
    const [a, b]: GridPoint[] = [
      [105_900_000, 21_000_000],
      [107_000_000, 21_700_001],
    ];
    expect(turn(a!, b!, [105_900_001, 21_000_001])).toBeGreaterThan(0);
    expect(turn(a!, b!, [107_000_000, 21_700_000])).toBeLessThan(0);
    expect(turn(a!, b!, b!)).toBe(0);
  });
  it("makes any exterior clockwise and keeps its size", () => {
    const anticlockwise = box(0, 0, 4, 3).reverse();
    expect(doubleArea(anticlockwise)).toBe(24);
    expect(doubleArea(clockwise(anticlockwise))).toBe(-24);
    expect(clockwise(box(0, 0, 4, 3))).toEqual(box(0, 0, 4, 3));
  });
  it("wraps indices both ways and refuses an empty ring", () => {
    expect(ringAt(box(0, 0, 1, 1), -1)).toEqual([1, 0]);
    expect(ringAt(box(0, 0, 1, 1), 5)).toEqual([0, 1]);
    expect(() => ringAt([], 0)).toThrow(/empty/);
  });
  it.each([
    [[5, 5], "inside"],
    [[5, 10], "on-edge"],
    [[10, 10], "on-edge"],
    [[11, 10], "outside"],
    // Level with a corner: a ray through vertices must not be counted twice.
    [[-1, 10], "outside"],
    [[-1, 0], "outside"],
  ] as const)("locates %s %s", (point, where) => {
    expect(locate(box(0, 0, 10, 10), point)).toBe(where);
    expect(locate(box(0, 0, 10, 10).reverse(), point)).toBe(where);
  });
  it("locates by the triangle's own sides", () => {
    const corner = fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: -50, max: 50 }));
    fc.assert(
      fc.property(corner, corner, corner, corner, (a, b, c, p) => {
        fc.pre(turn(a, b, c) !== 0);
        const sides = [turn(a, b, p), turn(b, c, p), turn(c, a, p)].map(Math.sign);
        const expected =
          sides.includes(1) && sides.includes(-1) ? "outside" : sides.includes(0) ? "on-edge" : "inside";
        expect(locate([a, b, c], p)).toBe(expected);
      }),
    );
  });
});

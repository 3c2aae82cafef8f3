import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findCrossings, type Segment } from "../../scripts/boundaries/crossings";
import type { GridPoint } from "../../scripts/boundaries/grid";

const segment = (a: GridPoint, b: GridPoint, owner = 0): Segment => ({ a, b, owner });
const meet = (...segments: Segment[]): number => findCrossings(segments).length;

describe("findCrossings", () => {
  it("sees a proper crossing once", () => {
    expect(meet(segment([0, 0], [10, 10]), segment([0, 10], [10, 0]))).toBe(1);
  });
  it("lets lines share an end", () => {
    expect(meet(segment([0, 0], [5, 5]), segment([5, 5], [10, 0]))).toBe(0);
    expect(meet(segment([0, 0], [5, 5]), segment([5, 5], [10, 10]))).toBe(0);
  });
  it("sees an end that rests on the middle of another line", () => {
    expect(meet(segment([0, 0], [10, 0]), segment([5, 0], [5, 9]))).toBe(1);
  });
  it("sees lines running over each other: identical, reversed, partly, folded back", () => {
    expect(meet(segment([0, 0], [10, 0]), segment([0, 0], [10, 0], 1))).toBe(1);
    expect(meet(segment([0, 0], [10, 0]), segment([10, 0], [0, 0], 1))).toBe(1);
    expect(meet(segment([0, 0], [10, 0]), segment([5, 0], [15, 0]))).toBe(1);
    expect(meet(segment([0, 0], [10, 0]), segment([10, 0], [4, 0]))).toBe(1);
  });
  it("does not take neighbours in a row for overlaps", () => {
    expect(meet(segment([0, 0], [4, 0]), segment([5, 0], [9, 0]))).toBe(0);
  });
  it("has nothing to say about fewer than two segments", () => {
    expect(findCrossings([])).toEqual([]);
    expect(meet(segment([0, 0], [1, 1]))).toBe(0);
  });
  it("agrees with checking every pair of a small grid by parameters", () => {
    const point = fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 }));
    const line = fc.tuple(point, point).filter(([a, b]) => a[0] !== b[0] || a[1] !== b[1]);
    fc.assert(
      fc.property(fc.array(line, { minLength: 2, maxLength: 6 }), (lines) => {
        const segments = lines.map(([a, b], owner) => segment(a, b, owner));
        let pairs = 0;
        for (let i = 0; i < lines.length; i++)
          for (let j = i + 1; j < lines.length; j++) if (meetSlowly(segments[i]!, segments[j]!)) pairs++;
        expect(findCrossings(segments)).toHaveLength(pairs);
      }),
    );
  });
});

/** Shares a point that is not an end of both: solved with fractions instead of orientations. */
function meetSlowly({ a, b }: Segment, { a: c, b: d }: Segment): boolean {
  const [rx, ry] = [b[0] - a[0], b[1] - a[1]];
  const [sx, sy] = [d[0] - c[0], d[1] - c[1]];
  const cross = rx * sy - ry * sx;
  const [qx, qy] = [c[0] - a[0], c[1] - a[1]];
  if (cross === 0) {
    if (qx * ry - qy * rx !== 0) return false;
    const along = (p: GridPoint): number => ((p[0] - a[0]) * rx + (p[1] - a[1]) * ry) / (rx * rx + ry * ry);
    const [low, high] = [along(c), along(d)].sort((u, v) => u - v);
    return Math.min(1, high!) - Math.max(0, low!) > 1e-9;
  }
  const t = (qx * sy - qy * sx) / cross;
  const u = (qx * ry - qy * rx) / cross;
  if (t < -1e-9 || t > 1 + 1e-9 || u < -1e-9 || u > 1 + 1e-9) return false;
  const atEnd = (value: number): boolean => Math.abs(value) < 1e-9 || Math.abs(value - 1) < 1e-9;
  return !(atEnd(t) && atEnd(u));
}

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { commonLength, type Spans, spansOf, unionOf } from "@/pack/steps/scanlines";

const spans = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 10 })), { maxLength: 6 })
  .map((list): Spans => list.map(([from, length]) => [from, from + length]));
/** By counting unit cells: slow, plain, and another way. */
const cells = (list: Spans) =>
  new Set(list.flatMap(([from, to]) => Array.from({ length: to - from }, (_, i) => from + i)));

describe("spans", () => {
  it("join without overlap and lose nothing", () => {
    fc.assert(
      fc.property(spans, (list) => {
        const joined = unionOf(list);
        expect(cells(joined)).toEqual(cells(list));
        joined.forEach(([from, to], index) => {
          expect(from).toBeLessThan(to);
          if (index > 0) expect(joined[index - 1]![1]).toBeLessThan(from);
        });
      }),
    );
  });

  it("share what both hold", () => {
    fc.assert(
      fc.property(spans, spans, (a, b) => {
        const both = [...cells(a)].filter((cell) => cells(b).has(cell)).length;
        expect(commonLength(unionOf(a), unionOf(b))).toBe(both);
        expect(commonLength(unionOf(b), unionOf(a))).toBe(both);
      }),
    );
  });
});

describe("rows of a polygon", () => {
  it("cross a corner on their middle once", () => {
    const diamond = {
      type: "Polygon" as const,
      coordinates: [
        [
          [0, 1.5],
          [1.5, 0],
          [3, 1.5],
          [1.5, 3],
          [0, 1.5],
        ],
      ],
    };
    const rows = spansOf(diamond, { south: 0, height: 1, count: 3 });
    expect(rows.map((row) => row.length)).toEqual([1, 1, 1]);
    expect(rows[1]).toEqual([[0, 3]]);
  });
  it("outside it are empty", () => {
    const square = {
      type: "Polygon" as const,
      coordinates: [
        [
          [0, 0],
          [1, 0],
          [1, 1],
          [0, 1],
          [0, 0],
        ],
      ],
    };
    expect(spansOf(square, { south: -2, height: 1, count: 4 })).toEqual([[], [], [[0, 1]], []]);
  });
});

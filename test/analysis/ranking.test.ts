import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Contender, rank } from "@/analysis/ranking";

const contender = (
  id: string,
  value: number | null,
  denominator: number | null = null,
): Contender<string> => ({ id, value, denominator });
const rule = { first: "highest", digits: 1, minimumDenominator: 0 } as const;
const ranks = (list: readonly Contender<string>[], part: Partial<Parameters<typeof rank>[1]> = {}) =>
  rank(list, { ...rule, ...part }).ranked.map(
    ({ id, rank: place, tied }) => `${id}${place}${tied ? "=" : ""}`,
  );

describe("ranking", () => {
  test("ties share a rank and leave the next one free", () => {
    expect(ranks([contender("a", 10), contender("b", 30), contender("c", 20), contender("d", 20)])).toEqual([
      "b1",
      "c2=",
      "d2=",
      "a4",
    ]);
  });
  test("values that read the same share a rank", () => {
    const list = [contender("a", 46.24), contender("b", 46.21), contender("c", 46.26)];
    expect(ranks(list)).toEqual(["c1", "a2=", "b2="]);
    expect(ranks(list, { digits: 2 })).toEqual(["c1", "a2", "b3"]);
  });
  test("the lowest first when that is the question", () => {
    expect(ranks([contender("a", 10), contender("b", 0), contender("c", 10)], { first: "lowest" })).toEqual([
      "b1",
      "a2=",
      "c2=",
    ]);
  });
  test("a blank has no rank, zero has one", () => {
    const { ranked, blank } = rank([contender("a", null), contender("b", 0)], rule);
    expect(ranked.map(({ id }) => id)).toEqual(["b"]);
    expect(blank.map(({ id }) => id)).toEqual(["a"]);
  });
  test("small denominators stand apart and take no rank from the others; the minimum itself is large enough", () => {
    const { ranked, small } = rank(
      [contender("a", 100, 1), contender("b", 50, 4), contender("c", 25, 9), contender("d", 10)],
      { ...rule, minimumDenominator: 4 },
    );
    expect(ranked.map(({ id, rank: place }) => [id, place])).toEqual([
      ["b", 1],
      ["c", 2],
      ["d", 3],
    ]);
    expect(small.map(({ id }) => id)).toEqual(["a"]);
  });
  test("nobody is lost, and a rank is one more than the number of better values", () => {
    const list = fc.array(
      fc.record({
        value: fc.option(fc.integer({ min: 0, max: 6 })),
        denominator: fc.option(fc.integer({ min: 0, max: 6 })),
      }),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(list, (rows) => {
        const contenders = rows.map((row, index) => ({ id: index, ...row }));
        const { ranked, small, blank } = rank(contenders, { ...rule, minimumDenominator: 3 });
        expect([...ranked, ...small, ...blank].map(({ id }) => id).toSorted((a, b) => a - b)).toEqual(
          contenders.map(({ id }) => id),
        );
        for (const { value, rank: place, tied } of ranked) {
          expect(place).toBe(1 + ranked.filter((other) => other.value > value).length);
          expect(tied).toBe(ranked.filter((other) => other.value === value).length > 1);
        }
      }),
    );
  });
});

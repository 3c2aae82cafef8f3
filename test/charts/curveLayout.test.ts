import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { MoneyCurve, ProgressCurve } from "@/analysis/programmeCurve";
import { curveAxes, linePath, moneyLayout, progressLayout, roundTicks, spread } from "@/charts/curveLayout";
import { isoDate } from "@/domain/date";

const SIZE = { width: 660, height: 372 };
const SPAN = { from: isoDate("2026-01-01"), to: isoDate("2030-12-31") };

describe("ticks", () => {
  test.each([
    [4296, [0, 1000, 2000, 3000, 4000, 5000]],
    [100, [0, 20, 40, 60, 80, 100]],
    [0.7, [0, 0.2, 0.4, 0.6000000000000001, 0.8]],
  ])("over %s", (most, ticks) => expect(roundTicks(most)).toEqual(ticks));

  test("are few, begin at 0 and reach over any amount", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e7, noNaN: true }), (most) => {
        const ticks = roundTicks(most);
        expect(ticks[0]).toBe(0);
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(most * (1 - 1e-12));
        expect(ticks.length).toBeLessThanOrEqual(6);
        expect(ticks.length).toBeGreaterThan(1);
      }),
    );
  });
});

test("axes: whole years from edge to edge, values from the bottom up", () => {
  const { x, y, plot, years } = curveAxes(SIZE, SPAN, [0, 50, 100]);
  expect([x(SPAN.from), x(isoDate("2031-01-01"))]).toEqual([plot.left, plot.right]);
  expect([y(0), y(100)]).toEqual([plot.bottom, plot.top]);
  expect(years.map(({ year }) => year)).toEqual([2026, 2027, 2028, 2029, 2030]);
  for (const { begins, label } of years) expect(label).toBeGreaterThan(begins);
});

test("labels are moved apart, in their order, inside the plot", () => {
  expect(spread([100, 50, 104], 15, 400)).toEqual([100, 50, 115]);
  const heights = fc.array(fc.integer({ min: 250, max: 315 }), { maxLength: 5 });
  fc.assert(
    fc.property(heights, (given) => {
      const placed = spread(given, 15, 320);
      const order = given
        .map((height, index) => [height, placed[index]!] as const)
        .toSorted((a, b) => a[0] - b[0] || a[1] - b[1]);
      for (const [index, [, at]] of order.entries()) {
        expect(at).toBeLessThanOrEqual(320);
        if (index > 0) expect(at - order[index - 1]![1]).toBeGreaterThanOrEqual(15);
      }
    }),
  );
});

test("a line of no points is no line", () => {
  expect(linePath([])).toBe("");
  expect(
    linePath([
      [1, 2],
      [3, 4],
    ]),
  ).toBe("M1 2L3 4");
});

const DAY = isoDate("2028-09-30");
const step = (year: number, cumulative: number, isAhead: boolean) => ({
  year,
  planned: 0,
  cumulative,
  provincial: cumulative,
  works: 1,
  isAhead,
});
const MONEY: MoneyCurve = {
  ...SPAN,
  asOf: DAY,
  works: 1,
  planned: 1,
  steps: [step(2026, 0, false), step(2027, 1000, false), step(2028, 2000, false), step(2029, 4000, true)],
  disbursed: [{ day: isoDate("2028-06-25"), amount: 800, works: 1, corrected: 1 }],
  now: { released: 2000, even: 1750, disbursed: 800, works: 1 },
};

describe("the chart of money", () => {
  const layout = moneyLayout(MONEY, SIZE)!;
  test("climbs at the beginning of a year, and is level to the as-of day and after it", () => {
    const { x, y, plot } = curveAxes(SIZE, SPAN, layout.ticks);
    const begin = (year: number) => x(isoDate(`${year}-01-01`));
    expect(layout.released).toBe(
      `M${plot.left} ${y(0)}H${begin(2026)}V${y(0)}H${begin(2027)}V${y(1)}H${begin(2028)}V${y(2)}H${layout.today}`,
    );
    expect(layout.ahead).toBe(`M${layout.today} ${y(2)}H${begin(2029)}V${y(4)}H${plot.right}`);
    expect(layout.now).toEqual({ released: y(2), even: y(1.75), disbursed: y(0.8) });
    expect(layout.dots).toEqual([
      { day: "2028-06-25", x: x(isoDate("2028-06-25")), y: y(0.8), isCorrected: true },
    ]);
  });
  test("has nothing to draw without capital and disbursement", () => {
    expect(moneyLayout({ ...MONEY, steps: [], disbursed: [] }, SIZE)).toBeNull();
    const bare = moneyLayout({ ...MONEY, steps: [], now: null }, SIZE)!;
    expect([bare.released, bare.ahead, bare.even, bare.end, bare.now]).toEqual(["", "", "", null, null]);
  });
});

test("the chart of progress asks for the pace from what was reached to 100 % on the last day", () => {
  const now = { day: DAY, percent: 40, planned: 60, works: 2, corrected: 0 };
  const curve: ProgressCurve = {
    ...SPAN,
    asOf: DAY,
    works: 2,
    counted: 2,
    leftOut: { "not-yet-due": 0, silent: 0, "no-cost": 0, "no-dates": 0 },
    moneyShare: 100,
    undatedShare: 0,
    isWeighted: true,
    planned: [
      { day: SPAN.from, percent: 0 },
      { day: SPAN.to, percent: 100 },
    ],
    actual: [now],
    now,
    pace: { required: { kind: "pace", points: 10 }, past: null, end: isoDate("2030-06-30") },
  };
  const layout = progressLayout(curve, SIZE)!;
  expect(layout.required).toBe(
    `M${layout.today} ${layout.y(40)}L${layout.x(isoDate("2030-06-30"))} ${layout.y(100)}`,
  );
  expect(progressLayout({ ...curve, pace: null }, SIZE)?.required).toBeNull();
  expect(progressLayout({ ...curve, now: null }, SIZE)).toBeNull();
});

import type { MoneyCurve, ProgressCurve } from "@/analysis/programmeCurve";
import { daysBetween, type IsoDate, isoDate, yearOf } from "@/domain/date";

/** CSS px. */
export interface CurveSize {
  readonly width: number;
  readonly height: number;
}

/** Where days and values lie, px from the top left corner. */
export interface CurveAxes extends CurveSize {
  readonly plot: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  };
  readonly x: (day: IsoDate) => number;
  readonly y: (value: number) => number;
  readonly ticks: readonly number[];
  readonly years: readonly { readonly year: number; readonly begins: number; readonly label: number }[];
}

const MARGIN = { left: 44, right: 14, top: 26, bottom: 26 };
const MOST_TICKS = 6;

const px = (value: number): number => Math.round(value * 10) / 10;

/** Round steps 1, 2, 5 · 10ⁿ from 0 over the value, at most six; never empty. */
export function roundTicks(most: number): readonly number[] {
  const rough = Math.max(most, 1) / (MOST_TICKS - 1);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power;
  const count = Math.max(1, Math.ceil(most / step));
  return Array.from({ length: count + 1 }, (_, index) => index * step);
}

/** Axes of whole years across and of values from 0 up. `ticks`: the last is the top. */
export function curveAxes(
  { width, height }: CurveSize,
  { from, to }: { readonly from: IsoDate; readonly to: IsoDate },
  ticks: readonly number[],
): CurveAxes {
  const plot = {
    left: MARGIN.left,
    right: width - MARGIN.right,
    top: MARGIN.top,
    bottom: height - MARGIN.bottom,
  };
  // The last day is a whole day: the axis ends with it.
  const span = daysBetween(from, to) + 1;
  const most = ticks.at(-1) || 1;
  const x = (day: IsoDate) => px(plot.left + (daysBetween(from, day) / span) * (plot.right - plot.left));
  const y = (value: number) => px(plot.bottom - (value / most) * (plot.bottom - plot.top));
  const years = Array.from({ length: yearOf(to) - yearOf(from) + 1 }, (_, index) => {
    const year = yearOf(from) + index;
    const begins = x(isoDate(`${year}-01-01`));
    return { year, begins, label: px((begins + x(isoDate(`${year}-12-31`))) / 2) };
  });
  return { width, height, plot, x, y, ticks, years };
}

/** Straight between neighbouring points; "" of none. */
export const linePath = (points: readonly (readonly [x: number, y: number])[]): string =>
  points.map(([x, y], index) => `${index === 0 ? "M" : "L"}${x} ${y}`).join("");

/** Heights moved as little as needed to lie at least `gap` apart, in their order, not below `bottom`. */
export function spread(heights: readonly number[], gap: number, bottom: number): readonly number[] {
  const order = heights.map((height, index) => ({ height, index })).toSorted((a, b) => a.height - b.height);
  const placed: number[] = [];
  for (const { height } of order) placed.push(Math.max(height, (placed.at(-1) ?? -Infinity) + gap));
  let limit = bottom;
  for (let at = placed.length - 1; at >= 0; at--) {
    placed[at] = Math.min(placed[at] ?? limit, limit);
    limit = (placed[at] ?? limit) - gap;
  }
  const result = new Array<number>(heights.length).fill(0);
  order.forEach(({ index }, at) => {
    result[index] = placed[at] ?? 0;
  });
  return result;
}

/** Amounts on the axis are tỷ, in the data triệu. */
const BILLION = 1000;
const inBillions = (millions: number): number => millions / BILLION;

/** Everything the chart of money draws. */
export interface MoneyLayout extends CurveAxes {
  /** Released capital: up at the beginning of each year, level within it, to the as-of day; the years to come go on from there. */
  readonly released: string;
  readonly ahead: string;
  /** Each year's amount spread evenly over it, over all years. */
  readonly even: string;
  readonly disbursed: string;
  readonly dots: readonly {
    readonly day: IsoDate;
    readonly x: number;
    readonly y: number;
    readonly isCorrected: boolean;
  }[];
  readonly today: number;
  /** Heights on the as-of day; null where nothing is known. */
  readonly now: { readonly released: number; readonly even: number; readonly disbursed: number } | null;
  /** Heights at the end of the axis: of all sources, and of the provincial budget; tỷ beside them. */
  readonly end: {
    readonly all: number;
    readonly allAmount: number;
    readonly provincial: number;
    readonly provincialAmount: number;
  } | null;
}

/** Where everything lies; null where neither capital nor disbursement is known. */
export function moneyLayout(curve: MoneyCurve, size: CurveSize): MoneyLayout | null {
  const { steps, disbursed, asOf } = curve;
  if (steps.length === 0 && disbursed.length === 0) return null;
  const last = steps.at(-1);
  const most = Math.max(last?.cumulative ?? 0, ...disbursed.map(({ amount }) => amount));
  const axes = curveAxes(size, curve, roundTicks(inBillions(most)));
  const { x, plot } = axes;
  const y = (millions: number) => axes.y(inBillions(millions));
  const today = x(asOf);
  const begin = (year: number) => x(isoDate(`${year}-01-01`));
  const past = steps.filter(({ isAhead }) => !isAhead);
  const releasedNow = past.at(-1)?.cumulative ?? 0;
  const climb = (some: typeof steps) =>
    some.map(({ year, cumulative }) => `H${begin(year)}V${y(cumulative)}`).join("");
  const dots = disbursed.map(({ day, amount, corrected }) => ({
    day,
    x: x(day),
    y: y(amount),
    isCorrected: corrected > 0,
  }));
  return {
    ...axes,
    today,
    released: past.length === 0 ? "" : `M${plot.left} ${y(0)}${climb(past)}H${today}`,
    ahead:
      past.length === steps.length
        ? ""
        : `M${today} ${y(releasedNow)}${climb(steps.filter(({ isAhead }) => isAhead))}H${plot.right}`,
    even:
      steps.length === 0
        ? ""
        : linePath([
            [plot.left, y(0)],
            ...steps.map(({ year, cumulative }): readonly [number, number] => [
              Math.min(plot.right, begin(year + 1)),
              y(cumulative),
            ]),
          ]),
    // From the first closing day on: what was disbursed before it nobody reported.
    disbursed: linePath(dots.map((dot): readonly [number, number] => [dot.x, dot.y])),
    dots,
    now:
      curve.now === null
        ? null
        : {
            released: y(curve.now.released),
            even: y(curve.now.even),
            disbursed: y(curve.now.disbursed),
          },
    end:
      last === undefined
        ? null
        : {
            all: y(last.cumulative),
            allAmount: inBillions(last.cumulative),
            provincial: y(last.provincial),
            provincialAmount: inBillions(last.provincial),
          },
  };
}

/** Everything the chart of physical progress draws. */
export interface ProgressLayout extends CurveAxes {
  readonly planned: string;
  readonly actual: string;
  readonly dots: MoneyLayout["dots"];
  readonly today: number;
  readonly now: { readonly planned: number; readonly actual: number };
  /** From what was reached to 100 % on the last planned day; null where no pace is left to ask for. */
  readonly required: string | null;
}

const PERCENT_TICKS = [0, 20, 40, 60, 80, 100];

/** Where everything lies; null with no work in the curves. */
export function progressLayout(curve: ProgressCurve, size: CurveSize): ProgressLayout | null {
  const { now, pace } = curve;
  if (now === null) return null;
  const axes = curveAxes(size, curve, PERCENT_TICKS);
  const { x, y } = axes;
  const dots = curve.actual.map(({ day, percent, corrected }) => ({
    day,
    x: x(day),
    y: y(percent),
    isCorrected: corrected > 0,
  }));
  return {
    ...axes,
    planned: linePath(
      curve.planned.map(({ day, percent }): readonly [number, number] => [x(day), y(percent)]),
    ),
    actual: linePath(dots.map((dot): readonly [number, number] => [dot.x, dot.y])),
    dots,
    today: x(curve.asOf),
    now: { planned: y(now.planned), actual: y(now.percent) },
    required:
      pace === null || pace.required.kind !== "pace"
        ? null
        : linePath([
            [x(curve.asOf), y(now.percent)],
            [x(pace.end), y(100)],
          ]),
  };
}

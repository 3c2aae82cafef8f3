/** Classes of a choropleth: `breaks` are the inner bounds, ascending; `extent` the ends of the axis. Fixed over time by `version`. */
export interface Classes {
  readonly breaks: readonly number[];
  readonly extent: readonly [number, number];
  readonly version: string;
}

/** How many classes the breaks make. */
export const classCount = (classes: Classes): number => classes.breaks.length + 1;

/** Index of a value's class. A value on a break belongs to the class above it; outside the extent it joins the end class. Null stays null. */
export function classOf(classes: Classes, value: number | null): number | null {
  if (value === null) return null;
  return classes.breaks.filter((bound) => bound <= value).length;
}

/** Lower and upper bound of every class, low → high. */
export const classBounds = ({ breaks, extent }: Classes): readonly (readonly [number, number])[] =>
  [extent[0], ...breaks].map((from, index) => [from, breaks[index] ?? extent[1]] as const);

const ROUND_STEPS = [1, 2, 2.5, 5];

/** The largest 1, 2, 2.5 or 5 × 10ⁿ not above a size > 0. */
function roundStep(size: number): number {
  const power = 10 ** Math.floor(Math.log10(size));
  const steps = ROUND_STEPS.map((step) => step * power).filter((step) => step <= size * (1 + 1e-9));
  return steps.at(-1) ?? power;
}

// Multiples of 0.1 or 0.25 are not exact in binary; twelve digits are more than any statistic has.
const exact = (value: number): number => Number(value.toPrecision(12));

/**
 * Round quantile breaks for `count` classes: each bound is a quantile rounded to a step a tenth of the spread, bounds that
 * coincide are merged, so there may be fewer classes. Null for no values at all.
 */
export function computeBreaks(
  values: readonly number[],
  count: number,
): { readonly breaks: readonly number[]; readonly extent: readonly [number, number] } | null {
  const sorted = values.filter(Number.isFinite).toSorted((a, b) => a - b);
  const [least, most] = [sorted[0], sorted.at(-1)];
  if (least === undefined || most === undefined) return null;
  if (least === most) return { breaks: [], extent: [Math.min(0, least), Math.max(1, most)] };
  const quantile = (share: number) => {
    const at = share * (sorted.length - 1);
    const [below, above] = [sorted[Math.floor(at)] ?? least, sorted[Math.ceil(at)] ?? most];
    return below + (above - below) * (at - Math.floor(at));
  };
  const step = roundStep((quantile(0.9) - quantile(0.1) || most - least) / 10);
  const low = exact(Math.floor(least / step) * step);
  const high = exact(Math.ceil(most / step) * step);
  const bounds = Array.from({ length: count - 1 }, (_, index) =>
    exact(Math.round(quantile((index + 1) / count) / step) * step),
  );
  return { breaks: [...new Set(bounds)].filter((bound) => bound > low && bound < high), extent: [low, high] };
}

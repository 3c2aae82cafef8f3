import { scaleLinear } from "d3";
import { ASSUMED_BASELINE_YEAR } from "@/analysis/targetPace";
import type { TargetProgress } from "@/analysis/targetProgress";
import type { ChartSize } from "./planActualLayout";

/** A point of the chart, px, with the value it stands for. */
export interface TargetPoint {
  readonly x: number;
  readonly y: number;
  readonly year: number;
  readonly value: number;
}

/** Everything a target's chart draws, in px from its top left corner. Null parts are not known and not drawn. */
export interface TargetLayout extends ChartSize {
  readonly plot: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  };
  readonly levels: readonly { readonly y: number; readonly value: number }[];
  readonly years: readonly { readonly x: number; readonly year: number }[];
  readonly baseline: TargetPoint | null;
  readonly goal: TargetPoint | null;
  /** Where the stated pace ends in the target year. */
  readonly stated: TargetPoint | null;
  readonly observations: readonly TargetPoint[];
  /** Lines between neighbouring observations of one standard; across a change of standard there is none. */
  readonly segments: readonly string[];
  /** Between the end of the stated pace and the goal, where the pace falls short. */
  readonly shortfall: { readonly x: number; readonly from: number; readonly to: number } | null;
  /** From this x on the series is counted otherwise. */
  readonly breakX: number | null;
}

const MARGIN = { left: 30, right: 138, top: 22, bottom: 24 };

const px = (value: number): number => Math.round(value * 10) / 10;

/** Where everything lies. Null where neither a baseline nor an observation is known: there is nothing to draw. */
export function targetLayout(
  { target, observations, pace, breakYear }: TargetProgress,
  { width, height }: ChartSize,
): TargetLayout | null {
  const { baselineValue, targetValue, targetYear } = target;
  const baselineYear = target.baselineYear ?? ASSUMED_BASELINE_YEAR;
  if (baselineValue === null && observations.length === 0) return null;
  const allYears = [
    ...(baselineValue === null ? [] : [baselineYear]),
    ...observations.map(({ year }) => year),
    ...(targetYear === null ? [] : [targetYear]),
  ];
  const [first, last] = [Math.min(...allYears), Math.max(...allYears)];
  const values = [
    0,
    ...[baselineValue, targetValue, pace?.reaches ?? null].flatMap((value) => value ?? []),
    ...observations.map(({ value }) => value),
  ];
  const plot = {
    left: MARGIN.left,
    right: width - MARGIN.right,
    top: MARGIN.top,
    bottom: height - MARGIN.bottom,
  };
  const scaleX = scaleLinear([first, Math.max(last, first + 1)], [plot.left, plot.right]);
  const scaleY = scaleLinear([Math.min(...values), Math.max(...values, 1)], [plot.bottom, plot.top]).nice(4);
  const point = (year: number, value: number): TargetPoint => ({
    x: px(scaleX(year)),
    y: px(scaleY(value)),
    year,
    value,
  });
  const baseline = baselineValue === null ? null : point(baselineYear, baselineValue);
  const goal = targetValue === null || targetYear === null ? null : point(targetYear, targetValue);
  const stated =
    pace === null || pace.reaches === null || targetYear === null ? null : point(targetYear, pace.reaches);
  const dots = observations.map(({ year, value }) => point(year, value));
  const isOneSeries = (at: number): boolean => {
    const [before, after] = [observations[at], observations[at + 1]];
    if (before === undefined || after === undefined) return false;
    const crosses = breakYear !== null && before.year < breakYear && after.year >= breakYear;
    return (
      !crosses && (before.standard === null || after.standard === null || before.standard === after.standard)
    );
  };
  return {
    width,
    height,
    plot,
    levels: scaleY.ticks(4).map((value) => ({ y: px(scaleY(value)), value })),
    years: Array.from({ length: Math.max(last, first + 1) - first + 1 }, (_, index) => ({
      x: px(scaleX(first + index)),
      year: first + index,
    })),
    baseline,
    goal,
    stated,
    observations: dots,
    segments: dots.flatMap((dot, at) => {
      const next = dots[at + 1];
      return next !== undefined && isOneSeries(at) ? [`M${dot.x} ${dot.y}L${next.x} ${next.y}`] : [];
    }),
    shortfall:
      stated === null || goal === null || pace?.enough !== false
        ? null
        : { x: goal.x, from: stated.y, to: goal.y },
    breakX: breakYear === null || breakYear <= first || breakYear > last ? null : px(scaleX(breakYear)),
  };
}

import { scaleLinear } from "d3";
import type { WorkHistory } from "@/analysis/workHistory";
import { addDays, daysBetween, type IsoDate, isoDate, yearOf } from "@/domain/date";
import type { WorkPlan } from "@/domain/work";

/** CSS px. */
export interface ChartSize {
  readonly width: number;
  readonly height: number;
}

/** One closing day on the strip below the curves. */
export interface RoundMark {
  readonly x: number;
  readonly closingDay: IsoDate;
  readonly state: "reported" | "missing" | "awaited";
}

/** A report with a progress figure. `replaced`: heights of the figures it corrects, oldest first; empty without correction. */
export interface ReportPoint {
  readonly x: number;
  readonly y: number;
  readonly closingDay: IsoDate;
  readonly progress: number;
  readonly isCorrected: boolean;
  readonly replaced: readonly number[];
}

/** Everything the chart draws, in px from its top left corner. */
export interface PlanActualLayout extends ChartSize {
  readonly plot: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  };
  /** Lines of 0, 25 … 100 percent; `isLabelled` where the figure is written. */
  readonly levels: readonly { readonly y: number; readonly percent: number; readonly isLabelled: boolean }[];
  /** Years: where each begins on the axis (null: before it) and where its number stands (null: no room for it). */
  readonly years: readonly {
    readonly year: number;
    readonly begins: number | null;
    readonly label: number | null;
  }[];
  /** Plan curves, replaced ones first; the last is in force. */
  readonly curves: readonly { readonly d: string; readonly inForce: boolean }[];
  /** From each planned completion that was moved to the one that took its place. */
  readonly moves: readonly { readonly from: number; readonly to: number; readonly y: number }[];
  readonly points: readonly ReportPoint[];
  /** Between neighbouring points; `isBroken`: a missing period, or a report without a figure, lies between them. */
  readonly segments: readonly { readonly d: string; readonly isBroken: boolean }[];
  /** From what was reached to what the plan in force implies for the same day; null where nothing is behind. */
  readonly gap: { readonly x: number; readonly from: number; readonly to: number } | null;
  readonly rounds: readonly RoundMark[];
  /** Height of the strip of closing days. */
  readonly strip: number;
  /** The as-of day; right of it nothing is known. */
  readonly today: number;
}

const MARGIN = { left: 38, right: 10, top: 30, bottom: 34 };
/** Distance of the strip of closing days from the plot. */
const STRIP = 11;
const LEVELS = [0, 25, 50, 75, 100];
/** Least room for the number of a year. */
const YEAR_WIDTH = 34;
/** Points below which a gap would not be seen. */
const SMALLEST_GAP = 0.5;

const px = (value: number): number => Math.round(value * 10) / 10;

interface DatedPlan {
  readonly plannedStart: IsoDate;
  readonly plannedEnd: IsoDate;
}
const isDated = (plan: WorkPlan): plan is WorkPlan & DatedPlan =>
  plan.plannedStart !== null && plan.plannedEnd !== null;

/** Versions that have both days, without those that repeat the days of the one before. */
const datedPlans = (history: WorkHistory): DatedPlan[] =>
  history.plans
    .flatMap(({ plan }): DatedPlan[] => (isDated(plan) ? [plan] : []))
    .filter(
      (plan, index, all) =>
        plan.plannedStart !== all[index - 1]?.plannedStart || plan.plannedEnd !== all[index - 1]?.plannedEnd,
    );

/** Whether there is anything to draw: a plan with both days, or a reported period. */
export const hasPlanOrReport = (history: WorkHistory): boolean =>
  history.latest !== null || history.plans.some(({ plan }) => isDated(plan));

/** Where everything lies. Null where neither a plan with both days nor a report is known: there is nothing to draw. */
export function planActualLayout(
  history: WorkHistory,
  { width, height }: ChartSize,
): PlanActualLayout | null {
  if (!hasPlanOrReport(history)) return null;
  const plans = datedPlans(history);
  const inForce = history.plans.at(-1)?.plan;
  const held = history.periods.flatMap((period) => (period.kind === "reported" ? [period.held] : []));
  const days: IsoDate[] = [
    history.asOf,
    ...plans.flatMap(({ plannedStart, plannedEnd }) => [plannedStart, plannedEnd]),
    ...history.periods.map(({ closingDay }) => closingDay),
    ...held.flatMap(({ actualStart, actualEnd }) => [actualStart, actualEnd].filter((day) => day !== null)),
  ];
  days.sort();
  const first = days[0] ?? history.asOf;
  // To the end of its year: what is still to come has room to be seen as such.
  const last = isoDate(`${yearOf(days.at(-1) ?? history.asOf)}-12-31`);
  const plot = {
    left: MARGIN.left,
    right: width - MARGIN.right,
    top: MARGIN.top,
    bottom: height - MARGIN.bottom,
  };
  const span = Math.max(1, daysBetween(first, last));
  const scaleX = scaleLinear([0, span], [plot.left, plot.right]);
  const scaleY = scaleLinear([0, 100], [plot.bottom, plot.top]);
  const x = (day: IsoDate) => px(scaleX(daysBetween(first, day)));
  const y = (percent: number) => px(scaleY(percent));

  const points: ReportPoint[] = [];
  const segments: { d: string; isBroken: boolean }[] = [];
  let isBroken = false;
  for (const period of history.periods) {
    const progress = period.kind === "reported" ? period.held.physicalProgress : null;
    if (period.kind === "missing" || progress === null) {
      isBroken = true;
      continue;
    }
    const point = { x: x(period.closingDay), y: y(progress) };
    const before = points.at(-1);
    if (before !== undefined)
      segments.push({ d: `M${before.x} ${before.y}L${point.x} ${point.y}`, isBroken });
    isBroken = false;
    const replaced = period.versions
      .slice(0, -1)
      .flatMap(({ report }) => report.physicalProgress ?? [])
      .filter((earlier) => earlier !== progress);
    points.push({
      ...point,
      closingDay: period.closingDay,
      progress,
      isCorrected: period.versions.length > 1,
      replaced: replaced.map(y),
    });
  }
  const { behind } = history;
  const ends = plans.map(({ plannedEnd }) => plannedEnd);
  return {
    width,
    height,
    plot,
    levels: LEVELS.map((percent) => ({ y: y(percent), percent, isLabelled: percent % 50 === 0 })),
    years: yearMarks(first, last, x, plot),
    curves: plans.map((plan) => ({
      d: curveOf(plan, last, x, y),
      inForce: plan.plannedStart === inForce?.plannedStart && plan.plannedEnd === inForce?.plannedEnd,
    })),
    moves: ends.flatMap((end, index) => {
      const before = ends[index - 1];
      return before === undefined || before === end ? [] : [{ from: x(before), to: x(end), y: y(100) }];
    }),
    points,
    segments,
    gap:
      behind === null || behind.points < SMALLEST_GAP
        ? null
        : { x: x(behind.closingDay), from: y(behind.actual), to: y(behind.expected) },
    rounds: [
      ...history.periods.map(({ kind, closingDay }) => ({
        x: x(closingDay),
        closingDay,
        state: kind,
      })),
      ...(history.awaited === null
        ? []
        : [
            {
              x: x(history.awaited.closingDay),
              closingDay: history.awaited.closingDay,
              state: "awaited" as const,
            },
          ]),
    ],
    strip: plot.bottom + STRIP,
    today: x(history.asOf),
  };
}

/** Nothing to the planned start, evenly to the planned end, then everything: what `expectedProgress` says, as a path. */
function curveOf(
  { plannedStart, plannedEnd }: DatedPlan,
  last: IsoDate,
  x: (day: IsoDate) => number,
  y: (percent: number) => number,
): string {
  const rise = `M${x(plannedStart)} ${y(0)}L${x(plannedEnd)} ${y(100)}`;
  return last > plannedEnd ? `${rise}H${x(last)}` : rise;
}

function yearMarks(
  first: IsoDate,
  last: IsoDate,
  x: (day: IsoDate) => number,
  plot: PlanActualLayout["plot"],
): PlanActualLayout["years"] {
  const marks = [];
  for (let year = yearOf(first); year <= yearOf(last); year++) {
    const newYear = isoDate(`${year}-01-01`);
    const from = newYear < first ? plot.left : x(newYear);
    const nextYear = isoDate(`${year + 1}-01-01`);
    const to = nextYear > last ? plot.right : x(addDays(nextYear, -1));
    marks.push({
      year,
      begins: newYear <= first ? null : from,
      label: to - from < YEAR_WIDTH ? null : px((from + to) / 2),
    });
  }
  return marks;
}

import { daysBetween, type IsoDate, isIsoDate, isoDate, quarterEnds, yearOf } from "@/domain/date";
import type { CapitalPlan, Sector, WorkReport } from "@/domain/work";
import { expectedProgress } from "./expectedProgress";
import { groupRows, holdingRows, knownOn, recordedLater } from "./known";
import { reportingRounds } from "./reportingPeriods";
import type { Snapshot, WorkState } from "./snapshot";
import { isExpired } from "./staleness";
import { workStateOf } from "./workState";

/** The years of the Programme; capital and curves of the works of the 97 lie in them unless their own days say otherwise. */
const FIRST_DAY = isoDate("2026-01-01");
const LAST_YEAR = 2030;
/** Mean days of a quarter. */
const QUARTER_DAYS = 365.25 / 4;
const PACE_QUARTERS = 4;

/** Why a work of the 97 is in neither curve of physical progress. A work is left out for the first reason that holds, in this order. */
export const LEFT_OUT = ["not-yet-due", "silent", "no-cost", "no-dates"] as const;
export type LeftOut = (typeof LEFT_OUT)[number];

/** Progress of the curve's works on a closing day, as known on the as-of day (corrections applied to the day they correct). */
export interface ActualPoint {
  readonly day: IsoDate;
  /** Mean weighted by total investment, percent. */
  readonly percent: number;
  /** What the plans imply for the day for the very works behind `percent`. */
  readonly planned: number;
  /** Works behind it. The rest of the curve's works had no current report of the day. */
  readonly works: number;
  /** Of these, works whose figure of a closing day since the point before replaces an earlier one. */
  readonly corrected: number;
}

export interface PlannedPoint {
  readonly day: IsoDate;
  /** Percent; derived from the planned days of each work, no plan states it. */
  readonly percent: number;
}

/** Points of percent a quarter. */
export interface Pace {
  /** From the as-of day to 100 % on the last planned day; `done`: nothing is left; `overdue`: that day has passed. */
  readonly required:
    | { readonly kind: "pace"; readonly points: number }
    | { readonly kind: "done" }
    | { readonly kind: "overdue" };
  /** Of the last four quarters, over the works known on both days; null: none is known a year ago. */
  readonly past: { readonly points: number; readonly works: number } | null;
  /** Last planned day of the curve's works. */
  readonly end: IsoDate;
}

/** The S-curve of the works of the 97, or of those of one sector. */
export interface ProgressCurve {
  readonly asOf: IsoDate;
  /** Works of the 97 asked about. */
  readonly works: number;
  /** Works in both curves: current report, weight and both planned days. */
  readonly counted: number;
  /** Works in neither, by reason; with `counted` they make `works`. */
  readonly leftOut: Readonly<Record<LeftOut, number>>;
  /** Share of the stated total investment that lies in works of the curves, and in works without planned days; percent, null: none is stated. */
  readonly moneyShare: number | null;
  readonly undatedShare: number | null;
  /** False where no cost at all is known and the works weigh alike. */
  readonly isWeighted: boolean;
  /** At the first day, every quarter's end, the as-of day and the last day; from 0 to 100, never falling. Empty with no work counted. */
  readonly planned: readonly PlannedPoint[];
  /** At every round of reports, and on the as-of day itself as the last. */
  readonly actual: readonly ActualPoint[];
  readonly now: ActualPoint | null;
  readonly pace: Pace | null;
  /** First and last day of the axis: whole years. */
  readonly from: IsoDate;
  readonly to: IsoDate;
}

interface Weighed {
  readonly state: WorkState;
  readonly weight: number;
}

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
const share = (part: number, whole: number): number | null => (whole > 0 ? (part / whole) * 100 : null);

const programmeStates = ({ works }: Snapshot, sector: Sector | null): readonly WorkState[] =>
  works.filter(({ work }) => work.inPlan97 === "yes" && (sector === null || work.sector === sector));

/** The same day so many years before; 29 February becomes the 28th. */
const yearsBefore = (day: IsoDate, years: number): IsoDate => {
  const text = `${yearOf(day) - years}${day.slice(4)}`;
  return isIsoDate(text) ? text : isoDate(text.replace(/29$/, "28"));
};

/** Reports known on the snapshot's day, by work. */
const knownReports = ({ register, asOf }: Snapshot): ReadonlyMap<string, readonly WorkReport[]> =>
  groupRows(
    register.workReports.filter((row) => row.reportedOn <= asOf && row.asOf <= asOf),
    ({ workId }) => workId,
  );

/**
 * Progress of a work on a day, as known later: of its report that was current then, or 0 where a later report shows that nothing had
 * been done yet. Null: not known. On the as-of day itself there is no later report, so that the rule is that of the physical progress.
 */
function progressOn({ work, plan }: WorkState, reports: readonly WorkReport[], day: IsoDate): number | null {
  const then = workStateOf(
    work,
    {
      plans: plan === null ? [] : [plan],
      reports: reports.filter(({ asOf }) => asOf <= day),
      capital: [],
    },
    day,
  );
  if (then.progress !== null && !isExpired(then.report, day)) return then.progress;
  const isUnbegun = reports.some(
    ({ asOf, actualStart, physicalProgress }) =>
      asOf > day && ((actualStart !== null && actualStart > day) || physicalProgress === 0),
  );
  return isUnbegun ? 0 : null;
}

const plannedOf = (works: readonly Weighed[], day: IsoDate): number =>
  total(works.map(({ state, weight }) => (expectedProgress(state.plan, day) ?? 0) * weight)) /
  total(works.map(({ weight }) => weight));

const hasDates = ({ plan }: WorkState): boolean =>
  plan !== null && plan.plannedStart !== null && plan.plannedEnd !== null;

/**
 * Plan against progress over the Programme's years, of the works that the physical progress of the snapshot's day counts and whose two
 * planned days are known: the same works in both curves, weighted by total investment, so that the two may be subtracted. Plans and
 * reports as known on the snapshot's day.
 */
export function progressCurve(snapshot: Snapshot, sector: Sector | null = null): ProgressCurve {
  const { asOf, register } = snapshot;
  const states = programmeStates(snapshot, sector);
  const reports = knownReports(snapshot);
  const reportsOf = ({ work }: WorkState) => reports.get(work.workId) ?? [];
  const isCurrent = ({ report, progress }: WorkState) => progress !== null && !isExpired(report, asOf);
  const costOf = ({ money }: WorkState) => money.totalInvestment ?? 0;
  const isWeighted = states.some((state) => isCurrent(state) && costOf(state) > 0);
  const reasonOf = (state: WorkState): LeftOut | null => {
    if (!isCurrent(state)) return state.progressBlank === "not-yet-due" ? "not-yet-due" : "silent";
    if (isWeighted && costOf(state) <= 0) return "no-cost";
    return hasDates(state) ? null : "no-dates";
  };
  const reasons = states.map((state) => ({ state, reason: reasonOf(state) }));
  const works: readonly Weighed[] = reasons.flatMap(({ state, reason }) =>
    reason === null ? [{ state, weight: isWeighted ? costOf(state) : 1 }] : [],
  );
  const wholeCost = total(states.map(costOf));

  const ends = works.flatMap(({ state }) => state.plan?.plannedEnd ?? []).toSorted();
  const starts = works.flatMap(({ state }) => state.plan?.plannedStart ?? []).toSorted();
  const end = ends.at(-1) ?? null;
  const firstYear = Math.min(yearOf(FIRST_DAY), ...starts.slice(0, 1).map(yearOf));
  const lastYear = Math.max(LAST_YEAR, yearOf(asOf), ...(end === null ? [] : [yearOf(end)]));
  const [from, to] = [isoDate(`${firstYear}-01-01`), isoDate(`${lastYear}-12-31`)];

  const known = (day: IsoDate) =>
    works.flatMap(({ state, weight }) => {
      const progress = progressOn(state, reportsOf(state), day);
      return progress === null ? [] : [{ state, weight, progress }];
    });
  const rounds = reportingRounds(register.workReports, register.works.length, asOf);
  const actual: ActualPoint[] = [];
  let before: IsoDate | null = null;
  for (const day of [...new Set([...rounds, asOf])]) {
    const counted = known(day);
    if (counted.length === 0) continue;
    const since = before;
    actual.push({
      day,
      percent:
        total(counted.map(({ progress, weight }) => progress * weight)) /
        total(counted.map(({ weight }) => weight)),
      planned: plannedOf(counted, day),
      works: counted.length,
      corrected: counted.filter(({ state }) =>
        reportsOf(state).some(
          (row) => row.correctionReason !== null && row.asOf <= day && (since === null || row.asOf > since),
        ),
      ).length,
    });
    before = day;
  }
  const now = works.length === 0 ? null : (actual.at(-1) ?? null);
  const days = [...new Set([from, ...quarterEnds(from, to), asOf, to])].toSorted();
  return {
    asOf,
    works: states.length,
    counted: works.length,
    leftOut: Object.fromEntries(
      LEFT_OUT.map((reason) => [reason, reasons.filter((each) => each.reason === reason).length]),
    ) as ProgressCurve["leftOut"],
    moneyShare: share(total(works.map(({ state }) => costOf(state))), wholeCost),
    undatedShare: share(total(states.filter((state) => !hasDates(state)).map(costOf)), wholeCost),
    isWeighted,
    planned: works.length === 0 ? [] : days.map((day) => ({ day, percent: plannedOf(works, day) })),
    actual,
    now,
    pace:
      now === null || end === null
        ? null
        : paceOf(now.percent, end, asOf, known(asOf), known(yearsBefore(asOf, 1))),
    from,
    to,
  };
}

type Known = Weighed & { readonly progress: number };

function paceOf(
  percent: number,
  end: IsoDate,
  asOf: IsoDate,
  today: readonly Known[],
  yearAgo: readonly Known[],
): Pace {
  const then = new Map(yearAgo.map(({ state, progress }) => [state.work.workId, progress]));
  const pairs = today.flatMap(({ state, weight, progress }) => {
    const earlier = then.get(state.work.workId);
    return earlier === undefined ? [] : [{ weight, gained: progress - earlier }];
  });
  const left = daysBetween(asOf, end) / QUARTER_DAYS;
  return {
    required:
      percent >= 100
        ? { kind: "done" }
        : left <= 0
          ? { kind: "overdue" }
          : { kind: "pace", points: (100 - percent) / left },
    past:
      pairs.length === 0
        ? null
        : {
            points:
              total(pairs.map(({ weight, gained }) => weight * gained)) /
              total(pairs.map(({ weight }) => weight)) /
              PACE_QUARTERS,
            works: pairs.length,
          },
    end,
  };
}

/** Capital of one year by the plans known on the as-of day, triệu đồng. A plan states a year's amount and nothing within the year. */
export interface CapitalStep {
  readonly year: number;
  readonly planned: number;
  /** Sum of this and all earlier years, all sources. */
  readonly cumulative: number;
  /** Of `cumulative`, the provincial budget. */
  readonly provincial: number;
  /** Works with a row for the year. */
  readonly works: number;
  /** The year begins after the as-of day: planned, not released. */
  readonly isAhead: boolean;
}

/** Disbursed since the start by a closing day, triệu đồng, over works that state it. */
export interface DisbursedPoint {
  readonly day: IsoDate;
  readonly amount: number;
  readonly works: number;
  readonly corrected: number;
}

/** Money of the works of the 97 over the Programme's years; sums are triệu đồng. */
export interface MoneyCurve {
  readonly asOf: IsoDate;
  readonly works: number;
  /** Works with a capital row of any year. */
  readonly planned: number;
  /** Ascending, without gaps from the first year to the last; empty: no capital is planned. */
  readonly steps: readonly CapitalStep[];
  readonly disbursed: readonly DisbursedPoint[];
  /**
   * On the as-of day, over the works that state both plan and disbursement: released (years up to this one), the same with this year's
   * amount spread evenly over its days (derived: a plan says nothing within the year), and disbursed. Null: no work states both.
   */
  readonly now: {
    readonly released: number;
    readonly even: number;
    readonly disbursed: number;
    readonly works: number;
  } | null;
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** Share of a year that has passed at the end of a day, 0–1. */
export function yearPassed(day: IsoDate): number {
  const year = yearOf(day);
  const [first, next] = [isoDate(`${year}-01-01`), isoDate(`${year + 1}-01-01`)];
  return (daysBetween(first, day) + 1) / daysBetween(first, next);
}

/** Capital planned, released and disbursed, of the works of the 97 as known on the snapshot's day. */
export function moneyCurve(snapshot: Snapshot): MoneyCurve {
  const { asOf, register } = snapshot;
  const states = programmeStates(snapshot, null);
  const ids = new Set(states.map(({ work }) => work.workId));
  const rows = [
    ...holdingRows<CapitalPlan, string>(
      knownOn(register.capitalPlans, asOf).filter(({ workId }) => ids.has(workId)),
      (row) => `${row.workId}:${row.year}:${row.capitalSource}`,
      recordedLater,
    ).values(),
  ];
  const years = rows.map(({ year }) => year);
  const firstYear = Math.min(yearOf(FIRST_DAY), ...years);
  const lastYear = Math.max(LAST_YEAR, yearOf(asOf), ...years);
  const steps: CapitalStep[] = [];
  let [cumulative, provincial] = [0, 0];
  for (let year = firstYear; rows.length > 0 && year <= lastYear; year++) {
    const own = rows.filter((row) => row.year === year);
    const planned = total(own.map(({ amount }) => amount));
    cumulative += planned;
    provincial += total(own.filter((row) => row.capitalSource === "provincial").map(({ amount }) => amount));
    const works = new Set(own.map(({ workId }) => workId)).size;
    steps.push({ year, planned, cumulative, provincial, works, isAhead: year > yearOf(asOf) });
  }

  const reports = knownReports(snapshot);
  const rounds = reportingRounds(register.workReports, register.works.length, asOf);
  const disbursed: DisbursedPoint[] = [];
  let before: IsoDate | null = null;
  for (const day of new Set([...rounds, asOf])) {
    const since = before;
    const stated = states.flatMap(({ work, plan }) => {
      const until = (reports.get(work.workId) ?? []).filter((row) => row.asOf <= day);
      const rowsThen = { plans: plan === null ? [] : [plan], reports: until, capital: [] };
      const amount = workStateOf(work, rowsThen, day).money.disbursedCumulative;
      const corrected = until.some(
        (row) => row.correctionReason !== null && (since === null || row.asOf > since),
      );
      return amount === null ? [] : [{ amount, corrected }];
    });
    if (stated.length === 0) continue;
    disbursed.push({
      day,
      amount: total(stated.map(({ amount }) => amount)),
      works: stated.length,
      corrected: stated.filter((each) => each.corrected).length,
    });
    before = day;
  }

  const both = states.flatMap(({ work, money }) => {
    const { capitalPlanCumulative: released, disbursedCumulative } = money;
    if (released === null || disbursedCumulative === null) return [];
    const thisYear = total(
      rows
        .filter((row) => row.workId === work.workId && row.year === yearOf(asOf))
        .map(({ amount }) => amount),
    );
    return [{ released, even: released - thisYear * (1 - yearPassed(asOf)), disbursed: disbursedCumulative }];
  });
  return {
    asOf,
    works: states.length,
    planned: new Set(rows.map(({ workId }) => workId)).size,
    steps,
    disbursed,
    now:
      both.length === 0
        ? null
        : {
            released: total(both.map((each) => each.released)),
            even: total(both.map((each) => each.even)),
            disbursed: total(both.map((each) => each.disbursed)),
            works: both.length,
          },
    from: isoDate(`${firstYear}-01-01`),
    to: isoDate(`${lastYear}-12-31`),
  };
}

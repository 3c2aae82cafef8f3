import type { IsoDate } from "@/domain/date";
import type { Register } from "@/domain/register";
import type { Work, WorkPlan, WorkReport } from "@/domain/work";
import { type CapitalYear, capitalYears } from "./capitalYears";
import { expectedProgress } from "./expectedProgress";
import { knownOn } from "./known";
import { type Periods, type ReportedPeriod, reportingRounds, reportPeriods } from "./reportingPeriods";

/** What a new version of a plan changed. Days, or triệu đồng; null on either side: not stated. */
export type PlanChange =
  | {
      readonly field: "plannedStart" | "plannedEnd";
      readonly from: IsoDate | null;
      readonly to: IsoDate | null;
    }
  | { readonly field: "totalInvestment"; readonly from: number | null; readonly to: number | null };

/** One version of the plan; the last one holds. */
export interface PlanVersion {
  readonly plan: WorkPlan;
  /** Against the version before; empty for the first. */
  readonly changes: readonly PlanChange[];
}

/** What held a work up, as its reports word it, over the periods in a row that say the same. A missing period does not end it. */
export interface ObstacleSpan {
  readonly obstacle: string;
  /** As of the last report of the span. */
  readonly proposal: string | null;
  readonly authority: string | null;
  readonly first: IsoDate;
  readonly last: IsoDate;
  /** Reported periods that state it. */
  readonly periods: number;
  /** The latest report still states it. */
  readonly isOpen: boolean;
  readonly sourceId: string;
}

/** What rows of a work cite. */
export const DOCUMENT_USES = ["work", "plan", "report", "capital"] as const;
export type DocumentUse = (typeof DOCUMENT_USES)[number];

/** A source and what of this work rests on it. */
export interface CitedSource {
  readonly sourceId: string;
  /** In the order of `DOCUMENT_USES`, each with how many rows cite it. */
  readonly uses: readonly { readonly use: DocumentUse; readonly rows: number }[];
}

/** Everything known of one work on a day, as a time line. Nothing in it was reported or recorded after that day. */
export interface WorkHistory extends Periods {
  readonly asOf: IsoDate;
  /** In the order in which they became known. */
  readonly plans: readonly PlanVersion[];
  /** The last reported period; null: never reported. Its `held` is the report of the snapshot. */
  readonly latest: ReportedPeriod | null;
  /** Percent the plan in force implies on the as-of day; null without its two days. */
  readonly expectedToday: number | null;
  /**
   * Points of percent by which the last stated progress lies below (negative: above) what the plan in force implies for its
   * closing day. Null without one of the two.
   */
  readonly behind: {
    readonly closingDay: IsoDate;
    readonly expected: number;
    readonly actual: number;
    readonly points: number;
  } | null;
  /** In the order of their first period. */
  readonly obstacles: readonly ObstacleSpan[];
  readonly capital: readonly CapitalYear[];
  readonly sources: readonly CitedSource[];
}

/** What a version of a plan changes against the one before. */
export function planChanges(from: WorkPlan, to: WorkPlan): PlanChange[] {
  const days = (["plannedStart", "plannedEnd"] as const).flatMap((field): PlanChange[] =>
    from[field] === to[field] ? [] : [{ field, from: from[field], to: to[field] }],
  );
  return from.totalInvestment === to.totalInvestment
    ? days
    : [...days, { field: "totalInvestment", from: from.totalInvestment, to: to.totalInvestment }];
}

function planVersions(rows: readonly WorkPlan[]): PlanVersion[] {
  const plans = rows.toSorted((a, b) =>
    a.recordedOn < b.recordedOn ? -1 : a.recordedOn > b.recordedOn ? 1 : 0,
  );
  return plans.map((plan, index) => {
    const before = plans[index - 1];
    return { plan, changes: before === undefined ? [] : planChanges(before, plan) };
  });
}

/** Obstacles over the reports that hold, ascending. */
export function obstacleSpans(held: readonly WorkReport[]): ObstacleSpan[] {
  const spans: ObstacleSpan[] = [];
  let before: string | null = null;
  for (const report of held) {
    const { obstacle, proposal, authority, asOf, sourceId } = report;
    const running = spans.at(-1);
    if (obstacle !== null) {
      const continues = running !== undefined && before === obstacle;
      if (continues) spans.pop();
      spans.push({
        obstacle,
        proposal,
        authority,
        first: continues ? running.first : asOf,
        last: asOf,
        periods: continues ? running.periods + 1 : 1,
        isOpen: report === held.at(-1),
        sourceId,
      });
    }
    before = obstacle;
  }
  return spans;
}

/** Distinct sources in the order of their first use. */
function citedSources(
  rows: Readonly<Record<DocumentUse, readonly { readonly sourceId: string }[]>>,
): CitedSource[] {
  const ids = new Set(DOCUMENT_USES.flatMap((use) => rows[use].map(({ sourceId }) => sourceId)));
  return [...ids].map((sourceId) => ({
    sourceId,
    uses: DOCUMENT_USES.map((use) => ({
      use,
      rows: rows[use].filter((row) => row.sourceId === sourceId).length,
    })).filter((use) => use.rows > 0),
  }));
}

/** All that was known of a work on a day. The same arguments give the same history; the register is never changed. */
export function workHistory(register: Register, work: Work, asOf: IsoDate): WorkHistory {
  const own = <Row extends { readonly workId: string }>(rows: readonly Row[]) =>
    rows.filter(({ workId }) => workId === work.workId);
  const plans = own(register.workPlans);
  const rounds = reportingRounds(register.workReports, register.works.length, asOf);
  const { periods, awaited } = reportPeriods(own(register.workReports), plans, rounds, asOf);
  const reported = periods.filter((period) => period.kind === "reported");
  const held = reported.map((period) => period.held);
  const capital = knownOn(own(register.capitalPlans), asOf);
  const versions = planVersions(knownOn(plans, asOf));
  const inForce = versions.at(-1)?.plan ?? null;
  const measured = held.findLast(({ physicalProgress }) => physicalProgress !== null);
  const actual = measured?.physicalProgress ?? null;
  const expected = measured === undefined ? null : expectedProgress(inForce, measured.asOf);
  return {
    asOf,
    periods,
    awaited,
    plans: versions,
    latest: reported.at(-1) ?? null,
    expectedToday: expectedProgress(inForce, asOf),
    behind:
      measured === undefined || actual === null || expected === null
        ? null
        : { closingDay: measured.asOf, expected, actual, points: expected - actual },
    obstacles: obstacleSpans(held),
    capital: capitalYears(capital, held, asOf),
    sources: citedSources({
      work: [work],
      plan: versions.map(({ plan }) => plan),
      report: reported.flatMap(({ versions }) => versions.map(({ report }) => report)),
      capital,
    }),
  };
}

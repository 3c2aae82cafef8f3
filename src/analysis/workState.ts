import type { IsoDate } from "@/domain/date";
import type { CapitalPlan, Work, WorkPlan, WorkReport } from "@/domain/work";
import { latenessOf } from "./lateness";
import { moneyOf } from "./money";
import type { Blank, WorkState } from "./snapshot";
import { isStale } from "./staleness";

/** Rows of one work known on the day, each list in file order. */
export interface KnownRows {
  readonly plans: readonly WorkPlan[];
  readonly reports: readonly WorkReport[];
  readonly capital: readonly CapitalPlan[];
}

/** The last row that `supersedes` lets stand; null of none. */
function lastStanding<Row>(
  rows: readonly Row[],
  supersedes: (candidate: Row, current: Row) => boolean,
): Row | null {
  let standing: Row | null = null;
  for (const row of rows) if (standing === null || supersedes(row, standing)) standing = row;
  return standing;
}

/**
 * The newest closing day is shown, and of its reports the one reported last. A correction of an older closing day, however
 * late it comes, does not hide a newer closing day.
 */
const reportSupersedes = (candidate: WorkReport, current: WorkReport): boolean =>
  candidate.asOf === current.asOf
    ? candidate.reportedOn >= current.reportedOn
    : candidate.asOf > current.asOf;

/** Why a work without reported progress has none: its start is still to come, or a figure is due and missing. */
const progressBlankOf = (plan: WorkPlan | null, asOf: IsoDate): Blank =>
  plan !== null && plan.plannedStart !== null && plan.plannedStart > asOf ? "not-yet-due" : "no-data";

/** What is known of one work on a day, from the rows known then. */
export function workStateOf(work: Work, { plans, reports, capital }: KnownRows, asOf: IsoDate): WorkState {
  const plan = lastStanding(plans, (candidate, current) => candidate.recordedOn >= current.recordedOn);
  const report = lastStanding(reports, reportSupersedes);
  const progress = report?.physicalProgress ?? null;
  return {
    work,
    plan,
    report,
    stage: report?.stage ?? null,
    progress,
    progressBlank: progress === null ? progressBlankOf(plan, asOf) : null,
    lateness: latenessOf(plan, report, asOf),
    stale: isStale(report, asOf),
    corrected:
      report !== null &&
      (report.correctionReason !== null ||
        reports.some(
          (other) => other !== report && other.asOf === report.asOf && other.reportedOn < report.reportedOn,
        )),
    money: moneyOf(plan, report, capital, asOf),
  };
}

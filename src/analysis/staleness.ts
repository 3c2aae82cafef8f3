import { daysBetween, type IsoDate } from "@/domain/date";
import type { WorkReport } from "@/domain/work";
import { FINISHED_STAGES } from "@/domain/work";

/** A reporting period is a quarter; no quarter is longer. */
export const PERIOD_DAYS = 92;
/** A report of a period is expected within a month after its closing day. */
export const GRACE_DAYS = 31;

/**
 * No further progress is owed: handed over, settled, accepted with 100 %, or an actual completion on or before the day.
 * No report, no finish: false here means "not known to be finished".
 */
export function isFinished(report: WorkReport | null, asOf: IsoDate): boolean {
  if (report === null) return false;
  if (report.stage !== null && FINISHED_STAGES.includes(report.stage)) return true;
  if (report.stage === "accepted" && report.physicalProgress === 100) return true;
  return report.actualEnd !== null && report.actualEnd <= asOf;
}

const isOlderThan = (periods: number, report: WorkReport, asOf: IsoDate): boolean =>
  daysBetween(report.asOf, asOf) > periods * PERIOD_DAYS + GRACE_DAYS;

/** The report is older than one period and its grace, and the work is not finished. Without a report: false (it is missing, not stale). */
export const isStale = (report: WorkReport | null, asOf: IsoDate): boolean =>
  report !== null && !isFinished(report, asOf) && isOlderThan(1, report, asOf);

/**
 * The report is older than two periods and their grace (over 215 days) and the work is not finished. It is still shown
 * for the work itself, with its date, but gives its commune no value: there it is `no-data`. Finished works never expire.
 */
export const isExpired = (report: WorkReport | null, asOf: IsoDate): boolean =>
  report !== null && !isFinished(report, asOf) && isOlderThan(2, report, asOf);

import { daysBetween, type IsoDate } from "@/domain/date";
import type { Stage, WorkPlan, WorkReport } from "@/domain/work";
import type { Lateness } from "./snapshot";
import { isExpired, isFinished } from "./staleness";

/** Stages that only a work which has begun can be in. A suspended work may never have begun. */
const BEGUN_STAGES: readonly Stage[] = ["started", "construction", "accepted", "handed-over", "settled"];

/** The report shows that construction has begun: an actual start on or before the day, a stage after it, or progress above 0. */
export const isBegun = (report: WorkReport, asOf: IsoDate): boolean =>
  (report.actualStart !== null && report.actualStart <= asOf) ||
  (report.stage !== null && BEGUN_STAGES.includes(report.stage)) ||
  (report.physicalProgress !== null && report.physicalProgress > 0);

/**
 * Whether the report can show that a milestone planned for `planned` was not reached. It must say something of the work's
 * state, and either close on or after the planned day or still be current: an old report from before the planned day
 * cannot know what happened since. A work seen late in its last report stays late when it falls silent.
 */
const canShowMissed = (report: WorkReport | null, planned: IsoDate, asOf: IsoDate): report is WorkReport =>
  report !== null &&
  (report.stage !== null || report.physicalProgress !== null) &&
  (report.asOf >= planned || !isExpired(report, asOf));

/**
 * Chậm tiến độ on the as-of day. A planned day has passed when the as-of day is after it; days late run to the as-of day.
 * Completion is named when both milestones are missed. A finished work is not late on the day, however late it was.
 * "No" is said only when neither milestone can be missed; otherwise the answer is unknown with the reason.
 */
export function latenessOf(plan: WorkPlan | null, report: WorkReport | null, asOf: IsoDate): Lateness {
  if (isFinished(report, asOf)) return { answer: "no" };
  const plannedStart = plan?.plannedStart ?? null;
  const plannedEnd = plan?.plannedEnd ?? null;
  const startPassed = plannedStart !== null && plannedStart < asOf;
  const begun = report !== null && isBegun(report, asOf);

  const endPassed = plannedEnd !== null && plannedEnd < asOf;
  if (endPassed && canShowMissed(report, plannedEnd, asOf))
    return { answer: "yes", milestone: "completion", days: daysBetween(plannedEnd, asOf) };
  // A report too old for the completion may still have shown the start missed: knowing more dates cannot undo that.
  if (startPassed && !begun && canShowMissed(report, plannedStart, asOf))
    return { answer: "yes", milestone: "start", days: daysBetween(plannedStart, asOf) };
  if (endPassed || (startPassed && !begun)) return { answer: "unknown", reason: "no-report" };
  // A start still to come settles the completion too: it cannot have been planned for an earlier day.
  if (plannedStart !== null && !startPassed) return { answer: "no" };
  if (plannedEnd !== null && begun) return { answer: "no" };
  return { answer: "unknown", reason: "no-planned-date" };
}

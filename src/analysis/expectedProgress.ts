import { daysBetween, type IsoDate } from "@/domain/date";
import type { WorkPlan } from "@/domain/work";

/**
 * Progress a plan implies on a day, percent 0–100: nothing before the planned start, everything after the planned end, evenly in
 * between. No plan states such a curve; it is derived from the two days. Null without both.
 */
export function expectedProgress(
  plan: Pick<WorkPlan, "plannedStart" | "plannedEnd"> | null,
  asOf: IsoDate,
): number | null {
  const start = plan?.plannedStart ?? null;
  const end = plan?.plannedEnd ?? null;
  if (start === null || end === null) return null;
  if (asOf < start) return 0;
  // A plan of a single day, or with its days mixed up, is due at its end at once.
  return asOf >= end ? 100 : (daysBetween(start, asOf) / daysBetween(start, end)) * 100;
}

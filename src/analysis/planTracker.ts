import type { CommuneCode } from "@/domain/commune";
import { daysBetween, type IsoDate } from "@/domain/date";
import { holdingRows, knownOn, recordedLater } from "./known";
import type { Snapshot } from "./snapshot";

/**
 * Whether a commune has handed in the plan it owed (plan of the province, IV.3). `unknown`: nobody recorded anything of it – never "not
 * submitted". `not-submitted`: recorded after the due day, still without a plan.
 */
export const PLAN_ANSWERS = ["submitted", "not-submitted", "unknown"] as const;
export type PlanAnswer = (typeof PLAN_ANSWERS)[number];

export interface PlanState {
  readonly code: CommuneCode;
  readonly answer: PlanAnswer;
  /** Null where nothing is recorded. */
  readonly dueOn: IsoDate | null;
  readonly submittedOn: IsoDate | null;
  /** Days after the due day, of a plan that was submitted; 0: in time. Null otherwise. */
  readonly daysLate: number | null;
  /** The day up to which this is known; null: nothing is recorded. */
  readonly recordedOn: IsoDate | null;
  readonly sourceId: string | null;
}

/** Every commune of which a plan is recorded or that is of the Programme on the day, in the register's order. */
export function planTracker({
  register,
  statuses,
  asOf,
}: Pick<Snapshot, "register" | "statuses" | "asOf">): readonly PlanState[] {
  const held = holdingRows(
    knownOn(register.communePlans, asOf),
    ({ communeCode }) => communeCode,
    recordedLater,
  );
  return register.communes.flatMap(({ code }): PlanState[] => {
    const row = held.get(code);
    if (row === undefined)
      return statuses.has(code)
        ? [
            {
              code,
              answer: "unknown",
              dueOn: null,
              submittedOn: null,
              daysLate: null,
              recordedOn: null,
              sourceId: null,
            },
          ]
        : [];
    const { dueOn, submittedOn, recordedOn, sourceId } = row;
    // Recorded before the due day and without a plan: nothing is owed yet, and nothing known of what came after.
    const answer = submittedOn !== null ? "submitted" : recordedOn >= dueOn ? "not-submitted" : "unknown";
    return [
      {
        code,
        answer,
        dueOn,
        submittedOn,
        daysLate: submittedOn === null ? null : Math.max(0, daysBetween(dueOn, submittedOn)),
        recordedOn,
        sourceId,
      },
    ];
  });
}

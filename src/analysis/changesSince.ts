import { daysBetween, type IsoDate } from "@/domain/date";
import type { WorkReport } from "@/domain/work";
import { groupRows, holdingRows } from "./known";
import type { Lateness, Snapshot, WorkState } from "./snapshot";
import { isFinished } from "./staleness";
import { planChanges } from "./workHistory";

/** Amounts that are compared between two days, triệu đồng. Of a year's figures only those that add up over the years. */
export const MONEY_FIELDS = ["totalInvestment", "capitalPlanCumulative", "disbursedCumulative"] as const;
export type MoneyField = (typeof MONEY_FIELDS)[number];

/** One thing that is known of a work on the later day and was not, or was otherwise, on the earlier one. */
export type WorkChange =
  /** Its actual start became known. */
  | { readonly kind: "started"; readonly workId: string; readonly on: IsoDate }
  /** `on` null: it is finished by its stage, no report states the day. */
  | { readonly kind: "finished"; readonly workId: string; readonly on: IsoDate | null }
  /** It was called finished, and is no longer: a correction. */
  | { readonly kind: "reopened"; readonly workId: string }
  /** A planned day moved; `days` positive: later, negative: earlier, null: one of the two is not stated. */
  | {
      readonly kind: "rescheduled";
      readonly workId: string;
      readonly milestone: "start" | "completion";
      readonly from: IsoDate | null;
      readonly to: IsoDate | null;
      readonly days: number | null;
    }
  /** It was not known to be late, and is. */
  | {
      readonly kind: "became-late";
      readonly workId: string;
      readonly milestone: "start" | "completion";
      readonly days: number;
    }
  /** It was late, and is not, without being finished: its plan was moved or its start became known. */
  | { readonly kind: "caught-up"; readonly workId: string }
  /** Triệu đồng; null: not stated on that day. Never equal. */
  | {
      readonly kind: "money";
      readonly workId: string;
      readonly field: MoneyField;
      readonly from: number | null;
      readonly to: number | null;
    }
  /** What had been reported by the earlier day for a closing day was corrected since. Percent; null: not stated. */
  | {
      readonly kind: "corrected";
      readonly workId: string;
      readonly closingDay: IsoDate;
      readonly progress: { readonly from: number | null; readonly to: number | null };
      readonly reason: string;
    };
export type WorkChangeKind = WorkChange["kind"];
export const WORK_CHANGES = [
  "started",
  "finished",
  "reopened",
  "rescheduled",
  "became-late",
  "caught-up",
  "money",
  "corrected",
] as const satisfies readonly WorkChangeKind[];

/** What happened between two days of one register, as known on the later one. */
export interface ChangesSince {
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** In the register's order of works, and of `WORK_CHANGES` within a work. */
  readonly changes: readonly WorkChange[];
  /** Works with a report that was not known on the earlier day. */
  readonly reported: readonly string[];
  /** Works no report speaks of on the later day. */
  readonly silent: readonly string[];
}

/**
 * Compares the register as it was known on two days, whatever filter the snapshots carry. Both must be of the same register.
 * @throws RangeError when the second day lies before the first
 */
export function changesSince(before: Snapshot, now: Snapshot): ChangesSince {
  if (now.asOf < before.asOf) throw new RangeError(`${now.asOf} lies before ${before.asOf}`);
  const reportsByWork = groupRows(now.register.workReports, ({ workId }) => workId);
  const changes = now.allWorks.flatMap((state): WorkChange[] => {
    const earlier = before.workById.get(state.work.workId);
    return earlier === undefined
      ? []
      : [
          ...progressChanges(earlier, state, before.asOf, now.asOf),
          ...planMoves(earlier, state),
          ...latenessChanges(earlier.lateness, state, now.asOf),
          ...moneyChanges(earlier, state),
          ...corrections(reportsByWork.get(state.work.workId) ?? [], before.asOf, now.asOf),
        ];
  });
  return {
    from: before.asOf,
    to: now.asOf,
    changes,
    reported: now.allWorks.flatMap(({ work, report }) => {
      const known = before.workById.get(work.workId)?.report ?? null;
      return report !== null && report !== known ? [work.workId] : [];
    }),
    silent: now.allWorks.flatMap(({ work, report }) => (report === null ? [work.workId] : [])),
  };
}

function progressChanges(earlier: WorkState, state: WorkState, from: IsoDate, to: IsoDate): WorkChange[] {
  const { workId } = state.work;
  const start = state.report?.actualStart ?? null;
  const [was, is] = [isFinished(earlier.report, from), isFinished(state.report, to)];
  return [
    ...(start !== null && (earlier.report?.actualStart ?? null) === null
      ? [{ kind: "started", workId, on: start } as const]
      : []),
    ...(is && !was ? [{ kind: "finished", workId, on: state.report?.actualEnd ?? null } as const] : []),
    ...(was && !is ? [{ kind: "reopened", workId } as const] : []),
  ];
}

/** Moves of planned days. A first plan is no move. */
function planMoves({ plan: before }: WorkState, { work: { workId }, plan }: WorkState): WorkChange[] {
  if (before === null || plan === null) return [];
  return planChanges(before, plan).flatMap((change): WorkChange[] => {
    if (change.field === "totalInvestment") return [];
    const { from, to } = change;
    return [
      {
        kind: "rescheduled",
        workId,
        milestone: change.field === "plannedStart" ? "start" : "completion",
        from,
        to,
        days: from === null || to === null ? null : daysBetween(from, to),
      },
    ];
  });
}

function latenessChanges(
  before: Lateness,
  { work: { workId }, lateness, report }: WorkState,
  to: IsoDate,
): WorkChange[] {
  if (lateness.answer === "yes" && before.answer !== "yes")
    return [{ kind: "became-late", workId, milestone: lateness.milestone, days: lateness.days }];
  return before.answer === "yes" && lateness.answer === "no" && !isFinished(report, to)
    ? [{ kind: "caught-up", workId }]
    : [];
}

const moneyChanges = (earlier: WorkState, state: WorkState): WorkChange[] =>
  MONEY_FIELDS.flatMap((field): WorkChange[] => {
    const [from, to] = [earlier.money[field], state.money[field]];
    return from === to ? [] : [{ kind: "money", workId: state.work.workId, field, from, to }];
  });

/** The report of each closing day that held on a day: of several the one reported last, of one day the later row of the file. */
const heldOn = (reports: readonly WorkReport[], day: IsoDate): ReadonlyMap<IsoDate, WorkReport> =>
  holdingRows(
    reports.filter(({ reportedOn }) => reportedOn <= day),
    ({ asOf }) => asOf,
    (candidate, current) => candidate.reportedOn >= current.reportedOn,
  );

/** Corrections that became known since, of figures that had been reported by then. */
function corrections(reports: readonly WorkReport[], from: IsoDate, to: IsoDate): WorkChange[] {
  const before = heldOn(reports, from);
  return [...heldOn(reports, to)].flatMap(([closingDay, report]): WorkChange[] => {
    const known = before.get(closingDay);
    const { workId, correctionReason: reason, physicalProgress } = report;
    if (known === undefined || known === report || reason === null) return [];
    const progress = { from: known.physicalProgress, to: physicalProgress };
    return [{ kind: "corrected", workId, closingDay, progress, reason }];
  });
}

import { addDays, daysBetween, type IsoDate } from "@/domain/date";
import type { Stage, WorkPlan, WorkReport } from "@/domain/work";
import { expectedProgress } from "./expectedProgress";
import { groupRows, knownOn, recordedLater } from "./known";
import { GRACE_DAYS, isFinished } from "./staleness";

/** Fields of a report that a correction may change, the ones a reader asks about first. */
export const REPORT_FIELDS = [
  "physicalProgress",
  "stage",
  "disbursedCumulative",
  "disbursedYear",
  "valueDoneCumulative",
  "actualStart",
  "acceptedOn",
  "actualEnd",
  "obstacle",
  "proposal",
  "authority",
] as const satisfies readonly (keyof WorkReport)[];
type ReportField = (typeof REPORT_FIELDS)[number];

/** One figure that a correction changed. Null on either side: not reported. */
export type ReportChange = {
  readonly [F in ReportField]: {
    readonly field: F;
    readonly from: WorkReport[F];
    readonly to: WorkReport[F];
  };
}[ReportField];

/** One row for a closing day. The last version holds; those before it were replaced. */
export interface ReportVersion {
  readonly report: WorkReport;
  /** Against the version before; empty for the first, and for a repetition that changes nothing. */
  readonly changes: readonly ReportChange[];
}

/** A closing day of a work: reported once or more often, or due and never reported. */
export type ReportPeriod = {
  readonly closingDay: IsoDate;
  /** The day by which the report was expected: a month after the closing day. */
  readonly dueOn: IsoDate;
  /** Percent by the plan known on the closing day, evenly between its two days; null without both. */
  readonly expected: number | null;
} & (
  | {
      readonly kind: "reported";
      /** In the order in which they became known; never empty. */
      readonly versions: readonly ReportVersion[];
      readonly held: WorkReport;
      /** Days from `dueOn` to the first report; 0 when it came in time. */
      readonly daysAfterDue: number;
      /** The stage held in the period before that stated one; null: none did. */
      readonly stageBefore: Stage | null;
    }
  | { readonly kind: "missing" }
);
export type ReportedPeriod = Extract<ReportPeriod, { readonly kind: "reported" }>;

/** A closing day counts as a round of the whole register from this share of its works on: a slip of one clerk is no round. */
const ROUND_SHARE = 0.1;

const isKnown = ({ reportedOn, asOf }: WorkReport, day: IsoDate): boolean => reportedOn <= day && asOf <= day;

/**
 * Closing days of the regular rounds known on a day, ascending: those for which at least a tenth of all works have reported.
 * `works` is the number of works in the register. A round once known stays one, whatever is reported later.
 */
export function reportingRounds(reports: readonly WorkReport[], works: number, day: IsoDate): IsoDate[] {
  const reporting = groupRows(
    reports.filter((row) => isKnown(row, day)),
    (row) => row.asOf,
  );
  const enough = Math.max(1, works * ROUND_SHARE);
  return [...reporting]
    .filter(([, rows]) => new Set(rows.map(({ workId }) => workId)).size >= enough)
    .map(([closingDay]) => closingDay)
    .toSorted();
}

/** The plan in force on a day; null: none was recorded by then. */
const planOn = (plans: readonly WorkPlan[], day: IsoDate): WorkPlan | null =>
  knownOn(plans, day).reduce<WorkPlan | null>(
    (held, row) => (held === null || recordedLater(row, held) ? row : held),
    null,
  );

const later = (candidate: WorkReport, current: WorkReport): boolean =>
  candidate.asOf === current.asOf
    ? candidate.reportedOn >= current.reportedOn
    : candidate.asOf > current.asOf;

/**
 * Whether a work owed a report of a closing day, judged by what was known when it was due, so that the answer never changes
 * afterwards: it reported before and was not finished, or it had not reported yet and its planned start had come.
 */
function isOwed(
  reports: readonly WorkReport[],
  plans: readonly WorkPlan[],
  closingDay: IsoDate,
  dueOn: IsoDate,
): boolean {
  let last: WorkReport | null = null;
  for (const row of reports) {
    if (row.reportedOn <= dueOn && row.asOf < closingDay && (last === null || later(row, last))) last = row;
  }
  if (last !== null) return !isFinished(last, closingDay);
  const start = planOn(plans, closingDay)?.plannedStart ?? null;
  return start !== null && start <= closingDay;
}

/** What a row changes against the one it replaces. */
export const reportChanges = (from: WorkReport, to: WorkReport): ReportChange[] =>
  REPORT_FIELDS.filter((field) => from[field] !== to[field]).map(
    // Field and values come from the same key; the compiler does not follow that through a union.
    (field) => ({ field, from: from[field], to: to[field] }) as ReportChange,
  );

/** Periods of one work as known on a day, by closing day ascending, and the round that is still in time, if one is. */
export interface Periods {
  readonly periods: readonly ReportPeriod[];
  /** The latest round that has closed, is not due yet and for which this work owes a report. */
  readonly awaited: { readonly closingDay: IsoDate; readonly dueOn: IsoDate } | null;
}

/**
 * The reports of one work by closing day, with what replaced what and the periods that are missing.
 * @param reports rows of this work, known or not, in file order
 * @param plans rows of this work, known or not, in file order
 * @param rounds closing days of the register known on the day (`reportingRounds`)
 */
export function reportPeriods(
  reports: readonly WorkReport[],
  plans: readonly WorkPlan[],
  rounds: readonly IsoDate[],
  day: IsoDate,
): Periods {
  const known = reports.filter((row) => isKnown(row, day));
  const byClosingDay = groupRows(known, (row) => row.asOf);
  const periods: ReportPeriod[] = [];
  let awaited: Periods["awaited"] = null;
  let stageBefore: Stage | null = null;
  for (const closingDay of [...new Set([...rounds, ...byClosingDay.keys()])].toSorted()) {
    const dueOn = addDays(closingDay, GRACE_DAYS);
    const expected = expectedProgress(planOn(plans, closingDay), closingDay);
    const rows = byClosingDay
      .get(closingDay)
      // Stable: of two rows of one day the later row of the file holds.
      ?.toSorted((a, b) => (a.reportedOn < b.reportedOn ? -1 : a.reportedOn > b.reportedOn ? 1 : 0));
    const [first, held] = [rows?.[0], rows?.at(-1)];
    if (rows !== undefined && first !== undefined && held !== undefined) {
      const versions = rows.map((report, index) => {
        const before = rows[index - 1];
        return { report, changes: before === undefined ? [] : reportChanges(before, report) };
      });
      const daysAfterDue = Math.max(0, daysBetween(dueOn, first.reportedOn));
      periods.push({
        kind: "reported",
        closingDay,
        dueOn,
        expected,
        versions,
        held,
        daysAfterDue,
        stageBefore,
      });
      stageBefore = held.stage ?? stageBefore;
    } else if (isOwed(reports, plans, closingDay, dueOn < day ? dueOn : day)) {
      if (day > dueOn) periods.push({ kind: "missing", closingDay, dueOn, expected });
      else awaited = { closingDay, dueOn };
    }
  }
  return { periods, awaited };
}

import type { CommuneCode } from "@/domain/commune";
import { addDays, type IsoDate, quarterEnds } from "@/domain/date";
import { FINISHED_STAGES, SECTORS, type Sector } from "@/domain/work";
import {
  type ChangesSince,
  changesSince,
  MONEY_FIELDS,
  type MoneyField,
  type WorkChange,
  type WorkChangeKind,
} from "./changesSince";
import type { Snapshot, WorkState } from "./snapshot";
import { isFinished } from "./staleness";

/** Works that a sentence counts. */
export interface CountedWorks {
  /** Each once, in the register's order. */
  readonly workIds: readonly string[];
  /** In the plan's order; the numbers add up to the works. */
  readonly sectors: readonly (readonly [sector: Sector, works: number])[];
  /** Those with most of these works first, then in the register's order. Works without a commune add none. */
  readonly communes: readonly CommuneCode[];
}

type ChangeOf<Kind extends WorkChangeKind> = Extract<WorkChange, { readonly kind: Kind }>;

/** How one amount moved over all works of the 97, triệu đồng; null: no work stated it on that day. */
export interface MoneyMove {
  readonly field: MoneyField;
  readonly works: CountedWorks;
  readonly from: number | null;
  readonly to: number | null;
  /** Of the works that moved, those that state it for the first time; what was before is not known. */
  readonly first: number;
}

/** One thing worth a sentence. `changes`: every row it speaks of; a row stands in one fact only. */
export type ChangeFact = { readonly changes: readonly WorkChange[] } & (
  | {
      readonly kind: "finished";
      readonly works: CountedWorks;
      /** On the later day, of the 97. */
      readonly finishedNow: number;
      /** Of these, handed over or settled; the others are accepted with all of the work, or state the day they ended. */
      readonly handedOverNow: number;
    }
  | {
      readonly kind: "lateness";
      readonly became: CountedWorks;
      readonly caughtUp: CountedWorks;
      /** Late on both days. */
      readonly stillLate: CountedWorks;
      /** Of those late on both days, the one with most days. */
      readonly longest: {
        readonly workId: string;
        readonly days: number;
        readonly obstacle: string | null;
      } | null;
    }
  | {
      readonly kind: "rescheduled";
      readonly works: CountedWorks;
      /** Planned completions that moved to a later day, to an earlier one, or of which a day is not stated. */
      readonly later: number;
      readonly earlier: number;
      readonly undated: number;
      /** Planned starts that moved. */
      readonly starts: number;
      /** The completion that moved furthest into the future. */
      readonly furthest: { readonly workId: string; readonly days: number; readonly to: IsoDate } | null;
    }
  | { readonly kind: "started"; readonly works: CountedWorks }
  | { readonly kind: "money"; readonly moves: readonly MoneyMove[] }
  | {
      readonly kind: "corrected";
      /** Reports that were corrected; a work may have several. */
      readonly reports: number;
      readonly works: CountedWorks;
      /** Called finished before, and no longer. */
      readonly reopened: CountedWorks;
      /** Where the progress moved most. */
      readonly largest: ChangeOf<"corrected"> | null;
    }
  | {
      readonly kind: "silent";
      readonly works: CountedWorks;
      /** Of these, with a report older than a period and its grace, or with none although one is due. */
      readonly overdue: number;
      /** Never reported at all. */
      readonly never: number;
      /** Closing day of the oldest of their latest reports. */
      readonly oldest: IsoDate | null;
    }
);
export type ChangeFactKind = ChangeFact["kind"];

/** What changed between two days, most important first. */
export interface ChangeFacts {
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** Of works of the 97. Empty: nothing changed. */
  readonly facts: readonly ChangeFact[];
  /** Changes of works that are not, or not surely, of the 97: counted, not told. */
  readonly others: readonly WorkChange[];
}

/** Works behind some ids, by sector and commune. */
function countedWorks(now: Snapshot, ids: Iterable<string>): CountedWorks {
  const wanted = new Set(ids);
  const works = now.allWorks.filter(({ work }) => wanted.has(work.workId)).map(({ work }) => work);
  const byCommune = new Map<CommuneCode, number>();
  for (const { communeCodes } of works)
    for (const code of new Set(communeCodes)) byCommune.set(code, (byCommune.get(code) ?? 0) + 1);
  return {
    workIds: works.map(({ workId }) => workId),
    sectors: SECTORS.map(
      (sector) => [sector, works.filter((work) => work.sector === sector).length] as const,
    ).filter(([, count]) => count > 0),
    communes: now.register.communes
      .map(({ code }) => code)
      .filter((code) => byCommune.has(code))
      .toSorted((a, b) => (byCommune.get(b) ?? 0) - (byCommune.get(a) ?? 0)),
  };
}

/** The item with the largest measure; the first of equals, null of none. */
const largestBy = <Item>(items: readonly Item[], measure: (item: Item) => number): Item | null =>
  items.reduce<Item | null>(
    (best, item) => (best === null || measure(item) > measure(best) ? item : best),
    null,
  );

/** Sum of an amount over works that state it; null: none does. */
function stated(works: readonly WorkState[], field: MoneyField): number | null {
  const amounts = works.flatMap(({ money }) => money[field] ?? []);
  return amounts.length === 0 ? null : amounts.reduce((sum, amount) => sum + amount, 0);
}

/**
 * What changed in the works of the 97 between two days, grouped into at most seven facts. Every change is in exactly one fact or, of another
 * work, in `others`.
 * @throws RangeError when the second day lies before the first
 */
export function changeFacts(before: Snapshot, now: Snapshot): ChangeFacts {
  const found = changesSince(before, now);
  const isOfThe97 = (workId: string) => now.workById.get(workId)?.work.inPlan97 === "yes";
  const own = found.changes.filter(({ workId }) => isOfThe97(workId));
  const ofKind = <Kind extends WorkChangeKind>(kind: Kind) =>
    own.filter((change): change is ChangeOf<Kind> => change.kind === kind);
  const counted = (changes: readonly WorkChange[]) =>
    countedWorks(
      now,
      changes.map(({ workId }) => workId),
    );
  const scope = ({ allWorks }: Snapshot) => allWorks.filter(({ work }) => work.inPlan97 === "yes");
  const works = scope(now);
  const facts: ChangeFact[] = [];

  const finished = ofKind("finished");
  if (finished.length > 0)
    facts.push({
      kind: "finished",
      changes: finished,
      works: counted(finished),
      finishedNow: works.filter(({ report }) => isFinished(report, now.asOf)).length,
      handedOverNow: works.filter(({ stage }) => stage !== null && FINISHED_STAGES.includes(stage)).length,
    });

  const [became, caughtUp] = [ofKind("became-late"), ofKind("caught-up")];
  if (became.length + caughtUp.length > 0) {
    const stillLate = works.filter(
      ({ work, lateness }) =>
        lateness.answer === "yes" && before.workById.get(work.workId)?.lateness.answer === "yes",
    );
    const longest = largestBy(stillLate, ({ lateness }) => (lateness.answer === "yes" ? lateness.days : 0));
    facts.push({
      kind: "lateness",
      changes: [...became, ...caughtUp],
      became: counted(became),
      caughtUp: counted(caughtUp),
      stillLate: countedWorks(
        now,
        stillLate.map(({ work }) => work.workId),
      ),
      longest:
        longest === null || longest.lateness.answer !== "yes"
          ? null
          : {
              workId: longest.work.workId,
              days: longest.lateness.days,
              obstacle: longest.report?.obstacle ?? null,
            },
    });
  }

  const moved = ofKind("rescheduled");
  if (moved.length > 0) {
    const ends = moved.filter(({ milestone }) => milestone === "completion");
    const later = ends.flatMap(({ workId, days, to }) =>
      days !== null && to !== null && days > 0 ? [{ workId, days, to }] : [],
    );
    facts.push({
      kind: "rescheduled",
      changes: moved,
      works: counted(moved),
      later: later.length,
      earlier: ends.filter(({ days }) => days !== null && days < 0).length,
      undated: ends.filter(({ days }) => days === null).length,
      starts: moved.length - ends.length,
      furthest: largestBy(later, ({ days }) => days),
    });
  }

  const started = ofKind("started");
  if (started.length > 0) facts.push({ kind: "started", changes: started, works: counted(started) });

  const money = ofKind("money");
  if (money.length > 0)
    facts.push({
      kind: "money",
      changes: money,
      // What was paid out first, then what was promised for it.
      moves: MONEY_FIELDS.toReversed().flatMap((field) => {
        const moves = money.filter((change) => change.field === field);
        return moves.length === 0
          ? []
          : [
              {
                field,
                works: counted(moves),
                from: stated(scope(before), field),
                to: stated(works, field),
                first: moves.filter(({ from }) => from === null).length,
              },
            ];
      }),
    });

  const [corrected, reopened] = [ofKind("corrected"), ofKind("reopened")];
  if (corrected.length + reopened.length > 0)
    facts.push({
      kind: "corrected",
      changes: [...corrected, ...reopened],
      reports: corrected.length,
      works: counted(corrected),
      reopened: counted(reopened),
      largest: largestBy(corrected, ({ progress: { from, to } }) =>
        from === null || to === null ? 0 : Math.abs(to - from),
      ),
    });

  const silent = silentWorks(works, found, now);
  if (silent.length > 0) {
    const reports = silent.flatMap(({ report }) => report ?? []);
    facts.push({
      kind: "silent",
      changes: [],
      works: countedWorks(
        now,
        silent.map(({ work }) => work.workId),
      ),
      overdue: silent.filter(isOverdue).length,
      never: silent.length - reports.length,
      oldest: reports.map(({ asOf }) => asOf).toSorted()[0] ?? null,
    });
  }

  return {
    from: found.from,
    to: found.to,
    facts,
    others: found.changes.filter(({ workId }) => !isOfThe97(workId)),
  };
}

/** A report is due and has not come: the last one is older than a period and its grace, or there is none. */
const isOverdue = ({ stale, report, progressBlank }: WorkState): boolean =>
  stale || (report === null && progressBlank !== "not-yet-due");

/**
 * Works without a new report since the earlier day. Where no period ended in between none was to be expected, and only what is overdue is
 * told. A finished work owes nothing, nor one whose start is still to come and that never reported.
 */
function silentWorks(
  works: readonly WorkState[],
  { from, to, reported }: ChangesSince,
  now: Snapshot,
): readonly WorkState[] {
  if (from === to) return [];
  const heard = new Set(reported);
  const periodEnded = quarterEnds(addDays(from, 1), to).length > 0;
  return works.filter(
    (state) =>
      !heard.has(state.work.workId) &&
      !isFinished(state.report, now.asOf) &&
      (isOverdue(state) || (periodEnded && state.report !== null)),
  );
}

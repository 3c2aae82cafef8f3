import { PLAN_TOTAL, PLAN_TOTALS, SECTORS, type Sector } from "@/domain/work";
import type { Answer } from "@/domain/workFilter";
import { FILTER_STAGES, type FilterStage } from "@/domain/workFilter";
import type { Snapshot, WorkState } from "./snapshot";

/** The works of a sector, or of all, against the plan's control total. Only works that are surely of the 97 count. */
export interface SectorTotal {
  /** Null: all sectors together. */
  readonly sector: Sector | null;
  /** What the plan of the province says; null: it names no total for this sector. */
  readonly planned: number | null;
  /** Works the register lists as of the 97. */
  readonly named: number;
  /** Of these, with a place on the map: exact, line, village or several communes with a course. */
  readonly located: number;
  /** Of these, with a report known on the day. */
  readonly reported: number;
  readonly stages: Readonly<Record<FilterStage, number>>;
  readonly late: Readonly<Record<Answer, number>>;
}

/** Location classes that say where on the ground a work is. */
const LOCATED: ReadonlySet<WorkState["work"]["locationClass"]> = new Set(["exact", "line", "village"]);

const isLocated = ({ work }: WorkState): boolean =>
  LOCATED.has(work.locationClass) || (work.locationClass === "several" && work.line !== null);

const isOfThe97 = ({ work }: WorkState): boolean => work.inPlan97 === "yes";

function totalOf(sector: Sector | null, planned: number | null, works: readonly WorkState[]): SectorTotal {
  const count = (test: (state: WorkState) => boolean) => works.filter(test).length;
  return {
    sector,
    planned,
    named: works.length,
    located: count(isLocated),
    reported: count(({ report }) => report !== null),
    stages: Object.fromEntries(
      FILTER_STAGES.map((stage) => [stage, count((state) => (state.stage ?? "unknown") === stage)]),
    ) as SectorTotal["stages"],
    late: {
      yes: count(({ lateness }) => lateness.answer === "yes"),
      no: count(({ lateness }) => lateness.answer === "no"),
      unknown: count(({ lateness }) => lateness.answer === "unknown"),
    },
  };
}

/**
 * Control totals of the programme: a row for each sector the plan names or the register lists works of, in the plan's order, and all of them
 * together. Whatever filter the snapshot carries, every work of the register counts.
 */
export function sectorTotals({ allWorks }: Snapshot): {
  readonly sectors: readonly SectorTotal[];
  readonly all: SectorTotal;
} {
  const works = allWorks.filter(isOfThe97);
  const sectors = SECTORS.flatMap((sector) => {
    const own = works.filter(({ work }) => work.sector === sector);
    const planned = PLAN_TOTALS[sector] ?? null;
    return own.length === 0 && planned === null ? [] : [totalOf(sector, planned, own)];
  });
  return { sectors, all: totalOf(null, PLAN_TOTAL, works) };
}

/** Late works of one responsible body. */
export interface BodyLateness {
  /** As the register writes it; null: the register names none. */
  readonly body: string | null;
  readonly works: number;
  readonly late: readonly WorkState[];
  /** Works of which it cannot be told. */
  readonly unknown: number;
}

/** Bodies with a late work, most late works first, then by most days, then by name; the works of each longest late first. */
export function lateByBody({ works }: Pick<Snapshot, "works">): readonly BodyLateness[] {
  const days = ({ lateness }: WorkState) => (lateness.answer === "yes" ? lateness.days : 0);
  const bodies = new Map<string | null, WorkState[]>();
  for (const state of works) {
    const { responsibleBody } = state.work;
    bodies.set(responsibleBody, [...(bodies.get(responsibleBody) ?? []), state]);
  }
  const most = ({ late }: BodyLateness) => Math.max(0, ...late.map(days));
  return [...bodies]
    .map(
      ([body, own]): BodyLateness => ({
        body,
        works: own.length,
        late: own
          .filter(({ lateness }) => lateness.answer === "yes")
          .toSorted((a, b) => days(b) - days(a) || (a.work.workId < b.work.workId ? -1 : 1)),
        unknown: own.filter(({ lateness }) => lateness.answer === "unknown").length,
      }),
    )
    .filter(({ late }) => late.length > 0)
    .toSorted(
      (a, b) =>
        b.late.length - a.late.length || most(b) - most(a) || ((a.body ?? "") < (b.body ?? "") ? -1 : 1),
    );
}

/** A sum of money and of how many works it is: works that state nothing are no 0 in it. */
export interface MoneySum {
  /** Triệu đồng; null: no work states it. */
  readonly amount: number | null;
  /** Works that state it. */
  readonly stated: number;
}

/** An amount over another, of the works that state both. */
export interface MoneyShare {
  readonly part: number;
  readonly whole: number;
  /** Works that state both. */
  readonly works: number;
}

/** Money of the works shown, triệu đồng, each sum with how many works it is of. */
export interface MoneyTotals {
  readonly works: number;
  readonly totalInvestment: MoneySum;
  readonly capitalPlanYear: MoneySum;
  readonly capitalPlanCumulative: MoneySum;
  readonly disbursedYear: MoneySum;
  readonly disbursedCumulative: MoneySum;
  /** Disbursed this year over this year's plan; null: no work states both, or nothing was planned. */
  readonly yearShare: MoneyShare | null;
  /** Disbursed so far over all capital planned so far. */
  readonly cumulativeShare: MoneyShare | null;
}

type Field = Exclude<keyof WorkState["money"], "bySource" | "sourceIds">;

/** Sums money over the works a snapshot shows; a share is taken only over works that state both sides, so that it can pass 100 % only if they do. */
export function moneyTotals({ works }: Pick<Snapshot, "works">): MoneyTotals {
  const sum = (field: Field): MoneySum => {
    const stated = works.flatMap(({ money }) => money[field] ?? []);
    return {
      amount: stated.length === 0 ? null : stated.reduce((total, value) => total + value, 0),
      stated: stated.length,
    };
  };
  const share = (part: Field, whole: Field): MoneyShare | null => {
    const both = works.flatMap(({ money }) => {
      const [one, other] = [money[part], money[whole]];
      return one === null || other === null ? [] : [{ part: one, whole: other }];
    });
    const total = { part: 0, whole: 0, works: both.length };
    for (const each of both) {
      total.part += each.part;
      total.whole += each.whole;
    }
    return total.whole > 0 ? total : null;
  };
  return {
    works: works.length,
    totalInvestment: sum("totalInvestment"),
    capitalPlanYear: sum("capitalPlanYear"),
    capitalPlanCumulative: sum("capitalPlanCumulative"),
    disbursedYear: sum("disbursedYear"),
    disbursedCumulative: sum("disbursedCumulative"),
    yearShare: share("disbursedYear", "capitalPlanYear"),
    cumulativeShare: share("disbursedCumulative", "capitalPlanCumulative"),
  };
}

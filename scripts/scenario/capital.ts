import { yearOf } from "@/domain/date";
import type { CapitalSource } from "@/domain/work";
import { type Course, modelOf } from "./plans";
import { type Fate, FIRST_RECORDED, PROVINCIAL_CAPITAL, SOURCE, TIE } from "./programme";
import { randomFor } from "./random";
import type { ScenarioWork } from "./works";

/** Planned money of one work, triệu đồng. */
export interface Money {
  readonly rows: readonly CapitalRow[];
  /** Null: the decision does not state it. */
  readonly totalInvestment: number | null;
  /** What may be spent of a year, all sources together: the lesser of before and after a revision. */
  readonly byYear: ReadonlyMap<number, number>;
}

export interface CapitalRow {
  readonly year: number;
  readonly source: CapitalSource;
  readonly amount: number;
}

const LAST_YEAR = 2030;
const SECTOR_WEIGHT: Readonly<Record<string, number>> = {
  school: 30,
  "clean-water": 28,
  health: 14,
  transport: 62,
  irrigation: 45,
  "landslide-protection": 70,
};
/** Finished works were the smaller ones, as they are. */
const FATE_WEIGHT: Readonly<Partial<Record<Fate, number>>> = {
  settled: 0.76,
  "handed-over": 0.8,
  "late-end": 1.15,
};
/** In 2028 this much of the provincial budget moves from a work that stands still to one that can use it. */
export const REVISION = {
  recordedOn: "2028-02-28",
  year: 2028,
  amount: 1500,
  from: "07621 3",
  to: "07573 1",
} as const;
const OTHER_SOURCES: readonly [CapitalSource, ...CapitalSource[]] = [
  "central",
  "counterpart",
  "commune",
  "social",
  "loan",
  "contribution",
];
const ROUND_TO = 50;

/** The provincial budget of the 97, split so that it adds up to the million. */
function provincialAmounts(works: readonly ScenarioWork[]): Map<string, number> {
  const planned = works.filter(({ inPlan97 }) => inPlan97 === "yes");
  const weights = planned.map((work) => {
    const model = modelOf(work, works);
    const chance = randomFor(`weight ${model.id}`).between(0.6, 1.5);
    const several = model.slot.locationClass === "several" ? 1.5 : 1;
    return (SECTOR_WEIGHT[model.sector] ?? 20) * (FATE_WEIGHT[model.slot.fate] ?? 1) * several * chance;
  });
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const amounts = new Map(
    planned.map(({ id }, index) => [
      id,
      Math.floor((PROVINCIAL_CAPITAL * (weights[index] ?? 0)) / all / ROUND_TO) * ROUND_TO,
    ]),
  );
  const missing = PROVINCIAL_CAPITAL - [...amounts.values()].reduce((sum, amount) => sum + amount, 0);
  const first = planned[0];
  if (first !== undefined) amounts.set(first.id, (amounts.get(first.id) ?? 0) + missing);
  return amounts;
}

/** Splits a sum over years; the last takes what rounding leaves. */
function spread(
  amount: number,
  years: readonly number[],
  shares: readonly number[],
): { year: number; amount: number }[] {
  const all = shares.reduce((sum, share) => sum + share, 0);
  let left = amount;
  return years.map((year, index) => {
    const last = index === years.length - 1;
    const part = last ? left : Math.floor((amount * (shares[index] ?? 1)) / all / 10) * 10;
    left -= part;
    return { year, amount: part };
  });
}

function yearsOf({ plannedStart, plannedEnd, replan }: Course): number[] {
  const first = plannedStart === null ? 2027 : yearOf(plannedStart);
  const last = Math.min(LAST_YEAR, plannedEnd === null ? 2029 : yearOf(replan?.plannedEnd ?? plannedEnd) + 1);
  return Array.from({ length: Math.max(2, last - first + 1) }, (_, index) => first + index).filter(
    (year) => year <= LAST_YEAR,
  );
}

/** Planned money of every work. */
export function planMoney(
  works: readonly ScenarioWork[],
  courses: ReadonlyMap<string, Course>,
): Map<string, Money> {
  const provincial = provincialAmounts(works);
  return new Map(
    works.flatMap((work): [string, Money][] => {
      const course = courses.get(work.id);
      if (course === undefined) return [];
      const model = modelOf(work, works);
      const random = randomFor(`money ${model.id}`);
      const years = yearsOf(courses.get(model.id) ?? course);
      const shares = years.map((_, index) => (index === years.length - 1 ? 0.5 : random.between(1, 2)));
      const rows: CapitalRow[] = [];
      const own = provincial.get(work.id) ?? 0;
      if (own > 0)
        for (const part of spread(own, years, shares)) rows.push({ ...part, source: "provincial" });
      if (own === 0 || random.chance(0.55)) {
        const source = random.pick(OTHER_SOURCES);
        const amount =
          own === 0 ? random.whole(60, 160) * 100 : Math.floor((own * random.between(0.05, 0.3)) / 10) * 10;
        for (const part of spread(amount, years.slice(0, 2), [1, 1])) rows.push({ ...part, source });
      }
      const planned = rows.reduce((sum, { amount }) => sum + amount, 0);
      const room = revisedBy(work) > 0 ? REVISION.amount : 0;
      const stated = Math.ceil((planned * random.between(1, 1.06)) / 10) * 10 + room;
      const byYear = new Map<number, number>();
      for (const { year, amount } of rows) byYear.set(year, (byYear.get(year) ?? 0) + amount);
      if (revisedBy(work) < 0) byYear.set(REVISION.year, (byYear.get(REVISION.year) ?? 0) - REVISION.amount);
      return [[work.id, { rows, totalInvestment: isUnstated(work) ? null : stated, byYear }]];
    }),
  );
}

/** One work without a stated total: unknown is not zero. */
const isUnstated = ({ home, place }: ScenarioWork): boolean => home === null && place === 3;

/** Triệu đồng the revision gives (+) or takes (−). */
export function revisedBy({ home, place }: ScenarioWork): number {
  if (`${home} ${place}` === REVISION.from) return -REVISION.amount;
  return `${home} ${place}` === REVISION.to ? REVISION.amount : 0;
}

/**
 * Rows of capital_plan.csv.
 * @param carried of works that state it: what was left of 2027 at its end, triệu đồng
 */
export function capitalRows(
  works: readonly ScenarioWork[],
  money: ReadonlyMap<string, Money>,
  carried: ReadonlyMap<string, number>,
) {
  return works.flatMap((work) => {
    const rows = (money.get(work.id)?.rows ?? []).map(({ year, source, amount }) => ({
      work_id: work.id,
      year,
      capital_source: source as string,
      amount,
      carried_over: null as number | null,
      recorded_on: FIRST_RECORDED as string,
      source_id: SOURCE.programme,
    }));
    const later = rows.filter(
      ({ year, capital_source }) => year === REVISION.year && capital_source === "provincial",
    );
    const left = carried.get(work.id);
    const change = revisedBy(work);
    return [
      ...rows,
      ...later.flatMap((row) =>
        left === undefined ? [] : [{ ...row, carried_over: left, recorded_on: "2028-01-31" }],
      ),
      ...later.flatMap((row) =>
        change === 0 ? [] : [{ ...row, amount: row.amount + change, recorded_on: REVISION.recordedOn }],
      ),
    ];
  });
}

/** Works that state what they carried over into 2028. */
export const statesCarryOver = (work: ScenarioWork): boolean =>
  work.home !== TIE.first &&
  work.home !== TIE.second &&
  revisedBy(work) === 0 &&
  randomFor(`carried ${work.id}`).chance(0.25);

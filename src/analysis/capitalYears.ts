import { type IsoDate, yearOf } from "@/domain/date";
import { CAPITAL_SOURCES, type CapitalPlan, type CapitalSource, type WorkReport } from "@/domain/work";
import { groupRows } from "./known";

/** Capital of one year from one source, triệu đồng. */
export interface CapitalAmount {
  readonly source: CapitalSource;
  readonly amount: number;
  /** Of earlier years, carried into this one; not part of `amount`. Null: not stated. */
  readonly carriedOver: number | null;
  /** Rows for this year and source in the order in which they became known; the last one holds. */
  readonly versions: readonly CapitalPlan[];
}

/** What was disbursed in a year, triệu đồng. */
export interface YearDisbursement {
  readonly amount: number;
  /** Closing day of the last report of the year that states it; null: the amount is of the whole year. */
  readonly until: IsoDate | null;
  /**
   * Computed here: what was disbursed before the next year less what was disbursed before this one, by reports of either year.
   * False where the report of the year itself says as much.
   */
  readonly isDerived: boolean;
}

/** Plan and disbursement of one year, triệu đồng. */
export interface CapitalYear {
  readonly year: number;
  /** In the order of `CAPITAL_SOURCES`; empty: nothing was planned for the year. */
  readonly sources: readonly CapitalAmount[];
  /** Sum of the amounts; null without a row. */
  readonly planned: number | null;
  /** Sum of what is stated to be carried over; null where no row states any. */
  readonly carriedOver: number | null;
  /** `planned` + `carriedOver`: what could be spent in the year, the denominator of its share. Null without a row. */
  readonly available: number | null;
  /** Null: no report of the year states it, or the year is still to come (`isAhead`). */
  readonly disbursed: YearDisbursement | null;
  /** The year begins after the as-of day. */
  readonly isAhead: boolean;
}

const sumOf = (amounts: readonly number[]): number => amounts.reduce((sum, amount) => sum + amount, 0);

/** Disbursed before 1 January of the year of a report, by that report; null when it does not state both figures. */
const openingOf = ({ disbursedCumulative, disbursedYear }: WorkReport): number | null =>
  disbursedCumulative === null || disbursedYear === null ? null : disbursedCumulative - disbursedYear;

/** The last report of a list that satisfies, with what it says. */
function lastStating<T>(
  reports: readonly WorkReport[],
  say: (report: WorkReport) => T | null,
): { readonly report: WorkReport; readonly said: T } | null {
  for (const report of reports.toReversed()) {
    const said = say(report);
    if (said !== null) return { report, said };
  }
  return null;
}

/**
 * What was disbursed in a year. A year is whole when a report of the next one tells what lay before it: a report missing at the
 * year's end then takes nothing from the sum. Where the two contradict each other the report of the year is believed.
 */
function disbursedIn(
  year: number,
  byYear: ReadonlyMap<number, readonly WorkReport[]>,
): YearDisbursement | null {
  const own = byYear.get(year) ?? [];
  const reported = lastStating(own, ({ disbursedYear }) => disbursedYear);
  const opening = lastStating(own, openingOf)?.said ?? null;
  const next = lastStating(byYear.get(year + 1) ?? [], openingOf)?.said ?? null;
  if (opening !== null && next !== null) {
    const amount = next - opening;
    if (amount >= (reported?.said ?? 0)) return { amount, until: null, isDerived: amount !== reported?.said };
  }
  return reported === null ? null : { amount: reported.said, until: reported.report.asOf, isDerived: false };
}

/**
 * Capital of one work by year, ascending: every year for which capital is planned or disbursement reported.
 * @param rows capital rows of the work known on the day, in file order
 * @param held the report that holds of each closing day known on the day, ascending
 */
export function capitalYears(
  rows: readonly CapitalPlan[],
  held: readonly WorkReport[],
  day: IsoDate,
): CapitalYear[] {
  const reportsByYear = groupRows(held, ({ asOf }) => yearOf(asOf));
  const rowsByYear = groupRows(rows, ({ year }) => year);
  const reporting = [...reportsByYear]
    .filter(([, reports]) => reports.some(({ disbursedYear }) => disbursedYear !== null))
    .map(([year]) => year);
  const years = [...new Set([...rowsByYear.keys(), ...reporting])].toSorted((a, b) => a - b);
  return years.map((year) => {
    const bySource = groupRows(rowsByYear.get(year) ?? [], ({ capitalSource }) => capitalSource);
    const sources = CAPITAL_SOURCES.flatMap((source): CapitalAmount[] => {
      const versions = (bySource.get(source) ?? []).toSorted((a, b) =>
        a.recordedOn < b.recordedOn ? -1 : a.recordedOn > b.recordedOn ? 1 : 0,
      );
      const last = versions.at(-1);
      return last === undefined
        ? []
        : [{ source, amount: last.amount, carriedOver: last.carriedOver, versions }];
    });
    const planned = sources.length === 0 ? null : sumOf(sources.map(({ amount }) => amount));
    const stated = sources.flatMap(({ carriedOver }) => carriedOver ?? []);
    const carriedOver = stated.length === 0 ? null : sumOf(stated);
    return {
      year,
      sources,
      planned,
      carriedOver,
      available: planned === null ? null : planned + (carriedOver ?? 0),
      disbursed: disbursedIn(year, reportsByYear),
      isAhead: year > yearOf(day),
    };
  });
}

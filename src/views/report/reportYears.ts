import { type IsoDate, isoDate, yearOf } from "@/domain/date";

/** One yearly report: what was known by the end of a year, or by the last recording day of a year that is not over. */
export interface ReportYear {
  readonly year: number;
  readonly asOf: IsoDate;
  /** What the year is compared with: the end of the year before; null when nothing was recorded by then. */
  readonly before: IsoDate | null;
  /** The last recording day lies before the end of the year. */
  readonly unfinished: boolean;
}

/**
 * The years reports can be made of, latest first. `days`: recording days of the data, ascending. A year in which nothing was recorded, between
 * others, has its report all the same: that nothing was known is a fact.
 */
export function reportYears(days: readonly IsoDate[]): readonly ReportYear[] {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [];
  const endOf = (year: number) => isoDate(`${year}-12-31`);
  return Array.from({ length: yearOf(last) - yearOf(first) + 1 }, (_, index): ReportYear => {
    const year = yearOf(last) - index;
    const unfinished = last < endOf(year);
    return {
      year,
      asOf: unfinished ? last : endOf(year),
      before: endOf(year - 1) < first ? null : endOf(year - 1),
      unfinished,
    };
  });
}

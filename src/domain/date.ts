import { z } from "./schema";

declare const iso: unique symbol;
/** A calendar day as `yyyy-mm-dd`. Compares correctly as a string. No time zone: official days are Vietnamese days. */
export type IsoDate = string & { readonly [iso]: true };

const DAY_MS = 86_400_000;

const utc = (date: IsoDate) => Date.parse(`${date}T00:00:00Z`);

const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const SHORT_MONTHS: ReadonlySet<number> = new Set([4, 6, 9, 11]);

function daysInMonth(year: number, month: number): number {
  if (month !== 2) return SHORT_MONTHS.has(month) ? 30 : 31;
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
}

/** True for a day that exists in the calendar: 2026-02-30 is refused. */
export function isIsoDate(text: string): text is IsoDate {
  const found = ISO_DAY.exec(text);
  if (found === null) return false;
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])];
  // Reckoned, not parsed: tables hold hundreds of thousands of days.
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** @throws RangeError naming the text when it is not an existing day in ISO form. */
export function isoDate(text: string): IsoDate {
  if (!isIsoDate(text)) throw new RangeError(`not a date in the form yyyy-mm-dd: "${text}"`);
  return text;
}

/** Whole days from `from` to `to`; negative when `to` comes first. */
export const daysBetween = (from: IsoDate, to: IsoDate): number => Math.round((utc(to) - utc(from)) / DAY_MS);

export const addDays = (date: IsoDate, days: number): IsoDate =>
  new Date(utc(date) + days * DAY_MS).toISOString().slice(0, 10) as IsoDate;

/** The calendar year of a day. */
export const yearOf = (date: IsoDate): number => Number(date.slice(0, 4));

/** The ends of reporting periods, which are quarters, from a day to a day, both included. */
export function quarterEnds(from: IsoDate, to: IsoDate): readonly IsoDate[] {
  const ends: IsoDate[] = [];
  for (let year = yearOf(from); year <= yearOf(to); year++)
    for (const day of ["03-31", "06-30", "09-30", "12-31"]) {
      const end = isoDate(`${year}-${day}`);
      if (end >= from && end <= to) ends.push(end);
    }
  return ends;
}

export const isoDateSchema = z.custom<IsoDate>(
  (value) => typeof value === "string" && isIsoDate(value),
  "must be a day in the form yyyy-mm-dd",
);

import { z } from "./schema";

declare const iso: unique symbol;
/** A calendar day as `yyyy-mm-dd`. Compares correctly as a string. No time zone: official days are Vietnamese days. */
export type IsoDate = string & { readonly [iso]: true };

const DAY_MS = 86_400_000;

const utc = (date: IsoDate) => Date.parse(`${date}T00:00:00Z`);

/** True for a day that exists in the calendar: 2026-02-30 is refused. */
export function isIsoDate(text: string): text is IsoDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
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

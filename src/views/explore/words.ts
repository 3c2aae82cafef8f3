import type { WorkState } from "@/analysis/snapshot";
import { isFinished } from "@/analysis/staleness";
import type { Commune } from "@/domain/commune";
import { daysBetween, type IsoDate } from "@/domain/date";
import { KINDS, type Kind } from "@/domain/source";
import { FINISHED_STAGES } from "@/domain/work";
import { formatDate, formatMoney, formatNumber, formatPercent } from "@/i18n/format";
import type { Locale } from "@/i18n/locale";
import type { Messages } from "@/i18n/messages";
import type { Fraction } from "@/indicators/indicator";

/** "Xã An Lạc", "Phường Chũ"; English "An Lạc commune". */
export const communeName = ({ domain, explore }: Messages, commune: Pick<Commune, "unit" | "name">): string =>
  explore.communeName(domain[`unit.${commune.unit}`], commune.name);

/** A day, or the given words where it is not known. */
export const dateOr = (locale: Locale, date: IsoDate | null, otherwise: string): string =>
  date === null ? otherwise : formatDate(locale, date);

/** How a finished work ended: days after its planned end, by it, or just ended where one of the days is unknown. */
function endedText({ explore }: Messages, { plan, report }: WorkState): string {
  const planned = plan?.plannedEnd ?? null;
  const actual = report?.actualEnd ?? null;
  if (planned === null || actual === null) return explore.ended;
  const days = daysBetween(planned, actual);
  return days > 0 ? explore.endedLate(days) : explore.endedInTime;
}

/** Lateness in one phrase. Unknown says why; it is never "on time", and a finished work is not called punctual for being finished. */
export function latenessText(messages: Messages, state: WorkState, asOf: IsoDate): string {
  const { explore } = messages;
  const { lateness } = state;
  if (isFinished(state.report, asOf)) return endedText(messages, state);
  if (lateness.answer === "no") return explore.notLate;
  if (lateness.answer === "unknown")
    return lateness.reason === "no-planned-date" ? explore.lateNoDate : explore.lateNoReport;
  return lateness.milestone === "start"
    ? explore.lateStart(lateness.days)
    : explore.lateCompletion(lateness.days);
}

/** The last column of a list of works: days late, the day it was finished, or the day it is due. */
export function endText(
  locale: Locale,
  { explore }: Messages,
  state: WorkState,
): { readonly text: string; readonly late: boolean } {
  if (state.lateness.answer === "yes") return { text: explore.lateDays(state.lateness.days), late: true };
  const finished = state.stage !== null && FINISHED_STAGES.includes(state.stage);
  const actual = state.report?.actualEnd ?? null;
  if (finished && actual !== null) return { text: explore.done(formatDate(locale, actual)), late: false };
  const planned = state.plan?.plannedEnd ?? null;
  return { text: planned === null ? explore.unknownShort : formatDate(locale, planned), late: false };
}

/** One side of a fraction in its unit. */
export function amountText(
  locale: Locale,
  { explore }: Messages,
  amount: number,
  unit: Fraction["unit"],
): string {
  if (unit === "million-vnd") return formatMoney(locale, amount);
  if (unit === "works") return explore.works(amount);
  if (unit === "households" || unit === "poor-households")
    return explore.households(formatNumber(locale, amount));
  if (unit === "persons") return explore.population(formatNumber(locale, amount));
  return explore.area(formatNumber(locale, amount, 2));
}

/** "84 trên 120 công trình": the unit once, behind the denominator, when both sides share it. */
export function fractionText(
  locale: Locale,
  messages: Messages,
  fraction: Fraction,
  sameUnit: boolean,
): string {
  const denominator = amountText(locale, messages, fraction.denominator, fraction.unit);
  if (!sameUnit) return denominator;
  const numerator =
    fraction.unit === "million-vnd"
      ? formatMoney(locale, fraction.numerator)
      : formatNumber(locale, fraction.numerator, fraction.unit === "km2" ? 1 : 0);
  return messages.explore.fraction(numerator, denominator);
}

/** A length on the ground: metres below a kilometre, `0,9 km` from there. */
export const lengthText = (locale: Locale, metres: number): string =>
  metres < 1000
    ? `${formatNumber(locale, metres)}\u00a0m`
    : `${formatNumber(locale, metres / 1000, 1)}\u00a0km`;

/** Share in percent, or null where there is nothing to divide by. */
export function shareText(locale: Locale, part: number, whole: number): string | null {
  return whole > 0 ? formatPercent(locale, (100 * part) / whole) : null;
}

/** The least trustworthy of several kinds; official when there is none. */
export const leastTrusted = (kinds: readonly Kind[]): Kind =>
  kinds.reduce<Kind>(
    (worst, kind) => (KINDS.indexOf(kind) > KINDS.indexOf(worst) ? kind : worst),
    "official",
  );

/** What is said of a source's title in a language: titles stay as published. */
export const hostOf = (url: string): string => url.replace(/^https?:\/\/(www\.)?/, "").replace(/\/.*$/, "");

import { type IsoDate, yearOf } from "@/domain/date";
import type { Locale } from "./locale";

const NUMBER_LOCALE: Record<Locale, string> = { vi: "vi-VN", en: "en-GB" };
const MINUS = "\u2212";
/** No-break space between a number and its unit. */
const NBSP = "\u00a0";

const cache = new Map<string, Intl.NumberFormat>();
function numberFormat(locale: Locale, digits: number, fixed: boolean): Intl.NumberFormat {
  const key = `${locale}${digits}${fixed}`;
  const found = cache.get(key);
  if (found) return found;
  const made = new Intl.NumberFormat(NUMBER_LOCALE[locale], {
    maximumFractionDigits: digits,
    minimumFractionDigits: fixed ? digits : 0,
    useGrouping: "always" as unknown as boolean,
  });
  cache.set(key, made);
  return made;
}

/** `1.234,5`; minus is U+2212, and a value that rounds to zero has no sign. `fixed` keeps trailing zeros (columns). */
export function formatNumber(locale: Locale, value: number, digits = 0, fixed = false): string {
  const text = numberFormat(locale, digits, fixed).format(value);
  const isZero = !/[1-9]/.test(text);
  return isZero ? text.replace("-", "") : text.replace("-", MINUS);
}

/** `21,31 %` with a no-break space. The value is 0–100. */
export const formatPercent = (locale: Locale, value: number, digits = 1, fixed = false): string =>
  `${formatNumber(locale, value, digits, fixed)}${NBSP}%`;

/** Triệu đồng in, `97,3 tỷ` out; under one tỷ the figure stays in triệu. English: `97.3 bn đ`, `950 m đ`. */
export function formatMoney(locale: Locale, millions: number): string {
  const inBillions = Math.abs(millions) >= 1000;
  const amount = inBillions ? millions / 1000 : millions;
  const digits = inBillions && Math.abs(amount) < 1000 ? 1 : 0;
  const unit = locale === "vi" ? (inBillions ? "tỷ" : "triệu") : inBillions ? "bn đ" : "m đ";
  return `${formatNumber(locale, amount, digits)}${NBSP}${unit}`;
}

const ENGLISH_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** `30/9/2028`; English `30 Sep 2028`. No Intl: the form is fixed, and a day has no time zone. */
export function formatDate(locale: Locale, date: IsoDate): string {
  const month = Number(date.slice(5, 7));
  const day = Number(date.slice(8, 10));
  return locale === "vi"
    ? `${day}/${month}/${yearOf(date)}`
    : `${day}${NBSP}${ENGLISH_MONTHS[month - 1]}${NBSP}${yearOf(date)}`;
}

/** A date known to the year, month or day: `2025`, `7/2025`, `21/8/2025`. */
export function formatPartialDate(locale: Locale, date: string): string {
  if (date.length === 4) return date;
  if (date.length === 10) return formatDate(locale, date as IsoDate);
  const month = Number(date.slice(5, 7));
  return locale === "vi"
    ? `${month}/${date.slice(0, 4)}`
    : `${ENGLISH_MONTHS[month - 1]} ${date.slice(0, 4)}`;
}

/** "850 m", "1,2 km": a distance or an error, from metres. */
export const formatDistance = (locale: Locale, metres: number): string =>
  metres < 1000
    ? `${formatNumber(locale, metres)}\u00a0m`
    : `${formatNumber(locale, metres / 1000, 1)}\u00a0km`;

const HECTARE_M2 = 10_000;
const KM2_M2 = 1_000_000;

/** "8.450 m²", "45,3 ha", "1,25 km²": an area, from square metres. */
export function formatArea(locale: Locale, squareMetres: number): string {
  if (squareMetres < HECTARE_M2) return `${formatNumber(locale, squareMetres)}${NBSP}m²`;
  if (squareMetres < KM2_M2) return `${formatNumber(locale, squareMetres / HECTARE_M2, 1)}${NBSP}ha`;
  return `${formatNumber(locale, squareMetres / KM2_M2, 2)}${NBSP}km²`;
}

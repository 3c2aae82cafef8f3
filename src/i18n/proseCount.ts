import { formatNumber } from "./format";
import type { Locale } from "./locale";

/** A count at the head of an administrative sentence: `04 công trình`, `26 công trình`; English as it is. */
export const proseCount = (locale: Locale, count: number): string =>
  locale === "vi" && count > 0 && count < 10 ? `0${count}` : formatNumber(locale, count);

/** The same inside a Vietnamese text: `04`, `26`; 0 has no zero before it. */
export const leadingZero = (count: number): string => `${count}`.replace(/^[1-9]$/, "0$&");

import { formatNumber } from "@/i18n/format";
import type { Messages } from "@/i18n/messages";
import { comparePairsMessages } from "@/i18n/messages/comparePairs";
import { formatIndicatorValue } from "@/indicators/formatValue";
import type { Indicator } from "@/indicators/indicator";

/** A difference with its sign: "+12,3 điểm %", "−4 công trình"; one that reads 0 is "bằng nhau". */
export function differenceText(messages: Messages, indicator: Indicator, difference: number): string {
  const m = comparePairsMessages[messages.locale];
  const number = formatNumber(messages.locale, difference, indicator.digits, true);
  if (!/[1-9]/.test(number)) return m.same;
  const sign = difference > 0 ? "+" : "";
  return indicator.unit === "percent"
    ? m.points(`${sign}${number}`)
    : `${sign}${formatIndicatorValue(indicator, difference, messages)}`;
}

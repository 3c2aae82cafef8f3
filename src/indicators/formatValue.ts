import { formatNumber, formatPercent } from "@/i18n/format";
import type { Messages } from "@/i18n/messages";
import type { Indicator } from "./indicator";

/** A value with its unit, as the screen says it: "46,2 %", "767 người/km²", "18,5 triệu đồng/người". */
export function formatIndicatorValue(
  { unit, digits, unitText }: Pick<Indicator, "unit" | "digits" | "unitText">,
  value: number,
  messages: Messages,
): string {
  if (unit === "percent") return formatPercent(messages.locale, value, digits, true);
  if (unit === "year") return String(value);
  return `${formatNumber(messages.locale, value, digits, true)}\u00a0${messages.indicators[unitText] as string}`;
}

import type { AnsweredItem, ConditionResult, Reason } from "@/analysis/question/answer";
import { formatArea, formatDistance, formatNumber, formatPercent } from "@/i18n/format";
import { questionMessages } from "@/i18n/messages/questions";
import type { Explore } from "../context";
import type { ItemFacts } from "./itemFacts";
import { communesText, type QuestionReading } from "./questionWords";

type FactsOf = (item: Pick<AnsweredItem, "set" | "id" | "communeCodes">) => ItemFacts;

/** Why an item cannot be told. */
export const reasonText = (locale: Explore["locale"], reason: Reason): string =>
  questionMessages[locale][`because.${reason}`];

/** What would settle one reason; `open`: targets that leave it open. */
export function settleText(locale: Explore["locale"], reason: Reason, open: number): string {
  const text = questionMessages[locale][`settle.${reason}`];
  return typeof text === "string" ? text : text(formatNumber(locale, open));
}

/** Everything that would settle an item, once each. */
export function settlesText(locale: Explore["locale"], { because, results }: AnsweredItem): string {
  const open = results.reduce((most, result) => Math.max(most, result.open), 0);
  return [...new Set(because.map((reason) => settleText(locale, reason, open)))].join("; ");
}

/** Distance, share and communes touched, as far as one condition measured them; null: nothing. */
export function measureText(
  reading: QuestionReading,
  { interval, nearest, share, touched }: ConditionResult,
  factsOf: FactsOf,
): string | null {
  const { locale } = reading;
  const words = questionMessages[locale];
  const parts: string[] = [];
  if (interval !== null) {
    const [least, most] = [interval.atLeast, interval.atMost].map((metres) => formatDistance(locale, metres));
    if (interval.atMost === Number.POSITIVE_INFINITY) {
      if (interval.atLeast > 0) parts.push(words.awayFrom(least ?? ""));
    } else if (least === most) parts.push(words.away(least ?? ""));
    else parts.push(words.between(least ?? "", most ?? ""));
  }
  if (nearest !== null) parts.push(words.nearestIs(factsOf({ ...nearest, communeCodes: [] }).name));
  if (share !== null) {
    const amount = (value: number) =>
      share.unit === "metres" ? formatDistance(locale, value) : formatArea(locale, value);
    const percent = share.whole > 0 ? (100 * share.inside) / share.whole : 0;
    parts.push(words.share(amount(share.inside), amount(share.whole), formatPercent(locale, percent)));
  }
  if (touched !== null && touched.certain.length > 0)
    parts.push(words.touched(communesText(reading, touched.certain)));
  if (touched !== null && touched.possible.length > 0)
    parts.push(words.maybeTouched(communesText(reading, touched.possible)));
  return parts.length === 0 ? null : parts.join(" · ");
}

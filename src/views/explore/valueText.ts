import type { Snapshot } from "@/analysis/snapshot";
import type { CommuneCode } from "@/domain/commune";
import { formatMoney, formatNumber, formatPercent } from "@/i18n/format";
import type { Locale } from "@/i18n/locale";
import type { IndicatorMessageKey, Messages } from "@/i18n/messages";
import { formatIndicatorValue } from "@/indicators/formatValue";
import type { Indicator, IndicatorValue, Unit } from "@/indicators/indicator";
import { rankCommunes } from "@/indicators/rankCommunes";

/** A number beside the main one, in its unit: `46,2 %`, `8 công trình`, `97,3 tỷ`. */
export function unitText(
  locale: Locale,
  { explore }: Messages,
  value: number,
  unit: Unit,
  digits: number,
): string {
  switch (unit) {
    case "percent":
      return formatPercent(locale, value, digits);
    case "million-vnd":
      return formatMoney(locale, value);
    case "works":
      return explore.works(value);
    case "households":
      return explore.households(formatNumber(locale, value));
    case "persons-per-km2":
      return explore.personsPerKm2(formatNumber(locale, value, digits));
    case "year":
      return String(value);
  }
}

/** A text of an indicator's namespace; those that take figures are not names and give nothing here. */
export function indicatorText({ indicators }: Messages, key: IndicatorMessageKey): string {
  const text = indicators[key];
  return typeof text === "string" ? text : "";
}

/** The value of an indicator, or its blank in words. */
export const valueText = (messages: Messages, indicator: Indicator, value: IndicatorValue): string =>
  value.kind === "blank"
    ? messages.domain[`blank.${value.blank}`]
    : formatIndicatorValue(indicator, value.value, messages);

export interface Rank {
  /** 1 is the highest value. */
  readonly rank: number;
  /** Communes with this very value as shown, itself included. */
  readonly ties: number;
  readonly of: number;
}

/** Rank among all communes, 1 the highest; values that read the same share a rank. Null: no value, or of too few works or households to be ranked. */
export function rankOf(snapshot: Snapshot, indicator: Indicator, code: CommuneCode): Rank | null {
  const { ranked } = rankCommunes(
    snapshot,
    indicator,
    snapshot.register.communes.map(({ code: id }) => id),
  );
  const own = ranked.find(({ id }) => id === code);
  if (own === undefined) return null;
  return {
    rank: own.rank,
    ties: ranked.filter((other) => other.rank === own.rank).length,
    of: ranked.length,
  };
}

/** A rank in words: "hạng 5 trên 17", shared ranks said as such. */
export const rankText = ({ explore }: Messages, { rank: place, ties, of }: Rank): string =>
  of === 1 ? explore.rankOnly : ties > 1 ? explore.rankTied(place, of, ties) : explore.rank(place, of);

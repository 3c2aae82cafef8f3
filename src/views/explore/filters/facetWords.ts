import type { CommuneCode } from "@/domain/commune";
import { isCommuneCode } from "@/domain/commune";
import { BODY_UNKNOWN, FACETS, type Facet, type WorkFilter } from "@/domain/workFilter";
import { formatMoney } from "@/i18n/format";
import { filtersMessages } from "@/i18n/messages/filters";
import type { Explore } from "../context";
import { communeName } from "../words";

export type FilterWords = (typeof filtersMessages)["vi"];
type Reading = Pick<Explore, "locale" | "messages" | "communeByCode" | "villageById">;

export const filterWords = (locale: Explore["locale"]) => filtersMessages[locale];

/** What a value of a facet is called; an id the register does not hold (any more) is shown as it is. */
export function valueWords(
  { locale, messages, communeByCode, villageById }: Reading,
  facet: Facet,
  value: string,
): string {
  const words = filterWords(locale);
  // The values come from lists whose every member has its message; the compiler cannot follow a string through them.
  const domain: Readonly<Record<string, unknown>> = messages.domain;
  const named = (key: string) => {
    const text = domain[key];
    return typeof text === "string" ? text : value;
  };
  switch (facet) {
    case "sectors":
      return named(`sector.${value}`);
    case "stages":
      return named(`stage.${value}`);
    case "locations":
      return named(`location.${value}`);
    case "capital":
      return named(`capital.${value}`);
    case "late":
      return value === "yes" ? words["late.yes"] : value === "no" ? words["late.no"] : words["late.unknown"];
    case "inPlan97":
      return value === "yes" ? words["in97.yes"] : value === "no" ? words["in97.no"] : words["in97.unknown"];
    case "bodies":
      return value === BODY_UNKNOWN ? words.bodyUnknown : value;
    case "communes": {
      const commune = isCommuneCode(value) ? communeByCode.get(value as CommuneCode) : undefined;
      return commune === undefined ? value : communeName(messages, commune);
    }
    case "villages": {
      const village = villageById.get(value);
      if (village === undefined) return value;
      const commune = communeByCode.get(village.communeCode);
      return commune === undefined ? village.name : `${village.name}, ${commune.name}`;
    }
  }
}

/** A range of total investment in words; triệu đồng in, tỷ đồng out. */
export function rangeWords(
  locale: Explore["locale"],
  [min, max]: NonNullable<WorkFilter["investment"]>,
): string {
  const words = filterWords(locale);
  if (min === null) return max === null ? "" : words.investmentTo(formatMoney(locale, max));
  if (max === null) return words.investmentFrom(formatMoney(locale, min));
  return words.investmentBetween(formatMoney(locale, min), formatMoney(locale, max));
}

/** One condition of a filter, and the filter without it. */
export interface Condition {
  readonly key: string;
  readonly facet: string;
  readonly value: string;
  readonly without: WorkFilter;
  /** The facet and value it counts by; null for text and investment. */
  readonly counts: readonly [facet: Facet, value: string] | null;
}

/** Every condition of a filter in words, in the order of the panel. */
export function conditionsOf(reading: Reading, filter: WorkFilter): readonly Condition[] {
  const words = filterWords(reading.locale);
  const facets = FACETS.flatMap((facet) =>
    filter[facet].map(
      (value): Condition => ({
        key: `${facet}:${value}`,
        facet: words[`facet.${facet}`],
        value: valueWords(reading, facet, value),
        without: { ...filter, [facet]: filter[facet].filter((other) => other !== value) },
        counts: [facet, value],
      }),
    ),
  );
  const { investment, text } = filter;
  return [
    ...(text === ""
      ? []
      : [{ key: "text", facet: words.text, value: text, without: { ...filter, text: "" }, counts: null }]),
    ...facets,
    ...(investment === null
      ? []
      : [
          {
            key: "investment",
            facet: words.investment,
            value: rangeWords(reading.locale, investment),
            without: { ...filter, investment: null },
            counts: null,
          },
        ]),
  ];
}

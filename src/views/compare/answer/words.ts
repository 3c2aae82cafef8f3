import type { CountedWorks } from "@/analysis/changeFacts";
import type { WorkState } from "@/analysis/snapshot";
import type { Commune, CommuneCode } from "@/domain/commune";
import type { Locale } from "@/i18n/locale";
import type { Messages } from "@/i18n/messages";
import { compareAnswerMessages } from "@/i18n/messages/compareAnswer";
import { proseCount } from "@/i18n/proseCount";

/** What sentences need to name things: the language, and who is behind a code or an id. */
export interface Words {
  readonly locale: Locale;
  readonly messages: Messages;
  readonly communeByCode: ReadonlyMap<CommuneCode, Pick<Commune, "name" | "unit">>;
  readonly workById: ReadonlyMap<string, WorkState>;
}

/** "04 công trình". */
export const countedText = (locale: Locale, count: number): string =>
  compareAnswerMessages[locale].counted(proseCount(locale, count));

/** "A, B và C". */
export function listText(locale: Locale, names: readonly string[]): string {
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : compareAnswerMessages[locale].and(names.slice(0, -1).join(", "), last);
}

/** The first letter of a sentence. */
export const sentenceCase = (locale: Locale, text: string): string =>
  text.slice(0, 1).toLocaleUpperCase(locale) + text.slice(1);

const PLACES_NAMED = 4;

/** "An Lạc, Sơn Hải và 3 xã khác"; a single one beyond the limit is named rather than counted. */
export function placesText({ locale, communeByCode }: Words, codes: readonly CommuneCode[]): string {
  const names = codes.map((code) => communeByCode.get(code)?.name ?? code);
  return names.length <= PLACES_NAMED + 1
    ? listText(locale, names)
    : compareAnswerMessages[locale].morePlaces(
        names.slice(0, PLACES_NAMED).join(", "),
        names.length - PLACES_NAMED,
      );
}

/** "9 xã": so many communes, named for what they are. */
export function communesText({ locale, communeByCode }: Words, codes: readonly CommuneCode[]): string {
  const m = compareAnswerMessages[locale];
  const allCommunes = codes.every((code) => communeByCode.get(code)?.unit !== "ward");
  return allCommunes ? m.communes(codes.length) : m.communesAndWards(codes.length);
}

/** The communes of one work; where none is known that is said. */
export const placeOfWork = (words: Words, communeCodes: readonly CommuneCode[]): string =>
  communeCodes.length === 0 ? compareAnswerMessages[words.locale].noCommune : placesText(words, communeCodes);

/** ": 2 trường học, 1 công trình y tế, ở An Lạc và Sơn Hải": who the counted works are. */
export function whichText(words: Words, { sectors, communes, workIds }: CountedWorks): string {
  const m = compareAnswerMessages[words.locale];
  const [only] = sectors;
  const bySector =
    sectors.length === 1 && only !== undefined && workIds.length > 1
      ? m.allOf(m[`sectors.${only[0]}`])
      : sectors
          .map(([sector, count]) =>
            m.sectorWorks(m[`${count === 1 ? "sector" : "sectors"}.${sector}`], count),
          )
          .join(", ");
  const places = communes.length === 0 ? "" : `, ${m.inPlaces(placesText(words, communes))}`;
  return bySector === "" ? places : `: ${bySector}${places}`;
}

import type { Locale } from "@/i18n/locale";
import { PACK_MESSAGES_VI, PACK_REMEDIES_VI } from "@/i18n/packSentences";

/** One catalogue, ready to be asked: sentences without a value by themselves, the others by what surrounds their values. */
interface Catalogue {
  readonly exact: ReadonlyMap<string, string>;
  readonly patterns: readonly { readonly pattern: RegExp; readonly text: string }[];
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

function catalogueOf(sentences: Readonly<Record<string, string>>): Catalogue {
  const all = Object.entries(sentences);
  // The one with the most words of its own first: "{}, within its stated error" fits more than it means.
  const byLength = all
    .filter(([english]) => english.includes("{}"))
    .toSorted(([a], [b]) => b.replaceAll("{}", "").length - a.replaceAll("{}", "").length);
  return {
    exact: new Map(all.filter(([english]) => !english.includes("{}"))),
    patterns: byLength.map(([english, text]) => ({
      pattern: new RegExp(`^${english.split("{}").map(escaped).join("(.*?)")}$`, "s"),
      text,
    })),
  };
}

const CATALOGUES = { message: catalogueOf(PACK_MESSAGES_VI), remedy: catalogueOf(PACK_REMEDIES_VI) };

/**
 * A sentence of the checks of the packs in a language; null: there is none in it, and the English one has to do. Values within it are
 * repeated as they are; one that is a sentence of its own is put into the language too.
 */
export function packSentence(locale: Locale, kind: "message" | "remedy", english: string): string | null {
  if (locale === "en") return english;
  const { exact, patterns } = CATALOGUES[kind];
  const known = exact.get(english);
  if (known !== undefined) return known;
  for (const { pattern, text } of patterns) {
    const found = pattern.exec(english);
    if (found === null) continue;
    return text.replace(/\{(\d)\}/g, (_, place: string) => {
      const value = found[Number(place)] ?? "";
      return packSentence(locale, kind, value) ?? value;
    });
  }
  return null;
}

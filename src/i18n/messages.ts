import type { Locale, Translation } from "./locale";
import type { messages as vietnamese } from "./messages/vi";

type Vietnamese = typeof vietnamese;

/** All texts of the page in one language, by namespace. */
export type Messages = { readonly locale: Locale } & {
  readonly [N in keyof Vietnamese]: Translation<Vietnamese[N]>;
};

type PlainKeys<M> = { [K in keyof M]: M[K] extends string ? K : never }[keyof M];
/** Keys of plain texts (not of sentences with parameters) in the names and notes of indicators. */
export type IndicatorMessageKey = PlainKeys<Messages["indicators"]>;
/** Keys of plain texts (not of sentences with parameters) of maps, legends and trays. */
export type SceneMessageKey = PlainKeys<Messages["scene"]>;

/** One chunk a language: a reader fetches the one that is read. */
const CHUNKS: Readonly<Record<Locale, () => Promise<{ readonly messages: Omit<Messages, "locale"> }>>> = {
  vi: () => import("./messages/vi"),
  en: () => import("./messages/en"),
};
const loaded = new Map<Locale, Messages>();

/** Fetches the texts of a language; afterwards `messagesFor` has them. Rejects when the chunk cannot be fetched. */
export async function loadMessages(locale: Locale): Promise<Messages> {
  const { messages } = await CHUNKS[locale]();
  const found = loaded.get(locale) ?? { locale, ...messages };
  loaded.set(locale, found);
  return found;
}

/**
 * All texts of a language that was loaded, always the same object.
 * @throws when nobody awaited `loadMessages(locale)` before: a fault of the program, not of the reader's line.
 */
export function messagesFor(locale: Locale): Messages {
  const found = loaded.get(locale);
  if (found === undefined)
    throw new Error(`texts of "${locale}" are not loaded: await loadMessages("${locale}") first`);
  return found;
}

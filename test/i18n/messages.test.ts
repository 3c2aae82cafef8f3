import { describe, expect, expectTypeOf, test, vi } from "vitest";
import { LOCALES, type Locale, namespace, type Texts, type Translation } from "@/i18n/locale";
import {
  type IndicatorMessageKey,
  loadMessages,
  type Messages,
  messagesFor,
  type SceneMessageKey,
} from "@/i18n/messages";

/** Every file of namespaces as it lies in the folder, so that one that nobody collects is found too. */
const FILES = {
  vi: import.meta.glob<Record<string, Texts>>("../../src/i18n/messages/vi/*.ts", { eager: true }),
  en: import.meta.glob<Record<string, Texts>>("../../src/i18n/messages/en/*.ts", { eager: true }),
} satisfies Record<Locale, unknown>;
const LAZY = import.meta.glob<Record<string, Record<Locale, Texts>>>(
  ["../../src/i18n/messages/*.ts", "!**/vi.ts", "!**/en.ts"],
  { eager: true },
);
const nameOf = (file: string) => /(\w+)\.ts$/.exec(file)?.[1] ?? "";

const ofPage = (locale: Locale): [string, Texts][] =>
  Object.entries(FILES[locale]).map(([file, exported]) => {
    expect(Object.keys(exported), file).toEqual([nameOf(file)]);
    return [nameOf(file), exported[nameOf(file)]!];
  });
const english = new Map(ofPage("en"));
const NAMESPACES: [string, Record<Locale, Texts>][] = [
  ...ofPage("vi").map(([name, texts]): [string, Record<Locale, Texts>] => [
    name,
    { vi: texts, en: english.get(name) ?? {} },
  ]),
  ...Object.entries(LAZY).flatMap(([file, exported]) =>
    Object.values(exported).map((texts): [string, Record<Locale, Texts>] => [nameOf(file), texts]),
  ),
];

/** What a text says; a sentence with every parameter set to the same word. */
const said = (text: Texts[string], value: string): string =>
  typeof text === "string" ? text : text(...(Array(text.length).fill(value) as never[]));

test("the page's files are the page's namespaces, in both languages: none forgotten, none only here", () => {
  expect(NAMESPACES.length).toBeGreaterThanOrEqual(6);
  for (const locale of LOCALES) {
    const { locale: own, ...namespaces } = messagesFor(locale);
    expect(own).toBe(locale);
    expect(Object.fromEntries(ofPage(locale))).toEqual(namespaces);
  }
  expect([...english.keys()].sort()).toEqual(
    ofPage("vi")
      .map(([name]) => name)
      .sort(),
  );
});

describe.each(NAMESPACES)("%s", (_, texts) => {
  test("English has exactly the keys of Vietnamese, and takes the same parameters", () => {
    expect(Object.keys(texts.en).sort()).toEqual(Object.keys(texts.vi).sort());
    for (const [key, text] of Object.entries(texts.vi)) {
      expect(typeof texts.en[key], key).toBe(typeof text);
      // One language may leave a parameter at the end unsaid; it may not ask for more than is given.
      if (typeof text === "function")
        expect((texts.en[key] as typeof text).length, key).toBeLessThanOrEqual(text.length);
    }
  });
  test.each(LOCALES)("%s: every text is there, NFC, without a hole", (locale) => {
    expect(Object.keys(texts[locale]).length).toBeGreaterThan(0);
    for (const [key, text] of Object.entries(texts[locale])) {
      for (const value of ["0", "12", "Mường Nhà"]) {
        const words = said(text, value);
        expect(words.trim(), key).not.toBe("");
        expect(words, key).toBe(words.normalize("NFC"));
        expect(words, key).not.toMatch(/undefined|NaN|\[object|function|=>/);
      }
    }
  });
});

describe("loading", () => {
  test("what was not loaded is a fault that says what to do; what was is always the same object", async () => {
    vi.resetModules();
    const fresh = await import("@/i18n/messages");
    expect(() => fresh.messagesFor("en")).toThrow('await loadMessages("en")');
    const first = await fresh.loadMessages("en");
    expect(fresh.messagesFor("en")).toBe(first);
    expect(await fresh.loadMessages("en")).toBe(first);
    // One language does not bring the other.
    expect(() => fresh.messagesFor("vi")).toThrow('"vi"');
  });
  test("two who ask at once get the same object", async () => {
    vi.resetModules();
    const fresh = await import("@/i18n/messages");
    const [one, other] = await Promise.all([fresh.loadMessages("vi"), fresh.loadMessages("vi")]);
    expect(one).toBe(other);
    expect(fresh.messagesFor("vi")).toBe(one);
  });
  test("each language says its own words", async () => {
    const [vietnamese, other] = await Promise.all(LOCALES.map(loadMessages));
    expect(vietnamese?.explore.title).not.toBe(other?.explore.title);
  });
});

test("a translation that lacks a key, has one too many or takes other parameters does not compile", () => {
  const vietnamese = { plain: "xã", counted: (count: number) => `${count} xã` };
  type English = Translation<typeof vietnamese>;
  const complete: English = { plain: "commune", counted: (count) => `${count} communes` };
  // @ts-expect-error: a key is missing
  const short: English = { plain: "commune" };
  // @ts-expect-error: a key that Vietnamese does not have
  const long: English = { ...complete, plain: "commune", extra: "?" };
  // @ts-expect-error: a word where a number comes
  const other: English = { plain: "commune", counted: (count: string) => count };
  // @ts-expect-error: the same of a lazy namespace
  const lazy = namespace(vietnamese, { plain: "commune" });
  expect([complete, short, long, other, lazy]).toHaveLength(5);
  expectTypeOf<Messages["explore"]["title"]>().toEqualTypeOf<string>();
  expectTypeOf<"coverage">().not.toExtend<IndicatorMessageKey>();
  expectTypeOf<"progress.label">().toExtend<IndicatorMessageKey>();
  expectTypeOf<"asOf">().not.toExtend<SceneMessageKey>();
  expectTypeOf<"layer.works">().toExtend<SceneMessageKey>();
});

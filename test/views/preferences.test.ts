import { afterEach, describe, expect, it, vi } from "vitest";
import { LOCALES } from "@/i18n/locale";
import { helpMessages } from "@/i18n/messages/help";
import { SHORTCUTS, shortcutOf } from "@/views/explore/shortcuts";

const load = async () => {
  vi.resetModules();
  return import("@/views/explore/preferences");
};
const storage = (values: Map<string, string>, broken = false) => ({
  getItem: (key: string) => {
    if (broken) throw new Error("refused");
    return values.get(key) ?? null;
  },
  setItem: (key: string, value: string) => {
    if (broken) throw new Error("refused");
    values.set(key, value);
  },
  removeItem: (key: string) => values.delete(key),
});
afterEach(() => vi.unstubAllGlobals());

describe("what the browser keeps", () => {
  it("is written under its documented key and read again by the next visit", async () => {
    const values = new Map<string, string>();
    vi.stubGlobal("localStorage", storage(values));
    const first = await load();
    expect(first.preference("hintSeen")).toBe(false);
    first.setPreference("hintSeen", true);
    expect([...values.keys()]).toEqual([first.PREFERENCES.hintSeen]);
    expect((await load()).preference("hintSeen")).toBe(true);
    first.setPreference("hintSeen", false);
    expect(values.size).toBe(0);
  });
  it("takes anything it did not write as off", async () => {
    vi.stubGlobal("localStorage", storage(new Map([["ct22.hint-seen", "yes please"]])));
    expect((await load()).preference("hintSeen")).toBe(false);
  });
  it("holds for the visit where storage is refused, and where there is none", async () => {
    vi.stubGlobal("localStorage", storage(new Map(), true));
    const refused = await load();
    expect(refused.preference("singleKeysOff")).toBe(false);
    refused.setPreference("singleKeysOff", true);
    expect(refused.preference("singleKeysOff")).toBe(true);
    vi.stubGlobal("localStorage", undefined);
    const none = await load();
    expect(none.preference("hintSeen")).toBe(false);
    none.setPreference("hintSeen", true);
    expect(none.preference("hintSeen")).toBe(true);
  });
});

describe("the shortcuts", () => {
  it.each(SHORTCUTS.map((shortcut) => [shortcut.id, shortcut] as const))(
    "%s answers to its keys alone, and has words in both languages",
    (id, { keys, single }) => {
      for (const key of keys) {
        expect(shortcutOf(key, false)).toBe(id);
        expect(shortcutOf(key, true)).toBe(single ? null : id);
      }
      for (const locale of LOCALES) expect(helpMessages[locale][id === "close" ? "close_" : id]).not.toBe("");
    },
  );
  it("no key asks for two things; others ask for nothing", () => {
    const keys = SHORTCUTS.flatMap((shortcut) => [...shortcut.keys] as string[]);
    expect(new Set(keys).size).toBe(keys.length);
    expect(shortcutOf("a", false)).toBeNull();
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  CLOSENESS,
  foldAccents,
  lettersApart,
  placeEntries,
  prepareSearch,
  SEARCH_TYPES,
  type SearchEntry,
  search,
  searchEntries,
} from "@/analysis/search";
import type { CommuneCode } from "@/domain/commune";
import type { NamedPlace } from "@/domain/namedPlace";
import { sceneInput } from "../fixtures/programme";

const { snapshot } = sceneInput();
const ENTRIES = searchEntries(snapshot);
const names = (text: string, entries = ENTRIES) => search(entries, text).map(({ entry }) => entry.name);
const first = (text: string, entries = ENTRIES) => search(entries, text)[0];
const entry = (name: string, part: Partial<SearchEntry> = {}): SearchEntry => ({
  type: "village",
  id: name,
  name,
  aliases: [],
  communeCodes: [],
  ...part,
});

describe("a text without its accents", () => {
  test.each([
    ["Đèo Gia", "deo gia"],
    ["  Khe  Rỗ ", "khe ro"],
    ["Tổ dân phố số 1-A", "to dan pho so 1 a"],
    ["NGUYỄN Ư Ơ", "nguyen u o"],
    ["…", ""],
  ])("%s → %s", (text, folded) => expect(foldAccents(text)).toBe(folded));
  test("is the same for composed and decomposed spellings, and for itself", () => {
    const vietnamese = fc.string({
      unit: fc.constantFrom(..."aăâbcdđeêghiklmnoôơpqrstuưvxyáằẩõộẦĐỸ -,."),
      maxLength: 30,
    });
    fc.assert(
      fc.property(vietnamese, (text) => {
        const folded = foldAccents(text);
        expect(foldAccents(text.normalize("NFD"))).toBe(folded);
        expect(foldAccents(folded)).toBe(folded);
        expect(folded).toMatch(/^[a-z0-9 ]*$/);
      }),
    );
  });
});

describe("letters apart", () => {
  test.each([
    ["an lac", "an lac", 0],
    ["an lac", "an lak", 1],
    ["an lac", "an lca", 1],
    ["an lac", "an lacs", 1],
    ["an lac", "n lac", 1],
    ["an lac", "an lc", 1],
    ["an lac", "ab lak", 2],
    ["", "ab", 2],
    ["abcd", "badc", 2],
  ])("%s, %s: %i", (a, b, count) => expect(lettersApart(a, b)).toBe(count));
  test("are as many from either side", () => {
    const word = fc.string({ unit: fc.constantFrom(..."abc"), maxLength: 6 });
    fc.assert(fc.property(word, word, (a, b) => lettersApart(a, b) === lettersApart(b, a)));
  });
});

describe("what is found", () => {
  test("closest first: the name itself, without accents, its beginning, words, inside, a letter apart", () => {
    const entries = [
      "Xóm Khe Rỗ",
      "Khe Rỗ Trên",
      "Khe Rổ",
      "Khe Rỗ",
      "Trường Khe Mới, bản Rỗ",
      "Rỗ trên Khe",
      "Khe Rọc",
      "Suối Vàng",
    ].map((name) => entry(name));
    expect(search(entries, "khe rỗ").map(({ entry: { name }, closeness }) => [name, closeness])).toEqual([
      ["Khe Rỗ", CLOSENESS.exact],
      ["Khe Rổ", CLOSENESS.withoutAccents],
      ["Khe Rọc", CLOSENESS.beginning],
      ["Khe Rỗ Trên", CLOSENESS.beginning],
      ["Xóm Khe Rỗ", CLOSENESS.wordsInOrder],
      ["Trường Khe Mới, bản Rỗ", CLOSENESS.wordsInOrder],
      ["Rỗ trên Khe", CLOSENESS.words],
    ]);
    expect(search(entries, "e rỗ").map(({ closeness }) => closeness)).toContain(CLOSENESS.inside);
    expect(search(entries, "suoi vag")).toMatchObject([{ closeness: CLOSENESS.near, matched: "Suối Vàng" }]);
  });
  test("the kind of unit may be typed or left out, on either side", () => {
    const entries = [entry("Xã Quế Nham"), entry("Thôn Rỗ"), entry("Bản Rỗ")];
    for (const text of ["quế nham", "xã quế nham", "xa que nham"])
      expect(first(text, entries)?.closeness).toBeLessThanOrEqual(CLOSENESS.withoutAccents);
    expect(first("thôn Quế Nham", entries)?.entry.name).toBe("Xã Quế Nham");
    expect(names("bản rỗ", entries)).toEqual(["Bản Rỗ", "Thôn Rỗ"]);
  });
  test("another name leads to the same thing, and is said", () => {
    const entries = [entry("Khe Rỗ", { aliases: ["Khe Rồ", "MH-TH-1"] })];
    expect(first("khe rồ", entries)).toMatchObject({ closeness: CLOSENESS.exact, matched: "Khe Rồ" });
    expect(first("mh th 1", entries)?.matched).toBe("MH-TH-1");
  });
  test("nothing for nothing, and nothing for what is not there", () => {
    for (const text of ["", "  ", "…", "zzzz"]) expect(search(ENTRIES, text)).toEqual([]);
  });
  test("a short text is not found inside everything, nor a letter apart from it", () => {
    expect(names("lo", [entry("Cây Lớn"), entry("Xolo")])).toEqual(["Cây Lớn"]);
    expect(names("gia", [entry("Gio")])).toEqual([]);
  });
});

describe("the register", () => {
  test("every commune, village, work and former unit is found by its full name, composed or not", () => {
    // Places come by themselves, later.
    for (const type of SEARCH_TYPES.filter((one) => one !== "place"))
      expect(ENTRIES.some((one) => one.type === type)).toBe(true);
    expect(ENTRIES.filter(({ type }) => type === "commune")).toHaveLength(99);
    expect(ENTRIES.filter(({ type }) => type === "work")).toHaveLength(snapshot.works.length);
    for (const one of ENTRIES) {
      for (const text of [one.name, one.name.normalize("NFD"), one.name.toUpperCase()]) {
        const same = search(ENTRIES, text).filter(({ closeness }) => closeness === CLOSENESS.exact);
        expect(same.map(({ entry: { type, id } }) => `${type}:${id}`)).toContain(`${one.type}:${one.id}`);
      }
      expect(search(ENTRIES, foldAccents(one.name)).some(({ entry: found }) => found === one)).toBe(true);
    }
  });
  test("a commune is found by its code, before everything else of that name", () => {
    expect(first("07654")).toMatchObject({
      entry: { type: "commune", id: "07654" },
      closeness: CLOSENESS.exact,
    });
    expect(first("an lac")).toMatchObject({ entry: { type: "commune", name: "An Lạc" } });
  });
  test("a unit of before the merger leads to the commune it is part of now", () => {
    const found = search(ENTRIES, "quế nham").find(({ entry: { type } }) => type === "former-unit");
    const today = snapshot.register.communes.find(({ code }) => code === found?.entry.id);
    expect(today?.formerUnits).toContain("Xã Quế Nham");
  });
  test("what is typed further finds no more than before", () => {
    for (const text of ["duong lien thon", "truong tieu hoc", "son dong"]) {
      const hits = (length: number) =>
        new Set(
          search(ENTRIES, text.slice(0, length))
            .filter(({ closeness }) => closeness < CLOSENESS.near)
            .map(({ entry: { type, id } }) => `${type}:${id}`),
        );
      for (let length = 4; length <= text.length; length++)
        for (const id of hits(length)) expect(hits(length - 1)).toContain(id);
    }
  });
});

describe("places", () => {
  const places: NamedPlace[] = [
    {
      placeId: "DD-KHE-RO",
      name: "Khe Rỗ",
      aliases: ["Khe Rồ"],
      kind: "reserve",
      communeCodes: ["07654" as CommuneCode],
      beyond: false,
      point: null,
      accuracyM: null,
      sourceId: "S",
    },
    {
      placeId: "GN-1",
      name: "An Lạc",
      aliases: [],
      kind: "settlement",
      communeCodes: [],
      beyond: false,
      point: [106.9, 21.3],
      accuracyM: 900,
      sourceId: "S",
    },
  ];
  const all = [...ENTRIES, ...placeEntries(places)];
  test.each(["Khe Rồ", "Khe Rỗ"])(
    "%s: either spelling is the very name, and says which one matched",
    (text) => {
      for (const typed of [text, text.normalize("NFD"), text.toUpperCase()])
        expect(first(typed, all)).toMatchObject({
          entry: { type: "place", id: "DD-KHE-RO" },
          closeness: CLOSENESS.exact,
          matched: text,
        });
      expect(first("khe ro", all)).toMatchObject({
        entry: { id: "DD-KHE-RO" },
        closeness: CLOSENESS.withoutAccents,
      });
    },
  );
  test("come after what is administered under the same name", () => {
    const types = search(all, "An Lạc")
      .filter(({ closeness }) => closeness === CLOSENESS.exact)
      .map(({ entry: { type } }) => type);
    expect(types[0]).toBe("commune");
    expect(types.at(-1)).toBe("place");
  });
  test("are found only when they are there", () => {
    expect(search(ENTRIES, "An Lạc").some(({ entry: { type } }) => type === "place")).toBe(false);
  });
});

describe("names prepared ahead", () => {
  test("are prepared to the end in as many slices as it takes, each going on where the last stopped", () => {
    const fresh = searchEntries(snapshot).map((entry) => ({ ...entry }));
    const stops: number[] = [];
    for (let from: number | null = 0; from !== null; ) {
      from = prepareSearch(fresh, from, () => true);
      if (from !== null) stops.push(from);
    }
    expect(stops.length).toBe(Math.floor(fresh.length / 16));
    expect(stops).toEqual(stops.toSorted((a, b) => a - b));
  });
  test("do not change what is found", () => {
    const prepared = searchEntries(snapshot).map((entry) => ({ ...entry }));
    expect(prepareSearch(prepared, 0, () => false)).toBeNull();
    for (const text of ["an lac", "truong", "sơn"])
      expect(search(prepared, text).map(({ entry }) => entry.id)).toEqual(
        search(searchEntries(snapshot), text).map(({ entry }) => entry.id),
      );
  });
  test("are the same entries for the same day", () => {
    expect(searchEntries(snapshot)).toBe(searchEntries(snapshot));
  });
});

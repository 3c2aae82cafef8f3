import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CommuneCode } from "@/domain/commune";
import { addDays, isoDate } from "@/domain/date";
import { CAPITAL_SOURCES, LOCATION_CLASSES, SECTORS } from "@/domain/work";
import { ANSWERS, FILTER_STAGES } from "@/domain/workFilter";
import { LOCALES } from "@/i18n/locale";
import { droppedLinkMessages } from "@/i18n/messages/droppedLink";
import { DEFAULT_VIEW, type Known, PARAMS, readView, roundCamera, writeView } from "@/state/params";
import { DENSITIES, TABLES, type ViewState } from "@/state/view";

const EVERYTHING: Known = {
  indicator: () => true,
  layer: () => true,
  subject: () => true,
  body: () => true,
  days: null,
};
const SOME: Known = {
  indicator: (id) => ["physical-progress", "population-density"].includes(id),
  layer: (id) => ["works", "hazard-zones"].includes(id),
  subject: (type, id) => type === "commune" && id === "07654",
  body: (name) => name === "Sở Xây dựng, Bắc Ninh" || name === "-",
  days: [isoDate("2026-03-28"), isoDate("2031-12-31")],
};

/** What a spreadsheet may call a body or a village: commas, percent signs, ampersands. */
const word = fc.string({ minLength: 1, maxLength: 10, unit: "grapheme" });
const code = fc
  .integer({ min: 0, max: 99_999 })
  .map((number) => String(number).padStart(5, "0") as CommuneCode);
const id = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,20}$/);
const view: fc.Arbitrary<ViewState> = fc.record({
  indicator: fc.option(id),
  layers: fc.option(fc.uniqueArray(id, { maxLength: 5 })),
  selection: fc.option(
    fc.record({
      type: fc.constantFrom("commune" as const, "work" as const, "village" as const, "zone" as const),
      // An id is whatever a spreadsheet held: spaces, &, +, Vietnamese letters.
      id: fc.string({ minLength: 1, maxLength: 12, unit: "grapheme" }),
    }),
  ),
  asOf: fc.option(fc.integer({ min: 0, max: 3000 }).map((days) => addDays(isoDate("2026-01-01"), days))),
  camera: fc.option(
    fc
      .record({
        center: fc.tuple(
          fc.double({ min: -180, max: 180, noNaN: true }),
          fc.double({ min: -85, max: 85, noNaN: true }),
        ),
        zoom: fc.double({ min: 0, max: 22, noNaN: true }),
      })
      .map(roundCamera),
  ),
  theme: fc.constantFrom("auto" as const, "light" as const, "dark" as const),
  order: fc.option(fc.uniqueArray(id, { minLength: 1, maxLength: 4 })),
  opacity: fc.dictionary(id, fc.integer({ min: 5, max: 95 }), { maxKeys: 3, noNullPrototype: true }),
  chosen: fc.uniqueArray(code, { maxLength: 4 }),
  filter: fc.record({
    sectors: fc.subarray([...SECTORS]),
    stages: fc.subarray([...FILTER_STAGES]),
    communes: fc.uniqueArray(code, { maxLength: 3 }),
    villages: fc.uniqueArray(word, { maxLength: 3 }),
    late: fc.subarray([...ANSWERS]),
    locations: fc.subarray([...LOCATION_CLASSES]),
    bodies: fc.uniqueArray(word, { maxLength: 3 }),
    capital: fc.subarray([...CAPITAL_SOURCES]),
    inPlan97: fc.subarray([...ANSWERS]),
    investment: fc.option(
      fc
        .tuple(fc.option(fc.nat(9_999_999)), fc.option(fc.nat(9_999_999)))
        .filter(
          ([min, max]) => (min !== null || max !== null) && (min === null || max === null || min <= max),
        ),
    ),
    text: fc.string({ maxLength: 20, unit: "grapheme" }).map((text) => text.normalize("NFC").trim()),
  }),
  table: fc.option(fc.constantFrom(...TABLES)),
  raise: fc.option(id),
  density: fc.option(fc.constantFrom(...DENSITIES)),
  question: fc.option(fc.string({ minLength: 1, maxLength: 60, unit: "grapheme" })),
  answeredOn: fc.option(fc.stringMatching(/^[0-9a-f]{8}$/)),
});

describe("the address", () => {
  it("gives back every view it was written from", () => {
    fc.assert(
      fc.property(view, (written) => {
        const { view: read, dropped } = readView(writeView(written), EVERYTHING);
        expect(dropped).toEqual([]);
        expect(read).toEqual(written);
      }),
    );
  });

  it("never throws, and a second reading of what it understood changes nothing", () => {
    const pair = fc.tuple(fc.oneof(fc.constantFrom(...Object.keys(PARAMS)), fc.string()), fc.string());
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(pair).map((pairs) => new URLSearchParams(pairs).toString()),
        ),
        (search) => {
          const once = readView(search, SOME).view;
          const again = readView(writeView(once), SOME);
          expect(again.view).toEqual(once);
          expect(again.dropped).toEqual([]);
        },
      ),
    );
  });

  it("is empty for the default view", () => {
    expect(writeView(DEFAULT_VIEW)).toBe("");
    expect(readView("", SOME)).toEqual({ view: DEFAULT_VIEW, dropped: [] });
  });

  it.each([
    ["an unknown indicator", "?i=nonsense", [{ key: "i", value: "nonsense" }]],
    ["a key nobody wrote", "?x=1", [{ key: "x", value: "1" }]],
    [
      "a key of every object",
      "?constructor=1&__proto__=2",
      [
        { key: "constructor", value: "1" },
        { key: "__proto__", value: "2" },
      ],
    ],
    ["a day that does not exist", "?d=2027-02-30", [{ key: "d", value: "2027-02-30" }]],
    ["a day before anything was known", "?d=2020-01-01", [{ key: "d", value: "2020-01-01" }]],
    ["latitude first", "?m=21.3,106.9,9", [{ key: "m", value: "21.3,106.9,9" }]],
    ["a camera of words", "?m=a,b,c", [{ key: "m", value: "a,b,c" }]],
    ["an infinite camera", "?m=1e9,0,3", [{ key: "m", value: "1e9,0,3" }]],
    ["a commune that is not there", "?c=00000", [{ key: "c", value: "00000" }]],
    ["an empty selection", "?c=", [{ key: "c", value: "" }]],
    ["a theme of another name", "?t=sepia", [{ key: "t", value: "sepia" }]],
    ["the mark of a mailing list", "?utm_source=zalo&fbclid=1", []],
  ])("says what it dropped: %s", (_what, search, dropped) => {
    expect(readView(search, SOME).dropped).toEqual(dropped);
  });

  it("keeps the layers it knows and names the one it does not", () => {
    const { view: read, dropped } = readView("?l=works,lava", SOME);
    expect(read.layers).toEqual(["works"]);
    expect(dropped).toEqual([{ key: "l", value: "lava" }]);
  });

  it("tells no layers from the default layers", () => {
    expect(readView("?l=-", SOME).view.layers).toEqual([]);
    expect(readView("", SOME).view.layers).toBeNull();
  });

  it("holds one selection: the second is dropped, not merged", () => {
    const { view: read, dropped } = readView("?c=07654&w=CT-1", EVERYTHING);
    expect(read.selection).toEqual({ type: "commune", id: "07654" });
    expect(dropped).toEqual([{ key: "w", value: "CT-1" }]);
  });

  it("opens what it can of a mangled link", () => {
    const { view: read, dropped } = readView("?i=physical-progress&c=99999&d=yesterday", SOME);
    expect(read.indicator).toBe("physical-progress");
    expect(dropped.map(({ key }) => key)).toEqual(["c", "d"]);
  });
});

describe("lists in a link", () => {
  it("keep what exists and say what does not", () => {
    const read = readView(
      "?fs=transport,roads&fb=Sở Xây dựng%252C Bắc Ninh,Ban X&o=hazard-zones:40,works:120",
      SOME,
    );
    expect(read.view.filter).toEqual({
      ...DEFAULT_VIEW.filter,
      sectors: ["transport"],
      bodies: ["Sở Xây dựng, Bắc Ninh"],
    });
    expect(read.view.opacity).toEqual({ "hazard-zones": 40 });
    expect(read.dropped).toEqual([
      { key: "fs", value: "roads" },
      { key: "fb", value: "Ban X" },
      { key: "o", value: "works:120" },
    ]);
  });

  it("drop a filter whose every value is unknown, and an investment range the wrong way round", () => {
    const read = readView("?fs=roads&fi=20-10&b=money&r=nothing&n=cows&s=00000,x", SOME);
    expect(read.view).toEqual(DEFAULT_VIEW);
    expect(read.dropped.map(({ key }) => key)).toEqual(["fs", "fi", "b", "r", "n", "s"]);
  });

  it("join every facet of a filter", () => {
    const read = readView("?fs=school&fl=yes&fi=100-&q=Trường", EVERYTHING);
    expect(read.view.filter).toEqual({
      ...DEFAULT_VIEW.filter,
      sectors: ["school"],
      late: ["yes"],
      investment: [100, null],
      text: "Trường",
    });
  });
});

describe("a part of a link that is dropped", () => {
  it.each(LOCALES.flatMap((locale) => Object.keys(PARAMS).map((key) => [locale, key] as const)))(
    "has a name in words (%s, %s)",
    (locale, key) => {
      const texts: Readonly<Record<string, unknown>> = droppedLinkMessages[locale];
      expect(texts[`key.${key}`]).toMatch(/\p{L}{3}/u);
    },
  );
});

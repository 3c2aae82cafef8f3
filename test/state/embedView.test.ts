import { readFileSync } from "node:fs";
import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import type { Commune } from "@/domain/commune";
import { addDays, isoDate } from "@/domain/date";
import { INDICATORS } from "@/indicators";
import { LAYERS } from "@/scene/layers";
import { INDICATOR_ALIASES, LAYER_ALIASES } from "@/state/aliases";
import {
  DEFAULT_EMBED_VIEW,
  EMBED_FOLDER,
  EMBED_PARAMS,
  type EmbedView,
  frozenRelease,
  type KnownToEmbed,
  type PublishedView,
  publishedViewOf,
  readEmbedView,
  slugOf,
  writeEmbedView,
} from "@/state/embedView";
import { code } from "../fixtures/register";

const communes = (
  JSON.parse(readFileSync("public/data/communes.json", "utf8")) as { rows: readonly Commune[] }
).rows;
const codes = communes.map((commune) => commune.code);
const indicators = INDICATORS.map(({ id }) => id);
const layers = LAYERS.filter(({ fixed }) => !fixed).map(({ id }) => id);
const FIRST = isoDate("2026-09-30");
const LAST = isoDate("2038-09-28");
/** What the shipped data know. */
const KNOWN: KnownToEmbed = {
  indicator: (id) => indicators.includes(id),
  layer: (id) => layers.includes(id),
  commune: (asked) => codes.includes(asked),
  days: [FIRST, LAST],
};
const RELEASE = "0123456789ab";
const read = (search: string, known = KNOWN) => readEmbedView(search, known);

const aCode = fc.constantFrom(...codes);
const aDay = fc.integer({ min: 0, max: 4380 }).map((days) => addDays(FIRST, days));
const view: fc.Arbitrary<EmbedView> = fc.record({
  indicator: fc.option(fc.constantFrom(...indicators)),
  place: fc.oneof(fc.constantFrom("province" as const, "19" as const), aCode),
  selected: fc.option(aCode),
  layers: fc.option(fc.uniqueArray(fc.constantFrom(...layers))),
  asOf: fc.option(aDay),
  release: fc.option(fc.stringMatching(/^[0-9a-f]{12}$/)),
  theme: fc.constantFrom("auto" as const, "light" as const, "dark" as const),
});
const EVERY_CHOICE: EmbedView = {
  indicator: "works-late",
  place: "19",
  selected: code("07654"),
  layers: ["hazard", "labels"],
  asOf: isoDate("2027-12-31"),
  release: RELEASE,
  theme: "dark",
};

const aliases = { indicator: INDICATOR_ALIASES, layer: LAYER_ALIASES } as Readonly<
  Record<"indicator" | "layer", Record<string, string>>
>;
afterEach(() => {
  delete aliases.indicator["khoi-luong"];
  delete aliases.layer["ten-xa"];
});

describe("the address of an embedded map", () => {
  it("says what was chosen and nothing else: written and read again it is the same", () => {
    fc.assert(
      fc.property(view, (chosen) => {
        expect(read(writeEmbedView(chosen))).toEqual(chosen);
      }),
      { numRuns: 400 },
    );
  });

  it("has one spelling: reading and writing again gives the same text", () => {
    fc.assert(
      fc.property(view, (chosen) => {
        const text = writeEmbedView(chosen);
        expect(writeEmbedView(read(text))).toBe(text);
        expect(text).toMatch(/^(\?[\w,=&-]+)?$/);
      }),
    );
  });

  it("is empty for the default, and every choice has one key, in one order", () => {
    expect(writeEmbedView(DEFAULT_EMBED_VIEW)).toBe("");
    expect(writeEmbedView(EVERY_CHOICE)).toBe(
      "?i=works-late&p=19&c=07654&l=hazard,labels&d=2027-12-31&f=0123456789ab&t=dark",
    );
    expect(Object.keys(EMBED_PARAMS)).toHaveLength(Object.keys(EVERY_CHOICE).length);
  });

  it("tells no layer at all from the layers by default", () => {
    expect(writeEmbedView({ ...DEFAULT_EMBED_VIEW, layers: [] })).toBe("?l=-");
    expect(read("?l=-").layers).toEqual([]);
    expect(read("?l=").layers).toBeNull();
    expect(read("").layers).toBeNull();
  });

  it("is read in any order of its keys", () => {
    const pairs = writeEmbedView(EVERY_CHOICE).slice(1).split("&");
    fc.assert(
      fc.property(fc.shuffledSubarray(pairs, { minLength: pairs.length }), (shuffled) => {
        expect(read(`?${shuffled.join("&")}`)).toEqual(EVERY_CHOICE);
      }),
    );
  });

  it("takes commas plain or encoded, as messengers rewrite them", () => {
    expect(read("?l=hazard%2Clabels").layers).toEqual(["hazard", "labels"]);
  });
});

describe("what a link cannot ask for", () => {
  it("stays at its default, and does not take the rest with it", () => {
    for (const [part, kept] of [
      ["i=no-such-thing", "indicator"],
      ["i=", "indicator"],
      ["p=province", "place"],
      ["p=99999", "place"],
      ["p=20", "place"],
      ["p=7654", "place"],
      ["c=99999", "selected"],
      ["c=xa-07654", "selected"],
      ["l=nothing", "layers"],
      ["l=communes", "layers"],
      ["d=2027-02-30", "asOf"],
      ["d=31/12/2027", "asOf"],
      ["d=2026-09-29", "asOf"],
      ["d=2038-09-29", "asOf"],
      ["f=0123456789AB", "release"],
      ["f=0123456789ab0", "release"],
      ["f=../../manifest", "release"],
      ["t=auto", "theme"],
      ["t=darker", "theme"],
    ] as const) {
      const found = read(`?${part}&utm_source=zalo`);
      expect(found[kept], part).toEqual(DEFAULT_EMBED_VIEW[kept]);
      expect(found, part).toEqual(DEFAULT_EMBED_VIEW);
    }
    expect(read("?d=2026-09-30").asOf).toBe("2026-09-30");
    expect(read("?d=2038-09-28").asOf).toBe("2038-09-28");
    expect(read("?d=1999-01-01", { ...KNOWN, days: null }).asOf).toBe("1999-01-01");
  });

  it("of several layers only those that exist count, each once", () => {
    expect(read("?l=hazard,nothing,hazard,,labels").layers).toEqual(["hazard", "labels"]);
  });

  it("a key said twice counts once: the first", () => {
    expect(read("?i=poverty&i=works-late&p=19&p=07654&t=dark&t=light")).toEqual({
      ...DEFAULT_EMBED_VIEW,
      indicator: "poverty",
      place: "19",
      theme: "dark",
    });
    // Also when the first was not understood: a link has one meaning.
    expect(read("?t=no&t=light").theme).toBe("auto");
  });

  it("keys of other pages and of the language itself are nobody's", () => {
    for (const key of ["__proto__", "constructor", "toString", "hasOwnProperty", "o", "m", "w", "I", " i"])
      expect(read(`?${encodeURIComponent(key)}=poverty`), key).toEqual(DEFAULT_EMBED_VIEW);
    for (const value of ["__proto__", "constructor", "toString", "hasOwnProperty"]) {
      expect(read(`?i=${value}&l=${value}&p=${value}&c=${value}`), value).toEqual(DEFAULT_EMBED_VIEW);
      expect(publishedViewOf(value, KNOWN), value).toBeNull();
      expect(publishedViewOf(`${value}-19`, KNOWN), value).toBeNull();
    }
    expect(({} as { indicator?: string }).indicator).toBeUndefined();
  });

  it("an aliased name never is one of the language's own, even where data know no better", () => {
    const anything: KnownToEmbed = { ...KNOWN, indicator: () => true, layer: () => true };
    expect(read("?i=constructor&l=toString,__proto__", anything)).toMatchObject({
      indicator: "constructor",
      layers: ["toString", "__proto__"],
    });
  });

  it("nothing at all throws", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(Object.keys(read(text))).toEqual(Object.keys(DEFAULT_EMBED_VIEW));
        expect(Object.keys(read(`?i=${text}&l=${text}&d=${text}&f=${text}`))).toHaveLength(7);
        publishedViewOf(text, KNOWN);
        frozenRelease(text);
      }),
    );
    for (const text of ["?%", "?i=%E0%A4%A", "?=&&=", "?i", "#i=poverty"])
      expect(read(text), text).toEqual(DEFAULT_EMBED_VIEW);
  });

  it("the view by default is nobody's to change", () => {
    const before = JSON.stringify(DEFAULT_EMBED_VIEW);
    read("?i=poverty&p=19&l=-&t=dark");
    expect(JSON.stringify(DEFAULT_EMBED_VIEW)).toBe(before);
  });
});

describe("a retired name", () => {
  it("means what it means now, in an address and in a folder", () => {
    aliases.indicator["khoi-luong"] = "physical-progress";
    aliases.layer["ten-xa"] = "labels";
    expect(read("?i=khoi-luong&l=ten-xa,hazard,labels")).toEqual({
      ...DEFAULT_EMBED_VIEW,
      indicator: "physical-progress",
      layers: ["labels", "hazard"],
    });
    expect(publishedViewOf("khoi-luong", KNOWN)).toEqual({
      place: "province",
      indicator: "physical-progress",
    });
    expect(publishedViewOf("khoi-luong-19", KNOWN)).toEqual({ place: "19", indicator: "physical-progress" });
    // It is read, never written again.
    expect(slugOf({ place: "19", indicator: "physical-progress" })).toBe("physical-progress-19");
  });
});

describe("the release a link is frozen to", () => {
  it("is read before any data, and is what the whole link says", () => {
    fc.assert(
      fc.property(view, (chosen) => {
        expect(frozenRelease(writeEmbedView(chosen))).toBe(chosen.release);
      }),
    );
  });
  it("is twelve hexadecimal digits: nothing that could be a path", () => {
    for (const text of [
      "",
      "?f=",
      "?f=latest",
      "?f=0123456789a",
      "?f=0123456789abc",
      "?f=../../../../x",
      "?F=0123456789ab",
    ])
      expect(frozenRelease(text), text).toBeNull();
    expect(frozenRelease(`?i=poverty&f=${RELEASE}`)).toBe(RELEASE);
    expect(frozenRelease(`?f=${RELEASE}&f=ba9876543210`)).toBe(RELEASE);
    expect(frozenRelease(`?f=${RELEASE}%0A`)).toBeNull();
  });
});

describe("the folder of a published view", () => {
  const published: readonly PublishedView[] = [
    ...indicators.flatMap((indicator): PublishedView[] => [
      { place: "province", indicator },
      { place: "19", indicator },
    ]),
    ...codes.map((place): PublishedView => ({ place, indicator: null })),
  ];

  it("names each view of every indicator and commune once, and is read back as that view", () => {
    const slugs = published.map(slugOf);
    expect(new Set(slugs).size).toBe(10 * 2 + 99);
    for (const one of published) expect(publishedViewOf(slugOf(one), KNOWN), slugOf(one)).toEqual(one);
  });

  it("has the public form", () => {
    expect(EMBED_FOLDER).toBe("nhung/");
    expect(slugOf({ place: "province", indicator: "poverty" })).toBe("poverty");
    expect(slugOf({ place: "19", indicator: "poverty" })).toBe("poverty-19");
    expect(slugOf({ place: code("07654"), indicator: null })).toBe("xa-07654");
    for (const slug of published.map(slugOf)) expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  });

  it("can be told apart because no indicator is named like a commune's or the 19's", () => {
    for (const id of [...indicators, ...Object.keys(INDICATOR_ALIASES)]) {
      expect(id.endsWith("-19"), id).toBe(false);
      expect(id.startsWith("xa-"), id).toBe(false);
    }
  });

  it("of a commune or indicator that is not, there is none", () => {
    for (const slug of [
      "",
      "xa-",
      "xa-99999",
      "xa-7654",
      "xa-076540",
      "XA-07654",
      "07654",
      "-19",
      "poverty-20",
      "poverty-19-19",
      "poverty/",
      "xa-07654-19",
    ])
      expect(publishedViewOf(slug, KNOWN), slug).toBeNull();
  });
});

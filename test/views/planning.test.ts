import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FACET_ANSWERS } from "@/analysis/filterWorks";
import { takeSnapshot } from "@/analysis/takeSnapshot";
import { parseRegister } from "@/datasets";
import { isoDate } from "@/domain/date";
import { FACETS, NO_FILTER } from "@/domain/workFilter";
import { LOCALES } from "@/i18n/locale";
import { messagesFor } from "@/i18n/messages";
import { completeOrder, MOVABLE_LAYERS } from "@/scene/arrange";
import { conditionsOf, rangeWords, valueWords } from "@/views/explore/filters/facetWords";
import { readBillions } from "@/views/explore/filters/WorkFilters";
import { faded, movedTo } from "@/views/explore/layers/LayerArranger";
import { toggled } from "@/views/explore/SectorList";
import { type Seen, seriesBreaks } from "@/views/explore/useSeriesBreaks";

const { register } = await parseRegister(async (path) => readFileSync(`public/data/${path}`, "utf8"));
const snapshot = takeSnapshot(register, isoDate("2028-09-30"));
const reading = (locale: (typeof LOCALES)[number]) => ({
  locale,
  messages: messagesFor(locale),
  communeByCode: new Map(register.communes.map((commune) => [commune.code, commune])),
  villageById: new Map(register.villages.map((village) => [village.villageId, village])),
});

describe("the words of a filter", () => {
  it.each(LOCALES)("in %s name every value the register holds, never by its key", (locale) => {
    for (const facet of FACETS)
      for (const value of new Set(snapshot.works.flatMap((state) => FACET_ANSWERS[facet](state)))) {
        const words = valueWords(reading(locale), facet, value);
        expect(words).not.toBe("");
        if (facet !== "bodies") expect(words).not.toBe(value);
        expect(words).toBe(words.normalize("NFC"));
      }
  });

  it("say an id the register no longer holds as it is", () => {
    expect(valueWords(reading("vi"), "communes", "00000")).toBe("00000");
    expect(valueWords(reading("vi"), "villages", "TH-gone")).toBe("TH-gone");
  });

  it("list every condition once, each with the filter without it", () => {
    const filter = {
      ...NO_FILTER,
      text: "đường",
      sectors: ["school", "health"] as const,
      investment: [1000, null] as const,
    };
    const conditions = conditionsOf(reading("vi"), filter);
    expect(conditions.map(({ value }) => value)).toEqual(["đường", "Trường học", "Y tế", "từ 1\u00a0tỷ"]);
    expect(conditions[1]?.without).toEqual({ ...filter, sectors: ["health"] });
    expect(conditions[3]?.without).toEqual({ ...filter, investment: null });
    expect(conditionsOf(reading("vi"), NO_FILTER)).toEqual([]);
  });

  it("say a range of money with its open ends", () => {
    expect(rangeWords("vi", [1000, 2500])).toBe("1\u00a0tỷ – 2,5\u00a0tỷ");
    expect(rangeWords("vi", [null, 2500])).toBe("đến 2,5\u00a0tỷ");
    expect(rangeWords("vi", [null, null])).toBe("");
  });
});

describe("typed amounts", () => {
  it.each([
    ["", null],
    ["  ", null],
    ["1,5", 1500],
    ["1.5", 1500],
    ["20", 20_000],
    ["0", 0],
    ["-1", undefined],
    ["mười", undefined],
  ])("%j tỷ đồng → %s triệu", (text, expected) => expect(readBillions(text)).toBe(expected));
});

describe("arranging layers", () => {
  it("moves one layer, keeps the others' order, and forgets the usual order", () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...MOVABLE_LAYERS], { minLength: MOVABLE_LAYERS.length }),
        fc.constantFrom(...MOVABLE_LAYERS),
        fc.integer({ min: -2, max: MOVABLE_LAYERS.length + 2 }),
        (order, layer, place) => {
          const next = completeOrder(movedTo(order, layer, place));
          expect(next.filter((id) => id !== layer)).toEqual(order.filter((id) => id !== layer));
          const within = Math.max(0, Math.min(order.length - 1, place));
          expect(next.indexOf(layer)).toBe(within);
        },
      ),
    );
    expect(movedTo(MOVABLE_LAYERS, MOVABLE_LAYERS[2] ?? "", 2)).toBeNull();
  });

  it("keeps opacities between 5 and 95 and forgets a layer that is opaque again", () => {
    expect(faded({}, "hazard", 40)).toEqual({ hazard: 40 });
    expect(faded({ hazard: 40, relief: 20 }, "hazard", 100)).toEqual({ relief: 20 });
    expect(faded({}, "hazard", 0)).toEqual({ hazard: 5 });
  });
});

describe("a switch in a list", () => {
  it("put in and taken out again gives the list back", () => {
    expect(toggled(toggled(["a"], "b"), "b")).toEqual(["a"]);
    expect(toggled(["a", "b"], "a")).toEqual(["b"]);
  });
});

describe("breaks in a series", () => {
  const messages = messagesFor("vi");
  const classes = [
    { color: "progress-0" as const, from: 0, to: 20, count: 1, label: "" },
    { color: "progress-1" as const, from: 20, to: 100, count: 2, label: "" },
  ];
  const seen = (day: string, part: Partial<Seen> = {}): Seen => ({
    indicator: "poverty",
    snapshot: takeSnapshot(register, isoDate(day)),
    classes,
    ...part,
  });
  const early = seen("2026-12-31");
  const late = seen("2028-09-30");

  it("say that the standard of poverty changed, in either direction", () => {
    expect(seriesBreaks(early, late, messages).join()).toContain("2022-2025");
    expect(seriesBreaks(early, late, messages).join()).toContain("2027-2030");
    expect(seriesBreaks(late, early, messages)).toHaveLength(1);
  });

  it("say nothing between days of one standard, or while the same day is loaded again", () => {
    expect(seriesBreaks(late, seen("2028-06-30"), messages)).toEqual([]);
    expect(seriesBreaks(late, seen("2028-09-30"), messages)).toEqual([]);
  });

  it("say that classes were broken anew, but not that counts in them moved or that another indicator has others", () => {
    const other = classes.map((row) => (row.to === 20 ? { ...row, to: 25 } : { ...row, from: 25 }));
    expect(seriesBreaks(late, { ...late, classes: other }, messages)).toEqual([
      messages.explore.breaksChanged,
    ]);
    expect(
      seriesBreaks(late, { ...late, classes: classes.map((row) => ({ ...row, count: 9 })) }, messages),
    ).toEqual([]);
    expect(seriesBreaks(late, { ...late, indicator: "works-late", classes: other }, messages)).toEqual([]);
  });
});

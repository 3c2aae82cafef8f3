import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, isoDate } from "@/domain/date";
import { LOCALES } from "@/i18n/locale";
import { compareAnswerMessages } from "@/i18n/messages/compareAnswer";
import { INDICATOR_ALIASES } from "@/state/aliases";
import {
  COMPARE_PARAMS,
  type CompareView,
  DEFAULT_COMPARE_VIEW,
  type KnownToCompare,
  MULTIPLES,
  PEER_GROUPS,
  readCompareView,
  writeCompareView,
} from "@/state/compareView";
import { code } from "../fixtures/register";

const EVERYTHING: KnownToCompare = { indicator: () => true, commune: () => true, days: null };
const SOME: KnownToCompare = {
  indicator: (id) => id === "physical-progress",
  commune: (id) => id === "07654" || id === "07621",
  days: [isoDate("2026-03-28"), isoDate("2030-12-31")],
};

const aCode = fc.integer({ min: 0, max: 99_999 }).map((number) => code(String(number).padStart(5, "0")));
const aDay = fc.integer({ min: 0, max: 3000 }).map((days) => addDays(isoDate("2026-01-01"), days));
const percent = fc.integer({ min: 0, max: 100 });
const view: fc.Arbitrary<CompareView> = fc.record({
  asOf: fc.option(aDay),
  since: fc.option(aDay),
  indicator: fc.option(fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,20}$/)),
  peers: fc.option(fc.oneof(fc.constantFrom(...PEER_GROUPS), aCode)),
  multiples: fc.option(fc.constantFrom(...MULTIPLES)),
  pair: fc.oneof(fc.constant([]), fc.uniqueArray(aCode, { minLength: 2, maxLength: 2 })),
  needFrom: fc.option(percent),
  riskFrom: fc.option(percent),
  theme: fc.constantFrom("auto" as const, "light" as const, "dark" as const),
});

const read = (search: string, known = SOME) => readCompareView(search, known);

describe("a link to the page of comparisons", () => {
  it("says what was chosen and nothing else: written and read again it is the same", () => {
    fc.assert(
      fc.property(view, (chosen) => {
        const { view: again, dropped } = read(writeCompareView(chosen), EVERYTHING);
        expect(again).toEqual(chosen);
        expect(dropped).toEqual([]);
      }),
    );
  });

  it("is empty for the page's own view, and every choice has a key", () => {
    expect(writeCompareView(DEFAULT_COMPARE_VIEW)).toBe("");
    const all: CompareView = {
      asOf: isoDate("2028-09-30"),
      since: isoDate("2028-06-30"),
      indicator: "works-late",
      peers: "19",
      multiples: "sector",
      pair: [code("07654"), code("07621")],
      needFrom: 0,
      riskFrom: 30,
      theme: "dark",
    };
    expect(writeCompareView(all)).toBe(
      "?d=2028-09-30&f=2028-06-30&i=works-late&p=19&k=sector&x=07654,07621&n=0&r=30&t=dark",
    );
    expect(Object.keys(COMPARE_PARAMS)).toHaveLength(Object.keys(all).length);
  });

  it("never fails: whatever stands in it, each part is understood or listed", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60, unit: "grapheme" }), (text) => {
        const { view: found, dropped } = read(`?${text}`);
        expect(readCompareView(writeCompareView(found), SOME).view).toEqual(found);
        for (const { key } of dropped) expect(typeof key).toBe("string");
      }),
    );
  });

  it.each([
    ["d=2028-02-30", "a day that does not exist"],
    ["d=2025-01-01", "a day before anything was recorded"],
    ["f=2031-01-01", "a day too late"],
    ["i=nonsense", "an indicator nobody knows"],
    ["p=20", "a group nobody knows"],
    ["p=99999", "a commune nobody knows"],
    ["k=year", "small maps of nothing"],
    ["x=07654", "half a pair"],
    ["x=07654,07654", "a commune beside itself"],
    ["x=07654,07621,07492", "three of two"],
    ["x=07654,99999", "a pair with a stranger"],
    ["n=101", "more than all"],
    ["n=-1", "less than nothing"],
    ["r=12.5", "not a whole percent"],
    ["t=blue", "no such theme"],
    ["toString=1", "a name every object has"],
    ["z=1", "a key of another page"],
  ])("drops %s (%s), and keeps the rest", (part) => {
    const [key, value] = part.split("=");
    const { view: found, dropped } = read(`?${part}&k=sector&r=30`.replace(/^\?k=year&k=sector/, "?k=year"));
    expect(dropped).toContainEqual({ key, value });
    if (key !== "r") expect(found.riskFrom).toBe(30);
    expect(writeCompareView(found)).not.toContain(part);
  });

  it("counts a repeated key once: the first holds, the second is listed", () => {
    const { view: found, dropped } = read("?n=10&n=20");
    expect(found.needFrom).toBe(10);
    expect(dropped).toEqual([{ key: "n", value: "20" }]);
  });

  it("is silent about what others hang on links", () => {
    const { view: found, dropped } = read(
      "?utm_source=zalo&fbclid=x&zarsrc=30&gclid=1&mc_cid=2&mc_eid=3&n=10",
    );
    expect(dropped).toEqual([]);
    expect(writeCompareView(found)).toBe("?n=10");
  });

  it("keeps opening an indicator under a name it once had", () => {
    const aliases = INDICATOR_ALIASES as Record<string, string>;
    aliases["old-progress"] = "physical-progress";
    try {
      const { view: found, dropped } = read("?i=old-progress");
      expect(found.indicator).toBe("physical-progress");
      expect(writeCompareView(found)).toBe("?i=physical-progress");
      expect(dropped).toEqual([]);
    } finally {
      delete aliases["old-progress"];
    }
    expect(read("?i=old-progress").dropped).toHaveLength(1);
  });

  it("has a name in words for every key, for when its value is not understood", () => {
    for (const locale of LOCALES)
      for (const key of Object.keys(COMPARE_PARAMS))
        expect(Object.keys(compareAnswerMessages[locale])).toContain(`droppedKey.${key}`);
  });
});

import { readFileSync } from "node:fs";
import fc from "fast-check";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { CommuneCode } from "@/domain/commune";
import { isoDate } from "@/domain/date";
import { LOCALES } from "@/i18n/locale";
import { messagesFor } from "@/i18n/messages";
import { comparePairsMessages } from "@/i18n/messages/comparePairs";
import { INDICATORS } from "@/indicators";
import { type CompareView, DEFAULT_COMPARE_VIEW } from "@/state/compareView";
import { comparisonOf } from "@/views/compare/comparison";
import { ComparisonProvider, NO_TROUBLE } from "@/views/compare/context";
import { BLANK_CHANGES, changeOf, dayChanges, extremes } from "@/views/compare/pairs/dayChanges";
import { differenceText } from "@/views/compare/pairs/differenceText";
import { pairOf, pairRows, standardOf } from "@/views/compare/pairs/pairRows";
import { TwoCommunes } from "@/views/compare/pairs/TwoCommunes";
import { TwoDates } from "@/views/compare/pairs/TwoDates";
import { PageFrame } from "@/views/page/PageFrame";
import { readingPage } from "@/views/page/readingPage";
import { shippedData } from "./shipped";

const data = await shippedData();
const CODES = data.register.communes.map(({ code }) => code);
const comparisonFor = (view: Partial<CompareView> = {}, of = data) =>
  comparisonOf(of, { ...DEFAULT_COMPARE_VIEW, ...view }, () => undefined, NO_TROUBLE);
const NBSP = "\u00a0";

function drawn(
  locale: (typeof LOCALES)[number],
  view: Partial<CompareView>,
  Section: typeof TwoCommunes,
): string {
  const comparison = comparisonFor(view);
  return renderToStaticMarkup(
    <PageFrame
      page={readingPage({ locale, path: "so-sanh/" }, "compare", comparison.now, data)}
      className="compare"
    >
      <ComparisonProvider value={comparison}>
        <Section />
      </ComparisonProvider>
    </PageFrame>,
  );
}

describe("the two communes of the page", () => {
  it("are those of the address, else the ends of the ranking, else the most populous", () => {
    const pair = ["07654", "07621"] as CommuneCode[];
    expect(pairOf(comparisonFor({ pair }))).toEqual(pair);
    const [first, last] = pairOf(comparisonFor())!;
    const progress = pairRows(comparisonFor().now, [first, last])[0]!;
    expect(progress.difference).toBeLessThan(0);
    const early = comparisonFor({ asOf: isoDate("2026-03-28") });
    const names = pairOf(early)!.map(
      (code) => early.register.communes.find((one) => one.code === code)!.population,
    );
    expect(names[0]).toBe(Math.max(...early.register.communes.map(({ population }) => population)));
    expect(names[1]).toBeLessThanOrEqual(names[0]!);
  });
  it("are subtracted by every indicator the other way round with the other sign, and never where one is blank", () => {
    const { now } = comparisonFor();
    fc.assert(
      fc.property(fc.constantFrom(...CODES), fc.constantFrom(...CODES), (a, b) => {
        const there = pairRows(now, [a, b]);
        const back = pairRows(now, [b, a]);
        there.forEach((row, index) => {
          const other = back[index]!;
          expect(row.indicator).toBe(INDICATORS[index]);
          expect(row.difference === null).toBe(row.why !== null);
          const blank = row.values.some(({ kind }) => kind === "blank");
          expect(row.why === "blank").toBe(blank);
          if (row.difference !== null) expect(row.difference + other.difference!).toBeCloseTo(0, 9);
        });
      }),
    );
  });
  it("are not subtracted across two poverty standards", () => {
    const [a, b] = ["07654", "07621"] as [CommuneCode, CommuneCode];
    const poverty = data.register.poverty.map((row) =>
      row.areaLevel === "commune" && row.areaCode === a
        ? { ...row, standard: "2022-2025" as const, year: 2025, poor: 10, nearPoor: 5, households: 100 }
        : row.areaLevel === "commune" && row.areaCode === b
          ? { ...row, standard: "2027-2030" as const, year: 2027, poor: 10, nearPoor: 5, households: 100 }
          : row,
    );
    const { now } = comparisonFor({}, { ...data, register: { ...data.register, poverty } });
    const row = pairRows(now, [a, b]).find(({ indicator }) => indicator.id === "poverty")!;
    expect(row).toMatchObject({ difference: null, why: "other-standard" });
  });
  it("say by which standard their poor were counted, and share out every work by stage", () => {
    const pair = ["07654", "07621"] as [CommuneCode, CommuneCode];
    const { now } = comparisonFor({ pair });
    const markup = drawn("vi", { pair }, TwoCommunes);
    const m = comparePairsMessages.vi;
    const cells = (name: string) =>
      [
        ...(markup.split(`<th scope="row">${name}</th>`)[1]?.split("</tr>")[0] ?? "").matchAll(
          /<td[^>]*>(.*?)<\/td>/g,
        ),
      ]
        .map(([, cell = ""]) => cell)
        .slice(0, 2);
    expect(cells(m.standard)).toEqual(pair.map((code) => standardOf(now, code) ?? m.notStated));
    expect(cells(m.standard)[0]).toMatch(/^20\d\d-20\d\d$/);
    for (const [at, cell] of cells(m.stages).entries()) {
      const works = (now.worksByCommune.get(pair[at]!) ?? []).filter(({ work }) => work.inPlan97 === "yes");
      const words = cell.replace(/<svg.*?<\/svg>/, "").replace(/<[^>]*>/g, "");
      const counts = words.split(", ").map((part) => Number(/\d+$/.exec(part)?.[0]));
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(works.length);
      // A rectangle for each stage that is named, as wide as its share of the larger commune.
      expect(cell.match(/<rect/g)).toHaveLength(counts.length);
    }
  });
  it.each(LOCALES)("are drawn without a hole in %s, by every indicator", (locale) => {
    for (const pair of [[], ["07654", "07210"], ["07525", "07282"]] as CommuneCode[][]) {
      const markup = drawn(locale, { pair }, TwoCommunes);
      expect(markup).not.toMatch(/undefined|NaN|\[object|Infinity| style="/);
      const messages = messagesFor(locale);
      for (const { label } of INDICATORS)
        expect(markup.replaceAll("&amp;", "&")).toContain(messages.indicators[label] as string);
      expect(markup).toContain(comparePairsMessages[locale].facts);
    }
  });
});

describe("a difference in words", () => {
  it("has its sign, its unit and a minus that is one; what reads 0 is equal", () => {
    const messages = messagesFor("vi");
    const by = (id: string) => INDICATORS.find((indicator) => indicator.id === id)!;
    expect(differenceText(messages, by("physical-progress"), 12.34)).toBe("+12,3 điểm %");
    expect(differenceText(messages, by("physical-progress"), -0.06)).toBe("−0,1 điểm %");
    expect(differenceText(messages, by("physical-progress"), 0.04)).toBe("bằng nhau");
    expect(differenceText(messages, by("population-density"), -100)).toBe(`−100${NBSP}người/km²`);
  });
});

describe.each(INDICATORS.map(({ id }) => [id]))("two days by %s", (id) => {
  const views = [
    {},
    { asOf: isoDate("2027-12-31"), since: isoDate("2026-12-31") },
    { asOf: isoDate("2028-09-30"), since: isoDate("2026-09-30") },
  ];
  it("have every commune once: changed, unchanged, or blank in one way", () => {
    for (const view of views) {
      const changes = dayChanges(comparisonFor({ ...view, indicator: id }));
      expect(changes.rows.map(({ code }) => code)).toEqual(CODES);
      for (const row of changes.rows) {
        expect(row.blank === null).toBe(row.before.kind === "value" && row.now.kind === "value");
        if (row.blank !== null || changes.broken !== null) expect(changeOf(changes, row)).toBeNull();
        else expect(changeOf(changes, row)).toBeTypeOf("number");
      }
      const blanks = BLANK_CHANGES.map((blank) => changes.rows.filter((row) => row.blank === blank).length);
      const told = changes.rows.filter((row) => row.blank === null).length;
      expect(told + blanks.reduce((sum, count) => sum + count, 0)).toBe(99);
    }
  });
  it("name the commune that rose and the one that fell most", () => {
    for (const view of views) {
      const changes = dayChanges(comparisonFor({ ...view, indicator: id }));
      const { digits } = INDICATORS.find((indicator) => indicator.id === id)!;
      const { rise, fall } = extremes(changes, digits);
      const shown = (row: { difference: number | null }) => Math.round((row.difference ?? 0) * 10 ** digits);
      const all = changes.rows.map(shown);
      expect(rise.map(shown)).toEqual(
        Math.max(...all) > 0 ? all.filter((one) => one === Math.max(...all)) : [],
      );
      expect(fall.map(shown)).toEqual(
        Math.min(...all) < 0 ? all.filter((one) => one === Math.min(...all)) : [],
      );
      if (changes.classes === null) expect([rise, fall]).toEqual([[], []]);
    }
  });
  it.each(LOCALES)(
    "are drawn in %s: two maps and the difference, or a sentence why there is none",
    (locale) => {
      for (const view of views) {
        const markup = drawn(locale, { ...view, indicator: id }, TwoDates);
        expect(markup).not.toMatch(/undefined|NaN|\[object|Infinity| style="/);
        const { broken } = dayChanges(comparisonFor({ ...view, indicator: id }));
        expect(markup.match(/class="commune-map"/g)?.length).toBe(broken === null ? 3 : 2);
        if (broken !== null)
          expect(markup).toContain(
            comparePairsMessages[locale].broken(broken.before.join(", "), broken.after.join(", ")),
          );
      }
    },
  );
});

describe("the diverging scale", () => {
  it("is the palette of the design, brown for less and petrol for more, light and dark", () => {
    const css = readFileSync("src/views/compare/pairs/pairs.css", "utf8");
    const colors = [...css.matchAll(/--c-change-(\d): (#[0-9a-f]{6})/g)].map((found) => [
      Number(found[1]),
      found[2],
    ]);
    const light = "#6e3f27 #a26d44 #c6a37e #f2f0ec #77b1b0 #2c7f93 #164b6a".split(" ");
    const dark = "#f1d3a4 #c99e6d #937054 #2c2a27 #497f8c #61b3b1 #aee3cf".split(" ");
    expect(colors).toEqual([light, dark, dark].flatMap((ramp) => ramp.map((color, index) => [index, color])));
    const markup = drawn("vi", {}, TwoDates);
    const legend = [
      ...markup.matchAll(/fill="var\(--c-change-(\d)\)" stroke="var\(--c-line2\)".*?<\/span> ([^<]+)/gs),
    ];
    expect(legend.map((found) => Number(found[1]))).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(legend[0]![2]).toMatch(/^giảm hơn/);
    expect(legend[3]![2]).toMatch(/^không đổi/);
    expect(legend[6]![2]).toMatch(/^tăng hơn/);
  });
});

describe("the facts of two communes", () => {
  it("count late works as late, and those of which it cannot be told apart", () => {
    const pair = ["07537", "07654"] as CommuneCode[];
    const { now } = comparisonFor({ pair });
    const m = comparePairsMessages.vi;
    const markup = drawn("vi", { pair }, TwoCommunes);
    const row = (name: string) =>
      [
        ...(new RegExp(`<th scope="row">${name}</th>(.*?)</tr>`).exec(markup)?.[1] ?? "").matchAll(
          /<td class="number">([^<]*)/g,
        ),
      ].map((found) => found[1]);
    const count = (test: (state: (typeof now.works)[number]) => boolean) =>
      pair.map((code) =>
        String(
          (now.worksByCommune.get(code) ?? []).filter((state) => state.work.inPlan97 === "yes" && test(state))
            .length,
        ),
      );
    expect(row(m.works)).toEqual(count(() => true));
    expect(row(m.late)).toEqual(count(({ lateness }) => lateness.answer === "yes"));
    expect(row(m.lateUnknown)).toEqual(count(({ lateness }) => lateness.answer === "unknown"));
    expect(row(m.lateUnknown)[0]).toBe("1");
  });
});

describe("the map of the difference without colour", () => {
  it("carries a sign on every commune that changed, and none elsewhere", () => {
    const comparison = comparisonFor();
    const changes = dayChanges(comparison);
    const framed = new Set(comparison.peerCodes);
    const expected = changes.rows.flatMap((row) => {
      const at = changeOf(changes, row);
      return at === null || at === 0 || !framed.has(row.code) ? [] : [at];
    });
    const signs = [...drawn("vi", {}, TwoDates).matchAll(/class="dates__mark"[^>]*>([^<]+)</g)].map(
      (found) => found[1]!,
    );
    expect(signs.map((sign) => (sign.startsWith("+") ? sign.length : -sign.length))).toEqual(expected);
    expect(expected.length).toBeGreaterThan(5);
  });
});

describe("a break in the series of poverty", () => {
  it("is one between a day before and a day after the change of standard, and of poverty alone", () => {
    const view = { asOf: isoDate("2028-09-30"), since: isoDate("2026-12-31") };
    expect(dayChanges(comparisonFor({ ...view, indicator: "poverty" })).broken).not.toBeNull();
    expect(dayChanges(comparisonFor({ ...view, indicator: "physical-progress" })).broken).toBeNull();
  });
});

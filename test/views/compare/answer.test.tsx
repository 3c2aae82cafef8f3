import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test, vi } from "vitest";
import { changesSince } from "@/analysis/changesSince";
import { handedOver, programmeAnswer } from "@/analysis/programmeAnswer";
import { isoDate } from "@/domain/date";
import type { Register } from "@/domain/register";
import { PLAN_TOTALS } from "@/domain/work";
import { formatMoney } from "@/i18n/format";
import { LOCALES, type Locale } from "@/i18n/locale";
import { compareAnswerMessages } from "@/i18n/messages/compareAnswer";
import { type CompareView, DEFAULT_COMPARE_VIEW } from "@/state/compareView";
import { droppedText } from "@/views/compare/answer/Notices";
import { agreementOf } from "@/views/compare/answer/SectorTiles";
import { ComparePage } from "@/views/compare/ComparePage";
import { type CompareData, comparisonOf } from "@/views/compare/comparison";
import { type Comparison, NO_TROUBLE, type Trouble } from "@/views/compare/context";
import { loadLaterSections } from "@/views/compare/sections";
import { readingPage } from "@/views/page/readingPage";
import { SITE_PAGES, workPath } from "@/views/page/sitePages";
import { aRegister, aReport, aWork } from "../../fixtures/register";
import { shippedData } from "./shipped";

const data = await shippedData();
const LATER = await loadLaterSections();
const m = compareAnswerMessages.vi;

/** Markup of the whole page, and of one section without tags. */
function drawn(
  of: CompareData = data,
  {
    view = {},
    locale = "vi",
    trouble = NO_TROUBLE,
  }: { view?: Partial<CompareView>; locale?: Locale; trouble?: Trouble } = {},
) {
  const comparison: Comparison = comparisonOf(
    of,
    { ...DEFAULT_COMPARE_VIEW, ...view },
    () => undefined,
    trouble,
  );
  const page = readingPage({ locale, path: SITE_PAGES.compare }, "compare", comparison.now, of);
  const html = renderToStaticMarkup(
    <ComparePage page={page} comparison={comparison} later={LATER} kept={null} />,
  );
  const section = (id: string) => new RegExp(`<section id="${id}".*?</section>`, "s").exec(html)?.[0] ?? "";
  const text = (markup: string) =>
    markup
      .replace(/<[^>]+>/g, " ")
      .replaceAll("&#x27;", "'")
      .replace(/ +/g, " ");
  return { html, section, text, comparison, says: (id: string) => text(section(id)) };
}
const withWorks = (change: (works: Register["works"]) => Register["works"]): CompareData => ({
  ...data,
  register: { ...data.register, works: change(data.register.works) },
});
const unlisted: CompareData = withWorks((works) => works.filter(({ inPlan97 }) => inPlan97 !== "yes"));

describe("sector tiles", () => {
  test("six tiles agree with the plan, each with its numbers, and the sum closes the account", () => {
    const { section, says, comparison } = drawn();
    const { sectors } = programmeAnswer(comparison.now);
    expect(section("linh-vuc").match(/tile--matches/g)).toHaveLength(6);
    for (const total of sectors) {
      expect(says("linh-vuc")).toContain(`✓ ${total.named}/${total.planned}`);
      expect(says("linh-vuc")).toContain(`${handedOver(total)} đã bàn giao`);
      expect(says("linh-vuc")).toContain(m.located(total.located, total.named));
    }
    expect(says("linh-vuc")).toContain("Danh mục khớp kế hoạch: 45 + 2 + 11 + 36 + 2 + 1 = 97");
  });

  test("bars have true widths: each tile's parts fill it, in proportion to the works", () => {
    const { section, comparison } = drawn();
    const bars = [...section("linh-vuc").matchAll(/<svg class="stages-bar".*?<\/svg>/gs)].map(([bar]) =>
      [...bar.matchAll(/width="([\d.]+)%" height="12" fill/g)].map(([, width]) => Number(width)),
    );
    programmeAnswer(comparison.now).sectors.forEach(({ stages, named }, at) => {
      const expected = Object.values(stages)
        .filter((count) => count > 0)
        .map((count) => (100 * count) / named);
      expect(bars[at]).toHaveLength(expected.length);
      bars[at]?.forEach((width, part) => {
        expect(width).toBeCloseTo(expected[part] ?? 0, 2);
      });
    });
  });

  test("a list that lacks a work warns on its tile alone and in the sum; no tick is left there", () => {
    const lost = data.register.works.find(
      ({ sector, inPlan97 }) => sector === "health" && inPlan97 === "yes",
    );
    const { section, says } = drawn(withWorks((works) => works.filter((work) => work !== lost)));
    expect(section("linh-vuc").match(/tile--differs/g)).toHaveLength(1);
    expect(says("linh-vuc")).toContain("Danh mục thiếu 1 so với kế hoạch.");
    expect(says("linh-vuc")).toContain("10 / 11");
    expect(says("linh-vuc")).toContain(
      "Danh mục lệch kế hoạch: 45 + 2 + 10 + 36 + 2 + 1 = 96; kế hoạch 45 + 2 + 11 + 36 + 2 + 1 = 97",
    );
  });

  test("a sector the plan does not name, and one with too many, differ as well", () => {
    expect(agreementOf({ named: 1, planned: null })).toBe("differs");
    expect(agreementOf({ named: 3, planned: 2 })).toBe("differs");
    expect(agreementOf({ named: 0, planned: 2 })).toBe("unlisted");
    expect(agreementOf({ named: 2, planned: 2 })).toBe("matches");
    const more = withWorks((works) => [
      ...works,
      aWork({ workId: "new", sector: "culture" }),
      aWork({ workId: "more", sector: "irrigation" }),
    ]);
    const { says } = drawn(more);
    expect(says("linh-vuc")).toContain(m.unplanned);
    expect(says("linh-vuc")).toContain(m.over(1));
  });

  test("none late is said only of a sector where it is known of every work", () => {
    const { section, comparison } = drawn();
    const tiles = section("linh-vuc").split("<li class=").slice(1, 7);
    programmeAnswer(comparison.now).sectors.forEach(({ late }, at) => {
      expect(tiles[at]?.includes(m.notLate)).toBe(late.yes === 0 && late.unknown === 0);
      expect(tiles[at]?.includes(m.unknownCount(late.unknown))).toBe(late.unknown > 0);
    });
  });
});

describe("late works", () => {
  test("each stands once, with its dossier, its commune and its days; bodies' numbers add up to the headline's", () => {
    const { section, says, comparison } = drawn();
    const { works, all } = programmeAnswer(comparison.now);
    const table = /<table class="late-table".*?<\/table>/s.exec(section("cham"))?.[0] ?? "";
    for (const { work, lateness } of works) {
      const link = `href="../${workPath(work.workId)}"`;
      expect(table.split(link).length - 1).toBe(lateness.answer === "yes" ? 1 : 0);
      if (lateness.answer === "yes") expect(says("cham")).toContain(`${lateness.days} ngày`);
    }
    const numbers = [...table.matchAll(/strong wide-only">(\d+) \/ \d+</g)].map(([, late]) => Number(late));
    expect(numbers.reduce((sum, late) => sum + late, 0)).toBe(all.late.yes);
    expect(says("cham")).toContain(`Chưa rõ trễ hay không: 0${all.late.unknown} công trình`);
  });
});

describe("money", () => {
  test("4.000 tỷ and 25.000 tỷ stand apart; no sum of both, nor of the sources, is anywhere", () => {
    const { says, comparison } = drawn();
    const text = says("von");
    expect(text).toContain(m.sourceMatches(formatMoney("vi", 4_000_000)));
    expect(text).toContain(m.areaNote(formatMoney("vi", 25_000_000)));
    expect(text).not.toContain(formatMoney("vi", 29_000_000));
    const { works } = programmeAnswer(comparison.now);
    const planned = works.reduce(
      (sum, { money }) => sum + Object.values(money.bySource).reduce((all, amount) => all + amount, 0),
      0,
    );
    expect(planned).toBeGreaterThan(4_000_000);
    expect(text).not.toContain(formatMoney("vi", planned));
  });

  test("provincial capital that does not meet the Programme's is said to differ", () => {
    const { register } = data;
    const [first] = register.capitalPlans.filter(({ capitalSource }) => capitalSource === "provincial");
    const fewer = {
      ...data,
      register: { ...register, capitalPlans: register.capitalPlans.filter((row) => row !== first) },
    };
    const text = drawn(fewer).says("von");
    expect(text).toContain(m.sourceDiffers(formatMoney("vi", 4_000_000)));
    expect(text).not.toContain("✓");
  });

  test("every percent has its denominator beside it", () => {
    const table = /<table class="money-table".*?<\/table>/s.exec(drawn().section("von"))?.[0] ?? "";
    for (const [share] of table.matchAll(/[\d,]+\u00a0%[^<]*/g))
      expect(share).toMatch(/ của [\d.,]+\u00a0tỷ/);
  });

  test("what no work states is unknown, never 0", () => {
    const bare = { ...data, register: { ...data.register, workPlans: [], capitalPlans: [] } };
    const table = /<table class="money-table".*?<\/table>/s.exec(drawn(bare).section("von"))?.[0] ?? "";
    expect(table.split(m.unknown).length - 1).toBe(3);
    expect(table).toContain(m.ofWorks(0, 97));
    expect(table).not.toMatch(/>0\u00a0/);
  });
});

describe("changes", () => {
  test("the table holds every change, and its button says how many", () => {
    const { section, says, comparison } = drawn();
    const { changes } = changesSince(comparison.before, comparison.now);
    expect(section("thay-doi").match(/<tr><th scope="row">/g)).toHaveLength(changes.length);
    expect(says("thay-doi")).toContain(`Xem cả ${changes.length} thay đổi`);
  });

  test("nothing changed is said, and so is that the days are one", () => {
    const same = drawn(data, { view: { asOf: isoDate("2028-09-30"), since: isoDate("2028-09-30") } });
    expect(same.says("thay-doi")).toContain(m.sameDay);
    const nothing = drawn({
      ...data,
      register: aRegister({
        works: [aWork()],
        workReports: [aReport({ asOf: isoDate("2028-03-31"), reportedOn: isoDate("2028-05-01") })],
      }),
    });
    expect(nothing.says("thay-doi")).toContain(m.nothing);
    expect(nothing.section("thay-doi")).not.toContain("<table");
  });
});

describe("without a list of the 97", () => {
  test.each(LOCALES)("every part is a state of its own and says who has what is missing (%s)", (locale) => {
    const { html, section, text, says } = drawn(unlisted, { locale });
    const words = compareAnswerMessages[locale];
    expect(text(html)).toContain(words.notListed(97));
    expect(section("linh-vuc").match(/tile--unlisted/g)).toHaveLength(6);
    for (const total of Object.values(PLAN_TOTALS))
      expect(says("linh-vuc")).toContain(` ${total} ${words.planned}`);
    expect(says("cham")).toContain(words["empty.late"]);
    expect(says("von")).toContain(words["empty.money"]);
    expect(says("thay-doi")).toContain(words["empty.changes"]);
    expect(says("cham")).not.toContain(words.nobodyLate);
    expect(says("von")).toContain(words.programmeOnly(formatMoney(locale, 4_000_000)));
    expect(html).not.toContain("late-table");
    expect(html).not.toContain("money-table");
  });
});

describe("what went wrong", () => {
  test("parts of a link are named in words, strange ones by their key, long ones cut", () => {
    const dropped = [
      { key: "d", value: "hôm qua" },
      { key: "toString", value: "1" },
      { key: "zz", value: "x".repeat(500) },
    ];
    const text = droppedText("vi", dropped);
    expect(text).toMatch(/^ngày chốt “hôm qua”; tham số “toString=1”; tham số “zz=x+”$/);
    expect(text.length).toBeLessThan(130);
    const { says } = drawn(data, { trouble: { dropped, failures: [] } });
    expect(says("tra-loi")).toContain(`${m.dropped}:`);
    expect(says("tra-loi")).toContain("hôm qua");
  });

  test("data files are named with why, and the page goes on", () => {
    const trouble: Trouble = {
      dropped: [],
      failures: [{ dataset: "capital-plans", path: "capital-plans.json", reason: "truncated", detail: "" }],
    };
    const { says } = drawn(data, { trouble });
    expect(says("tra-loi")).toContain("data/capital-plans.json : tệp bị cắt ngang khi tải");
    expect(says("tra-loi")).toContain("đã bàn giao");
  });

  test("nothing is said where nothing went wrong", () => {
    expect(drawn().html).not.toContain("answer-notice");
  });
});

test("the page has one title, headings in order, no style attribute and no handler in its markup", () => {
  for (const locale of LOCALES) {
    const { html } = drawn(data, { locale });
    const levels = [...html.matchAll(/<h(\d)/g)].map(([, level]) => Number(level));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    levels.forEach((level, at) => {
      expect(level - (levels[at - 1] ?? 0)).toBeLessThanOrEqual(1);
    });
    expect(html).not.toMatch(/ style="| on\w+="/);
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  }
});

test("drawing the page writes nothing to the console: keys are unique", () => {
  const complain = vi.spyOn(console, "error");
  drawn();
  drawn(unlisted);
  expect(complain).not.toHaveBeenCalled();
  complain.mockRestore();
});

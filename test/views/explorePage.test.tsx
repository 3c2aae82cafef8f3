import { readFileSync } from "node:fs";
import { renderToStaticMarkup } from "react-dom/server";
import { prerender } from "react-dom/static";
import { beforeAll, describe, expect, it } from "vitest";
import { loadMapData } from "@/datasets";
import { PLAN_TOTAL } from "@/domain/work";
import { LOCALES, type Locale } from "@/i18n/locale";
import { messagesFor } from "@/i18n/messages";
import { INDICATORS } from "@/indicators";
import { DEFAULT_VIEW } from "@/state/params";
import type { Selection, ViewState } from "@/state/view";
import type { ExploreData } from "@/views/explore/data";
import { ExplorePage } from "@/views/explore/ExplorePage";

let data: ExploreData;
beforeAll(async () => {
  data = await loadMapData(async (path) => readFileSync(`public/data/${path}`, "utf8"));
});

const SIZE = { width: 732, height: 690 };
const page = (view: Partial<ViewState> = {}, locale: Locale = "vi", from: ExploreData = data) =>
  renderToStaticMarkup(
    <ExplorePage data={from} view={{ ...DEFAULT_VIEW, ...view }} locale={locale} size={SIZE} />,
  );

/** The same with what comes on demand: the parts of a panel below its first screen. */
async function wholePage(
  view: Partial<ViewState>,
  locale: Locale = "vi",
  from: ExploreData = data,
): Promise<string> {
  const { prelude } = await prerender(
    <ExplorePage data={from} view={{ ...DEFAULT_VIEW, ...view }} locale={locale} size={SIZE} />,
  );
  return new Response(prelude).text();
}

/** Without shapes, for tests of many panels: the map is most of the work and none of what they ask. */
const withoutMap = (): ExploreData => ({ ...data, geometry: { ...data.geometry, boundaries: null } });

/** Text of the markup, tags and entities gone. */
const textOf = (html: string) =>
  html
    .replace(/<[^>]+>/g, " ")
    .replaceAll("&amp;", "&")
    .replace(/\s+/g, " ");

const select = (type: Selection["type"], id: string | undefined): Partial<ViewState> => ({
  selection: { type, id: id ?? "" },
});

// Every page is drawn whole, map and all: seconds on a busy machine.
describe("the page as prerendered", { timeout: 60_000 }, () => {
  it.each(LOCALES)("has no style attribute, which the policy would block (%s)", (locale) => {
    expect(page({}, locale)).not.toMatch(/\sstyle=/);
  });

  it.each(LOCALES)(
    "says title, date, legend, account of works and boundary note without scripts (%s)",
    (locale) => {
      const m = messagesFor(locale).explore;
      const text = textOf(page({}, locale));
      expect(text).toContain(m.title);
      expect(text).toContain(m.asOf);
      expect(text).toContain(m.boundaryNote);
      expect(text).toContain(m.tableTitle);
      expect(text).toContain(`${PLAN_TOTAL} / ${PLAN_TOTAL}`);
    },
  );

  it("carries the band exactly when something invented is loaded", () => {
    const m = messagesFor("vi").explore;
    expect(page()).toContain(m.bandBold);
    const official: ExploreData = {
      ...data,
      register: {
        ...data.register,
        sources: data.register.sources.filter(({ kind }) => kind !== "illustrative"),
      },
    };
    expect(page({}, "vi", official)).not.toContain(m.bandBold);
  });

  it("adds up: works on the map + in the tray = in the register", () => {
    const [, onMap, waiting, total] = /(\d+) trên bản đồ \+ (\d+) = (\d+)/.exec(textOf(page())) ?? [];
    expect(Number(onMap) + Number(waiting)).toBe(Number(total));
    expect(Number(total)).toBe(data.register.works.length);
  });

  it("can be read by every indicator, in both languages", () => {
    for (const { id } of INDICATORS) {
      for (const locale of LOCALES) {
        const text = textOf(page({ indicator: id }, locale));
        expect(text).toMatch(/= 99/);
        expect(text).not.toMatch(/undefined|NaN|\[object/);
      }
    }
  });

  it("leads on without scripts: names in the short table are links that keep the view", () => {
    expect(page({ indicator: "poverty" })).toMatch(/href="\?i=poverty&amp;c=\d{5}"/);
  });
});

describe("the panels", () => {
  it("tell An Lạc's target as its plan does: 13,81 is where the stated pace ends, more than 2,26 are needed", async () => {
    const text = textOf(await wholePage(select("commune", "07654")));
    expect(text).toContain("Xã An Lạc");
    expect(text).toContain("134,15");
    expect(text).toContain("8.331");
    expect(text).toMatch(/21,31\s% → dưới 10\s% năm 2030/);
    expect(text).toMatch(/13,81\s%/);
    expect(text).toContain("cần trên 2,26 điểm/năm");
  });

  it("name source and kind of every fact that is opened", async () => {
    const html = await wholePage(select("commune", "07654"));
    const cards = html.match(/<details class="provenance/g) ?? [];
    expect(cards.length).toBeGreaterThan(4);
    expect(html).not.toContain(messagesFor("vi").explore.noSource);
  });

  it("open for every commune, work, village and zone, in both languages", async () => {
    const { communes, works, villages, hazardZones } = data.register;
    const subjects: Partial<ViewState>[] = [
      ...communes.map(({ code }) => select("commune", code)),
      ...works.map(({ workId }) => select("work", workId)),
      ...villages.slice(0, 40).map(({ villageId }) => select("village", villageId)),
      ...hazardZones.slice(0, 10).map(({ zoneId }) => select("zone", zoneId)),
    ];
    for (const [index, view] of subjects.entries()) {
      const text = textOf(
        await wholePage({ ...view, layers: [] }, index % 2 === 0 ? "vi" : "en", withoutMap()),
      );
      expect(text).not.toMatch(/undefined|NaN|\[object/);
    }
  }, 120_000);

  it("fall back to the overview for an id that is not there", () => {
    expect(textOf(page(select("work", "no-such-work")))).toContain(messagesFor("vi").explore.tableTitle);
  });

  it("never write a late work without its days", async () => {
    for (const { workId } of data.register.works.slice(0, 30)) {
      const text = textOf(await wholePage({ ...select("work", workId), layers: [] }, "vi", withoutMap()));
      const [, days] = /(?:khởi công|hoàn thành) trễ (\S+) ngày/.exec(text) ?? [];
      if (days !== undefined) expect(Number(days)).toBeGreaterThan(0);
    }
  }, 60_000);
});

describe("a page with parts of its data missing", { timeout: 60_000 }, () => {
  it.each([
    ["works", { works: [] }],
    ["sources", { sources: [] }],
    ["reports", { workReports: [], workPlans: [] }],
    ["hazard", { hazardZones: [], hazardAssessed: [], hazardShares: [] }],
    ["poverty", { poverty: [] }],
    ["communes", { communes: [] }],
  ])("still stands without %s", (_what, gone) => {
    const text = textOf(
      page(select("commune", "07654"), "vi", { ...data, register: { ...data.register, ...gone } }),
    );
    expect(text).toContain(messagesFor("vi").explore.title);
  });

  it("says that the map cannot be drawn without boundaries, and keeps the tables", () => {
    const text = textOf(page({}, "vi", { ...data, geometry: { ...data.geometry, boundaries: null } }));
    expect(text).toContain(messagesFor("vi").explore.noBoundaries);
    expect(text).toContain(messagesFor("vi").explore.tableTitle);
  });

  it("stands without manifest, class breaks, site, locator and surroundings", () => {
    const bare: ExploreData = {
      ...data,
      manifest: null,
      site: null,
      classBreaks: [],
      geometry: { ...data.geometry, locator: null, surroundings: null, reference: null, relief: null },
    };
    expect(textOf(page({}, "en", bare))).toContain(messagesFor("en").explore.title);
  });
});

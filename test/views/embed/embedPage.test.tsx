import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { formatDate, formatNumber } from "@/i18n/format";
import { LOCALES, type Locale } from "@/i18n/locale";
import { messagesFor } from "@/i18n/messages";
import { embedMessages } from "@/i18n/messages/embed";
import { INDICATORS } from "@/indicators";
import { DEFAULT_EMBED_VIEW, type PublishedView, slugOf } from "@/state/embedView";
import { type EmbedLinks, EmbedPage } from "@/views/embed/EmbedPage";
import { type EmbedData, type EmbedModel, embedModel, sourcesText } from "@/views/embed/embedModel";
import { officialEmbed, shippedEmbed, viewsOf } from "./shipped";

const data = await shippedEmbed();
const official = await officialEmbed();
const LINKS: EmbedLinks = {
  toPages: "../../",
  csv: "so-lieu.csv",
  mapScript: "../../assets/embedMap.js",
  toRoot: "../../",
};
const drawn = (
  view: PublishedView,
  locale: Locale,
  from: EmbedData = data,
  links: Partial<EmbedLinks> = {},
) => {
  const model = embedModel(from, { ...DEFAULT_EMBED_VIEW, ...view }, locale);
  return { model, html: renderToStaticMarkup(<EmbedPage model={model} links={{ ...LINKS, ...links }} />) };
};
/** Text as read: tags gone, entities resolved. */
const textOf = (html: string) =>
  html
    .replace(/<[^>]+>/g, " ")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&amp;", "&")
    .replace(/[ \n]+/g, " ");

/** Whether anything the page says rests on a made-up source, counted from the rows and not by the page. */
function restsOnMadeUp(
  { snapshot, indicator, communes, commune, isProgramme }: EmbedModel,
  from: EmbedData,
): boolean {
  const madeUp = new Set(
    from.register.sources.filter(({ kind }) => kind === "illustrative").map(({ sourceId }) => sourceId),
  );
  const ids =
    commune === null
      ? communes.flatMap(({ code }) => indicator.measure(snapshot, code).sourceIds)
      : [
          ...INDICATORS.flatMap(({ measure }) => measure(snapshot, commune.code).sourceIds),
          ...from.register.works.map(({ sourceId }) => sourceId),
          ...from.register.hazardZones.map(({ sourceId }) => sourceId),
          ...from.register.hazardAssessed.map(({ sourceId }) => sourceId),
        ];
  const list = isProgramme ? from.register.communeStatuses.map(({ sourceId }) => sourceId) : [];
  return [...ids, ...list].some((id) => madeUp.has(id));
}

/** What is wrong with a page, in words; empty: nothing. */
function problemsOf(view: PublishedView, locale: Locale, from: EmbedData): string[] {
  const { model, html } = drawn(view, locale, from);
  const m = embedMessages[locale];
  const text = textOf(html);
  const problems: string[] = [];
  const demand = (what: string, holds: boolean) => {
    if (!holds) problems.push(`${slugOf(view)} (${locale}): ${what}`);
  };
  const says = (what: string, sentence: string) =>
    demand(`${what}: ${sentence}`, sentence !== "" && text.includes(sentence.replace(/[ \n]+/g, " ")));

  demand("one heading", html.match(/<h1>/g)?.length === 1 && html.includes("<h1>"));
  says("title", model.title);
  says("subtitle", model.subtitle);
  says("day", formatDate(locale, model.asOf));
  says("boundaries", m.boundaryNote);
  says("sources", sourcesText(model));
  says("release", m.releaseLive(model.release ?? "none"));
  says("sum", model.scene.legend.sum);
  demand(
    "sum of its communes",
    model.scene.legend.sum.endsWith(
      `= ${formatNumber(locale, view.place === "19" && model.isProgramme ? 19 : 99)}`,
    ),
  );
  says("breaks", model.scene.legend.breaksNote);
  for (const { label, count } of model.scene.legend.blanks) if (count > 0) says("blank", label);

  const isMadeUp = restsOnMadeUp(model, from);
  demand("kind of its sources", isMadeUp === (model.kind === "illustrative"));
  demand("badge", isMadeUp === html.includes(`<span class="embed__kind">${m.madeUp}</span>`));
  demand("band", isMadeUp === text.includes(`${m.band} ${m.bandRest}`));
  if (isMadeUp) demand("band's ground", html.includes("embed__foot--made-up"));
  else {
    says("kind", m.kind(messagesFor(locale).domain[`kind.${model.kind}`]));
    demand("nothing made up is spoken of", !/minh họa|illustrative/i.test(text));
  }

  demand("no missing text", !/undefined|NaN|\[object|Infinity|\bnull\b/.test(html));
  demand("no function for a text", !/=&gt;|=>|\$\{/.test(text));
  demand("no style attribute", !/\sstyle=/.test(html));
  demand("no handler", !/<[^>]+\son[a-z]+=/.test(html));
  demand("NFC", html.normalize("NFC") === html);
  const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
  demand("ids once each", new Set(ids).size === ids.length);
  const used = [...html.matchAll(/(?:href="#|url\(#)([^")]+)/g)].map(([, id]) => id);
  demand(
    "what is referred to exists",
    used.every((id) => ids.includes(id)),
  );
  const links = [...html.matchAll(/<a ([^>]*)>/g)].map(([, attributes = ""]) => attributes);
  demand(
    "links open beside the host page and tell it nothing",
    links.every(
      (one) => (/target="_blank"/.test(one) && /rel="noopener"/.test(one)) || /download=""/.test(one),
    ),
  );
  demand(
    "links stay on the site",
    links.every((one) =>
      /href="(\.\.\/\.\.\/(xa\/\d{5}\/|cong-trinh\/[^"/]+\/)?(\?[^"]*)?|so-lieu\.csv)"/.test(one),
    ),
  );
  demand("no script, frame or file of its own", !/<(script|iframe|img|image|link|object)\b/.test(html));
  return problems;
}

describe("what every embedded map says of itself", { timeout: 120_000 }, () => {
  it.each(LOCALES)("stands on every published page of the shipped data (%s)", (locale) => {
    const views = viewsOf(data);
    expect(views).toHaveLength(119);
    expect(views.flatMap((view) => problemsOf(view, locale, data))).toEqual([]);
  });

  it("stands on those of the official pack, where nothing is made up", () => {
    const views = viewsOf(official).filter(({ indicator }, index) => indicator !== null || index % 9 === 0);
    expect(views.length).toBeGreaterThan(25);
    for (const locale of LOCALES)
      expect(views.flatMap((view) => problemsOf(view, locale, official))).toEqual([]);
    for (const view of views)
      expect(drawn(view, "vi", official).model.kind, slugOf(view)).not.toBe("illustrative");
  });

  it("is checked by rules that see what is missing", () => {
    const poverty = { place: "province", indicator: "poverty" } as const;
    expect(problemsOf(poverty, "vi", { ...data, manifest: null }).join()).toContain("release");
    const without = { ...data, register: { ...data.register, sources: [] } };
    expect(problemsOf(poverty, "vi", without).join()).toMatch(/sources/);
    const [first, ...rest] = data.register.sources;
    const planted = {
      ...data,
      register: { ...data.register, sources: [{ ...first!, title: "Cafe\u0301" }, ...rest] },
    };
    const density = { place: "province", indicator: "population-density" } as const;
    const own = [
      {
        ...data.register.sources.find(({ sourceId }) => sourceId === "SRC-COMMUNES")!,
        title: "Cafe\u0301 undefined",
      },
    ];
    expect(problemsOf(density, "vi", planted)).toEqual([]);
    expect(
      problemsOf(density, "vi", { ...data, register: { ...data.register, sources: own } }).join(),
    ).toMatch(/no missing text.*NFC/);
  });
});

const PROVINCE = { place: "province", indicator: "physical-progress" } as const;
const AN_LAC = data.register.communes.find(({ name }) => name === "An Lạc")!.code;

describe("the page", () => {
  it("is the same on every machine: nothing of it depends on the clock", () => {
    expect(drawn(PROVINCE, "vi").html).toBe(drawn(PROVINCE, "vi").html);
  });

  it("carries what its script needs: the view in the form of an address, and ways to site and map", () => {
    const { html } = drawn(PROVINCE, "vi");
    expect(html).toMatch(
      /<main class="embed" data-view="\?i=physical-progress" data-root="\.\.\/\.\.\/" data-map="\.\.\/\.\.\/assets\/embedMap\.js">/,
    );
    expect(drawn(PROVINCE, "vi", data, { mapScript: null }).html).not.toContain("data-map");
    expect(html.match(/<tr data-id="\d{5}" data-at="-?\d+ -?\d+"/g)).toHaveLength(99);
    // The axis: extent, width, where a marker stands and where its text.
    const [, axis = ""] = /data-axis="([^"]+)"/.exec(html) ?? [];
    const [low, high, ...rest] = axis.split(" ").map(Number);
    expect([low, high]).toEqual(drawn(PROVINCE, "vi").model.scene.legend.extent);
    expect(rest).toHaveLength(3);
    expect(rest.every((value) => value > 0)).toBe(true);
  });

  it("offers a file only where there is one", () => {
    expect(drawn(PROVINCE, "vi").html).toContain('<a href="so-lieu.csv" download="" data-file="">');
    expect(drawn(PROVINCE, "vi", data, { csv: null }).html).not.toContain("data-file");
  });

  it("leads to the map of the same indicator, and a commune's to its dossier too", () => {
    expect(drawn(PROVINCE, "vi").html).toContain('href="../../?i=physical-progress"');
    const { html } = drawn({ place: AN_LAC, indicator: null }, "vi");
    expect(html).toContain(`href="../../xa/${AN_LAC}/"`);
    expect(html).toContain(`href="../../?i=physical-progress&amp;c=${AN_LAC}"`);
    const { model } = drawn(PROVINCE, "vi");
    const early = embedModel(data, { ...model.view, asOf: data.manifest!.recordingDates[2] as never }, "vi");
    expect(renderToStaticMarkup(<EmbedPage model={early} links={LINKS} />)).toContain("&amp;d=2026-12-31");
  });

  it("says what is missing where it is missed", () => {
    const { model, html } = drawn(PROVINCE, "vi");
    expect(html).not.toContain('role="status"');
    expect(renderToStaticMarkup(<EmbedPage model={model} links={LINKS} notice="Thiếu works.json" />)).toMatch(
      /<p class="embed__notice" role="status">\s*Thiếu works\.json<\/p>/,
    );
  });

  it("of a commune has a row for every work with number, sector, stage, progress and state", () => {
    for (const locale of LOCALES) {
      const { model, html } = drawn({ place: AN_LAC, indicator: null }, locale);
      const body = /<table data-rows="work">.*?<tbody>(.*?)<\/tbody>/s.exec(html)?.[1] ?? "";
      const rows = [...body.matchAll(/<tr data-id="([^"]+)">(.*?)<\/tr>/gs)];
      expect(rows.map(([, id]) => id)).toEqual(model.works.map(({ work }) => work.workId));
      for (const [index, [, , cells = ""]] of rows.entries()) {
        const texts = [...cells.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, text = ""]) =>
          textOf(text).trim(),
        );
        expect(texts).toHaveLength(6);
        expect(texts[0]).toBe(String(index + 1));
        expect(texts[1]).toContain(model.works[index]!.work.name);
        for (const text of texts) expect(text).not.toBe("");
      }
    }
  });

  it("of a commune marks what is late, and says of what it does not draw that it does not", () => {
    let late = 0;
    let unplaced = 0;
    for (const { code } of data.register.communes) {
      const model = embedModel(data, { ...DEFAULT_EMBED_VIEW, place: code }, "vi");
      if (model.works.length === 0) continue;
      const html = renderToStaticMarkup(<EmbedPage model={model} links={LINKS} />);
      const own = model.works.filter(({ lateness }) => lateness.answer === "yes").length;
      const without = model.works.filter(
        ({ work }) => work.locationClass === "commune" || work.locationClass === "unknown",
      ).length;
      expect(html.split('<td class="late">').length - 1).toBe(own);
      expect(html.split(embedMessages.vi.communeOnly).length - 1).toBe(without);
      late += own;
      unplaced += without;
    }
    expect(late).toBeGreaterThan(0);
    expect(unplaced).toBeGreaterThan(0);
  });

  it("opens the one table that fits: works when few, facts when there are none", () => {
    const some = data.register.communes.filter(
      ({ code }, index) =>
        index % 12 === 0 || data.register.works.some(({ communeCodes }) => communeCodes.includes(code)),
    );
    for (const { code } of some) {
      const { model, html } = drawn({ place: code, indicator: null }, "vi");
      const opened = [...html.matchAll(/<details class="embed__table"( open="")?>/g)].map(
        ([, open]) => open !== undefined,
      );
      const count = model.works.length;
      expect(opened, model.title).toEqual(count === 0 ? [true] : [count <= 4, false]);
    }
  }, 60_000);

  it("shows a commune's indicators as the map page puts them", () => {
    const { model, html } = drawn({ place: AN_LAC, indicator: null }, "vi");
    for (const { label } of INDICATORS) expect(textOf(html)).toContain(messagesFor("vi").indicators[label]);
    const row = /<th scope="row">Mật độ dân số<\/th><td>([^<]+)</.exec(html)?.[1];
    const density = model.snapshot.register.communes.find(({ code }) => code === AN_LAC)!;
    expect(row).toContain(formatNumber("vi", density.population! / density.areaKm2!));
  });

  it("without shapes still has every number", () => {
    const { html } = drawn(PROVINCE, "vi", { ...data, boundaries: null, surroundings: null, locator: null });
    expect(html.match(/<tr data-id=/g)).toHaveLength(99);
    expect(html).toContain("= 99");
    expect(drawn({ place: AN_LAC, indicator: null }, "vi", { ...data, boundaries: null }).html).toContain(
      "An Lạc",
    );
  });
});

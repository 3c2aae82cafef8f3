import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { loadMapData } from "@/datasets";
import { addDays, isoDate } from "@/domain/date";
import { releaseOf } from "@/domain/release";
import { toCsv } from "@/exports/csv";
import { formatDate } from "@/i18n/format";
import { LOCALES, type Locale } from "@/i18n/locale";
import { messagesFor } from "@/i18n/messages";
import { embedMessages } from "@/i18n/messages/embed";
import { INDICATORS } from "@/indicators";
import { projector } from "@/scene/camera";
import { RENDERER_VERSION } from "@/scene/rendererVersion";
import type { MapScene } from "@/scene/scene";
import { DEFAULT_EMBED_VIEW, type EmbedView } from "@/state/embedView";
import { DEFAULT_VIEW } from "@/state/params";
import { EmbedPage } from "@/views/embed/EmbedPage";
import {
  type EmbedData,
  embedModel,
  knownToEmbed,
  MAP_SHARE,
  namePlace,
  sourcesText,
} from "@/views/embed/embedModel";
import { embedTable } from "@/views/embed/embedTable";
import { useExploreModel } from "@/views/explore/model";
import { code } from "../../fixtures/register";
import { disk, officialEmbed, shippedEmbed } from "./shipped";

const data = await shippedEmbed();
const official = await officialEmbed();
const whole = await loadMapData(disk);

const AN_LAC = code("07654");
const WARD = code("07210");
const modelOf = (view: Partial<EmbedView> = {}, locale: Locale = "vi", from: EmbedData = data) =>
  embedModel(from, { ...DEFAULT_EMBED_VIEW, ...view }, locale);

/** The scene the map page draws for an indicator, by the map page's own code. */
function mapPageScene(indicator: string, locale: Locale): MapScene {
  let scene: MapScene | undefined;
  const Probe = () => {
    ({ scene } = useExploreModel(whole, { ...DEFAULT_VIEW, indicator }, locale));
    return null;
  };
  renderToStaticMarkup(<Probe />);
  if (scene === undefined) throw new Error("the map page has no scene");
  return scene;
}

/** Text of markup, tags and entities gone. */
const textOf = (html: string) =>
  html
    .replace(/<[^>]+>/g, "")
    .replaceAll("&amp;", "&")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">");

/** Rows of the table of an embedded page as a reader sees them, with the number behind each. */
function pageRows(view: Partial<EmbedView>, locale: Locale) {
  const html = renderToStaticMarkup(
    <EmbedPage
      model={modelOf(view, locale)}
      links={{ toPages: "../../", csv: "so-lieu.csv", mapScript: null, toRoot: "../../" }}
    />,
  );
  const body = /<table data-rows="commune">.*?<tbody>(.*?)<\/tbody>/s.exec(html)?.[1] ?? "";
  return [...body.matchAll(/<tr (.*?)>(.*?)<\/tr>/gs)].map(([, attributes = "", cells = ""]) => ({
    code: /data-id="(\d{5})"/.exec(attributes)?.[1],
    number: /data-v="([^"]+)"/.exec(attributes)?.[1] ?? null,
    cells: [...cells.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, text = ""]) => textOf(text)),
  }));
}

/** Lines of a CSV without quotes inside its cells. */
const csvRows = (text: string) =>
  text
    .replace(/^\uFEFF/, "")
    .split("\r\n")
    .map((line) =>
      [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell = ""]) =>
        cell.replace(/^"|"$/g, "").replaceAll('""', '"'),
      ),
    );

describe("the numbers of an embedded map", () => {
  it.each(INDICATORS.map(({ id }) => id))("of %s are those of the map page, and of its CSV", (indicator) => {
    for (const locale of LOCALES) {
      const own = mapPageScene(indicator, locale).table;
      expect(own).toHaveLength(99);
      for (const place of ["province", "19"] as const) {
        const model = modelOf({ indicator, place }, locale);
        const shown = new Set(model.communes.map((commune) => commune.code));
        const expected = own.filter((row) => shown.has(row.code));
        expect(expected).toHaveLength(place === "19" ? 19 : 99);
        expect(model.scene.table).toEqual(expected);

        const rows = pageRows({ indicator, place }, locale);
        expect(rows.map((row) => row.code)).toEqual(expected.map((row) => row.code));
        for (const [index, row] of rows.entries()) {
          const { name, value, className, number } = expected[index]!;
          expect(row.cells.slice(0, 3)).toEqual([name, value, className]);
          expect(row.number).toBe(number === null ? null : String(number));
        }

        const { table, metadata } = embedTable(model, "https://ban-do.example/nhung/x/");
        const [, ...lines] = csvRows(toCsv(table, metadata, ","));
        for (const [index, row] of expected.entries())
          expect(lines[index]?.slice(0, 5)).toEqual([
            row.code,
            row.name,
            row.number === null ? "" : String(row.number),
            row.className,
            row.value,
          ]);
        expect(lines[expected.length]).toEqual([""]);
      }
    }
  });

  it("are blank where nothing is known: an empty cell with its reason, never 0", () => {
    const model = modelOf({ indicator: "physical-progress" });
    const { table } = embedTable(model, "");
    const blanks = table.rows.filter(({ cells }) => cells[2] === null);
    expect(blanks).toHaveLength(
      99 -
        model.snapshot.register.communes.filter(
          ({ code: own }) => model.indicator.measure(model.snapshot, own).kind === "value",
        ).length,
    );
    expect(blanks.length).toBeGreaterThan(79);
    for (const { cells, blanks: reasons } of blanks) {
      expect(cells[3]).toBeNull();
      expect(reasons.value).toBe(cells[4]);
      expect(String(cells[4]).length).toBeGreaterThan(3);
    }
    expect(table.rows.filter(({ cells }) => cells[2] === 0).every(({ cells }) => cells[4] !== "")).toBe(true);
  });

  it("travel with title, day, kind, sources, release and the page's address", () => {
    const { table, metadata } = embedTable(
      modelOf({ indicator: "poverty", place: "19" }),
      "https://a.example/nhung/poverty-19/",
    );
    const said = metadata.pairs.map(([, value]) => value);
    expect(table.title).toBe("19 xã đặc biệt khó khăn: Nghèo đa chiều");
    for (const text of [
      table.title,
      formatDate("vi", isoDate("2028-09-30")),
      "https://a.example/nhung/poverty-19/",
      releaseOf(data.manifest)!,
    ])
      expect(said).toContain(text);
    expect(said).toContain(messagesFor("vi").domain["kind.illustrative"]);
    expect(said.some((value) => value.includes("minh họa ("))).toBe(true);
  });
});

describe("the map of the 19", () => {
  const model = modelOf({ indicator: "physical-progress", place: "19" });

  it("shows the communes of the list and no other", () => {
    const listed = data.register.communeStatuses.map(({ communeCode }) => communeCode).toSorted();
    expect(listed).toHaveLength(19);
    expect(model.communes.map((commune) => commune.code).toSorted()).toEqual(listed);
    expect(model.isProgramme).toBe(true);
    expect(model.lacksList).toBe(false);
    expect(model.title).toBe("19 xã đặc biệt khó khăn: Tiến độ khối lượng");
    expect(model.subtitle).toContain("19 xã, phường");
  });

  it.each(INDICATORS.map(({ id }) => id))("adds up to 19 by %s", (indicator) => {
    for (const locale of LOCALES) {
      const { legend } = modelOf({ indicator, place: "19" }, locale).scene;
      expect(legend.sum).toMatch(/= 19$/);
      const counted =
        legend.classes.reduce((sum, { count }) => sum + count, 0) +
        legend.blanks.reduce((sum, { count }) => sum + count, 0);
      expect(counted).toBe(19);
      expect(modelOf({ indicator }, locale).scene.legend.sum).toMatch(/= 99$/);
    }
  });

  it("keeps the classes of the province, so that a colour means the same on both", () => {
    for (const { id } of INDICATORS) {
      const [one, all] = [modelOf({ indicator: id, place: "19" }), modelOf({ indicator: id })];
      expect(one.scene.legend.extent).toEqual(all.scene.legend.extent);
      expect(one.scene.legend.classes.map(({ from, to, color }) => [from, to, color])).toEqual(
        all.scene.legend.classes.map(({ from, to, color }) => [from, to, color]),
      );
    }
  });

  it("rests on whoever said which they are: a made-up list makes even official numbers illustrative", () => {
    const density = modelOf({ indicator: "population-density", place: "19" });
    expect(modelOf({ indicator: "population-density" }).kind).toBe("official");
    expect(density.scene.kind).toBe("official");
    expect(density.kind).toBe("illustrative");
    const list = data.register.sources.find(
      ({ sourceId }) => sourceId === data.register.communeStatuses[0]?.sourceId,
    );
    expect(sourcesText(density)).toContain(list?.title);
    const { table, metadata } = embedTable(density, "");
    expect(table.rows.map(({ kind }) => kind)).toEqual(Array(19).fill("illustrative"));
    expect(metadata.pairs.map(([, value]) => value).join(" ")).toContain(list?.title);
    // Were the list published, the same map would be a fact.
    const published = modelOf({ indicator: "population-density", place: "19" }, "vi", {
      ...data,
      register: {
        ...data.register,
        communeStatuses: data.register.communeStatuses.map((status) => ({
          ...status,
          sourceId: "SRC-COMMUNES",
        })),
      },
    });
    expect(published.kind).toBe("official");
  });

  it("without a published list shows the province, and says so", () => {
    expect(official.register.communeStatuses).toEqual([]);
    for (const locale of LOCALES) {
      const without = modelOf({ indicator: "population-density", place: "19" }, locale, official);
      expect(without.lacksList).toBe(true);
      expect(without.isProgramme).toBe(false);
      expect(without.communes).toHaveLength(99);
      expect(without.scene.legend.sum).toMatch(/= 99$/);
      expect(without.title).toBe(
        messagesFor(locale).scene.mapTitle(messagesFor(locale).indicators["density.label"]),
      );
      const html = renderToStaticMarkup(
        <EmbedPage model={without} links={{ toPages: "", csv: null, mapScript: null, toRoot: "" }} />,
      );
      expect(html).toContain(embedMessages[locale].lacksList);
      expect(html).toContain('role="status"');
    }
    expect(modelOf({ place: "province" }, "vi", official).lacksList).toBe(false);
  });
});

describe("the map of a commune", () => {
  it("with works shows and numbers every one of them, once", () => {
    const model = modelOf({ place: AN_LAC });
    const own = data.register.works.filter(({ communeCodes }) => communeCodes.includes(AN_LAC));
    expect(own.length).toBeGreaterThan(10);
    expect(model.works.map(({ work }) => work.workId).toSorted()).toEqual(
      own.map(({ workId }) => workId).toSorted(),
    );
    expect(model.works.map(({ work }) => model.numbers.get(work.workId))).toEqual(
      own.map((_, index) => index + 1),
    );
    expect(model.indicator.id).toBe("physical-progress");
    expect(model.title).toBe("Xã An Lạc: công trình Chương trình 22");
    expect(model.subtitle).toContain(`${own.length} công trình`);
    expect(modelOf({ place: AN_LAC }, "en").subtitle).toContain(`${own.length} works`);
  });

  it("lets the signs of its own works be chosen, and no other thing", () => {
    const model = modelOf({ place: AN_LAC });
    const subjects = model.scene.planes
      .filter(({ id }) => id !== "communes")
      .flatMap(({ marks }) => marks.flatMap(({ subject }) => (subject === null ? [] : [subject])));
    const own = new Set(model.works.map(({ work }) => work.workId));
    expect(subjects.length).toBeGreaterThan(5);
    for (const subject of subjects) expect([subject.type, own.has(subject.id)]).toEqual(["work", true]);
  });

  it("without works says so, and shows what is known of it", () => {
    const model = modelOf({ place: WARD });
    expect(model.works).toEqual([]);
    expect(model.indicator.id).toBe("population-density");
    expect(model.title).toBe(
      `${model.commune?.unit === "ward" ? "Phường" : "Xã"} ${model.commune?.name}: chưa có công trình trong danh mục`,
    );
    const html = renderToStaticMarkup(
      <EmbedPage model={model} links={{ toPages: "", csv: null, mapScript: null, toRoot: "" }} />,
    );
    expect(html).toContain(embedMessages.vi.noWorks);
    expect(html).not.toContain('data-rows="work"');
  });

  it("names the sources of every number it shows, also of those in the table below", () => {
    for (const place of [AN_LAC, WARD]) {
      const model = modelOf({ place });
      const shown = new Set([
        ...INDICATORS.flatMap(({ measure }) => measure(model.snapshot, place).sourceIds),
        ...model.works.flatMap(({ work, plan, report }) =>
          [work, plan, report].flatMap((row) => row?.sourceId ?? []),
        ),
        model.communes[0]!.sourceId,
      ]);
      const [, more] = /và (\d+) nguồn khác/.exec(sourcesText(model)) ?? [];
      expect(shown.size, place).toBe(Number(more ?? 0) + Math.min(3, shown.size));
    }
  });

  it("names the source of a plan apart from that of its report", () => {
    const own = modelOf({ place: AN_LAC }).works.find(({ plan }) => plan !== null)?.work.workId;
    const changed = modelOf({ place: AN_LAC }, "vi", {
      ...data,
      register: {
        ...data.register,
        sources: data.register.sources.map((source) =>
          source.sourceId === "SRC-RELIEF"
            ? { ...source, kind: "published", title: "Quyết định thử" }
            : source,
        ),
        workPlans: data.register.workPlans.map((plan) =>
          plan.workId === own ? { ...plan, sourceId: "SRC-RELIEF" } : plan,
        ),
      },
    });
    const more = (text: string) => Number(/và (\d+) nguồn khác/.exec(text)?.[1] ?? 0);
    expect(more(sourcesText(changed))).toBe(more(sourcesText(modelOf({ place: AN_LAC }))) + 1);
  });

  it("is the province's when there is no such commune", () => {
    expect(modelOf({ place: code("99999") })).toMatchObject({ commune: null, lacksList: false });
  });
});

describe("the day", () => {
  it("is the data's own unless a link names one, and everything follows it", () => {
    expect(modelOf().asOf).toBe(data.manifest?.defaultAsOf);
    const early = modelOf({ indicator: "physical-progress", asOf: isoDate("2027-06-30") });
    expect(early.asOf).toBe("2027-06-30");
    expect(early.subtitle).toMatch(/số liệu chốt 30\/0?6\/2027$/);
    expect(early.scene.table).not.toEqual(modelOf({ indicator: "physical-progress" }).scene.table);
    expect(modelOf({ asOf: isoDate("2027-06-30"), place: AN_LAC }).subtitle).toMatch(/30\/0?6\/2027$/);
  });
  it("may be any from the first recording on, some years beyond the last", () => {
    const known = knownToEmbed(data);
    const recorded = data.manifest?.recordingDates ?? [];
    expect(known.days).toEqual([recorded[0], addDays(isoDate(recorded.at(-1)!), 3650)]);
    expect(knownToEmbed({ ...data, manifest: null }).days).toBeNull();
  });
  it("without a manifest is still a day", () => {
    const model = modelOf({}, "vi", { ...data, manifest: null });
    expect(model.asOf).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(model.release).toBeNull();
  });
});

describe("what a link may name", () => {
  it("are indicators, communes and layers that can be switched", () => {
    const known = knownToEmbed(data);
    expect(INDICATORS.every(({ id }) => known.indicator(id))).toBe(true);
    expect(known.indicator("constructor")).toBe(false);
    expect(data.register.communes.every((commune) => known.commune(commune.code))).toBe(true);
    expect(known.commune(code("00001"))).toBe(false);
    expect(["works", "hazard", "labels", "status"].map(known.layer)).toEqual([true, true, true, true]);
    expect(["communes", "", "toString"].map(known.layer)).toEqual([false, false, false]);
  });
  it("layers replace those by default, none included", () => {
    const on = (view: Partial<EmbedView>) =>
      modelOf(view)
        .scene.layerLegends.filter((layer) => layer.on)
        .map(({ layer }) => layer)
        .toSorted();
    expect(on({})).toEqual(["labels"]);
    expect(on({ place: AN_LAC })).toEqual(["hazard", "labels", "unassessed", "works"]);
    expect(on({ layers: ["works", "status"] })).toEqual(["status", "works"]);
    expect(on({ layers: [], place: AN_LAC })).toEqual([]);
  });
  it("a commune picked out is outlined, and the legend marks its value", () => {
    const model = modelOf({ indicator: "poverty", selected: AN_LAC });
    const selection = model.scene.planes.find(({ id }) => id === "selection");
    expect(selection?.marks.length).toBeGreaterThan(0);
    expect(
      modelOf({ indicator: "poverty" }).scene.planes.find(({ id }) => id === "selection")?.marks ?? [],
    ).toEqual([]);
    const html = renderToStaticMarkup(
      <EmbedPage model={model} links={{ toPages: "", csv: null, mapScript: null, toRoot: "" }} />,
    );
    expect(html).toContain("axis__selected");
    expect(html).toContain(`&amp;c=${AN_LAC}`);
    expect(html).toMatch(/data-view="\?i=poverty&amp;c=07654"/);
  });
  it("a frozen release is said to be frozen only when these are its figures", () => {
    const release = releaseOf(data.manifest)!;
    const html = (view: Partial<EmbedView>) =>
      renderToStaticMarkup(
        <EmbedPage model={modelOf(view)} links={{ toPages: "", csv: null, mapScript: null, toRoot: "" }} />,
      );
    expect(html({ release })).toContain(embedMessages.vi.releaseFrozen(release, RENDERER_VERSION));
    for (const view of [{}, { release: "0123456789ab" }])
      expect(html(view)).toContain(embedMessages.vi.releaseLive(release));
  });
});

describe("the drawing", () => {
  it("has every commune shown inside it, left of where the inset stands", () => {
    for (const place of ["province", "19"] as const) {
      const { communes, camera, size } = modelOf({ place, indicator: "poverty" });
      const project = projector(camera, size.width, size.height);
      for (const { bbox, name } of communes) {
        const [[west, south], [east, north]] = [project([bbox[0], bbox[1]]), project([bbox[2], bbox[3]])];
        expect(west, name).toBeGreaterThanOrEqual(0);
        expect(north, name).toBeGreaterThanOrEqual(0);
        expect(south, name).toBeLessThanOrEqual(size.height);
        expect(east, name).toBeLessThanOrEqual(size.width * MAP_SHARE + 1);
      }
    }
  });
  it("has a commune's whole shape inside it", () => {
    for (const { code: place, bbox, name } of data.register.communes) {
      const { camera, size } = modelOf({ place });
      const project = projector(camera, size.width, size.height);
      const [x0, y1] = project([bbox[0], bbox[1]]);
      const [x1, y0] = project([bbox[2], bbox[3]]);
      expect(Math.min(x0, y0), name).toBeGreaterThan(0);
      expect(x1, name).toBeLessThan(size.width);
      expect(y1, name).toBeLessThan(size.height);
    }
  });
  it("keeps names on whole units, at the commune's own place", () => {
    const model = modelOf({ indicator: "poverty" });
    const project = projector(model.camera, model.size.width, model.size.height);
    for (const commune of model.communes) {
      const [x, y] = namePlace(model, commune).split(" ").map(Number);
      const [px, py] = project(commune.labelPoint);
      expect(Math.hypot(x! - px, y! - py)).toBeLessThan(0.75);
      expect(Number.isInteger(x) && Number.isInteger(y)).toBe(true);
    }
  });
});

import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { isoDate } from "@/domain/date";
import { toCsv } from "@/exports/csv";
import { LOCALES } from "@/i18n/locale";
import { messagesFor } from "@/i18n/messages";
import { compareRankingMessages } from "@/i18n/messages/compareRanking";
import { INDICATORS } from "@/indicators";
import { classesOf } from "@/indicators/classBreaks";
import { buildMapScene } from "@/scene/buildScene";
import { type CompareView, DEFAULT_COMPARE_VIEW, PEER_GROUPS, type Peers } from "@/state/compareView";
import { comparisonOf } from "@/views/compare/comparison";
import { type Comparison, ComparisonProvider, NO_TROUBLE } from "@/views/compare/context";
import { placeOnMap } from "@/views/compare/maps/CommuneMap";
import { frameOf, sheetOf } from "@/views/compare/maps/mapSheet";
import {
  isOfWorks,
  multiplesByPeriod,
  multiplesBySector,
  tallyOf,
} from "@/views/compare/multiples/multiples";
import { SmallMultiples } from "@/views/compare/multiples/SmallMultiples";
import { Ranking } from "@/views/compare/ranking/Ranking";
import { bandsOf, rankingOf } from "@/views/compare/ranking/rankingRows";
import { rankingMetadata, rankingTable } from "@/views/compare/ranking/rankingTable";
import { rankOf, valueText } from "@/views/explore/valueText";
import { PageFrame } from "@/views/page/PageFrame";
import { readingPage } from "@/views/page/readingPage";
import { shippedData } from "./shipped";

const data = await shippedData();
const DAYS = ["2026-12-31", "2027-12-31", "2028-09-30"].map(isoDate);
const PEERS: readonly Peers[] = [...PEER_GROUPS, "07654" as Peers];

const comparisonFor = (view: Partial<CompareView>): Comparison =>
  comparisonOf(data, { ...DEFAULT_COMPARE_VIEW, ...view }, () => undefined, NO_TROUBLE);
const pageOf = (locale: (typeof LOCALES)[number], { now }: Comparison) =>
  readingPage({ locale, path: "so-sanh/" }, "compare", now, data);

function drawn(
  locale: (typeof LOCALES)[number],
  view: Partial<CompareView>,
  part: "ranking" | "multiples",
): string {
  const comparison = comparisonFor(view);
  return renderToStaticMarkup(
    <PageFrame page={pageOf(locale, comparison)} className="compare">
      <ComparisonProvider value={comparison}>
        {part === "ranking" ? <Ranking /> : <SmallMultiples />}
      </ComparisonProvider>
    </PageFrame>,
  );
}

describe.each(INDICATORS.map((indicator) => [indicator.id, indicator] as const))(
  "the ranking by %s",
  (id, indicator) => {
    it("has the very numbers of the map, of the panels and of its own file", () => {
      for (const asOf of DAYS) {
        const whole = comparisonFor({ asOf, indicator: id, peers: "all" });
        const messages = messagesFor("vi");
        const scene = buildMapScene({
          snapshot: whole.now,
          indicator,
          classes: classesOf(indicator, data.classBreaks) ?? whole.classes,
          layers: [],
          selection: null,
          geometry: {
            communes: new Map(),
            province: null,
            borders: [],
            edges: [],
            surroundings: null,
            relief: null,
            reference: null,
          },
          messages,
        });
        const onMap = new Map(scene.table.map((row) => [row.code, row]));
        for (const peers of PEERS) {
          const comparison = comparisonFor({ asOf, indicator: id, peers });
          const model = rankingOf(comparison, "highest");
          const table = rankingTable(comparison, model, pageOf("vi", comparison));
          const column = (name: string) => table.columns.findIndex((one) => one.id === name);
          const inFile = new Map(table.rows.map((row) => [row.key, row]));
          expect(inFile.size).toBe(comparison.peerCodes.length);
          for (const row of [...model.ranked, ...model.small]) {
            expect(onMap.get(row.code)?.value).toContain(valueText(messages, indicator, row.measured));
            const cells = inFile.get(row.code)!.cells;
            expect(cells[column("value")]).toBe(row.value);
            expect(cells[column("rank")]).toBe(row.rank);
            if (peers === "all")
              expect(rankOf(comparison.now, indicator, row.code)?.rank ?? null).toBe(row.rank);
          }
          for (const { blank, codes } of model.blanks)
            for (const code of codes) {
              expect(indicator.measure(comparison.now, code)).toMatchObject({ kind: "blank", blank });
              expect(inFile.get(code)!.cells[column("value")]).toBeNull();
              expect(inFile.get(code)!.cells[column("why")]).toBe(messages.domain[`blank.${blank}`]);
            }
          const blanks = model.blanks.reduce((sum, { codes }) => sum + codes.length, 0);
          expect(model.ranked.length + model.small.length + blanks).toBe(comparison.peerCodes.length);
        }
      }
    });
    it("keeps each class of the map in one band, in order", () => {
      const { ranked } = rankingOf(comparisonFor({ indicator: id, peers: "all" }), "highest");
      const bands = bandsOf(ranked);
      expect(bands.flatMap(({ rows }) => rows)).toEqual(ranked);
      expect(new Set(bands.map(({ classIndex }) => classIndex)).size).toBe(bands.length);
    });
    it.each(LOCALES)("is drawn without a hole in %s", (locale) => {
      for (const peers of PEERS) {
        const markup = drawn(locale, { indicator: id, peers }, "ranking");
        expect(markup).not.toMatch(/undefined|NaN|\[object|Infinity| style="/);
        const comparison = comparisonFor({ indicator: id, peers });
        const model = rankingOf(comparison, "highest");
        const m = compareRankingMessages[locale];
        const blanks = model.blanks.reduce((sum, { codes }) => sum + codes.length, 0);
        expect(markup).toContain(
          m.sum(model.ranked.length, model.small.length, blanks, comparison.peerCodes.length),
        );
        expect(markup.match(/class="ranking__bar"/g)?.length ?? 0).toBe(
          model.ranked.length + model.small.length,
        );
      }
    });
  },
);

describe("the file of a ranking", () => {
  it("says what it is, how it is computed, of whom, and that it holds made-up rows", () => {
    const comparison = comparisonFor({ peers: "19" });
    const page = pageOf("vi", comparison);
    const table = rankingTable(comparison, rankingOf(comparison, "highest"), page);
    const text = toCsv(
      table,
      rankingMetadata(comparison, table, page, "https://x.example/so-sanh/?p=19"),
      ";",
    );
    const m = compareRankingMessages.vi;
    for (const said of [
      m.illustrative,
      m.blankCells,
      m["peers.19"],
      "30/9/2028",
      "https://x.example/so-sanh/?p=19",
      "minh họa",
    ])
      expect(text).toContain(said);
  });
});

describe("small multiples", () => {
  it("are the last periods up to the day, each as it was known then, the page's own last", () => {
    const multiples = multiplesByPeriod(comparisonFor({}));
    expect(multiples.map(({ day }) => day)).toEqual([
      "2027-09-30",
      "2027-12-31",
      "2028-03-31",
      "2028-06-30",
      "2028-09-30",
    ]);
    for (const { snapshot, day } of multiples) expect(snapshot.asOf).toBe(day);
    expect(multiplesByPeriod(comparisonFor({ asOf: isoDate("2026-09-30") }))).toHaveLength(1);
  });
  it("by sector share out every work of the 97", () => {
    const comparison = comparisonFor({});
    const works = multiplesBySector(comparison).map(({ snapshot }) => snapshot.works.length);
    expect(works.reduce((sum, count) => sum + count, 0)).toBe(97);
    expect(works).toEqual([45, 2, 11, 36, 2, 1]);
    expect(isOfWorks(comparison)).toBe(true);
    expect(isOfWorks(comparisonFor({ indicator: "population-density" }))).toBe(false);
  });
  it.each(INDICATORS.map((indicator) => [indicator.id, indicator] as const))(
    "of %s count in the legend every peer once, as the last map and the ranking have it",
    (id, indicator) => {
      for (const peers of PEERS) {
        const comparison = comparisonFor({ indicator: id, peers });
        for (const { snapshot } of [...multiplesByPeriod(comparison), ...multiplesBySector(comparison)]) {
          const { classes, zero, blanks } = tallyOf(comparison, snapshot);
          const counts = [...classes, zero, ...blanks.values()];
          expect(counts.reduce((sum, count) => sum + count, 0)).toBe(comparison.peerCodes.length);
        }
        const { ranked, small, blanks } = rankingOf(comparison, "highest");
        const tally = tallyOf(comparison, comparison.now);
        const rows = [...ranked, ...small];
        tally.classes.forEach((count, index) => {
          expect(count).toBe(rows.filter(({ classIndex }) => classIndex === index).length);
        });
        expect(tally.zero).toBe(indicator.zeroApart ? rows.filter(({ value }) => value === 0).length : 0);
        expect(new Map(blanks.map(({ blank, codes }) => [blank, codes.length]))).toEqual(tally.blanks);
      }
    },
  );
  it("are framed on the Programme's communes only where those are compared, and say so", () => {
    const m = compareRankingMessages.vi;
    expect(drawn("vi", { peers: "19" }, "multiples")).toContain(m.frameProgramme);
    for (const peers of ["all", "xa", "phuong", "07654" as Peers] as const) {
      const markup = drawn("vi", { peers }, "multiples");
      expect(markup).toContain(m.multiplesNote(m.frameAll));
      expect(markup).not.toContain(m.frameProgramme);
    }
  });
  it("carry one scale bar and one north mark for all, and the bar is as long as the ground it says", () => {
    for (const peers of ["19", "all"] as const) {
      const markup = drawn("vi", { peers }, "multiples");
      const bars = [...markup.matchAll(/M1 16v5H([\d.]+)v-5.*?>(\d+)\u00a0km</g)];
      expect(bars).toHaveLength(1);
      expect(markup.match(/>B<\/text>/g)).toHaveLength(1);
      const [, end = "", km = ""] = bars[0] ?? [];
      const comparison = comparisonFor({ peers });
      const { communes } = comparison.register;
      const own = new Set(comparison.peerCodes);
      const sheet = sheetOf(communes);
      const frame = frameOf(sheet, peers === "all" ? [] : communes.filter(({ code }) => own.has(code)));
      const place = placeOnMap(sheet, frame, 260);
      const [west, east] = [place([106.5, 21.3]), place([106.6, 21.3])];
      // A tenth of a degree of longitude at 21.3° north.
      const pxPerKm = (east[0] - west[0]) / (0.1 * 111.32 * Math.cos((21.3 * Math.PI) / 180));
      expect((Number(end) - 1) / Number(km) / pxPerKm).toBeCloseTo(1, 1.7);
    }
  });
  it.each(INDICATORS.map(({ id }) => [id]))(
    "of %s are drawn in both languages, by period and by sector",
    (id) => {
      for (const locale of LOCALES)
        for (const multiples of ["period", "sector"] as const) {
          const markup = drawn(locale, { indicator: id, multiples }, "multiples");
          expect(markup).not.toMatch(/undefined|NaN|\[object| style="/);
          const maps = markup.match(/class="commune-map"/g)?.length ?? 0;
          expect(maps).toBe(multiples === "sector" ? 6 : 5);
          // Every map draws every commune once: 99 shapes, each with a fill.
          expect(markup.match(/data-code="/g)?.length).toBe(99 * maps);
        }
    },
  );
});

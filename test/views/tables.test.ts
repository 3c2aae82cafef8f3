import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { filterSnapshot } from "@/analysis/filterWorks";
import { takeSnapshot } from "@/analysis/takeSnapshot";
import { loadMapData } from "@/datasets";
import { isoDate } from "@/domain/date";
import { NO_FILTER } from "@/domain/workFilter";
import { LOCALES } from "@/i18n/locale";
import { messagesFor } from "@/i18n/messages";
import { INDICATORS } from "@/indicators";
import { classesOf } from "@/indicators/classBreaks";
import { buildMapScene } from "@/scene/buildScene";
import { decodeBoundaries } from "@/scene/geometry";
import { TABLES } from "@/state/view";
import { aboutFile } from "@/views/explore/table/aboutFile";
import { FORMATS, fileName } from "@/views/explore/table/saveTable";
import { TABLE_BUILDERS, type TableReading } from "@/views/explore/table/tables";

const data = await loadMapData(async (path) => readFileSync(`public/data/${path}`, "utf8"));
const { register } = data;
const boundaries = decodeBoundaries(data.geometry.boundaries!);
const whole = takeSnapshot(register, isoDate("2028-09-30"));

function readingOf(
  locale: (typeof LOCALES)[number],
  indicatorId = "physical-progress",
  snapshot = whole,
): TableReading {
  const indicator = INDICATORS.find(({ id }) => id === indicatorId)!;
  const messages = messagesFor(locale);
  const scene = buildMapScene({
    snapshot,
    indicator,
    classes: classesOf(indicator, data.classBreaks) ?? { breaks: [], extent: [0, 1], version: "none" },
    layers: [],
    selection: null,
    geometry: {
      communes: boundaries.communes,
      province: boundaries.province,
      borders: [],
      edges: [],
      surroundings: null,
      relief: null,
      reference: null,
    },
    messages,
  });
  return {
    locale,
    messages,
    snapshot,
    indicator,
    scene,
    communeByCode: new Map(register.communes.map((commune) => [commune.code, commune])),
    villageById: new Map(register.villages.map((village) => [village.villageId, village])),
    sourceById: new Map(register.sources.map((source) => [source.sourceId, source])),
    shapes: boundaries.communes,
  };
}

describe.each(TABLES)("the table of %s", (id) => {
  it.each(LOCALES)("in %s has unique columns with headings, and every row fills every one", (locale) => {
    const table = TABLE_BUILDERS[id](readingOf(locale));
    const ids = table.columns.map((column) => column.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(table.columns.every(({ heading }) => heading !== "" && heading === heading.normalize("NFC"))).toBe(
      true,
    );
    expect(table.columns.some(({ first }) => first)).toBe(true);
    expect(new Set(table.rows.map(({ key }) => key)).size).toBe(table.rows.length);
    expect(table.rows.length).toBeGreaterThan(10);
    for (const row of table.rows) {
      expect(row.cells).toHaveLength(ids.length);
      for (const [index, cell] of row.cells.entries()) {
        const { type, id: column } = table.columns[index]!;
        if (cell === null) {
          // A blank without words is one that does not apply (no rank, no class): never a number that is not known.
          if (["number", "percent", "money", "date"].includes(type) && !["rank"].includes(column))
            expect([row.key, column, row.blanks[column]]).toEqual([
              row.key,
              column,
              expect.stringMatching(/./),
            ]);
        } else if (type === "text") expect(typeof cell).toBe("string");
        else if (type === "date") expect(cell).toMatch(/^\d{4}-\d{2}-\d{2}$/);
        else expect(Number.isFinite(cell)).toBe(true);
      }
    }
  });

  it("says of every file what it is, as of when, how trustworthy and under which filter", () => {
    const reading = readingOf("vi");
    const table = TABLE_BUILDERS[id](reading);
    const about = aboutFile(table, reading, {
      filter: { ...NO_FILTER, sectors: ["school"] },
      mapTitle: "Bản đồ",
      address: "https://example.org/?b=works",
      release: "abc",
    });
    const text = about.pairs.map((pair) => pair.join(": ")).join("\n");
    expect(text).toContain("30/9/2028");
    expect(text).toContain("Lĩnh vực: Trường học");
    expect(text).toContain("https://example.org/?b=works");
    if (table.rows.some(({ kind }) => kind === "illustrative")) expect(text).toContain("MINH HỌA");
    for (const row of table.rows) expect(row.sourceIds.length).toBeGreaterThan(0);
  });
});

describe("agreement", () => {
  it.each(INDICATORS.map(({ id }) => id))("the table of communes shows for %s what the map shows", (id) => {
    const reading = readingOf("vi", id);
    const table = TABLE_BUILDERS.communes(reading);
    const index = table.columns.findIndex((column) => column.id === "value");
    for (const row of table.rows) {
      const shown = reading.scene.table.find(({ code }) => code === row.key);
      expect(row.cells[index]).toBe(shown?.number ?? null);
      if (row.cells[index] === null) expect(row.blanks.value).toBe(shown?.value);
    }
  });

  it("holds exactly the works a filter keeps", () => {
    const filtered = filterSnapshot(whole, { ...NO_FILTER, sectors: ["transport"], late: ["yes"] });
    const table = TABLE_BUILDERS.works(readingOf("vi", "physical-progress", filtered));
    expect(table.rows.map(({ key }) => key)).toEqual(filtered.works.map(({ work }) => work.workId));
    const communes = TABLE_BUILDERS.communes(readingOf("vi", "physical-progress", filtered));
    const index = communes.columns.findIndex(({ id }) => id === "late");
    const counted = new Set([...filtered.worksByCommune.values()].flat()).size;
    expect(counted).toBeLessThanOrEqual(
      communes.rows.reduce((sum, { cells }) => sum + Number(cells[index]), 0),
    );
  });

  it("gives no geometry to a work whose place is not known, and one to every other", () => {
    const table = TABLE_BUILDERS.works(readingOf("vi"));
    for (const row of table.rows) {
      const { locationClass } = whole.workById.get(row.key)!.work;
      expect([row.key, row.geometry !== null]).toEqual([
        row.key,
        ["exact", "line", "village", "several"].includes(locationClass),
      ]);
    }
  });

  it("never shows a suppressed count as a number", () => {
    const table = TABLE_BUILDERS.villages(readingOf("vi"));
    const suppressed = [...whole.poverty.values()].filter(
      ({ areaLevel, poor }) => areaLevel === "village" && poor === "suppressed",
    );
    expect(suppressed.length).toBeGreaterThan(0);
    const index = table.columns.findIndex(({ id }) => id === "poor");
    for (const { areaCode } of suppressed) {
      const row = table.rows.find(({ key }) => key === areaCode);
      if (row === undefined) continue;
      expect(row.cells[index]).toBeNull();
      expect(row.blanks.poor).toBe(messagesFor("vi").domain["blank.suppressed"]);
    }
  });
});

describe("a file's name", () => {
  it.each(FORMATS)("of %s says table, day and that the data are invented", (format) => {
    expect(fileName("works", "2028-09-30", true, format)).toMatch(
      /^ct22-works-2028-09-30-minh-hoa\.(csv|xlsx|geojson)$/,
    );
    expect(fileName("works", "2028-09-30", false, format)).not.toContain("minh-hoa");
  });
});

import { readFileSync } from "node:fs";
import { read as readBook, utils } from "@e965/xlsx";
import { unzipSync } from "fflate";
import Papa from "papaparse";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, describe, expect, test } from "vitest";
import { takeSnapshot } from "@/analysis/takeSnapshot";
import { loadFineBoundaries } from "@/datasets";
import { isoDate } from "@/domain/date";
import { releaseOf } from "@/domain/release";
import { formatNumber } from "@/i18n/format";
import { LOCALES } from "@/i18n/locale";
import { FORMS } from "@/imports/forms";
import { ImportSession } from "@/imports/importSession";
import { readFile } from "@/imports/sheets/readFile";
import { isMapped } from "@/views/data/packTables";
import { folderFiles } from "../../../../scripts/data/folderFiles";
import { dataPages } from "../../../../scripts/prerender/pages/data";
import type { BuiltPages, BuiltSite } from "../../../../scripts/prerender/pages/sitePage";
import { loadShipped } from "../../../views/data/shipped";

let site: BuiltSite;
let built: BuiltPages;
const scripts = {
  compare: "",
  reading: "",
  builder: "",
  dataPage: "",
  embed: "",
  embedView: "",
  embedMap: "",
};

beforeAll(async () => {
  const data = await loadShipped();
  site = {
    data,
    snapshot: takeSnapshot(data.register, isoDate(data.manifest?.defaultAsOf ?? "")),
    fineBoundaries: await loadFineBoundaries(async (path) => readFileSync(`public/data/${path}`, "utf8")),
    address: null,
    scripts: { vi: scripts, en: scripts },
  };
  built = await dataPages(site);
});

const file = (path: string): Uint8Array => {
  const content = built.files.find((each) => each.path === path)?.content;
  if (content === undefined) throw new Error(`no ${path}`);
  return typeof content === "string" ? new TextEncoder().encode(content) : content;
};
const html = (locale: string): string => {
  const page = built.pages.find((each) => each.locale === locale);
  return renderToStaticMarkup(page?.body);
};

describe.each(LOCALES)("the page of data, %s", (locale) => {
  const folder = locale === "en" ? "en/du-lieu/" : "du-lieu/";

  test("every link to a file leads to one, and every file is offered", () => {
    const links = [...html(locale).matchAll(/href="(tai\/[^"]+)"/g)].map(([, path]) => `${folder}${path}`);
    const files = built.files.map(({ path }) => path).filter((path) => path.startsWith(folder));
    expect(links.toSorted()).toEqual(files.toSorted());
  });

  test("names every source with its licence, every commune, every candidate and every column", () => {
    const text = html(locale).replaceAll("&amp;", "&").replaceAll("&quot;", '"').replaceAll("&#x27;", "'");
    const { sources, communes } = site.data.register;
    for (const { title, licence } of sources)
      for (const said of [title, licence]) expect(text).toContain(said);
    for (const { name } of communes) expect(text).toContain(name);
    const candidates = readFileSync("data/official/candidates.csv", "utf8").trimEnd().split("\n").length - 1;
    const section = text.slice(text.indexOf('id="suy-luan"'), text.indexOf('id="tai-ve"'));
    expect(section.match(/<tr>/g)).toHaveLength(candidates + 1);
    for (const form of FORMS)
      for (const { column } of form.columns) expect(text).toContain(`<code>${column}</code>`);
    expect(text).toContain(formatNumber(locale, 4_000_000));
    expect(text).not.toMatch(/undefined|NaN|style="/);
  });

  test.each(FORMS.map((form) => [form.id, form] as const))(
    "%s comes home as CSV, workbook and GeoJSON with the same rows",
    (id, form) => {
      const comma = new TextDecoder("utf-8", { ignoreBOM: true }).decode(file(`${folder}tai/${id}.csv`));
      expect(comma.startsWith("\ufeff")).toBe(true);
      const body = (text: string, delimiter: string) => {
        const { data } = Papa.parse<string[]>(text.slice(1), { delimiter });
        return data.slice(
          0,
          data.findIndex((cells) => cells.every((cell) => cell === "")),
        );
      };
      const rows = body(comma, ",");
      const semicolon = body(
        new TextDecoder("utf-8", { ignoreBOM: true }).decode(file(`${folder}tai/${id}-cham-phay.csv`)),
        ";",
      );
      expect(semicolon.map(({ length }) => length)).toEqual(rows.map(({ length }) => length));
      expect(comma).toContain(releaseOf(site.data.manifest) ?? "no release");
      const book = readBook(file(`${folder}tai/${id}.xlsx`), { type: "array" });
      const sheet = book.Sheets[book.SheetNames[0] ?? ""];
      expect(sheet === undefined ? 0 : utils.sheet_to_json(sheet, { header: 1 }).length).toBe(rows.length);
      const packs = ["official", "illustrative"].map((pack) => `data/${pack}/${form.table.file}`);
      const expected = packs.reduce((total, path) => {
        const files = folderFiles("data");
        if (!files.has(path)) return total;
        const text = new TextDecoder().decode(files.bytes(path)).trimEnd();
        if (path.endsWith(".geojson")) return total + JSON.parse(text).features.length;
        return total + Papa.parse<string[]>(text).data.length - 1;
      }, 0);
      expect(rows).toHaveLength(expected + 1);
      if (!isMapped(form)) return;
      const collection = JSON.parse(new TextDecoder().decode(file(`${folder}tai/${id}.geojson`)));
      expect(collection.features).toHaveLength(expected);
    },
  );

  test("the archive holds all of it, and the packs as they are", () => {
    const files = unzipSync(file(`${folder}tai/tat-ca.zip`));
    expect(Object.keys(files)).toContain("README.txt");
    for (const { path, sha256 } of site.data.manifest?.inputs ?? []) {
      expect(sha256).toHaveLength(64);
      expect(Buffer.compare(files[path] ?? new Uint8Array(), readFileSync(path)), path).toBe(0);
    }
    for (const form of FORMS) expect(files[`${form.id}.xlsx`]).toBeDefined();
  });
});

test("the same bytes twice", async () => {
  const again = await dataPages(site);
  for (const { path, content } of again.files)
    expect(
      Buffer.compare(
        Buffer.from(file(path)),
        Buffer.from(typeof content === "string" ? new TextEncoder().encode(content) : content),
      ),
      path,
    ).toBe(0);
});

test("a table taken home in Vietnamese and handed in again is understood, and changes nothing", async () => {
  for (const id of ["works", "work-plans", "villages", "commune-plans", "relocations"]) {
    const read = await readFile(`${id}.xlsx`, file(`du-lieu/tai/${id}.xlsx`));
    if (!("sheets" in read)) throw new Error(id);
    const session = new ImportSession(folderFiles("data"));
    session.add(read.sheets);
    const [table] = session.read(new Map());
    expect(table?.form.id).toBe(id);
    expect(table?.problems.filter(({ severity }) => severity === "error")).toEqual([]);
    const form = FORMS.find((each) => each.id === id);
    const rows = ["official", "illustrative"].flatMap((pack) => {
      const path = `data/${pack}/${form?.table.file}`;
      if (!folderFiles("data").has(path)) return [];
      return Papa.parse<Record<string, string>>(
        new TextDecoder().decode(folderFiles("data").bytes(path)).trimEnd(),
        { header: true },
      ).data;
    });
    expect(table?.rows).toHaveLength(rows.length);
    table?.rows.forEach(({ values }, index) => {
      for (const [column, value] of values)
        expect(value, `${id} ${index} ${column}`).toBe(rows[index]?.[column] ?? "");
    });
  }
});

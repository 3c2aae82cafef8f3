import { fileURLToPath } from "node:url";
import { zipSync } from "fflate";
import { toCsv } from "@/exports/csv";
import { toGeoJson } from "@/exports/geojson";
import { toXlsx } from "@/exports/xlsx";
import { LOCALES, type Locale } from "@/i18n/locale";
import { dataPageMessages } from "@/i18n/messages/dataPage";
import { FORMS } from "@/imports/forms";
import { readTable } from "@/pack/csv";
import { parseFeatureTable } from "@/pack/featureText";
import type { Pack } from "@/pack/packs";
import { Problems } from "@/pack/problems";
import { candidatesTable } from "@/pack/tables/programme";
import { parseTable, type TableText } from "@/pack/tableText";
import { DataPage, type DownloadRow } from "@/views/data/DataPage";
import { isMapped, packMetadata, packTable } from "@/views/data/packTables";
import type { ReadingPage } from "@/views/page/context";
import { readingPage } from "@/views/page/readingPage";
import { LANGUAGE_FOLDERS, SITE_PAGES } from "@/views/page/sitePages";
import { folderFiles } from "../../data/folderFiles";
import { importTemplate } from "./importTemplates";
import type { PageBuilder, SiteFile } from "./sitePage";
import { withoutTimes } from "./withoutTimes";

const STYLES = [new URL("../../../src/views/data/data.css", import.meta.url)];
const DATA = folderFiles(fileURLToPath(new URL("../../../data", import.meta.url)));
/** Below the page: public names, never changed. */
const FILES = "tai/";
const ARCHIVE = "tat-ca.zip";
const CANDIDATES = `data/official/${candidatesTable.file}`;

const text = (path: string): string => new TextDecoder().decode(DATA.bytes(path));
const bytesOf = (content: string | Uint8Array): Uint8Array =>
  typeof content === "string" ? new TextEncoder().encode(content) : content;

/** The tables of a form in the packs of the site that is being built. */
const tablesOf = (file: string, packs: readonly Pack[]): readonly TableText[] =>
  packs
    .map((pack) => `data/${pack}/${file}`)
    .filter((path) => DATA.has(path))
    .map((path) => (path.endsWith(".geojson") ? parseFeatureTable(text(path)) : parseTable(text(path))));

/** Every table as files beside the page, and the line of the page that offers them. Empty tables have files too: their headings say what is awaited. */
async function downloadsOf(
  page: ReadingPage,
  packs: readonly Pack[],
): Promise<{ readonly rows: readonly DownloadRow[]; readonly files: readonly SiteFile[] }> {
  const m = dataPageMessages[page.locale];
  const folder = `${LANGUAGE_FOLDERS[page.locale]}${SITE_PAGES.data}${FILES}`;
  const collator = new Intl.Collator("vi");
  const communes = page.snapshot.register.communes.toSorted((a, b) => collator.compare(a.name, b.name));
  const made = await Promise.all(
    FORMS.map(async (form) => {
      const table = packTable(form, tablesOf(form.table.file, packs), page);
      const metadata = packMetadata(page, table);
      const workbook = new Uint8Array(await (await toXlsx(table, metadata, m.sheetAbout)).arrayBuffer());
      const contents: readonly (readonly [name: string, label: string, content: string | Uint8Array])[] = [
        [`${form.id}.xlsx`, "Excel", withoutTimes(workbook)],
        [`${form.id}.csv`, m.csv, toCsv(table, metadata, ",")],
        [`${form.id}-cham-phay.csv`, m.csvSemicolon, toCsv(table, metadata, ";")],
        ...(form.hasTemplate
          ? [[`mau-${form.id}.xlsx`, m.template, await importTemplate(form, communes, page.locale)] as const]
          : []),
        ...(isMapped(form) ? [[`${form.id}.geojson`, "GeoJSON", toGeoJson(table, metadata)] as const] : []),
      ];
      const files = contents.map(([name, , content]): SiteFile => ({ path: `${folder}${name}`, content }));
      const row: DownloadRow = {
        id: form.id,
        title: table.title,
        rows: table.rows.length,
        files: contents.map(([name, label, content]) => ({
          path: `${FILES}${name}`,
          label,
          bytes: bytesOf(content).length,
        })),
      };
      return { row, files };
    }),
  );
  return { rows: made.map(({ row }) => row), files: made.flatMap(({ files }) => files) };
}

/** All of it in one file: the tables, the packs as they are, and a list of sources and licences. */
function archiveOf(page: ReadingPage, files: readonly SiteFile[]): SiteFile {
  const { locale, snapshot, manifest, messages } = page;
  const m = dataPageMessages[locale];
  const folder = `${LANGUAGE_FOLDERS[locale]}${SITE_PAGES.data}`;
  const inputs = manifest?.inputs.map(({ path }) => path).filter((path) => DATA.has(path)) ?? [];
  const about = [
    m.title,
    m.noteBlank,
    ...(page.kind === "illustrative" ? [m.noteIllustrative] : []),
    "",
    m.licences,
    ...snapshot.register.sources.map(
      ({ sourceId, title, publisher, kind, licence, url }) =>
        `${sourceId}: ${title} (${publisher}; ${messages.domain[`kind.${kind}`]}; ${licence})${url === null ? "" : ` ${url}`}`,
    ),
  ];
  const content = zipSync(
    Object.fromEntries([
      ["README.txt", bytesOf(`${about.join("\r\n")}\r\n`)],
      ...files.map(
        ({ path, content }) => [path.slice(folder.length + FILES.length), bytesOf(content)] as const,
      ),
      ...inputs.map((path) => [path, DATA.bytes(path)] as const),
    ]),
  );
  return { path: `${folder}${FILES}${ARCHIVE}`, content: withoutTimes(content) };
}

/** The page of data and everything it offers: `/du-lieu/`. */
export const dataPages: PageBuilder = async ({ data, snapshot }) => {
  const packs = data.manifest?.packs ?? [];
  const candidates = DATA.has(CANDIDATES)
    ? readTable(candidatesTable, text(CANDIDATES), CANDIDATES, new Problems()).map(({ row }) => row)
    : [];
  const built = await Promise.all(
    LOCALES.map(async (locale: Locale) => {
      const place = { locale, path: SITE_PAGES.data };
      const page = readingPage(place, "data", snapshot, data);
      const { rows, files } = await downloadsOf(page, packs);
      const archive = archiveOf(page, files);
      const size = bytesOf(archive.content).length;
      return {
        page: {
          ...place,
          title: dataPageMessages[locale].title,
          description: dataPageMessages[locale].description,
          body: (
            <DataPage
              page={page}
              candidates={candidates}
              downloads={rows}
              archive={{ path: `${FILES}${ARCHIVE}`, bytes: size }}
            />
          ),
          styles: STYLES,
          fonts: "web" as const,
          script: { entry: "dataPage" as const, mode: "enhances" as const },
          noindex: page.kind === "illustrative",
        },
        files: [...files, archive],
      };
    }),
  );
  return { pages: built.map(({ page }) => page), files: built.flatMap(({ files }) => files) };
};

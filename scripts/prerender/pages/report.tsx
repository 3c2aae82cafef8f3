import { takeSnapshot } from "@/analysis/takeSnapshot";
import { isIsoDate } from "@/domain/date";
import { releaseOf } from "@/domain/release";
import { KINDS } from "@/domain/source";
import type { DataTable, Metadata } from "@/exports/dataTable";
import { toWorkbook } from "@/exports/xlsx";
import { formatDate } from "@/i18n/format";
import { LOCALES } from "@/i18n/locale";
import { reportMessages } from "@/i18n/messages/report";
import { leastTrusted } from "@/views/explore/words";
import type { ReadingPage } from "@/views/page/context";
import { readingPage } from "@/views/page/readingPage";
import { LANGUAGE_FOLDERS, SITE_PAGES } from "@/views/page/sitePages";
import { ReportIndexPage, ReportPage } from "@/views/report/ReportPage";
import { REPORT_TABLES, type ReportReading } from "@/views/report/reportTables";
import { reportYears } from "@/views/report/reportYears";
import type { PageBuilder } from "./sitePage";

const STYLES = [new URL("../../../src/views/report/report.css", import.meta.url)];
const ENHANCED = { entry: "reading", mode: "enhances" } as const;

/** What must travel with the numbers of a report. */
function metadataOf(page: ReadingPage, year: number, tables: readonly DataTable[]): Metadata {
  const { locale, messages, snapshot, sourceById, manifest } = page;
  const m = reportMessages[locale];
  const kind = leastTrusted(tables.flatMap(({ rows }) => rows.map((row) => row.kind)));
  const kindNames = Object.fromEntries(
    KINDS.map((one) => [one, messages.domain[`kind.${one}`]]),
  ) as Metadata["kindNames"];
  const used = new Set(tables.flatMap(({ rows }) => rows.flatMap(({ sourceIds }) => sourceIds)));
  const release = releaseOf(manifest);
  return {
    kindHeading: m.kind,
    kindNames,
    pairs: [
      [m["about.title"], m.heading(String(year))],
      [m["about.asOf"], formatDate(locale, snapshot.asOf)],
      [m["about.kind"], kindNames[kind]],
      ...(kind === "illustrative" ? [[m["about.note"], m.noteIllustrative] as const] : []),
      [m["about.note"], `${m.notSigned} ${m.noteBlank}`],
      [
        m["about.sources"],
        [...sourceById.values()]
          .filter(({ sourceId }) => used.has(sourceId))
          .map(({ title, publisher, licence }) => `${title} (${publisher}; ${licence})`)
          .join(" | "),
      ],
      ...(release === null ? [] : [[m["about.release"], release] as const]),
    ],
  };
}

/** The yearly reports: `/bao-cao/`, and for each year a set of pages with its workbook. */
export const reportPages: PageBuilder = async ({ data, snapshot }) => {
  const days = data.manifest?.recordingDates.filter(isIsoDate) ?? [];
  const years = reportYears(days);
  const built = await Promise.all(
    LOCALES.flatMap((locale) => {
      const index = readingPage({ locale, path: SITE_PAGES.report }, "report", snapshot, data);
      const texts = { title: reportMessages[locale].title, description: reportMessages[locale].description };
      const common = {
        locale,
        styles: STYLES,
        fonts: "print" as const,
        script: ENHANCED,
        noindex: index.kind === "illustrative",
      };
      return [
        Promise.resolve({
          page: {
            ...common,
            ...texts,
            path: SITE_PAGES.report,
            body: <ReportIndexPage page={index} years={years} />,
          },
          files: [],
        }),
        ...years.map(async (report) => {
          const path = `${SITE_PAGES.report}${report.year}/`;
          const page = readingPage(
            { locale, path },
            "report",
            takeSnapshot(data.register, report.asOf),
            data,
          );
          const reading: ReportReading = {
            locale,
            messages: page.messages,
            snapshot: page.snapshot,
            before: report.before === null ? null : takeSnapshot(data.register, report.before),
            communeByCode: page.communeByCode,
            sourceById: page.sourceById,
          };
          const file = `bao-cao-${report.year}.xlsx`;
          const tables = REPORT_TABLES.map(({ build }) => build(reading));
          const workbook = await toWorkbook(
            tables,
            metadataOf(page, report.year, tables),
            reportMessages[locale].aboutSheet,
          );
          return {
            page: {
              ...common,
              path,
              title: reportMessages[locale].heading(String(report.year)),
              description: texts.description,
              body: <ReportPage page={page} reading={reading} report={report} file={file} />,
            },
            files: [
              {
                path: `${LANGUAGE_FOLDERS[locale]}${path}${file}`,
                content: new Uint8Array(await workbook.arrayBuffer()),
              },
            ],
          };
        }),
      ];
    }),
  );
  return { pages: built.map(({ page }) => page), files: built.flatMap(({ files }) => files) };
};

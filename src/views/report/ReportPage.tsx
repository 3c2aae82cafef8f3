import { formatDate } from "@/i18n/format";
import { reportMessages } from "@/i18n/messages/report";
import type { ReadingPage } from "../page/context";
import { PageFrame } from "../page/PageFrame";
import { PageQr } from "../page/QrCode";
import { LANGUAGE_FOLDERS, linkTo } from "../page/sitePages";
import { ReportTable } from "./ReportTable";
import { reportProse } from "./reportProse";
import { REPORT_TABLES, type ReportReading } from "./reportTables";
import type { ReportYear } from "./reportYears";

/** The yearly report as one set of pages: prose from the data, then its tables, each numbered as its sheet in the file. */
export function ReportPage({
  page,
  reading,
  report,
  file,
}: {
  readonly page: ReadingPage;
  readonly reading: ReportReading;
  readonly report: ReportYear;
  /** Name of the workbook beside the page. */
  readonly file: string;
}) {
  const { locale } = page;
  const m = reportMessages[locale];
  const year = String(report.year);
  const parts = REPORT_TABLES.map(({ part, build }) => ({ part, table: build(reading) }));
  return (
    <PageFrame page={page} className="report">
      <header className="report__head">
        <div>
          <h1>{m.heading(year)}</h1>
          <p>{m.place}</p>
          <p className="strong">
            {m.until(formatDate(locale, report.asOf))}
            {report.unfinished && ` ${m.unfinished}`}
          </p>
          <p className="muted">{m.notSigned}</p>
          <p className="report__tools">
            <a className="button" href={file} download>
              {m.download}
            </a>
          </p>
        </div>
        <PageQr path={`${LANGUAGE_FOLDERS[locale]}${page.path}`} what={m.heading(year)} />
      </header>
      <nav aria-label={m.contents} className="report__contents">
        <ol>
          {parts.map(({ part, table }) => (
            <li key={part}>
              <a href={`#${table.id}`}>{table.title}</a>
            </li>
          ))}
        </ol>
      </nav>
      {parts.map(({ part, table }, index) => (
        <section key={part} id={table.id} className="report__part">
          <h2>{m[`part.${part}`]}</h2>
          {reportProse(part, reading).map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          <h3 id={`bieu-${table.id}`}>{m.tableNumber(index + 1, table.title)}</h3>
          <ReportTable table={table} locale={locale} />
        </section>
      ))}
    </PageFrame>
  );
}

/** The years there is a report of. */
export function ReportIndexPage({
  page,
  years,
}: {
  readonly page: ReadingPage;
  readonly years: readonly ReportYear[];
}) {
  const { locale } = page;
  const m = reportMessages[locale];
  return (
    <PageFrame page={page} className="report" view="">
      <h1>{m.title}</h1>
      <p>{m.indexLead}</p>
      {years.length === 0 ? (
        <p>{m.noYears}</p>
      ) : (
        <ul className="report__years">
          {years.map(({ year, asOf, unfinished }) => (
            <li key={year}>
              <a href={linkTo(page, `${page.path}${year}/`)}>
                {m.openYear(String(year), formatDate(locale, asOf))}
              </a>
              {unfinished && ` (${m.unfinishedYear})`}
            </li>
          ))}
        </ul>
      )}
    </PageFrame>
  );
}

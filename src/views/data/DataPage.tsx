import type { ReactNode } from "react";
import { COVERED, coverage } from "@/analysis/coverage";
import { daysBetween } from "@/domain/date";
import { releaseOf } from "@/domain/release";
import { formatDate, formatNumber, formatPercent } from "@/i18n/format";
import { dataPageMessages } from "@/i18n/messages/dataPage";
import { importToolMessages } from "@/i18n/messages/importTool";
import { FORMS } from "@/imports/forms";
import type { TableForm } from "@/imports/forms/form";
import { KindTag } from "../explore/Provenance";
import { communeName } from "../explore/words";
import type { ReadingPage } from "../page/context";
import { PageFrame } from "../page/PageFrame";
import { communePath, linkTo } from "../page/sitePages";
import { areaDeviations } from "./areas";

/** A commune that may be one of the 19; reasoned, and shown on this page alone. */
export interface CandidateRow {
  readonly communeCode: string;
  readonly likelihood: "very-likely" | "likely" | "possible" | "weak";
  readonly reason: string;
}

/** A table that can be taken home, with the bytes of its files. */
export interface DownloadRow {
  readonly id: string;
  readonly title: string;
  readonly rows: number;
  readonly files: readonly { readonly path: string; readonly label: string; readonly bytes: number }[];
}

const DAYS_A_MONTH = 365.2425 / 12;
const kilobytes = (locale: ReadingPage["locale"], bytes: number): string =>
  `${formatNumber(locale, Math.max(1, Math.round(bytes / 1000)))} kB`;
/** Digits of areas, as the official table gives them. */
const AREA_DIGITS = 2;
/** Where the tables lie, below the page. */
const SECTIONS = [
  "sources",
  "coverage",
  "totals",
  "areas",
  "candidates",
  "downloads",
  "dictionary",
  "handIn",
] as const;
const IDS: Readonly<Record<(typeof SECTIONS)[number], string>> = {
  sources: "nguon",
  coverage: "do-phu",
  totals: "so-kiem-tra",
  areas: "dien-tich",
  candidates: "suy-luan",
  downloads: "tai-ve",
  dictionary: "tu-dien",
  handIn: "dua-vao",
};
const COMMAND = "npm run data -- import danh-muc.xlsx --source SRC-… --recorded-on 2026-06-30";

/** The page of data: from where, how much, whether it adds up, and every table to take home. */
export function DataPage({
  page,
  candidates,
  downloads,
  archive,
}: {
  readonly page: ReadingPage;
  readonly candidates: readonly CandidateRow[];
  readonly downloads: readonly DownloadRow[];
  readonly archive: { readonly path: string; readonly bytes: number };
}) {
  const { locale, snapshot, manifest } = page;
  const m = dataPageMessages[locale];
  const tool = importToolMessages[locale];
  const release = releaseOf(manifest);
  const { works, sources } = snapshot.register;
  const widest = Math.max(0, ...downloads.map(({ files }) => files.length));
  return (
    <PageFrame page={page} className="data" view="">
      <h1>{m.title}</h1>
      <p className="data__lead">{m.lead(works.length, sources.length, formatDate(locale, snapshot.asOf))}</p>
      {release !== null && <p className="muted">{m.release(release)}</p>}
      <nav aria-label={m.contents} className="data__contents">
        <ul>
          {SECTIONS.map((id) => (
            <li key={id}>
              <a href={`#${IDS[id]}`}>{m[id]}</a>
            </li>
          ))}
        </ul>
      </nav>
      <Sources page={page} />
      <CoverageMatrix page={page} />
      <ControlTotals page={page} />
      <Areas page={page} />
      <Candidates page={page} candidates={candidates} />
      <section id={IDS.downloads} className="data__tools">
        <h2>{m.downloads}</h2>
        <p className="data__note">{m.downloadsNote}</p>
        <p>
          <a href={archive.path} download="">
            {m.all}
          </a>{" "}
          <span className="muted">({kilobytes(locale, archive.bytes)})</span>
        </p>
        <Scroll label={m.downloads}>
          <table className="data__table">
            <caption className="hidden-text">{m.downloads}</caption>
            <tbody>
              {downloads.map(({ id, title, rows, files }) => (
                <tr key={id}>
                  <th scope="row">{title}</th>
                  <td className="data__number">{m.rowsOf(formatNumber(locale, rows))}</td>
                  {files.map(({ path, label, bytes }) => (
                    <td key={path}>
                      <a href={path} download="" aria-label={`${title}, ${label}`}>
                        {label}
                      </a>{" "}
                      <span className="muted">{kilobytes(locale, bytes)}</span>
                    </td>
                  ))}
                  {files.length < widest && <td>–</td>}
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      </section>
      <section id={IDS.dictionary} className="data__tools">
        <h2>{m.dictionary}</h2>
        <p className="data__note">{m.dictionaryNote}</p>
        {FORMS.map((form) => (
          <Dictionary key={form.id} form={form} page={page} />
        ))}
      </section>
      <section id={IDS.handIn} className="data__tools">
        <h2>{m.handIn}</h2>
        <p className="data__note">{m.handInNote}</p>
        <pre className="data__command">
          <code>{COMMAND}</code>
        </pre>
        <noscript>
          <p>{tool.noScript}</p>
        </noscript>
        <div id="nhap" className="needs-script" data-import="" data-failed={tool.openFailed}>
          <button type="button" className="button import__main">
            {tool.open}
          </button>
          <p role="status" />
        </div>
      </section>
    </PageFrame>
  );
}

/** A table that may be wider than the screen: scrolled by finger, wheel and keyboard. */
function Scroll({
  label,
  isTall = false,
  children,
}: {
  readonly label: string;
  readonly isTall?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <section
      className={isTall ? "data__scroll data__scroll--tall" : "data__scroll"}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard as well
      tabIndex={0}
      aria-label={label}
    >
      {children}
    </section>
  );
}

function Sources({ page }: { readonly page: ReadingPage }) {
  const { locale, snapshot } = page;
  const m = dataPageMessages[locale];
  return (
    <section id={IDS.sources}>
      <h2>{m.sources}</h2>
      <p className="data__note">{m.sourcesNote}</p>
      <Scroll label={m.sources}>
        <table className="data__table data__table--sources">
          <caption className="hidden-text">{m.sources}</caption>
          <thead>
            <tr>
              {[m.source, m.kind, m.day, m.age, m.licence].map((heading) => (
                <th key={heading} scope="col">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {snapshot.register.sources.map((source) => {
              const day = source.publishedOn ?? source.retrievedOn;
              return (
                <tr key={source.sourceId}>
                  <th scope="row" lang="vi">
                    {source.url === null ? (
                      source.title
                    ) : (
                      <a href={source.url} rel="noreferrer" target="_blank">
                        {source.title}
                      </a>
                    )}
                    <span className="data__small">{source.publisher}</span>
                    {source.note !== null && <span className="data__small">{source.note}</span>}
                  </th>
                  <td>
                    <KindTag kind={source.kind} />
                  </td>
                  <td>
                    {source.publishedOn === null ? m.noDay : formatDate(locale, source.publishedOn)}
                    {source.retrievedOn !== null && (
                      <span className="data__small">
                        {m.dayRetrieved(formatDate(locale, source.retrievedOn))}
                      </span>
                    )}
                  </td>
                  <td>
                    {day === null
                      ? "–"
                      : day > snapshot.asOf
                        ? m.later
                        : m.ageOf(Math.floor(daysBetween(day, snapshot.asOf) / DAYS_A_MONTH))}
                  </td>
                  <td lang="vi">{source.licence}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}

function CoverageMatrix({ page }: { readonly page: ReadingPage }) {
  const { locale, messages, snapshot } = page;
  const m = dataPageMessages[locale];
  const { communes, elsewhere } = coverage(snapshot.register);
  const collator = new Intl.Collator("vi");
  const all = [...snapshot.register.communes].sort((a, b) => collator.compare(a.name, b.name));
  const having = (dataset: (typeof COVERED)[number]) =>
    [...communes.values()].filter((cells) => cells[dataset] !== null).length;
  return (
    <section id={IDS.coverage}>
      <h2>{m.coverage}</h2>
      <p className="data__note">{m.coverageNote}</p>
      <Scroll label={m.coverage} isTall>
        <table className="data__table data__table--matrix">
          <caption className="hidden-text">{m.coverage}</caption>
          <thead>
            <tr>
              <th scope="col">{m.commune}</th>
              {COVERED.map((dataset) => (
                <th key={dataset} scope="col">
                  {m[`covered.${dataset}`]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">{m.total}</th>
              {COVERED.map((dataset) => (
                <td key={dataset}>{m.totalOf(having(dataset), communes.size)}</td>
              ))}
            </tr>
            <tr>
              <th scope="row">{m.elsewhere}</th>
              {COVERED.map((dataset) => (
                <td key={dataset}>
                  {elsewhere[dataset] === 0 ? "–" : formatNumber(locale, elsewhere[dataset])}
                </td>
              ))}
            </tr>
            {all.map((commune) => (
              <tr key={commune.code}>
                <th scope="row">
                  <a href={linkTo(page, communePath(commune.code))}>{communeName(messages, commune)}</a>
                </th>
                {COVERED.map((dataset) => {
                  const cell = communes.get(commune.code)?.[dataset] ?? null;
                  return (
                    <td key={dataset}>
                      {cell === null ? "–" : formatNumber(locale, cell.rows)}
                      {cell !== null && cell.latest !== null && (
                        <span className="data__small">{formatDate(locale, cell.latest)}</span>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}

function ControlTotals({ page }: { readonly page: ReadingPage }) {
  const { locale, manifest, sourceById } = page;
  const m = dataPageMessages[locale];
  const named = (id: string) => Object.entries(m).find(([key]) => key === `total.${id}`)?.[1];
  return (
    <section id={IDS.totals}>
      <h2>{m.totals}</h2>
      <p className="data__note">{m.totalsNote}</p>
      <Scroll label={m.totals}>
        <table className="data__table">
          <caption className="hidden-text">{m.totals}</caption>
          <thead>
            <tr>
              {[m.totals, m.stated, m.found, m.verdict, m.source].map((heading) => (
                <th key={heading} scope="col">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {(manifest?.controlTotals ?? []).flatMap(({ id, expected, found, sourceId }) => {
              const name = named(id);
              // Totals of money nobody can count from rows yet are on the page of targets.
              if (typeof name !== "string") return [];
              const verdict = found === null ? m.uncounted : found === expected ? m.agrees : m.differs;
              const number = (value: number) =>
                formatNumber(locale, value, Number.isInteger(value) ? 0 : AREA_DIGITS);
              return [
                <tr key={id}>
                  <th scope="row">{name}</th>
                  <td className="data__number">{number(expected)}</td>
                  <td className="data__number">{found === null ? "–" : number(found)}</td>
                  <td className={found === null ? "muted" : "strong"}>{verdict}</td>
                  <td lang="vi">{sourceId === null ? "–" : (sourceById.get(sourceId)?.title ?? sourceId)}</td>
                </tr>,
              ];
            })}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}

function Areas({ page }: { readonly page: ReadingPage }) {
  const { locale, messages, snapshot } = page;
  const m = dataPageMessages[locale];
  const found = areaDeviations(snapshot.register.communes);
  if (found === null) return null;
  const signed = (percent: number) => `${percent > 0 ? "+" : ""}${formatPercent(locale, percent, 1)}`;
  return (
    <section id={IDS.areas}>
      <h2>{m.areas}</h2>
      <p className="data__note">
        {m.areasNote(formatPercent(locale, found.sum, 2), formatPercent(locale, found.median, 2))}
      </p>
      <Scroll label={m.areas}>
        <table className="data__table">
          <caption className="hidden-text">{m.areas}</caption>
          <thead>
            <tr>
              {[m.commune, m.official, m.drawn, m.deviation].map((heading) => (
                <th key={heading} scope="col">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {found.communes.map(({ commune, percent }) => (
              <tr key={commune.code}>
                <th scope="row">
                  <a href={linkTo(page, communePath(commune.code))}>{communeName(messages, commune)}</a>
                </th>
                <td className="data__number">{formatNumber(locale, commune.areaKm2, AREA_DIGITS)}</td>
                <td className="data__number">{formatNumber(locale, commune.drawnAreaKm2, AREA_DIGITS)}</td>
                <td className="data__number">{signed(percent)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}

function Candidates({
  page,
  candidates,
}: {
  readonly page: ReadingPage;
  readonly candidates: readonly CandidateRow[];
}) {
  const { locale, messages, communeByCode } = page;
  const m = dataPageMessages[locale];
  const names = new Map(
    [...communeByCode].map(([code, commune]): [string, string] => [code, communeName(messages, commune)]),
  );
  return (
    <section id={IDS.candidates}>
      <h2>
        {m.candidates} <KindTag kind="inference" />
      </h2>
      <p className="data__note">{m.candidatesNote}</p>
      <Scroll label={m.candidates}>
        <table className="data__table">
          <caption className="hidden-text">{m.candidates}</caption>
          <thead>
            <tr>
              {[m.commune, m.likelihood, m.reason].map((heading) => (
                <th key={heading} scope="col">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {candidates.map(({ communeCode, likelihood, reason }) => (
              <tr key={communeCode}>
                <th scope="row">{names.get(communeCode) ?? communeCode}</th>
                <td>{m[`likelihood.${likelihood}`]}</td>
                <td lang="vi">{reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}

function Dictionary({ form, page }: { readonly form: TableForm; readonly page: ReadingPage }) {
  const { locale } = page;
  const m = dataPageMessages[locale];
  return (
    <details className="data__form">
      <summary>
        {form.title[locale]} <span className="muted">{form.table.file}</span>
      </summary>
      <p className="data__note">{form.about[locale]}</p>
      <Scroll label={form.title[locale]}>
        <table className="data__table">
          <caption className="hidden-text">{form.title[locale]}</caption>
          <thead>
            <tr>
              {[m.column, m.heading, m.content].map((heading) => (
                <th key={heading} scope="col">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {form.columns.map(({ column, heading, note, unit, words, isRequired }) => (
              <tr key={column}>
                <th scope="row">
                  <code>{column}</code>
                  {isRequired && " *"}
                </th>
                <td>
                  {heading[locale]}
                  {unit !== null && ` (${unit[locale]})`}
                </td>
                <td>
                  {note[locale]}
                  {words !== null && (
                    <span className="data__small">
                      {m.words}:{" "}
                      {Object.entries(words)
                        .map(([word, names]) =>
                          word === names[locale] ? word : `${names[locale]} (${word})`,
                        )
                        .join(" · ")}
                    </span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </details>
  );
}

import type { DataTable } from "@/exports/dataTable";
import { formatDate } from "@/i18n/format";
import { pageMessages } from "@/i18n/messages/page";
import { QrDrawing } from "../../page/QrCode";
import { useExplore } from "../context";
import { cellText } from "../table/cellText";
import type { PaperPart } from "./paperParts";

/** Columns up to which letters keep their size: what is wider is set smaller, never cut. */
const ROOMY = 9;
const CROWDED = 14;
/** Letters up to which a text is kept on one line, where columns have room: answers, distances, classes. */
const ONE_LINE = 26;

/** A part that follows the map: on sheets of its own, its table's head on each of them; what the numbers rest on after its last row. */
export function PaperPages({
  part,
  title,
  about,
}: {
  readonly part: PaperPart;
  readonly title: string;
  /** Above what the numbers rest on. */
  readonly about: string;
}) {
  const { locale, messages, snapshot } = useExplore();
  const m = messages.explore;
  const p = pageMessages[locale];
  return (
    <section className="paper-part" aria-label={title}>
      <div className="paper-part__head">
        <div className="paper-part__title">
          <p className="map-sheet__site">
            {m.title} · {m.subtitle} · {p.asOf(formatDate(locale, snapshot.asOf))}
          </p>
          <h3 className="map-sheet__title">{title}</h3>
          <p>{part.lead}</p>
        </div>
        {part.address !== null && /^https?:/.test(part.address) && (
          <QrDrawing text={part.address} label={p.qrLabel(title)} />
        )}
      </div>
      {part.tables.map((table, index) => (
        <PaperTable key={table.id} table={table} isNamed={index > 0} hasKinds={index === 0} part={part} />
      ))}
      <div className="paper-part__about">
        <h4 className="map-sheet__key-title">{about}</h4>
        {part.about.pairs.map(([name, value]) => (
          <p key={`${name} ${value}`} className="paper-part__pair">
            <strong>{name}:</strong> {value}
          </p>
        ))}
      </div>
    </section>
  );
}

function PaperTable({
  table,
  isNamed,
  hasKinds,
  part,
}: {
  readonly table: DataTable;
  /** Below another table it says what it is. */
  readonly isNamed: boolean;
  /** Each row says of which kind it is; a summary of the same rows need not. */
  readonly hasKinds: boolean;
  readonly part: PaperPart;
}) {
  const { locale } = useExplore();
  const { kindHeading, kindNames } = part.about;
  const { length } = table.columns;
  const isShort = table.columns.map(
    (column, index) =>
      length <= ROOMY && table.rows.every((row) => cellText(locale, row, column, index).length <= ONE_LINE),
  );
  const size = length > CROWDED ? " paper-table--crowded" : length > ROOMY ? " paper-table--full" : "";
  return (
    <table className={`paper-table${size}`}>
      <caption className={isNamed ? "paper-table__name" : "hidden-text"}>{table.title}</caption>
      <thead>
        <tr>
          {table.columns.map(({ id, heading, type }) => (
            <th key={id} scope="col" className={type === "text" ? undefined : "number"}>
              {heading}
            </th>
          ))}
          {hasKinds && <th scope="col">{kindHeading}</th>}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row) => (
          <tr key={row.key}>
            {table.columns.map((column, index) => {
              const isBlank = (row.cells[index] ?? null) === null;
              const text = cellText(locale, row, column, index);
              return index === 0 ? (
                <th key={column.id} scope="row" className={isShort[0] ? "nowrap" : undefined}>
                  {text}
                </th>
              ) : (
                <td
                  key={column.id}
                  className={[
                    ...(column.type === "text" ? [] : ["number"]),
                    ...(isBlank ? ["muted"] : []),
                    ...(isShort[index] ? ["nowrap"] : []),
                  ].join(" ")}
                >
                  {text}
                </td>
              );
            })}
            {hasKinds && <td className="nowrap">{kindNames[row.kind]}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

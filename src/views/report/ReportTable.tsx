import type { IsoDate } from "@/domain/date";
import type { Cell, Column, DataTable } from "@/exports/dataTable";
import { formatDate, formatNumber } from "@/i18n/format";
import type { Locale } from "@/i18n/locale";
import { reportMessages } from "@/i18n/messages/report";

function cellText(locale: Locale, cell: Cell, { type, digits }: Column): string {
  if (cell === null) return "";
  if (typeof cell === "number") return formatNumber(locale, cell, digits, type === "percent");
  return type === "date" ? formatDate(locale, cell as IsoDate) : cell;
}

/** A table of the report as the page shows it: the same rows as in the file; where there is no value it says why, and never shows 0. */
export function ReportTable({ table, locale }: { readonly table: DataTable; readonly locale: Locale }) {
  if (table.rows.length === 0) return <p>{reportMessages[locale].emptyTable}</p>;
  return (
    // A keyboard must reach what only scrolling shows on a narrow screen.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls
    <section className="report__scroll" tabIndex={0} aria-labelledby={`bieu-${table.id}`}>
      <table className={`report__table report__table--${table.id}`} aria-labelledby={`bieu-${table.id}`}>
        <thead>
          <tr>
            {table.columns.map(({ id, heading, type }) => (
              <th key={id} scope="col" className={type === "text" ? undefined : "number"}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(({ key, cells, blanks }) => (
            <tr key={key} className={key === "all" ? "report__sum" : undefined}>
              {table.columns.map((column, index) => {
                const cell = cells[index] ?? null;
                const Tag = index === 0 ? "th" : "td";
                return (
                  <Tag
                    key={column.id}
                    {...(index === 0 ? { scope: "row" } : {})}
                    className={column.type === "text" ? undefined : "number"}
                  >
                    {cell === null ? (
                      <span className="muted">{blanks[column.id] ?? ""}</span>
                    ) : (
                      cellText(locale, cell, column)
                    )}
                  </Tag>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

import { neutraliseText } from "@/domain/spreadsheetText";
import type { Cell, DataTable, Metadata } from "./dataTable";

export type Separator = "," | ";";

/** Excel reads a CSV file as UTF-8 only with this in front. */
const BOM = "\uFEFF";

/** RFC 4180: quoted when it holds a separator, a quote or a line break. */
const quoted = (text: string, separator: Separator): string =>
  text.includes(separator) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/** With `;` numbers have the decimal comma that goes with it in Vietnamese and most European settings; no thousands. */
function cellText(cell: Cell, separator: Separator): string {
  if (cell === null) return "";
  if (typeof cell === "string") return neutraliseText(cell);
  return separator === ";" ? String(cell).replace(".", ",") : String(cell);
}

/**
 * A table as CSV: UTF-8 with a byte order mark, CRLF, one row of headings, a last column with the kind of each row, then an empty row and
 * the metadata as name and value. An unknown number is an empty cell, never 0.
 */
export function toCsv(table: DataTable, metadata: Metadata, separator: Separator): string {
  const line = (cells: readonly Cell[]) =>
    cells.map((cell) => quoted(cellText(cell, separator), separator)).join(separator);
  return `${BOM}${[
    line([...table.columns.map(({ heading }) => heading), metadata.kindHeading]),
    ...table.rows.map(({ cells, kind }) => line([...cells, metadata.kindNames[kind]])),
    "",
    ...metadata.pairs.map((pair) => line(pair)),
    "",
  ].join("\r\n")}`;
}

/** Plain rows of text as CSV, the first the headings: UTF-8 with a byte order mark, CRLF, nothing a spreadsheet would run. */
export const toCsvText = (rows: readonly (readonly string[])[]): string =>
  `${BOM}${rows.map((cells) => `${cells.map((cell) => quoted(neutraliseText(cell), ",")).join(",")}\r\n`).join("")}`;

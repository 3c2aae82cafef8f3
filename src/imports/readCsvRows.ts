import Papa from "papaparse";
import { type Columns, findColumns } from "./columns";
import type { GivenRow, GivenRows } from "./givenRows";
import { plainText } from "./plainText";
import type { ProblemLog } from "./problemLog";
import { MAX_FEATURES } from "./uploadedLayer";

const SEPARATORS = [",", ";", "\t"] as const;
type Separator = (typeof SEPARATORS)[number];

/** Characters within which the header row must end. */
const HEADER_CHARACTERS = 64 * 1024;
/** Excel's own first line, which names the separator. */
const SEPARATOR_LINE = /^sep=/i;
/** Stands alone in the last row when every quote was closed. A private-use character: no file means anything by it. */
const END_MARK = "\uE000";
/** A decimal number with a point or a comma, no thousands separators. */
const NUMBER = /^[+-]?(\d+([.,]\d*)?|[.,]\d+)(e[+-]?\d+)?$/i;
const MAX_NUMBER_CHARACTERS = 60;
/** Characters of the header row that a message repeats. */
const LISTED_HEADER = 300;

/**
 * Reads a table with a column of longitudes and one of latitudes: every row a point. Comma, semicolon or tab, whichever finds the
 * columns; numbers with a decimal point or comma; rows with nothing in them are skipped and not counted.
 */
export function readCsvRows(text: string, log: ProblemLog): GivenRows {
  const headers = SEPARATORS.map((separator) => headerOf(text, separator)).sort(
    (one, other) => other.cells.length - one.cells.length,
  );
  const found = headers.find(({ columns }) => columns !== null);
  if (found === undefined || found.columns === null) {
    const cells = (headers[0]?.cells ?? []).map((cell) => plainText(cell) ?? '""');
    log.add("no-coordinate-columns", null, cells.join(", ").slice(0, LISTED_HEADER));
    return { rows: null, given: 0 };
  }
  return rowsBelow(found.row, found.columns, found.cells.length, text, found.separator, log);
}

interface Header {
  readonly separator: Separator;
  readonly cells: readonly string[];
  /** From 1, as a spreadsheet counts. */
  readonly row: number;
  readonly columns: Columns | null;
}

function headerOf(text: string, separator: Separator): Header {
  const rows: string[][] = [];
  eachRow(text.slice(0, HEADER_CHARACTERS), separator, (cells) => rows.push([...cells]));
  const index = rows.findIndex((cells) => !isBlank(cells) && !SEPARATOR_LINE.test(cells[0] ?? ""));
  const cells = rows[index] ?? [];
  return { separator, cells, row: index + 1, columns: findColumns(cells) };
}

/** Calls `take` with the cells of every row, as they are parsed: all rows of a file at once may not fit into the memory. */
function eachRow(text: string, separator: Separator, take: (cells: readonly string[]) => void): void {
  // The parser takes one kind of line end for the whole text; files pasted together have several.
  Papa.parse<string[]>(text.replace(/\r\n?/g, "\n"), {
    delimiter: separator,
    newline: "\n",
    step: ({ data }) => take(data),
  });
}

const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === "");

function rowsBelow(
  headerRow: number,
  columns: Columns,
  width: number,
  text: string,
  separator: Separator,
  log: ProblemLog,
): GivenRows {
  const rows: GivenRow[] = [];
  let given = 0;
  let isEnded = false;
  let row = 0;
  let last = 0;
  eachRow(`${text}${text.endsWith("\n") ? "" : "\n"}${END_MARK}`, separator, (cells) => {
    row++;
    isEnded = cells.length === 1 && cells[0] === END_MARK;
    if (isEnded) return;
    last = row;
    if (row <= headerRow || isBlank(cells)) return;
    given++;
    if (given > MAX_FEATURES) return;
    const read = readRow(row, cells, columns, width, log);
    if (read !== null) rows.push(read);
  });
  if (!isEnded) log.add("unclosed-quote", last);
  if (given > MAX_FEATURES) log.add("too-many-features", null, given);
  if (given === 0 && isEnded) log.add("empty-collection", null);
  return { rows: isEnded && given > 0 && given <= MAX_FEATURES ? rows : null, given };
}

function readRow(
  row: number,
  cells: readonly string[],
  columns: Columns,
  width: number,
  log: ProblemLog,
): GivenRow | null {
  // A decimal comma in a file separated by commas: every cell after it stands in the wrong column.
  if (!isBlank(cells.slice(width))) {
    log.add("row-too-long", row, cells.length);
    return null;
  }
  const numbers: number[] = [];
  for (const column of [columns.lon, columns.lat]) {
    const cell = (cells[column] ?? "").trim();
    const number = numberOf(cell);
    if (number === null) {
      if (cell === "") log.add("missing-coordinate", row);
      else log.add("not-a-number", row, (plainText(cell) ?? "").slice(0, MAX_NUMBER_CHARACTERS));
      return null;
    }
    numbers.push(number);
  }
  const name = columns.name === null ? null : plainText(cells[columns.name]);
  return { row, name, geometries: [{ type: "Point", coordinates: numbers }] };
}

/** null when the cell is not one finite decimal number. */
function numberOf(cell: string): number | null {
  if (cell.length > MAX_NUMBER_CHARACTERS) return null;
  const text = cell.replace("\u2212", "-");
  const number = NUMBER.test(text) ? Number(text.replace(",", ".")) : Number.NaN;
  return Number.isFinite(number) ? number : null;
}

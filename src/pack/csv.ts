import Papa from "papaparse";
import { Cells } from "./cells";
import type { Located, Problems } from "./problems";

/** A table of a pack: its file name and how one row becomes a domain value. */
export interface Table<Row> {
  readonly file: string;
  readonly read: (cells: Cells) => Row;
}

/** Columns a table asks for, found by reading a blank row: the parser is the only list of them. */
export function columnsOf<Row>(table: Table<Row>): readonly string[] {
  const probe = Cells.probe();
  table.read(probe);
  return probe.asked();
}

/**
 * Reads one CSV. Every problem is collected; a row with an error is left out, and the run stops on errors anyway.
 * @param path as people know the file, relative to the repository
 */
export function readTable<Row>(
  table: Table<Row>,
  text: string,
  path: string,
  problems: Problems,
): Located<Row>[] {
  const parsed = Papa.parse<string[]>(text.replace(/^\uFEFF/, "").normalize("NFC"), { delimiter: "," });
  for (const { row, message } of parsed.errors) {
    const at = { file: path, row: row === undefined ? null : row + 1 };
    problems.error(at, null, null, message, "repair the quotes and commas of this row");
  }
  const [header = [], ...body] = parsed.data.map((cells) => cells.map((cell) => cell.trim()));
  const start = { file: path, row: 1 };
  for (const column of columnsOf(table)) {
    if (!header.includes(column)) {
      problems.error(
        start,
        column,
        null,
        "has no such column",
        `add the column "${column}", blank where unknown`,
      );
    }
  }
  for (const column of new Set(header.filter((name, index) => header.indexOf(name) !== index))) {
    problems.error(start, column, null, "has this column twice", "keep one");
  }
  return body.flatMap((values, index) => {
    const at = { file: path, row: index + 2 };
    if (values.every((value) => value === "")) return [];
    if (values.length !== header.length) {
      const message = `has ${values.length} cells where the header has ${header.length}`;
      problems.error(at, null, values.join(","), message, "quote cells that contain a comma");
      return [];
    }
    const cells = new Cells(at, new Map(header.map((name, place) => [name, values[place] ?? ""])), problems);
    const row = table.read(cells);
    return cells.failed ? [] : [{ row, at }];
  });
}

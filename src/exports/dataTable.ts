import type { Geometry } from "geojson";
import type { Kind } from "@/domain/source";

/** What the cells of a column hold: money is triệu đồng, percent 0–100, a date is an ISO day. */
export type CellType = "text" | "number" | "percent" | "money" | "date";

/** A cell as data. Null: there is no value; `blanks` of the row says why. */
export type Cell = string | number | null;

export interface Column {
  /** Stable, in English: the name of a property in GeoJSON. */
  readonly id: string;
  /** In the reader's language, with the unit. */
  readonly heading: string;
  readonly type: CellType;
  /** Decimals shown on screen; files carry the number as it is. */
  readonly digits: number;
  /** Shown when nobody has chosen columns. */
  readonly first: boolean;
}

export interface Row {
  readonly key: string;
  /** Least trustworthy kind of the sources behind the row. */
  readonly kind: Kind;
  /** Sources behind the row. */
  readonly sourceIds: readonly string[];
  readonly cells: readonly Cell[];
  /** In words why a cell is null, by column id; absent: not stated. */
  readonly blanks: Readonly<Record<string, string>>;
  /** Lon lat WGS 84; null: the place is not known well enough to be drawn. */
  readonly geometry: Geometry | null;
}

/** A table of what the map shows, ready for the screen and for a file. */
export interface DataTable {
  readonly id: string;
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

/** What must travel with the numbers. */
export interface Metadata {
  /** Name and value pairs in the reader's language, in order: title, as-of, kind, filter, sources with licence, address, release. */
  readonly pairs: readonly (readonly [name: string, value: string])[];
  /** Headings of the columns the files add. */
  readonly kindHeading: string;
  readonly kindNames: Readonly<Record<Kind, string>>;
}

/** Rows in the order of a column; blanks last whichever way, ties by key. Text by the language's own order. */
export function sortRows(
  table: Pick<DataTable, "columns" | "rows">,
  columnId: string,
  descending: boolean,
  compareText: (a: string, b: string) => number,
): readonly Row[] {
  const index = table.columns.findIndex(({ id }) => id === columnId);
  return table.rows.toSorted((a, b) => {
    const [left, right] = [a.cells[index] ?? null, b.cells[index] ?? null];
    if (left === null || right === null) {
      if (left !== right) return left === null ? 1 : -1;
    } else {
      const order =
        typeof left === "number" && typeof right === "number"
          ? left - right
          : compareText(String(left), String(right));
      if (order !== 0) return descending ? -order : order;
    }
    return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
  });
}

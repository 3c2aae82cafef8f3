import type { IsoDate } from "@/domain/date";

/**
 * One cell as a file gives it. `null`: blank. `day`: the file itself says that it is a day (a date cell of a workbook). `fault`: an error value
 * (`#REF!`), or a formula whose value was never computed.
 */
export type SheetCell =
  | string
  | number
  | boolean
  | null
  | { readonly day: IsoDate }
  | { readonly fault: string };

/** A table as it lies in a file, before anything is understood of it. */
export interface Sheet {
  /** The file as the reader named it. */
  readonly file: string;
  /** Name of the sheet in a workbook, of the layer in a zip; null where the file is one table. */
  readonly name: string | null;
  /** A sheet its author hid: read only when a person asks for it. */
  readonly isHidden: boolean;
  /** `rows[0]` is row 1 of the file; blank rows are kept, so that numbers stay true. Cells of a merged block repeat its value, listed in `merged`. */
  readonly rows: readonly (readonly SheetCell[])[];
  /** Blocks of merged cells, from 0, ends included. */
  readonly merged: readonly {
    readonly top: number;
    readonly left: number;
    readonly bottom: number;
    readonly right: number;
  }[];
  /** By row number, from 1: the geometry of features (WGS 84 lon lat); null: a plain table. */
  readonly geometries: ReadonlyMap<number, import("geojson").Geometry> | null;
}

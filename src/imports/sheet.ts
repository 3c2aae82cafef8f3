import type { IsoDate } from "@/domain/date";
import type { Crs } from "./layers/projection";
import type { GeometryFault } from "./positions";
import type { UploadedGeometry } from "./uploadedLayer";

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

/** What the features of a layer are; a file that mixes them is several layers. */
export const LAYER_KINDS = ["point", "line", "polygon"] as const;
export type LayerKind = (typeof LAYER_KINDS)[number];

/** Where the rows of a sheet lie, where the file is a map and not a table. */
export interface SheetLayer {
  readonly kind: LayerKind;
  /** What the file says of its reference system; null: nothing, or one that is not known here (`said`). */
  readonly crs: Crs | null;
  /** The system as the file names it; null: it names none. */
  readonly said: string | null;
  /** By row, from 1; coordinates as in the file. A row that is missing here and in `faults` has no geometry. */
  readonly geometries: ReadonlyMap<number, UploadedGeometry>;
  readonly faults: ReadonlyMap<number, GeometryFault>;
}

/** A table as it lies in a file, before anything is understood of it. */
export interface Sheet {
  /** The file as the reader named it. */
  readonly file: string;
  /** Name of the sheet in a workbook, of the layer in a zip; null where the file is one table. */
  readonly name: string | null;
  /** A sheet its author hid: read only when a person asks for it. */
  readonly isHidden: boolean;
  /**
   * `rows[0]` is row 1 of the file; blank rows are kept, so that numbers stay true. Cells of a merged block repeat its value, listed in
   * `merged`. Of a layer row 1 holds the names of the fields, and feature n stands in row n + 1.
   */
  readonly rows: readonly (readonly SheetCell[])[];
  /** Blocks of merged cells, from 0, ends included. */
  readonly merged: readonly {
    readonly top: number;
    readonly left: number;
    readonly bottom: number;
    readonly right: number;
  }[];
  /** Null: a plain table. */
  readonly layer: SheetLayer | null;
}

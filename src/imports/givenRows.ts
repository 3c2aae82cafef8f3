import type { UploadedGeometry } from "./uploadedLayer";

/** One row of a file as it was given: well-formed numbers, but not yet looked at on the map. */
export interface GivenRow {
  /** Counted as in `UploadedFeature`. */
  readonly row: number;
  readonly name: string | null;
  /** One; several when the row was a collection. Positions as in the file: two finite numbers, and a third where it gives a height. */
  readonly geometries: readonly UploadedGeometry[];
}

/** The rows of a file that could be read. */
export interface GivenRows {
  /** null: the file is refused. */
  readonly rows: readonly GivenRow[] | null;
  /** How many rows the file gave, read or not; 0 when it was not read that far. */
  readonly given: number;
}

import type { LineString, MultiLineString, MultiPoint, MultiPolygon, Point, Polygon } from "geojson";

/** The shapes an uploaded layer may hold: GeoJSON in lon lat WGS 84, two numbers a position, never a collection. */
export type UploadedGeometry = Point | LineString | MultiLineString | MultiPoint | Polygon | MultiPolygon;

/** One thing of an uploaded layer. */
export interface UploadedFeature {
  /**
   * Where it stands in the file: the feature's number from 1 in GeoJSON, the spreadsheet's row number in CSV (the header counts).
   * Features that were one geometry collection in the file share it.
   */
  readonly row: number;
  /** NFC, trimmed, at most 200 characters, never HTML; null when the file gives none. */
  readonly name: string | null;
  /** Exterior rings counter-clockwise, holes clockwise (RFC 7946), closed, no vertex twice in a row. */
  readonly geometry: UploadedGeometry;
}

/** A file a reader chose in the browser, read. It never leaves the browser. */
export interface UploadedLayer {
  /** File name, NFC, at most 200 characters. */
  readonly name: string;
  /** First 16 hex digits of the SHA-256 of the file's bytes: the same file gives the same hash. */
  readonly hash: string;
  /** In the order of the file; at least one. */
  readonly features: readonly UploadedFeature[];
}

/** What became of the file or the row: nothing was read, the row was not, it was read corrected, or it was read as it is. */
export type LayerProblemSeverity = "refused" | "left-out" | "mended" | "note";

/** Everything the reader can say about a file, and how bad each is. */
export const LAYER_PROBLEMS = {
  "empty-file": "refused",
  "too-large": "refused",
  archive: "refused",
  spreadsheet: "refused",
  shapefile: "refused",
  "other-format": "refused",
  "not-utf-8": "refused",
  "json-truncated": "refused",
  "json-broken": "refused",
  "not-geojson": "refused",
  topojson: "refused",
  "other-crs": "refused",
  projected: "refused",
  "empty-collection": "refused",
  "no-coordinate-columns": "refused",
  "unclosed-quote": "refused",
  "too-many-features": "refused",
  "too-many-vertices": "refused",
  "all-outside": "refused",
  "nothing-left": "refused",
  "not-a-feature": "left-out",
  "null-geometry": "left-out",
  "empty-geometry": "left-out",
  "unknown-geometry": "left-out",
  "wrong-nesting": "left-out",
  "not-a-number": "left-out",
  "missing-coordinate": "left-out",
  swapped: "left-out",
  "out-of-range": "left-out",
  "ring-too-short": "left-out",
  "line-too-short": "left-out",
  "row-too-long": "left-out",
  "all-swapped": "mended",
  "ring-unclosed": "mended",
  "part-left-out": "mended",
  "duplicate-vertices": "mended",
  "wrong-winding": "mended",
  "heights-dropped": "note",
  "self-crossing": "note",
  "crossing-unchecked": "note",
  "mixed-types": "note",
  "collection-split": "note",
  outside: "note",
  "partly-outside": "note",
  "utf-16": "note",
} as const satisfies Record<string, LayerProblemSeverity>;

export type LayerProblemCode = keyof typeof LAYER_PROBLEMS;

/** One thing to say about a file. The words are in `i18n/messages/uploads.ts`. */
export interface LayerProblem {
  readonly code: LayerProblemCode;
  readonly severity: LayerProblemSeverity;
  /** Counted as in `UploadedFeature`; null: about the file as a whole. */
  readonly row: number | null;
  /** What was found or how many: plain text for the sentence, numbers unformatted; "" when there is nothing to add. */
  readonly value: string;
}

/** What came of reading one file. */
export interface ReadResult {
  /** null when the file is refused. */
  readonly layer: UploadedLayer | null;
  /** null when the file was refused before it was clear what it is. */
  readonly format: LayerFormat | null;
  /** GeoJSON features or CSV rows with anything in them that the file gave, kept or not; 0 when it was not read that far. */
  readonly rows: number;
  /** In the order found; at most `LISTED_PER_CODE` of a code. */
  readonly problems: readonly LayerProblem[];
  /** How many problems of each code there are, listed or not. A row that is left out counts under exactly one code. */
  readonly totals: ProblemTotals;
}

export type LayerFormat = "geojson" | "csv";
export type ProblemTotals = Readonly<Partial<Record<LayerProblemCode, number>>>;

/** Bytes; 50 MB, counted as 1024 × 1024. A larger file is refused unread. */
export const MAX_BYTES = 50 * 1024 * 1024;
/** More features or rows are refused. */
export const MAX_FEATURES = 100_000;
/** More positions, all features together, are refused. */
export const MAX_VERTICES = 2_000_000;
/** Problems of one code that are listed; the rest is only counted, so that a bad file cannot make a million messages. */
export const LISTED_PER_CODE = 50;

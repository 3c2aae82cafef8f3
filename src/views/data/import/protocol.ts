import type { WorkChange } from "@/analysis/changesSince";
import type { CommuneCode } from "@/domain/commune";
import type { Source } from "@/domain/source";
import type { Locale } from "@/i18n/locale";
import type { RowChange } from "@/imports/draft/applyTables";
import type { Crs } from "@/imports/layers/projection";
import type { LayerKind } from "@/imports/sheet";
import type { GivenPlace } from "@/imports/tables/importProblem";
import type { MatchedColumn } from "@/imports/tables/matchHeadings";
import type { ProblemLine } from "@/imports/tables/problemLines";
import type { SheetCoordinates } from "@/imports/tables/rowPlaces";
import type { Pack } from "@/pack/packs";

/** A sheet as the page shows it: no more of its cells than a reader can look at. */
export interface SheetSummary {
  readonly id: number;
  readonly file: string;
  readonly name: string | null;
  readonly isHidden: boolean;
  /** A layer of a map: its headings are the names of its fields. */
  readonly isMap: boolean;
  readonly isUsed: boolean;
  readonly rows: number;
  /** Null: not taken for any table. */
  readonly form: string | null;
  /** Rows of the heading, from 1; 0 where there is none. */
  readonly first: number;
  readonly last: number;
  readonly columns: readonly MatchedColumn[];
  /** Of a map, or a table with coordinates in metres: what there is to choose from, and what is chosen; null: nothing. */
  readonly coordinates: (SheetCoordinates & { readonly chosen: Crs | null }) | null;
  /** The first rows below the heading, as text. */
  readonly preview: readonly (readonly string[])[];
}

/** A file that could not be read. Sentences in the reader's language. */
export interface RefusedFile {
  readonly file: string;
  readonly message: string;
  /** What has to be chosen before it can be read; null: nothing helps. */
  readonly needs: { readonly what: "encoding"; readonly candidates: readonly string[] } | null;
}

/** How many rows of a table are what. */
export interface TableCount {
  readonly form: string;
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly same: number;
}

/** A row that changes, with texts by column. */
export interface ShownChange {
  readonly form: string;
  readonly kind: Exclude<RowChange["kind"], "same">;
  readonly key: readonly string[];
  /** Columns that differ; before or after is null where there is no such row. */
  readonly cells: readonly {
    readonly column: string;
    readonly before: string | null;
    readonly after: string | null;
  }[];
  readonly place: string;
}

/** Where a changing row lies, lon lat WGS 84, drawn as roughly as a small map shows it. An area too small for that is a point. */
export interface ShownShape {
  readonly kind: LayerKind;
  /** Positions of the point, of the lines, of the rings. */
  readonly parts: readonly (readonly (readonly [number, number])[])[];
}

/** What a draft means for a work both registers know. */
export interface ShownWorkChange {
  readonly change: WorkChange;
  readonly name: string;
  readonly communes: readonly string[];
}

/** What a draft would be. */
export interface DraftSummary {
  /** No error is left. */
  readonly isReady: boolean;
  readonly errors: number;
  readonly warnings: number;
  readonly notes: number;
  /** The first of them; the file holds all. */
  readonly lines: readonly ProblemLine[];
  readonly counts: readonly TableCount[];
  readonly changes: readonly ShownChange[];
  /** Rows that change, shown or not. */
  readonly changedRows: number;
  /** What it means for works both know: started, finished, moved, money. */
  readonly works: readonly ShownWorkChange[];
  /** Communes with rows that change, and how many. */
  readonly communes: readonly (readonly [CommuneCode, number])[];
  /** Places and shapes of the rows that are added or changed, the first of them. */
  readonly shapes: readonly ShownShape[];
  readonly hasWithheld: boolean;
  /** Name of the release it would be; null: it cannot be built. */
  readonly release: string | null;
}

/** Everything the person said beside the files. */
export interface Wish {
  readonly packs: readonly Pack[];
  readonly source: Source | null;
  readonly fill: Readonly<Record<string, string>>;
  readonly replaced: readonly string[];
}

export type ToImporter =
  /** `root`: address of the site with its slash. */
  | { readonly type: "open"; readonly root: string; readonly locale: Locale }
  | {
      readonly type: "add";
      readonly name: string;
      readonly bytes: ArrayBuffer;
      readonly encoding: string | null;
    }
  | { readonly type: "remove"; readonly file: string }
  | { readonly type: "use"; readonly id: number; readonly isUsed: boolean }
  | { readonly type: "take"; readonly id: number; readonly form: string; readonly row: number | null }
  | { readonly type: "crs"; readonly id: number; readonly crs: Crs | null }
  | { readonly type: "match"; readonly id: number; readonly place: number; readonly column: string | null }
  /** Rows of what was given around one of them. */
  | { readonly type: "rows"; readonly at: GivenPlace }
  | { readonly type: "draft"; readonly wish: Wish }
  /** `day`: today as the person's device has it. */
  | { readonly type: "apply"; readonly day: string }
  | { readonly type: "file"; readonly which: "problems" | "release" | "full"; readonly day: string };

/** A few rows of a sheet as they were given. */
export interface Excerpt {
  readonly at: GivenPlace;
  /** Number of the first of them, from 1. */
  readonly first: number;
  /** The headings that were found; empty where none were. */
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export type FromImporter =
  | { readonly type: "rows"; readonly excerpt: Excerpt }
  | { readonly type: "opened"; readonly sources: readonly Source[]; readonly isDraft: boolean }
  | {
      readonly type: "sheets";
      readonly sheets: readonly SheetSummary[];
      readonly refused: readonly RefusedFile[];
    }
  | { readonly type: "progress"; readonly share: number }
  | { readonly type: "draft"; readonly draft: DraftSummary }
  | { readonly type: "applied" }
  | {
      readonly type: "file";
      readonly name: string;
      readonly bytes: Uint8Array<ArrayBuffer>;
      readonly mime: string;
    }
  | { readonly type: "failed"; readonly detail: string };

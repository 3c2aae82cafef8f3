/** Where something stands in what was handed in. */
export interface GivenPlace {
  readonly file: string;
  /** Null: the file is one table. */
  readonly sheet: string | null;
  /** As the program that wrote the file counts, from 1; null: the whole sheet. */
  readonly row: number | null;
  /** Heading as written, or the pack's own name where a column was asked for and not given; null: the whole row. */
  readonly column: string | null;
}

/** `error`: nothing is applied while one is left. `warning`: look at it. `note`: what was done with something. */
export type Severity = "error" | "warning" | "note";

/** What can be wrong with a given table, each with its severity. Its sentences are in `src/i18n/messages/importProblems.ts`. */
export const IMPORT_PROBLEMS = {
  "no-table": "error",
  "empty-sheet": "note",
  "hidden-sheet": "note",
  "column-missing": "error",
  "column-twice": "warning",
  "column-kept": "note",
  "total-row": "note",
  "total-differs": "warning",
  "group-row": "note",
  "number-merged": "error",
  "fault-cell": "error",
  "not-a-number": "error",
  "ambiguous-number": "error",
  "unit-converted": "note",
  "unit-other": "error",
  "percent-as-fraction": "error",
  thousandfold: "warning",
  "not-whole": "error",
  "not-a-day": "error",
  "partial-day": "error",
  "not-a-year": "error",
  "not-a-word": "error",
  "unknown-commune": "error",
  "ambiguous-commune": "error",
  "split-commune": "error",
  "merged-commune": "note",
  "renamed-commune": "note",
  "unknown-village": "error",
  "ambiguous-village": "error",
  "village-without-commune": "error",
  "crs-unknown": "error",
  "crs-elsewhere": "error",
  "axes-turned": "note",
  "geometry-missing": "error",
  "geometry-short": "error",
  "geometry-numbers": "error",
  "geometry-type": "error",
  "geometry-unused": "note",
  "rings-closed": "note",
  "lines-joined": "note",
  "assessed-derived": "warning",
  "already-recorded": "error",
  "same-row-twice": "error",
  "small-number": "warning",
} as const satisfies Readonly<Record<string, Severity>>;
export type ImportProblemCode = keyof typeof IMPORT_PROBLEMS;

/** Something to say of a given table. `params` are what its sentence repeats; texts as given, never HTML. */
export interface ImportProblem {
  readonly code: ImportProblemCode;
  readonly severity: Severity;
  readonly at: GivenPlace;
  /** As written; null: there is none. */
  readonly value: string | null;
  readonly params: Readonly<Record<string, string | number>>;
}

/** Gathers every problem of a table; nothing stops at the first. */
export class ImportProblems {
  readonly all: ImportProblem[] = [];

  add(
    code: ImportProblemCode,
    at: GivenPlace,
    value: string | null = null,
    params: ImportProblem["params"] = {},
  ): void {
    this.all.push({ code, severity: IMPORT_PROBLEMS[code], at, value, params });
  }
}

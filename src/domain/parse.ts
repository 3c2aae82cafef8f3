/** Where a bad value sits in its source, so that a person can open the file and fix it. */
export interface DataProblem {
  readonly severity: "error" | "warning";
  readonly file: string;
  /** 1-based and counting the header, i.e. the number a spreadsheet shows; null when the whole file is meant. */
  readonly row: number | null;
  /** Column heading, property or feature part; null when the whole row is meant. */
  readonly column: string | null;
  /** The offending value as written; null when there is none. */
  readonly value: string | null;
  /** What is wrong, in one sentence. */
  readonly message: string;
  /** What a person should do about it. */
  readonly remedy: string;
}

export function formatProblem({ severity, file, row, column, value, message, remedy }: DataProblem): string {
  const place = `${file}${row === null ? "" : `:${row}`}${column === null ? "" : ` [${column}]`}`;
  const shown = value === null ? "" : ` "${value.length > 60 ? `${value.slice(0, 60)}…` : value}"`;
  return `${severity} ${place}${shown} ${message} → ${remedy}`;
}

/** Every problem of a run, not the first one. */
export class DataError extends Error {
  override readonly name = "DataError";
  constructor(readonly problems: readonly DataProblem[]) {
    super(problems.map(formatProblem).join("\n"));
  }
}

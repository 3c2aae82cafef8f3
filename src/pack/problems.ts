import type { DataProblem } from "@/domain/parse";

/** Where something was read: a file of the repository and its row (the number a spreadsheet shows) or feature number. */
export interface Place {
  readonly file: string;
  readonly row: number | null;
}

/** A parsed value that still knows where it came from, so that later checks can name the row. */
export interface Located<Row> {
  readonly row: Row;
  readonly at: Place;
}

/** Gathers every problem of a run; nothing stops at the first. */
export class Problems {
  readonly #found: DataProblem[] = [];

  error(at: Place, column: string | null, value: unknown, message: string, remedy: string): void {
    this.#add("error", at, column, value, message, remedy);
  }

  warning(at: Place, column: string | null, value: unknown, message: string, remedy: string): void {
    this.#add("warning", at, column, value, message, remedy);
  }

  add(...problems: readonly DataProblem[]): void {
    // One by one: as arguments of a call a hundred thousand do not fit into a browser's stack.
    for (const problem of problems) this.#found.push(problem);
  }

  /** Errors first, then by file, row, column: the same for the same input whatever the order of the checks. */
  all(): DataProblem[] {
    return this.#found.toSorted(
      (a, b) =>
        compare(a.severity, b.severity) ||
        compare(a.file, b.file) ||
        (a.row ?? 0) - (b.row ?? 0) ||
        compare(a.column ?? "", b.column ?? "") ||
        compare(a.message, b.message) ||
        compare(a.value ?? "", b.value ?? ""),
    );
  }

  get hasErrors(): boolean {
    return this.#found.some(({ severity }) => severity === "error");
  }

  #add(
    severity: DataProblem["severity"],
    { file, row }: Place,
    column: string | null,
    value: unknown,
    message: string,
    remedy: string,
  ): void {
    const shown = value === null || value === undefined ? null : String(value);
    this.#found.push({ severity, file, row, column, value: shown, message, remedy });
  }
}

/** By code point: the same on every machine, unlike the order of a locale. */
export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

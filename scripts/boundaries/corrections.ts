import type { DataProblem } from "@/domain/parse";

/** A row of `data/official/corrections.csv`: one cell of a source file that is known to be wrong, and why. */
export interface Correction {
  readonly file: string;
  readonly key: string;
  readonly column: string;
  readonly from: string;
  readonly to: string;
  readonly reason: string;
}

export const toCorrections = (rows: readonly Record<string, string>[]): Correction[] =>
  rows.map(({ file = "", key = "", column = "", from = "", to = "", reason = "" }) => ({
    file,
    key,
    column,
    from,
    to,
    reason,
  }));

/**
 * The row with its corrections applied, and their reasons. A correction applies only while the source still says `from`;
 * one that no longer fits is reported, so that it does not outlive the error it mends.
 */
export function correctRow(
  row: Readonly<Record<string, string>>,
  key: string,
  corrections: readonly Correction[],
): { row: Record<string, string>; notes: string[]; problems: DataProblem[] } {
  const corrected = { ...row };
  const notes: string[] = [];
  const problems: DataProblem[] = [];
  for (const correction of corrections) {
    if (correction.key !== key) continue;
    const { column, from, to, reason } = correction;
    if (corrected[column] === from) {
      corrected[column] = to;
      notes.push(`${column}: "${from}" → "${to}" (${reason})`);
    } else
      problems.push({
        severity: "warning",
        file: "corrections.csv",
        row: null,
        column,
        value: corrected[column] ?? null,
        message: `The correction of ${key} no longer fits: the source does not say "${from}".`,
        remedy: "Remove the correction, or adapt it to the new source.",
      });
  }
  return { row: corrected, notes, problems };
}

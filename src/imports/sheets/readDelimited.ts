import Papa from "papaparse";
import type { Sheet, SheetCell } from "../sheet";

const SEPARATORS = [",", ";", "\t"] as const;
type Separator = (typeof SEPARATORS)[number];
/** Excel's own first line, which names the separator. */
const SEPARATOR_LINE = /^sep=(.)\s*$/i;
/** Rows by which the separator is chosen. */
const SAMPLE_ROWS = 30;
const SAMPLE_CHARACTERS = 64 * 1024;

/** Why a text is no table. */
export interface NotATable {
  readonly refused: "unclosed-quote" | "empty";
  /** Row it was seen in; 0: the whole. */
  readonly row: number;
}

/**
 * A text as a table, every cell as text. Comma, semicolon or tab: the one that parts most rows into the same number of cells. Row numbers
 * are those of a spreadsheet that opens the file; a `sep=` line counts as its first row and stays blank.
 */
export function readDelimited(file: string, text: string): Sheet | NotATable {
  const lines = text.replace(/\r\n?/g, "\n");
  if (lines.trim() === "") return { refused: "empty", row: 0 };
  const named = SEPARATOR_LINE.exec(lines.slice(0, Math.max(0, lines.indexOf("\n"))))?.[1];
  const separator = SEPARATORS.find((each) => each === named) ?? chosenSeparator(lines);
  const { data, errors } = Papa.parse<string[]>(lines, { delimiter: separator, newline: "\n" });
  const unclosed = errors.find(({ code }) => code === "MissingQuotes");
  if (unclosed !== undefined) return { refused: "unclosed-quote", row: (unclosed.row ?? 0) + 1 };
  if (data.at(-1)?.every((cell) => cell === "")) data.pop();
  const rows = data.map((cells, index): readonly SheetCell[] =>
    named !== undefined && index === 0 ? [] : cells.map((cell) => (cell.trim() === "" ? null : cell.trim())),
  );
  return { file, name: null, isHidden: false, rows, merged: [], layer: null };
}

function chosenSeparator(text: string): Separator {
  const scores = SEPARATORS.map((separator) => {
    const { data } = Papa.parse<string[]>(text.slice(0, SAMPLE_CHARACTERS), {
      delimiter: separator,
      newline: "\n",
      preview: SAMPLE_ROWS,
    });
    const widths = data.filter((cells) => cells.some((cell) => cell !== "")).map(({ length }) => length);
    const usual = mostCommon(widths);
    const share = widths.filter((width) => width === usual).length / Math.max(1, widths.length);
    return { separator, score: usual > 1 ? usual * share : 0 };
  });
  const [best] = scores.toSorted((a, b) => b.score - a.score);
  return best === undefined || best.score === 0 ? "," : best.separator;
}

function mostCommon(numbers: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  return [...counts].toSorted(([a, countA], [b, countB]) => countB - countA || b - a)[0]?.[0] ?? 0;
}

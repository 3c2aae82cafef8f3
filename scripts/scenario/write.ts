import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Feature, FeatureCollection } from "geojson";

/** A cell: null is unknown and written blank. */
export type Cell = string | number | null;
/** A table of the pack: rows hold exactly the columns named, in any order. */
export interface TableFile<Column extends string = string> {
  readonly file: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Readonly<Record<Column, Cell>>[];
}

const cellText = (cell: Cell): string => {
  if (cell === null) return "";
  const text = String(cell).normalize("NFC");
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** The text of a CSV file: UTF-8, LF, quoted only where needed. */
export const csvText = <Column extends string>({ columns, rows }: TableFile<Column>): string =>
  [columns, ...rows.map((row) => columns.map((column) => row[column]))]
    .map((cells) => `${cells.map(cellText).join(",")}\n`)
    .join("");

/** One feature a line: a change of one zone is one line of a diff. */
export const featuresText = ({ features }: FeatureCollection): string =>
  `{"type":"FeatureCollection","features":[\n${features.map((each: Feature) => JSON.stringify(each)).join(",\n")}\n]}\n`;

/** Writes the files of the pack, name → text. */
export function writeFiles(outDir: string, files: ReadonlyMap<string, string>): void {
  mkdirSync(outDir, { recursive: true });
  for (const [name, text] of files) writeFileSync(join(outDir, name), text);
}

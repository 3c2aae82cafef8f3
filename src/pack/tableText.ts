import Papa from "papaparse";

/** A CSV of a pack as text: its header and the cells of every row, nothing understood. */
export interface TableText {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Reads a CSV of a pack; a blank text is a table without columns. */
export function parseTable(text: string): TableText {
  const body = text
    .replace(/^\uFEFF/, "")
    .normalize("NFC")
    .trimEnd();
  if (body === "") return { header: [], rows: [] };
  const [header = [], ...rows] = Papa.parse<string[]>(body, { delimiter: "," }).data;
  return { header, rows };
}

/** The bytes `npm run data` and a person with a text editor expect: LF, a final newline, quotes only where needed. */
export const writeTable = ({ header, rows }: TableText): string =>
  `${Papa.unparse([[...header], ...rows.map((cells) => [...cells])], { newline: "\n" })}\n`;

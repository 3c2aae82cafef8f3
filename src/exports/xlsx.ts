import type { CellObject, SheetData } from "write-excel-file/universal";
import writeExcel from "write-excel-file/universal";
import { neutraliseText } from "@/domain/spreadsheetText";
import type { Cell, Column, DataTable, Metadata } from "./dataTable";

const MAX_SHEET_NAME = 31;

/** Excel refuses these in the name of a sheet. */
const sheetName = (title: string): string => title.replace(/[[\]:*?/\\]/g, " ").slice(0, MAX_SHEET_NAME);

const FORMATS: Readonly<Partial<Record<Column["type"], string>>> = {
  percent: "0.00",
  money: "#,##0",
  date: "dd/mm/yyyy",
};

function cellOf(cell: Cell, { type }: Pick<Column, "type">): CellObject | null {
  if (cell === null) return null;
  const format = FORMATS[type];
  if (typeof cell === "number") return { type: Number, value: cell, ...(format ? { format } : {}) };
  if (type === "date" && /^\d{4}-\d{2}-\d{2}$/.test(cell))
    return { type: Date, value: new Date(`${cell}T00:00:00Z`), format: FORMATS.date ?? "dd/mm/yyyy" };
  return { type: String, value: neutraliseText(cell) };
}

/** Excel refuses two sheets of one name: later ones get a number. */
function uniqueNames(titles: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return titles.map((title) => {
    const name = sheetName(title);
    let unique = name;
    for (let number = 2; taken.has(unique.toLowerCase()); number++) {
      const suffix = ` ${number}`;
      unique = `${name.slice(0, MAX_SHEET_NAME - suffix.length)}${suffix}`;
    }
    taken.add(unique.toLowerCase());
    return unique;
  });
}

/**
 * A workbook: a sheet for each table with real numbers and days and the kind of each row, and one with the metadata. An unknown number is
 * an empty cell.
 */
export async function toWorkbook(
  tables: readonly DataTable[],
  metadata: Metadata,
  metadataTitle: string,
): Promise<Blob> {
  const heading = (text: string): CellObject => ({
    type: String,
    value: neutraliseText(text),
    fontWeight: "bold",
  });
  const sheetData = (table: DataTable): SheetData => [
    [...table.columns.map((column) => heading(column.heading)), heading(metadata.kindHeading)],
    ...table.rows.map(({ cells, kind }) => [
      ...cells.map((cell, index) => cellOf(cell, table.columns[index] ?? { type: "text" })),
      { type: String, value: metadata.kindNames[kind] },
    ]),
  ];
  const about: SheetData = metadata.pairs.map(([name, value]) => [
    heading(name),
    { type: String, value: neutraliseText(value) },
  ]);
  const names = uniqueNames([...tables.map(({ title }) => title), metadataTitle]);
  return writeExcel([
    ...tables.map((table, index) => ({
      sheet: names[index] ?? "",
      data: sheetData(table),
      columns: [...table.columns.map(({ type }) => ({ width: type === "text" ? 28 : 16 })), { width: 14 }],
      stickyRowsCount: 1,
    })),
    { sheet: names.at(-1) ?? "", data: about, columns: [{ width: 28 }, { width: 100 }] },
  ]).toBlob();
}

/** A workbook of one table and its metadata. */
export const toXlsx = (table: DataTable, metadata: Metadata, metadataTitle: string): Promise<Blob> =>
  toWorkbook([table], metadata, metadataTitle);

import type { CellObject, SheetData } from "write-excel-file/universal";
import writeExcel from "write-excel-file/universal";
import type { Cell, Column, DataTable, Metadata } from "./dataTable";
import { neutraliseText } from "./neutralise";

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

/**
 * A workbook of two sheets: the table with real numbers and days and the kind of each row, and the metadata. An unknown number is an
 * empty cell.
 */
export async function toXlsx(table: DataTable, metadata: Metadata, metadataTitle: string): Promise<Blob> {
  const heading = (text: string): CellObject => ({
    type: String,
    value: neutraliseText(text),
    fontWeight: "bold",
  });
  const data: SheetData = [
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
  const widths = table.columns.map(({ type }) => ({ width: type === "text" ? 28 : 16 }));
  return writeExcel([
    { sheet: sheetName(table.title), data, columns: [...widths, { width: 14 }], stickyRowsCount: 1 },
    { sheet: sheetName(metadataTitle), data: about, columns: [{ width: 28 }, { width: 100 }] },
  ]).toBlob();
}

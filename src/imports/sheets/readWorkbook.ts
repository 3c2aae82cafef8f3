import { type CellObject, read, SSF, type WorkBook, type WorkSheet } from "@e965/xlsx";
import { type IsoDate, isIsoDate } from "@/domain/date";
import type { Sheet, SheetCell } from "../sheet";

/** Why a workbook is not read. */
export type WorkbookRefusal = "password" | "broken" | "no-sheets";

/** Rows and columns of one sheet: what Excel itself can hold is more than any office's table. */
const MAX_ROWS = 200_000;
const MAX_COLUMNS = 300;

/**
 * Every sheet of a workbook (.xlsx, .xlsm, .xls, .ods), the hidden ones marked. Of a formula the value it had when the file was saved, a
 * fault where there is none; day cells by their number format, in either system of days; cells of a merged block repeat its value. Styles,
 * pictures, notes and macros are not looked at. Files with a password are refused.
 */
export function readWorkbook(
  file: string,
  bytes: Uint8Array,
): readonly Sheet[] | { readonly refused: WorkbookRefusal } {
  let book: WorkBook;
  try {
    book = read(bytes, {
      type: "array",
      dense: true,
      cellHTML: false,
      cellText: false,
      cellFormula: true,
      cellNF: true,
      // Otherwise a formula without a value is no cell at all, and would pass for blank.
      sheetStubs: true,
      sheetRows: MAX_ROWS,
    });
  } catch (cause) {
    return { refused: /password|encrypt/i.test(String(cause)) ? "password" : "broken" };
  }
  const has1904 = book.Workbook?.WBProps?.date1904 === true;
  const sheets = book.SheetNames.flatMap((name, index): Sheet[] => {
    const sheet = Object.hasOwn(book.Sheets, name) ? book.Sheets[name] : undefined;
    if (sheet === undefined) return [];
    const isHidden = (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0;
    return [{ file, name: name.normalize("NFC"), isHidden, ...contentOf(sheet, has1904), layer: null }];
  });
  return sheets.length === 0 ? { refused: "no-sheets" } : sheets;
}

function contentOf(sheet: WorkSheet, has1904: boolean): Pick<Sheet, "rows" | "merged"> {
  const data: readonly (readonly (CellObject | undefined)[] | undefined)[] = sheet["!data"] ?? [];
  const rows = Array.from({ length: data.length }, (_, row): SheetCell[] => {
    const cells = data[row] ?? [];
    return Array.from({ length: Math.min(cells.length, MAX_COLUMNS) }, (_, place) =>
      cellOf(cells[place], has1904),
    );
  });
  const merged = (sheet["!merges"] ?? []).map(({ s, e }) => ({
    top: s.r,
    left: s.c,
    bottom: Math.min(e.r, rows.length - 1),
    right: Math.min(e.c, MAX_COLUMNS - 1),
  }));
  for (const { top, left, bottom, right } of merged) {
    const value = rows[top]?.[left] ?? null;
    for (let row = top; row <= bottom; row++) {
      const cells = rows[row];
      if (cells === undefined) continue;
      for (let place = left; place <= right; place++) {
        while (cells.length <= place) cells.push(null);
        cells[place] = value;
      }
    }
  }
  return { rows, merged };
}

function cellOf(cell: CellObject | undefined, has1904: boolean): SheetCell {
  if (cell === undefined) return null;
  const { t, v, z, f } = cell;
  if (t === "e") return { fault: String(cell.w ?? FAULTS[Number(v)] ?? "#?") };
  // A formula of a program that does not compute: the library puts 0 there, and nobody knows its value.
  if (t === "z" || v === undefined || v === null) return f === undefined ? null : { fault: `=${f}` };
  if (t === "n" && typeof v === "number") {
    return typeof z === "string" && SSF.is_date(z) ? (dayOf(v, has1904) ?? v) : v;
  }
  if (t === "b") return Boolean(v);
  if (v instanceof Date) return dayText(v.toISOString().slice(0, 10));
  const text = String(v).normalize("NFC");
  return text.trim() === "" ? null : text;
}

const FAULTS: Readonly<Record<number, string>> = {
  0: "#NULL!",
  7: "#DIV/0!",
  15: "#VALUE!",
  23: "#REF!",
  29: "#NAME?",
  36: "#NUM!",
  42: "#N/A",
};

/** Days between the two systems. */
const SYSTEMS_APART = 1462;

/** Null: a time of day, or a number that is no day. */
function dayOf(serial: number, has1904: boolean): SheetCell {
  const whole = Math.floor(serial) + (has1904 ? SYSTEMS_APART : 0);
  if (whole < 1) return null;
  return dayText(new Date(Date.UTC(1899, 11, 30) + whole * 86_400_000).toISOString().slice(0, 10));
}

const dayText = (text: string): { day: IsoDate } | null => (isIsoDate(text) ? { day: text } : null);

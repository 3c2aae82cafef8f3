import { isIsoDate } from "@/domain/date";
import type { Column, Row } from "@/exports/dataTable";
import { formatDate, formatNumber } from "@/i18n/format";
import type { Locale } from "@/i18n/locale";

/** A cell as it is read: the value as the language writes it, or why there is none. `index`: the column's place among the row's cells. */
export function cellText(locale: Locale, row: Row, column: Column, index: number): string {
  const cell = row.cells[index] ?? null;
  if (cell === null) return row.blanks[column.id] ?? "";
  if (typeof cell === "number") return formatNumber(locale, cell, column.digits);
  return column.type === "date" && isIsoDate(cell) ? formatDate(locale, cell) : cell;
}

import { foldAccents } from "@/analysis/foldAccents";
import type { ColumnType } from "../forms/form";
import type { Sheet, SheetCell } from "../sheet";
import type { GivenPlace, ImportProblems } from "./importProblem";
import { type HeadingMatch, isRowNumber, textOf } from "./matchHeadings";

/** A row of data as it was given: cells by column of the form, and what the form does not know by its heading. */
export interface GivenRecord {
  /** From 1, as in the file. */
  readonly row: number;
  readonly cells: ReadonlyMap<string, SheetCell>;
  readonly extra: ReadonlyMap<string, string>;
}

const TOTAL = /^(tong|tong cong|tong so|tong toan tinh|cong|cong tong|total|sum)( |$)/;
/** Folding every text of every row is most of the work: those that cannot be a total are told by their first letters. */
const MAY_BE_TOTAL = /^[^\p{L}\p{N}]*(t[oòóỏõọôồốổỗộ]|c[oòóỏõọôồốổỗộ]|su)/iu;
const isTotalText = (text: string): boolean => MAY_BE_TOTAL.test(text) && TOTAL.test(foldAccents(text));
const COLUMN_NUMBER = /^\(?\d{1,2}\)?([=+].*)?$/;
/** Columns whose values add up: repeating one is counting it twice. */
const ADDED_UP: ReadonlySet<ColumnType> = new Set<ColumnType>(["money", "whole", "count"]);
/** Fewer cells than this, and none of the key: a heading of a group, a signature, a remark below the table. */
const FEW_CELLS = 3;

/** The place of a column of the form in the sheet, for a problem. */
export const placeOf = (
  sheet: Sheet,
  match: HeadingMatch,
  row: number | null,
  column: string | null,
): GivenPlace => ({
  file: sheet.file,
  sheet: sheet.name,
  row,
  column: column === null ? null : (match.columns.find((each) => each.column === column)?.heading ?? column),
});

/**
 * The rows below the headings that are rows of the table. Numbers of columns, headings of groups, totals and remarks are left out and
 * named; a total that its rows do not add up to is named as well.
 * @param numberOf reads a number of a column, null: blank or no number
 */
export function dataRows(
  sheet: Sheet,
  match: HeadingMatch,
  problems: ImportProblems,
  numberOf: (column: string, cell: SheetCell) => number | null,
): readonly GivenRecord[] {
  const { form, columns, last } = match;
  const places = new Map(
    columns.flatMap(({ column }, place) => (column === null ? [] : [[column, place] as const])),
  );
  const typeOf = new Map(form.columns.map(({ column, type }) => [column, type]));
  const adding = [...places].filter(([column]) => ADDED_UP.has(typeOf.get(column) ?? "text"));
  const keyed = form.key.filter((column) => places.has(column));
  const ids = keyed.length > 0 ? keyed : [...places.keys()].slice(0, 1);
  const repeated = repeatedCells(sheet, new Set(adding.map(([, place]) => place)));
  const records: GivenRecord[] = [];
  /** Records before the last total: a total of a group adds up those after it. */
  let summed = 0;
  const at = (row: number | null, column: string | null) => placeOf(sheet, match, row, column);

  for (let index = last; index < sheet.rows.length; index++) {
    const cells = sheet.rows[index] ?? [];
    const row = index + 1;
    const given = cells.map(textOf).filter((text) => text !== "");
    if (given.length === 0) continue;
    if (records.length === 0 && given.length > 2 && given.every((text) => COLUMN_NUMBER.test(text))) continue;
    const texts = given.slice(0, 3).filter((text) => !/^[\d.,\s]*$/.test(text));
    const isTotal = texts.some(isTotalText);
    const lacksKey = ids.some((column) => {
      const text = textOf(cells[places.get(column) ?? -1]);
      return text === "" || isTotalText(text);
    });
    if (isTotal && lacksKey) {
      problems.add("total-row", at(row, null), texts[0] ?? null);
      checkTotal(cells, row);
      summed = records.length;
      continue;
    }
    if (
      lacksKey &&
      ids.every((column) => textOf(cells[places.get(column) ?? -1]) === "") &&
      distinct(given) < FEW_CELLS
    ) {
      problems.add("group-row", at(row, null), given.join(" · ").slice(0, 120));
      continue;
    }
    for (const place of repeated.get(index) ?? [])
      problems.add("number-merged", at(row, columns[place]?.column ?? null), textOf(cells[place]));
    records.push(recordOf(cells, row));
  }
  return records;

  function recordOf(cells: readonly SheetCell[], row: number): GivenRecord {
    const known = new Map<string, SheetCell>();
    const extra = new Map<string, string>();
    columns.forEach(({ heading, column }, place) => {
      const cell = cells[place] ?? null;
      if (column !== null) known.set(column, cell);
      // A second column under the pack's own name of one must not take its place.
      else if (heading !== "" && textOf(cell) !== "" && !isRowNumber(heading))
        extra.set(typeOf.has(heading) ? `${heading} (2)` : heading, textOf(cell));
    });
    return { row, cells: known, extra };
  }

  function checkTotal(cells: readonly SheetCell[], row: number): void {
    // A total above its rows (offices write both) speaks of rows that were not read yet.
    if (records.length === 0) return;
    for (const [column, place] of adding) {
      const stated = numberOf(column, cells[place] ?? null);
      if (stated === null) continue;
      const values = records.map((record) => numberOf(column, record.cells.get(column) ?? null));
      const sums = [values, values.slice(summed)]
        .filter((part) => part.length > 0)
        .map((part) => addUp(part, stated));
      if (sums.some((sum) => sum === null)) continue;
      problems.add("total-differs", at(row, column), textOf(cells[place]), { sum: sums[0] ?? 0 });
    }
  }
}

/** The sum, where it contradicts the total stated; null: it agrees, or a blank leaves open what it would be. */
function addUp(values: readonly (number | null)[], stated: number): number | null {
  const sum = values.reduce<number>((total, value) => total + (value ?? 0), 0);
  const agrees = Math.abs(sum - stated) <= 1e-6 * Math.max(1, Math.abs(stated));
  // More than the total is wrong whatever the blanks are.
  return agrees || (values.includes(null) && sum < stated) ? null : sum;
}

const distinct = (texts: readonly string[]): number => new Set(texts).size;

/** Cells of a merged block below or beside its first one, in columns that add up. Row index → places. */
function repeatedCells(sheet: Sheet, adding: ReadonlySet<number>): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, number[]>();
  for (const { top, left, bottom, right } of sheet.merged) {
    for (let row = top; row <= Math.min(bottom, sheet.rows.length - 1); row++) {
      for (let place = left; place <= right; place++) {
        if ((row === top && place === left) || !adding.has(place)) continue;
        found.set(row, [...(found.get(row) ?? []), place]);
      }
    }
  }
  return found;
}

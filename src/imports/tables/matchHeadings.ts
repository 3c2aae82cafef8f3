import { foldAccents } from "@/analysis/foldAccents";
import type { ColumnForm, TableForm } from "../forms/form";
import type { Sheet, SheetCell } from "../sheet";

/** Which column of a form each column of a sheet holds. */
export interface HeadingMatch {
  readonly form: TableForm;
  /** Rows of the heading, from 1, ends included: two where a group heading stands above. */
  readonly first: number;
  readonly last: number;
  /** By column of the sheet, from 0. */
  readonly columns: readonly MatchedColumn[];
}

export interface MatchedColumn {
  /** As written, group heading in front where there is one; "" where the heading is blank. */
  readonly heading: string;
  /** The form's column; null: the form does not know it, and it is kept as it is. */
  readonly column: string | null;
}

/** Headings further down belong to another table. */
const SEARCHED_ROWS = 40;
/** "Tổng mức đầu tư (triệu đồng) *" is the heading without its unit and its mark. */
const BRACKETED = /[([{][^)\]}]*[)\]}]/g;

export const textOf = (cell: SheetCell | undefined): string => {
  if (cell === null || cell === undefined) return "";
  if (typeof cell === "object") return "day" in cell ? cell.day : cell.fault;
  return String(cell).normalize("NFC").trim();
};

/** "% hộ nghèo" is not "Hộ nghèo". */
const whole = (text: string): string => foldAccents(text.replaceAll("%", " phan tram "));
const fold = (text: string): string => whole(text.replace(BRACKETED, " "));

/** Every name of a column, folded: the pack's own, the headings of both languages, and what offices call it. */
export const namesOf = ({ column, heading, aliases }: ColumnForm): readonly string[] => [
  ...new Set([column, heading.vi, heading.en, ...aliases].map(fold)),
];

/** Names → column of each form, made once. */
const indexes = new WeakMap<TableForm, ReadonlyMap<string, string>>();

function indexOf(form: TableForm): ReadonlyMap<string, string> {
  const known = indexes.get(form);
  if (known !== undefined) return known;
  const made = new Map(
    form.columns.flatMap((column) => namesOf(column).map((name): [string, string] => [name, column.column])),
  );
  indexes.set(form, made);
  return made;
}

/** The column a heading means; null: none of this form. */
export function columnMeant(form: TableForm, heading: string): string | null {
  const index = indexOf(form);
  return index.get(whole(heading)) ?? index.get(fold(heading)) ?? null;
}

interface Candidate extends HeadingMatch {
  readonly found: number;
  readonly share: number;
}

/**
 * Finds the table in a sheet: the rows whose cells are most nearly the headings of one of the forms. Accents, case, order, units in
 * brackets and columns nobody knows do not matter. `wanted` narrows to one form. Null: at most one heading is known, or the key of the
 * form is not among them and fewer than half are known.
 */
export function matchHeadings(sheet: Sheet, forms: readonly TableForm[]): HeadingMatch | null {
  let best: Candidate | null = null;
  for (let row = 0; row < Math.min(sheet.rows.length, SEARCHED_ROWS); row++) {
    for (const form of forms) {
      for (const candidate of [oneRow(sheet, form, row), twoRows(sheet, form, row)]) {
        if (candidate !== null && (best === null || isBetter(candidate, best))) best = candidate;
      }
    }
  }
  if (best === null) return null;
  const { form, first, last, columns } = best;
  return { form, first, last, columns };
}

const isBetter = (one: Candidate, other: Candidate): boolean =>
  one.found > other.found || (one.found === other.found && one.share > other.share);

function oneRow(sheet: Sheet, form: TableForm, row: number): Candidate | null {
  return candidate(form, (sheet.rows[row] ?? []).map(textOf), row, row);
}

/** A group heading merged over several columns: "Giải ngân" above "Trong năm" and "Lũy kế". */
function twoRows(sheet: Sheet, form: TableForm, row: number): Candidate | null {
  const [upper, lower] = [sheet.rows[row], sheet.rows[row + 1]];
  const isGrouped = sheet.merged.some(({ top, left, bottom, right }) =>
    top === row && bottom === row ? right > left : top === row && bottom === row + 1,
  );
  if (upper === undefined || lower === undefined || !isGrouped) return null;
  const width = Math.max(upper.length, lower.length);
  const headings = Array.from({ length: width }, (_, place) => {
    const [above, below] = [textOf(upper[place]), textOf(lower[place])];
    return below === "" || below === above ? above : above === "" ? below : `${above} ${below}`;
  });
  const alone = (sheet.rows[row + 1] ?? []).map(textOf);
  // "Giải ngân lũy kế" where the two are read together, "Ngày khởi công" where the lower one says all.
  const columns = headings.map((heading, place) =>
    columnMeant(form, heading) !== null
      ? heading
      : columnMeant(form, alone[place] ?? "") !== null
        ? (alone[place] ?? "")
        : heading,
  );
  return candidate(form, columns, row, row + 1);
}

function candidate(
  form: TableForm,
  headings: readonly string[],
  first: number,
  last: number,
): Candidate | null {
  const taken = new Set<string>();
  const columns = headings.map((heading): MatchedColumn => {
    const column = heading === "" ? null : columnMeant(form, heading);
    // A second column of the same meaning is not guessed at: the person chooses.
    if (column === null || taken.has(column)) return { heading, column: null };
    taken.add(column);
    return { heading, column };
  });
  const named = headings.filter((heading) => heading !== "").length;
  const share = named === 0 ? 0 : taken.size / named;
  const hasKey = form.key.some((column) => taken.has(column));
  if (taken.size < 2 || (!hasKey && share < 0.5)) return null;
  return { form, first: first + 1, last: last + 1, columns, found: taken.size, share };
}

/** A row taken for the headings because a person says so, however few of them are known. */
export function headingsAt(sheet: Sheet, form: TableForm, row: number): HeadingMatch {
  const taken = new Set<string>();
  const columns = (sheet.rows[row - 1] ?? []).map(textOf).map((heading): MatchedColumn => {
    const column = heading === "" ? null : columnMeant(form, heading);
    if (column === null || taken.has(column)) return { heading, column: null };
    taken.add(column);
    return { heading, column };
  });
  return { form, first: row, last: row, columns };
}

/** The same match with another choice for one column; a column of the form is held by one column of the sheet at most. */
export function withChoice(match: HeadingMatch, place: number, column: string | null): HeadingMatch {
  const columns = match.columns.map((each, at) => {
    if (at === place) return { ...each, column };
    return column !== null && each.column === column ? { ...each, column: null } : each;
  });
  return { ...match, columns };
}

/** Columns the form requires and nothing holds. */
export const missingColumns = ({ form, columns }: HeadingMatch): readonly ColumnForm[] =>
  form.columns.filter((each) => each.isRequired && !columns.some(({ column }) => column === each.column));

import { foldAccents } from "@/analysis/foldAccents";
import type { ColumnForm, ColumnType, TableForm } from "../forms/form";
import type { LayerKind, Sheet, SheetCell } from "../sheet";

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

/** Counts the rows of the sheet, and says nothing of them. */
const ROW_NUMBER = /^(stt|tt|so tt|so thu tu|no|row)$/;
/** A column that names the commune where the form has none of its own. */
const COMMUNE = /^((ten|ma) )?(xa|xa phuong|dia ban|don vi|commune)( \S+)?$/;
export const isOfCommune = (heading: string): boolean => COMMUNE.test(fold(heading));
/** A heading under which nothing is kept. */
export const isRowNumber = (heading: string): boolean => ROW_NUMBER.test(foldAccents(heading));

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

/** What takes the shape of a feature. */
const SHAPES: Readonly<Record<LayerKind, ColumnType>> = {
  point: "longitude",
  line: "lines",
  polygon: "polygons",
};
const OF_SHAPE: ReadonlySet<ColumnType> = new Set<ColumnType>(["longitude", "latitude", "lines", "polygons"]);

/** Whether a column is filled by the shapes of a layer and not by its fields. */
export const isFromShape = (sheet: Sheet, { type }: ColumnForm): boolean =>
  sheet.layer !== null && OF_SHAPE.has(type);

/** Whether the table has a place for the shapes of the layer; a plain table has none to place. */
export const takesShapes = (form: TableForm, { layer }: Sheet): boolean =>
  layer !== null && form.columns.some(({ type }) => type === SHAPES[layer.kind]);

/** Lines and areas belong to tables of lines and areas, and those to nothing else; anything more is the person's choice. */
function mayBe(form: TableForm, sheet: Sheet): boolean {
  const wantsShapes = form.columns.some(({ type }) => type === "lines" || type === "polygons");
  const hasShapes = sheet.layer !== null && sheet.layer.kind !== "point";
  return wantsShapes === hasShapes && (!wantsShapes || takesShapes(form, sheet));
}

/** Fields of shapefiles hold so many letters, and no more. */
const FIELD_LETTERS = 10;
const squeezed = (text: string): string => fold(text).replaceAll(" ", "");
const squeezedIndexes = new WeakMap<TableForm, ReadonlyMap<string, string>>();

function squeezedIndexOf(form: TableForm): ReadonlyMap<string, string> {
  const known = squeezedIndexes.get(form);
  if (known !== undefined) return known;
  const made = new Map(
    form.columns.flatMap((column) =>
      namesOf(column).map((name): [string, string] => [name.replaceAll(" ", ""), column.column]),
    ),
  );
  squeezedIndexes.set(form, made);
  return made;
}

/**
 * The column the name of a field means: CAP_NGUYCO is "Cấp nguy cơ", and MA_CONG_TR, which is as long as a field's name may be, begins
 * like "Mã công trình" and like no other column. Null: none, or more than one.
 */
export function fieldMeant(form: TableForm, field: string): string | null {
  const index = squeezedIndexOf(form);
  const name = squeezed(field);
  const whole = columnMeant(form, field) ?? index.get(name) ?? null;
  if (whole !== null || field.length !== FIELD_LETTERS) return whole;
  const found = new Set([...index].flatMap(([each, column]) => (each.startsWith(name) ? [column] : [])));
  const [only] = found;
  return found.size === 1 ? (only ?? null) : null;
}

/** Of a heading of a table, or of a field of a map. */
export const meantIn = ({ layer }: Sheet, form: TableForm, heading: string): string | null =>
  layer === null ? columnMeant(form, heading) : fieldMeant(form, heading);

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
  // A layer has its names in row 1.
  const searched = sheet.layer === null ? SEARCHED_ROWS : 1;
  for (let row = 0; row < Math.min(sheet.rows.length, searched); row++) {
    for (const form of forms) {
      if (forms.length > 1 && !mayBe(form, sheet)) continue;
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
  return candidate(sheet, form, (sheet.rows[row] ?? []).map(textOf), row, row);
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
  return candidate(sheet, form, columns, row, row + 1);
}

const OF_VILLAGES = /(^| )(thon|ban|khu|to dan pho|village)( |$)/;

/**
 * Which column each heading is taken for. A second column of the same meaning is not guessed at: the person chooses. But of a commune's
 * and a village's column the village's names the area, and the commune's says where that is.
 */
function taken(sheet: Sheet, form: TableForm, headings: readonly string[]): readonly MatchedColumn[] {
  const fromShape = new Set(
    form.columns.filter((column) => isFromShape(sheet, column)).map(({ column }) => column),
  );
  const meant = headings.map((heading) => {
    const column = heading === "" ? null : meantIn(sheet, form, heading);
    return column !== null && fromShape.has(column) ? null : column;
  });
  const isArea = (column: string | null) =>
    column !== null && form.columns.some((each) => each.column === column && each.type === "area");
  const village = headings.findIndex(
    (heading, place) => isArea(meant[place] ?? null) && OF_VILLAGES.test(foldAccents(heading)),
  );
  const held = new Set<string>();
  return headings.map((heading, place): MatchedColumn => {
    const column = meant[place] ?? null;
    if (column === null || held.has(column)) return { heading, column: null };
    if (village >= 0 && isArea(column) && place !== village) return { heading, column: null };
    held.add(column);
    return { heading, column };
  });
}

function candidate(
  sheet: Sheet,
  form: TableForm,
  headings: readonly string[],
  first: number,
  last: number,
): Candidate | null {
  const columns = taken(sheet, form, headings);
  const held = new Set(columns.flatMap(({ column }) => column ?? []));
  // The shapes are a column that needs no heading.
  const found = held.size + Number(takesShapes(form, sheet));
  const named = headings.filter((heading) => heading !== "").length;
  const share = named === 0 ? 0 : held.size / named;
  const hasKey = form.key.some((column) => held.has(column));
  if (found < 2 || (!hasKey && share < 0.5)) return null;
  return { form, first: first + 1, last: last + 1, columns, found, share };
}

/** A row taken for the headings because a person says so, however few of them are known. */
export function headingsAt(sheet: Sheet, form: TableForm, row: number): HeadingMatch {
  const columns = taken(sheet, form, (sheet.rows[row - 1] ?? []).map(textOf));
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

/** Columns the form requires and nothing holds. A shape of the wrong kind, or none, is named row by row. */
export const missingColumns = (sheet: Sheet, { form, columns }: HeadingMatch): readonly ColumnForm[] =>
  form.columns.filter(
    (each) =>
      each.isRequired && !isFromShape(sheet, each) && !columns.some(({ column }) => column === each.column),
  );

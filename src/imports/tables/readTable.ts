import { group } from "d3";
import type { LineString, MultiLineString, Position } from "geojson";
import { foldAccents } from "@/analysis/foldAccents";
import type { Commune } from "@/domain/commune";
import type { Village } from "@/domain/village";
import { frameOf } from "@/pack/frame";
import { type Notation, notationOf, readNumber } from "../cells/number";
import type { ColumnType, TableForm } from "../forms/form";
import type { Crs } from "../layers/projection";
import type { Sheet, SheetCell } from "../sheet";
import { type CanonicalRow, canonicalRow, MONEY_SCALES, type Reading } from "./canonicalRow";
import { dataRows, type GivenRecord, placeOf } from "./dataRows";
import { type ImportProblem, ImportProblems } from "./importProblem";
import { communeMatcher } from "./matchCommune";
import {
  type HeadingMatch,
  isOfCommune,
  isRowNumber,
  meantIn,
  missingColumns,
  textOf,
} from "./matchHeadings";
import { villageMatcher } from "./matchVillage";
import { placesOfRows } from "./rowPlaces";

/** A sheet understood: rows as a pack holds them, and everything there is to say. */
export interface TableRead {
  readonly form: TableForm;
  readonly sheet: Sheet;
  readonly match: HeadingMatch;
  readonly rows: readonly CanonicalRow[];
  readonly problems: readonly ImportProblem[];
}

/** What names in the tables may mean. */
export interface KnownPlaces {
  readonly communes: readonly Commune[];
  /** Of the packs, and of the villages handed in with the tables. */
  readonly villages: readonly Pick<Village, "villageId" | "name" | "aliases" | "communeCode">[];
}

/** What the file does not say and the person did. */
export interface TableChoices {
  /** One value for all rows by column, canonical. */
  readonly fill: ReadonlyMap<string, string>;
  /** Reference system of a layer's shapes, or of coordinates in metres; null: not known. */
  readonly crs: Crs | null;
}

/** Called every so often with the share of rows done, 0–1; throwing from it stops the reading. */
export type OnProgress = (share: number) => void;

const NUMBERS: ReadonlySet<ColumnType> = new Set<ColumnType>([
  "number",
  "percent",
  "money",
  "whole",
  "count",
  "longitude",
  "latitude",
  "metres",
]);
/** "(tỷ đồng)" in a heading; triệu đồng is the pack's own. */
const HEADING_UNITS: readonly (readonly [RegExp, string])[] = [
  [/(^| )ty( dong)?( |$)|billion/, "tỷ"],
  [/(^| )(nghin|ngan) dong|thousand/, "nghìn"],
  [/trieu|million/, "triệu"],
  [/(^| )(dong|vnd)( |$)/, "đồng"],
];
const BRACKETS = /[([{]([^)\]}]*)[)\]}]/g;
/** Total of the programme's provincial budget, triệu đồng: one work above it was written in another unit. */
const MORE_THAN_ALL = 4_000_000;
const PROGRESS_ROWS = 2000;

/** Understands a sheet whose headings were matched. */
export function readTable(
  sheet: Sheet,
  match: HeadingMatch,
  places: KnownPlaces,
  { fill, crs }: TableChoices,
  onProgress: OnProgress = () => undefined,
): TableRead {
  const problems = new ImportProblems();
  const { form } = match;
  const header = (column: string | null) => placeOf(sheet, match, match.last, column);
  for (const column of missingColumns(sheet, match)) {
    const isGiven = fill.has(column.column) || (column.column === "area_level" && holds(match, "area_code"));
    if (!isGiven) problems.add("column-missing", header(column.column), null, { heading: column.heading.vi });
  }
  for (const { heading, column } of match.columns) {
    if (column !== null || heading === "" || isRowNumber(heading)) continue;
    // Beside a village's column it is read: it says where the village is.
    if (isOfCommune(heading) && holds(match, "area_code")) continue;
    problems.add(
      meantIn(sheet, form, heading) === null ? "column-kept" : "column-twice",
      header(heading),
      heading,
    );
  }

  const notations = notationsOf(sheet, match);
  const numberOf = (column: string, cell: SheetCell): number | null => {
    const read = readNumber(cell, notations.get(column) ?? null);
    return read.kind === "number" ? read.value : null;
  };
  const records = dataRows(sheet, match, problems, numberOf);
  if (records.length === 0) problems.add("empty-sheet", header(null));
  checkFractions(records, match, numberOf, (column, value) =>
    problems.add("percent-as-fraction", header(column), value),
  );

  const reading: Reading = {
    sheet,
    match,
    notations,
    scales: scalesOf(match),
    commune: communeMatcher(places.communes),
    village: villageMatcher(places.villages),
    fill,
    places: placesOfRows(
      sheet,
      match,
      records,
      crs,
      places.communes.length === 0 ? null : frameOf(places.communes),
      (column, record) => numberOf(column, record.cells.get(column) ?? null),
      problems,
    ),
  };
  const given = records.map((record, index) => {
    if (index % PROGRESS_ROWS === 0) onProgress(index / records.length);
    return canonicalRow(record, reading, problems);
  });
  const rows = joinLines(given, form, (parts) =>
    problems.add("lines-joined", header(null), null, { features: parts }),
  );
  for (const { row, values } of rows) {
    for (const { column, type } of form.columns) {
      const money = type === "money" ? Number(values.get(column) || 0) : 0;
      if (money > MORE_THAN_ALL)
        problems.add("thousandfold", placeOf(sheet, match, row, column), String(money), { money });
    }
  }
  checkRepeats(rows, form, (row, first) =>
    problems.add("same-row-twice", placeOf(sheet, match, row, null), null, { first }),
  );
  onProgress(1);
  return { form, sheet, match, rows, problems: problems.all };
}

const holds = (match: HeadingMatch, name: string): boolean =>
  match.columns.some(({ column }) => column === name);

/** How each column of numbers is written: decided over all of its cells. */
function notationsOf(sheet: Sheet, match: HeadingMatch): ReadonlyMap<string, Notation | null> {
  const types = new Map(match.form.columns.map(({ column, type }) => [column, type]));
  return new Map(
    match.columns.flatMap(({ column }, place): [string, Notation | null][] =>
      column === null || !NUMBERS.has(types.get(column) ?? "text")
        ? []
        : [[column, notationOf(sheet.rows.slice(match.last).map((cells) => cells[place] ?? null))]],
    ),
  );
}

/** What the headings say of the unit of money. */
function scalesOf(match: HeadingMatch): ReadonlyMap<string, number> {
  const types = new Map(match.form.columns.map(({ column, type }) => [column, type]));
  return new Map(
    match.columns.flatMap(({ column, heading }): [string, number][] => {
      if (column === null || types.get(column) !== "money") return [];
      const said = [...heading.matchAll(BRACKETS)].map(([, inside]) => foldAccents(inside ?? "")).join(" ");
      const unit = HEADING_UNITS.find(([pattern]) => pattern.test(said))?.[1];
      return unit === undefined ? [] : [[column, MONEY_SCALES[unit] ?? 1]];
    }),
  );
}

/** A column of percentages that are all between 0 and 1, with fractions among them: 0,48 is meant as 48 %. */
function checkFractions(
  records: readonly GivenRecord[],
  match: HeadingMatch,
  numberOf: (column: string, cell: SheetCell) => number | null,
  report: (column: string, value: string) => void,
): void {
  for (const { column, type } of match.form.columns) {
    if (type !== "percent") continue;
    const cells = records.map((record) => record.cells.get(column) ?? null);
    const values = cells.flatMap((cell) => numberOf(column, cell) ?? []);
    const fraction = values.find((value) => !Number.isInteger(value));
    const isWritten = cells.some((cell) => textOf(cell).includes("%"));
    if (values.length > 1 && fraction !== undefined && !isWritten && values.every((value) => value <= 1))
      report(column, String(fraction));
  }
}

/** Rows that give the key of an earlier one. Rows with a blank in the key are named by the checks of the pack. */
function checkRepeats(
  rows: readonly CanonicalRow[],
  form: TableForm,
  report: (row: number, first: number) => void,
): void {
  const seen = new Map<string, number>();
  for (const { row, values } of rows) {
    const key = keyText(form, values);
    if (key === null) continue;
    const first = seen.get(key);
    if (first === undefined) seen.set(key, row);
    else report(row, first);
  }
}

/** A road drawn as several features is one line of its work: their parts together, in the place of the first. */
function joinLines(
  rows: readonly CanonicalRow[],
  form: TableForm,
  report: (parts: number) => void,
): readonly CanonicalRow[] {
  const column = form.columns.find(({ type }) => type === "lines")?.column;
  if (column === undefined) return rows;
  let joined = 0;
  const groups = group(rows, (row) => keyText(form, row.values) ?? row);
  const whole = [...groups.values()].flatMap((parts): readonly CanonicalRow[] => {
    const [first] = parts;
    if (first === undefined || parts.length === 1) return parts;
    joined += parts.length;
    const lines = parts.flatMap(({ values }) => linesIn(values.get(column) ?? ""));
    const shape = lines.length === 0 ? "" : JSON.stringify({ type: "MultiLineString", coordinates: lines });
    return [{ ...first, values: new Map([...first.values, [column, shape]]) }];
  });
  if (joined > 0) report(joined);
  return whole;
}

function linesIn(text: string): readonly Position[][] {
  if (text === "") return [];
  const { type, coordinates } = JSON.parse(text) as LineString | MultiLineString;
  return type === "LineString" ? [coordinates] : coordinates;
}

/** The key of a row as one text; null: the first part of it is blank. */
export function keyText(form: TableForm, values: ReadonlyMap<string, string>): string | null {
  const parts = form.key.map((column) => values.get(column) ?? "");
  return (parts[0] ?? "") === "" ? null : parts.join("\u0000");
}

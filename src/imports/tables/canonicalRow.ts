import { foldAccents } from "@/analysis/foldAccents";
import type { CommuneCode } from "@/domain/commune";
import { restoreGivenText } from "@/domain/spreadsheetText";
import { readDay } from "../cells/day";
import { type Notation, readNumber } from "../cells/number";
import type { ColumnForm, TableForm } from "../forms/form";
import type { Sheet, SheetCell } from "../sheet";
import { type GivenRecord, placeOf } from "./dataRows";
import type { ImportProblems } from "./importProblem";
import type { CommuneMatch } from "./matchCommune";
import { type HeadingMatch, isOfCommune, textOf } from "./matchHeadings";
import type { VillageMatch } from "./matchVillage";
import type { RowPlace } from "./rowPlaces";

/** What is needed to understand the cells of a table. */
export interface Reading {
  readonly sheet: Sheet;
  readonly match: HeadingMatch;
  /** Decimal comma or point, by column; null: nothing in the column tells. */
  readonly notations: ReadonlyMap<string, Notation | null>;
  /** What a number of the column is multiplied by to be in the unit of the form; the heading may say "tỷ đồng". */
  readonly scales: ReadonlyMap<string, number>;
  readonly commune: (text: string) => CommuneMatch;
  readonly village: (text: string, communes: readonly CommuneCode[]) => VillageMatch;
  /** One value for all rows, by column: what the file does not say and the person did. Canonical. */
  readonly fill: ReadonlyMap<string, string>;
  /** Where rows lie, where that is not in their cells; null: it is. */
  readonly places: ReadonlyMap<number, RowPlace> | null;
}

/** A row as a pack holds it: text by column, "" where unknown. */
export interface CanonicalRow {
  readonly row: number;
  readonly values: ReadonlyMap<string, string>;
  /** By heading: kept as further columns. */
  readonly extra: ReadonlyMap<string, string>;
}

const PARTS = /[;\n]| và /;
const WITHHELD = "*";

/**
 * One row in the words, codes, units and notation of a pack. A cell that cannot be understood is reported and left blank; nothing is
 * guessed where two readings are possible.
 */
export function canonicalRow(record: GivenRecord, reading: Reading, problems: ImportProblems): CanonicalRow {
  const { form } = reading.match;
  // All of them at once, in the form's order: they are set below in another.
  const values = new Map(form.columns.map(({ column }) => [column, ""]));
  const place = reading.places?.get(record.row) ?? null;
  for (const column of communesFirst(form)) {
    const placed = place === null ? null : partOf(place, column);
    if (placed !== null) {
      values.set(column.column, placed);
      continue;
    }
    const cell = record.cells.get(column.column) ?? null;
    const text = canonicalCell(column, cell, record, values, reading, problems);
    values.set(column.column, text === "" ? (reading.fill.get(column.column) ?? "") : text);
  }
  const area = values.get("area_code") ?? "";
  if (values.get("area_level") === "" && area !== "") values.set("area_level", levelOf(area));
  return { row: record.row, values, extra: record.extra };
}

/** What a column takes from where its row lies; null: nothing. */
function partOf({ lon, lat, shape }: RowPlace, { type }: ColumnForm): string | null {
  if (type === "longitude") return lon;
  if (type === "latitude") return lat;
  return type === "lines" || type === "polygons" ? shape : null;
}

/** What kind of area a code is of: offices' tables name the area and not its kind. */
const levelOf = (area: string): string =>
  area === PROVINCE ? "province" : /^\d{5}$/.test(area) ? "commune" : "village";

const isOfVillage = ({ type }: ColumnForm): boolean =>
  type === "village" || type === "villages" || type === "area";

const orders = new WeakMap<TableForm, readonly ColumnForm[]>();

/** A village's name means something only within its communes: they are read before it. Sorted once a form, not once a row. */
function communesFirst(form: TableForm): readonly ColumnForm[] {
  const known = orders.get(form);
  if (known !== undefined) return known;
  const made = form.columns.toSorted((a, b) => Number(isOfVillage(a)) - Number(isOfVillage(b)));
  orders.set(form, made);
  return made;
}

/** Canonical text of one cell; "" where it is blank, or was reported. */
function canonicalCell(
  column: ColumnForm,
  cell: SheetCell,
  record: GivenRecord,
  values: ReadonlyMap<string, string>,
  reading: Reading,
  problems: ImportProblems,
): string {
  const text = textOf(cell);
  if (text === "") {
    // A table of villages gives the commune's own figures in a row without a village.
    return column.type === "area" ? (communesOf(record, values, reading)[0] ?? "") : "";
  }
  const at = placeOf(reading.sheet, reading.match, record.row, column.column);
  if (typeof cell === "object" && cell !== null && "fault" in cell) {
    problems.add("fault-cell", at, cell.fault);
    return "";
  }
  const report = (code: Parameters<ImportProblems["add"]>[0], params = {}): "" => {
    problems.add(code, at, text, params);
    return "";
  };
  switch (column.type) {
    case "text":
    case "source":
      return restoreGivenText(text);
    // Nobody types a shape: what stands in such a column is not one.
    case "lines":
    case "polygons":
      return "";
    case "list":
      return parts(text).join(";");
    case "commune":
    case "communes": {
      const codes = (column.type === "commune" ? [text] : communeParts(text, reading.commune)).map((part) =>
        communeCode(part, reading.commune(part), (code, params) => problems.add(code, at, part, params)),
      );
      return codes.includes(null) ? "" : [...new Set(codes)].join(";");
    }
    case "village":
    case "villages": {
      const ids = (column.type === "village" ? [text] : parts(text)).map((part) =>
        villageId(part, reading.village(part, communesOf(record, values, reading)), (code, params) =>
          problems.add(code, at, part, params),
        ),
      );
      return ids.includes(null) ? "" : [...new Set(ids)].join(";");
    }
    case "area":
      return areaCode(text);
    case "word":
      return wordOf(column, text) ?? report("not-a-word", { words: wordsOf(column) });
    case "day":
    case "partial-day":
      return dayOf(cell, column.type === "partial-day");
    case "year": {
      const year = /(?:^|\D)(\d{4})$/.exec(text)?.[1];
      return year ?? report("not-a-year");
    }
    default:
      return numberText(column, cell);
  }

  function areaCode(given: string): string {
    const level = values.get("area_level");
    if (
      level === "province" ||
      given === PROVINCE ||
      /^(tinh )?bac ninh$|^toan tinh$/.test(foldAccents(given))
    )
      return PROVINCE;
    const within = communesOf(record, values, reading);
    if (level !== "commune") {
      const village = reading.village(given, within);
      if (village.kind === "found") return village.id;
      if (level === "village") {
        return villageId(given, village, (code, params) => problems.add(code, at, given, params)) ?? "";
      }
    }
    return (
      communeCode(given, reading.commune(given), (code, params) => problems.add(code, at, given, params)) ??
      ""
    );
  }

  function dayOf(given: SheetCell, partly: boolean): string {
    const read = readDay(given);
    switch (read.kind) {
      case "blank":
        return "";
      case "day":
        return read.day;
      case "partial":
        return partly && !read.text.includes("Q")
          ? read.text
          : report("partial-day", { precision: read.text });
      case "not-a-day":
        return report("not-a-day");
    }
  }

  function numberText({ column: name, type }: ColumnForm, given: SheetCell): string {
    const read = readNumber(given, reading.notations.get(name) ?? null);
    switch (read.kind) {
      case "blank":
        return "";
      case "withheld":
        return type === "count" ? WITHHELD : report("not-a-number");
      case "ambiguous": {
        const [thousands, fraction] = read.readings;
        // 106.968 as thousands is no longitude, 12.500 as a fraction no whole million: one reading is left.
        if (thousands > (MOST[type] ?? Number.POSITIVE_INFINITY)) return scaled(name, type, fraction, null);
        return isWhole(name, type) && !Number.isInteger(fraction)
          ? scaled(name, type, thousands, null)
          : report("ambiguous-number", { first: thousands, second: fraction });
      }
      case "not-a-number":
        return report("not-a-number");
      case "number":
        return scaled(name, type, read.value, read.unit);
    }
  }

  /** Whether the column holds whole numbers in the unit it is written in; a heading in tỷ may well have fractions. */
  function isWhole(name: string, type: ColumnForm["type"]): boolean {
    if (type === "money") return (reading.scales.get(name) ?? 1) === 1;
    return type === "whole" || type === "count";
  }

  function scaled(name: string, type: ColumnForm["type"], value: number, unit: string | null): string {
    const scale = unit === null ? (reading.scales.get(name) ?? 1) : MONEY_SCALES[unit];
    if (type !== "money") return unit === null ? plain(value) : report("unit-other", { unit });
    if (scale === undefined) return report("unit-other", { unit: unit ?? "" });
    const money = Number((value * scale).toPrecision(15));
    if (!Number.isSafeInteger(money)) return report("not-whole", { value: money });
    if (scale !== 1) problems.add("unit-converted", at, text, { money });
    return plain(money);
  }
}

/** What no value of the type exceeds. */
const MOST: Readonly<Partial<Record<ColumnForm["type"], number>>> = {
  percent: 100,
  longitude: 180,
  latitude: 90,
};

/** Code of the province in area columns. */
const PROVINCE = "24";

/** Units of money, in triệu đồng. */
export const MONEY_SCALES: Readonly<Record<string, number>> = {
  tỷ: 1000,
  triệu: 1,
  nghìn: 1e-3,
  đồng: 1e-6,
};

/** Digits with a point; no exponent however large or small. */
const plain = (value: number): string =>
  Math.abs(value) >= 1e21 || (value !== 0 && Math.abs(value) < 1e-6) ? value.toFixed(12) : String(value);

const parts = (text: string): string[] =>
  text
    .split(PARTS)
    .map((part) => restoreGivenText(part.trim()))
    .filter((part) => part !== "");

/** Names parted by commas where the whole is no name; a name may hold "(huyện …)" but no comma of its own unless a district follows. */
function communeParts(text: string, match: Reading["commune"]): string[] {
  return parts(text).flatMap((part) =>
    match(part).kind !== "none" || !part.includes(",") ? [part] : part.split(",").map((each) => each.trim()),
  );
}

type Report = (
  code: Parameters<ImportProblems["add"]>[0],
  params?: Readonly<Record<string, string | number>>,
) => void;

function communeCode(given: string, found: CommuneMatch, report: Report): CommuneCode | null {
  switch (found.kind) {
    case "found":
      if (found.via === "merged") report("merged-commune", { code: found.code });
      if (found.via === "same") report("renamed-commune", { code: found.code });
      return found.code;
    case "split":
      report("split-commune", { codes: found.codes.join(", ") });
      return null;
    case "ambiguous":
      report("ambiguous-commune", { codes: found.codes.join(", ") });
      return null;
    case "none":
      report("unknown-commune", { name: given });
      return null;
  }
}

function villageId(given: string, found: VillageMatch, report: Report): string | null {
  switch (found.kind) {
    case "found":
      return found.id;
    case "ambiguous":
      report("ambiguous-village", { ids: found.ids.join(", ") });
      return null;
    case "commune-needed":
      report("village-without-commune", { name: given });
      return null;
    case "none":
      report("unknown-village", { name: given });
      return null;
  }
}

/** Communes the row names: in the form's own column, or in a further one that is called so. */
function communesOf(
  record: GivenRecord,
  values: ReadonlyMap<string, string>,
  { commune }: Reading,
): readonly CommuneCode[] {
  const own = values.get("commune_codes") ?? values.get("commune_code") ?? "";
  if (own !== "") return own.split(";") as CommuneCode[];
  for (const [heading, text] of record.extra) {
    if (!isOfCommune(heading)) continue;
    const found = commune(text);
    if (found.kind === "found") return [found.code];
  }
  return [];
}

const wordIndexes = new WeakMap<ColumnForm, ReadonlyMap<string, string>>();

/** The word a text means in a column of words; null: none. */
export function wordOf(column: ColumnForm, text: string): string | null {
  let index = wordIndexes.get(column);
  if (index === undefined) {
    index = new Map(
      Object.entries(column.words ?? {}).flatMap(([word, { vi, en }]) =>
        // As written too: most cells are, and need no folding.
        [word, vi, en].flatMap((name): [string, string][] => [
          [foldAccents(name), word],
          [name, word],
        ]),
      ),
    );
    wordIndexes.set(column, index);
  }
  return index.get(text) ?? index.get(foldAccents(text)) ?? null;
}

const wordsOf = ({ words }: ColumnForm): string =>
  Object.values(words ?? {})
    .map(({ vi }) => vi)
    .join(" · ");

import type { Geometry } from "geojson";
import { releaseOf } from "@/domain/release";
import { KINDS, type Kind } from "@/domain/source";
import type { Cell, CellType, DataTable, Metadata, Row } from "@/exports/dataTable";
import { formatDate } from "@/i18n/format";
import { dataPageMessages } from "@/i18n/messages/dataPage";
import type { ColumnForm, ColumnType, TableForm } from "@/imports/forms/form";
import { SHAPE_COLUMN } from "@/pack/featureText";
import type { TableText } from "@/pack/tableText";
import { leastTrusted } from "../explore/words";
import type { ReadingPage } from "../page/context";

const CELL_TYPES: Readonly<Partial<Record<ColumnType, CellType>>> = {
  day: "date",
  percent: "percent",
  money: "money",
  number: "number",
  whole: "number",
  count: "number",
  longitude: "number",
  latitude: "number",
  metres: "number",
};

/** A cell of a pack as data: words in the reader's language, numbers as numbers, `*` as it stands. Null: unknown. */
function cellOf({ type, words }: ColumnForm, text: string, locale: ReadingPage["locale"]): Cell {
  if (text === "") return null;
  const word = words !== null && Object.hasOwn(words, text) ? words[text] : undefined;
  if (word !== undefined) return word[locale];
  const isNumber = CELL_TYPES[type] !== undefined && CELL_TYPES[type] !== "date";
  return isNumber && /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}

const isShape = ({ type }: ColumnForm): boolean => type === "lines" || type === "polygons";

/** Whether rows of the table may lie somewhere: it goes home as a map as well. */
export const isMapped = ({ columns }: TableForm): boolean =>
  columns.some((column) => isShape(column) || column.type === "longitude");

/** Where a row lies; null: nowhere that is known. */
function geometryOf(form: TableForm, textIn: (column: string) => string): Geometry | null {
  const shape = textIn(SHAPE_COLUMN);
  if (form.columns.some(isShape)) return shape === "" ? null : (JSON.parse(shape) as Geometry);
  const [lon, lat] = [textIn("lon"), textIn("lat")];
  return isMapped(form) && lon !== "" && lat !== ""
    ? { type: "Point", coordinates: [Number(lon), Number(lat)] }
    : null;
}

/** A table of the packs as a person takes it home: every column of its form, in the words and the language of the page. */
export function packTable(form: TableForm, tables: readonly TableText[], page: ReadingPage): DataTable {
  const { locale, sourceById } = page;
  const workSources = new Map(page.snapshot.register.works.map(({ workId, sourceId }) => [workId, sourceId]));
  const shown = form.columns.filter((column) => !isShape(column));
  const rows = tables.flatMap(({ header, rows: all }) => {
    const textIn = (cells: readonly string[], column: string) => cells[header.indexOf(column)] ?? "";
    return all.map((cells): Row => {
      // A line has no source of its own: it is its work's.
      const source = textIn(cells, "source_id") || (workSources.get(textIn(cells, "work_id")) ?? "");
      return {
        key: form.key.map((column) => textIn(cells, column)).join(" "),
        kind: sourceById.get(source)?.kind ?? "inference",
        sourceIds: [source],
        cells: shown.map((column) => cellOf(column, textIn(cells, column.column), locale)),
        blanks: {},
        geometry: geometryOf(form, (column) => textIn(cells, column)),
      };
    });
  });
  const columns = shown.map(({ column, heading, unit, type }) => ({
    id: column,
    heading: unit === null ? heading[locale] : `${heading[locale]} (${unit[locale]})`,
    type: CELL_TYPES[type] ?? ("text" as const),
    digits: 0,
    first: true,
  }));
  return { id: form.id, title: form.title[locale], columns, rows };
}

/** What travels with a table: what it is, as of when, of which kind, from where, under which licence, which release. */
export function packMetadata(page: ReadingPage, table: DataTable): Metadata {
  const { locale, messages, snapshot, sourceById, manifest } = page;
  const m = dataPageMessages[locale];
  const kindNames = Object.fromEntries(
    KINDS.map((kind) => [kind, messages.domain[`kind.${kind}`]]),
  ) as Record<Kind, string>;
  const used = [...new Set(table.rows.flatMap(({ sourceIds }) => sourceIds))];
  const kind = leastTrusted(table.rows.map((row) => row.kind));
  const release = releaseOf(manifest);
  const sources = used
    .flatMap((id) => sourceById.get(id) ?? [])
    .map(
      ({ title, publisher, licence, kind: own }) => `${title} (${publisher}; ${kindNames[own]}; ${licence})`,
    );
  return {
    kindHeading: m.kind,
    kindNames,
    pairs: [
      [m.file, table.title],
      [m.asOf, formatDate(locale, snapshot.asOf)],
      ...(table.rows.length === 0 ? [] : [[m.kind, kindNames[kind]] as const]),
      ...(kind === "illustrative" ? [[m.kind, m.noteIllustrative] as const] : []),
      [m.licences, sources.join(" | ")],
      ...(release === null ? [] : [["release", release] as const]),
      [m.file, m.noteBlank],
    ],
  };
}

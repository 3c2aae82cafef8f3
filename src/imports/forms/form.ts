import type { Locale } from "@/i18n/locale";
import type { Table } from "@/pack/csv";

/** A text in every language of the site. */
export type Localised = Readonly<Record<Locale, string>>;

/**
 * What the cells of a column hold, and so how a given cell is understood:
 * text · list (parts by `;`) · commune, communes (5-digit codes or names) · village, villages (ids or names) · area (code of a commune or
 * village, or 24) · word (one of `words`) · day · partial-day (a year, a month or a day) · year · number · percent (0–100) · money (whole
 * triệu đồng) · whole · count (whole number, or `*` withheld) · longitude, latitude (WGS 84 degrees) · metres · source (an id of sources.csv) ·
 * lines, polygons (the shape of a feature as GeoJSON text, WGS 84: only a map file has it).
 */
export type ColumnType =
  | "text"
  | "list"
  | "commune"
  | "communes"
  | "village"
  | "villages"
  | "area"
  | "word"
  | "day"
  | "partial-day"
  | "year"
  | "number"
  | "percent"
  | "money"
  | "whole"
  | "count"
  | "longitude"
  | "latitude"
  | "metres"
  | "source"
  | "lines"
  | "polygons";

/** One column of a table, as people know it: heading of the template, line of the dictionary, target of the import. */
export interface ColumnForm {
  /** Its name in the files of a pack. */
  readonly column: string;
  /** In the terms of the official report forms. */
  readonly heading: Localised;
  /** What goes in, and what a blank means. */
  readonly note: Localised;
  /** Shown behind the heading; null: has none. */
  readonly unit: Localised | null;
  readonly type: ColumnType;
  /** A row cannot be without it. */
  readonly isRequired: boolean;
  /** One value is likely to hold for all rows of a file that has no such column: it is asked once. */
  readonly isShared: boolean;
  /** For the type `word`: the words of the files, each with what people call it; null for every other type. */
  readonly words: Readonly<Record<string, Localised>> | null;
  /** Other headings of the same meaning, seen in offices' tables; any accents and case. */
  readonly aliases: readonly string[];
  /** A plausible, plainly invented value, as a person would type it into the template; blank where the example leaves it unknown. */
  readonly example: string;
}

/** A table people hand in, and everything that is said of it: one file of this folder and one line of its registry. */
export interface TableForm {
  /** Stable: part of file names and addresses, lower case with hyphens. */
  readonly id: string;
  /** The parser that reads it from a pack; its columns are exactly `columns`. */
  readonly table: Table<unknown>;
  readonly title: Localised;
  /** What one row is, and who has it. */
  readonly about: Localised;
  readonly columns: readonly ColumnForm[];
  /** Columns that tell rows apart: a row with the same key is the same fact. */
  readonly key: readonly string[];
  /** A template is shipped for it. */
  readonly hasTemplate: boolean;
}

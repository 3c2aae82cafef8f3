import type { DataProblem } from "@/domain/parse";
import type { GridShape } from "./clean";
import { type Correction, correctRow } from "./corrections";
import { fromGrid } from "./grid";
import { bboxOf, drawnAreaKm2, poleOfShape } from "./measure";
import { nameKey } from "./names";
import { positiveNumber } from "./read";

/** A line of `data/official/communes.csv`. Lists are joined by ";"; a blank relief share is unknown. */
export interface CommuneRow {
  readonly code: string;
  readonly name: string;
  readonly unit: "commune" | "ward";
  readonly area_km2: number;
  readonly population: number;
  readonly seat: string;
  readonly former_units: string;
  readonly label_lon: number;
  readonly label_lat: number;
  readonly bbox_west: number;
  readonly bbox_south: number;
  readonly bbox_east: number;
  readonly bbox_north: number;
  readonly drawn_area_km2: number;
  readonly neighbours: string;
  readonly relief_share_100: number | null;
  readonly relief_share_200: number | null;
  readonly source_id: string;
  readonly correction_note: string;
}

interface CommuneInput {
  readonly shapes: readonly GridShape[];
  readonly neighbours: ReadonlyMap<string, readonly string[]>;
  readonly rows: readonly Record<string, string>[];
  readonly relief: readonly Record<string, string>[];
  readonly corrections: readonly Correction[];
  readonly files: { readonly shapes: string; readonly table: string; readonly relief: string };
}

const UNITS: Readonly<Record<string, CommuneRow["unit"]>> = { xã: "commune", phường: "ward" };

/** Joins shapes, table (by code) and relief (by unit and name, the only file without codes). Whatever does not match is named. */
export function communeRows(input: CommuneInput): { rows: CommuneRow[]; problems: DataProblem[] } {
  const { shapes, neighbours, files } = input;
  const problems: DataProblem[] = [];
  const rows: CommuneRow[] = [];
  const shapeOf = new Map(shapes.map((shape) => [shape.code, shape]));
  const reliefOf = new Map(input.relief.map((row) => [nameKey(row.commune ?? ""), row]));
  const seen = new Set<string>();

  input.rows.forEach((raw, index) => {
    const at = { file: files.table, row: index + 2 };
    const code = raw.code ?? "";
    const report = (
      severity: DataProblem["severity"],
      column: string,
      value: string | null,
      message: string,
      remedy: string,
    ) => problems.push({ severity, ...at, column, value, message, remedy });
    if (seen.has(code)) {
      report("error", "code", code, "The code stands twice in the table.", "Keep one row for each commune.");
      return;
    }
    seen.add(code);
    const shape = shapeOf.get(code);
    if (shape === undefined) {
      report(
        "error",
        "code",
        code,
        "No polygon has this code.",
        `Add the polygon to ${files.shapes}, or correct the code.`,
      );
      return;
    }
    const corrected = correctRow(raw, code, input.corrections);
    problems.push(...corrected.problems);
    const row = corrected.row;
    const unit = UNITS[nameKey(row.kind ?? "")];
    if (unit === undefined) {
      report("error", "kind", row.kind ?? null, "Neither xã nor phường.", "Write xã or phường.");
      return;
    }
    if (!row.name)
      report("error", "name", null, "The commune has no name.", "Write the name without xã or phường.");
    const area = positiveNumber(row, "area_km2_official", at, problems);
    const population = positiveNumber(row, "population_official", at, problems);
    if (area === null || population === null) return;

    const formerUnits = (row.former_units ?? "")
      .split(",")
      .map((text) => text.trim())
      .filter(Boolean);
    const seat = row.seat ?? "";
    if (!seatIsKnown(seat, formerUnits))
      report(
        "warning",
        "seat",
        seat,
        "The seat names none of the former units.",
        "Check the spelling; if it is wrong, add a row to corrections.csv.",
      );

    const relief = reliefOf.get(nameKey(`${row.kind} ${row.name}`));
    if (relief === undefined)
      report(
        "warning",
        "name",
        row.name ?? null,
        `${files.relief} has no such commune.`,
        "Check the spelling there; until then its relief stays unknown.",
      );
    reliefOf.delete(nameKey(`${row.kind} ${row.name}`));

    const [labelLon, labelLat] = fromGrid(poleOfShape(shape).point);
    const [west, south, east, north] = bboxOf(shape);
    rows.push({
      code,
      name: row.name ?? "",
      unit,
      area_km2: area,
      population,
      seat,
      former_units: formerUnits.join(";"),
      label_lon: rounded(labelLon, 5),
      label_lat: rounded(labelLat, 5),
      bbox_west: west,
      bbox_south: south,
      bbox_east: east,
      bbox_north: north,
      drawn_area_km2: rounded(drawnAreaKm2(shape.parts), 4),
      neighbours: (neighbours.get(code) ?? []).join(";"),
      relief_share_100: share(relief, "pct_relief_ge100m"),
      relief_share_200: share(relief, "pct_relief_ge200m"),
      source_id: "SRC-COMMUNES",
      correction_note: corrected.notes.join("; "),
    });
  });
  for (const { code } of shapes)
    if (!seen.has(code))
      problems.push({
        severity: "error",
        file: files.shapes,
        row: null,
        column: "code",
        value: code,
        message: "The polygon's code stands in no row of the table.",
        remedy: `Add the commune to ${files.table}, or correct the code.`,
      });
  for (const { commune = "" } of reliefOf.values())
    problems.push({
      severity: "warning",
      file: files.relief,
      row: null,
      column: "commune",
      value: commune,
      message: "No commune has this name.",
      remedy: "Correct the name; its relief was not used.",
    });
  rows.sort((a, b) => (a.code < b.code ? -1 : 1));
  return { rows, problems };
}

/** Percent, or null when the commune has no cells. */
function share(row: Readonly<Record<string, string>> | undefined, column: string): number | null {
  const text = row?.[column] ?? "";
  return row === undefined || text === "" || !(Number(row.cells) > 0) ? null : Number(text);
}

/** A seat in a former commune names it; one in a former district office, or naming no unit at all, cannot be checked. */
function seatIsKnown(seat: string, formerUnits: readonly string[]): boolean {
  const named = /(?:phường|xã|thị trấn)\s+(\p{L}.*?)\s*\(cũ\)/u.exec(seat)?.[1];
  if (named === undefined || /huyện|thị xã|TP /u.test(seat)) return true;
  const bare = new Set(
    formerUnits.map((unit) => nameKey(unit.replace(/^(?:Xã|Phường|Thị trấn)\s+|\s*\(.*$/gu, ""))),
  );
  return named.split(",").every((name) => bare.has(nameKey(name)));
}

/** Official against drawn areas, greatest deviation first. */
export const deviationRows = (rows: readonly CommuneRow[]) =>
  rows
    .map((row) => ({
      code: row.code,
      name: row.name,
      official_area_km2: row.area_km2,
      drawn_area_km2: row.drawn_area_km2,
      deviation_percent: rounded(100 * (row.drawn_area_km2 / row.area_km2 - 1), 2),
    }))
    .sort(
      (a, b) => Math.abs(b.deviation_percent) - Math.abs(a.deviation_percent) || (a.code < b.code ? -1 : 1),
    );

/** Comma-separated with a header, LF, quotes only where needed; null is a blank cell. */
export function toCsv(rows: readonly object[]): string {
  const cell = (value: unknown): string => {
    const text = value === null || value === undefined ? "" : String(value);
    return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const lines = rows.map((row) => Object.values(row).map(cell).join(","));
  return `${[Object.keys(rows[0] ?? {}).join(","), ...lines].join("\n")}\n`;
}

const rounded = (value: number, decimals: number): number =>
  Math.round(value * 10 ** decimals) / 10 ** decimals;

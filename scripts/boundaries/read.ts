import { existsSync, readFileSync } from "node:fs";
import type { Feature, FeatureCollection } from "geojson";
import Papa from "papaparse";
import { isCommuneCode } from "@/domain/commune";
import type { DataProblem } from "@/domain/parse";
import type { BBox } from "@/domain/units";
import type { GridShape } from "./clean";
import { doubleArea, type GridRing, toGrid } from "./grid";

/** Generous frame around Bắc Ninh: anything outside is not this province. */
export const PROVINCE_FRAME: BBox = [105.7, 20.8, 107.3, 21.8];

/** A file's text without byte-order mark, NFC; a problem when it is missing. */
export function readText(path: string, file: string, problems: DataProblem[]): string | null {
  if (existsSync(path))
    return readFileSync(path, "utf8")
      .replace(/^\uFEFF/, "")
      .normalize("NFC");
  problems.push({
    severity: "error",
    file,
    row: null,
    column: null,
    value: null,
    message: "The file is missing.",
    remedy: "Put it into the folder given to the import.",
  });
  return null;
}

/** Rows of a CSV with a header; cells trimmed, inner runs of spaces made one. Row i of the result is line i + 2 of a plain file. */
export function parseCsv(text: string, file: string, problems: DataProblem[]): Record<string, string>[] {
  const parsed = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
  for (const error of parsed.errors)
    problems.push({
      severity: "error",
      file,
      row: error.row === undefined ? null : error.row + 2,
      column: null,
      value: null,
      message: `${error.message}.`,
      remedy: "Mend the row: as many cells as the header, text with commas in double quotes.",
    });
  return parsed.data.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([key, value]) => [
        key.trim(),
        typeof value === "string" ? value.replace(/\s+/g, " ").trim() : "",
      ]),
    ),
  );
}

/**
 * Polygons of a GeoJSON file as grid shapes, by the property `code`. Names bad codes, duplicates, missing or broken geometry,
 * NaN, swapped lon/lat, coordinates outside the province and mixed ring direction; a named feature is left out.
 */
export function readShapes(
  text: string,
  file: string,
  frame: BBox = PROVINCE_FRAME,
): { shapes: GridShape[]; problems: DataProblem[] } {
  const problems: DataProblem[] = [];
  const shapes: GridShape[] = [];
  const anticlockwise: string[] = [];
  let collection: FeatureCollection;
  try {
    collection = JSON.parse(text) as FeatureCollection;
  } catch (error) {
    problems.push({
      severity: "error",
      file,
      row: null,
      column: null,
      value: null,
      message: `The file is not JSON: ${error instanceof Error ? error.message : String(error)}.`,
      remedy: "Export it again as GeoJSON in EPSG:4326.",
    });
    return { shapes, problems };
  }
  const features: Feature[] = Array.isArray(collection.features) ? collection.features : [];
  const seen = new Map<string, number>();
  features.forEach((feature, index) => {
    const row = index + 1;
    const code: unknown = feature.properties?.code;
    const report = (column: string, value: string | null, message: string, remedy: string) =>
      problems.push({ severity: "error", file, row, column, value, message, remedy });
    if (typeof code !== "string" || !isCommuneCode(code)) {
      report(
        "code",
        code === undefined ? null : String(code),
        "Not a 5-digit commune code.",
        "Give the official code as text, with its leading zero.",
      );
      return;
    }
    const first = seen.get(code);
    if (first !== undefined) {
      report(
        "code",
        code,
        `The code stands already in feature ${first}.`,
        "Merge the two features into one, or correct the code.",
      );
      return;
    }
    seen.set(code, row);
    const { geometry } = feature;
    if (geometry?.type !== "Polygon" && geometry?.type !== "MultiPolygon") {
      report(
        "geometry",
        geometry?.type ?? null,
        `Commune ${code} has no polygon.`,
        "Give a Polygon or MultiPolygon.",
      );
      return;
    }
    const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
    const bad = badCoordinate(polygons.flat(2), frame);
    if (bad !== null) {
      report("geometry", bad.value, `Commune ${code}: ${bad.message}`, bad.remedy);
      return;
    }
    const short = polygons.flat().find((ring) => ring.length < 4);
    if (short !== undefined) {
      report(
        "geometry",
        String(short.length),
        `Commune ${code} has a ring with fewer than four positions.`,
        "Remove the ring or draw it again.",
      );
      return;
    }
    const parts = polygons.map((rings) =>
      rings.map((ring): GridRing => {
        const points = ring.map(([lon = NaN, lat = NaN]) => toGrid([lon, lat]));
        const [head, tail] = [points[0], points.at(-1)];
        return head?.[0] === tail?.[0] && head?.[1] === tail?.[1] ? points.slice(0, -1) : points;
      }),
    );
    if (parts.some(([outer]) => outer !== undefined && doubleArea(outer) > 0)) anticlockwise.push(code);
    shapes.push({ code, parts });
  });
  // Either direction is understood; a mixture means that some rings may be holes in disguise, so it is named.
  if (anticlockwise.length > 0 && anticlockwise.length < shapes.length) {
    const minority =
      anticlockwise.length * 2 <= shapes.length
        ? anticlockwise
        : shapes.map(({ code }) => code).filter((code) => !anticlockwise.includes(code));
    for (const code of minority)
      problems.push({
        severity: "warning",
        file,
        row: seen.get(code) ?? null,
        column: "geometry",
        value: code,
        message: `The exterior ring of commune ${code} runs against the direction of the others.`,
        remedy: "It was turned round; check that it is an exterior ring and not a hole.",
      });
  }
  return { shapes, problems };
}

function badCoordinate(
  positions: readonly number[][],
  [west, south, east, north]: BBox,
): { value: string; message: string; remedy: string } | null {
  const inFrame = (lon: number, lat: number): boolean =>
    west <= lon && lon <= east && south <= lat && lat <= north;
  for (const [lon = NaN, lat = NaN] of positions) {
    const value = `${lon} ${lat}`;
    if (!Number.isFinite(lon) || !Number.isFinite(lat))
      return {
        value,
        message: "a coordinate is not a number.",
        remedy: "Export the file again; every position is lon, lat in degrees.",
      };
    if (inFrame(lon, lat)) continue;
    return inFrame(lat, lon)
      ? { value, message: "longitude and latitude are swapped.", remedy: "Write every position as lon, lat." }
      : Math.abs(lon) > 180 || Math.abs(lat) > 90
        ? {
            value,
            message: "the coordinates are not degrees.",
            remedy: "Transform the file from its projected system to EPSG:4326.",
          }
        : {
            value,
            message: "a position lies far outside the province.",
            remedy: "Correct the position, or transform the file to EPSG:4326.",
          };
  }
  return null;
}

/** A number cell: null and a problem when it is blank, unreadable or not above zero. */
export function positiveNumber(
  row: Record<string, string>,
  column: string,
  at: { file: string; row: number },
  problems: DataProblem[],
): number | null {
  const text = row[column] ?? "";
  const value = text === "" ? NaN : Number(text);
  if (Number.isFinite(value) && value > 0) return value;
  problems.push({
    severity: "error",
    ...at,
    column,
    value: text === "" ? null : text,
    message: "Not a number above zero.",
    remedy: "Write plain digits with a decimal point, e.g. 23.45.",
  });
  return null;
}

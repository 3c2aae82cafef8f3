import { foldAccents } from "@/analysis/search";
import type { DataProblem } from "@/domain/parse";
import type { GridShape } from "./clean";
import { type GridPoint, locate, toGrid } from "./grid";
import { PROVINCE_FRAME } from "./read";

/** A line of `data/official/places.csv`: a named place of the gazetteer inside the province, for search. Not today's villages. */
export interface PlaceRow {
  readonly geonames_id: string;
  readonly name: string;
  /** Other names the gazetteer gives, `;` between; spellings that differ only in accents and case are left out. */
  readonly alternative_names: string;
  readonly lon: number;
  readonly lat: number;
  readonly accuracy_m: number;
  readonly commune_code: string;
  readonly feature: "settlement" | "water" | "hill";
  readonly source_id: string;
}

/** Gazetteer classes kept; administrative units and buildings are older than the communes and left out. */
const FEATURES: Readonly<Record<string, PlaceRow["feature"]>> = { P: "settlement", H: "water", T: "hill" };
/** Stated error of a position read off a one-arc-minute grid, and of any finer one, metres. */
const GRID_ACCURACY_M = 900;
const FINE_ACCURACY_M = 200;

/** The names of a comma list that are not the name itself written with fewer accents, each once and in its fullest spelling. */
function alternatives(name: string, list: string): string[] {
  const kept = new Map([[foldAccents(name), ""]]);
  for (const other of list.split(",").map((text) => text.trim().replaceAll(";", " "))) {
    const folded = foldAccents(other);
    // The list gives the bare spelling before the accented one.
    if (folded !== "" && kept.get(folded) !== "") kept.set(folded, other);
  }
  return [...kept.values()].filter((other) => other !== "");
}

/**
 * Gazetteer rows inside the province, each with the commune it lies in (by its point, not by its outdated admin codes).
 * Places outside are left out, for the file covers a rectangle; unreadable and swapped coordinates are named.
 */
export function placeRows(
  rows: readonly Record<string, string>[],
  shapes: readonly GridShape[],
  file: string,
): { rows: PlaceRow[]; problems: DataProblem[] } {
  const problems: DataProblem[] = [];
  const boxes = shapes.map((shape) => {
    const points = shape.parts.flat(2);
    return points.reduce<[number, number, number, number]>(
      ([w, s, e, n], [x, y]) => [Math.min(w, x), Math.min(s, y), Math.max(e, x), Math.max(n, y)],
      [Infinity, Infinity, -Infinity, -Infinity],
    );
  });
  const communeAt = (point: GridPoint): string | undefined =>
    shapes.find((shape, i) => {
      const [w, s, e, n] = boxes[i] ?? [0, 0, 0, 0];
      if (point[0] < w || point[0] > e || point[1] < s || point[1] > n) return false;
      return shape.parts.some(
        ([outer, ...holes]) =>
          outer !== undefined &&
          locate(outer, point) !== "outside" &&
          holes.every((hole) => locate(hole, point) !== "inside"),
      );
    })?.code;
  const [west, south, east, north] = PROVINCE_FRAME;
  const inFrame = (lon: number, lat: number): boolean =>
    west <= lon && lon <= east && south <= lat && lat <= north;
  const places = rows.flatMap((row, index): PlaceRow[] => {
    const {
      geonameid = "",
      name = "",
      alt = "",
      lon: lonText = "",
      lat: latText = "",
      fclass = "",
      precision = "",
    } = row;
    const feature = FEATURES[fclass];
    if (feature === undefined) return [];
    const [lon, lat] = [Number(lonText || NaN), Number(latText || NaN)];
    if (!Number.isFinite(lon) || !Number.isFinite(lat) || (!inFrame(lon, lat) && inFrame(lat, lon))) {
      problems.push({
        severity: "warning",
        file,
        row: index + 2,
        column: "lon, lat",
        value: `${lonText} ${latText}`,
        message: Number.isFinite(lon + lat)
          ? "Longitude and latitude are swapped."
          : "A coordinate is not a number.",
        remedy: "Correct the position; the place was left out.",
      });
      return [];
    }
    const commune = communeAt(toGrid([lon, lat]));
    if (commune === undefined) return [];
    return [
      {
        geonames_id: geonameid,
        name,
        alternative_names: alternatives(name, alt).join(";"),
        lon,
        lat,
        accuracy_m: precision.startsWith("1 arc-minute") ? GRID_ACCURACY_M : FINE_ACCURACY_M,
        commune_code: commune,
        feature,
        source_id: "SRC-GAZETTEER",
      },
    ];
  });
  const byId = new Map(places.map((place) => [place.geonames_id, place]));
  return { rows: [...byId.values()].sort((a, b) => Number(a.geonames_id) - Number(b.geonames_id)), problems };
}

import { existsSync, readFileSync } from "node:fs";
import * as turf from "@turf/turf";
import type { Feature, FeatureCollection, Geometry } from "geojson";
import { type Crs, crsNamed, KNOWN_CRS, toLonLat } from "@/imports/layers/projection";
import { readTable } from "@/pack/csv";
import { coordinateFault, type Frame, frameOf } from "@/pack/frame";
import { geometryFault, parseCollection, tidy } from "@/pack/geojson";
import type { Place, Problems } from "@/pack/problems";
import { communesTable } from "@/pack/tables/communes";

export interface ImportOptions {
  /** As given to `--crs`; else the file says it, else EPSG:4326. */
  readonly crs?: string | undefined;
  /** Source of features that do not name one. */
  readonly source?: string | undefined;
  readonly dataDir?: string | undefined;
}

export interface ImportedFeature {
  readonly at: Place;
  /** lon lat WGS 84, wound as RFC 7946 asks. */
  readonly geometry: Geometry;
  /** Property names in lower case, values as text. */
  readonly properties: ReadonlyMap<string, string>;
}

/** The features of a handed-in file in lon lat WGS 84. Anything that does not lie in the province is refused, by number. */
export function importFeatures(
  file: string,
  wanted: readonly Geometry["type"][],
  { crs: given, dataDir = "data" }: ImportOptions,
  problems: Problems,
): ImportedFeature[] {
  const whole = { file, row: null };
  if (!existsSync(file)) {
    problems.error(whole, null, null, "is missing", "give the path of a GeoJSON file");
    return [];
  }
  const collection = parseCollection(readFileSync(file, "utf8"), file, problems);
  if (collection === null) return [];
  const crs = crsOf(collection, given, whole, problems);
  const frame = readFrame(dataDir, problems);
  if (crs === null || frame === null) return [];
  const convert = toLonLat(crs);

  return collection.features.flatMap((feature, index): ImportedFeature[] => {
    const at = { file, row: index + 1 };
    const fault = geometryFault(feature.geometry, wanted);
    if (fault !== null) {
      problems.error(at, "geometry", null, fault, "repair this feature and export again");
      return [];
    }
    const misplaced = firstMisplaced(feature, crs, convert, frame);
    if (misplaced !== null) {
      problems.error(at, "geometry", misplaced.value, misplaced.message, misplaced.remedy);
      return [];
    }
    const geometry = tidy(converted(feature.geometry, convert));
    return [{ at, geometry, properties: propertiesOf(feature) }];
  });
}

function crsOf(
  collection: FeatureCollection,
  given: string | undefined,
  at: Place,
  problems: Problems,
): Crs | null {
  const stated = given ?? statedCrs(collection) ?? "EPSG:4326";
  const crs = crsNamed(stated);
  if (crs === null) {
    problems.error(
      at,
      "crs",
      stated,
      "is not a known reference system",
      `use one of: ${KNOWN_CRS.join(", ")}`,
    );
  }
  return crs;
}

/** The `crs` member of older GeoJSON, which QGIS still writes. */
function statedCrs(collection: FeatureCollection): string | null {
  const text = "crs" in collection ? JSON.stringify(collection.crs) : "";
  return /"name":"([^"]+)"/.exec(text)?.[1] ?? null;
}

function readFrame(dataDir: string, problems: Problems): Frame | null {
  const path = "data/official/communes.csv";
  const rows = readTable(
    communesTable,
    readFileSync(`${dataDir}/official/communes.csv`, "utf8"),
    path,
    problems,
  );
  return rows.length === 0 ? null : frameOf(rows.map(({ row }) => row));
}

const looksLikeMetres = ([x = 0, y = 0]: readonly number[]) => Math.abs(x) > 1000 || Math.abs(y) > 1000;

function firstMisplaced(
  feature: Feature,
  crs: Crs,
  convert: (position: readonly number[]) => [number, number],
  frame: Frame,
): { readonly value: string; readonly message: string; readonly remedy: string } | null {
  for (const position of turf.coordAll(feature)) {
    const value = position.slice(0, 2).join(" ");
    if (crs === "EPSG:4326") {
      const fault = coordinateFault(position, frame);
      if (fault !== null) return { value, ...fault };
      continue;
    }
    if (!looksLikeMetres(position)) {
      return {
        value,
        message: `looks like degrees, not ${crs}`,
        remedy: "leave --crs out, or export in metres",
      };
    }
    if (coordinateFault(convert(position), frame) === null) continue;
    if (coordinateFault(convert(position.toReversed().slice(-2)), frame) === null) {
      return {
        value,
        message: "looks like northing/easting swapped",
        remedy: "give easting before northing",
      };
    }
    const other = KNOWN_CRS.find(
      (each) =>
        each !== "EPSG:4326" && each !== crs && coordinateFault(toLonLat(each)(position), frame) === null,
    );
    const hint =
      other === undefined ? "check the reference system" : `it would lie there in ${other}: check --crs`;
    return { value, message: `lies outside the province when read as ${crs}`, remedy: hint };
  }
  return null;
}

/** A copy in lon lat, without heights. */
function converted<Shape extends Geometry>(
  geometry: Shape,
  convert: (position: readonly number[]) => [number, number],
) {
  const copy = turf.clone(geometry);
  turf.coordEach(copy, (position) => {
    const [lon, lat] = convert(position);
    position.splice(0, position.length, lon, lat);
  });
  return copy;
}

const propertiesOf = (feature: Feature): Map<string, string> =>
  new Map(
    Object.entries(feature.properties ?? {}).flatMap(([name, value]) =>
      value === null || value === ""
        ? []
        : [[name.toLowerCase(), String(value).normalize("NFC").trim()] as const],
    ),
  );

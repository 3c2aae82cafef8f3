import { rewind, truncate } from "@turf/turf";
import type { Feature, FeatureCollection, Geometry } from "geojson";
import { Cells } from "./cells";
import type { Located, Place, Problems } from "./problems";

/** One feature of a file: its properties as cells and its geometry, checked to be of the wanted type. */
export interface ReadFeature<Shape extends Geometry> {
  readonly cells: Cells;
  readonly geometry: Shape;
}

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** @returns null when the text is not a feature collection; that is reported. */
export function parseCollection(text: string, path: string, problems: Problems): FeatureCollection | null {
  const at = { file: path, row: null };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    problems.error(at, null, null, `is not JSON: ${String(cause)}`, "export the layer again as GeoJSON");
    return null;
  }
  if (isFields(value) && value.type === "FeatureCollection" && Array.isArray(value.features)) {
    return value as unknown as FeatureCollection;
  }
  problems.error(
    at,
    null,
    null,
    "is not a FeatureCollection",
    "export the layer as a GeoJSON FeatureCollection",
  );
  return null;
}

/** Every number of a geometry's coordinates is finite. JSON cannot hold NaN, but null and text get this far. */
function badNumber(value: unknown): unknown {
  if (Array.isArray(value)) {
    for (const part of value) {
      const bad = badNumber(part);
      if (bad !== undefined) return bad;
    }
    return undefined;
  }
  return typeof value === "number" && Number.isFinite(value) ? undefined : (value ?? "null");
}

/** Why a ring is not a ring, or null. */
function ringFault(ring: readonly (readonly number[])[]): string | null {
  const first = ring[0];
  const last = ring.at(-1);
  if (ring.length < 4 || first === undefined || last === undefined)
    return "has a ring of fewer than 4 positions";
  return first[0] === last[0] && first[1] === last[1] ? null : "has a ring that is not closed";
}

const polygonsOf = (geometry: Geometry): readonly number[][][][] =>
  geometry.type === "Polygon"
    ? [geometry.coordinates]
    : geometry.type === "MultiPolygon"
      ? geometry.coordinates
      : [];

/** Why a geometry cannot be used, in words, or null. */
export function geometryFault(geometry: unknown, wanted: readonly Geometry["type"][]): string | null {
  if (!isFields(geometry)) return "has no geometry";
  if (!wanted.some((type) => type === geometry.type)) {
    return `is a ${String(geometry.type)}, not ${wanted.join(" or ")}`;
  }
  const bad = badNumber(geometry.coordinates);
  if (bad !== undefined) return `has "${String(bad)}" among its coordinates`;
  for (const polygon of polygonsOf(geometry as unknown as Geometry)) {
    for (const ring of polygon) {
      const fault = ringFault(ring);
      if (fault !== null) return fault;
    }
  }
  return null;
}

/** Properties as cells, so that the same readers serve rows and features. */
function cellsOf(feature: Feature, at: Place, problems: Problems): Cells {
  const entries = Object.entries(feature.properties ?? {}).map(([name, value]): [string, string] => [
    name,
    value === null ? "" : String(value).normalize("NFC").trim(),
  ]);
  return new Cells(at, new Map(entries), problems, "property");
}

/** The features of a file; one with a fault is reported by its number, counted from 1, and left out. */
export function readFeatures<Shape extends Geometry>(
  text: string,
  path: string,
  wanted: readonly Shape["type"][],
  problems: Problems,
): Located<ReadFeature<Shape>>[] {
  const collection = parseCollection(text, path, problems);
  return (collection?.features ?? []).flatMap((feature, index) => {
    const at = { file: path, row: index + 1 };
    const fault = geometryFault(feature.geometry, wanted);
    if (fault !== null) {
      problems.error(at, "geometry", null, fault, "repair this feature and export again");
      return [];
    }
    const geometry = feature.geometry as Shape;
    return [{ row: { cells: cellsOf(feature, at, problems), geometry }, at }];
  });
}

const COORDINATE_DECIMALS = 6;

/** Exterior rings counter-clockwise (RFC 7946), coordinates to about 0,1 m, nothing but lon lat. */
export function tidy<Shape extends Geometry>(geometry: Shape): Shape {
  const rounded = truncate(geometry, { precision: COORDINATE_DECIMALS, coordinates: 2 });
  if (rounded.type !== "Polygon" && rounded.type !== "MultiPolygon") return rounded;
  const wound = rewind(rounded as never) as unknown as Shape;
  return wound;
}

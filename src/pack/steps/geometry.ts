import type { Feature, MultiPolygon, Polygon } from "geojson";
import { feature } from "topojson-client";
import { DATASET_PATHS } from "@/domain/dataset";
import type { BoundaryTopology } from "@/domain/geometry";
import type { Inputs } from "../inputs";
import type { Problems } from "../problems";

/** Polygon of a commune on the fine boundaries. */
export type CommunePolygon = Feature<Polygon | MultiPolygon, { readonly code: string }>;

/** Artifacts that are made by the import commands and only re-written here, compact and with a final newline. */
const COPIED_DOCUMENTS = {
  "communes-coarse": "data/official/boundaries/communes-50m.topojson",
  "communes-fine": "data/official/boundaries/communes-15m.topojson",
  surroundings: "data/official/boundaries/surroundings.json",
  locator: "data/official/boundaries/locator.json",
  relief: "data/official/relief/relief.json",
} as const;
const SHADING = "data/official/relief/shading.png";
/** Under the artifacts; the relief document names it. */
const SHADING_PATH = "geo/shading.png";

export interface Geometry {
  /** Artifact path → bytes. */
  readonly artifacts: ReadonlyMap<string, Uint8Array>;
  /** By commune code, in the order of codes. */
  readonly polygons: ReadonlyMap<string, CommunePolygon>;
}

/** Reads what `npm run data -- boundaries` derived. A missing file is named with the command that makes it. */
export function readGeometry(inputs: Inputs, problems: Problems): Geometry {
  const artifacts = new Map<string, Uint8Array>();
  let fine: BoundaryTopology | null = null;
  for (const [dataset, path] of Object.entries(COPIED_DOCUMENTS)) {
    const document = readJson(inputs, path, problems);
    if (document === undefined) continue;
    artifacts.set(DATASET_PATHS[dataset as keyof typeof COPIED_DOCUMENTS], jsonBytes(document));
    if (dataset === "communes-fine") fine = document as BoundaryTopology;
  }
  if (inputs.has(SHADING)) artifacts.set(SHADING_PATH, inputs.bytes(SHADING));
  return { artifacts, polygons: fine === null ? new Map() : polygonsOf(fine) };
}

/** Compact JSON with a final newline, by which a reader knows that a file is whole. */
export const jsonBytes = (value: unknown): Uint8Array =>
  new TextEncoder().encode(`${JSON.stringify(value)}\n`);

function readJson(inputs: Inputs, path: string, problems: Problems): unknown {
  const remedy = "run: npm run data -- boundaries <folder with the official boundaries>";
  if (!inputs.has(path)) {
    problems.error({ file: path, row: null }, null, null, "is missing", remedy);
    return undefined;
  }
  try {
    return JSON.parse(inputs.text(path));
  } catch (cause) {
    problems.error({ file: path, row: null }, null, null, `is not JSON: ${String(cause)}`, remedy);
    return undefined;
  }
}

function polygonsOf(topology: BoundaryTopology): Map<string, CommunePolygon> {
  const { features } = feature(topology, topology.objects.communes);
  const polygons = features.flatMap(({ id, geometry }): CommunePolygon[] =>
    geometry.type === "Polygon" || geometry.type === "MultiPolygon"
      ? [{ type: "Feature", geometry, properties: { code: String(id) } }]
      : [],
  );
  polygons.sort((a, b) => (a.properties.code < b.properties.code ? -1 : 1));
  return new Map(polygons.map((polygon) => [polygon.properties.code, polygon]));
}

import * as turf from "@turf/turf";
import type { Feature, Geometry } from "geojson";
import type { DataProblem } from "@/domain/parse";
import { Problems } from "@/pack/problems";
import { REFERENCE_IDS, type ReferenceId, referencePath } from "@/pack/steps/reference";
import { type ImportOptions, importFeatures } from "./features";
import { writeFeatures } from "./write";

const SHAPES: Readonly<Record<ReferenceId, readonly Geometry["type"][]>> = {
  roads: ["LineString", "MultiLineString"],
  rivers: ["LineString", "MultiLineString", "Polygon", "MultiPolygon"],
  seats: ["Point"],
};

/**
 * Takes a reference layer of the province (roads, rivers, seats of communes): features with the properties `name` and
 * `source_id`, one source a layer. Writes `data/official/reference/<layer>.geojson`, or nothing when there is an error.
 */
export async function importReference(
  layer: string,
  file: string,
  options: ImportOptions,
): Promise<readonly DataProblem[]> {
  const problems = new Problems();
  const whole = { file, row: null };
  const id = REFERENCE_IDS.find((each) => each === layer);
  if (id === undefined) {
    problems.error(whole, null, layer, "is not a reference layer", `use one of: ${REFERENCE_IDS.join(", ")}`);
    return problems.all();
  }
  const features = importFeatures(file, SHAPES[id], options, problems);
  const sources = new Set(
    features.map(({ properties }) => properties.get("source_id") ?? options.source ?? ""),
  );
  const [source = ""] = sources;
  if (!problems.hasErrors && (sources.size !== 1 || source === "")) {
    const written = [...sources].join(", ") || null;
    const remedy = "give the property source_id, or --source, with one id of sources.csv";
    problems.error(whole, "source_id", written, "is not one source for the whole layer", remedy);
  }
  if (problems.hasErrors) return problems.all();
  const written = features.map(
    ({ geometry, properties }): Feature =>
      turf.feature(asMultiLine(geometry), { name: properties.get("name") ?? null }),
  );
  const path = referencePath(id).replace(/^data/, options.dataDir ?? "data");
  writeFeatures(path, written, { source_id: source });
  return problems.all();
}

const asMultiLine = (geometry: Geometry): Geometry =>
  geometry.type === "LineString"
    ? { type: "MultiLineString", coordinates: [geometry.coordinates] }
    : geometry;

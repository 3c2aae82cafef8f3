import * as turf from "@turf/turf";
import type { Feature, MultiPolygon, Polygon } from "geojson";
import { isIsoDate } from "@/domain/date";
import type { HazardClass } from "@/domain/hazard";
import type { DataProblem } from "@/domain/parse";
import { Problems } from "@/pack/problems";
import { groundOfZones } from "@/pack/steps/assessedGround";
import { type ImportedFeature, type ImportOptions, importFeatures } from "./features";
import { writeFeatures } from "./write";

/** Words for the classes in the files of the country, lower case. */
const CLASS_WORDS: Readonly<Record<string, HazardClass>> = {
  thấp: "low",
  low: "low",
  "trung bình": "moderate",
  moderate: "moderate",
  medium: "moderate",
  cao: "high",
  high: "high",
  "rất cao": "very-high",
  "very high": "very-high",
  "very-high": "very-high",
};
const ASSESSED_WORDS: readonly string[] = ["assessed", "đã đánh giá", "vùng đánh giá"];

/**
 * Takes a province's own susceptibility map: polygons with the properties `class`, `method`, `recorded_on`, `source_id`
 * (and `zone_id`). Features of the class "assessed" bound the assessed area; without one, only the zones count as assessed.
 * Writes the two files of `data/official`, or nothing when there is an error.
 */
export async function importHazard(file: string, options: ImportOptions): Promise<readonly DataProblem[]> {
  const problems = new Problems();
  const features = importFeatures(file, ["Polygon", "MultiPolygon"], options, problems);
  const isAssessed = (feature: ImportedFeature) => ASSESSED_WORDS.includes(wordOf(feature));
  const zones = features
    .filter((feature) => !isAssessed(feature))
    .map((f, index) => zone(f, index, options, problems));
  const areas = features.filter(isAssessed).map((f, index) => area(f, index, options, problems));
  const whole = { file, row: null };
  if (zones.length === 0 && !problems.hasErrors) {
    problems.error(whole, null, null, "has no zones", "give polygons with the property class");
  }
  if (problems.hasErrors) return problems.all();
  if (areas.length === 0) {
    const remedy =
      'add the assessed area as a polygon of the class "assessed": ground outside it is shown as unassessed';
    problems.warning(whole, "class", null, "has no assessed area: only the zones count as assessed", remedy);
  }
  const folder = `${options.dataDir ?? "data"}/official`;
  writeFeatures(`${folder}/hazard_zones.geojson`, zones);
  const ground = areas.length > 0 ? areas : [groundOfZones(zones as Feature<Polygon | MultiPolygon>[])];
  writeFeatures(
    `${folder}/hazard_assessed.geojson`,
    ground.flatMap((feature) => feature ?? []),
  );
  return problems.all();
}

const wordOf = ({ properties }: ImportedFeature): string => (properties.get("class") ?? "").toLowerCase();
const number = (index: number) => String(index + 1).padStart(4, "0");

function zone(feature: ImportedFeature, index: number, options: ImportOptions, problems: Problems): Feature {
  const hazardClass = CLASS_WORDS[wordOf(feature)];
  if (hazardClass === undefined) {
    const written = feature.properties.get("class") ?? null;
    const remedy = `use one of: ${Object.keys(CLASS_WORDS).join(", ")}, ${ASSESSED_WORDS.join(", ")}`;
    problems.error(feature.at, "class", written, "is not a susceptibility class", remedy);
  }
  return turf.feature(feature.geometry, {
    zone_id: feature.properties.get("zone_id") ?? `HZ-${number(index)}`,
    class: hazardClass ?? null,
    ...provenance(feature, options, problems),
  });
}

function area(feature: ImportedFeature, index: number, options: ImportOptions, problems: Problems): Feature {
  return turf.feature(feature.geometry, {
    area_id: feature.properties.get("area_id") ?? `HA-${number(index)}`,
    ...provenance(feature, options, problems),
  });
}

/** How, when and by whom: without these a zone cannot be shown. */
function provenance({ at, properties }: ImportedFeature, { source }: ImportOptions, problems: Problems) {
  const wanted = (name: string, value: string | undefined) => {
    if (value === undefined)
      problems.error(at, name, null, "is not given", `add the property ${name} to the feature`);
    return value ?? "";
  };
  const recordedOn = wanted("recorded_on", properties.get("recorded_on"));
  if (recordedOn !== "" && !isIsoDate(recordedOn)) {
    problems.error(at, "recorded_on", recordedOn, "is not a day", "write yyyy-mm-dd");
  }
  return {
    method: wanted("method", properties.get("method")),
    recorded_on: recordedOn,
    source_id: wanted("source_id", properties.get("source_id") ?? source),
  };
}

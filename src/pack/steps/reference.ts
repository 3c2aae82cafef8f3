import type { FeatureCollection } from "geojson";
import type { Reference } from "@/domain/geometry";
import { parseCollection } from "../geojson";
import type { Inputs } from "../inputs";
import type { Problems } from "../problems";

/** Layers a province can hand in; each is shown as "not loaded" until its file is there. */
export const REFERENCE_IDS = ["roads", "rivers", "seats"] as const;
export type ReferenceId = (typeof REFERENCE_IDS)[number];

export const referencePath = (id: ReferenceId) => `data/official/reference/${id}.geojson`;

/** Reads what `npm run data -- reference` wrote. A layer without a file has no features. */
export function readReference(inputs: Inputs, sourceIds: ReadonlySet<string>, problems: Problems): Reference {
  type Layer = Reference["layers"][number];
  const layers = REFERENCE_IDS.map((id): Layer => {
    const path = referencePath(id);
    const none: Layer = { id, sourceId: null, features: { type: "FeatureCollection", features: [] } };
    if (!inputs.has(path)) return none;
    const collection = parseCollection(inputs.text(path), path, problems);
    if (collection === null) return none;
    inputs.countRows(path, collection.features.length);
    const sourceId = sourceOf(collection);
    if (sourceId === null || !sourceIds.has(sourceId)) {
      const remedy =
        "add the source to sources.csv, with its licence, and import again with --source <source_id>";
      problems.error({ file: path, row: null }, "source_id", sourceId, "is not known", remedy);
    }
    return {
      id,
      sourceId,
      features: { type: "FeatureCollection", features: collection.features } as Layer["features"],
    };
  });
  return { layers };
}

/** The import command writes the source as a foreign member of the collection. */
function sourceOf(collection: FeatureCollection): string | null {
  const value = "source_id" in collection ? collection.source_id : null;
  return typeof value === "string" ? value : null;
}

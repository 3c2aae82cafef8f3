import type { FeatureCollection } from "geojson";
import type {
  GeoJSONFeatureDiff,
  GeoJSONSourceSpecification,
  LayerSpecification,
  SourceSpecification,
  StyleSpecification,
} from "maplibre-gl";
import { MARK } from "./style";

/** One change of a live map; a list of them is applied in order. */
export type Step =
  | { readonly type: "remove-layer"; readonly id: string }
  | { readonly type: "remove-source"; readonly id: string }
  | { readonly type: "add-source"; readonly id: string; readonly source: SourceSpecification }
  /** All features of a source anew: marks came, went or moved. */
  | { readonly type: "set-data"; readonly id: string; readonly data: FeatureCollection }
  /** Properties alone: the shapes stay with the worker, only what changed is sent. */
  | { readonly type: "update-data"; readonly id: string; readonly update: readonly GeoJSONFeatureDiff[] }
  /** Below the layer `before`; null: on top. */
  | { readonly type: "add-layer"; readonly layer: LayerSpecification; readonly before: string | null };

const isGeoJson = (source: SourceSpecification | undefined): source is GeoJSONSourceSpecification =>
  source?.type === "geojson";

const featuresOf = (source: GeoJSONSourceSpecification): FeatureCollection | null =>
  typeof source.data === "object" && source.data !== null && source.data.type === "FeatureCollection"
    ? source.data
    : null;

type Shape = FeatureCollection["features"][number]["geometry"];
/** Commune geometries are the same objects in every scene; only small shapes are ever compared in full. */
const isSameShape = (a: Shape, b: Shape): boolean =>
  a === b ||
  ("coordinates" in a &&
    "coordinates" in b &&
    a.type === b.type &&
    (a.coordinates === b.coordinates || JSON.stringify(a.coordinates) === JSON.stringify(b.coordinates)));

/** What changed in each feature; null when marks came, went, moved or changed their order. */
function propertyChanges(before: FeatureCollection, after: FeatureCollection): GeoJSONFeatureDiff[] | null {
  if (before.features.length !== after.features.length) return null;
  const changes: GeoJSONFeatureDiff[] = [];
  for (const [index, { properties, geometry }] of after.features.entries()) {
    const old = before.features[index];
    const id: unknown = properties?.[MARK];
    if (old === undefined || typeof id !== "string" || old.properties?.[MARK] !== id) return null;
    if (!isSameShape(old.geometry, geometry)) return null;
    const keys = new Set([...Object.keys(old.properties ?? {}), ...Object.keys(properties ?? {})]);
    const changed = [...keys].filter((key) => old.properties?.[key] !== properties?.[key]);
    if (changed.length > 0)
      changes.push({
        id,
        addOrUpdateProperties: changed.map((key) => ({ key, value: properties?.[key] ?? null })),
      });
  }
  return changes;
}

function dataSteps(id: string, before: SourceSpecification, after: SourceSpecification): Step[] {
  const [old, next] = [isGeoJson(before) && featuresOf(before), isGeoJson(after) && featuresOf(after)];
  // Marks that stayed the same objects made the same features.
  if (!old || !next || old === next) return [];
  const update = propertyChanges(old, next);
  if (update === null) return [{ type: "set-data", id, data: next }];
  return update.length === 0 ? [] : [{ type: "update-data", id, update }];
}

/** Everything of a source but its features. */
const withoutData = (source: SourceSpecification): string =>
  JSON.stringify(isGeoJson(source) ? { ...source, data: null } : source);

/**
 * The steps that turn a map showing one style into a map showing another. MapLibre's own comparison would read every coordinate
 * of the province twice; an indicator switch has to stay within 50 ms.
 */
export function stepsBetween(before: StyleSpecification, after: StyleSpecification): readonly Step[] {
  const removed = Object.entries(before.sources).flatMap(([id, source]) => {
    const next = after.sources[id];
    return next === undefined || withoutData(next) !== withoutData(source) ? [id] : [];
  });
  const isGone = new Set(removed);
  const place = new Map(
    before.layers.map((layer, index) => [layer.id, { index, text: JSON.stringify(layer) }]),
  );
  const kept = new Set<string>();
  let last = -1;
  for (const layer of after.layers) {
    const old = place.get(layer.id);
    const lostSource = "source" in layer && typeof layer.source === "string" && isGone.has(layer.source);
    if (old === undefined || lostSource || old.index < last || old.text !== JSON.stringify(layer)) continue;
    kept.add(layer.id);
    last = old.index;
  }
  const added = Object.entries(after.sources).filter(
    ([id]) => before.sources[id] === undefined || isGone.has(id),
  );
  const stayed = Object.entries(after.sources).flatMap(([id, source]) => {
    const old = before.sources[id];
    return old === undefined || isGone.has(id) ? [] : dataSteps(id, old, source);
  });
  return [
    ...before.layers.flatMap(({ id }): Step[] => (kept.has(id) ? [] : [{ type: "remove-layer", id }])),
    ...removed.map((id): Step => ({ type: "remove-source", id })),
    ...added.map(([id, source]): Step => ({ type: "add-source", id, source })),
    ...stayed,
    // From the top down, so that the layer above is there already.
    ...after.layers
      .flatMap((layer, index): Step[] =>
        kept.has(layer.id) ? [] : [{ type: "add-layer", layer, before: after.layers[index + 1]?.id ?? null }],
      )
      .toReversed(),
  ];
}

import { crsNameIn, itemsOf } from "../geoJsonParts";
import { jsonFault } from "../jsonFault";
import { isRecord } from "../ownProperty";
import { GeometryFault } from "../positions";
import type { Sheet } from "../sheet";
import type { GivenFeature } from "./features";
import { geoJsonFeatures, layerSheets } from "./features";
import { type Crs, crsNamed } from "./projection";

/**
 * The layers of a GeoJSON file. Without a word of its reference system it is WGS 84 (RFC 7946), as long as its numbers can be degrees.
 * `row` of a refusal: the line where the text stops being JSON; 0: it is JSON and nothing else.
 */
export function readGeoJson(
  file: string,
  name: string | null,
  text: string,
): readonly Sheet[] | { readonly refused: "json" | "no-layer"; readonly row: number } {
  let root: unknown;
  try {
    root = JSON.parse(text);
  } catch {
    return { refused: "json", row: jsonFault(text)?.line ?? 0 };
  }
  const items = isRecord(root) ? itemsOf(root) : null;
  if (!isRecord(root) || items === null || items.length === 0) return { refused: "no-layer", row: 0 };
  const features = geoJsonFeatures(items);
  return layerSheets(file, name, features, crsOf(crsNameIn(root), features));
}

function crsOf(
  said: string | null,
  features: readonly GivenFeature[],
): { readonly crs: Crs | null; readonly said: string | null } {
  if (said !== null) return { crs: crsNamed(said), said };
  return { crs: features.every(isInDegrees) ? "EPSG:4326" : null, said: null };
}

function isInDegrees({ geometry }: GivenFeature): boolean {
  if (geometry === null || geometry instanceof GeometryFault) return true;
  const [x = 0, y = 0] = (geometry.coordinates as readonly unknown[]).flat(4) as number[];
  return Math.abs(x) <= 180 && Math.abs(y) <= 180;
}

import { feature, featureCollection, union } from "@turf/turf";
import type { Feature, MultiPolygon, Polygon } from "geojson";

/** Says in the file that the ground was made from the zones, so that it is made again with them. */
const DERIVED = "zones";

/** Whether all of an assessed area was derived, and none of it drawn by whoever made the map. */
export const isDerivedGround = (areas: readonly Feature[]): boolean =>
  areas.every(({ properties }) => properties?.derived === DERIVED);

/**
 * The ground that counts as assessed where a map of zones comes without it: the zones and nothing else. Everything beyond is unassessed,
 * never safe. Method, day and source are those of the first zone. Null: no zone, or shapes that cannot be joined; the checks name them.
 */
export function groundOfZones(
  zones: readonly Feature<Polygon | MultiPolygon>[],
): Feature<Polygon | MultiPolygon> | null {
  const [first] = zones;
  if (first === undefined) return null;
  const { method, recorded_on, source_id } = first.properties ?? {};
  try {
    const joined = zones.length === 1 ? first : union(featureCollection([...zones]));
    if (joined === null) return null;
    return feature(joined.geometry, {
      area_id: "HA-0001",
      method,
      recorded_on,
      source_id,
      derived: DERIVED,
    });
  } catch {
    return null;
  }
}

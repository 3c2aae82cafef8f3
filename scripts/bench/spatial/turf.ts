import {
  area,
  bbox,
  booleanPointInPolygon,
  feature,
  featureCollection,
  intersect,
  pointToPolygonDistance,
  union,
} from "@turf/turf";
import type { Feature, MultiPolygon, Polygon } from "geojson";
import type { SpatialEngine } from "./engine";
import { NEAR_M } from "./seeded";

/** Polygons a sampled point is held against: against 5,000 a thousand points would take a quarter of an hour. */
const POLYGONS_ASKED = 100;

/** NaN where turf gives up. */
function sharedArea(ground: Polygon | MultiPolygon, covers: readonly Polygon[]): number {
  const parts: Feature<Polygon | MultiPolygon>[] = covers.map((polygon) => feature(polygon));
  try {
    const joined = parts.length > 1 ? union(featureCollection(parts)) : (parts[0] ?? null);
    const shared = joined === null ? null : intersect(featureCollection([feature(ground), joined]));
    return shared === null ? 0 : area(shared);
  } catch {
    return Number.NaN;
  }
}

/** Plain turf, as its documentation shows it: every point against every shape, no index of one's own. */
export const TURF: SpatialEngine = {
  name: "turf, plain",
  polygonsAsked: POLYGONS_ASKED,
  prepare: ({ communes, points, polygons }) => {
    const places = points.map((point) => [...point]);
    const at = (point: number) => places[point] ?? [Number.NaN, Number.NaN];
    const some = polygons.slice(0, POLYGONS_ASKED);
    const distance = (point: number): number =>
      some.reduce(
        (nearest, polygon) =>
          Math.min(nearest, pointToPolygonDistance(at(point), polygon, { units: "meters" })),
        Number.POSITIVE_INFINITY,
      );
    return {
      inside: (asked) =>
        asked.map((point) => communes.findIndex((commune) => booleanPointInPolygon(at(point), commune))),
      within: (asked) => asked.map((point) => (distance(point) <= NEAR_M ? 1 : 0)),
      nearest: (asked) => asked.map((point) => Math.max(0, distance(point))),
      overlaps: (asked) =>
        asked.map((number) => {
          const commune = communes[number];
          if (commune === undefined) return 0;
          const [west, south, east, north] = bbox(commune);
          const near = polygons.filter((polygon) => {
            const [otherWest, otherSouth, otherEast, otherNorth] = bbox(polygon);
            return west <= otherEast && east >= otherWest && south <= otherNorth && north >= otherSouth;
          });
          return sharedArea(commune, near);
        }),
    };
  },
};

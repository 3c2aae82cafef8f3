import { readFileSync } from "node:fs";
import path from "node:path";
import type { MultiPolygon, Polygon } from "geojson";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import type { LonLat } from "@/domain/units";

/** What the engines are asked about: lon lat WGS 84. */
export interface SpatialData {
  readonly communes: readonly (Polygon | MultiPolygon)[];
  readonly points: readonly LonLat[];
  readonly polygons: readonly Polygon[];
}

/** Metres within which a point counts as near a polygon. */
export const NEAR_M = 500;

/** Numbers from 0 to 1, the same for the same seed in every run (mulberry32). */
export function seededNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The communes of the whole country, simplified to 150 m, in the file's order. */
export function nationalCommunes(shared: string): readonly (Polygon | MultiPolygon)[] {
  const file = path.join(shared, "geo", "communes_national_150m.topojson");
  const topology = JSON.parse(readFileSync(file, "utf8")) as Topology<{ communes: GeometryCollection }>;
  return feature(topology, topology.objects.communes).features.flatMap(({ geometry }) =>
    geometry.type === "Polygon" || geometry.type === "MultiPolygon" ? [geometry] : [],
  );
}

/** Shortest and longest radius of a polygon, metres, and its corners. */
const RADIUS = [150, 2500] as const;
const CORNERS = [6, 40] as const;
const METRES_PER_DEGREE = 111_320;

/** Points and star-shaped polygons strewn over the communes: each in the box of one drawn at random, so that most lie on land. */
export function seededData(
  communes: readonly (Polygon | MultiPolygon)[],
  counts: { readonly points: number; readonly polygons: number },
  seed = 22,
): SpatialData {
  const random = seededNumbers(seed);
  const place = (): LonLat => {
    const commune = communes[Math.floor(random() * communes.length)];
    const ring = commune?.type === "Polygon" ? commune.coordinates[0] : commune?.coordinates[0]?.[0];
    const [lons, lats] = [0, 1].map((axis) => (ring ?? []).map((corner) => corner[axis] ?? 0));
    const within = (values: readonly number[] = []) => {
      const [least, most] = [Math.min(...values), Math.max(...values)];
      return least + random() * (most - least);
    };
    return [within(lons), within(lats)];
  };
  const star = (): Polygon => {
    const [lon, lat] = place();
    const corners = Math.round(CORNERS[0] + random() * (CORNERS[1] - CORNERS[0]));
    const radius = RADIUS[0] + random() ** 2 * (RADIUS[1] - RADIUS[0]);
    const ring = Array.from({ length: corners }, (_, corner) => {
      const reach = radius * (0.4 + 0.6 * random());
      const turn = (2 * Math.PI * corner) / corners;
      return [
        lon + (reach * Math.cos(turn)) / (METRES_PER_DEGREE * Math.cos((lat * Math.PI) / 180)),
        lat + (reach * Math.sin(turn)) / METRES_PER_DEGREE,
      ];
    });
    return { type: "Polygon", coordinates: [[...ring, ...ring.slice(0, 1)]] };
  };
  return {
    communes,
    points: Array.from({ length: counts.points }, place),
    polygons: Array.from({ length: counts.polygons }, star),
  };
}

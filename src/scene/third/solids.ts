import type { MultiPolygon, Polygon, Position } from "geojson";
import type { CommuneCode } from "@/domain/commune";
import type { LonLat } from "@/domain/units";
import type { Fill, MapScene } from "../scene";

/** A body on the map: an area drawn up to a height, of one look. */
export interface Solid {
  /** Unique among the solids of a stage. */
  readonly id: string;
  /** The commune it stands for; null: no commune (a hexagon of a density). */
  readonly commune: CommuneCode | null;
  readonly geometry: Polygon | MultiPolygon;
  /** Metres above the ground; 0 lies flat. */
  readonly heightM: number;
  /** Of its top; walls are the same, shaded. */
  readonly fill: Fill;
}

/** What is drawn in WebGL in place of the flat scene once the code for bodies is there. Plain data. */
export interface SolidStage {
  /** What lies on the ground below and around the bodies. */
  readonly scene: MapScene;
  readonly solids: readonly Solid[];
  /** Degrees the camera leans; 0: straight down, where heights cannot be seen. */
  readonly pitch: number;
  /** Bodies lie below this plane of the scene, and above the ones before it; null: below the names only. */
  readonly below: string | null;
  /** The selected commune, if it is one of the bodies: its outline stands on its top. */
  readonly selected: CommuneCode | null;
}

const ringsOf = (geometry: Polygon | MultiPolygon): readonly (readonly Position[])[] =>
  geometry.type === "Polygon" ? geometry.coordinates : geometry.coordinates.flat();

/** Even-odd over all rings: holes and several parts come out right. Planar in degrees, like the drawing. */
function isInside(rings: readonly (readonly Position[])[], [x, y]: LonLat): boolean {
  let inside = false;
  for (const ring of rings)
    for (let at = 0, before = ring.length - 1; at < ring.length; before = at++) {
      const [ax = 0, ay = 0] = ring[at] ?? [];
      const [bx = 0, by = 0] = ring[before] ?? [];
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
    }
  return inside;
}

/** A line of sight: where it passes each height, lon lat. */
export type Sight = (heightM: number) => LonLat;

/** Steps down a line of sight; with 160, a wall is missed by less than a pixel and a half of 200. */
const STEPS = 160;

/**
 * Which commune a line of sight meets first, coming down from above the highest body: tops and walls alike. Null: none, the sight
 * reaches the ground. Bodies without a commune or without height are not met.
 */
export function sightOf(solids: readonly Solid[]): (sight: Sight) => CommuneCode | null {
  const bodies = solids.flatMap(({ commune, geometry, heightM }) => {
    if (commune === null || heightM <= 0) return [];
    const rings = ringsOf(geometry);
    const [xs, ys] = [
      rings.flatMap((ring) => ring.map(([x = 0]) => x)),
      rings.flatMap((ring) => ring.map(([, y = 0]) => y)),
    ];
    const box = [minOf(xs), minOf(ys), maxOf(xs), maxOf(ys)] as const;
    return [{ commune, rings, heightM, box }];
  });
  const top = maxOf([0, ...bodies.map(({ heightM }) => heightM)]);
  return (sight) => {
    if (top === 0) return null;
    for (let step = STEPS; step >= 0; step--) {
      const height = (top * step) / STEPS;
      const at = sight(height);
      for (const { commune, rings, heightM, box } of bodies)
        if (
          heightM >= height &&
          at[0] >= box[0] &&
          at[0] <= box[2] &&
          at[1] >= box[1] &&
          at[1] <= box[3] &&
          isInside(rings, at)
        )
          return commune;
    }
    return null;
  };
}

const minOf = (values: readonly number[]) => values.reduce((least, value) => Math.min(least, value));
const maxOf = (values: readonly number[]) => values.reduce((most, value) => Math.max(most, value));

import type { MultiPolygon, Polygon } from "geojson";
import { feature } from "topojson-client";
import { type CommuneCode, isCommuneCode } from "@/domain/commune";
import type { BoundaryTopology } from "@/domain/geometry";
import type { LonLat } from "@/domain/units";

/** Boundaries as geometry, lon lat WGS 84, rings in d3-geo's order (exterior clockwise). */
export interface Boundaries {
  readonly communes: ReadonlyMap<CommuneCode, Polygon | MultiPolygon>;
  readonly province: Polygon | MultiPolygon | null;
  readonly borders: readonly Border[];
}

/** A stretch of boundary between two communes, once: half the strokes of two outlines. The edge of the province is not one. */
export interface Border {
  readonly between: readonly [CommuneCode, CommuneCode];
  readonly line: readonly LonLat[];
}

const isArea = (geometry: { type: string } | null): geometry is Polygon | MultiPolygon =>
  geometry?.type === "Polygon" || geometry?.type === "MultiPolygon";

/** Turns the shared-arc artifact into one geometry per commune. A geometry without a 5-digit id is left out. */
export function decodeBoundaries(topology: BoundaryTopology): Boundaries {
  const communes = new Map<CommuneCode, Polygon | MultiPolygon>();
  for (const { id, geometry } of feature(topology, topology.objects.communes).features) {
    const code = String(id);
    if (isCommuneCode(code) && isArea(geometry)) communes.set(code, geometry);
  }
  const outline = feature(topology, topology.objects.province).features[0]?.geometry ?? null;
  return { communes, province: isArea(outline) ? outline : null, borders: bordersOf(topology) };
}

/** The arcs two communes share, decoded. */
function bordersOf(topology: BoundaryTopology): Border[] {
  const sides = new Map<number, Set<CommuneCode>>();
  for (const geometry of topology.objects.communes.geometries) {
    const code = String(geometry.id);
    if (!isCommuneCode(code) || (geometry.type !== "Polygon" && geometry.type !== "MultiPolygon")) continue;
    // ~i is arc i backwards.
    for (const arc of geometry.arcs.flat(2).map((index) => (index < 0 ? ~index : index)))
      sides.set(arc, (sides.get(arc) ?? new Set()).add(code));
  }
  return [...sides].flatMap(([arc, codes]) => {
    const [first, second, ...more] = codes;
    if (first === undefined || second === undefined || more.length > 0) return [];
    const { geometry } = feature(topology, { type: "LineString", arcs: [arc] });
    if (geometry.type !== "LineString") return [];
    const line = geometry.coordinates.map(([lon = 0, lat = 0]): LonLat => [lon, lat]);
    return [{ between: [first, second], line }];
  });
}

/** An area as the schema parses it. */
type ParsedArea =
  | { readonly type: "Polygon"; readonly coordinates: readonly (readonly (readonly [number, number])[])[] }
  | {
      readonly type: "MultiPolygon";
      readonly coordinates: readonly (readonly (readonly (readonly [number, number])[])[])[];
    };

/** Turned once and kept: what a renderer has written for a shape is found again by the shape itself. */
const turnedAreas = new WeakMap<ParsedArea, Polygon | MultiPolygon>();

/** Parsed geometry as GeoJSON: the same coordinates, exterior rings turned to d3-geo's order (clockwise). The same object for the same input. */
export function toGeometry(geometry: ParsedArea): Polygon | MultiPolygon {
  const found = turnedAreas.get(geometry) ?? turn(geometry);
  turnedAreas.set(geometry, found);
  return found;
}

function turn(geometry: ParsedArea): Polygon | MultiPolygon {
  const turned = (rings: readonly (readonly (readonly [number, number])[])[]) =>
    rings.map((ring, index) => {
      const clockwise = signedArea(ring) < 0;
      const copy = ring.map(([lon, lat]) => [lon, lat]);
      return clockwise === (index === 0) ? copy : copy.reverse();
    });
  return geometry.type === "Polygon"
    ? { type: "Polygon", coordinates: turned(geometry.coordinates) }
    : { type: "MultiPolygon", coordinates: geometry.coordinates.map(turned) };
}

/** Twice the planar area in square degrees; negative for a clockwise ring. */
function signedArea(ring: readonly (readonly [number, number])[]): number {
  return ring.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = ring[(index + 1) % ring.length] ?? [x, y];
    return sum + x * nextY - nextX * y;
  }, 0);
}

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
  readonly edges: readonly Edge[];
}

/** A stretch of the province's edge, with the commune inside it. */
export interface Edge {
  readonly commune: CommuneCode;
  readonly line: readonly LonLat[];
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
  return { communes, province: isArea(outline) ? outline : null, ...stretchesOf(topology) };
}

/** Every arc, decoded: those two communes share, and those one commune has alone. */
function stretchesOf(topology: BoundaryTopology): Pick<Boundaries, "borders" | "edges"> {
  const sides = new Map<number, Set<CommuneCode>>();
  for (const geometry of topology.objects.communes.geometries) {
    const code = String(geometry.id);
    if (!isCommuneCode(code) || (geometry.type !== "Polygon" && geometry.type !== "MultiPolygon")) continue;
    // ~i is arc i backwards.
    for (const arc of geometry.arcs.flat(2).map((index) => (index < 0 ? ~index : index)))
      sides.set(arc, (sides.get(arc) ?? new Set()).add(code));
  }
  const borders: Border[] = [];
  const edges: Edge[] = [];
  for (const [arc, codes] of sides) {
    const [first, second, ...more] = codes;
    const { geometry } = feature(topology, { type: "LineString", arcs: [arc] });
    if (first === undefined || more.length > 0 || geometry.type !== "LineString") continue;
    const line = geometry.coordinates.map(([lon = 0, lat = 0]): LonLat => [lon, lat]);
    if (second === undefined) edges.push({ commune: first, line });
    else borders.push({ between: [first, second], line });
  }
  return { borders, edges };
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

import type { Geometry, Position } from "geojson";
import { toPlane } from "./plane";

/**
 * What a shape is made of: `points`; `lines`, one part a line; `areas`, one part a ring. Rings count by the even-odd rule, whatever
 * their winding, so that holes, parts and a figure of eight need no telling apart.
 */
export type ShapeKind = "points" | "lines" | "areas";

/** A shape on the plane of `toPlane`, metres. Rings are not closed: the last corner is joined to the first. */
export interface PlaneShape {
  readonly kind: ShapeKind;
  /** x and y in turn. */
  readonly coordinates: Float64Array;
  /** Index of each part's first vertex, and the number of vertices at the end. */
  readonly parts: Uint32Array;
  /** West, south, east, north, metres. */
  readonly box: readonly [number, number, number, number];
}

/** Builds a shape of metres. @throws RangeError for a coordinate that is not finite: a programmer's error, input is checked before. */
export function shapeOf(kind: ShapeKind, parts: readonly (readonly (readonly number[])[])[]): PlaneShape {
  const kept =
    kind === "areas"
      ? parts.map(unclosed).filter((ring) => ring.length >= 3)
      : parts.filter((part) => part.length > 0);
  const count = kept.reduce((sum, part) => sum + part.length, 0);
  const coordinates = new Float64Array(2 * count);
  const starts = new Uint32Array(kept.length + 1);
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  let at = 0;
  for (const [index, part] of kept.entries()) {
    starts[index] = at;
    for (const [x = Number.NaN, y = Number.NaN] of part) {
      if (!Number.isFinite(x) || !Number.isFinite(y))
        throw new RangeError(`not a place on the plane: ${x}, ${y}`);
      coordinates[2 * at] = x;
      coordinates[2 * at + 1] = y;
      at++;
      if (x < west) west = x;
      if (x > east) east = x;
      if (y < south) south = y;
      if (y > north) north = y;
    }
  }
  starts[kept.length] = count;
  return { kind, coordinates, parts: starts, box: [west, south, east, north] };
}

function unclosed(ring: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const [first, last] = [ring[0], ring.at(-1)];
  const isClosed = ring.length > 1 && first?.[0] === last?.[0] && first?.[1] === last?.[1];
  return isClosed ? ring.slice(0, -1) : ring;
}

const onPlane = (line: readonly Position[]) =>
  line.map(([lon = Number.NaN, lat = Number.NaN]) => toPlane([lon, lat]));

/** Lon lat (WGS 84) to the plane. A collection gives one shape for each of its geometries; empty geometries give none. */
export function shapesOf(geometry: Geometry): readonly PlaneShape[] {
  const shape = one(geometry);
  if (shape === null)
    return geometry.type === "GeometryCollection" ? geometry.geometries.flatMap(shapesOf) : [];
  return shape.coordinates.length === 0 ? [] : [shape];
}

function one(geometry: Geometry): PlaneShape | null {
  switch (geometry.type) {
    case "Point":
      return shapeOf("points", [onPlane([geometry.coordinates])]);
    case "MultiPoint":
      return shapeOf("points", [onPlane(geometry.coordinates)]);
    case "LineString":
      return shapeOf("lines", [onPlane(geometry.coordinates)]);
    case "MultiLineString":
      return shapeOf("lines", geometry.coordinates.map(onPlane));
    case "Polygon":
      return shapeOf("areas", geometry.coordinates.map(onPlane));
    case "MultiPolygon":
      return shapeOf("areas", geometry.coordinates.flat().map(onPlane));
    default:
      return null;
  }
}

/** Whether two boxes meet, edges included, when one is made wider by `by` metres. */
export const boxesMeet = (a: PlaneShape["box"], b: PlaneShape["box"], by = 0): boolean =>
  a[0] - by <= b[2] && a[2] + by >= b[0] && a[1] - by <= b[3] && a[3] + by >= b[1];

/** Calls `visit` for every stretch between two vertices; a part of a single vertex gives one of no length. Order: part by part. */
export function eachStretch(
  { kind, coordinates, parts }: PlaneShape,
  visit: (ax: number, ay: number, bx: number, by: number) => void,
): void {
  for (let part = 0; part + 1 < parts.length; part++) {
    const [from = 0, to = 0] = [parts[part], parts[part + 1]];
    if (kind === "points") {
      for (let at = from; at < to; at++) {
        const [x = 0, y = 0] = [coordinates[2 * at], coordinates[2 * at + 1]];
        visit(x, y, x, y);
      }
      continue;
    }
    const last = kind === "areas" || to - from === 1 ? to : to - 1;
    for (let at = from; at < last; at++) {
      const next = at + 1 < to ? at + 1 : from;
      visit(
        coordinates[2 * at] ?? 0,
        coordinates[2 * at + 1] ?? 0,
        coordinates[2 * next] ?? 0,
        coordinates[2 * next + 1] ?? 0,
      );
    }
  }
}

/** Length of a shape's lines, or of its rings, metres. */
export function lengthOf(shape: PlaneShape): number {
  let length = 0;
  eachStretch(shape, (ax, ay, bx, by) => {
    length += Math.hypot(bx - ax, by - ay);
  });
  return length;
}

/** Metres within which a place on an edge counts as on it: a thousandth of a millimetre, far below any survey. */
const ON_EDGE_M = 1e-6;

/** Whether a place lies in the areas of a shape, their edges and corners included. */
export function containsPoint({ kind, coordinates, parts, box }: PlaneShape, x: number, y: number): boolean {
  if (kind !== "areas") return false;
  if (x < box[0] - ON_EDGE_M || x > box[2] + ON_EDGE_M || y < box[1] - ON_EDGE_M || y > box[3] + ON_EDGE_M)
    return false;
  let inside = false;
  for (let part = 0; part + 1 < parts.length; part++) {
    const from = 2 * (parts[part] as number);
    const to = 2 * (parts[part + 1] as number);
    let ax = coordinates[to - 2] as number;
    let ay = coordinates[to - 1] as number;
    for (let at = from; at < to; at += 2) {
      const bx = coordinates[at] as number;
      const by = coordinates[at + 1] as number;
      if (ay > y !== by > y) {
        const turn = (bx - ax) * (y - ay) - (by - ay) * (x - ax);
        if (turn === 0) return true;
        if (turn > 0 === by > ay) inside = !inside;
        // Close to the edge, though not on it by the last bit.
        if (Math.abs(turn) <= ON_EDGE_M * (Math.abs(bx - ax) + Math.abs(by - ay))) return true;
      } else if (Math.abs(by - y) <= ON_EDGE_M || Math.abs(ay - y) <= ON_EDGE_M) {
        if (distanceToStretch(ax, ay, bx, by, x, y) <= ON_EDGE_M) return true;
      }
      ax = bx;
      ay = by;
    }
  }
  return inside;
}

/** Metres from a place to a stretch. */
export function distanceToStretch(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  x: number,
  y: number,
): number {
  const dx = bx - ax;
  const dy = by - ay;
  const squared = dx * dx + dy * dy;
  const along = squared === 0 ? 0 : ((x - ax) * dx + (y - ay) * dy) / squared;
  const share = along < 0 ? 0 : along > 1 ? 1 : along;
  const ex = x - ax - share * dx;
  const ey = y - ay - share * dy;
  return Math.sqrt(ex * ex + ey * ey);
}

/** Metres between two stretches; 0 when they cross or touch. */
export function distanceBetweenStretches(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  cx: number,
  cy: number,
  dx: number,
  dy: number,
): number {
  const side = (px: number, py: number, qx: number, qy: number, rx: number, ry: number) =>
    (qx - px) * (ry - py) - (qy - py) * (rx - px);
  const crosses =
    side(ax, ay, bx, by, cx, cy) * side(ax, ay, bx, by, dx, dy) < 0 &&
    side(cx, cy, dx, dy, ax, ay) * side(cx, cy, dx, dy, bx, by) < 0;
  if (crosses) return 0;
  return Math.min(
    distanceToStretch(ax, ay, bx, by, cx, cy),
    distanceToStretch(ax, ay, bx, by, dx, dy),
    distanceToStretch(cx, cy, dx, dy, ax, ay),
    distanceToStretch(cx, cy, dx, dy, bx, by),
  );
}

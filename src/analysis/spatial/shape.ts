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

const lengths = new WeakMap<PlaneShape, number>();
/** Length of a shape's lines, or of its rings, metres; measured once a shape. */
export function lengthOf(shape: PlaneShape): number {
  const known = lengths.get(shape);
  if (known !== undefined) return known;
  let length = 0;
  eachStretch(shape, (ax, ay, bx, by) => {
    length += span(bx - ax, by - ay);
  });
  lengths.set(shape, length);
  return length;
}

/** Length of a vector. `Math.hypot` guards against numbers no place has, at ten times the cost. */
export const span = (east: number, north: number): number => Math.sqrt(east * east + north * north);

/** Metres within which a place on an edge counts as on it: a thousandth of a millimetre, far below any survey. */
const ON_EDGE_M = 1e-6;

/** So many corners are walked through faster than bands are asked. */
const FEW_CORNERS = 48;

/**
 * Edges of an area sorted into bands of equal height, so that only those at a place's height are looked at: `edges` holds the index of each edge's
 * end, `starts` where each band's begin.
 */
interface Bands {
  readonly south: number;
  readonly height: number;
  readonly starts: Uint32Array;
  readonly edges: Uint32Array;
  /** For every vertex the one before it in its ring. */
  readonly before: Uint32Array;
}

const bands = new WeakMap<PlaneShape, Bands>();

function bandsOf(shape: PlaneShape): Bands {
  const known = bands.get(shape);
  if (known !== undefined) return known;
  const { coordinates, parts, box } = shape;
  const vertices = coordinates.length / 2;
  const count = Math.max(1, Math.ceil(vertices / 2));
  const south = box[1] - ON_EDGE_M;
  const height = (box[3] + ON_EDGE_M - south) / count || 1;
  const before = new Uint32Array(vertices);
  for (let part = 0; part + 1 < parts.length; part++)
    for (let at = parts[part] as number; at < (parts[part + 1] as number); at++)
      before[at] = at === parts[part] ? (parts[part + 1] as number) - 1 : at - 1;
  const bandAt = (y: number) => Math.min(count - 1, Math.max(0, Math.floor((y - south) / height)));
  const lowest = (at: number) =>
    bandAt(
      Math.min(coordinates[2 * at + 1] as number, coordinates[2 * (before[at] as number) + 1] as number) -
        ON_EDGE_M,
    );
  const highest = (at: number) =>
    bandAt(
      Math.max(coordinates[2 * at + 1] as number, coordinates[2 * (before[at] as number) + 1] as number) +
        ON_EDGE_M,
    );
  const starts = new Uint32Array(count + 1);
  for (let at = 0; at < vertices; at++)
    for (let band = lowest(at); band <= highest(at); band++)
      starts[band + 1] = (starts[band + 1] as number) + 1;
  for (let band = 0; band < count; band++)
    starts[band + 1] = (starts[band + 1] as number) + (starts[band] as number);
  const edges = new Uint32Array(starts[count] as number);
  const next = starts.slice(0, count);
  for (let at = 0; at < vertices; at++)
    for (let band = lowest(at); band <= highest(at); band++) {
      const place = next[band] as number;
      edges[place] = at;
      next[band] = place + 1;
    }
  const built = { south, height, starts, edges, before };
  bands.set(shape, built);
  return built;
}

/** What an edge says of a place: it lies on it, it is crossed on the way east, or neither. */
const ON = 2;
const CROSSED = 1;
function passes(ax: number, ay: number, bx: number, by: number, x: number, y: number): number {
  if (ay > y !== by > y) {
    const turn = (bx - ax) * (y - ay) - (by - ay) * (x - ax);
    // Close to the edge counts as on it, though it is not by the last bit.
    if (Math.abs(turn) <= ON_EDGE_M * (Math.abs(bx - ax) + Math.abs(by - ay))) return ON;
    return turn > 0 === by > ay ? CROSSED : 0;
  }
  if (Math.abs(by - y) > ON_EDGE_M && Math.abs(ay - y) > ON_EDGE_M) return 0;
  return distanceToStretch(ax, ay, bx, by, x, y) <= ON_EDGE_M ? ON : 0;
}

/** Whether a place lies in the areas of a shape, their edges and corners included. */
export function containsPoint(shape: PlaneShape, x: number, y: number): boolean {
  const { kind, coordinates, parts, box } = shape;
  if (kind !== "areas") return false;
  if (x < box[0] - ON_EDGE_M || x > box[2] + ON_EDGE_M || y < box[1] - ON_EDGE_M || y > box[3] + ON_EDGE_M)
    return false;
  let crossed = 0;
  if (coordinates.length > 2 * FEW_CORNERS) {
    const { south, height, starts, edges, before } = bandsOf(shape);
    const band = Math.min(starts.length - 2, Math.max(0, Math.floor((y - south) / height)));
    for (let index = starts[band] as number; index < (starts[band + 1] as number); index++) {
      const at = edges[index] as number;
      const from = 2 * (before[at] as number);
      const passed = passes(
        coordinates[from] as number,
        coordinates[from + 1] as number,
        coordinates[2 * at] as number,
        coordinates[2 * at + 1] as number,
        x,
        y,
      );
      if (passed === ON) return true;
      crossed += passed;
    }
    return crossed % 2 === 1;
  }
  for (let part = 0; part + 1 < parts.length; part++) {
    const from = 2 * (parts[part] as number);
    const to = 2 * (parts[part + 1] as number);
    let ax = coordinates[to - 2] as number;
    let ay = coordinates[to - 1] as number;
    for (let at = from; at < to; at += 2) {
      const bx = coordinates[at] as number;
      const by = coordinates[at + 1] as number;
      const passed = passes(ax, ay, bx, by, x, y);
      if (passed === ON) return true;
      crossed += passed;
      ax = bx;
      ay = by;
    }
  }
  return crossed % 2 === 1;
}

const outermost = new WeakMap<PlaneShape, Float64Array>();
/** Directions in which an area's outermost corners are looked for. */
const DIRECTIONS = 32;

/** An area's outermost corners in 32 directions, x and y in turn. */
export function outermostCorners(shape: PlaneShape): Float64Array {
  const known = outermost.get(shape);
  if (known !== undefined) return known;
  const { coordinates } = shape;
  const found = new Float64Array(2 * DIRECTIONS);
  for (let direction = 0; direction < DIRECTIONS; direction++) {
    const angle = (2 * Math.PI * direction) / DIRECTIONS;
    const [east, north] = [Math.cos(angle), Math.sin(angle)];
    let farthest = -Infinity;
    for (let at = 0; at < coordinates.length; at += 2) {
      const reach = (coordinates[at] as number) * east + (coordinates[at + 1] as number) * north;
      if (reach <= farthest) continue;
      farthest = reach;
      found[2 * direction] = coordinates[at] as number;
      found[2 * direction + 1] = coordinates[at + 1] as number;
    }
  }
  outermost.set(shape, found);
  return found;
}

/** Number of stretches `eachStretch` visits, closely enough to choose which of two shapes to walk along. */
export const stretchCount = ({ coordinates }: PlaneShape): number => coordinates.length / 2;

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

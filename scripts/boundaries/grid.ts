import type { LonLat } from "@/domain/units";

/**
 * Boundaries are cleaned on an integer grid of one millionth of a degree (about 0.1 m): orientation tests are then exact,
 * and two communes either share a vertex or they do not – there is no "nearly".
 */
export type GridPoint = readonly [x: number, y: number];
/** A ring without its repeated closing point. */
export type GridRing = readonly GridPoint[];

export const GRID_PER_DEGREE = 1e6;

export const toGrid = ([lon, lat]: LonLat): GridPoint => [
  Math.round(lon * GRID_PER_DEGREE),
  Math.round(lat * GRID_PER_DEGREE),
];
export const fromGrid = ([x, y]: GridPoint): LonLat => [x / GRID_PER_DEGREE, y / GRID_PER_DEGREE];
export const gridKey = ([x, y]: GridPoint): string => `${x},${y}`;
export const samePoint = (a: GridPoint, b: GridPoint): boolean => a[0] === b[0] && a[1] === b[1];

/** The point at an index that may run past either end of the ring. */
export function ringAt(ring: GridRing, index: number): GridPoint {
  const point = ring[((index % ring.length) + ring.length) % ring.length];
  if (point === undefined) throw new RangeError("ringAt: the ring is empty");
  return point;
}

/** Twice the signed area in grid units: positive = anticlockwise (north up). */
export function doubleArea(ring: GridRing): number {
  const origin = ring[0];
  if (origin === undefined) return 0;
  let sum = 0;
  for (let i = 1; i < ring.length - 1; i++) sum += turn(origin, ringAt(ring, i), ringAt(ring, i + 1));
  return sum;
}

/** > 0 when c lies left of a→b, 0 on the line, < 0 right of it. Exact for grid points. */
export const turn = (a: GridPoint, b: GridPoint, c: GridPoint): number =>
  (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);

/** Exterior rings clockwise (north up): the order d3-geo expects. */
export const clockwise = (ring: GridRing): GridRing => (doubleArea(ring) > 0 ? [...ring].reverse() : ring);

/** Does the ring wind around the point? `on-edge` when it lies on the ring itself. */
export function locate(ring: GridRing, point: GridPoint): "inside" | "outside" | "on-edge" {
  let inside = false;
  const [px, py] = point;
  for (let i = 0; i < ring.length; i++) {
    const a = ringAt(ring, i);
    const b = ringAt(ring, i + 1);
    const side = turn(a, b, point);
    if (
      side === 0 &&
      Math.min(a[0], b[0]) <= px &&
      px <= Math.max(a[0], b[0]) &&
      Math.min(a[1], b[1]) <= py &&
      py <= Math.max(a[1], b[1])
    )
      return "on-edge";
    if (a[1] > py !== b[1] > py && (b[1] > a[1] ? side > 0 : side < 0)) inside = !inside;
  }
  return inside ? "inside" : "outside";
}

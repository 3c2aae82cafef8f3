import Flatbush from "flatbush";
import type { Position } from "geojson";

/** Pairs of edges that may still be compared for one file: a shape made to be slow must not hold up the reader for minutes. */
export interface CrossingBudget {
  pairs: number;
}

/** About a second of work; a boundary of two million natural vertices needs a tenth of it. */
export const crossingBudget = (): CrossingBudget => ({ pairs: 20_000_000 });

/** The edges of all rings in one row: edge `i` runs from vertex `i` to vertex `next[i]`. */
interface Edges {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly next: Uint32Array;
  readonly previous: Uint32Array;
  readonly polygon: Uint32Array;
}

/**
 * Whether the outline of a polygon, or of several that are one geometry, crosses itself, or runs twice along the same stretch within
 * one polygon. Rings that only touch in a point, and polygons side by side, do not cross. Closed rings without repeated vertices. null:
 * the budget was used up before it was certain.
 */
export function crossesItself(
  polygons: readonly (readonly (readonly Position[])[])[],
  budget: CrossingBudget,
): boolean | null {
  const edges = edgesOf(polygons);
  const count = edges.x.length;
  if (count === 0) return false;
  const { x, y, next } = edges;
  const value = (list: Float64Array, index: number) => list[index] ?? 0;
  const boxOf = (edge: number) => {
    const end = next[edge] ?? 0;
    return [
      Math.min(value(x, edge), value(x, end)),
      Math.min(value(y, edge), value(y, end)),
      Math.max(value(x, edge), value(x, end)),
      Math.max(value(y, edge), value(y, end)),
    ] as const;
  };
  const index = new Flatbush(count);
  for (let edge = 0; edge < count; edge++) index.add(...boxOf(edge));
  index.finish();
  for (let edge = 0; edge < count; edge++) {
    let isCrossed = false;
    index.collides(...boxOf(edge), (other) => {
      if (other <= edge) return false;
      if (budget.pairs-- <= 0) return true;
      isCrossed = cross(edges, edge, other);
      return isCrossed;
    });
    if (isCrossed) return true;
    if (budget.pairs <= 0) return null;
  }
  return false;
}

function edgesOf(polygons: readonly (readonly (readonly Position[])[])[]): Edges {
  const count = polygons.reduce(
    (sum, rings) => rings.reduce((inner, ring) => inner + Math.max(0, ring.length - 1), sum),
    0,
  );
  const edges: Edges = {
    x: new Float64Array(count),
    y: new Float64Array(count),
    next: new Uint32Array(count),
    previous: new Uint32Array(count),
    polygon: new Uint32Array(count),
  };
  let start = 0;
  for (const [polygon, rings] of polygons.entries()) {
    for (const ring of rings) {
      const size = Math.max(0, ring.length - 1);
      for (let at = 0; at < size; at++) {
        const [x = 0, y = 0] = ring[at] ?? [];
        edges.x[start + at] = x;
        edges.y[start + at] = y;
        edges.next[start + at] = start + ((at + 1) % size);
        edges.previous[start + at] = start + ((at + size - 1) % size);
        edges.polygon[start + at] = polygon;
      }
      start += size;
    }
  }
  return edges;
}

/** -1, 0 or 1: whether vertex `c` lies right of, on or left of the line from `a` to `b`. */
function side({ x, y }: Edges, a: number, b: number, c: number): number {
  const [ax = 0, bx = 0, cx = 0] = [x[a], x[b], x[c]];
  const [ay = 0, by = 0, cy = 0] = [y[a], y[b], y[c]];
  return Math.sign((bx - ax) * (cy - ay) - (by - ay) * (cx - ax));
}

const isSameVertex = ({ x, y }: Edges, a: number, b: number): boolean => x[a] === x[b] && y[a] === y[b];

/** Whether two edges cross, overlap, or meet in a point where their rings change sides. */
function cross(edges: Edges, one: number, other: number): boolean {
  const oneEnd = edges.next[one] ?? 0;
  const otherEnd = edges.next[other] ?? 0;
  const a = side(edges, one, oneEnd, other);
  const b = side(edges, one, oneEnd, otherEnd);
  const c = side(edges, other, otherEnd, one);
  const d = side(edges, other, otherEnd, oneEnd);
  if (a * b < 0 && c * d < 0) return true;
  if (a !== 0 && b !== 0 && c !== 0 && d !== 0) return false;
  if (a === 0 && b === 0 && edges.polygon[one] === edges.polygon[other] && overlap(edges, one, other))
    return true;
  const beforeOne = edges.previous[one] ?? 0;
  const beforeOther = edges.previous[other] ?? 0;
  // Each vertex is the start of one edge, so every meeting of two rings is looked at once.
  if (isSameVertex(edges, one, other))
    return changesSides(edges, one, [beforeOne, oneEnd], [beforeOther, otherEnd]);
  if (c === 0 && liesWithin(edges, other, otherEnd, one))
    return changesSides(edges, one, [other, otherEnd], [beforeOne, oneEnd]);
  if (a === 0 && liesWithin(edges, one, oneEnd, other))
    return changesSides(edges, other, [one, oneEnd], [beforeOther, otherEnd]);
  return false;
}

/** Two edges on one line share more than a point. */
function overlap({ x, y, next }: Edges, one: number, other: number): boolean {
  const stretch = (list: Float64Array, edge: number) => {
    const [from = 0, to = 0] = [list[edge], list[next[edge] ?? 0]];
    return from < to ? [from, to] : [to, from];
  };
  const isShared = (list: Float64Array) => {
    const [from = 0, to = 0] = stretch(list, one);
    const [otherFrom = 0, otherTo = 0] = stretch(list, other);
    return Math.max(from, otherFrom) < Math.min(to, otherTo);
  };
  return isShared(x) || isShared(y);
}

/** A vertex on the line through `a` and `b` lies strictly between them. */
function liesWithin(edges: Edges, a: number, b: number, vertex: number): boolean {
  const { x, y } = edges;
  const isBetween = (list: Float64Array) => {
    const [from = 0, to = 0, at = 0] = [list[a], list[b], list[vertex]];
    return Math.min(from, to) <= at && at <= Math.max(from, to);
  };
  return isBetween(x) && isBetween(y) && !isSameVertex(edges, a, vertex) && !isSameVertex(edges, b, vertex);
}

/** Whether of two paths through a point, one goes from one side of the other to its other side. */
function changesSides(
  edges: Edges,
  at: number,
  [from, to]: readonly [number, number],
  [otherFrom, otherTo]: readonly [number, number],
): boolean {
  const isOnPath = (vertex: number) => isSameWay(edges, at, vertex, from) || isSameWay(edges, at, vertex, to);
  if (isOnPath(otherFrom) || isOnPath(otherTo)) return false;
  return isBetween(edges, at, from, otherFrom, to) !== isBetween(edges, at, from, otherTo, to);
}

function isSameWay(edges: Edges, at: number, one: number, other: number): boolean {
  const { x, y } = edges;
  const [px = 0, ax = 0, bx = 0] = [x[at], x[one], x[other]];
  const [py = 0, ay = 0, by = 0] = [y[at], y[one], y[other]];
  return side(edges, at, one, other) === 0 && (ax - px) * (bx - px) + (ay - py) * (by - py) > 0;
}

/** Whether, turning counter-clockwise around `at` from `from`, one meets `vertex` before `to`. */
function isBetween(edges: Edges, at: number, from: number, vertex: number, to: number): boolean {
  const angle = side(edges, at, from, to);
  if (angle > 0) return side(edges, at, from, vertex) > 0 && side(edges, at, vertex, to) > 0;
  if (angle < 0) return !(side(edges, at, to, vertex) > 0 && side(edges, at, vertex, from) > 0);
  return side(edges, at, from, vertex) > 0;
}

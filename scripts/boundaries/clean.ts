import Flatbush from "flatbush";
import {
  clockwise,
  doubleArea,
  type GridPoint,
  type GridRing,
  gridKey,
  ringAt,
  samePoint,
  turn,
} from "./grid";

/** One commune as rings on the grid: each part an exterior ring and its holes. */
export interface GridShape {
  readonly code: string;
  readonly parts: readonly (readonly GridRing[])[];
}

/** What cleaning changed; all zero on an already clean set. */
export interface CleaningCounts {
  duplicates: number;
  spikes: number;
  snapped: number;
  /** Vertices inserted where a neighbour has one on this commune's edge: each removes a hole of (almost) no area. */
  inserted: number;
  /** Rings left with no area and dropped. */
  emptyRings: number;
}

/**
 * Makes neighbours share exactly the same vertices, in four steps, repeated until nothing changes:
 * 1. vertices nearer than `toleranceUnits` become one (the first in x, y order);
 * 2. consecutive duplicates and A-B-A spikes go;
 * 3. where a vertex lies within `toleranceUnits` of another ring's edge, that edge takes the vertex too, so that
 *    every inner edge is used exactly twice and the merged outline keeps no zero-area holes;
 * 4. rings without area go, exterior rings turn clockwise, holes anticlockwise.
 * Nothing larger than the tolerance is repaired: overlaps, gaps and bow-ties are left to `inspectShapes`, to be named.
 */
export function cleanShapes(
  shapes: readonly GridShape[],
  toleranceUnits = 1.5,
): { shapes: GridShape[]; counts: CleaningCounts } {
  const counts: CleaningCounts = { duplicates: 0, spikes: 0, snapped: 0, inserted: 0, emptyRings: 0 };
  const everyRing = (change: (ring: GridRing) => GridRing) => (shape: GridShape) => ({
    ...shape,
    parts: shape.parts.map((rings) => rings.map(change)),
  });
  let current = shapes.map(everyRing((ring) => tidyRing(ring, counts)));
  current = current.map(everyRing(snapper(current, toleranceUnits, counts)));
  for (let pass = 0; pass < 8; pass++) {
    current = current.map(everyRing((ring) => tidyRing(ring, counts)));
    const before = counts.inserted;
    current = current.map(everyRing(nodeInserter(current, toleranceUnits, counts)));
    if (counts.inserted === before) break;
  }
  const wound = current.map((shape) => ({
    ...shape,
    parts: shape.parts
      .map((rings) => rings.filter((ring) => keepsArea(ring, counts)))
      .filter((rings) => rings.length > 0)
      .map((rings) => rings.map((ring, i) => (i === 0 ? clockwise(ring) : [...clockwise(ring)].reverse()))),
  }));
  return { shapes: wound, counts };
}

function keepsArea(ring: GridRing, counts: CleaningCounts): boolean {
  if (ring.length >= 3 && doubleArea(ring) !== 0) return true;
  counts.emptyRings++;
  return false;
}

/** Without consecutive duplicates and A-B-A spikes, also across the ring's end. Spikes inside spikes go too. */
export function tidyRing(ring: GridRing, counts: Pick<CleaningCounts, "duplicates" | "spikes">): GridRing {
  const points = [...ring];
  let before: number;
  do {
    before = points.length;
    // One step back after each removal: taking B out of A-B-A may uncover another spike. Those across the ring's end show
    // only in the next round.
    for (let index = 0; points.length > 2 && index < points.length; ) {
      const next = ringAt(points, index + 1);
      if (samePoint(ringAt(points, index), next)) {
        points.splice((index + 1) % points.length, 1);
        counts.duplicates++;
        index = Math.max(0, index - 2);
      } else if (samePoint(ringAt(points, index), ringAt(points, index + 2))) {
        const first = (index + 1) % points.length;
        const second = (index + 2) % points.length;
        points.splice(Math.max(first, second), 1);
        points.splice(Math.min(first, second), 1);
        counts.spikes++;
        index = Math.max(0, index - 2);
      } else index++;
    }
  } while (points.length < before);
  return points;
}

function pointIndex(shapes: readonly GridShape[]): { points: GridPoint[]; index: Flatbush } {
  const byKey = new Map<string, GridPoint>();
  for (const shape of shapes)
    for (const rings of shape.parts) for (const ring of rings) for (const p of ring) byKey.set(gridKey(p), p);
  const points = [...byKey.values()].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const index = new Flatbush(Math.max(1, points.length));
  for (const [x, y] of points) index.add(x, y, x, y);
  if (points.length === 0) index.add(0, 0, 0, 0);
  index.finish();
  return { points, index };
}

function snapper(shapes: readonly GridShape[], tolerance: number, counts: CleaningCounts) {
  const { points, index } = pointIndex(shapes);
  const target = new Map<string, GridPoint>();
  points.forEach((p, i) => {
    if (target.has(gridKey(p))) return;
    for (const j of index.search(p[0] - tolerance, p[1] - tolerance, p[0] + tolerance, p[1] + tolerance)) {
      const q = points[j];
      if (j === i || q === undefined || target.has(gridKey(q))) continue;
      if (Math.hypot(p[0] - q[0], p[1] - q[1]) > tolerance) continue;
      target.set(gridKey(q), p);
      counts.snapped++;
    }
    target.set(gridKey(p), p);
  });
  return (ring: GridRing): GridRing => ring.map((p) => target.get(gridKey(p)) ?? p);
}

function nodeInserter(shapes: readonly GridShape[], tolerance: number, counts: CleaningCounts) {
  const { points, index } = pointIndex(shapes);
  return (ring: GridRing): GridRing => {
    const own = new Set(ring.map(gridKey));
    return ring.flatMap((a, i) => {
      const b = ringAt(ring, i + 1);
      const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
      if (length === 0) return [a];
      const between = index
        .search(
          Math.min(a[0], b[0]) - tolerance,
          Math.min(a[1], b[1]) - tolerance,
          Math.max(a[0], b[0]) + tolerance,
          Math.max(a[1], b[1]) + tolerance,
        )
        .flatMap((j) => {
          const p = points[j];
          // A ring's own near-touching vertex stays where it is: taking it twice would pinch the ring.
          if (p === undefined || own.has(gridKey(p))) return [];
          const along = ((p[0] - a[0]) * (b[0] - a[0]) + (p[1] - a[1]) * (b[1] - a[1])) / length;
          const off = Math.abs(turn(a, b, p)) / length;
          return along > 0 && along < length && off <= tolerance ? [{ p, along }] : [];
        })
        .sort((u, v) => u.along - v.along || u.p[0] - v.p[0] || u.p[1] - v.p[1]);
      counts.inserted += between.length;
      return [a, ...between.map(({ p }) => p)];
    });
  };
}

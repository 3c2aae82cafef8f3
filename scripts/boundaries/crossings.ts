import Flatbush from "flatbush";
import { type GridPoint, samePoint, turn } from "./grid";

export interface Segment {
  readonly a: GridPoint;
  readonly b: GridPoint;
  /** Index of the ring or arc the segment belongs to. */
  readonly owner: number;
}

/**
 * Pairs of segments that meet anywhere but in a common end point: proper crossings, an end lying inside the other segment,
 * identical or overlapping stretches. Exact on grid points. Each pair once, ordered.
 */
export function findCrossings(segments: readonly Segment[]): [Segment, Segment][] {
  if (segments.length < 2) return [];
  const index = new Flatbush(segments.length);
  for (const { a, b } of segments)
    index.add(Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1]));
  index.finish();
  const pairs: [Segment, Segment][] = [];
  segments.forEach((segment, i) => {
    const { a, b } = segment;
    const hits = index.search(
      Math.min(a[0], b[0]),
      Math.min(a[1], b[1]),
      Math.max(a[0], b[0]),
      Math.max(a[1], b[1]),
      (j) => j > i,
    );
    for (const j of hits.sort((p, q) => p - q)) {
      const other = segments[j];
      if (other !== undefined && meetBeyondEnds(segment, other)) pairs.push([segment, other]);
    }
  });
  return pairs;
}

function meetBeyondEnds({ a, b }: Segment, { a: c, b: d }: Segment): boolean {
  const c1 = Math.sign(turn(a, b, c));
  const d1 = Math.sign(turn(a, b, d));
  const a1 = Math.sign(turn(c, d, a));
  const b1 = Math.sign(turn(c, d, b));
  if (c1 * d1 < 0 && a1 * b1 < 0) return true;
  return (
    within(c, a, b, c1) ||
    within(d, a, b, d1) ||
    within(a, c, d, a1) ||
    within(b, c, d, b1) ||
    same(a, b, c, d)
  );
}

/** Strictly inside the segment, ends excluded. */
const within = (p: GridPoint, a: GridPoint, b: GridPoint, side: number): boolean =>
  side === 0 &&
  !samePoint(p, a) &&
  !samePoint(p, b) &&
  Math.min(a[0], b[0]) <= p[0] &&
  p[0] <= Math.max(a[0], b[0]) &&
  Math.min(a[1], b[1]) <= p[1] &&
  p[1] <= Math.max(a[1], b[1]);

const same = (a: GridPoint, b: GridPoint, c: GridPoint, d: GridPoint): boolean =>
  (samePoint(a, c) && samePoint(b, d)) || (samePoint(a, d) && samePoint(b, c));

import { cutAt, type Ground } from "./ground";
import { eachStretch, type PlaneShape, span } from "./shape";

/**
 * Metres of a line that lie in ground. Its edges belong to it: a line along a border counts as inside on either side of it.
 * Stretches that a line runs twice count twice, as they do in its length.
 */
export function lengthInside(line: PlaneShape, ground: Ground): number {
  if (ground.areas.length === 0) return 0;
  let inside = 0;
  const cuts: number[] = [];
  eachStretch(line, (ax, ay, bx, by) => {
    const length = span(bx - ax, by - ay);
    if (length === 0) return;
    cuts.length = 0;
    cuts.push(0, 1);
    ground.edgesIn(
      Math.min(ax, bx),
      Math.min(ay, by),
      Math.max(ax, bx),
      Math.max(ay, by),
      (cx, cy, dx, dy) => {
        cutAt(ax, ay, bx, by, cx, cy, dx, dy, cuts);
        return false;
      },
    );
    cuts.sort((a, b) => a - b);
    for (let cut = 0; cut + 1 < cuts.length; cut++) {
      const from = cuts[cut] as number;
      const to = cuts[cut + 1] as number;
      const middle = (from + to) / 2;
      if (to > from && ground.contains(ax + middle * (bx - ax), ay + middle * (by - ay)))
        inside += (to - from) * length;
    }
  });
  return inside;
}

/** Metres at a place, changing by at most one metre for every metre moved. */
export type Field = (x: number, y: number) => number;

/** Metres below which a stretch is not halved further: below the error of any position here. */
const SHORTEST_M = 0.1;

/**
 * Whether a field falls to a limit or below it anywhere along a shape's lines, rings or points (the inside of areas is not looked at). A stretch is
 * halved only while its ends leave room for that; a dip of less than five centimetres between two places looked at may be missed.
 */
export function fallsTo(shape: PlaneShape, field: Field, limit: number): boolean {
  const halve = (ax: number, ay: number, before: number, bx: number, by: number, after: number): boolean => {
    const length = span(bx - ax, by - ay);
    if (length <= SHORTEST_M || (before + after - length) / 2 > limit) return false;
    const [x, y] = [(ax + bx) / 2, (ay + by) / 2];
    const middle = field(x, y);
    return middle <= limit || halve(ax, ay, before, x, y, middle) || halve(x, y, middle, bx, by, after);
  };
  let found = false;
  let [lastX, lastY, last] = [Number.NaN, Number.NaN, Number.NaN];
  eachStretch(shape, (ax, ay, bx, by) => {
    if (found) return;
    const before = ax === lastX && ay === lastY ? last : field(ax, ay);
    const after = ax === bx && ay === by ? before : field(bx, by);
    [lastX, lastY, last] = [bx, by, after];
    found = before <= limit || after <= limit || halve(ax, ay, before, bx, by, after);
  });
  return found;
}

/** Whether a field exceeds a limit anywhere along a shape's lines, rings or points; as `fallsTo`. */
export const exceeds = (shape: PlaneShape, field: Field, limit: number): boolean =>
  fallsTo(shape, (x, y) => -field(x, y), -limit - 1e-9);

/** Bounds of the greatest value of a field inside an area: it is at least, and at most. */
export interface Bounds {
  readonly atLeast: number;
  readonly atMost: number;
}

/** Cells looked at in one round, before the bounds found so far are given as they are. */
const MOST_CELLS = 4096;
/** Bounds this close are the same to a reader: a metre, or two in a hundred. */
const closeEnough = (value: number) => Math.max(1, Math.abs(value) / 50);

/**
 * Bounds of the greatest value of a field in an area, which `inArea` tells as signed distance (negative inside). Squares that cannot hold more than
 * what was found are dropped, the others are quartered. With a `limit`, only whether the greatest value exceeds it is settled. Holds for any
 * field that changes by at most a metre a metre; the bounds are true wherever it stops.
 */
export function greatestIn(
  box: PlaneShape["box"],
  inArea: Field,
  field: Field,
  limit: number | null,
): Bounds {
  const side = Math.max(box[2] - box[0], box[3] - box[1], 1e-3);
  let half = side / 2;
  let cells: (readonly [x: number, y: number])[] = [[(box[0] + box[2]) / 2, (box[1] + box[3]) / 2]];
  let atLeast = -Infinity;
  for (;;) {
    const reach = half * Math.SQRT2;
    let atMost = -Infinity;
    const open: (readonly [number, number, number])[] = [];
    for (const [x, y] of cells) {
      const outside = inArea(x, y);
      if (outside > reach) continue;
      const value = field(x, y);
      if (outside <= 0) atLeast = Math.max(atLeast, value);
      open.push([x, y, value + reach]);
    }
    const least = limit === null ? atLeast : Math.max(atLeast, limit);
    const kept = open.filter(([, , bound]) => {
      atMost = Math.max(atMost, bound);
      return bound > least;
    });
    if (limit !== null && (atLeast > limit || atMost <= limit)) return { atLeast, atMost };
    if (kept.length === 0) return { atLeast, atMost: Math.max(atLeast, limit ?? atLeast) };
    const isClose = limit === null ? atMost - atLeast <= closeEnough(atMost) : reach < 1;
    if (isClose || kept.length * 4 > MOST_CELLS) return { atLeast, atMost };
    half /= 2;
    cells = kept.flatMap(([x, y]) => [
      [x - half, y - half] as const,
      [x + half, y - half] as const,
      [x - half, y + half] as const,
      [x + half, y + half] as const,
    ]);
  }
}

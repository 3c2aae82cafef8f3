import Flatbush from "flatbush";
import {
  boxesMeet,
  containsPoint,
  distanceBetweenStretches,
  distanceToStretch,
  eachStretch,
  type PlaneShape,
  span,
} from "./shape";

/** Gaps and overlaps narrower than twice this are no edge of the ground: published maps are rounded to 0.1 m, and their neighbours do not quite meet. */
export const SEAL_M = 0.5;

/** Right beside an edge, metres: more than the rounding of a coordinate, less than anything measured. */
const BESIDE_M = 1e-4;

/** So few boxes are looked through faster than an index is asked. */
const FEW = 8;

/**
 * Many shapes as one piece of ground, prepared to be asked often: what they cover together, and where that ends. Edges between two areas that
 * meet or overlap are inside it and are no edge. Metres on the plane of `toPlane`.
 */
export interface Ground {
  readonly shapes: readonly PlaneShape[];
  readonly areas: readonly PlaneShape[];
  readonly box: PlaneShape["box"];
  /** Whether a place lies in one of the areas, edges included. */
  readonly contains: (x: number, y: number) => boolean;
  /**
   * Metres to the nearest edge, line or point, negative inside an area (its depth); Infinity for empty ground. Changes by at most one metre for
   * every metre moved. Beyond `upTo` metres any value above it may be returned.
   */
  readonly signedDistance: (x: number, y: number, upTo?: number) => number;
  /** Calls `visit` for every edge or line whose box meets a box, until it returns true. */
  readonly edgesIn: (
    west: number,
    south: number,
    east: number,
    north: number,
    visit: (ax: number, ay: number, bx: number, by: number) => boolean | undefined,
  ) => void;
  /** Metres between a stretch and the nearest edge, line or point; whether it lies inside is not asked. */
  readonly distanceToStretch: (ax: number, ay: number, bx: number, by: number) => number;
}

/** Index over boxes; flatbush refuses an empty one. */
function indexOf(boxes: readonly PlaneShape["box"][]): Flatbush | null {
  if (boxes.length === 0) return null;
  const index = new Flatbush(boxes.length);
  for (const box of boxes) index.add(...box);
  index.finish();
  return index;
}

/** Edges as x1 y1 x2 y2 in a row, growing. */
class Stretches {
  data = new Float64Array(4 * 256);
  count = 0;
  push(ax: number, ay: number, bx: number, by: number): void {
    if (4 * this.count === this.data.length) {
      const wider = new Float64Array(2 * this.data.length);
      wider.set(this.data);
      this.data = wider;
    }
    const at = 4 * this.count++;
    this.data[at] = ax;
    this.data[at + 1] = ay;
    this.data[at + 2] = bx;
    this.data[at + 3] = by;
  }
}

function indexStretches({ data, count }: Stretches): Flatbush | null {
  if (count === 0) return null;
  const index = new Flatbush(count);
  for (let at = 0; at < 4 * count; at += 4) {
    const ax = data[at] as number;
    const ay = data[at + 1] as number;
    const bx = data[at + 2] as number;
    const by = data[at + 3] as number;
    index.add(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by));
  }
  index.finish();
  return index;
}

/** Prepares ground. Shapes without a vertex are left out. */
export function groundOf(given: readonly PlaneShape[]): Ground {
  const shapes = given.filter(({ coordinates }) => coordinates.length > 0);
  const areas = shapes.filter(({ kind }) => kind === "areas");
  const areaIndex = areas.length > FEW ? indexOf(areas.map(({ box }) => box)) : null;
  const areasAt = (x: number, y: number): readonly number[] | null => areaIndex?.search(x, y, x, y) ?? null;
  const contains = (x: number, y: number): boolean => {
    const near = areasAt(x, y);
    if (near === null) return areas.some((area) => containsPoint(area, x, y));
    return near.some((at) => containsPoint(areas[at] as PlaneShape, x, y));
  };
  const edges = edgesOf(shapes, areas, contains);
  const index = indexStretches(edges);
  const { data } = edges;

  const edgesIn: Ground["edgesIn"] = (west, south, east, north, visit) => {
    for (const at of index?.search(west, south, east, north) ?? []) {
      const from = 4 * at;
      if (
        visit(
          data[from] as number,
          data[from + 1] as number,
          data[from + 2] as number,
          data[from + 3] as number,
        ) === true
      )
        return;
    }
  };
  const distanceToEdge = (x: number, y: number, upTo: number): number => {
    if (index === null) return Infinity;
    // The edge whose box is nearest bounds the search; few boxes reach closer than that edge.
    const [first] = index.neighbors(x, y, 1, upTo);
    if (first === undefined) return Infinity;
    const from = 4 * first;
    let nearest = distanceToStretch(
      data[from] as number,
      data[from + 1] as number,
      data[from + 2] as number,
      data[from + 3] as number,
      x,
      y,
    );
    const reach = Math.min(nearest, upTo);
    edgesIn(x - reach, y - reach, x + reach, y + reach, (ax, ay, bx, by) => {
      const distance = distanceToStretch(ax, ay, bx, by, x, y);
      if (distance < nearest) nearest = distance;
      return nearest === 0;
    });
    return nearest;
  };
  return {
    shapes,
    areas,
    box: shapes.reduce<PlaneShape["box"]>(
      (box, { box: other }) => [
        Math.min(box[0], other[0]),
        Math.min(box[1], other[1]),
        Math.max(box[2], other[2]),
        Math.max(box[3], other[3]),
      ],
      [Infinity, Infinity, -Infinity, -Infinity],
    ),
    contains,
    signedDistance: (x, y, upTo = Infinity) => {
      const distance = distanceToEdge(x, y, upTo);
      return areas.length > 0 && contains(x, y) ? -distance : distance;
    },
    edgesIn,
    distanceToStretch: (ax, ay, bx, by) => {
      let nearest = Math.min(distanceToEdge(ax, ay, Infinity), distanceToEdge(bx, by, Infinity));
      edgesIn(
        Math.min(ax, bx) - nearest,
        Math.min(ay, by) - nearest,
        Math.max(ax, bx) + nearest,
        Math.max(ay, by) + nearest,
        (cx, cy, dx, dy) => {
          nearest = Math.min(nearest, distanceBetweenStretches(ax, ay, bx, by, cx, cy, dx, dy));
          return nearest === 0;
        },
      );
      return nearest;
    },
  };
}

/** Where ground ends: lines and points as they are, edges of areas as far as no other area goes on beyond them. */
function edgesOf(
  shapes: readonly PlaneShape[],
  areas: readonly PlaneShape[],
  contains: (x: number, y: number) => boolean,
): Stretches {
  const edges = new Stretches();
  const push = (ax: number, ay: number, bx: number, by: number) => edges.push(ax, ay, bx, by);
  for (const shape of shapes) if (shape.kind !== "areas") eachStretch(shape, push);
  const boxes = areas.length > 1 ? indexOf(areas.map(({ box }) => box)) : null;
  const shared: PlaneShape[] = [];
  for (const area of areas) {
    const meets = (
      boxes?.search(area.box[0] - SEAL_M, area.box[1] - SEAL_M, area.box[2] + SEAL_M, area.box[3] + SEAL_M) ??
      []
    ).length;
    if (meets > 1) shared.push(area);
    else eachStretch(area, push);
  }
  if (shared.length === 0) return edges;
  const all = new Stretches();
  const owners: number[] = [];
  for (const [owner, area] of shared.entries())
    eachStretch(area, (ax, ay, bx, by) => {
      all.push(ax, ay, bx, by);
      owners.push(owner);
    });
  const index = indexStretches(all);
  const cuts: number[] = [];
  for (let at = 0; at < all.count; at++) {
    const [ax = 0, ay = 0, bx = 0, by = 0] = all.data.subarray(4 * at, 4 * at + 4);
    const owner = owners[at] as number;
    const isNear = shared.some(
      (area, other) =>
        other !== owner &&
        boxesMeet([Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)], area.box, SEAL_M),
    );
    const length = span(bx - ax, by - ay);
    if (!isNear || length === 0) {
      if (length > 0) push(ax, ay, bx, by);
      continue;
    }
    cuts.length = 0;
    cuts.push(0, 1);
    const near =
      index?.search(
        Math.min(ax, bx) - SEAL_M,
        Math.min(ay, by) - SEAL_M,
        Math.max(ax, bx) + SEAL_M,
        Math.max(ay, by) + SEAL_M,
        (other) => owners[other] !== owner,
      ) ?? [];
    for (const other of near) {
      const [cx = 0, cy = 0, dx = 0, dy = 0] = all.data.subarray(4 * other, 4 * other + 4);
      cutAt(ax, ay, bx, by, cx, cy, dx, dy, cuts);
    }
    cuts.sort((a, b) => a - b);
    for (let cut = 0; cut + 1 < cuts.length; cut++) {
      const [from = 0, to = 1] = [cuts[cut], cuts[cut + 1]];
      if ((to - from) * length <= 1e-6) continue;
      const middle = (from + to) / 2;
      const [x, y] = [ax + middle * (bx - ax), ay + middle * (by - ay)];
      const [across, up] = [-(by - ay) / length, (bx - ax) / length];
      const isBetween = (metres: number) =>
        contains(x + metres * across, y + metres * up) && contains(x - metres * across, y - metres * up);
      // Right beside it, too: where one area only just overlaps another, its edge lies in the other and nearer than the seal to its end.
      if (isBetween(SEAL_M) || isBetween(BESIDE_M)) continue;
      push(ax + from * (bx - ax), ay + from * (by - ay), ax + to * (bx - ax), ay + to * (by - ay));
    }
  }
  return edges;
}

/** Where another stretch crosses this one or, running along it, begins and ends: shares of its length. */
export function cutAt(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  cx: number,
  cy: number,
  dx: number,
  dy: number,
  cuts: number[],
): void {
  const [ux, uy] = [bx - ax, by - ay];
  const [vx, vy] = [dx - cx, dy - cy];
  const squared = ux * ux + uy * uy;
  if (squared === 0) return;
  const cross = ux * vy - uy * vx;
  // Nearly parallel ones have no one point of crossing; their ends, dropped on this stretch, part it as well.
  for (const [px, py] of [
    [cx, cy],
    [dx, dy],
  ] as const) {
    const share = ((px - ax) * ux + (py - ay) * uy) / squared;
    if (share > 0 && share < 1 && distanceToStretch(ax, ay, bx, by, px, py) <= 2 * SEAL_M) cuts.push(share);
  }
  if (cross === 0) return;
  const share = ((cx - ax) * vy - (cy - ay) * vx) / cross;
  const along = ((cx - ax) * uy - (cy - ay) * ux) / cross;
  if (share > 0 && share < 1 && along >= 0 && along <= 1) cuts.push(share);
}

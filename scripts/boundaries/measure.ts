import geographiclib from "geographiclib-geodesic";
import type { GridShape } from "./clean";
import { fromGrid, type GridPoint, type GridRing, ringAt } from "./grid";

const { Geodesic } = geographiclib;

/** Area on the WGS 84 ellipsoid in km², holes taken off; edges are geodesics. Winding does not matter. */
export function drawnAreaKm2(parts: readonly (readonly GridRing[])[]): number {
  let squareMetres = 0;
  for (const rings of parts)
    rings.forEach((ring, i) => {
      const polygon = Geodesic.WGS84.Polygon(false);
      for (const point of ring) {
        const [lon, lat] = fromGrid(point);
        polygon.AddPoint(lat, lon);
      }
      const area = Math.abs(polygon.Compute(false, true).area ?? 0);
      squareMetres += i === 0 ? area : -area;
    });
  return squareMetres / 1e6;
}

/** West, south, east, north in degrees. */
export function bboxOf(shape: GridShape): [number, number, number, number] {
  const points = shape.parts.flat(2);
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [west, south] = fromGrid([min(xs), min(ys)]);
  const [east, north] = fromGrid([-min(xs.map((x) => -x)), -min(ys.map((y) => -y))]);
  return [west, south, east, north];
}
const min = (values: readonly number[]): number => values.reduce((a, b) => Math.min(a, b), Infinity);

/** A name is wider than high: the pole is sought for the largest inscribed ellipse of this aspect, not circle. */
const LABEL_ASPECT = 1.8;
const COS_LAT = Math.cos((21.3 * Math.PI) / 180);

/**
 * Pole of inaccessibility (grid units) of the largest part: the centre of the largest lying ellipse inside it, found by
 * splitting square cells as long as they promise better. `radius` = half height of that ellipse in grid units of latitude.
 */
export function poleOfShape(shape: GridShape, aspect = LABEL_ASPECT): { point: GridPoint; radius: number } {
  // Squeezing x makes the ellipse a circle.
  const squeeze = COS_LAT / aspect;
  const candidates = shape.parts.map((rings) =>
    pole(rings.map((ring) => ring.map(([x, y]): GridPoint => [x * squeeze, y]))),
  );
  const best = candidates.reduce((a, b) => (b.radius > a.radius ? b : a), {
    point: [0, 0] as GridPoint,
    radius: -Infinity,
  });
  return { point: [best.point[0] / squeeze, best.point[1]], radius: best.radius };
}

interface Cell {
  readonly x: number;
  readonly y: number;
  readonly half: number;
  readonly distance: number;
  /** The best distance any point of the cell can reach. */
  readonly promise: number;
}

function pole(rings: readonly GridRing[]): { point: GridPoint; radius: number } {
  const outer = rings[0] ?? [];
  const xs = outer.map(([x]) => x);
  const ys = outer.map(([, y]) => y);
  const [west, south] = [min(xs), min(ys)];
  const [width, height] = [-min(xs.map((x) => -x)) - west, -min(ys.map((y) => -y)) - south];
  const size = Math.min(width, height);
  if (!(size > 0)) return { point: outer[0] ?? [0, 0], radius: 0 };
  const cell = (x: number, y: number, half: number): Cell => {
    const distance = signedDistance(rings, x, y);
    return { x, y, half, distance, promise: distance + half * Math.SQRT2 };
  };
  let cells: Cell[] = [];
  for (let x = west; x < west + width; x += size)
    for (let y = south; y < south + height; y += size) cells.push(cell(x + size / 2, y + size / 2, size / 2));
  let best = cell(west + width / 2, south + height / 2, 0);
  const precision = size / 100;
  // Level by level: all cells of one size set the mark before any is split, so that few need be.
  while (cells.length > 0) {
    for (const one of cells) if (one.distance > best.distance) best = one;
    const enough = best.distance + precision;
    cells = cells
      .filter(({ promise }) => promise > enough)
      .flatMap(({ x, y, half }) =>
        [
          [-1, -1],
          [1, -1],
          [-1, 1],
          [1, 1],
        ].map(([dx = 0, dy = 0]) => cell(x + (dx * half) / 2, y + (dy * half) / 2, half / 2)),
      );
  }
  return { point: [best.x, best.y], radius: best.distance };
}

/** Distance to the nearest edge; negative outside. */
function signedDistance(rings: readonly GridRing[], px: number, py: number): number {
  let inside = false;
  let nearest = Infinity;
  for (const ring of rings)
    for (let i = 0; i < ring.length; i++) {
      const a = ringAt(ring, i);
      const b = ringAt(ring, i + 1);
      if (a[1] > py !== b[1] > py && px < ((b[0] - a[0]) * (py - a[1])) / (b[1] - a[1]) + a[0])
        inside = !inside;
      const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
      const length2 = dx * dx + dy * dy;
      const t = length2 === 0 ? 0 : Math.max(0, Math.min(1, ((px - a[0]) * dx + (py - a[1]) * dy) / length2));
      nearest = Math.min(nearest, (px - a[0] - t * dx) ** 2 + (py - a[1] - t * dy) ** 2);
    }
  return (inside ? 1 : -1) * Math.sqrt(nearest);
}

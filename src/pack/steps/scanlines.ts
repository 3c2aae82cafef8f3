import type { MultiPolygon, Polygon } from "geojson";

/** From where to where a row lies in a ground, degrees of longitude, ascending and apart. */
export type Spans = readonly (readonly [from: number, to: number])[];

/** Rows of equal height across a box; row `k` is looked at in its middle. */
export interface Rows {
  readonly south: number;
  readonly height: number;
  readonly count: number;
}

export const latitudeOf = ({ south, height }: Rows, row: number): number => south + (row + 0.5) * height;

const ringsOf = (geometry: Polygon | MultiPolygon) =>
  geometry.type === "Polygon" ? geometry.coordinates : geometry.coordinates.flat();

/** The spans of a ground in every row, by counting crossings of its rings: holes and shared edges need no care. */
export function spansOf(geometry: Polygon | MultiPolygon, rows: Rows): Spans[] {
  const crossings: number[][] = Array.from({ length: rows.count }, () => []);
  for (const ring of ringsOf(geometry)) {
    ring.forEach(([x2 = 0, y2 = 0], index) => {
      const [x1 = 0, y1 = 0] = ring[index - 1] ?? [x2, y2];
      const [low, high] = y1 < y2 ? [y1, y2] : [y2, y1];
      // Rows whose middle lies in [low, high): a corner on a middle is crossed once, not twice.
      const first = Math.max(0, Math.ceil((low - rows.south) / rows.height - 0.5));
      const end = Math.min(rows.count, Math.ceil((high - rows.south) / rows.height - 0.5));
      for (let row = first; row < end; row += 1) {
        crossings[row]?.push(x1 + ((latitudeOf(rows, row) - y1) / (y2 - y1)) * (x2 - x1));
      }
    });
  }
  return crossings.map((row) => {
    row.sort((a, b) => a - b);
    return row.flatMap((to, index): Spans => (index % 2 === 1 ? [[row[index - 1] ?? to, to]] : []));
  });
}

/** What lies in any of them. */
export function unionOf(spans: Spans): Spans {
  const joined: [number, number][] = [];
  for (const [from, to] of spans.toSorted(([a], [b]) => a - b)) {
    const last = joined.at(-1);
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to);
    else joined.push([from, to]);
  }
  return joined;
}

/** How much of `a` lies in `b`, degrees. Both as `unionOf` gives them. */
export function commonLength(a: Spans, b: Spans): number {
  let length = 0;
  let next = 0;
  for (const [from, to] of a) {
    while ((b[next]?.[1] ?? Number.POSITIVE_INFINITY) <= from) next += 1;
    for (let index = next; index < b.length; index += 1) {
      const [start, end] = b[index] ?? [0, 0];
      if (start >= to) break;
      length += Math.min(to, end) - Math.max(from, start);
    }
  }
  return length;
}

import type { MultiPolygon, Polygon, Position } from "geojson";

type Area = Polygon | MultiPolygon;
/** West and east end of ground along a row, degrees of longitude. */
type Span = readonly [west: number, east: number];

/** Height of a row, degrees of latitude: 111 m, a pixel or less on a map of the province. */
const ROW = 0.001;
/** Narrower ground is left out: the two boundaries were simplified apart and differ by up to this along their common edge. */
const NARROW = 0.0018;
/** Ground of fewer rows is a remnant of that. */
const FEWEST_ROWS = 3;

const ringsOf = (area: Area): readonly Position[][] =>
  area.type === "Polygon" ? area.coordinates : area.coordinates.flat();

/** Spans of an area in each row by the even-odd rule, west to east; rows count from `south` upwards. */
function spansOf(area: Area, south: number, count: number): readonly (readonly Span[])[] {
  const crossings = Array.from({ length: count }, (): number[] => []);
  for (const ring of ringsOf(area))
    for (const [index, [x1 = 0, y1 = 0]] of ring.entries()) {
      const [x2 = x1, y2 = y1] = ring[index + 1] ?? [];
      const [low, high] = y1 < y2 ? [y1, y2] : [y2, y1];
      // Rows whose middle lies in [low, high): a corner counts for one of its two edges.
      const first = Math.max(0, Math.ceil((low - south) / ROW - 0.5));
      const last = Math.min(count, Math.ceil((high - south) / ROW - 0.5));
      for (let row = first; row < last; row++) {
        const y = south + (row + 0.5) * ROW;
        crossings[row]?.push(x1 + ((y - y1) / (y2 - y1)) * (x2 - x1));
      }
    }
  return crossings.map((xs) => {
    const sorted = xs.toSorted((a, b) => a - b);
    return sorted.flatMap((west, index): Span[] => {
      const east = sorted[index + 1];
      return index % 2 === 0 && east !== undefined ? [[west, east]] : [];
    });
  });
}

type Box = readonly [west: number, south: number, east: number, north: number];

function boxOf(area: Area): Box {
  let [west, south, east, north] = [180, 90, -180, -90];
  for (const ring of ringsOf(area))
    for (const [lon = 0, lat = 0] of ring) {
      west = Math.min(west, lon);
      east = Math.max(east, lon);
      south = Math.min(south, lat);
      north = Math.max(north, lat);
    }
  return [west, south, east, north];
}

/** Boxes of areas that cover others; asked for every commune, computed once. */
const boxes = new WeakMap<Area, Box>();

/** False for areas that are far apart: most are, and need not be cut into rows. */
function mayTouch(area: Area, [west, south, east, north]: Box): boolean {
  const box = boxes.get(area) ?? boxOf(area);
  boxes.set(area, box);
  return box[0] < east && west < box[2] && box[1] < north && south < box[3];
}

/** What is left of some spans when others are taken away. */
const without = (spans: readonly Span[], taken: readonly Span[]): readonly Span[] =>
  taken.reduce<readonly Span[]>(
    (left, [west, east]) =>
      left.flatMap(([w, e]): Span[] =>
        east <= w || west >= e
          ? [[w, e]]
          : [...(west > w ? [[w, west] as const] : []), ...(east < e ? [[east, e] as const] : [])],
      ),
    spans,
  );

/** Ground that grows row by row. */
interface Strip {
  readonly first: number;
  readonly spans: Span[];
}

/** Spans that lie over each other and over nothing else, joined upwards into strips. */
function stripsOf(rows: readonly (readonly Span[])[]): readonly Strip[] {
  const closed: Strip[] = [];
  let open: Strip[] = [];
  for (const [row, spans] of rows.entries()) {
    const touches = (strip: Strip, [west, east]: Span) => {
      const last = strip.spans.at(-1);
      return last !== undefined && last[0] < east && west < last[1];
    };
    const continued = spans.map((span) => {
      const below = open.filter((strip) => touches(strip, span));
      const [only] = below;
      const alone = only !== undefined && below.length === 1;
      if (alone && spans.filter((other) => touches(only, other)).length === 1) return only;
      return { first: row, spans: [] };
    });
    closed.push(...open.filter((strip) => !continued.includes(strip)));
    for (const [index, strip] of continued.entries()) {
      const span = spans[index];
      if (span !== undefined) strip.spans.push(span);
    }
    open = continued;
  }
  return [...closed, ...open];
}

/** The outline of a strip: up its east side and down its west side, reaching half a row beyond its first and last middle. */
function outline({ first, spans }: Strip, south: number): Position[] {
  const at = (index: number) => south + (first + index + 0.5) * ROW;
  const last = spans.length - 1;
  const side = (end: 0 | 1): Position[] => [
    [spans[0]?.[end] ?? 0, at(0) - ROW / 2],
    ...spans.map((span, index): Position => [span[end], at(index)]),
    [spans[last]?.[end] ?? 0, at(last) + ROW / 2],
  ];
  const ring = [...side(0), ...side(1).toReversed()];
  return [...ring, ring[0] ?? []];
}

/**
 * The ground of a commune that none of the covering areas reaches, for drawing: lon lat WGS 84, true to about 100 m, exterior rings
 * clockwise. Null when nothing worth drawing is left. Shares of area are computed elsewhere and exactly; this is only a picture of them.
 */
export function unassessedGround(commune: Area, covering: readonly Area[]): MultiPolygon | null {
  const box = boxOf(commune);
  const [, south, , north] = box;
  const count = Math.ceil((north - south) / ROW);
  if (!(count > 0)) return null;
  let left = spansOf(commune, south, count);
  for (const area of covering) {
    if (!mayTouch(area, box)) continue;
    const taken = spansOf(area, south, count);
    left = left.map((spans, row) => {
      const here = taken[row] ?? [];
      return here.length === 0 || spans.length === 0 ? spans : without(spans, here);
    });
  }
  left = left.map((spans) => spans.filter(([west, east]) => east - west >= NARROW));
  const strips = stripsOf(left).filter(({ spans }) => spans.length >= FEWEST_ROWS);
  return strips.length === 0
    ? null
    : { type: "MultiPolygon", coordinates: strips.map((strip) => [outline(strip, south)]) };
}

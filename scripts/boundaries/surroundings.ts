import { mesh } from "topojson-client";
import type { GeometryCollection, MultiPolygon, Polygon, Topology } from "topojson-specification";
import type { Surroundings } from "@/domain/geometry";
import type { BBox, LonLat } from "@/domain/units";
import { type GridRing, locate, toGrid } from "./grid";

/** Provinces of the country: `code` is the 2-digit province code. */
export type ProvinceTopology = Topology<{
  provinces: GeometryCollection<{ code: string; fullName: string }>;
}>;
export const BAC_NINH = "24";

/** Names of the neighbours, placed by eye just outside the province so that they show in the opening frame. */
const LABELS: Surroundings["labels"] = [
  { name: "Thái Nguyên", point: [105.86, 21.47] },
  { name: "Lạng Sơn", point: [106.42, 21.64] },
  { name: "Quảng Ninh", point: [106.68, 21.1] },
  { name: "Hải Phòng", point: [106.53, 20.95] },
  { name: "Hưng Yên", point: [105.95, 20.9] },
  { name: "Hà Nội", point: [105.83, 21.04] },
];

/** The province's box grown by `degrees` on every side. */
export const grow = ([west, south, east, north]: BBox, degrees: number): BBox => [
  west - degrees,
  south - degrees,
  east + degrees,
  north + degrees,
];

/**
 * Lines between two provinces neither of which is Bắc Ninh. An arc used by one province only is a coast or the national
 * border and is never drawn; Bắc Ninh's own outline comes from its communes, so its arcs here are left out too. Lines are cut
 * at the box and at the outline, so that the coarser neighbours never reach into the province.
 */
export function surroundingsOf(
  provinces: ProvinceTopology,
  outline: GridRing,
  box: BBox,
  sourceId: string,
): Surroundings {
  type Area = Polygon<{ code: string }> | MultiPolygon<{ code: string }>;
  const codeOf = (geometry: unknown): string | undefined => (geometry as Area).properties?.code;
  const lines = mesh(
    provinces,
    provinces.objects.provinces,
    (a, b) => a !== b && codeOf(a) !== BAC_NINH && codeOf(b) !== BAC_NINH,
  ).coordinates;
  const coordinates = lines
    .flatMap((line) =>
      clipLine(
        line.map(([lon = NaN, lat = NaN]): LonLat => [lon, lat]),
        box,
      ),
    )
    .flatMap((line) => outsideRing(line, outline))
    .map((line) => line.map(([lon, lat]) => [round4(lon), round4(lat)]))
    .filter((line) => line.length > 1)
    .sort((a, b) => (a[0]?.[0] ?? 0) - (b[0]?.[0] ?? 0) || (a[0]?.[1] ?? 0) - (b[0]?.[1] ?? 0));
  return { sourceId, boundaries: { type: "MultiLineString", coordinates }, labels: LABELS };
}

const round4 = (degrees: number): number => Math.round(degrees * 1e4) / 1e4;

/** The parts of a line inside a box, cut exactly at its sides (Liang–Barsky). */
export function clipLine(line: readonly LonLat[], [west, south, east, north]: BBox): LonLat[][] {
  const pieces: LonLat[][] = [];
  let open: LonLat[] = [];
  const close = () => {
    if (open.length > 1) pieces.push(open);
    open = [];
  };
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1], line[i]];
    if (a === undefined || b === undefined) continue;
    const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
    let [from, to] = [0, 1];
    for (const [step, room] of [
      [-dx, a[0] - west],
      [dx, east - a[0]],
      [-dy, a[1] - south],
      [dy, north - a[1]],
    ] as const) {
      if (step === 0 && room < 0) from = Infinity;
      else if (step < 0) from = Math.max(from, room / step);
      else if (step > 0) to = Math.min(to, room / step);
    }
    if (from > to) {
      close();
      continue;
    }
    const at = (t: number): LonLat => (t === 0 ? a : t === 1 ? b : [a[0] + t * dx, a[1] + t * dy]);
    if (open.length === 0 || from > 0) {
      close();
      open = [at(from)];
    }
    open.push(at(to));
    if (to < 1) close();
  }
  close();
  return pieces;
}

/** The parts of a line outside a ring, cut within a metre of it by halving. */
export function outsideRing(line: readonly LonLat[], ring: GridRing): LonLat[][] {
  const inside = (p: LonLat): boolean => locate(ring, toGrid(p)) !== "outside";
  const pieces: LonLat[][] = [];
  let open: LonLat[] = [];
  const close = () => {
    if (open.length > 1) pieces.push(open);
    open = [];
  };
  /** Where the outline lies between an outer and an inner point; the outer side of it. */
  const edge = (outer: LonLat, inner: LonLat): LonLat => {
    let [a, b] = [outer, inner];
    for (let i = 0; i < 18; i++) {
      const middle: LonLat = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
      if (inside(middle)) b = middle;
      else a = middle;
    }
    return a;
  };
  // Short steps, so that a segment with both ends outside cannot cross a corner of the province unseen.
  const dense = line.flatMap((p, i) => {
    const next = line[i + 1];
    if (next === undefined) return [{ p, kept: true }];
    const steps = Math.max(1, Math.ceil(Math.hypot(next[0] - p[0], next[1] - p[1]) / 0.002));
    return Array.from({ length: steps }, (_, k) => ({
      p: [p[0] + ((next[0] - p[0]) * k) / steps, p[1] + ((next[1] - p[1]) * k) / steps] as LonLat,
      kept: k === 0,
    }));
  });
  dense.forEach(({ p, kept }, i) => {
    const previous = dense[i - 1]?.p;
    if (inside(p)) {
      if (open.length > 0 && previous !== undefined) open.push(edge(previous, p));
      close();
    } else if (open.length === 0) open = previous === undefined ? [p] : [edge(p, previous), p];
    else if (kept) open.push(p);
  });
  close();
  return pieces;
}

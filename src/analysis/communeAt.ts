import { bbox, booleanPointInPolygon, point as pointFeature } from "@turf/turf";
import type { MultiPolygon, Polygon } from "geojson";
import type { CommuneCode } from "@/domain/commune";
import type { BBox, LonLat } from "@/domain/units";

/** In which commune a place lies that is known to within an error. */
export type CommuneAt =
  | { readonly answer: "yes"; readonly code: CommuneCode }
  /** The error reaches over a boundary: any of these, the one around the point first; none of them if `beyond`. */
  | { readonly answer: "unknown"; readonly codes: readonly CommuneCode[]; readonly beyond: boolean }
  /** Outside the province, wherever within the error the place may be. */
  | { readonly answer: "no" };

/** Metres in a degree of latitude, on turf's sphere. */
const METRES_PER_DEGREE = (6_371_008.8 * Math.PI) / 180;

/**
 * Metres from a place to the nearest boundary, on a plane that touches the earth there: out by less than a thousandth within 30 km, where
 * turf's geodesic answer costs a millisecond per thousand vertices.
 */
export function metresToBoundary([lon, lat]: LonLat, geometry: Polygon | MultiPolygon): number {
  const perDegree = METRES_PER_DEGREE * Math.cos((lat * Math.PI) / 180);
  let nearest = Infinity;
  const parts = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  for (const ring of parts.flat()) {
    let [fromX, fromY] = [Number.NaN, Number.NaN];
    for (const [ringLon = 0, ringLat = 0] of ring) {
      const [x, y] = [(ringLon - lon) * perDegree, (ringLat - lat) * METRES_PER_DEGREE];
      if (!Number.isNaN(fromX)) {
        const [dx, dy] = [x - fromX, y - fromY];
        const length = dx * dx + dy * dy;
        const along = length === 0 ? 0 : Math.min(1, Math.max(0, -(fromX * dx + fromY * dy) / length));
        nearest = Math.min(nearest, (fromX + along * dx) ** 2 + (fromY + along * dy) ** 2);
      }
      [fromX, fromY] = [x, y];
    }
  }
  return Math.sqrt(nearest);
}

/** Measured once a shape: a place is held against every commune. */
const boxes = new WeakMap<Polygon | MultiPolygon, BBox>();
function boxOf(geometry: Polygon | MultiPolygon): BBox {
  const known = boxes.get(geometry);
  if (known !== undefined) return known;
  const [west, south, east, north] = bbox(geometry);
  const box: BBox = [west, south, east, north];
  boxes.set(geometry, box);
  return box;
}

/**
 * The commune of a place, lon lat WGS 84, known to within `accuracyM` metres; `marginM` is how far the drawn boundaries may
 * themselves be off. "Yes" only when no other commune and no edge of the province comes within both together.
 */
export function communeAt(
  place: LonLat,
  accuracyM: number,
  communes: ReadonlyMap<CommuneCode, Polygon | MultiPolygon>,
  marginM: number,
): CommuneAt {
  const at = pointFeature([place[0], place[1]]);
  const reach = accuracyM + marginM;
  // Generous on both axes: at 21° a degree of longitude is 104 km, of latitude 111 km.
  const degrees = reach / 100_000;
  const isFar = (geometry: Polygon | MultiPolygon): boolean => {
    const [west, south, east, north] = boxOf(geometry);
    return (
      place[0] < west - degrees ||
      place[0] > east + degrees ||
      place[1] < south - degrees ||
      place[1] > north + degrees
    );
  };
  const near = [...communes].flatMap(([code, geometry]) => {
    // Distances to every boundary of the province take a tenth of a second.
    if (isFar(geometry)) return [];
    const inside = booleanPointInPolygon(at, geometry);
    const distance = metresToBoundary(place, geometry);
    return inside || distance <= reach ? [{ code, inside, distance }] : [];
  });
  if (near.length === 0) return { answer: "no" };
  const home = near.find(({ inside }) => inside);
  if (home !== undefined && near.length === 1 && home.distance > reach)
    return { answer: "yes", code: home.code };
  const codes = near
    .toSorted(
      (a, b) => Number(b.inside) - Number(a.inside) || a.distance - b.distance || (a.code < b.code ? -1 : 1),
    )
    .map(({ code }) => code);
  // With the boundary of its only commune in reach and no neighbour behind it, the place may be outside the province.
  return { answer: "unknown", codes, beyond: home === undefined || near.length === 1 };
}

import * as turf from "@turf/turf";
import type { Feature, MultiPolygon, Polygon } from "geojson";
import type { CommuneCode } from "@/domain/commune";
import type { IsoDate } from "@/domain/date";
import {
  HAZARD_CLASSES,
  type HazardAssessed,
  type HazardClass,
  type HazardShare,
  type HazardZone,
} from "@/domain/hazard";
import type { CommunePolygon } from "./geometry";

type Ground = Feature<Polygon | MultiPolygon>;
const DECIMALS = 4;
/** A ground that fills the whole box of a commune holds the commune, too. Below 1 by the noise of floats only. */
const COVERS_THE_BOX = 1 - 1e-12;

/**
 * Area shares of each commune for each day on which hazard ground was recorded, counting all ground recorded until
 * then. Where zones overlap the higher class wins; the ground of a zone counts as assessed; assessed ground without a
 * zone is "low"; the rest is unassessed. Percent of the drawn commune.
 */
export function hazardShares(
  zones: readonly HazardZone[],
  assessed: readonly HazardAssessed[],
  polygons: ReadonlyMap<string, CommunePolygon>,
): HazardShare[] {
  const days = [...new Set([...zones, ...assessed].map(({ recordedOn }) => recordedOn))].toSorted();
  return days.flatMap((day) => sharesOn(day, zones, assessed, polygons));
}

function sharesOn(
  day: IsoDate,
  zones: readonly HazardZone[],
  assessed: readonly HazardAssessed[],
  polygons: ReadonlyMap<string, CommunePolygon>,
): HazardShare[] {
  const known = <Row extends { readonly recordedOn: IsoDate }>(rows: readonly Row[]) =>
    rows.filter(({ recordedOn }) => recordedOn <= day);
  const inClasses = (wanted: readonly HazardClass[]) =>
    union(known(zones).filter(({ hazardClass }) => wanted.includes(hazardClass)));
  const assessedGround = union([...known(assessed), ...known(zones)]);
  // Cumulative grounds nest, so that differences of their areas are never negative and need no cutting of rings.
  const fromVeryHigh = inClasses(["very-high"]);
  const fromHigh = inClasses(["very-high", "high"]);
  const fromModerate = inClasses(HAZARD_CLASSES.filter((hazardClass) => hazardClass !== "low"));

  return [...polygons].map(([code, commune]) => {
    const whole = turf.area(commune);
    const share = (ground: Ground | null) => round((areaWithin(commune, ground) / whole) * 100);
    const [a, b, c, d] = [share(fromVeryHigh), share(fromHigh), share(fromModerate), share(assessedGround)];
    return {
      communeCode: code as CommuneCode,
      recordedOn: day,
      low: round(d - c),
      moderate: round(c - b),
      high: round(b - a),
      veryHigh: a,
      unassessed: round(100 - d),
    };
  });
}

const round = (value: number): number => Math.min(100, Math.max(0, Number(value.toFixed(DECIMALS))));

function union(grounds: readonly { readonly geometry: unknown }[]): Ground | null {
  const features = grounds.map(({ geometry }) => turf.feature(geometry as Polygon | MultiPolygon));
  const [first] = features;
  if (first === undefined || features.length === 1) return first ?? null;
  return turf.union(turf.featureCollection(features));
}

/**
 * Square metres of a ground inside a commune. The ground is first cut to the commune's box: the exact clipper takes
 * seconds for a map of the province, the cut takes none.
 */
function areaWithin(commune: CommunePolygon, ground: Ground | null): number {
  if (ground === null) return 0;
  const [west, south, east, north] = turf.bbox(commune);
  const box: [number, number, number, number] = [west, south, east, north];
  const boxArea = turf.area(turf.bboxPolygon(box));
  const near = turf.flatten(ground).features.filter((part) => overlaps(box, turf.bbox(part)));
  return near.reduce((area, part) => {
    // A polygon is cut to a polygon; only the declared type also speaks of lines.
    const cut = turf.bboxClip(part, box) as Ground;
    const share = turf.area(cut) / boxArea;
    if (share === 0) return area;
    if (share > COVERS_THE_BOX) return area + turf.area(commune);
    const common = turf.intersect(turf.featureCollection<Polygon | MultiPolygon>([commune, cut]));
    return common === null ? area : area + turf.area(common);
  }, 0);
}

type Box = readonly number[];
const overlaps = ([w1 = 0, s1 = 0, e1 = 0, n1 = 0]: Box, [w2 = 0, s2 = 0, e2 = 0, n2 = 0]: Box): boolean =>
  w1 <= e2 && w2 <= e1 && s1 <= n2 && s2 <= n1;

import { bbox } from "@turf/turf";
import type { MultiPolygon, Polygon } from "geojson";
import type { CommuneCode } from "@/domain/commune";
import type { IsoDate } from "@/domain/date";
import type { HazardAssessed, HazardClass, HazardShare, HazardZone } from "@/domain/hazard";
import type { CommunePolygon } from "./geometry";
import { commonLength, latitudeOf, type Rows, type Spans, spansOf, unionOf } from "./scanlines";

/** Rows half as high change a share of the scenario by 0,003 at most. */
const DECIMALS = 2;
/** About 11 m. */
const ROW_HEIGHT_DEGREES = 0.0001;

/** Zones from the highest class down; each list holds the ones before it, so that overlaps count for the higher class. */
const FROM_CLASS: readonly (readonly HazardClass[])[] = [
  ["very-high"],
  ["very-high", "high"],
  ["very-high", "high", "moderate"],
];

/** Ground of the map with its box, so that far ground is not looked at. */
interface Ground {
  readonly recordedOn: IsoDate;
  /** Null: assessed ground that is not a zone. */
  readonly hazardClass: HazardClass | null;
  readonly geometry: Polygon | MultiPolygon;
  readonly box: readonly number[];
}

/**
 * Area shares of each commune for each day on which hazard ground was recorded, counting all ground recorded until
 * then. Where zones overlap the higher class wins; the ground of a zone counts as assessed; assessed ground without a
 * zone is "low"; the rest is unassessed. Percent of the drawn commune.
 *
 * Areas are summed over rows of 11 m. A polygon clipper would be exact, but turf's gave shares up to 6 points off on
 * the scenario (seen against a grid of points) and took 17 times as long; along a row there is little to get wrong.
 */
export function hazardShares(
  zones: readonly HazardZone[],
  assessed: readonly HazardAssessed[],
  polygons: ReadonlyMap<string, CommunePolygon>,
): HazardShare[] {
  const grounds: Ground[] = [
    ...zones.map(({ recordedOn, hazardClass, geometry }) => ground(recordedOn, hazardClass, geometry)),
    ...assessed.map(({ recordedOn, geometry }) => ground(recordedOn, null, geometry)),
  ];
  const days = [...new Set(grounds.map(({ recordedOn }) => recordedOn))].toSorted();
  const ofCommunes = [...polygons].map(([code, commune]) =>
    sharesOf(code as CommuneCode, commune, grounds, days),
  );
  return days.flatMap((_, index) => ofCommunes.flatMap((rows) => rows[index] ?? []));
}

function ground(
  recordedOn: IsoDate,
  hazardClass: HazardClass | null,
  geometry: HazardZone["geometry"],
): Ground {
  return { recordedOn, hazardClass, geometry, box: bbox(geometry) };
}

/** One row a day. */
function sharesOf(
  communeCode: CommuneCode,
  commune: CommunePolygon,
  grounds: readonly Ground[],
  days: readonly IsoDate[],
): HazardShare[] {
  const box = bbox(commune);
  const [, south, , north] = box;
  const rows: Rows = {
    south,
    height: ROW_HEIGHT_DEGREES,
    count: Math.ceil((north - south) / ROW_HEIGHT_DEGREES),
  };
  const home = spansOf(commune.geometry, rows);
  const near = grounds
    .filter((each) => overlaps(box, each.box))
    .map((each) => ({ ...each, spans: spansOf(each.geometry, rows) }));
  const whole = areaOf(rows, (row) => commonLength(home[row] ?? [], home[row] ?? []));

  return days.map((recordedOn) => {
    const known = near.filter((each) => each.recordedOn <= recordedOn);
    const share = (wanted: readonly { readonly spans: readonly Spans[] }[]) => {
      if (wanted.length === 0) return 0;
      const inside = (row: number) => unionOf(wanted.flatMap(({ spans }) => spans[row] ?? []));
      return round((areaOf(rows, (row) => commonLength(home[row] ?? [], inside(row))) / whole) * 100);
    };
    const [a = 0, b = 0, c = 0] = FROM_CLASS.map((classes) =>
      share(known.filter(({ hazardClass }) => hazardClass !== null && classes.includes(hazardClass))),
    );
    const d = share(known);
    return {
      communeCode,
      recordedOn,
      low: round(d - c),
      moderate: round(c - b),
      high: round(b - a),
      veryHigh: a,
      unassessed: round(100 - d),
    };
  });
}

/** Sum over the rows of a length in degrees; a degree is shorter further north. Only ratios of the result mean anything. */
function areaOf(rows: Rows, lengthOf: (row: number) => number): number {
  let area = 0;
  for (let row = 0; row < rows.count; row += 1) {
    area += lengthOf(row) * Math.cos((latitudeOf(rows, row) * Math.PI) / 180);
  }
  return area;
}

const round = (value: number): number => Math.min(100, Math.max(0, Number(value.toFixed(DECIMALS))));

const overlaps = (
  [w1 = 0, s1 = 0, e1 = 0, n1 = 0]: readonly number[],
  [w2 = 0, s2 = 0, e2 = 0, n2 = 0]: readonly number[],
) => w1 <= e2 && w2 <= e1 && s1 <= n2 && s2 <= n1;

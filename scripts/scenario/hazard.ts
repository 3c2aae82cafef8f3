import * as turf from "@turf/turf";
import type { Feature, FeatureCollection, Polygon, Position } from "geojson";
import type { HazardClass } from "@/domain/hazard";
import type { LonLat } from "@/domain/units";
import { communeOf, type Ground, isOn, kilometres, type Land, moved, pointOn, type Village } from "./places";
import { SOURCE } from "./programme";
import { type Random, randomFor } from "./random";
import type { ScenarioWork } from "./works";

const FIRST_MAP = "2026-07-31";
const SECOND_MAP = "2028-03-31";
const METHOD = "Dựng ngẫu nhiên trên nền chênh cao địa hình (minh họa)";

/** Communes wholly covered by the first map, and those covered in part: share of the ground and bearing of the part. */
const WHOLE: readonly string[] = [
  "07654",
  "07621",
  "07672",
  "07663",
  "07627",
  "07615",
  "07642",
  "07616",
  "07573",
];
const PARTLY: readonly { readonly code: string; readonly share: number; readonly bearing: number }[] = [
  { code: "07594", share: 0.7, bearing: 90 },
  { code: "07537", share: 0.55, bearing: 60 },
  { code: "07531", share: 0.8, bearing: 20 },
];
/** Covered by the second map only. */
const LATER: readonly { readonly code: string; readonly share: number; readonly bearing: number }[] = [
  { code: "07492", share: 1, bearing: 110 },
  { code: "07489", share: 0.75, bearing: 130 },
  { code: "07246", share: 0.6, bearing: 0 },
];
/** Not assessed at all: Sa Lý. */
export const UNASSESSED = "07534";

const VERTICES = 40;
const KERNEL_SHARE = 0.52;
const FRINGE_SHARE = 1.55;

/** The outline of a zone: distance from its middle by direction, as a share of its size. */
type Outline = (angle: number) => number;

function outlineFrom(random: Random): Outline {
  const turn = random.between(0, Math.PI);
  const stretch = random.between(0.15, 0.35);
  const waves = [3, 4, 5, 7].map((count) => ({
    count,
    height: random.between(0.02, 0.11) / Math.sqrt(count / 3),
    phase: random.between(0, 2 * Math.PI),
  }));
  return (angle) =>
    1 +
    stretch * Math.cos(2 * (angle - turn)) +
    waves.reduce((sum, { count, height, phase }) => sum + height * Math.sin(count * angle + phase), 0);
}

/** A closed ring around a point, counter-clockwise. A star around its middle never crosses itself. */
function ringAround(middle: LonLat, sizeKm: number, outline: Outline): Position[] {
  const ring = Array.from({ length: VERTICES }, (_, index): Position => {
    const angle = (index / VERTICES) * 2 * Math.PI;
    return [...moved(middle, sizeKm * outline(angle), 90 - (angle * 180) / Math.PI)];
  });
  return [...ring, ring[0] ?? [...middle]];
}

interface Assessed {
  readonly id: string;
  readonly ground: Ground;
  readonly recordedOn: string;
}

/** Outer rings only and without crumbs: ground inside an assessed area is assessed. */
function tidyGround(ground: Ground): Ground {
  const parts = turf
    .flatten(ground)
    .features.map(({ geometry }) => turf.polygon([geometry.coordinates[0] ?? []]))
    .filter((part) => turf.area(part) > 50_000);
  const rounded = parts.map((part) => turf.rewind(turf.truncate(part, { precision: 6 })) as Feature<Polygon>);
  const [only] = rounded;
  if (only !== undefined && rounded.length === 1) return only;
  return turf.multiPolygon(rounded.map(({ geometry }) => geometry.coordinates));
}

/** The part of a commune towards a bearing that makes up a share of it, cut off along a bent edge. */
function partOf(ground: Ground, share: number, bearing: number, random: Random): Ground {
  if (share >= 1) return ground;
  const whole = turf.area(ground);
  const outline = outlineFrom(random);
  const [lon = 0, lat = 0] = turf.centroid(ground).geometry.coordinates;
  const middle = moved([lon, lat], 6, bearing);
  let [small, large] = [0.5, 40];
  let best = ground;
  for (let step = 0; step < 24; step++) {
    const size = (small + large) / 2;
    const disc = turf.polygon([ringAround(middle, size, outline)]);
    const part = turf.intersect(turf.featureCollection([ground, disc]));
    const covered = part === null ? 0 : turf.area(part) / whole;
    if (part !== null) best = part;
    if (covered < share) small = size;
    else large = size;
  }
  return best;
}

function assessedGrounds(land: Land): Assessed[] {
  const groundOf = (code: string) => communeOf(land, code).ground;
  const part = ({ code, share, bearing }: (typeof PARTLY)[number]) =>
    partOf(groundOf(code), share, bearing, randomFor(`assessed ${code}`));
  const together = turf.union(turf.featureCollection(WHOLE.map(groundOf)));
  if (together === null) throw new Error("nothing is assessed");
  return [
    { id: "MH-ĐG-01", ground: tidyGround(together), recordedOn: FIRST_MAP },
    ...[...PARTLY, ...LATER].map((each, index) => ({
      id: `MH-ĐG-${String(index + 2).padStart(2, "0")}`,
      ground: tidyGround(part(each)),
      recordedOn: index < PARTLY.length ? FIRST_MAP : SECOND_MAP,
    })),
  ];
}

interface Zone {
  readonly hazardClass: HazardClass;
  readonly ring: Position[];
  readonly recordedOn: string;
}

const lies = (ring: readonly Position[], ground: Ground): boolean =>
  ring.every(([lon = 0, lat = 0]) => isOn([lon, lat], ground));

/** Zones around a middle: high, its very-high core and its moderate fringe where they are wanted and find room. */
function zonesAround(
  middle: LonLat,
  sizeKm: number,
  { ground, recordedOn }: Assessed,
  random: Random,
  wanted: { readonly core: boolean; readonly fringe: boolean },
): Zone[] {
  const outline = outlineFrom(random);
  const high = ringAround(middle, sizeKm, outline);
  if (!lies(high, ground)) return [];
  const zones: Zone[] = [{ hazardClass: "high", ring: high, recordedOn }];
  if (wanted.core) {
    const ring = ringAround(
      middle,
      sizeKm * KERNEL_SHARE,
      (angle) => outline(angle) * (1 + 0.12 * Math.sin(3 * angle)),
    );
    zones.push({ hazardClass: "very-high", ring, recordedOn });
  }
  const fringe = ringAround(
    middle,
    sizeKm * FRINGE_SHARE,
    (angle) => outline(angle) * (1 + 0.08 * Math.sin(4 * angle)),
  );
  if (wanted.fringe && lies(fringe, ground))
    zones.push({ hazardClass: "moderate", ring: fringe, recordedOn });
  return zones;
}

const SIZES_KM = [1.1, 0.8, 0.55, 0.4] as const;
/** Works that stand in a zone: exact ones on hilly ground. */
export const WORKS_AT_RISK: readonly string[] = [
  "07654 4",
  "07672 0",
  "07663 0",
  "07616 0",
  "07616 4",
  "07492 5",
];
/** Zones around villages that have no work. */
const VILLAGES_AT_RISK = 7;
const ON_OPEN_GROUND = 13;
const MODERATE_ALONE = 6;
const LOW_ALONE = 5;

/** Features of hazard_zones.geojson and hazard_assessed.geojson. */
export function hazardLayers(
  land: Land,
  villages: readonly Village[],
  works: readonly ScenarioWork[],
): { readonly zones: FeatureCollection; readonly assessed: FeatureCollection } {
  const assessed = assessedGrounds(land);
  const random = randomFor("hazard");
  const zones: Zone[] = [];
  const middles: LonLat[] = [];
  const homeOf = (point: LonLat) => assessed.find(({ ground }) => isOn(point, ground));
  const apart = (point: LonLat, km: number) => middles.every((other) => kilometres(point, other) > km);

  const place = (middle: LonLat, core: boolean, fringe: boolean): boolean => {
    const home = homeOf(middle);
    if (home === undefined) return false;
    for (const size of SIZES_KM) {
      const around = zonesAround(middle, size * random.between(0.8, 1.15), home, random, { core, fringe });
      if (around.length === 0) continue;
      zones.push(...around);
      middles.push(middle);
      return true;
    }
    return false;
  };

  for (const { home, place: index, point } of works) {
    if (point === null || !WORKS_AT_RISK.includes(`${home} ${index}`)) continue;
    const middle = moved(point, 0.12, random.between(0, 360));
    if (!place(middle, random.chance(0.6), random.chance(0.3)))
      throw new Error(`no zone around a work of ${home}`);
  }
  const withWork = new Set(works.flatMap((work) => work.villages.map(({ id }) => id)));
  const bare = villages.filter(
    ({ id, point, published }) =>
      published && !withWork.has(id) && isOn(point, land.relief) && homeOf(point) !== undefined,
  );
  let atRisk = 0;
  for (const { point } of bare) {
    if (atRisk === VILLAGES_AT_RISK) break;
    if (apart(point, 2.2) && place(moved(point, 0.1, random.between(0, 360)), random.chance(0.5), false))
      atRisk++;
  }
  // Every other zone goes to the large area, the rest to each of the small ones in turn.
  let turn = 0;
  const somewhere = (km: number): LonLat => {
    turn++;
    const home = assessed[turn % 2 === 0 ? 0 : 1 + (((turn - 1) / 2) % (assessed.length - 1))];
    if (home === undefined) throw new Error("nothing is assessed");
    return pointOn(home.ground, random, (point) => isOn(point, land.relief) && apart(point, km));
  };
  for (let placed = 0; placed < ON_OPEN_GROUND; )
    if (place(somewhere(2.4), random.chance(0.55), random.chance(0.35))) placed++;

  const alone = (hazardClass: HazardClass, count: number) => {
    for (let placed = 0; placed < count; ) {
      const middle = somewhere(2.6);
      const home = homeOf(middle);
      const ring = ringAround(middle, random.between(0.5, 1), outlineFrom(random));
      if (home === undefined || !lies(ring, home.ground)) continue;
      zones.push({ hazardClass, ring, recordedOn: home.recordedOn });
      middles.push(middle);
      placed++;
    }
  };
  alone("moderate", MODERATE_ALONE);
  alone("low", LOW_ALONE);

  return {
    zones: turf.featureCollection(
      zones.map(({ hazardClass, ring, recordedOn }, index) => ({
        type: "Feature" as const,
        properties: {
          zone_id: `MH-VNC-${String(index + 1).padStart(3, "0")}`,
          class: hazardClass,
          method: METHOD,
          recorded_on: recordedOn,
          source_id: SOURCE.hazard,
        },
        geometry: { type: "Polygon" as const, coordinates: [ring] },
      })),
    ),
    assessed: turf.featureCollection(
      assessed.map(({ id, ground, recordedOn }) => ({
        type: "Feature" as const,
        properties: { area_id: id, method: METHOD, recorded_on: recordedOn, source_id: SOURCE.hazard },
        geometry: ground.geometry,
      })),
    ),
  };
}

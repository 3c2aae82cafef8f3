import { readFileSync } from "node:fs";
import * as turf from "@turf/turf";
import { csvParse } from "d3";
import type { Feature, LineString, MultiPolygon, Polygon } from "geojson";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import type { LonLat } from "@/domain/units";
import { PROGRAMME_CODES, SOURCE } from "./programme";
import { type Random, randomFor } from "./random";

export type Ground = Feature<Polygon | MultiPolygon>;

/** What the scenario takes from the facts about a commune. */
export interface CommuneFacts {
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly population: number;
  readonly ground: Ground;
}

/** Communes by code, and the hilly ground of the relief reference. */
export interface Land {
  readonly communes: ReadonlyMap<string, CommuneFacts>;
  /** Ground with over 100 m between highest and lowest point around. */
  readonly relief: Ground;
}

export interface Village {
  readonly id: string;
  readonly number: number;
  readonly communeCode: string;
  readonly point: LonLat;
  /** Metres. */
  readonly accuracyM: 300 | 900;
  /** False: the point is used to tell the story but not published. */
  readonly published: boolean;
}

/** Reads the official communes, their boundaries and the relief reference. */
export function readLand(officialDir = "data/official"): Land {
  const text = (path: string) => readFileSync(`${officialDir}/${path}`, "utf8");
  const topology = JSON.parse(text("boundaries/communes-15m.topojson")) as Topology<{
    communes: GeometryCollection;
  }>;
  const grounds = new Map(
    feature(topology, topology.objects.communes).features.map((each) => [String(each.id), each as Ground]),
  );
  const communes = csvParse(text("communes.csv")).map((row): [string, CommuneFacts] => {
    const { code = "", name = "", unit = "", population = "" } = row;
    const ground = grounds.get(code);
    if (ground === undefined) throw new Error(`no boundary for ${code}`);
    return [code, { code, name, unit, population: Number(population), ground }];
  });
  const relief = JSON.parse(text("relief/relief.json")) as {
    classes: readonly { fromM: number; geometry: MultiPolygon }[];
  };
  const hills = relief.classes.find(({ fromM }) => fromM === 100);
  if (hills === undefined) throw new Error("the relief reference has no class from 100 m");
  return { communes: new Map(communes), relief: turf.feature(hills.geometry) };
}

export function communeOf(land: Land, code: string): CommuneFacts {
  const found = land.communes.get(code);
  if (found === undefined) throw new Error(`${code} is not a commune`);
  return found;
}

const DECIMALS = 6;
/** About 0,1 m: what the files hold. */
export const roundPoint = ([lon, lat]: LonLat): LonLat => [
  Number(lon.toFixed(DECIMALS)),
  Number(lat.toFixed(DECIMALS)),
];

export const isOn = (point: LonLat, ground: Ground): boolean =>
  turf.booleanPointInPolygon([...point], ground);

/** Kilometres, straight. */
export const kilometres = (from: LonLat, to: LonLat): number => turf.distance([...from], [...to]);

/** True when a point is on the ground and at least `margin` km from its edge. */
export function isWellInside(point: LonLat, ground: Ground, margin: number): boolean {
  if (!isOn(point, ground)) return false;
  return Array.from({ length: 12 }, (_, index) => moved(point, margin, index * 30)).every((each) =>
    isOn(each, ground),
  );
}

/** @param bearing degrees from north, clockwise */
export function moved(point: LonLat, distanceKm: number, bearing: number): LonLat {
  const [lon = 0, lat = 0] = turf.destination([...point], distanceKm, bearing).geometry.coordinates;
  return roundPoint([lon, lat]);
}

/** A point of the ground that `accept` takes; after 4.000 tries the ground is too small for what is asked. */
export function pointOn(ground: Ground, random: Random, accept: (point: LonLat) => boolean): LonLat {
  const [west, south, east, north] = turf.bbox(ground);
  for (let attempt = 0; attempt < 4000; attempt++) {
    const point = roundPoint([random.between(west, east), random.between(south, north)]);
    if (isOn(point, ground) && accept(point)) return point;
  }
  throw new Error("no point found on this ground");
}

const VILLAGES_FEWEST = 8;
const VILLAGES_MOST = 12;

/** Invented villages, spread over each commune, numbered through. */
export function placeVillages(land: Land): Village[] {
  const villages: Village[] = [];
  for (const code of PROGRAMME_CODES) {
    const random = randomFor(`villages ${code}`);
    const { ground } = communeOf(land, code);
    const wanted = random.whole(VILLAGES_FEWEST, VILLAGES_MOST);
    const apart = Math.sqrt(turf.area(ground) / 1e6 / wanted) * 0.55;
    const here: LonLat[] = [];
    while (here.length < wanted) {
      const point = pointOn(
        ground,
        random,
        (each) => isWellInside(each, ground, 0.5) && here.every((other) => kilometres(other, each) > apart),
      );
      here.push(point);
      const number = villages.length + 1;
      villages.push({
        id: `MH-TH-${String(number).padStart(4, "0")}`,
        number,
        communeCode: code,
        point,
        accuracyM: random.chance(0.6) ? 300 : 900,
        published: number % 24 !== 0,
      });
    }
  }
  return villages;
}

const STEPS = 14;
const DRAWN_WIDTH = 0.09;

/** A road between two points that bends like one, inside the ground; null when it would leave it. */
export function roadBetween(from: LonLat, to: LonLat, ground: Ground, random: Random): LineString | null {
  const [west, south] = from;
  const [deltaLon, deltaLat] = [to[0] - west, to[1] - south];
  const waves = [1, 2, 4].map((count) => ({
    count,
    height: (random.between(-1, 1) * DRAWN_WIDTH) / Math.sqrt(count),
    phase: random.between(0, Math.PI),
  }));
  const points = Array.from({ length: STEPS + 1 }, (_, step): LonLat => {
    const along = step / STEPS;
    const envelope = Math.sin(Math.PI * along);
    const aside = waves.reduce(
      (sum, { count, height, phase }) => sum + height * Math.sin(2 * Math.PI * count * along + phase),
      0,
    );
    const bend = aside * envelope * 1.6;
    return roundPoint([
      west + deltaLon * along - deltaLat * bend,
      south + deltaLat * along + deltaLon * bend,
    ]);
  });
  if (!points.every((point) => isWellInside(point, ground, 0.1))) return null;
  return { type: "LineString", coordinates: points.map((point) => [...point]) };
}

/** Rows of villages.csv. */
export const villageRows = (villages: readonly Village[]) =>
  villages.map(({ id, number, communeCode, point: [lon, lat], accuracyM, published }) => ({
    village_id: id,
    name: `Thôn minh họa ${number}`,
    aliases: number % 17 === 0 ? `Bản minh họa ${number}` : null,
    commune_code: communeCode,
    lon: published ? lon : null,
    lat: published ? lat : null,
    accuracy_m: published ? accuracyM : null,
    note: published ? null : "Chưa có tọa độ (minh họa)",
    source_id: SOURCE.villages,
  }));

import type { Polygon } from "geojson";
import type { ConditionResult } from "@/analysis/question/answer";
import { answerNow } from "@/analysis/question/askQuestion";
import { type AskedLayer, questionContext } from "@/analysis/question/targets";
import type { CommuneGeometry, Thing } from "@/analysis/question/things";
import { toPlane } from "@/analysis/spatial/plane";
import type { Region } from "@/analysis/spatial/region";
import { shapeOf } from "@/analysis/spatial/shape";
import { takeSnapshot } from "@/analysis/takeSnapshot";
import type { CommuneCode } from "@/domain/commune";
import { isoDate } from "@/domain/date";
import type { HazardAssessed, HazardClass, HazardEvent, HazardZone } from "@/domain/hazard";
import type { Poverty, Relocation } from "@/domain/poverty";
import type { Condition, Question, Target } from "@/domain/question";
import { allOf } from "@/domain/questionExamples";
import type { Register } from "@/domain/register";
import type { Village } from "@/domain/village";
import { NO_FILTER } from "@/domain/workFilter";
import { aCommune, aRegister, code, SOURCE } from "../../fixtures/register";

/** Four communes of 4 km: west and east share a border, north lies on west, far borders nobody; bare has no boundary. */
export const WEST = code("00001");
export const EAST = code("00002");
export const NORTH = code("00003");
export const FAR = code("00004");
export const BARE = code("00009");

export const DAY = isoDate("2028-09-30");

const [, ORIGIN] = toPlane([106.5, 21.3]);
const places = new Map<string, [number, number]>();

/** Lon lat of a place so many metres east and north of 106.5° E 21.3° N on the plane, to a thousandth of a millimetre. */
export function at(east: number, north: number): [number, number] {
  const key = `${east} ${north}`;
  const known = places.get(key);
  if (known !== undefined) return known;
  let [lon, lat] = [106.5, 21.3];
  for (let step = 0; step < 6; step++) {
    const [x, y] = toPlane([lon, lat]);
    lon += (east - x) / 103_800;
    lat += (ORIGIN + north - y) / 110_750;
  }
  places.set(key, [lon, lat]);
  return [lon, lat];
}

export const square = (west: number, south: number, east: number, north: number): Polygon => ({
  type: "Polygon",
  coordinates: [[at(west, south), at(east, south), at(east, north), at(west, north), at(west, south)]],
});

export const COMMUNES: CommuneGeometry = new Map<CommuneCode, Polygon>([
  [WEST, square(0, 0, 4000, 4000)],
  [EAST, square(4000, 0, 8000, 4000)],
  [NORTH, square(0, 4000, 4000, 8000)],
  [FAR, square(20_000, 0, 24_000, 4000)],
]);

const zoneGeometry = (...box: [number, number, number, number]) =>
  square(...box) as HazardZone["geometry"] & Polygon;
export const aZone = (
  zoneId: string,
  box: [number, number, number, number],
  hazardClass: HazardClass = "high",
): HazardZone => ({
  zoneId,
  hazardClass,
  method: "thử",
  recordedOn: isoDate("2027-01-01"),
  sourceId: SOURCE,
  geometry: zoneGeometry(...box),
});
export const anAssessed = (areaId: string, ...box: [number, number, number, number]): HazardAssessed => ({
  areaId,
  method: "thử",
  recordedOn: isoDate("2027-01-01"),
  sourceId: SOURCE,
  geometry: zoneGeometry(...box),
});
export const aVillage = (part: Partial<Village> = {}): Village => ({
  villageId: "V1",
  name: "Thôn thử",
  aliases: [],
  communeCode: WEST,
  point: at(2000, 2000),
  accuracyM: 300,
  sourceId: SOURCE,
  ...part,
});
export const anEvent = (part: Partial<HazardEvent> = {}): HazardEvent => ({
  eventId: "E1",
  date: "2027",
  type: "landslide",
  communeCodes: [WEST],
  place: null,
  description: "",
  point: at(2000, 2000),
  accuracyM: 10,
  recordedOn: isoDate("2027-01-01"),
  sourceId: SOURCE,
  url: null,
  ...part,
});
export const aRelocation = (part: Partial<Relocation> = {}): Relocation => ({
  place: "Điểm thử",
  communeCode: WEST,
  households: 24,
  done: 15,
  recordedOn: isoDate("2027-01-01"),
  sourceId: SOURCE,
  ...part,
});
export const aPovertyRow = (part: Partial<Poverty> = {}): Poverty => ({
  areaLevel: "village",
  areaCode: "V1",
  year: 2027,
  standard: "2027-2030",
  households: 100,
  poor: 15,
  nearPoor: 15,
  poorRate: null,
  nearPoorRate: null,
  recordedOn: isoDate("2027-12-31"),
  sourceId: SOURCE,
  ...part,
});

export const communeRows = [
  aCommune({ code: WEST, neighbours: [EAST, NORTH] }),
  aCommune({ code: EAST, neighbours: [WEST] }),
  aCommune({ code: NORTH, neighbours: [WEST] }),
  aCommune({ code: FAR }),
];

export const contextOf = (
  part: Partial<Register>,
  { asOf = DAY, communes = COMMUNES, layer = null as AskedLayer | null } = {},
) => questionContext(takeSnapshot(aRegister({ communes: communeRows, ...part }), asOf), communes, layer);

export const HIGH: Target = { type: "zones", classes: ["high", "very-high"] };
export const ALL_WORKS: Target = { type: "works", filter: NO_FILTER, sameSector: false };
export const inCommunes = (...codes: CommuneCode[]): Target => ({
  type: "communes",
  codes,
  neighbours: false,
});

export const when = (
  predicate: Condition["predicate"],
  target: Target,
  part: Partial<Condition> = {},
): Condition => ({
  predicate,
  target,
  metres: 500,
  count: 1,
  ...part,
});

export const aQuestion = (part: Partial<Question>): Question => ({
  subject: allOf("works"),
  joiner: "and",
  conditions: [when("touches", HIGH)],
  scope: { type: "province" },
  base: null,
  ...part,
});

/** What is said of each thing: its answer, and why it is not told. */
export const told = (question: Question, context: ReturnType<typeof contextOf>): Record<string, string> =>
  Object.fromEntries(
    answerNow(question, context).items.map(({ id, answer, because }) => [id, [answer, ...because].join(" ")]),
  );

export const saying = ({ answer, because }: ConditionResult): string =>
  because === null ? answer : `${answer} ${because}`;

type Place = readonly [number, number];
export const area = (...rings: (readonly Place[])[]) => shapeOf("areas", rings);
export const point = (x: number, y: number, errorM = 0): Region => ({
  type: "point",
  shape: shapeOf("points", [[[x, y]]]),
  errorM,
});
export const line = (places: readonly Place[], errorM = 0): Region => ({
  type: "line",
  shape: shapeOf("lines", [places]),
  errorM,
});
/** A thing in metres on the plane. */
export const aThing = (id: string, region: Region, part: Partial<Thing> = {}): Thing => ({
  set: "works",
  id,
  communeCodes: [],
  region,
  sector: "school",
  ...part,
});

import type { FeatureCollection, LineString } from "geojson";
import type { LonLat } from "@/domain/units";
import type { Sector } from "@/domain/work";
import {
  communeOf,
  type Ground,
  isOn,
  isWellInside,
  kilometres,
  type Land,
  moved,
  pointOn,
  roadBetween,
  roundPoint,
  type Village,
} from "./places";
import { LATE_BODY, OUTSIDE, PROGRAMME, readSlot, type Slot, SOURCE } from "./programme";
import { type Random, randomFor } from "./random";

/** A work of the scenario with its name and place. */
export interface ScenarioWork {
  readonly id: string;
  readonly slot: Slot;
  readonly sector: Sector;
  readonly inPlan97: "yes" | "no";
  /** The commune it is told under; null when not known. */
  readonly home: string | null;
  /** Its place in the list of its commune, from 0. */
  readonly place: number;
  readonly communeCodes: readonly string[];
  readonly villages: readonly Village[];
  readonly point: LonLat | null;
  readonly accuracyM: number | null;
  readonly line: LineString | null;
  readonly name: string;
  readonly owner: string;
  readonly body: string;
  readonly note: string | null;
}

interface Draft {
  readonly id: string;
  readonly home: string | null;
  readonly place: number;
  readonly slot: Slot;
  readonly sector: Sector;
  readonly inPlan97: "yes" | "no";
}

/** Exact works here stand on hilly ground, so that a landslide zone may reach them. */
const ON_HILLS: readonly string[] = ["07654", "07672", "07663", "07616", "07492"];
/** The second road here continues the first under nearly the same name: one work entered twice, or two? */
export const DUPLICATE_LOOKING = { home: "07492", first: 1, second: 3 } as const;
const DUPLICATE_NOTE =
  "Tên và vị trí gần như trùng với một công trình khác; chưa rõ là hai đoạn hay nhập hai lần (minh họa)";

function drafts(): Draft[] {
  const id = (number: number) => `MH-${String(number).padStart(3, "0")}`;
  const planned = PROGRAMME.flatMap(({ code, slots }) =>
    slots.map((slot, place) => ({ home: code, slot, place })),
  );
  return [
    ...planned.map((each, index) => ({
      ...each,
      id: id(index + 1),
      sector: each.slot.sector,
      inPlan97: "yes" as const,
    })),
    ...OUTSIDE.map(({ code, sector, slot }, index) => ({
      id: id(101 + index),
      home: code,
      place: 90 + index,
      slot: readSlot(slot),
      sector,
      inPlan97: "no" as const,
    })),
  ];
}

/** Gives every work its place, name and bodies. */
export function placeWorks(land: Land, villages: readonly Village[]): ScenarioWork[] {
  const works: ScenarioWork[] = [];
  const roads = new Set<string>();
  for (const draft of drafts()) {
    const random = randomFor(`work ${draft.id}`);
    const here = villages.filter(({ communeCode, published }) => communeCode === draft.home && published);
    const where = locate(draft, land, here, works, roads, random);
    const codes = draft.home === null ? [] : [draft.home, ...draft.slot.alsoIn].toSorted();
    works.push({
      ...draft,
      ...where,
      communeCodes: codes,
      name: nameOf(draft, land, where.villages, works),
      owner: `Chủ đầu tư minh họa ${ownerNumber(draft.home)}`,
      body: bodyOf(draft),
      note: isSecondOfPair(draft) ? DUPLICATE_NOTE : noteOf(draft),
    });
  }
  return works;
}

const isSecondOfPair = ({ home, place }: Draft): boolean =>
  home === DUPLICATE_LOOKING.home && place === DUPLICATE_LOOKING.second;

function noteOf({ slot }: Draft): string | null {
  if (slot.locationClass === "unknown") return "Danh mục không nêu xã (minh họa)";
  if (slot.locationClass === "commune") return "Chỉ biết xã, chưa chọn vị trí (minh họa)";
  return null;
}

const ownerNumber = (home: string | null): number =>
  home === null ? 12 : (PROGRAMME.findIndex(({ code }) => code === home) % 11) + 1;

const OTHER_BODIES = [1, 2, 4, 5, 6, 7, 8] as const;
const LATE_GROUP: readonly (string | null)[] = ["07654", "07621", "07672", "07615"];

function bodyOf({ home, slot, place }: Draft): string {
  if (slot.fate === "late-end" && slot.sector === "transport" && LATE_GROUP.includes(home)) return LATE_BODY;
  // The body has work elsewhere too, on time: the group of late ones is a finding, not its definition.
  if (home === "07663" && slot.locationClass === "line") return LATE_BODY;
  const order = PROGRAMME.findIndex(({ code }) => code === home) + (place % 2) * 3;
  return `Đơn vị minh họa ${OTHER_BODIES[order % OTHER_BODIES.length] ?? 1}`;
}

interface Whereabouts {
  readonly villages: readonly Village[];
  readonly point: LonLat | null;
  readonly accuracyM: number | null;
  readonly line: LineString | null;
}

const NOWHERE: Whereabouts = { villages: [], point: null, accuracyM: null, line: null };

function locate(
  draft: Draft,
  land: Land,
  here: readonly Village[],
  works: readonly ScenarioWork[],
  roads: Set<string>,
  random: Random,
): Whereabouts {
  if (draft.home === null) return NOWHERE;
  const { ground } = communeOf(land, draft.home);
  const taken = works.flatMap(({ point }) => (point === null ? [] : [point]));
  const free = (point: LonLat) => taken.every((other) => kilometres(point, other) > 0.3);
  switch (draft.slot.locationClass) {
    case "exact":
      return exactPlace(draft.home, land, here, free, random);
    case "village": {
      const village = here.find(({ point }) => free(point)) ?? here[0];
      if (village === undefined) throw new Error(`no village in ${draft.home}`);
      return { villages: [village], point: village.point, accuracyM: village.accuracyM, line: null };
    }
    case "line":
      return isSecondOfPair(draft)
        ? besideFirst(draft, works, ground, random)
        : road(here, ground, roads, random);
    default:
      return NOWHERE;
  }
}

function exactPlace(
  home: string,
  land: Land,
  here: readonly Village[],
  free: (point: LonLat) => boolean,
  random: Random,
): Whereabouts {
  const { ground } = communeOf(land, home);
  const accuracyM = random.pick([10, 20, 30, 50]);
  if (ON_HILLS.includes(home)) {
    const point = pointOn(
      ground,
      random,
      (each) => free(each) && isOn(each, land.relief) && isWellInside(each, ground, 1.2),
    );
    return {
      villages: here.filter((village) => kilometres(village.point, point) < 1),
      point,
      accuracyM,
      line: null,
    };
  }
  for (;;) {
    const village = here[random.whole(0, here.length - 1)];
    if (village === undefined) throw new Error(`no village in ${home}`);
    const point = moved(village.point, random.between(0.15, 0.45), random.between(0, 360));
    if (free(point) && isWellInside(point, ground, 0.06))
      return { villages: [village], point, accuracyM, line: null };
  }
}

/** A road between two near villages that no other road joins. */
function road(here: readonly Village[], ground: Ground, roads: Set<string>, random: Random): Whereabouts {
  const pairs = here
    .flatMap((from, index) =>
      here.slice(index + 1).map((to) => ({ from, to, length: kilometres(from.point, to.point) })),
    )
    .filter(({ from, to, length }) => length > 1.2 && !roads.has(`${from.id} ${to.id}`))
    .toSorted((a, b) => a.length - b.length);
  for (let attempt = 0; attempt < 8; attempt++) {
    for (const { from, to } of pairs) {
      const line = roadBetween(from.point, to.point, ground, random);
      if (line === null) continue;
      roads.add(`${from.id} ${to.id}`);
      return { villages: [from, to], point: null, accuracyM: null, line };
    }
  }
  throw new Error("no road found between the villages of a commune");
}

/** The doubtful second entry: nearly the line of the first, some 200 m beside it. */
function besideFirst(
  draft: Draft,
  works: readonly ScenarioWork[],
  ground: Ground,
  random: Random,
): Whereabouts {
  const first = works.find(({ home, place }) => home === draft.home && place === DUPLICATE_LOOKING.first);
  if (first?.line == null) throw new Error("the first road of the pair has no line");
  for (let bearing = random.whole(0, 359), tries = 0; tries < 36; tries++, bearing += 10) {
    const coordinates = first.line.coordinates
      .slice(2)
      .map(([lon = 0, lat = 0]) => [...roundPoint(moved([lon, lat], 0.2, bearing))]);
    if (coordinates.every(([lon = 0, lat = 0]) => isOn([lon, lat], ground))) {
      return { ...NOWHERE, villages: first.villages, line: { type: "LineString", coordinates } };
    }
  }
  throw new Error("no room beside the first road of the pair");
}

const SCHOOLS = ["mầm non", "tiểu học", "THCS", "PTDT bán trú"] as const;

function nameOf(
  draft: Draft,
  land: Land,
  villages: readonly Village[],
  before: readonly ScenarioWork[],
): string {
  const { sector, home, slot, id, place } = draft;
  const number = Number(id.slice(3));
  const [from, to] = villages.map((village) => village.number);
  const commune = home === null ? null : communeOf(land, home).name;
  const at =
    slot.locationClass === "several"
      ? `liên xã ${[home ?? "", ...slot.alsoIn].map((code) => communeOf(land, code).name).join(" – ")} (minh họa)`
      : from !== undefined
        ? `thôn Minh họa ${from}`
        : commune === null
          ? `minh họa ${number}`
          : `xã ${commune} (minh họa ${number})`;
  switch (sector) {
    case "school":
      return `Trường ${SCHOOLS[(number + place) % SCHOOLS.length] ?? SCHOOLS[0]} ${at}`;
    case "health":
      if (from !== undefined) return `Trạm y tế minh họa ${number}, ${at}`;
      return commune === null
        ? `Trạm y tế minh họa ${number}`
        : `Trạm y tế minh họa ${number}, xã ${commune}`;
    case "clean-water":
      return `Công trình nước sạch tập trung ${at}`;
    case "irrigation":
      return `Hồ chứa và kênh mương ${at}`;
    case "landslide-protection":
      return `Kè chống sạt lở ${at}`;
    case "resettlement":
      return `Khu tái định cư ${at}`;
    case "culture":
      return `Nhà văn hóa ${at}`;
    case "transport":
      if (isSecondOfPair(draft)) {
        const first = before.find((work) => work.home === home && work.place === DUPLICATE_LOOKING.first);
        return (first?.name ?? "").replace("Đường liên thôn", "Đường liên thôn (đoạn)");
      }
      if (slot.locationClass === "line") return `Đường liên thôn Minh họa ${from} – Minh họa ${to}`;
      if (slot.locationClass === "exact") return `Cầu dân sinh ${at}`;
      return `Đường ${at}`;
    default:
      return `Công trình khác ${at}`;
  }
}

const actionOf = ({ id, sector }: ScenarioWork): string | null => {
  const number = Number(id.slice(3));
  if (number % 19 === 0) return null;
  if (sector === "transport") return number % 2 === 0 ? "nâng cấp" : "xây mới";
  return number % 3 === 0 ? "sửa chữa, mở rộng" : "xây mới";
};

/** Rows of works.csv. */
export const workRows = (works: readonly ScenarioWork[]) =>
  works.map((work) => ({
    work_id: work.id,
    name: work.name,
    sector: work.sector,
    action: actionOf(work),
    commune_codes: work.communeCodes.join(";"),
    village_ids: work.villages.map(({ id }) => id).join(";"),
    location_precision: work.slot.locationClass,
    lon: work.point?.[0] ?? null,
    lat: work.point?.[1] ?? null,
    accuracy_m: work.accuracyM,
    owner: work.owner,
    responsible_body: work.body,
    project_group: work.sector === "transport" ? "B" : Number(work.id.slice(3)) % 13 === 0 ? null : "C",
    in_plan_97: work.inPlan97,
    note: work.note,
    source_id: SOURCE.programme,
  }));

/** work_lines.geojson */
export const workLines = (works: readonly ScenarioWork[]): FeatureCollection => ({
  type: "FeatureCollection",
  features: works.flatMap(({ id, line }) =>
    line === null ? [] : [{ type: "Feature" as const, properties: { work_id: id }, geometry: line }],
  ),
});

import { expect, test } from "vitest";
import { latestPlaces } from "@/analysis/question/things";
import { takeSnapshot } from "@/analysis/takeSnapshot";
import { isoDate } from "@/domain/date";
import type { Target } from "@/domain/question";
import { allOf } from "@/domain/questionExamples";
import type { LonLat } from "@/domain/units";
import type { Work } from "@/domain/work";
import { aRegister, aWork } from "../../fixtures/register";
import {
  ALL_WORKS,
  anAssessed,
  aPovertyRow,
  aQuestion,
  aRelocation,
  at,
  aVillage,
  aZone,
  BARE,
  contextOf,
  DAY,
  EAST,
  HIGH,
  inCommunes,
  told,
  WEST,
  when,
} from "./world";

// Each of these was once told for certain, and was not.

const exactly = (workId: string, east: number, north: number, part: Partial<Work> = {}) =>
  aWork({ workId, point: at(east, north), accuracyM: 0, communeCodes: [WEST], ...part });
const village = (villageId: string, east: number, north: number) =>
  aVillage({ villageId, point: at(east, north), accuracyM: 0 });
const drawnPoint = (east: number, north: number): Target => ({
  type: "drawn",
  shape: { type: "point", points: [at(east, north) as LonLat] },
});
const line = (...places: [number, number][]): Work["line"] => [
  places.map(([east, north]) => at(east, north)),
];

test("a village whose rate is withheld may push a poor one out of the nearest", () => {
  const context = contextOf({
    villages: [village("hid", 1100, 1000), village("poor", 1200, 1000), village("far", 3900, 3900)],
    poverty: [
      aPovertyRow({ areaCode: "hid", poor: "suppressed", nearPoor: "suppressed" }),
      aPovertyRow({ areaCode: "poor" }),
      aPovertyRow({ areaCode: "far" }),
    ],
  });
  const nearest = aQuestion({
    subject: { ...allOf("villages"), povertyFrom: 30 },
    conditions: [when("nearest", drawnPoint(1000, 1000), { count: 1 })],
  });
  expect(told(nearest, context)).toEqual({
    hid: "unknown value-withheld",
    poor: "unknown rank-open",
    far: "no",
  });
});

test("a target that may not count is no bound, but may be nearer", () => {
  const context = contextOf({
    villages: [village("poor", 1100, 1000), village("hid", 3000, 1000)],
    poverty: [aPovertyRow({ areaCode: "poor" }), aPovertyRow({ areaCode: "hid", poor: "suppressed" })],
    works: [exactly("A", 1000, 1000), exactly("B", 3000, 1000)],
  });
  const nearest = aQuestion({
    conditions: [when("nearest", { type: "villages", povertyFrom: 20 }, { count: 1 })],
  });
  expect(told(nearest, context)).toEqual({ A: "unknown rank-open", B: "unknown rank-open" });
});

test("ground nobody assessed may be nearer than the zone that is known", () => {
  const context = contextOf({
    works: [exactly("P", 3250, 500), exactly("Q", 1200, 500)],
    hazardZones: [aZone("z", [1400, 0, 3000, 1000])],
    hazardAssessed: [anAssessed("a", 0, -2000, 3400, 3000)],
  });
  const nearest = aQuestion({ conditions: [when("nearest", HIGH, { count: 1 })] });
  expect(told(nearest, context)).toEqual({ P: "unknown rank-open", Q: "unknown rank-open" });
});

test("a commune without boundaries may be near, and a line may leave for it", () => {
  const context = contextOf(
    {
      works: [
        exactly("point", 2000, 2000),
        aWork({
          workId: "line",
          locationClass: "line",
          point: null,
          communeCodes: [WEST],
          line: line([100, 100], [900, 100]),
        }),
      ],
    },
    { communes: new Map() },
  );
  const asking = (predicate: "within" | "beyond" | "inside", metres: number, code = EAST) =>
    told(aQuestion({ conditions: [when(predicate, inCommunes(code), { metres })] }), context);
  expect(asking("within", 500)).toEqual({
    point: "unknown target-unplaced",
    line: "unknown target-unplaced",
  });
  expect(asking("beyond", 50_000)).toEqual({
    point: "unknown target-unplaced",
    line: "unknown target-unplaced",
  });
  expect(asking("inside", 0, WEST)).toEqual({ point: "yes", line: "yes" });
  expect(asking("inside", 0, EAST)).toEqual({ point: "no", line: "unknown place-is-a-region" });
});

test("the course of a work in several communes is not all of it where a boundary is missing", () => {
  const context = contextOf({
    works: [
      aWork({
        locationClass: "several",
        point: null,
        communeCodes: [WEST, BARE],
        line: line([100, 100], [900, 100]),
        accuracyM: 5,
      }),
    ],
    hazardZones: [aZone("z", [2000, 2000, 3000, 3000])],
    hazardAssessed: [anAssessed("a", 0, 0, 4000, 4000)],
  });
  expect(Object.values(told(aQuestion({}), context))).toEqual(["unknown unknown-place"]);
});

test("29 of 100 are 29 percent or more", () => {
  const context = contextOf({
    villages: [village("V", 1500, 1500)],
    poverty: [aPovertyRow({ areaCode: "V", households: 100, poor: 14, nearPoor: 15 })],
    hazardZones: [aZone("z", [1000, 1000, 2000, 2000])],
  });
  const asked = aQuestion({ subject: { ...allOf("villages"), povertyFrom: 29 } });
  expect(told(asked, context)).toEqual({ V: "yes" });
});

test("where there is nothing to be near to nothing is nearest, and where nothing of it is known everything may be", () => {
  const lost = aWork({ workId: "lost", locationClass: "unknown", point: null, communeCodes: [] });
  const villages = [village("V", 1500, 1500)];
  const asked = aQuestion({
    subject: allOf("villages"),
    conditions: [when("nearest", ALL_WORKS, { count: 1 })],
  });
  expect(told(asked, contextOf({ villages, works: [] }))).toEqual({ V: "no" });
  expect(told(asked, contextOf({ villages, works: [lost] }))).toEqual({ V: "unknown target-unplaced" });
});

test("a village has no sector: works of the same are all works", () => {
  const context = contextOf({ villages: [village("V", 1500, 1500)], works: [exactly("W", 1600, 1500)] });
  const same: Target = { ...ALL_WORKS, type: "works", sameSector: true } as Target;
  const asked = aQuestion({ subject: allOf("villages"), conditions: [when("within", same)] });
  expect(told(asked, context)).toEqual({ V: "yes" });
});

test("of a place to move from the latest report holds whatever the order of rows, under one id on every day", () => {
  const early = aRelocation({ place: "Bản A", recordedOn: isoDate("2026-07-31"), sourceId: "early" });
  const late = aRelocation({ place: "Bản A", recordedOn: isoDate("2028-03-31"), sourceId: "late" });
  const other = aRelocation({ place: "Bản B", recordedOn: isoDate("2026-07-31") });
  const on = (day: string) =>
    latestPlaces(
      takeSnapshot(aRegister({ relocations: [late, early, other] }), day === "" ? DAY : isoDate(day)),
    ).map(({ id, place, sourceId }) => [id, place, sourceId]);
  expect(on("")[0]).toEqual([`${WEST}-1`, "Bản A", "late"]);
  expect(on("2027-01-01")[0]).toEqual([`${WEST}-1`, "Bản A", "early"]);
  expect(on("2027-01-01")[1]?.[0]).toBe(on("")[1]?.[0]);
});

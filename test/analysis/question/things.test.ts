import { describe, expect, test } from "vitest";
import {
  areaShape,
  type CommuneGeometry,
  latestPlaces,
  regionOfWork,
  thingsOf,
} from "@/analysis/question/things";
import { areaOf } from "@/analysis/spatial/coverage";
import { takeSnapshot } from "@/analysis/takeSnapshot";
import { isoDate } from "@/domain/date";
import type { Work } from "@/domain/work";
import { aRegister, aWork } from "../../fixtures/register";
import {
  anEvent,
  aRelocation,
  at,
  aVillage,
  BARE,
  COMMUNES,
  communeRows,
  contextOf,
  DAY,
  EAST,
  WEST,
} from "./world";

const region = (part: Partial<Work>, communes: CommuneGeometry = COMMUNES) =>
  regionOfWork(aWork({ communeCodes: [WEST], ...part }), communes);
const COURSE = [[at(100, 100), at(900, 100)]];

describe("what the register knows of a work's place", () => {
  test("a point has its stated error; an exact one without any, 30 m; a village without any, its commune", () => {
    expect(region({ point: at(5, 5), accuracyM: 12 })).toMatchObject({ type: "point", errorM: 12 });
    expect(region({ point: at(5, 5), accuracyM: 0 })).toMatchObject({ type: "point", errorM: 0 });
    expect(region({ point: at(5, 5), accuracyM: null })).toMatchObject({ type: "point", errorM: 30 });
    const village = { locationClass: "village", point: at(5, 5) } as const;
    expect(region({ ...village, accuracyM: 800 })).toMatchObject({ type: "point", errorM: 800 });
    expect(region({ ...village, accuracyM: null }).type).toBe("somewhere");
    expect(region({ ...village, point: null, accuracyM: 800 }).type).toBe("somewhere");
  });

  test("a point is where it is: metres on the plane, east before north", () => {
    const found = region({ point: at(1500, 700), accuracyM: 5 });
    const corner = region({ point: at(0, 0), accuracyM: 5 });
    if (found.type !== "point" || corner.type !== "point") throw new Error("no point");
    expect(found.shape.coordinates[0]! - corner.shape.coordinates[0]!).toBeCloseTo(1500, 5);
    expect(found.shape.coordinates[1]! - corner.shape.coordinates[1]!).toBeCloseTo(700, 5);
  });

  test("a point that a class does not speak of is not used", () => {
    expect(region({ locationClass: "commune", point: at(5, 5), accuracyM: 5 }).type).toBe("somewhere");
    expect(region({ locationClass: "unknown", point: at(5, 5), accuracyM: 5, line: COURSE })).toEqual({
      type: "unknown",
    });
  });

  test("without its point or course it is somewhere in its commune", () => {
    const somewhere = { type: "somewhere", shape: areaShape(COMMUNES.get(WEST)!) };
    expect(region({ point: null })).toEqual(somewhere);
    expect(region({ locationClass: "line", point: null, line: null })).toEqual(somewhere);
    expect(region({ locationClass: "line", point: null, line: [] })).toEqual(somewhere);
    expect(region({ locationClass: "line", point: null, line: [[]] })).toEqual(somewhere);
    expect(region({ locationClass: "commune", point: null })).toEqual(somewhere);
  });

  test("a line is its course with its error", () => {
    expect(region({ locationClass: "line", line: COURSE, accuracyM: 7 })).toMatchObject({
      type: "line",
      errorM: 7,
    });
    expect(region({ locationClass: "line", line: COURSE, accuracyM: null })).toMatchObject({ errorM: 30 });
  });

  test("a work in several communes has a part in each, of which a course is only one", () => {
    const several: Partial<Work> = { locationClass: "several", communeCodes: [WEST, EAST] };
    const shapes = [WEST, EAST].map((code) => areaShape(COMMUNES.get(code)!));
    expect(region({ ...several, line: null })).toEqual({ type: "parts", shapes, known: null });
    expect(region({ ...several, line: COURSE, accuracyM: 9 })).toMatchObject({
      type: "parts",
      shapes,
      known: { type: "line", errorM: 9 },
    });
    expect(region({ ...several, communeCodes: [WEST], line: COURSE }).type).toBe("parts");
  });

  test("a commune without a boundary leaves the place unknown, as no commune does", () => {
    expect(region({ locationClass: "commune", communeCodes: [BARE] })).toEqual({ type: "unknown" });
    expect(region({ locationClass: "several", communeCodes: [WEST, BARE] })).toEqual({ type: "unknown" });
    expect(region({ locationClass: "commune", communeCodes: [] })).toEqual({ type: "unknown" });
    expect(region({ point: at(5, 5), accuracyM: 5, communeCodes: [BARE] }).type).toBe("point");
    expect(region({ locationClass: "commune" }, new Map())).toEqual({ type: "unknown" });
  });
});

describe("ground", () => {
  test("is measured on the plane, a hole left out, and kept", () => {
    const west = COMMUNES.get(WEST)!;
    expect(areaOf(areaShape(west))).toBeCloseTo(16e6, -1);
    expect(areaShape(west)).toBe(areaShape(west));
    const holed = {
      type: "Polygon" as const,
      coordinates: [
        [at(0, 0), at(1000, 0), at(1000, 1000), at(0, 1000), at(0, 0)],
        [at(200, 200), at(200, 700), at(700, 700), at(700, 200), at(200, 200)],
      ],
    };
    expect(areaOf(areaShape(holed))).toBeCloseTo(750_000, 0);
    expect(areaShape({ type: "MultiPolygon", coordinates: [] }).coordinates).toHaveLength(0);
  });
});

describe("the things of a set", () => {
  const context = contextOf({
    works: [aWork({ workId: "A" }), aWork({ workId: "B", sector: "health", locationClass: "unknown" })],
    villages: [
      aVillage(),
      aVillage({ villageId: "V2", point: null, accuracyM: null }),
      aVillage({ villageId: "V3", accuracyM: null }),
    ],
    hazardEvents: [
      anEvent({ accuracyM: null }),
      anEvent({ eventId: "E2", point: null }),
      anEvent({ eventId: "E3", point: null, communeCodes: [] }),
      anEvent({ eventId: "E4", point: null, communeCodes: [WEST, EAST] }),
    ],
    communes: [...communeRows, { ...communeRows[0]!, code: BARE }],
  });
  const kinds = (set: Parameters<typeof context.things>[0]) =>
    Object.fromEntries(context.things(set).map(({ id, region }) => [id, region.type]));

  test("works carry their sector", () => {
    expect(context.things("works").map(({ id, sector }) => `${id} ${sector}`)).toEqual([
      "A school",
      "B health",
    ]);
  });

  test("villages are circles, or somewhere in their commune", () => {
    expect(kinds("villages")).toEqual({ V1: "point", V2: "somewhere", V3: "somewhere" });
    expect(context.things("villages")[0]).toMatchObject({
      communeCodes: [WEST],
      sector: null,
      region: { errorM: 300 },
    });
  });

  test("events are points, communes or nowhere", () => {
    expect(kinds("events")).toEqual({ E1: "point", E2: "somewhere", E3: "unknown", E4: "parts" });
    expect(context.things("events")[0]).toMatchObject({ region: { errorM: 30 } });
  });

  test("communes are their ground; one without a boundary is nowhere", () => {
    expect(kinds("communes")).toEqual({
      "00001": "extent",
      "00002": "extent",
      "00003": "extent",
      "00004": "extent",
      "00009": "unknown",
    });
  });

  test("are worked out once", () => expect(context.things("works")).toBe(context.things("works")));
});

describe("places with households to move", () => {
  const relocations = [
    aRelocation({ recordedOn: isoDate("2026-07-31"), sourceId: "S-EARLY", done: 0 }),
    aRelocation({ recordedOn: isoDate("2028-03-31"), sourceId: "S-LATE" }),
    aRelocation({ communeCode: EAST }),
    aRelocation({ place: "Điểm khác", recordedOn: isoDate("2028-12-31") }),
  ];
  const register = aRegister({ communes: communeRows, relocations });
  const placesOn = (day: string) => latestPlaces(takeSnapshot(register, isoDate(day)));

  test("are one however often reported, by the latest report; the same name in two communes is two places", () => {
    expect(placesOn("2028-09-30").map(({ communeCode, sourceId }) => `${communeCode} ${sourceId}`)).toEqual([
      `${WEST} S-LATE`,
      `${EAST} SRC-TEST`,
    ]);
  });

  test("are those known on the day, by the report known then", () => {
    expect(placesOn("2026-07-30")).toEqual([]);
    expect(placesOn("2026-07-31").map(({ sourceId }) => sourceId)).toEqual(["S-EARLY"]);
    expect(placesOn("2028-12-31").map(({ place }) => place)).toEqual(["Điểm thử", "Điểm thử", "Điểm khác"]);
  });

  test("have ids of their own that a later report does not change", () => {
    const ids = (day: string) => placesOn(day).map(({ id }) => id);
    expect(new Set(ids("2028-12-31")).size).toBe(3);
    expect(ids("2028-12-31")[0]).toBe(ids("2026-07-31")[0]);
  });

  test("carry no count of households, and are nowhere finer than their commune", () => {
    const snapshot = takeSnapshot(register, DAY);
    const things = thingsOf("relocations", snapshot, COMMUNES);
    expect(things.map(({ region }) => region.type)).toEqual(["somewhere", "somewhere"]);
    for (const found of [...things, ...latestPlaces(snapshot)])
      expect(Object.keys(found)).not.toEqual(
        expect.arrayContaining([expect.stringMatching(/household|done/)]),
      );
    expect(Object.keys(latestPlaces(snapshot)[0]!).toSorted()).toEqual([
      "communeCode",
      "id",
      "place",
      "sourceId",
    ]);
  });
});

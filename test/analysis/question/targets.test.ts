import { describe, expect, test } from "vitest";
import { drawnOnPlane, type PreparedTarget } from "@/analysis/question/targets";
import { areaOf } from "@/analysis/spatial/coverage";
import { toPlane } from "@/analysis/spatial/plane";
import { lengthOf } from "@/analysis/spatial/shape";
import { isoDate } from "@/domain/date";
import type { DrawnShape } from "@/domain/drawnShape";
import { HAZARD_CLASSES } from "@/domain/hazard";
import type { Target } from "@/domain/question";
import { NO_FILTER } from "@/domain/workFilter";
import { aWork } from "../../fixtures/register";
import {
  ALL_WORKS,
  anAssessed,
  anEvent,
  aPovertyRow,
  at,
  aVillage,
  aZone,
  BARE,
  contextOf,
  EAST,
  FAR,
  HIGH,
  inCommunes,
  NORTH,
  square,
  WEST,
} from "./world";

const context = contextOf({
  works: [
    aWork({ workId: "A" }),
    aWork({ workId: "B", sector: "health" }),
    aWork({ workId: "C", locationClass: "unknown", point: null, communeCodes: [] }),
  ],
  villages: ["poor", "even", "rich", "hidden", "silent"].map((villageId) => aVillage({ villageId })),
  poverty: [
    aPovertyRow({ areaCode: "poor" }),
    aPovertyRow({ areaCode: "even", poor: 10, nearPoor: 10 }),
    aPovertyRow({ areaCode: "rich", poor: 1, nearPoor: 1 }),
    aPovertyRow({ areaCode: "hidden", poor: "suppressed" }),
    // A commune's row of the same code is not the village's.
    aPovertyRow({ areaCode: "silent", areaLevel: "commune" }),
  ],
  hazardEvents: [anEvent(), anEvent({ eventId: "E2", recordedOn: isoDate("2029-01-01") })],
  hazardZones: [
    aZone("high", [1000, 1000, 2000, 2000]),
    aZone("moderate", [2000, 1000, 3000, 2000], "moderate"),
    aZone("very-high", [3000, 1000, 3500, 2000], "very-high"),
    { ...aZone("later", [0, 0, 500, 500]), recordedOn: isoDate("2029-01-01") },
  ],
  hazardAssessed: [anAssessed("a", 0, 0, 4000, 2500)],
});
const prepared = <Kind extends PreparedTarget["kind"]>(target: Target, kind: Kind) => {
  const found = context.target(target);
  if (found.kind !== kind) throw new Error(`${found.kind} is not ${kind}`);
  return found as PreparedTarget & { readonly kind: Kind };
};
const drawn = (shape: DrawnShape): Target => ({ type: "drawn", shape });
const contains = (target: Target, east: number, north: number) =>
  prepared(target, "ground").asked.ground.contains(...toPlane(at(east, north)));

describe("zones", () => {
  test("are those of the classes asked for, as known on the day", () => {
    const high: Target = { type: "zones", classes: ["high"] };
    expect(contains(high, 1500, 1500)).toBe(true);
    expect(contains(high, 2500, 1500)).toBe(false);
    expect(contains(HIGH, 3200, 1500)).toBe(true);
    expect(contains(HIGH, 250, 250)).toBe(false);
  });

  test("of any class are ground somebody assessed", () => {
    const { assessed } = prepared({ type: "zones", classes: ["low"] }, "ground").asked;
    const isAssessed = (east: number, north: number) => assessed?.contains(...toPlane(at(east, north)));
    expect(isAssessed(100, 2400)).toBe(true);
    expect(isAssessed(100, 2600)).toBe(false);
    expect(isAssessed(9000, 100)).toBe(false);
    const bare = contextOf({ hazardZones: [aZone("moderate", [0, 0, 100, 100], "moderate")] });
    const alone = bare.target(HIGH);
    expect(alone.kind === "ground" && alone.asked.assessed?.contains(...toPlane(at(50, 50)))).toBe(true);
  });

  test("have ground in every class, be it none", () => {
    for (const hazardClass of HAZARD_CLASSES)
      expect(prepared({ type: "zones", classes: [hazardClass] }, "ground").asked.assessed).not.toBeNull();
  });
});

describe("things", () => {
  const ids = (target: Target) => prepared(target, "things").things.map(({ id }) => id);

  test("works are those a filter keeps, unplaced ones with them", () => {
    expect(ids(ALL_WORKS)).toEqual(["A", "B", "C"]);
    expect(ids({ type: "works", filter: { ...NO_FILTER, sectors: ["health"] }, sameSector: false })).toEqual([
      "B",
    ]);
    expect(prepared({ ...ALL_WORKS, sameSector: true } as Target, "things").sameSector).toBe(true);
    expect(prepared(ALL_WORKS, "things").sameSector).toBe(false);
  });

  test("villages at least so poor, the rate itself included; those of unknown rate may or may not be", () => {
    expect(ids({ type: "villages", povertyFrom: 20 })).toEqual(["poor", "even"]);
    expect(ids({ type: "villages", povertyFrom: 21 })).toEqual(["poor"]);
    expect(prepared({ type: "villages", povertyFrom: 20 }, "things").uncertain.map(({ id }) => id)).toEqual([
      "hidden",
      "silent",
    ]);
    expect(ids({ type: "villages", povertyFrom: null })).toHaveLength(5);
    expect(prepared({ type: "villages", povertyFrom: null }, "things").uncertain).toEqual([]);
  });

  test("from 0 % every village of known rate", () =>
    expect(ids({ type: "villages", povertyFrom: 0 })).toEqual(["poor", "even", "rich"]));

  test("events are those known on the day", () => expect(ids({ type: "events" })).toEqual(["E1"]));
});

describe("communes", () => {
  const codes = (target: Target) => [...prepared(target, "communes").codes].toSorted();

  test("are those named, all if none is, and their neighbours where asked for", () => {
    expect(codes(inCommunes(EAST))).toEqual([EAST]);
    expect(codes(inCommunes())).toEqual([WEST, EAST, NORTH, FAR]);
    expect(codes({ type: "communes", codes: [EAST], neighbours: true })).toEqual([WEST, EAST]);
    expect(codes({ type: "communes", codes: [WEST], neighbours: true })).toEqual([WEST, EAST, NORTH]);
    expect(codes({ type: "communes", codes: [FAR], neighbours: true })).toEqual([FAR]);
  });

  test("have their boundaries, one by one and joined", () => {
    const { shapes, asked } = prepared(inCommunes(WEST, EAST), "communes");
    expect([...shapes.keys()]).toEqual([WEST, EAST]);
    const { ground, assessed } = asked();
    expect(assessed).toBeNull();
    expect(ground.signedDistance(...toPlane(at(4000, 2000)))).toBeCloseTo(-2000, 3);
    expect(asked()).toBe(asked());
    expect([...prepared(inCommunes(BARE), "communes").shapes]).toEqual([]);
  });
});

describe("a drawn shape", () => {
  const middle = at(1000, 1000);

  test("is what was drawn, on the plane", () => {
    expect(drawnOnPlane({ type: "point", points: [middle] })).toMatchObject({ kind: "points" });
    const line = drawnOnPlane({ type: "line", points: [at(0, 0), at(3000, 4000)] });
    expect(line.kind).toBe("lines");
    expect(lengthOf(line)).toBeCloseTo(5000, 3);
    const polygon = drawnOnPlane({ type: "polygon", points: [at(0, 0), at(300, 0), at(300, 400)] });
    expect(areaOf(polygon)).toBeCloseTo(60_000, 1);
  });

  test("a circle has the area of a circle, and its edge within a hundredth of a per mille of its radius", () => {
    for (const radiusM of [1, 500, 50_000]) {
      const shape = drawnOnPlane({ type: "circle", points: [middle], radiusM });
      expect(areaOf(shape) / (Math.PI * radiusM ** 2)).toBeCloseTo(1, 7);
      expect((shape.box[2] - shape.box[0]) / (2 * radiusM)).toBeCloseTo(1, 4);
    }
    const circle = drawn({ type: "circle", points: [middle], radiusM: 500 });
    expect(contains(circle, 1499.9, 1000)).toBe(true);
    expect(contains(circle, 1500.1, 1000)).toBe(false);
    expect(contains(circle, 1000 + 354, 1000 + 354)).toBe(false);
  });

  test("is ground known everywhere", () =>
    expect(
      prepared(drawn({ type: "circle", points: [middle], radiusM: 5 }), "ground").asked.assessed,
    ).toBeNull());

  test("a point or a line has no inside", () => {
    for (const shape of [
      { type: "point", points: [middle] },
      { type: "line", points: [at(0, 0), at(2000, 2000)] },
    ] as const) {
      expect(contains(drawn(shape), 1000, 1000)).toBe(false);
      const { ground } = prepared(drawn(shape), "ground").asked;
      expect(ground.signedDistance(...toPlane(middle))).toBeCloseTo(0, 3);
    }
  });
});

describe("a layer of the reader's", () => {
  const target: Target = { type: "layer", name: "lop.geojson", hash: "0123456789abcdef" };
  const layer = {
    name: "lop.geojson",
    hash: target.hash,
    geometries: [square(0, 0, 100, 100), { type: "Point" as const, coordinates: at(500, 500) }],
  };

  test("is missing where none, or another, is open: a name alone is not the file", () => {
    expect(context.target(target)).toEqual({ kind: "layer-missing" });
    const other = contextOf({}, { layer: { ...layer, hash: "fedcba9876543210" } });
    expect(other.target(target)).toEqual({ kind: "layer-missing" });
  });

  test("is found by what it holds, whatever it is called, with all its shapes", () => {
    const found = contextOf({}, { layer: { ...layer, name: "bản sao.geojson" } }).target(target);
    if (found.kind !== "ground") throw new Error(found.kind);
    expect(found.asked.assessed).toBeNull();
    expect(found.asked.ground.shapes.map(({ kind }) => kind)).toEqual(["areas", "points"]);
  });
});

test("what is prepared for one question is kept for the next that asks the same", () => {
  expect(context.target({ ...HIGH })).toBe(context.target({ ...HIGH }));
  expect(context.target({ type: "zones", classes: ["low"] })).not.toBe(context.target(HIGH));
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { answerNow } from "@/analysis/question/askQuestion";
import { lengthByCommune, summaryByCommune } from "@/analysis/question/byCommune";
import { lengthInside } from "@/analysis/spatial/along";
import { groundOf } from "@/analysis/spatial/ground";
import { shapeOf } from "@/analysis/spatial/shape";
import { takeSnapshot } from "@/analysis/takeSnapshot";
import type { CommuneCode } from "@/domain/commune";
import { allOf } from "@/domain/questionExamples";
import { aRegister, aWork } from "../../fixtures/register";
import { jstsLine, jstsPolygon } from "../spatial/jsts";
import { aLine, aStar, box } from "../spatial/shapes";
import {
  ALL_WORKS,
  aQuestion,
  area,
  at,
  aZone,
  BARE,
  communeRows,
  contextOf,
  DAY,
  EAST,
  FAR,
  HIGH,
  inCommunes,
  NORTH,
  WEST,
  when,
} from "./world";

const SQUARES = new Map([
  [WEST, box(0, 0, 4000, 4000)],
  [EAST, box(4000, 0, 8000, 4000)],
  [NORTH, box(0, 4000, 4000, 8000)],
]);
const SHAPES = new Map([...SQUARES].map(([code, ring]) => [code, area(ring)]));
const PLANE = {
  // The order of the register is not the order of the codes.
  snapshot: takeSnapshot(aRegister({ communes: communeRows.toReversed() }), DAY),
  communeShape: (code: CommuneCode) => SHAPES.get(code) ?? null,
};
const EVERYWHERE = groundOf([area(box(-9000, -9000, 19_000, 19_000))]);
const lengths = (places: readonly (readonly [number, number])[], ground = EVERYWHERE) =>
  Object.fromEntries(lengthByCommune(shapeOf("lines", [places]), ground, PLANE));
const near = (expected: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(expected).map(([code, metres]) => [code, expect.closeTo(metres, 6)]));

describe("metres of a line by commune", () => {
  test("a stretch along a shared border counts once, for the lower code, whichever way it runs", () => {
    expect(
      lengths([
        [4000, 500],
        [4000, 1500],
      ]),
    ).toEqual(near({ [WEST]: 1000 }));
    expect(
      lengths([
        [4000, 1500],
        [4000, 500],
      ]),
    ).toEqual(near({ [WEST]: 1000 }));
    expect(
      lengths([
        [3000, 4000],
        [1000, 4000],
      ]),
    ).toEqual(near({ [WEST]: 2000 }));
  });

  test("a line that crosses is parted at the border", () => {
    expect(
      lengths([
        [3000, 1000],
        [5500, 1000],
      ]),
    ).toEqual(near({ [WEST]: 1000, [EAST]: 1500 }));
    expect(
      lengths([
        [3000, 1000],
        [4000, 1000],
        [5500, 1000],
      ]),
    ).toEqual(near({ [WEST]: 1000, [EAST]: 1500 }));
  });

  test("what lies beyond every commune is unstated, and a commune without a boundary has nothing", () => {
    expect(
      lengths([
        [7000, 1000],
        [9000, 1000],
      ]),
    ).toEqual(near({ [EAST]: 1000, unstated: 1000 }));
    expect(
      lengths(
        [
          [20_500, 500],
          [21_500, 500],
        ],
        groundOf([area(box(20_000, 0, 24_000, 4000))]),
      ),
    ).toEqual(near({ unstated: 1000 }));
  });

  test("only what lies in the ground counts, overlapping ground once", () => {
    const ground = groundOf([area(box(3500, 0, 4600, 2000)), area(box(3900, 0, 4200, 2000))]);
    expect(
      lengths(
        [
          [3000, 1000],
          [5500, 1000],
        ],
        ground,
      ),
    ).toEqual(near({ [WEST]: 500, [EAST]: 600 }));
    expect(
      lengths(
        [
          [0, 3000],
          [8000, 3000],
        ],
        ground,
      ),
    ).toEqual({});
  });

  test("a line run twice counts twice, as it does in its length", () =>
    expect(
      lengths([
        [1000, 1000],
        [2000, 1000],
        [1000, 1000],
      ]),
    ).toEqual(near({ [WEST]: 2000 })));

  test("parts add up to the whole, each as an independent implementation has it", () => {
    fc.assert(
      fc.property(aLine(3500), aStar(2500, 3500), (places, ring) => {
        const moved = places.map(([x, y]) => [x + 3000, y + 3000] as const);
        const around = ring.map(([x, y]) => [x + 3000, y + 3000] as const);
        const ground = groundOf([area(around)]);
        const found = lengthByCommune(shapeOf("lines", [moved]), ground, PLANE);
        const whole = [...found.values()].reduce((sum, metres) => sum + metres, 0);
        expect(whole).toBeCloseTo(lengthInside(shapeOf("lines", [moved]), ground), 4);
        // One stretch at a time: JSTS counts a line that runs over itself once.
        const within = (code: CommuneCode) =>
          moved.slice(1).reduce((sum, to, index) => {
            const stretch = jstsLine([moved[index]!, to]);
            if (stretch.getLength() === 0) return sum;
            const there = jstsPolygon([around]).intersection(jstsPolygon([SQUARES.get(code)!]));
            return sum + stretch.intersection(there).getLength();
          }, 0);
        for (const code of [WEST, EAST, NORTH]) expect(found.get(code) ?? 0).toBeCloseTo(within(code), 3);
      }),
      { numRuns: 100 },
    );
  });
});

describe("an answer by commune", () => {
  const context = contextOf({
    works: [
      aWork({ workId: "A", communeCodes: [EAST], point: at(4500, 1500), accuracyM: 5 }),
      aWork({ workId: "B", communeCodes: [WEST], point: at(100, 100), accuracyM: 5 }),
      aWork({ workId: "C", communeCodes: [WEST], locationClass: "commune", point: null }),
      aWork({ workId: "D", communeCodes: [WEST, EAST], locationClass: "several", point: null }),
      aWork({ workId: "E", communeCodes: [], locationClass: "unknown", point: null }),
      // Registered in the west alone, with 500 m of zone in either commune.
      aWork({
        workId: "F",
        communeCodes: [WEST],
        locationClass: "line",
        point: null,
        line: [[at(3000, 1500), at(5000, 1500)]],
        accuracyM: 5,
      }),
      aWork({
        workId: "G",
        communeCodes: [WEST],
        locationClass: "line",
        point: null,
        line: [[at(200, 3800), at(800, 3800)]],
        accuracyM: 5,
      }),
    ],
    hazardZones: [aZone("z", [3500, 1000, 4500, 2000])],
  });
  const rows = (question: Parameters<typeof answerNow>[0]) =>
    summaryByCommune(answerNow(question, context), context);

  test("has a row a commune in order of codes, then several, then unstated, and leaves the rest out", () => {
    expect(
      rows(aQuestion({})).map(({ code, counts }) => [code, counts.yes, counts.no, counts.unknown]),
    ).toEqual([
      [WEST, 1, 0, 3],
      [EAST, 0, 0, 1],
      ["several", 0, 0, 1],
      ["unstated", 0, 0, 1],
    ]);
  });

  test("metres go to the commune they lie in, not to the one that is registered", () => {
    expect(rows(aQuestion({})).map(({ code, inside }) => [code, inside])).toEqual([
      [WEST, expect.closeTo(500, 2)],
      [EAST, expect.closeTo(500, 2)],
      ["several", null],
      ["unstated", null],
    ]);
  });

  test("nothing is measured where a distance is asked, and only the first condition is measured", () => {
    const inside = (...conditions: Parameters<typeof aQuestion>[0]["conditions"] & object) =>
      rows(aQuestion({ conditions })).map((row) => row.inside);
    expect(inside(when("within", HIGH))).toEqual([null, null, null, null]);
    expect(inside(when("within", ALL_WORKS), when("touches", HIGH))).toEqual([null, null, null, null]);
    expect(inside(when("touches", HIGH), when("within", ALL_WORKS))[0]).toBeCloseTo(500, 2);
  });

  test("metres in communes are those in the communes asked for", () => {
    const found = rows(aQuestion({ conditions: [when("touches", inCommunes(EAST))] }));
    expect(found.find(({ code }) => code === EAST)?.inside).toBeCloseTo(1000, 2);
    expect(found.find(({ code }) => code === WEST)?.inside ?? 0).toBeCloseTo(0, 6);
  });

  test("areas of communes are each its own", () => {
    const found = rows(aQuestion({ subject: allOf("communes") }));
    expect(found.map(({ code, inside }) => [code, inside])).toEqual([
      [WEST, expect.closeTo(500_000, -1)],
      [EAST, expect.closeTo(500_000, -1)],
      [NORTH, 0],
      [FAR, 0],
    ]);
  });

  test("a commune with metres of another's work has a row though no work is registered there", () => {
    const alone = contextOf({
      works: [
        aWork({
          communeCodes: [WEST],
          locationClass: "line",
          point: null,
          line: [[at(4100, 1500), at(4300, 1500)]],
          accuracyM: 5,
        }),
      ],
      hazardZones: [aZone("z", [3500, 1000, 4500, 2000])],
    });
    expect(summaryByCommune(answerNow(aQuestion({}), alone), alone)).toEqual([
      { code: WEST, counts: { yes: 1, no: 0, unknown: 0 }, inside: null },
      { code: EAST, counts: { yes: 0, no: 0, unknown: 0 }, inside: expect.closeTo(200, 2) },
    ]);
  });

  test("a layer that is not open is counted, not measured", () => {
    const layer = { type: "layer", name: "x", hash: "0123456789abcdef" } as const;
    const found = rows(aQuestion({ conditions: [when("touches", layer)] }));
    expect(found.map(({ inside }) => inside)).toEqual([null, null, null, null]);
    expect(found.reduce((sum, { counts }) => sum + counts.unknown, 0)).toBe(7);
  });

  test("of nothing is no row", () => {
    const none = contextOf({});
    expect(summaryByCommune(answerNow(aQuestion({}), none), none)).toEqual([]);
    expect(none.communeShape(BARE)).toBeNull();
  });
});

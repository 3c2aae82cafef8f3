import { describe, expect, test } from "vitest";
import type { DrawnShape } from "@/domain/drawnShape";
import { hasInside, PREDICATES, predicatesFor, TARGET_TYPES, type Target } from "@/domain/question";
import { NO_FILTER } from "@/domain/workFilter";

const drawn = (shape: DrawnShape): Target => ({ type: "drawn", shape });
const POINT = drawn({ type: "point", points: [[106, 21]] });
const LINE = drawn({
  type: "line",
  points: [
    [106, 21],
    [107, 21],
  ],
});
const POLYGON = drawn({
  type: "polygon",
  points: [
    [106, 21],
    [107, 21],
    [107, 22],
  ],
});
const CIRCLE = drawn({ type: "circle", points: [[106, 21]], radiusM: 5 });
const ZONES: Target = { type: "zones", classes: ["high"] };
const WORKS: Target = { type: "works", filter: NO_FILTER, sameSector: false };
const VILLAGES: Target = { type: "villages", povertyFrom: null };
const EVENTS: Target = { type: "events" };
const COMMUNES: Target = { type: "communes", codes: [], neighbours: false };
const LAYER: Target = { type: "layer", name: "x", hash: "0123456789abcdef" };
const ALL = [POINT, LINE, POLYGON, CIRCLE, ZONES, WORKS, VILLAGES, EVENTS, COMMUNES, LAYER];

test("every type of target is looked at here", () =>
  expect(new Set(ALL.map(({ type }) => type))).toEqual(new Set(TARGET_TYPES)));

describe("a target has an inside", () => {
  test.each([POLYGON, CIRCLE, ZONES, COMMUNES, LAYER])("where it is ground: %j", (target) =>
    expect(hasInside(target)).toBe(true),
  );
  test.each([POINT, LINE, WORKS, VILLAGES, EVENTS])("not where it is a place or a course: %j", (target) =>
    expect(hasInside(target)).toBe(false),
  );
});

describe("predicates", () => {
  test.each(ALL)("are each listed once, distances for every target: %j", (target) => {
    const predicates = predicatesFor(target);
    expect(new Set(predicates).size).toBe(predicates.length);
    expect(PREDICATES).toEqual(expect.arrayContaining([...predicates]));
    expect(predicates).toEqual(expect.arrayContaining(["within", "beyond", "nearest"]));
  });

  test.each(ALL)("inside needs an inside, across needs communes: %j", (target) => {
    expect(predicatesFor(target).includes("inside")).toBe(hasInside(target));
    expect(predicatesFor(target).includes("across")).toBe(target.type === "communes");
  });

  test.each(ALL)("touches and apart come together, for ground and for a line: %j", (target) => {
    const touches = hasInside(target) || target === LINE;
    expect(predicatesFor(target).includes("touches")).toBe(touches);
    expect(predicatesFor(target).includes("apart")).toBe(touches);
  });

  test("the first is the one proposed", () => {
    expect(ALL.map((target) => predicatesFor(target)[0])).toEqual([
      "within",
      "within",
      "touches",
      "touches",
      "touches",
      "within",
      "within",
      "within",
      "inside",
      "touches",
    ]);
  });
});

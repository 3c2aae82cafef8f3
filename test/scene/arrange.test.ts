import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arrangePlanes, completeOrder, MOVABLE_LAYERS } from "@/scene/arrange";
import { LAYERS, PLANE_ORDER } from "@/scene/layers";
import type { Plane } from "@/scene/scene";

const LAYER_OF: Readonly<Record<string, string>> = { "work-lines": "works", counts: "works" };
const plane = (id: string): Plane => ({ id, layer: LAYER_OF[id] ?? id, marks: [] });
const ALL = PLANE_ORDER.map(plane);
const ids = (planes: readonly Plane[]) => planes.map(({ id }) => id);
const FIXED = ["surroundings", "communes", "commune-lines", "province", "selection", "labels"];

describe("the order of layers", () => {
  it("names only layers there are, works above hazard above relief", () => {
    for (const layer of MOVABLE_LAYERS) expect(LAYERS.map(({ id }) => id)).toContain(layer);
    expect(MOVABLE_LAYERS.indexOf("works")).toBeLessThan(MOVABLE_LAYERS.indexOf("hazard"));
    expect(MOVABLE_LAYERS.indexOf("hazard")).toBeLessThan(MOVABLE_LAYERS.indexOf("relief"));
  });

  it("is the usual one when nobody moved anything, whatever order the planes come in", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(ALL, { minLength: ALL.length }), (planes) => {
        expect(ids(arrangePlanes(planes, null))).toEqual(PLANE_ORDER);
      }),
    );
  });

  it("moves hazard above the works, and leaves the names on top and the communes at the bottom", () => {
    const moved = ids(arrangePlanes(ALL, ["hazard"]));
    expect(moved.indexOf("hazard")).toBeGreaterThan(moved.indexOf("counts"));
    expect(moved.at(-1)).toBe("labels");
    expect(moved.indexOf("communes")).toBe(PLANE_ORDER.indexOf("communes"));
  });

  it("loses and doubles nothing, keeps the fixed places, and draws a higher layer later", () => {
    fc.assert(
      fc.property(
        fc.subarray(ALL, { minLength: 1 }),
        fc.shuffledSubarray([...MOVABLE_LAYERS, "gone"]),
        (planes, order) => {
          const arranged = arrangePlanes(planes, order);
          expect(ids(arranged).toSorted()).toEqual(ids(planes).toSorted());
          const usual = ids(arrangePlanes(planes, null));
          for (const id of FIXED) expect(ids(arranged).indexOf(id)).toBe(usual.indexOf(id));
          const heights = completeOrder(order).map((layer) =>
            arranged.flatMap((at, index) => (at.layer === layer && !FIXED.includes(at.id) ? [index] : [])),
          );
          const drawn = heights.filter((list) => list.length > 0);
          for (const [index, list] of drawn.entries()) {
            const below = drawn[index + 1];
            if (below !== undefined) expect(Math.min(...list)).toBeGreaterThan(Math.max(...below));
          }
        },
      ),
    );
  });
});

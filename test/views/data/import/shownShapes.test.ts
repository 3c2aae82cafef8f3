import { expect, test } from "vitest";
import type { RowChange } from "@/imports/draft/applyTables";
import { shapeText, shownShapes } from "@/views/data/import/shownShapes";

const change = (after: Readonly<Record<string, string>> | null): RowChange => ({
  form: "works",
  key: ["a"],
  kind: after === null ? "removed" : "added",
  before: null,
  after: after === null ? null : new Map(Object.entries(after)),
  at: null,
});
const shape = (geometry: unknown) => change({ geometry: JSON.stringify(geometry) });
const ring = (size: number) => [
  [106, 21],
  [106 + size, 21],
  [106 + size, 21 + size],
  [106, 21],
];

test("places, lines and areas; an area too small to be drawn is a place; what goes or lies nowhere is not drawn", () => {
  const shapes = shownShapes([
    change({ lon: "106.9", lat: "21.3" }),
    change({ lon: "", lat: "" }),
    change({ name: "x" }),
    change(null),
    shape({
      type: "LineString",
      coordinates: [
        [106, 21],
        [106.00001, 21.00001],
        [106.1, 21.1],
      ],
    }),
    shape({ type: "Polygon", coordinates: [ring(0.1)] }),
    shape({ type: "MultiPolygon", coordinates: [[ring(0.00001)], [ring(0.2)]] }),
    shape({ type: "Polygon", coordinates: [ring(0.00001)] }),
  ]);
  expect(shapes.map(({ kind, parts }) => [kind, parts.map(({ length }) => length)])).toEqual([
    ["point", [1]],
    ["line", [2]],
    ["polygon", [4]],
    ["polygon", [4]],
    ["point", [1]],
  ]);
  expect(shapes[0]?.parts[0]?.[0]).toEqual([106.9, 21.3]);
});

test("however many there are, no more than a page can draw", () => {
  const many = Array.from({ length: 9000 }, () => change({ lon: "106.9", lat: "21.3" }));
  expect(shownShapes(many)).toHaveLength(4000);
});

test("a shape in a list is the number of its positions", () => {
  const text = JSON.stringify({ type: "Polygon", coordinates: [ring(0.1)] });
  expect(shapeText(text, "vi")).toBe("hình 4 điểm");
  expect(shapeText(text, "en")).toBe("shape of 4 positions");
  expect(shapeText("", "vi")).toBe("");
});

import { expect, test } from "vitest";
import type { CommuneCode } from "@/domain/commune";
import { buildMapScene } from "@/scene/buildScene";
import { DEFAULT_LAYERS } from "@/scene/layers";
import { outlineOf } from "@/scene/layers/status";
import { sceneInput } from "../fixtures/programme";

const code = (text: string) => text as CommuneCode;
const line = (...points: [number, number][]) => points;

test("the outline of a group is its edge: not the borders inside it, not those outside", () => {
  const [a, b, c, d] = [code("00001"), code("00002"), code("00003"), code("00004")];
  const shapes = {
    borders: [
      { between: [a, b] as const, line: line([0, 0], [0, 1]) },
      { between: [b, c] as const, line: line([1, 0], [1, 1]) },
      { between: [c, d] as const, line: line([2, 0], [2, 1]) },
    ],
    edges: [
      { commune: a, line: line([0, 1], [1, 1]) },
      { commune: d, line: line([2, 1], [3, 1]) },
    ],
  };
  const group = new Set([a, b]);
  expect(outlineOf(shapes, (commune) => group.has(commune))).toEqual([
    [
      [1, 0],
      [1, 1],
    ],
    [
      [0, 1],
      [1, 1],
    ],
  ]);
  expect(outlineOf(shapes, () => false)).toEqual([]);
  expect(outlineOf(shapes, () => true)).toHaveLength(2);
});

const input = { ...sceneInput(), layers: [...DEFAULT_LAYERS, "status"] };
const legendOf = (scene: ReturnType<typeof buildMapScene>) =>
  scene.layerLegends.find(({ layer }) => layer === "status");

test("is drawn as one line, counted in the legend with its basis, and the same line in the next scene", () => {
  const scene = buildMapScene(input);
  const plane = scene.planes.find(({ id }) => id === "status");
  expect(plane?.marks).toHaveLength(1);
  const legend = legendOf(scene);
  expect(legend?.unavailable).toBeNull();
  expect(legend?.rows[0]?.count).toBe(input.snapshot.statuses.size);
  expect(legend?.rows.length).toBeGreaterThan(1);
  const again = buildMapScene(input).planes.find(({ id }) => id === "status");
  const parts = (at: typeof plane) => (at?.marks[0]?.type === "line" ? at.marks[0].parts : null);
  expect(parts(again)).toBe(parts(plane));
});

test("without a published list the layer gives its reason and draws nothing", () => {
  const without = { ...input, snapshot: { ...input.snapshot, statuses: new Map() } };
  const scene = buildMapScene(without);
  expect(legendOf(scene)?.unavailable).toBe(input.messages.scene["none.status"]);
  expect(scene.planes.find(({ id }) => id === "status")?.marks).toEqual([]);
});

test("every commune's stretch of the province's edge is known, and no border is an edge", () => {
  const { edges, borders } = input.geometry;
  expect(edges.length).toBeGreaterThan(10);
  const shared = new Set(borders.map((border) => JSON.stringify(border.line)));
  for (const edge of edges) expect(shared.has(JSON.stringify(edge.line))).toBe(false);
});

import { readFileSync } from "node:fs";
import type { MultiPolygon, Polygon } from "geojson";
import { expect, test } from "vitest";
import { loadFineBoundaries } from "@/datasets";
import type { CommuneCode } from "@/domain/commune";
import { fitCamera, projector } from "@/scene/camera";
import { decodeBoundaries } from "@/scene/geometry";
import type { AreaMark, LineMark, MapScene, Mark } from "@/scene/scene";
import { clipScene, cornerWeights } from "../../../scripts/prerender/clipScene";

const fine = await loadFineBoundaries((file) => Promise.resolve(readFileSync(`public/data/${file}`, "utf8")));
const { communes, borders } = decodeBoundaries(fine);
const weights = cornerWeights(fine);
const SIZE = { width: 440, height: 316 };
const VAN_SON = "07621" as CommuneCode;

const ringsOf = (geometry: Polygon | MultiPolygon) =>
  geometry.type === "Polygon" ? geometry.coordinates : geometry.coordinates.flat();
const points = ringsOf(communes.get(VAN_SON)!).flat();
const side = (axis: 0 | 1, pick: (...values: number[]) => number) =>
  pick(...points.map((point) => point[axis] ?? 0));
const camera = fitCamera(
  [side(0, Math.min), side(1, Math.min), side(0, Math.max), side(1, Math.max)],
  SIZE.width,
  SIZE.height,
);
const base = { subject: null, name: null };
const areas = [...communes].map(
  ([code, geometry]): AreaMark => ({ ...base, type: "area", id: code, geometry, fill: null, stroke: null }),
);
const lines: LineMark = {
  ...base,
  type: "line",
  id: "borders",
  parts: borders.map(({ line }) => line),
  stroke: { color: "ink", width: 1 },
};
const sceneOf = (marks: readonly Mark[]) =>
  ({ planes: [{ id: "p", layer: "p", marks }] }) as unknown as MapScene;
const clip = (marks: readonly Mark[]) =>
  clipScene(sceneOf(marks), weights, { camera, ...SIZE }).planes.flatMap((plane) => plane.marks);
const project = projector(camera, SIZE.width, SIZE.height);

test("nothing reaches far beyond the picture, and what lies outside is gone", () => {
  const kept = clip([...areas, lines]);
  expect(kept.length).toBeLessThan(12);
  const places = kept.flatMap((mark): (readonly number[])[] =>
    mark.type === "area" ? ringsOf(mark.geometry).flat() : mark.type === "line" ? [...mark.parts.flat()] : [],
  );
  for (const [lon = 0, lat = 0] of places) {
    const [x, y] = project([lon, lat]);
    expect(x).toBeGreaterThan(-17);
    expect(x).toBeLessThan(SIZE.width + 17);
    expect(y).toBeGreaterThan(-17);
    expect(y).toBeLessThan(SIZE.height + 17);
  }
});
test("a shape wholly inside keeps its place: no corner moves, and those left out are below a pixel", () => {
  const [own] = clip(areas.filter(({ id }) => id === VAN_SON)) as AreaMark[];
  const left = ringsOf(own!.geometry).flat();
  const all = new Set(points.map(String));
  expect(left.every((point) => all.has(String(point)))).toBe(true);
  expect(left.length).toBeLessThan(points.length);
  expect(left.length).toBeGreaterThan(30);
  const at = left.map(([lon = 0, lat = 0]) => project([lon, lat]));
  for (const [lon = 0, lat = 0] of points) {
    const [x, y] = project([lon, lat]);
    expect(Math.min(...at.map(([px, py]) => Math.hypot(px - x, py - y)))).toBeLessThan(12);
  }
});
test("neighbours keep one common line: corners of the border are corners of both or of neither", () => {
  const kept = clip(areas) as AreaMark[];
  const corners = new Map(
    kept.map(({ id, geometry }) => [id, new Set(ringsOf(geometry).flat().map(String))]),
  );
  const own = corners.get(VAN_SON)!;
  const shared = borders.filter(({ between }) => between.includes(VAN_SON));
  expect(shared.length).toBeGreaterThan(0);
  for (const { between, line } of shared) {
    const other = corners.get(between.find((code) => code !== VAN_SON)!);
    for (const point of line) {
      const [x, y] = project(point);
      if (x < 0 || y < 0 || x > SIZE.width || y > SIZE.height) continue;
      expect([point, own.has(String(point))]).toEqual([point, other?.has(String(point)) ?? false]);
    }
  }
});
test("signs are kept by their place; the scene that is cut stays as it was", () => {
  const [lon = 0, lat = 0] = points[0] ?? [];
  const dot = (id: string, point: readonly [number, number]): Mark => ({
    ...base,
    type: "dot",
    id,
    point,
    radius: 3,
    fill: "ink",
    stroke: null,
  });
  const marks = [dot("near", [lon, lat]), dot("far", [105.9, 21])];
  const before = JSON.stringify(marks);
  expect(clip(marks).map(({ id }) => id)).toEqual(["near"]);
  expect(JSON.stringify(marks)).toBe(before);
});

import type { Polygon } from "geojson";
import { expect, test } from "vitest";
import { pathWriter } from "@/render/svg/paths";
import { fitCamera, projector } from "@/scene/camera";

const SIZE = { width: 200, height: 120 };
const camera = fitCamera([106, 21, 107, 21.6], SIZE.width, SIZE.height);
const RING = [
  [106.1, 21.1],
  [106.13, 21.44],
  [106.52, 21.5],
  [106.9, 21.33],
  [106.61, 21.08],
  [106.1, 21.1],
] as const;
const AREA: Polygon = { type: "Polygon", coordinates: [RING.map(([lon, lat]) => [lon, lat])] };

/** Corners of a path of relative moves, one run of them. */
function cornersOf(d: string): readonly (readonly [number, number])[] {
  const [, startX, startY, run = ""] = /^M([-\d.]+) ([-\d.]+)l([^z]*)z$/.exec(d)!;
  const moves = [...run.matchAll(/-?[\d.]+/g)].map(([number]) => Number(number));
  let [x, y] = [Number(startX), Number(startY)];
  const corners: [number, number][] = [[x, y]];
  for (let index = 0; index < moves.length; index += 2) {
    x += moves[index]!;
    y += moves[index + 1]!;
    corners.push([x, y]);
  }
  return corners;
}

test.each([1, 2, 4])(
  "corners lie on a grid of %d to a CSS px, and no further off than half of one",
  (steps) => {
    const corners = cornersOf(pathWriter(camera, SIZE.width, SIZE.height, steps).area(AREA));
    const project = projector(camera, SIZE.width, SIZE.height);
    for (const [index, [x, y]] of corners.entries()) {
      expect([x * steps, y * steps].every(Number.isInteger)).toBe(true);
      const [trueX, trueY] = project(RING[index]!);
      expect(Math.abs(x - trueX)).toBeLessThanOrEqual(0.5 / steps + 1e-9);
      expect(Math.abs(y - trueY)).toBeLessThanOrEqual(0.5 / steps + 1e-9);
    }
  },
);

test("whole px are what a page gets, and a finer grid is another writer", () => {
  const page = pathWriter(camera, SIZE.width, SIZE.height);
  expect(page.area(AREA)).toBe(pathWriter(camera, SIZE.width, SIZE.height, 1).area(AREA));
  expect(page.area(AREA)).not.toContain(".");
  expect(pathWriter(camera, SIZE.width, SIZE.height, 4).area(AREA)).toContain(".");
});

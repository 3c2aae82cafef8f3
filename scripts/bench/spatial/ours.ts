import Flatbush from "flatbush";
import { coverage } from "@/analysis/spatial/coverage";
import { groundOf } from "@/analysis/spatial/ground";
import { toPlane } from "@/analysis/spatial/plane";
import { containsPoint, type PlaneShape, shapesOf } from "@/analysis/spatial/shape";
import type { SpatialEngine } from "./engine";
import { NEAR_M } from "./seeded";

const indexOf = (shapes: readonly PlaneShape[]) => {
  const index = new Flatbush(shapes.length);
  for (const { box } of shapes) index.add(...box);
  index.finish();
  return index;
};

/** The kernel the map answers with. */
export const OURS: SpatialEngine = {
  name: "ours",
  polygonsAsked: null,
  prepare: (data) => {
    const shapeOf = (geometry: (typeof data.communes)[number]) => shapesOf(geometry).slice(0, 1);
    const communes = data.communes.flatMap(shapeOf);
    const polygons = data.polygons.flatMap(shapeOf);
    const places = data.points.map(toPlane);
    const communeIndex = indexOf(communes);
    const polygonIndex = indexOf(polygons);
    const ground = groundOf(polygons);
    const at = (point: number) => places[point] ?? ([Number.NaN, Number.NaN] as const);
    return {
      inside: (points) =>
        points.map((point) => {
          const [x, y] = at(point);
          const [found = -1] = communeIndex.search(x, y, x, y, (commune) => {
            const shape = communes[commune];
            return shape !== undefined && containsPoint(shape, x, y);
          });
          return found;
        }),
      within: (points) =>
        points.map((point) => {
          const [x, y] = at(point);
          return ground.signedDistance(x, y, NEAR_M) <= NEAR_M ? 1 : 0;
        }),
      nearest: (points) =>
        points.map((point) => {
          const [x, y] = at(point);
          return Math.max(0, ground.signedDistance(x, y));
        }),
      overlaps: (asked) =>
        asked.map((commune) => {
          const shape = communes[commune];
          if (shape === undefined) return 0;
          const near = polygonIndex.search(...shape.box).flatMap((polygon) => polygons[polygon] ?? []);
          return coverage(shape, near).covered;
        }),
    };
  },
};

import type { DrawnShape } from "@/domain/drawnShape";
import type { LonLat } from "@/domain/units";
import { projector } from "@/scene/camera";
import type { Frame, Pixel } from "./drawing";
import { groundCircle } from "./groundCircle";

/** An SVG path through places, joined to its start when closed. */
export function pathThrough(places: readonly LonLat[], isClosed: boolean, { camera, size }: Frame): string {
  const toPixel = projector(camera, size.width, size.height);
  const points = places.map((place) => {
    const [x, y] = toPixel(place);
    return `${x.toFixed(1)} ${y.toFixed(1)}`;
  });
  return points.length === 0 ? "" : `M${points.join("L")}${isClosed ? "Z" : ""}`;
}

/** A cross as an SVG path. `arm`: CSS px to each side; `gap`: px left free around the middle. */
export const crossPath = ([x, y]: Pixel, arm: number, gap = 0): string =>
  [
    [1, 0],
    [-1, 0],
    [0, 1],
    [0, -1],
  ]
    .map(
      ([dx = 0, dy = 0]) =>
        `M${(x + dx * gap).toFixed(1)} ${(y + dy * gap).toFixed(1)}L${(x + dx * arm).toFixed(1)} ${(y + dy * arm).toFixed(1)}`,
    )
    .join("");

/** Small circles as an SVG path. */
export const dotsPath = (pixels: readonly Pixel[], radius: number): string =>
  pixels
    .map(
      ([x, y]) =>
        `M${(x - radius).toFixed(1)} ${y.toFixed(1)}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0Z`,
    )
    .join("");

/** Half the length of a point's cross, CSS px. */
const POINT_ARM = 9;

/** A finished shape as an SVG path: a circle as it lies on the ground, a point as a cross. */
export function shapePath(shape: DrawnShape, frame: Frame): string {
  const { camera, size } = frame;
  switch (shape.type) {
    case "point":
      return crossPath(projector(camera, size.width, size.height)(shape.points[0]), POINT_ARM);
    case "line":
      return pathThrough(shape.points, false, frame);
    case "polygon":
      return pathThrough(shape.points, true, frame);
    case "circle":
      return pathThrough(groundCircle(shape.points[0], shape.radiusM), true, frame);
  }
}

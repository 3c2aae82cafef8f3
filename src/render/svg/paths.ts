import type { MultiPolygon, Polygon, Position } from "geojson";
import type { LonLat } from "@/domain/units";
import { projector } from "@/scene/camera";
import type { Camera } from "@/scene/scene";

/** Projects and remembers: a path is written once per geometry and camera, so that a change of colours repaints nothing else. */
export interface PathWriter {
  readonly project: (point: LonLat) => [number, number];
  readonly area: (geometry: Polygon | MultiPolygon) => string;
  readonly line: (parts: readonly (readonly LonLat[])[]) => string;
}

/** Half a CSS px: finer than a 0,8 px line can show, and half the bytes of a tenth. */
const GRID = 2;

const number = (value: number): string => String(value / GRID);

/** One ring or line as relative moves on the half-pixel grid; points that fall together are dropped. */
function writePoints(points: readonly (readonly [number, number])[], closed: boolean): string {
  let text = "";
  let [lastX, lastY] = [0, 0];
  for (const [px, py] of points) {
    const x = Math.round(px * GRID);
    const y = Math.round(py * GRID);
    if (text === "") text = `M${number(x)} ${number(y)}l`;
    else if (x !== lastX || y !== lastY) {
      const dy = number(y - lastY);
      text += `${text.endsWith("l") ? "" : " "}${number(x - lastX)}${dy.startsWith("-") ? "" : " "}${dy}`;
    } else continue;
    [lastX, lastY] = [x, y];
  }
  if (text.endsWith("l")) text = text.slice(0, -1);
  return text + (closed ? "z" : "");
}

function createWriter(camera: Camera, width: number, height: number): PathWriter {
  const project = projector(camera, width, height);
  const known = new WeakMap<object, string>();
  const remember = (key: object, write: () => string): string => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const text = write();
    known.set(key, text);
    return text;
  };
  const at = ([lon = 0, lat = 0]: Position): [number, number] => project([lon, lat]);
  return {
    project,
    area: (geometry) =>
      remember(geometry, () =>
        (geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates)
          .flat()
          .map((ring) => writePoints(ring.slice(0, -1).map(at), true))
          .join(""),
      ),
    line: (parts) =>
      remember(parts, () => parts.map((part) => writePoints(part.map(project), false)).join("")),
  };
}

/** A page draws a map and an inset, a print a few maps: their writers are kept, older ones dropped. */
const KEPT = 4;
const writers = new Map<string, PathWriter>();

/** The writer of a camera and size; recent ones are kept, because a page draws the same cameras again and again. */
export function pathWriter(camera: Camera, width: number, height: number): PathWriter {
  const key = `${camera.center[0]},${camera.center[1]},${camera.zoom},${width},${height}`;
  const writer = writers.get(key) ?? createWriter(camera, width, height);
  writers.delete(key);
  writers.set(key, writer);
  const [oldest] = writers.keys();
  if (writers.size > KEPT && oldest !== undefined) writers.delete(oldest);
  return writer;
}

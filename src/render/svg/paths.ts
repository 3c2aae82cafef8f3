import { geoPath, geoTransform } from "d3";
import type { MultiLineString, MultiPolygon, Polygon } from "geojson";
import type { LonLat } from "@/domain/units";
import { projector } from "@/scene/camera";
import type { Camera } from "@/scene/scene";

/** Projects and remembers: a path is written once per geometry and camera, so that a change of colours repaints nothing else. */
export interface PathWriter {
  readonly project: (point: LonLat) => [number, number];
  readonly area: (geometry: Polygon | MultiPolygon) => string;
  readonly line: (parts: readonly (readonly LonLat[])[]) => string;
}

/**
 * What d3's geoPath draws into: path data as relative moves on a grid of whole CSS px, or of `1 / steps` px. Points that fall together are dropped and straight
 * runs are joined, which changes no shape, and both sides of a shared boundary are rounded alike, so that no gap opens.
 */
class CompactPath {
  text = "";
  private run = "";
  private x = 0;
  private y = 0;
  private dx = 0;
  private dy = 0;

  constructor(private readonly steps: number) {}

  beginPath(): void {}
  arc(): void {}

  moveTo(px: number, py: number): void {
    this.flush();
    this.x = Math.round(px * this.steps);
    this.y = Math.round(py * this.steps);
    this.text += `M${this.x / this.steps} ${this.y / this.steps}`;
  }

  lineTo(px: number, py: number): void {
    const [dx, dy] = [Math.round(px * this.steps) - this.x, Math.round(py * this.steps) - this.y];
    if (dx === 0 && dy === 0) return;
    const goesOn = this.dx * dy === this.dy * dx && this.dx * dx + this.dy * dy > 0;
    if (!goesOn) this.push();
    this.dx += dx;
    this.dy += dy;
    this.x += dx;
    this.y += dy;
  }

  closePath(): void {
    this.flush();
    this.text += "z";
  }

  /** Path data so far; the next geometry starts anew. */
  take(): string {
    this.flush();
    const { text } = this;
    this.text = "";
    return text;
  }

  private push(): void {
    if (this.dx !== 0 || this.dy !== 0)
      this.run += `${this.run === "" || this.dx < 0 ? "" : " "}${this.dx / this.steps}${this.dy < 0 ? "" : " "}${this.dy / this.steps}`;
    this.dx = 0;
    this.dy = 0;
  }

  private flush(): void {
    this.push();
    if (this.run !== "") this.text += `l${this.run}`;
    this.run = "";
  }
}

function createWriter(camera: Camera, width: number, height: number, steps: number): PathWriter {
  const project = projector(camera, width, height);
  const projection = geoTransform({
    point(lon, lat) {
      const [x, y] = project([lon, lat]);
      this.stream.point(x, y);
    },
  });
  const context = new CompactPath(steps);
  const draw = geoPath(projection, context);
  const known = new WeakMap<object, string>();
  const remember = (key: object, geometry: () => Polygon | MultiPolygon | MultiLineString): string => {
    const found = known.get(key);
    if (found !== undefined) return found;
    draw(geometry());
    const text = context.take();
    known.set(key, text);
    return text;
  };
  return {
    project,
    area: (geometry) => remember(geometry, () => geometry),
    line: (parts) =>
      remember(parts, () => ({
        type: "MultiLineString",
        coordinates: parts.map((part) => part.map(([lon, lat]) => [lon, lat])),
      })),
  };
}

/** Cameras a page draws at once: the map, a locator, and one to spare. */
const KEPT = 3;
const writers = new Map<string, PathWriter>();

/** The writer of a camera and size, its corners on a grid of `steps` to a CSS px; the latest few are kept, because a page draws the same cameras again and again. */
export function pathWriter(camera: Camera, width: number, height: number, steps = 1): PathWriter {
  const key = `${camera.center[0]},${camera.center[1]},${camera.zoom},${width},${height},${steps}`;
  const writer = writers.get(key) ?? createWriter(camera, width, height, steps);
  // Taken out and put back, the writer is the youngest; the oldest goes.
  writers.delete(key);
  writers.set(key, writer);
  const [oldest] = writers.keys();
  if (writers.size > KEPT && oldest !== undefined) writers.delete(oldest);
  return writer;
}

import type { BBox, LonLat } from "@/domain/units";
import type { Camera } from "./scene";

/** MapLibre's tile size: at zoom z the Web Mercator world is `TILE·2^z` CSS px wide. d3's scale is that over 2π. */
const TILE = 512;
/** Share of the shorter free side left empty around the fitted box, so that the outline and labels do not touch the edge. */
export const FIT_PADDING = 0.04;

/** Width of the whole Web Mercator world in CSS px at a zoom. */
export const worldSize = (zoom: number): number => TILE * 2 ** zoom;

/** Longitude and latitude (degrees, WGS 84) to the unit square of Web Mercator, y downwards. */
export function toMercator([lon, lat]: LonLat): readonly [number, number] {
  const radians = (lat * Math.PI) / 180;
  return [(lon + 180) / 360, 0.5 - Math.log(Math.tan(Math.PI / 4 + radians / 2)) / (2 * Math.PI)];
}

/** The inverse of `toMercator`. */
export function fromMercator([x, y]: readonly [number, number]): LonLat {
  return [x * 360 - 180, (Math.atan(Math.exp((0.5 - y) * 2 * Math.PI)) * 360) / Math.PI - 90];
}

/** The camera that shows a lon lat box whole, centred, in a viewport of CSS px. Infinite or empty boxes are the caller's error. */
export function fitCamera(box: BBox, width: number, height: number, padding = FIT_PADDING): Camera {
  const [west, north] = toMercator([box[0], box[3]]);
  const [east, south] = toMercator([box[2], box[1]]);
  const room = 1 - 2 * padding;
  const world = Math.min((width * room) / (east - west), (height * room) / (south - north));
  return {
    center: fromMercator([(west + east) / 2, (north + south) / 2]),
    zoom: Math.log2(world / TILE),
  };
}

/** Projects lon lat to CSS px in a viewport whose middle is the camera's centre. */
export function projector(
  camera: Camera,
  width: number,
  height: number,
): (point: LonLat) => [number, number] {
  const world = worldSize(camera.zoom);
  const [cx, cy] = toMercator(camera.center);
  return (point) => {
    const [x, y] = toMercator(point);
    return [(x - cx) * world + width / 2, (y - cy) * world + height / 2];
  };
}

/** The inverse of `projector`. */
export function unprojector(
  camera: Camera,
  width: number,
  height: number,
): (pixel: readonly [number, number]) => LonLat {
  const world = worldSize(camera.zoom);
  const [cx, cy] = toMercator(camera.center);
  return ([x, y]) => fromMercator([cx + (x - width / 2) / world, cy + (y - height / 2) / world]);
}

/** Ground metres per CSS px at a latitude. Web Mercator stretches by 1/cos(latitude). */
export const metresPerPixel = (camera: Camera, latitude = camera.center[1]): number =>
  (40_075_016.686 * Math.cos((latitude * Math.PI) / 180)) / worldSize(camera.zoom);

import type { Commune } from "@/domain/commune";
import type { BBox } from "@/domain/units";

/** Where the province's things can lie: the communes and a little around them, lon lat WGS 84. */
export type Frame = BBox;

/** About 20 km: a line may leave the province, a village may not. */
const MARGIN_DEGREES = 0.2;

export function frameOf(communes: readonly Pick<Commune, "bbox">[]): Frame {
  const boxes = communes.map(({ bbox }) => bbox);
  return [
    Math.min(...boxes.map(([west]) => west)) - MARGIN_DEGREES,
    Math.min(...boxes.map(([, south]) => south)) - MARGIN_DEGREES,
    Math.max(...boxes.map(([, , east]) => east)) + MARGIN_DEGREES,
    Math.max(...boxes.map(([, , , north]) => north)) + MARGIN_DEGREES,
  ];
}

const inside = (x: number, y: number, [west, south, east, north]: Frame): boolean =>
  x >= west && x <= east && y >= south && y <= north;

/** What is wrong with a position that should be lon lat in the province, with the likeliest cause; null when nothing. */
export function coordinateFault(
  position: readonly number[],
  frame: Frame,
): { readonly message: string; readonly remedy: string } | null {
  const [x = Number.NaN, y = Number.NaN] = position;
  if (!Number.isFinite(x) || !Number.isFinite(y)) {
    return { message: "is not a pair of numbers", remedy: "give longitude and latitude as numbers" };
  }
  if (inside(x, y, frame)) return null;
  if (inside(y, x, frame)) {
    return {
      message: "looks like lon/lat swapped",
      remedy: "give longitude (about 106) before latitude (about 21)",
    };
  }
  if (Math.abs(x) > 1000 || Math.abs(y) > 1000) {
    return {
      message: "looks like projected metres, give --crs",
      remedy: "name the reference system: --crs EPSG:9214, EPSG:9209 or EPSG:3405",
    };
  }
  return { message: "lies outside the province", remedy: "correct the coordinates or the reference system" };
}

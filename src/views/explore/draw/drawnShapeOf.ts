import { toPlane } from "@/analysis/spatial/plane";
import { lengthOf, shapeOf } from "@/analysis/spatial/shape";
import { DRAWN_DIGITS, type DrawnShape } from "@/domain/drawnShape";
import { METRES_RANGE } from "@/domain/question";
import type { LonLat } from "@/domain/units";
import { crossesItself, crossingBudget } from "@/imports/selfCrossing";

/** Corners a line or a polygon may have: more would not fit into a link. */
export const MOST_CORNERS = 100;

/** Why a shape, or another corner, cannot be taken. */
export type Refusal =
  | "too-few-line"
  | "too-few-polygon"
  | "crosses"
  | "too-many"
  | "same-place"
  | "no-point"
  | "no-centre"
  | "no-rim"
  | "too-large";

/** A place as a link holds it. */
export const rounded = ([lon, lat]: LonLat): LonLat => [
  Number(lon.toFixed(DRAWN_DIGITS)),
  Number(lat.toFixed(DRAWN_DIGITS)),
];

export const isSamePlace = (one: LonLat, other: LonLat): boolean =>
  one[0] === other[0] && one[1] === other[1];

/** Metres between two places, measured where questions are. */
export const metresBetween = (one: LonLat, other: LonLat): number =>
  lengthOf(shapeOf("lines", [[toPlane(one), toPlane(other)]]));

/** The shape of some rounded corners, or why there is none. `rim`: a place the circle goes through; other kinds need none. */
export function drawnShapeOf(
  kind: DrawnShape["type"],
  corners: readonly LonLat[],
  rim: LonLat | null,
): DrawnShape | Refusal {
  const [first] = corners;
  switch (kind) {
    case "point":
      return first === undefined ? "no-point" : { type: "point", points: [first] };
    case "line":
      return corners.length < 2 ? "too-few-line" : { type: "line", points: corners };
    case "polygon":
      if (first === undefined || corners.length < 3) return "too-few-polygon";
      return crossesItself([[[...corners, first].map(([lon, lat]) => [lon, lat])]], crossingBudget()) === true
        ? "crosses"
        : { type: "polygon", points: corners };
    case "circle": {
      if (first === undefined) return "no-centre";
      if (rim === null) return "no-rim";
      const radiusM = Math.round(metresBetween(first, rim));
      if (radiusM < METRES_RANGE[0]) return "no-rim";
      return radiusM > METRES_RANGE[1] ? "too-large" : { type: "circle", points: [first], radiusM };
    }
  }
}

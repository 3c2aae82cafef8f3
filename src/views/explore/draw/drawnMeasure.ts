import { drawnOnPlane } from "@/analysis/question/targets";
import { areaOf } from "@/analysis/spatial/coverage";
import { lengthOf } from "@/analysis/spatial/shape";
import type { DrawnShape } from "@/domain/drawnShape";

/** How large a shape is: the metres of a line, the square metres of a polygon or a circle. Null: a point has no size. */
export type DrawnMeasure = { readonly unit: "m" | "m²"; readonly value: number };

export function drawnMeasure(shape: DrawnShape): DrawnMeasure | null {
  switch (shape.type) {
    case "point":
      return null;
    case "line":
      return { unit: "m", value: lengthOf(drawnOnPlane(shape)) };
    case "polygon":
    case "circle":
      return { unit: "m²", value: areaOf(drawnOnPlane(shape)) };
  }
}

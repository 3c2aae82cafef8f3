import type { DrawnShape } from "@/domain/drawnShape";
import type { Camera } from "@/scene/scene";
import type { Size } from "../data";
import { shapePath } from "./shapePath";
import "./draw.css";

/** A shape a reader drew, over the map: ink dashes on a halo, lightly filled; a point is a cross. */
export function DrawnShapeMark({
  shape,
  camera,
  size,
}: {
  readonly shape: DrawnShape;
  readonly camera: Camera;
  readonly size: Size;
}) {
  const path = shapePath(shape, { camera, size });
  const isArea = shape.type === "polygon" || shape.type === "circle";
  const line = shape.type === "point" ? "drawn__ink drawn__ink--whole" : "drawn__ink";
  return (
    <svg className="map__overlay" viewBox={`0 0 ${size.width} ${size.height}`} aria-hidden="true">
      {isArea && <path className="drawn__fill" d={path} />}
      <path className="drawn__halo" d={path} />
      <path className={line} d={path} />
    </svg>
  );
}

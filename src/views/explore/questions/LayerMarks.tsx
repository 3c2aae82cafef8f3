import type { Geometry, Position } from "geojson";
import { projector } from "@/scene/camera";
import type { Camera } from "@/scene/scene";
import type { Size } from "../data";
import "./questions.css";

/** A reader's own layer over the map, thin and of one ink: it is nobody's official anything. */
export function LayerMarks({
  geometries,
  camera,
  size,
}: {
  readonly geometries: readonly Geometry[];
  readonly camera: Camera;
  readonly size: Size;
}) {
  const project = projector(camera, size.width, size.height);
  const at = ([lon = 0, lat = 0]: Position) =>
    project([lon, lat])
      .map((value) => value.toFixed(1))
      .join(" ");
  const course = (positions: readonly Position[]) => `M${positions.map(at).join("L")}`;
  const cross = (position: Position) => `M${at(position)}m-4 -4l8 8m0 -8l-8 8`;
  const pathOf = (geometry: Geometry): string => {
    switch (geometry.type) {
      case "Point":
        return cross(geometry.coordinates);
      case "MultiPoint":
        return geometry.coordinates.map(cross).join("");
      case "LineString":
        return course(geometry.coordinates);
      case "MultiLineString":
      case "Polygon":
        return geometry.coordinates.map(course).join("");
      case "MultiPolygon":
        return geometry.coordinates.flat().map(course).join("");
      case "GeometryCollection":
        return geometry.geometries.map(pathOf).join("");
    }
  };
  const path = geometries.map(pathOf).join("");
  return (
    <svg className="map__overlay layer-marks" viewBox={`0 0 ${size.width} ${size.height}`} aria-hidden="true">
      <path className="layer-marks__halo" d={path} />
      <path className="layer-marks__line" d={path} />
    </svg>
  );
}

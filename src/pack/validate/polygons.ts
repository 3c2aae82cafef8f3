import { coordAll, kinks } from "@turf/turf";
import type { MultiPolygon, Polygon } from "geojson";
import { coordinateFault, frameOf } from "../frame";
import type { Rows } from "../packs";
import type { Place, Problems } from "../problems";

/** Hazard polygons that cross themselves, have holes, or lie elsewhere. */
export function validatePolygons(rows: Rows, problems: Problems): void {
  const frame = frameOf(rows.communes.map(({ row }) => row));
  const named = [
    ...rows.hazardZones.map(({ row, at }) => ({ id: row.zoneId, geometry: row.geometry, at })),
    ...rows.hazardAssessed.map(({ row, at }) => ({ id: row.areaId, geometry: row.geometry, at })),
  ];
  for (const { id, geometry, at } of named) {
    const polygon = geometry as Polygon | MultiPolygon;
    validateShape(id, polygon, at, problems);
    const fault = coordAll(polygon).flatMap((position) => coordinateFault(position, frame) ?? [])[0];
    if (fault !== undefined) problems.error(at, "geometry", id, fault.message, fault.remedy);
  }
}

function validateShape(id: string, geometry: Polygon | MultiPolygon, at: Place, problems: Problems): void {
  const [crossing] = kinks(geometry).features;
  if (crossing !== undefined) {
    const message = `crosses itself (bow-tie) at ${crossing.geometry.coordinates.map((n) => n.toFixed(5)).join(" ")}`;
    problems.error(at, "geometry", id, message, "repair the polygon in the drawing program (check validity)");
  }
  const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  const holes = polygons.reduce((sum, rings) => sum + rings.length - 1, 0);
  if (holes > 0) {
    problems.warning(
      at,
      "geometry",
      id,
      `has ${holes} hole(s)`,
      "make sure the ground in the hole belongs to no zone",
    );
  }
}

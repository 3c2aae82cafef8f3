import type { MultiPolygon, Polygon } from "geojson";
import { HAZARD_CLASSES, type HazardAssessed, type HazardZone } from "@/domain/hazard";
import type { Cells } from "../cells";
import type { Table } from "../csv";
import { tidy } from "../geojson";

/** GeoJSON types hold plain `number[]`; the domain wants pairs. Lengths were checked and cut to two before. */
const asRings = <Geometry>(geometry: Polygon | MultiPolygon): Geometry =>
  tidy(geometry) as unknown as Geometry;

/** A table of features asks for its properties; the shape comes beside them. */
const NO_SHAPE: MultiPolygon = { type: "MultiPolygon", coordinates: [] };

export const hazardZonesTable: Table<HazardZone> = {
  file: "hazard_zones.geojson",
  read: (cells) => readHazardZone(cells, NO_SHAPE),
};

export const hazardAssessedTable: Table<HazardAssessed> = {
  file: "hazard_assessed.geojson",
  read: (cells) => readHazardAssessed(cells, NO_SHAPE),
};

export function readHazardZone(cells: Cells, geometry: Polygon | MultiPolygon): HazardZone {
  return {
    zoneId: cells.text("zone_id"),
    hazardClass: cells.oneOf("class", HAZARD_CLASSES),
    method: cells.text("method"),
    recordedOn: cells.date("recorded_on"),
    sourceId: cells.text("source_id"),
    geometry: asRings(geometry),
  };
}

export function readHazardAssessed(cells: Cells, geometry: Polygon | MultiPolygon): HazardAssessed {
  return {
    areaId: cells.text("area_id"),
    method: cells.text("method"),
    recordedOn: cells.date("recorded_on"),
    sourceId: cells.text("source_id"),
    geometry: asRings(geometry),
  };
}

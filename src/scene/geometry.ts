import type { MultiPolygon, Polygon } from "geojson";
import { feature } from "topojson-client";
import { type CommuneCode, isCommuneCode } from "@/domain/commune";
import type { BoundaryTopology } from "@/domain/geometry";

/** Boundaries as geometry, lon lat WGS 84, rings in d3-geo's order (exterior clockwise). */
export interface Boundaries {
  readonly communes: ReadonlyMap<CommuneCode, Polygon | MultiPolygon>;
  readonly province: Polygon | MultiPolygon | null;
}

const isArea = (geometry: { type: string } | null): geometry is Polygon | MultiPolygon =>
  geometry?.type === "Polygon" || geometry?.type === "MultiPolygon";

/** Turns the shared-arc artifact into one geometry per commune. A geometry without a 5-digit id is left out. */
export function decodeBoundaries(topology: BoundaryTopology): Boundaries {
  const communes = new Map<CommuneCode, Polygon | MultiPolygon>();
  for (const { id, geometry } of feature(topology, topology.objects.communes).features) {
    const code = String(id);
    if (isCommuneCode(code) && isArea(geometry)) communes.set(code, geometry);
  }
  const outline = feature(topology, topology.objects.province).features[0]?.geometry ?? null;
  return { communes, province: isArea(outline) ? outline : null };
}

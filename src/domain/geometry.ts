import type { FeatureCollection, MultiLineString, MultiPolygon, Point, Polygon } from "geojson";
import type { GeometryCollection, Topology } from "topojson-specification";
import { z } from "./schema";
import type { LonLat } from "./units";

/**
 * Boundaries as TopoJSON with shared arcs, WGS 84. Object `communes`: one geometry per commune, `id` = code, no properties.
 * Object `province`: the dissolved outline. Exterior rings clockwise on screen after topojson-client (d3-geo's order).
 */
export type BoundaryTopology = Topology<{ communes: GeometryCollection; province: GeometryCollection }>;

/** Provincial boundaries around Bắc Ninh (never a national border or coast) and the names of its neighbours. */
export interface Surroundings {
  readonly sourceId: string;
  readonly boundaries: MultiLineString;
  readonly labels: readonly { readonly name: string; readonly point: LonLat }[];
}

/** The country for the locator: mainland, Bắc Ninh and both archipelagos as separate features with a Vietnamese name. */
export interface Locator {
  readonly sourceId: string;
  readonly features: FeatureCollection<
    MultiPolygon,
    {
      readonly id: "mainland" | "province" | "hoang-sa" | "truong-sa";
      readonly name: string;
      readonly labelPoint: LonLat;
    }
  >;
}

/** Relief classes (max − min within ~1,3 km): ≥ 100 m and ≥ 200 m as polygons, and a hill-shading picture. Reference, never hazard. */
export interface Relief {
  readonly sourceId: string;
  readonly classes: readonly { readonly fromM: number; readonly geometry: MultiPolygon }[];
  /**
   * Path relative to `data/`, grey with alpha, Web Mercator rows; corners as lon lat: nw, ne, se, sw. Drawn at opacity 1 only
   * on land without a value, at 1/3 over class colours (at most 4.3 L*), at 1/6 with seven classes.
   */
  readonly shading: {
    readonly path: string;
    readonly corners: readonly [LonLat, LonLat, LonLat, LonLat];
  } | null;
}

/** Reference layers handed in by the province; `features` empty = none loaded, and the legend says so. */
export interface Reference {
  readonly layers: readonly {
    readonly id: "roads" | "rivers" | "seats";
    readonly sourceId: string | null;
    readonly features: FeatureCollection<
      MultiLineString | Polygon | MultiPolygon | Point,
      { readonly name: string | null }
    >;
  }[];
}

/** Class breaks computed once over all dates; a change of version is announced on screen. */
export const classBreaksSchema = z.object({
  indicator: z.string(),
  version: z.string(),
  breaks: z.array(z.number()),
  extent: z.tuple([z.number(), z.number()]),
});
export type ClassBreaks = z.infer<typeof classBreaksSchema>;

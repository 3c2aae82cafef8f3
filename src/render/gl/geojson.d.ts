import type { FeatureCollection, Geometry } from "geojson";

/** The package has no types of its own; @types/geojson describes the data and lacks `parse`. */
declare module "geojson" {
  /** Turns rows into features: the field named by `GeoJSON` is the geometry, the others are properties. */
  export function parse<Row extends object>(
    rows: readonly Row[],
    options: { readonly GeoJSON: keyof Row & string },
  ): FeatureCollection<Geometry, Record<string, unknown>>;
}

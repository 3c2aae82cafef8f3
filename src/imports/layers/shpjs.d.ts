declare module "shpjs" {
  import type { Geometry } from "geojson";

  /** Geometries of a `.shp` in the order of its records, coordinates as they are; null: a record without a shape. Throws for a broken file. */
  export function parseShp(shp: Uint8Array | DataView): (Geometry | null)[];
}

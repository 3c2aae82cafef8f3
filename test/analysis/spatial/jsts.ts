/** An independent implementation of the same questions, on the same plane: JSTS, a port of the JTS Topology Suite. */
import "jsts/org/locationtech/jts/monkey.js";
import GeoJSONReader from "jsts/org/locationtech/jts/io/GeoJSONReader.js";

export interface JstsGeometry {
  readonly getArea: () => number;
  readonly getLength: () => number;
  readonly distance: (other: JstsGeometry) => number;
  readonly intersection: (other: JstsGeometry) => JstsGeometry;
  readonly union: (other: JstsGeometry) => JstsGeometry;
  readonly buffer: (metres: number, segments?: number) => JstsGeometry;
  readonly covers: (other: JstsGeometry) => boolean;
  readonly intersects: (other: JstsGeometry) => boolean;
  readonly isValid: () => boolean;
  readonly getBoundary: () => JstsGeometry;
}

const reader: { readonly read: (geometry: object) => JstsGeometry } = new (
  GeoJSONReader as unknown as new () => { read: (geometry: object) => JstsGeometry }
)();

type Place = readonly number[];
export const closed = <T extends Place>(ring: readonly T[]): readonly T[] => [...ring, ...ring.slice(0, 1)];
export const jstsPoint = (place: Place) => reader.read({ type: "Point", coordinates: place });
export const jstsLine = (line: readonly Place[]) => reader.read({ type: "LineString", coordinates: line });
/** Rings are given open, the outer one first. */
export const jstsPolygon = (rings: readonly (readonly Place[])[]) =>
  reader.read({ type: "Polygon", coordinates: rings.map(closed) });

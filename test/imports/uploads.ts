import type { BBox } from "@/domain/units";
import { readLayer } from "@/imports/readLayer";
import type { LayerProblemCode, ReadResult, UploadedLayer } from "@/imports/uploadedLayer";

/** About Bắc Ninh with a little around it. */
export const FRAME: BBox = [105.8, 20.8, 107.2, 21.7];

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
export const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
export const readText = (text: string, name = "lop.geojson"): Promise<ReadResult> =>
  readLayer(name, utf8(text), FRAME);
export const readJson = (value: unknown): Promise<ReadResult> => readText(JSON.stringify(value));
export const readCsv = (text: string): Promise<ReadResult> => readText(text, "bang.csv");

export const feature = (geometry: unknown, properties: unknown = {}) => ({
  type: "Feature",
  geometry,
  properties,
});
export const collection = (...geometries: unknown[]) => ({
  type: "FeatureCollection",
  features: geometries.map((geometry) => feature(geometry)),
});
export const POINT = { type: "Point", coordinates: [106.1, 21.1] };
export const LINE = { type: "LineString", coordinates: [POINT.coordinates, [106.2, 21.2]] };
export const polygon = (...rings: unknown[]) => ({ type: "Polygon", coordinates: rings });
/** Counter-clockwise, closed. */
export const square = (west = 106, south = 21, size = 0.1): [number, number][] => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
];

export const codesOf = ({ problems }: ReadResult): LayerProblemCode[] => problems.map(({ code }) => code);
/** "code@row=value" of every problem: what a message would say. */
export const said = ({ problems }: ReadResult): string[] =>
  problems.map(({ code, row, value }) => `${code}${row === null ? "" : `@${row}`}${value && `=${value}`}`);
/** The layer of a file that must not be refused. */
export function kept(result: ReadResult): UploadedLayer {
  if (result.layer === null) throw new Error(`refused: ${said(result).join("; ")}`);
  return result.layer;
}
export const geometriesOf = (result: ReadResult): unknown[] =>
  kept(result).features.map(({ geometry }) => geometry);

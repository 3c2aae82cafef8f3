import { zipSync } from "fflate";
import type { Geometry, Position } from "geojson";

/** Writes shapefiles as a drawing program does, so that a reader has something it did not write itself. */
export interface GivenLayer {
  readonly name: string;
  readonly geometries: readonly (Geometry | null)[];
  /** Name, type, width, and the bytes or text of each record. */
  readonly fields: readonly {
    readonly name: string;
    readonly type: "C" | "N" | "D" | "L";
    readonly length: number;
    readonly values: readonly (string | Uint8Array)[];
  }[];
  readonly prj?: string;
  readonly cpg?: string;
  /** Records marked as deleted, from 0. */
  readonly deleted?: readonly number[];
}

const TYPES = { Point: 1, LineString: 3, MultiLineString: 3, Polygon: 5, MultiPolygon: 5 } as const;

const partsOf = (geometry: Geometry): readonly Position[][] => {
  if (geometry.type === "LineString") return [geometry.coordinates];
  if (geometry.type === "MultiLineString") return geometry.coordinates;
  // Shapefiles turn rings the other way than GeoJSON.
  if (geometry.type === "Polygon") return geometry.coordinates.map((ring) => ring.toReversed());
  if (geometry.type === "MultiPolygon")
    return geometry.coordinates.flatMap((rings) => rings.map((ring) => ring.toReversed()));
  throw new Error(geometry.type);
};

function shapeOf(geometry: Geometry | null): Uint8Array {
  if (geometry === null) return new Uint8Array(4);
  if (geometry.type === "Point") {
    const bytes = new DataView(new ArrayBuffer(20));
    bytes.setInt32(0, 1, true);
    bytes.setFloat64(4, geometry.coordinates[0] ?? 0, true);
    bytes.setFloat64(12, geometry.coordinates[1] ?? 0, true);
    return new Uint8Array(bytes.buffer);
  }
  const parts = partsOf(geometry);
  const positions = parts.flat();
  const bytes = new DataView(new ArrayBuffer(44 + 4 * parts.length + 16 * positions.length));
  bytes.setInt32(0, TYPES[geometry.type as keyof typeof TYPES], true);
  const xs = positions.map(([x = 0]) => x);
  const ys = positions.map(([, y = 0]) => y);
  const box = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  for (const [index, value] of box.entries()) bytes.setFloat64(4 + 8 * index, value, true);
  bytes.setInt32(36, parts.length, true);
  bytes.setInt32(40, positions.length, true);
  let start = 0;
  parts.forEach((part, index) => {
    bytes.setInt32(44 + 4 * index, start, true);
    start += part.length;
  });
  positions.forEach(([x = 0, y = 0], index) => {
    bytes.setFloat64(44 + 4 * parts.length + 16 * index, x, true);
    bytes.setFloat64(52 + 4 * parts.length + 16 * index, y, true);
  });
  return new Uint8Array(bytes.buffer);
}

export function shpBytes(geometries: readonly (Geometry | null)[]): Uint8Array {
  const shapes = geometries.map(shapeOf);
  const size = 100 + shapes.reduce((sum, { length }) => sum + 8 + length, 0);
  const view = new DataView(new ArrayBuffer(size));
  const bytes = new Uint8Array(view.buffer);
  view.setInt32(0, 9994);
  view.setInt32(24, size / 2);
  view.setInt32(28, 1000, true);
  const first = geometries.find((geometry) => geometry !== null);
  view.setInt32(
    32,
    first === undefined || first === null ? 1 : TYPES[first.type as keyof typeof TYPES],
    true,
  );
  let at = 100;
  shapes.forEach((shape, index) => {
    view.setInt32(at, index + 1);
    view.setInt32(at + 4, shape.length / 2);
    bytes.set(shape, at + 8);
    at += 8 + shape.length;
  });
  return bytes;
}

export function dbfBytes({ fields, geometries, deleted = [] }: GivenLayer): Uint8Array {
  const encoder = new TextEncoder();
  const width = 1 + fields.reduce((sum, { length }) => sum + length, 0);
  const header = 32 + 32 * fields.length + 1;
  const view = new DataView(new ArrayBuffer(header + width * geometries.length + 1));
  const bytes = new Uint8Array(view.buffer).fill(0x20, header);
  bytes[0] = 3;
  view.setUint32(4, geometries.length, true);
  view.setUint16(8, header, true);
  view.setUint16(10, width, true);
  fields.forEach(({ name, type, length }, index) => {
    const at = 32 + 32 * index;
    bytes.set(encoder.encode(name).subarray(0, 10), at);
    bytes[at + 11] = type.charCodeAt(0);
    bytes[at + 16] = length;
  });
  bytes[header - 1] = 0x0d;
  geometries.forEach((_, record) => {
    let at = header + width * record;
    if (deleted.includes(record)) bytes[at] = 0x2a;
    at += 1;
    for (const { length, values, type } of fields) {
      const value = values[record] ?? "";
      const text = typeof value === "string" ? encoder.encode(value) : value;
      const place = type === "N" ? at + Math.max(0, length - text.length) : at;
      bytes.set(text.subarray(0, length), place);
      at += length;
    }
  });
  bytes[bytes.length - 1] = 0x1a;
  return bytes;
}

/** One zip with every layer and the files beside it. */
export function shapefileZip(layers: readonly GivenLayer[], folder = ""): Uint8Array {
  const text = (value: string) => new TextEncoder().encode(value);
  return zipSync(
    Object.fromEntries(
      layers.flatMap((layer) => [
        [`${folder}${layer.name}.shp`, shpBytes(layer.geometries)],
        [`${folder}${layer.name}.dbf`, dbfBytes(layer)],
        ...(layer.prj === undefined ? [] : [[`${folder}${layer.name}.prj`, text(layer.prj)]]),
        ...(layer.cpg === undefined ? [] : [[`${folder}${layer.name}.cpg`, text(layer.cpg)]]),
      ]),
    ),
  );
}

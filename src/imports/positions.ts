import type { Position } from "geojson";
import { describeValue } from "./plainText";
import type { LayerProblemCode, UploadedGeometry } from "./uploadedLayer";

/** Why a geometry cannot be read. */
export class GeometryFault {
  constructor(
    readonly code: LayerProblemCode,
    readonly value: string,
  ) {}
}

type Reader<T> = (value: unknown) => T | GeometryFault;

function position(value: unknown): Position | GeometryFault {
  if (!Array.isArray(value)) return new GeometryFault("wrong-nesting", describeValue(value));
  const numbers: readonly unknown[] = value;
  const [x, y] = numbers;
  if (Array.isArray(x)) return new GeometryFault("wrong-nesting", describeValue(value));
  if (numbers.length < 2)
    return new GeometryFault("missing-coordinate", numbers.map(describeValue).join(" "));
  if (!isFiniteNumber(x)) return new GeometryFault("not-a-number", describeValue(x));
  if (!isFiniteNumber(y)) return new GeometryFault("not-a-number", describeValue(y));
  // The third number is only counted; what it is does not matter.
  return numbers.length === 2 ? [x, y] : [x, y, 0];
}

const isFiniteNumber = (value: unknown): value is number =>
  typeof value === "number" && Number.isFinite(value);

const listOf =
  <T>(read: Reader<T>): Reader<T[]> =>
  (value) => {
    if (!Array.isArray(value)) return new GeometryFault("wrong-nesting", describeValue(value));
    const items: T[] = [];
    for (const item of value as readonly unknown[]) {
      const made = read(item);
      if (made instanceof GeometryFault) return made;
      items.push(made);
    }
    return items;
  };

const line = listOf(position);
const lines = listOf(line);
const polygons = listOf(lines);

/** Coordinates as the geometry their type says, or the first thing wrong with them. Short lines and open rings still pass. */
export function readGeometry(type: unknown, coordinates: unknown): UploadedGeometry | GeometryFault {
  const make = <T, G extends UploadedGeometry>(read: Reader<T>, made: (read: T) => G): G | GeometryFault => {
    if (Array.isArray(coordinates) && coordinates.length === 0)
      return new GeometryFault("empty-geometry", String(type));
    const found = read(coordinates);
    return found instanceof GeometryFault ? found : made(found);
  };
  switch (type) {
    case "Point":
      return make(position, (read) => ({ type, coordinates: read }));
    case "MultiPoint":
      return make(line, (read) => ({ type, coordinates: read }));
    case "LineString":
      return make(line, (read) => ({ type, coordinates: read }));
    case "MultiLineString":
      return make(lines, (read) => ({ type, coordinates: read }));
    case "Polygon":
      return make(lines, (read) => ({ type, coordinates: read }));
    case "MultiPolygon":
      return make(polygons, (read) => ({ type, coordinates: read }));
    default:
      return new GeometryFault("unknown-geometry", describeValue(type));
  }
}

/** The same geometry with every position changed. */
export function mapPositions(
  geometry: UploadedGeometry,
  change: (position: Position) => Position,
): UploadedGeometry {
  switch (geometry.type) {
    case "Point":
      return { type: geometry.type, coordinates: change(geometry.coordinates) };
    case "MultiPoint":
    case "LineString":
      return { type: geometry.type, coordinates: geometry.coordinates.map(change) };
    case "MultiLineString":
    case "Polygon":
      return { type: geometry.type, coordinates: geometry.coordinates.map((part) => part.map(change)) };
    case "MultiPolygon":
      return {
        type: geometry.type,
        coordinates: geometry.coordinates.map((part) => part.map((ring) => ring.map(change))),
      };
  }
}

/** Visits every position, in order. */
export function eachPosition(geometry: UploadedGeometry, visit: (x: number, y: number) => void): void {
  const visitAll = (positions: readonly Position[]) => {
    for (const [x = Number.NaN, y = Number.NaN] of positions) visit(x, y);
  };
  switch (geometry.type) {
    case "Point":
      visitAll([geometry.coordinates]);
      break;
    case "MultiPoint":
    case "LineString":
      visitAll(geometry.coordinates);
      break;
    case "MultiLineString":
    case "Polygon":
      for (const part of geometry.coordinates) visitAll(part);
      break;
    case "MultiPolygon":
      for (const rings of geometry.coordinates) for (const ring of rings) visitAll(ring);
  }
}

/** How many positions a `coordinates` member holds, before anything is known about it; 4 levels deep at most. */
export function countPositions(coordinates: unknown, levels = 4): number {
  if (!Array.isArray(coordinates) || coordinates.length === 0) return 0;
  const items: readonly unknown[] = coordinates;
  if (levels === 0 || !Array.isArray(items[0])) return 1;
  return items.reduce((sum: number, item) => sum + countPositions(item, levels - 1), 0);
}

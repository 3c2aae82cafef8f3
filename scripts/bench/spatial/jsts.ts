/** An independent, indexed implementation on the same plane: JSTS, a port of the JTS Topology Suite. */
import ArrayList from "jsts/java/util/ArrayList.js";
import "jsts/org/locationtech/jts/monkey.js";
import type { MultiPolygon, Polygon, Position } from "geojson";
import IndexedPointInAreaLocator from "jsts/org/locationtech/jts/algorithm/locate/IndexedPointInAreaLocator.js";
import Coordinate from "jsts/org/locationtech/jts/geom/Coordinate.js";
import Envelope from "jsts/org/locationtech/jts/geom/Envelope.js";
import GeometryItemDistance from "jsts/org/locationtech/jts/index/strtree/GeometryItemDistance.js";
import STRtree from "jsts/org/locationtech/jts/index/strtree/STRtree.js";
import GeoJSONReader from "jsts/org/locationtech/jts/io/GeoJSONReader.js";
import UnaryUnionOp from "jsts/org/locationtech/jts/operation/union/UnaryUnionOp.js";
import { toPlane } from "@/analysis/spatial/plane";
import type { SpatialEngine } from "./engine";
import { NEAR_M } from "./seeded";

// The package has no types: what is used of it is written down here.
interface Shape {
  readonly getEnvelopeInternal: () => unknown;
  readonly distance: (other: Shape) => number;
  readonly intersection: (other: Shape) => Shape;
  readonly getArea: () => number;
  readonly buffer: (metres: number) => Shape;
}
interface Tree {
  readonly insert: (envelope: unknown, item: number | Shape) => void;
  readonly query: (envelope: unknown) => { readonly toArray: () => readonly number[] };
  readonly nearestNeighbour: (envelope: unknown, item: Shape, distance: unknown) => Shape;
}
interface Locator {
  readonly locate: (place: unknown) => number;
}
const reader = new (GeoJSONReader as unknown as new () => { readonly read: (geometry: object) => Shape })();
const newTree = STRtree as unknown as new () => Tree;
const newLocator = IndexedPointInAreaLocator as unknown as new (area: Shape) => Locator;
const newCoordinate = Coordinate as unknown as new (x: number, y: number) => unknown;
const newEnvelope = Envelope as unknown as new (
  west: number,
  east: number,
  south: number,
  north: number,
) => unknown;
const itemDistance = new (GeometryItemDistance as unknown as new () => unknown)();
const newList = ArrayList as unknown as new () => { readonly add: (shape: Shape) => void };
const { union } = UnaryUnionOp as unknown as { readonly union: (shapes: object) => Shape };
const unionOf = (shapes: readonly Shape[]): Shape => {
  const list = new newList();
  for (const shape of shapes) list.add(shape);
  return union(list);
};
/** `Location.EXTERIOR`. */
const OUTSIDE = 2;

/** NaN where the overlay gives up, which it does on outlines that cross themselves even after the usual mending with `buffer(0)`. */
function sharedArea(ground: Shape, covers: readonly Shape[]): number {
  const joined = unionOf(covers);
  for (const mended of [() => ground, () => ground.buffer(0)]) {
    try {
      return mended().intersection(joined).getArea();
    } catch {
      // Tried again mended, or given up below.
    }
  }
  return Number.NaN;
}

const onPlane = (position: Position): Position => [...toPlane([position[0] ?? 0, position[1] ?? 0])];
const planePolygon = (geometry: Polygon | MultiPolygon): Polygon | MultiPolygon =>
  geometry.type === "Polygon"
    ? { type: "Polygon", coordinates: geometry.coordinates.map((ring) => ring.map(onPlane)) }
    : {
        type: "MultiPolygon",
        coordinates: geometry.coordinates.map((part) => part.map((ring) => ring.map(onPlane))),
      };

export const JSTS: SpatialEngine = {
  name: "JSTS, indexed",
  polygonsAsked: null,
  prepare: (data) => {
    const communes = data.communes.map((geometry) => reader.read(planePolygon(geometry)));
    const polygons = data.polygons.map((geometry) => reader.read(planePolygon(geometry)));
    const places = data.points.map(toPlane);
    const shapes = data.points.map((point) =>
      reader.read({ type: "Point", coordinates: onPlane([...point]) }),
    );
    const communeTree = new newTree();
    for (const [at, commune] of communes.entries()) communeTree.insert(commune.getEnvelopeInternal(), at);
    const polygonTree = new newTree();
    for (const [at, polygon] of polygons.entries()) polygonTree.insert(polygon.getEnvelopeInternal(), at);
    const shapeTree = new newTree();
    for (const polygon of polygons) shapeTree.insert(polygon.getEnvelopeInternal(), polygon);
    const locators = communes.map((commune) => new newLocator(commune));
    const at = (point: number) => places[point] ?? ([Number.NaN, Number.NaN] as const);
    const around = (x: number, y: number, by: number) => new newEnvelope(x - by, x + by, y - by, y + by);
    return {
      inside: (points) =>
        points.map((point) => {
          const [x, y] = at(point);
          const place = new newCoordinate(x, y);
          const near = communeTree.query(around(x, y, 0)).toArray();
          return near.find((commune) => locators[commune]?.locate(place) !== OUTSIDE) ?? -1;
        }),
      within: (points) =>
        points.map((point) => {
          const [x, y] = at(point);
          const shape = shapes[point];
          const near = polygonTree.query(around(x, y, NEAR_M)).toArray();
          return shape !== undefined &&
            near.some((polygon) => (polygons[polygon]?.distance(shape) ?? Number.POSITIVE_INFINITY) <= NEAR_M)
            ? 1
            : 0;
        }),
      nearest: (points) =>
        points.map((point) => {
          const shape = shapes[point];
          if (shape === undefined) return Number.NaN;
          return shapeTree.nearestNeighbour(shape.getEnvelopeInternal(), shape, itemDistance).distance(shape);
        }),
      overlaps: (asked) =>
        asked.map((number) => {
          const commune = communes[number];
          if (commune === undefined) return 0;
          const near = polygonTree
            .query(commune.getEnvelopeInternal())
            .toArray()
            .flatMap((polygon) => polygons[polygon] ?? []);
          return near.length === 0 ? 0 : sharedArea(commune, near);
        }),
    };
  },
};

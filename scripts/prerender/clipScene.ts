import { bboxClip } from "@turf/turf";
import type { Geometry, MultiLineString, MultiPolygon, Polygon } from "geojson";
import { presimplify } from "topojson-simplify";
import type { BoundaryTopology } from "@/domain/geometry";
import type { BBox, LonLat } from "@/domain/units";
import { toMercator, unprojector, worldSize } from "@/scene/camera";
import type { AreaMark, Camera, LineMark, MapScene, Mark } from "@/scene/scene";

/** Corners of boundaries with the area of the triangle each makes with its neighbours, in squares of the Mercator world; ends of arcs are absent. */
export type CornerWeights = ReadonlyMap<string, number>;

const keyOf = ([lon = 0, lat = 0]: readonly number[]): string => `${lon} ${lat}`;

/**
 * Weighs every corner once (Visvalingam), so that each picture of the build only has to compare. A corner weighs the same in every shape that has it:
 * neighbours keep one common line.
 */
export function cornerWeights(boundaries: BoundaryTopology): CornerWeights {
  const area = (triangle: readonly (readonly number[])[]) => {
    const [a, b, c] = triangle.map(([lon = 0, lat = 0]) => toMercator([lon, lat]));
    if (a === undefined || b === undefined || c === undefined) return Number.POSITIVE_INFINITY;
    return Math.abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2;
  };
  const weighed = presimplify(boundaries, area as Parameters<typeof presimplify>[1]);
  const weights = new Map<string, number>();
  for (const arc of weighed.arcs)
    for (const point of arc) {
      const weight: number | undefined = point[2];
      if (weight !== undefined && Number.isFinite(weight)) weights.set(keyOf(point), weight);
    }
  return weights;
}

/** Smallest triangle of a boundary that a picture keeps, CSS px²: less cannot be seen under its line. */
const SMALLEST_PX2 = 0.5;
/** How far beyond the picture shapes are kept, CSS px: their cut edges and outlines must not show. */
const BEYOND = 16;
/** Signs reach into the picture from so far outside it, CSS px. */
const SIGN = 20;

/** The lon lat box of a picture, wider by so many CSS px on every side. */
function boxOf(camera: Camera, width: number, height: number, beyond: number): BBox {
  const unproject = unprojector(camera, width, height);
  const [west, north] = unproject([-beyond, -beyond]);
  const [east, south] = unproject([width + beyond, height + beyond]);
  return [west, south, east, north];
}

const isIn = ([west, south, east, north]: BBox, [lon, lat]: LonLat): boolean =>
  lon >= west && lon <= east && lat >= south && lat <= north;

/**
 * A scene with what a picture shows and no more: shapes cut to it and simplified to its size, signs and names outside it left out. The numbers of
 * the scene (legend, table) stay those of the whole.
 */
export function clipScene(
  scene: MapScene,
  weights: CornerWeights,
  { camera, width, height }: { readonly camera: Camera; readonly width: number; readonly height: number },
): MapScene {
  const box = boxOf(camera, width, height, BEYOND);
  const signs = boxOf(camera, width, height, SIGN);
  const smallest = SMALLEST_PX2 / worldSize(camera.zoom) ** 2;
  const isKept = (point: readonly number[]) =>
    (weights.get(keyOf(point)) ?? Number.POSITIVE_INFINITY) >= smallest;
  const cut = new Map<object, Polygon | MultiPolygon | null>();

  const cutArea = (geometry: Polygon | MultiPolygon): Polygon | MultiPolygon | null => {
    const found = cut.get(geometry);
    if (found !== undefined) return found;
    const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
    const near = polygons.filter(([ring = []]) => touches(ring, box));
    const clipped = bboxClip(
      { type: "MultiPolygon", coordinates: near.map((rings) => rings.map((ring) => ring.filter(isKept))) },
      [...box],
    ).geometry as Geometry;
    const parts = (
      clipped.type === "MultiPolygon"
        ? clipped.coordinates
        : clipped.type === "Polygon"
          ? [clipped.coordinates]
          : []
    ).filter(([ring]) => (ring?.length ?? 0) >= 4);
    const area: MultiPolygon | null =
      parts.length === 0 ? null : { type: "MultiPolygon", coordinates: parts };
    cut.set(geometry, area);
    return area;
  };
  const cutLine = (mark: LineMark): LineMark[] => {
    const near = mark.parts.filter((part) => touches(part, box));
    const coordinates = near.map((part) => part.filter(isKept).map(([lon, lat]) => [lon, lat]));
    const clipped = bboxClip({ type: "MultiLineString", coordinates }, [...box]).geometry as Geometry;
    const lines =
      clipped.type === "MultiLineString"
        ? clipped.coordinates
        : clipped.type === "LineString"
          ? [clipped.coordinates]
          : ([] as MultiLineString["coordinates"]);
    const parts = lines
      .filter((line) => line.length > 1)
      .map((line) => line.map(([lon = 0, lat = 0]): LonLat => [lon, lat]));
    return parts.length === 0 ? [] : [{ ...mark, parts }];
  };
  const keep = (mark: Mark): Mark[] => {
    switch (mark.type) {
      case "area": {
        const geometry = cutArea(mark.geometry);
        return geometry === null ? [] : [{ ...mark, geometry } satisfies AreaMark];
      }
      case "line":
        return cutLine(mark);
      case "image":
        return [];
      case "ground-circle":
        return isIn(signs, mark.center) ? [mark] : [];
      default:
        return isIn(signs, mark.point) ? [mark] : [];
    }
  };
  return {
    ...scene,
    planes: scene.planes.map(({ ground: _, ...plane }) => ({ ...plane, marks: plane.marks.flatMap(keep) })),
  };
}

/** Whether the box around points meets a box. */
function touches(points: readonly (readonly number[])[], [west, south, east, north]: BBox): boolean {
  let [w, s, e, n] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lon = 0, lat = 0] of points) {
    w = Math.min(w, lon);
    e = Math.max(e, lon);
    s = Math.min(s, lat);
    n = Math.max(n, lat);
  }
  return !(e < west || w > east || n < south || s > north);
}

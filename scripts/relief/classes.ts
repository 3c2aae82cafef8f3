import { area, feature, featureCollection, intersect, multiPolygon, polygon, simplify } from "@turf/turf";
import { contours } from "d3";
import type { MultiPolygon, Polygon, Position } from "geojson";
import type { Relief } from "@/domain/geometry";
import type { Grid } from "./grid";

/** Metres of relief from which a class begins. */
export const RELIEF_CLASSES = [100, 200] as const;

/** Areas smaller than about two and a half cells are noise of the grid, m². */
const SMALLEST = 500_000;
/** Douglas–Peucker tolerance in degrees: 100 m, a quarter of a cell. */
const TOLERANCE = 0.001;

/** Ground whose relief (max − min within ~1.3 km) reaches each class, clipped to the province, exterior rings clockwise. */
export function reliefClasses(relief: Grid, outline: Polygon): Relief["classes"] {
  const [west, south, east, north] = relief.bbox;
  const toLonLat = ([x = 0, y = 0]: Position): Position => [
    west + (x / relief.width) * (east - west),
    north - (y / relief.height) * (north - south),
  ];
  const generator = contours().size([relief.width, relief.height]).smooth(true);
  const values = Array.from(relief.values, (value) => (Number.isNaN(value) ? -1 : value));
  return RELIEF_CLASSES.map((fromM) => {
    const contour = generator.contour(values, fromM);
    const whole = contour.coordinates.map((rings) => rings.map((ring) => ring.map(toLonLat)));
    const clipped =
      whole.length === 0
        ? null
        : intersect(featureCollection([multiPolygon(whole), feature(outline) as never]));
    const pieces =
      clipped === null
        ? []
        : clipped.geometry.type === "Polygon"
          ? [clipped.geometry.coordinates]
          : clipped.geometry.coordinates;
    const coordinates = pieces
      .map((rings) => rings.filter((ring) => area(polygon([ring])) >= SMALLEST))
      .filter((rings, i) => rings.length > 0 && rings[0] === pieces[i]?.[0])
      .map(
        (rings) => simplify(polygon(rings), { tolerance: TOLERANCE, highQuality: true }).geometry.coordinates,
      )
      .map((rings) => rings.map((ring, i) => wind(ring.map(rounded), i === 0)))
      .sort(
        (a, b) =>
          (a[0]?.[0]?.[0] ?? 0) - (b[0]?.[0]?.[0] ?? 0) || (a[0]?.[0]?.[1] ?? 0) - (b[0]?.[0]?.[1] ?? 0),
      );
    const geometry: MultiPolygon = { type: "MultiPolygon", coordinates };
    return { fromM, geometry };
  });
}

/** About 10 m. */
const rounded = (position: Position): Position => position.map((degrees) => Math.round(degrees * 1e4) / 1e4);

/** d3-geo's order: exterior rings clockwise (north up), holes anticlockwise. */
export function wind(ring: Position[], exterior: boolean): Position[] {
  const doubled = ring.reduce((sum, [x = 0, y = 0], i) => {
    const [nx = 0, ny = 0] = ring[i + 1] ?? ring[0] ?? [];
    return sum + x * ny - nx * y;
  }, 0);
  return doubled > 0 === exterior ? [...ring].reverse() : ring;
}

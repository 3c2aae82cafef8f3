import type { Geometry, Position } from "geojson";
import type { DataTable, Metadata } from "./dataTable";

/** About 10 cm on the ground: more would claim an accuracy the sources do not have. */
const DECIMALS = 6;
const round = (value: number): number => Number(value.toFixed(DECIMALS));
const rounded = (position: Position): Position => position.map(round);

/** Twice the signed area; positive: counter-clockwise. */
const turn = (ring: readonly Position[]): number =>
  ring.reduce((sum, [x = 0, y = 0], index) => {
    const [nextX = x, nextY = y] = ring[(index + 1) % ring.length] ?? [];
    return sum + x * nextY - nextX * y;
  }, 0);

/** RFC 7946 › 3.1.6: exterior rings counter-clockwise, holes clockwise. */
const wound = (rings: readonly Position[][]): Position[][] =>
  rings.map((ring, index) => {
    const isRight = index === 0 ? turn(ring) >= 0 : turn(ring) <= 0;
    const copy = ring.map(rounded);
    return isRight ? copy : copy.reverse();
  });

/** A geometry with six decimals and rings by the right-hand rule. Collections are not used here and pass as they are. */
export function publishedGeometry(geometry: Geometry | null): Geometry | null {
  switch (geometry?.type) {
    case "Point":
      return { ...geometry, coordinates: rounded(geometry.coordinates) };
    case "LineString":
    case "MultiPoint":
      return { ...geometry, coordinates: geometry.coordinates.map(rounded) };
    case "MultiLineString":
      return { ...geometry, coordinates: geometry.coordinates.map((line) => line.map(rounded)) };
    case "Polygon":
      return { ...geometry, coordinates: wound(geometry.coordinates) };
    case "MultiPolygon":
      return { ...geometry, coordinates: geometry.coordinates.map(wound) };
    default:
      return geometry ?? null;
  }
}

/**
 * A table as GeoJSON (RFC 7946, lon lat WGS 84). Rows without a known place are features with a null geometry: nothing is lost, and the
 * metadata count them. Properties are named by column id; why a value is null stands in `<id>_blank`.
 */
export function toGeoJson(table: DataTable, metadata: Metadata): string {
  const features = table.rows.map(({ key, cells, blanks, kind, geometry }) => ({
    type: "Feature" as const,
    id: key,
    geometry: publishedGeometry(geometry),
    properties: {
      ...Object.fromEntries(table.columns.map(({ id }, index) => [id, cells[index] ?? null])),
      ...Object.fromEntries(Object.entries(blanks).map(([id, why]) => [`${id}_blank`, why])),
      kind,
    },
  }));
  return `${JSON.stringify({
    type: "FeatureCollection",
    metadata: {
      ...Object.fromEntries(metadata.pairs),
      rows: features.length,
      rows_without_place: features.filter(({ geometry }) => geometry === null).length,
      columns: Object.fromEntries(table.columns.map(({ id, heading }) => [id, heading])),
    },
    features,
  })}\n`;
}

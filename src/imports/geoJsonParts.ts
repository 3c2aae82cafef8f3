import { isRecord, ownProperty } from "./ownProperty";
import { describeValue, plainText } from "./plainText";

/** Types a geometry of GeoJSON may have. */
export const GEOMETRY_TYPES: ReadonlySet<unknown> = new Set([
  "Point",
  "MultiPoint",
  "LineString",
  "MultiLineString",
  "Polygon",
  "MultiPolygon",
  "GeometryCollection",
]);

/** Features, or bare geometries, in the order of the file; null when the root is no GeoJSON. */
export function itemsOf(root: Readonly<Record<string, unknown>>): readonly unknown[] | null {
  const type = ownProperty(root, "type");
  const listed = (key: string): readonly unknown[] | null => {
    const items = ownProperty(root, key);
    return Array.isArray(items) ? items : null;
  };
  if (type === "FeatureCollection") return listed("features");
  if (type === "GeometryCollection") return listed("geometries");
  return type === "Feature" || GEOMETRY_TYPES.has(type) ? [root] : null;
}

/** The geometry itself; of a collection its members, collections inside it opened too. */
export function membersOf(geometry: unknown): readonly unknown[] {
  const members: unknown[] = [];
  const waiting = [geometry];
  while (waiting.length > 0) {
    const next = waiting.pop();
    const inner =
      isRecord(next) && ownProperty(next, "type") === "GeometryCollection"
        ? ownProperty(next, "geometries")
        : undefined;
    if (Array.isArray(inner)) for (let at = inner.length - 1; at >= 0; at--) waiting.push(inner[at]);
    else members.push(next);
  }
  return members;
}

/** The reference system that a `crs` member of older GeoJSON names, as it writes it; null: none. */
export function crsNameIn(record: Readonly<Record<string, unknown>>): string | null {
  const crs = ownProperty(record, "crs");
  if (crs === undefined || crs === null) return null;
  const properties = isRecord(crs) ? ownProperty(crs, "properties") : undefined;
  const named = isRecord(properties)
    ? (ownProperty(properties, "name") ?? ownProperty(properties, "href"))
    : crs;
  return plainText(named) ?? describeValue(named);
}

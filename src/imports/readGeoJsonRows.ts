import { NameFinder } from "./columns";
import { crsNameIn, GEOMETRY_TYPES, itemsOf, membersOf } from "./geoJsonParts";
import type { GivenRow, GivenRows } from "./givenRows";
import { jsonFault } from "./jsonFault";
import { isRecord, ownProperty } from "./ownProperty";
import { describeValue, plainText } from "./plainText";
import { countPositions, GeometryFault, readGeometry } from "./positions";
import type { ProblemLog } from "./problemLog";
import { MAX_FEATURES, MAX_VERTICES, type UploadedGeometry } from "./uploadedLayer";

const REFUSED: GivenRows = { rows: null, given: 0 };

/** Names of WGS 84 in longitude and latitude that a `crs` member may give. */
const WGS_84 = /(^|[:/])(CRS84h?|EPSG:(:|\/)?([\d.]+[:/])?(4326|4979))$/i;

/** A feature, or a geometry standing alone, before its coordinates are looked at. */
interface RawRow {
  readonly row: number;
  readonly name: string | null;
  readonly members: readonly unknown[];
}

/**
 * Reads GeoJSON: a collection, one feature, or a bare geometry. Of a bare geometry collection every member is a row of its own; a
 * collection inside a feature becomes several geometries of one row. Each row that cannot be read is in the log once.
 */
export function readGeoJsonRows(text: string, log: ProblemLog): GivenRows {
  const root = parsed(text, log);
  if (root === undefined) return REFUSED;
  const items = isRecord(root) ? itemsOf(root) : null;
  if (items === null || !isRecord(root)) {
    const type = isRecord(root) ? ownProperty(root, "type") : undefined;
    if (type === "Topology") log.add("topojson", null);
    else log.add("not-geojson", null, foreignKind(root));
    return REFUSED;
  }
  const crs = foreignCrs(root);
  if (crs !== null) {
    log.add("other-crs", null, crs);
    return REFUSED;
  }
  if (items.length === 0) {
    log.add("empty-collection", null);
    return REFUSED;
  }
  if (items.length > MAX_FEATURES) {
    log.add("too-many-features", null, items.length);
    return { rows: null, given: items.length };
  }
  return { rows: rowsOf(items, log), given: items.length };
}

function parsed(text: string, log: ProblemLog): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    const fault = jsonFault(text);
    // No fault: the browser gave up on JSON that is right, and only one nested beyond all sense is.
    if (fault === null) log.add("not-geojson", null, "[[[…");
    else
      log.add(fault.isTruncated ? "json-truncated" : "json-broken", null, `${fault.line}:${fault.character}`);
    return undefined;
  }
}

/** What a JSON file holds that is no GeoJSON, for the message. */
function foreignKind(root: unknown): string {
  if (!isRecord(root)) return describeValue(root);
  if (Object.hasOwn(root, "geometryType") || Object.hasOwn(root, "spatialReference")) return "Esri JSON";
  const type = ownProperty(root, "type");
  return type === undefined ? "{…}" : `"type": ${describeValue(type)}`;
}

/** The name of a reference system other than WGS 84 that a `crs` member of older GeoJSON gives; null: none. */
function foreignCrs(record: Readonly<Record<string, unknown>>): string | null {
  const name = crsNameIn(record);
  return name === null || WGS_84.test(name) ? null : name;
}

function rowsOf(items: readonly unknown[], log: ProblemLog): GivenRow[] | null {
  const raw = rawRows(items, log);
  if (raw === null) return null;
  const vertices = raw.reduce(
    (sum, { members }) =>
      members.reduce(
        (count: number, member) =>
          count + (isRecord(member) ? countPositions(ownProperty(member, "coordinates")) : 0),
        sum,
      ),
    0,
  );
  if (vertices > MAX_VERTICES) {
    log.add("too-many-vertices", null, vertices);
    return null;
  }
  return raw.flatMap(({ row, name, members }) => {
    const geometries: UploadedGeometry[] = [];
    for (const member of members) {
      const made = isRecord(member)
        ? readGeometry(ownProperty(member, "type"), ownProperty(member, "coordinates"))
        : new GeometryFault("unknown-geometry", describeValue(member));
      if (made instanceof GeometryFault) {
        log.add(made.code, row, made.value);
        return [];
      }
      geometries.push(made);
    }
    return [{ row, name, geometries }];
  });
}

/** null when a feature names another reference system: then nobody knows where the rest is either. */
function rawRows(items: readonly unknown[], log: ProblemLog): RawRow[] | null {
  const names = new NameFinder();
  const rows: RawRow[] = [];
  for (const [index, item] of items.entries()) {
    const row = index + 1;
    const type = isRecord(item) ? ownProperty(item, "type") : undefined;
    if (!isRecord(item) || (type !== "Feature" && !GEOMETRY_TYPES.has(type))) {
      log.add("not-a-feature", row, describeValue(isRecord(item) ? type : item));
      continue;
    }
    const crs = foreignCrs(item);
    if (crs !== null) {
      log.add("other-crs", row, crs);
      return null;
    }
    const geometry = type === "Feature" ? ownProperty(item, "geometry") : item;
    if (geometry === null || geometry === undefined) {
      log.add("null-geometry", row);
      continue;
    }
    const members = membersOf(geometry);
    if (members.length === 0) {
      log.add("empty-geometry", row, "GeometryCollection");
      continue;
    }
    if (members[0] !== geometry) log.add("collection-split", row, members.length);
    rows.push({ row, name: type === "Feature" ? nameOf(item, names) : null, members });
  }
  return rows;
}

function nameOf(feature: Readonly<Record<string, unknown>>, names: NameFinder): string | null {
  const properties = ownProperty(feature, "properties");
  if (!isRecord(properties)) return null;
  const key = names.keyIn(Object.keys(properties));
  return key === null ? null : plainText(ownProperty(properties, key));
}

import { membersOf } from "../geoJsonParts";
import { isRecord, ownProperty } from "../ownProperty";
import { describeValue } from "../plainText";
import { GeometryFault, readGeometry } from "../positions";
import type { LayerKind, Sheet, SheetCell, SheetLayer } from "../sheet";
import type { UploadedGeometry } from "../uploadedLayer";

/** A feature as a file gives it, before anything is understood of it. */
export interface GivenFeature {
  /** By name of the field. */
  readonly values: ReadonlyMap<string, SheetCell>;
  /** Coordinates as in the file; null: it has none. */
  readonly geometry: UploadedGeometry | GeometryFault | null;
}

const KIND: Readonly<Record<UploadedGeometry["type"], LayerKind>> = {
  Point: "point",
  MultiPoint: "point",
  LineString: "line",
  MultiLineString: "line",
  Polygon: "polygon",
  MultiPolygon: "polygon",
};

/** The number of a feature, as drawing programs call it; shown where a layer of areas has no field of its own for that. */
const NUMBER = "FID";
const ID = /^((object|ogc_f|f|g)?id|.*_id|mã.*|ma.*)$/i;

/**
 * Features as sheets: fields are columns, feature n stands in row n + 1 whichever sheet it is in. One sheet for each kind of geometry the
 * file holds; a plain table where it holds none. Null stands for a feature the file has thrown away: its row stays blank.
 */
export function layerSheets(
  file: string,
  name: string | null,
  features: readonly (GivenFeature | null)[],
  { crs, said }: Pick<SheetLayer, "crs" | "said">,
): readonly Sheet[] {
  const own = [...new Set(features.flatMap((feature) => [...(feature?.values.keys() ?? [])]))];
  const kindOf = (feature: GivenFeature | null): LayerKind | null => {
    const geometry = feature?.geometry ?? null;
    return geometry === null || geometry instanceof GeometryFault ? null : KIND[geometry.type];
  };
  const kinds = [...new Set(features.flatMap((feature) => kindOf(feature) ?? []))];
  const isPlain = features.every((feature) => (feature?.geometry ?? null) === null);
  const sheetOf = (kind: LayerKind, isFirst: boolean): Sheet => {
    const geometries = new Map<number, UploadedGeometry>();
    const faults = new Map<number, GeometryFault>();
    // Areas are told apart by their number where nothing else does it.
    const isNumbered = kind === "polygon" && !own.some((field) => ID.test(field));
    const rows: SheetCell[][] = [isNumbered ? [NUMBER, ...own] : [...own]];
    features.forEach((feature, index) => {
      const kindHere = kindOf(feature);
      // What has no shape that could be read is named once, with the first of the layers.
      const isHere = feature !== null && (kindHere === kind || (kindHere === null && isFirst));
      const cells = isHere ? own.map((field) => feature.values.get(field) ?? null) : [];
      rows.push(isHere && isNumbered ? [index + 1, ...cells] : cells);
      if (!isHere || feature.geometry === null) return;
      if (feature.geometry instanceof GeometryFault) faults.set(index + 2, feature.geometry);
      else geometries.set(index + 2, feature.geometry);
    });
    const title = kinds.length < 2 ? name : [name, kind].filter((part) => part !== null).join(" · ");
    const layer = isPlain ? null : { kind, crs, said, geometries, faults };
    return { file, name: title, isHidden: false, rows, merged: [], layer };
  };
  return (kinds.length === 0 ? (["point"] as const) : kinds).map((kind, index) => sheetOf(kind, index === 0));
}

/** Features of GeoJSON, in their order. A geometry that stands alone is a feature without fields. */
export const geoJsonFeatures = (items: readonly unknown[]): readonly GivenFeature[] =>
  items.map((item) => {
    if (!isRecord(item)) return { values: new Map(), geometry: fault(item) };
    if (ownProperty(item, "type") !== "Feature") return { values: new Map(), geometry: geometryOf(item) };
    const properties = ownProperty(item, "properties");
    const values = new Map<string, SheetCell>(
      Object.entries(isRecord(properties) ? properties : {}).map(([field, value]) => [
        field.normalize("NFC").trim(),
        cellOf(value),
      ]),
    );
    const id = cellOf(ownProperty(item, "id"));
    if (id !== null && !values.has("id")) values.set("id", id);
    return { values, geometry: geometryOf(ownProperty(item, "geometry")) };
  });

/** A value of JSON as a cell; what is a list or an object stays the text it was. */
export function cellOf(value: unknown): SheetCell {
  if (value === null || value === undefined) return null;
  if (typeof value === "boolean") return value;
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  const text = (typeof value === "string" ? value : JSON.stringify(value)).normalize("NFC").trim();
  return text === "" ? null : text;
}

const fault = (value: unknown) => new GeometryFault("unknown-geometry", describeValue(value));

/** One geometry; a collection whose members are of one kind is the multiple geometry it means. */
function geometryOf(value: unknown): UploadedGeometry | GeometryFault | null {
  if (value === null || value === undefined) return null;
  const members = membersOf(value);
  const read = members.map((member) =>
    isRecord(member)
      ? readGeometry(ownProperty(member, "type"), ownProperty(member, "coordinates"))
      : fault(member),
  );
  const broken = read.find((geometry) => geometry instanceof GeometryFault);
  if (broken instanceof GeometryFault) return broken;
  const whole = read as readonly UploadedGeometry[];
  const [first] = whole;
  if (first === undefined) return new GeometryFault("empty-geometry", "GeometryCollection");
  return whole.length === 1 ? first : (joined(whole) ?? fault("GeometryCollection"));
}

/** Null: points, lines and areas together. */
function joined(geometries: readonly UploadedGeometry[]): UploadedGeometry | null {
  const points = geometries.flatMap(({ type, coordinates }) =>
    type === "Point" ? [coordinates] : type === "MultiPoint" ? coordinates : [],
  );
  const lines = geometries.flatMap(({ type, coordinates }) =>
    type === "LineString" ? [coordinates] : type === "MultiLineString" ? coordinates : [],
  );
  const polygons = geometries.flatMap(({ type, coordinates }) =>
    type === "Polygon" ? [coordinates] : type === "MultiPolygon" ? coordinates : [],
  );
  const kinds = [points, lines, polygons].filter(({ length }) => length > 0).length;
  if (kinds !== 1) return null;
  if (points.length > 0) return { type: "MultiPoint", coordinates: points };
  return lines.length > 0
    ? { type: "MultiLineString", coordinates: lines }
    : { type: "MultiPolygon", coordinates: polygons };
}

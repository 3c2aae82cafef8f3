import proj4 from "proj4";

/**
 * From VN-2000 to WGS 84, position vector rotations (metres, arc seconds, parts per million), as Vietnam publishes them.
 * Left out, points land about 224 m off.
 */
const TO_WGS84 = "-191.90441429,-39.30318279,-111.45032835,0.00928836,-0.01975479,0.00427372,0.252906278";
const VN2000 = `+proj=tmerc +lat_0=0 +x_0=500000 +y_0=0 +ellps=WGS84 +towgs84=${TO_WGS84} +units=m +no_defs`;

/** Reference systems the province's files come in. Old Bắc Giang drew in 107°00′, old Bắc Ninh in 105°30′. */
const DEFINITIONS = {
  "EPSG:4326": "+proj=longlat +datum=WGS84 +no_defs",
  "EPSG:9214": `${VN2000} +lon_0=107 +k=0.9999`,
  "EPSG:9209": `${VN2000} +lon_0=105.5 +k=0.9999`,
  "EPSG:3405": `${VN2000} +lon_0=105 +k=0.9996`,
} as const;
export type Crs = keyof typeof DEFINITIONS;
export const KNOWN_CRS = Object.keys(DEFINITIONS) as Crs[];

/** The reference system meant by `EPSG:9214`, `9214`, `urn:ogc:def:crs:EPSG::9214` or CRS84; null when it is another. */
export function crsNamed(name: string): Crs | null {
  if (/\bCRS84\b/i.test(name)) return "EPSG:4326";
  const digits = /(\d{4,5})$/.exec(name.trim())?.[1];
  return KNOWN_CRS.find((crs) => crs === `EPSG:${digits}`) ?? null;
}

const VN2000_NAME = /VN[_ -]?2000|Viet[_ -]?nam[_ -]?2000/i;
const parameter = (wkt: string, name: string): number | null => {
  const found = new RegExp(`"${name}"\\s*,\\s*(-?[\\d.]+)`, "i").exec(wkt)?.[1];
  return found === undefined ? null : Number(found);
};
/** Meridian, scale factor → system. */
const MERIDIANS: readonly (readonly [number, number, Crs])[] = [
  [107, 0.9999, "EPSG:9214"],
  [105.5, 0.9999, "EPSG:9209"],
  [105, 0.9996, "EPSG:3405"],
];

/**
 * The reference system a `.prj` describes (well-known text). What is projected by the province's meridians but does not say VN-2000 is not
 * taken for it: on the datum WGS 84 the same numbers lie 224 m away. Null: another one, or not certain.
 */
export function crsOfWkt(wkt: string): Crs | null {
  const code = /(?:AUTHORITY|ID)\[\s*"EPSG"\s*,\s*"?(\d+)"?\s*\]\s*\]\s*$/i.exec(wkt)?.[1];
  if (code !== undefined) return crsNamed(code);
  const isProjected = /^\s*PROJ(CS|CRS)/i.test(wkt);
  if (!isProjected) {
    const isWgs84 = /^\s*GEOG(CS|CRS)\s*\[\s*"(GCS_)?WGS[_ ]?(19)?84"/i.test(wkt);
    return isWgs84 && !VN2000_NAME.test(wkt) ? "EPSG:4326" : null;
  }
  if (!VN2000_NAME.test(wkt) || parameter(wkt, "false_easting") !== 500_000) return null;
  const found = MERIDIANS.find(
    ([meridian, scale]) =>
      parameter(wkt, "central_meridian") === meridian && parameter(wkt, "scale_factor") === scale,
  );
  return found?.[2] ?? null;
}

/** Turns a position of `crs` (easting northing, or lon lat) into lon lat WGS 84. */
export function toLonLat(crs: Crs): (position: readonly number[]) => [lon: number, lat: number] {
  if (crs === "EPSG:4326") return ([x = Number.NaN, y = Number.NaN]) => [x, y];
  const converter = proj4(DEFINITIONS[crs], DEFINITIONS["EPSG:4326"]);
  return ([x = Number.NaN, y = Number.NaN]) => {
    const [lon = Number.NaN, lat = Number.NaN] = converter.forward([x, y]);
    return [lon, lat];
  };
}

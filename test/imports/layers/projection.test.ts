import { Geodesic } from "geographiclib-geodesic";
import { describe, expect, it } from "vitest";
import { type Crs, crsNamed, crsOfWkt, KNOWN_CRS, toLonLat } from "@/imports/layers/projection";

/*
 * An independent way from WGS 84 to VN-2000: geocentric coordinates, the inverse Helmert transformation and the
 * Krüger series. It shares nothing with proj4 but the seven published numbers.
 */
const A = 6378137;
const F = 1 / 298.257223563;
const E2 = F * (2 - F);
const SECOND = Math.PI / 180 / 3600;
const SHIFT = [-191.90441429, -39.30318279, -111.45032835] as const;
const TURN = [0.00928836 * SECOND, -0.01975479 * SECOND, 0.00427372 * SECOND] as const;
const SCALE = 1 + 0.252906278e-6;

function vn2000(lon: number, lat: number): [lon: number, lat: number] {
  const [l, p] = [(lon * Math.PI) / 180, (lat * Math.PI) / 180];
  const n = A / Math.sqrt(1 - E2 * Math.sin(p) ** 2);
  const wgs = [
    n * Math.cos(p) * Math.cos(l),
    n * Math.cos(p) * Math.sin(l),
    n * (1 - E2) * Math.sin(p),
  ] as const;
  const [u, v, w] = wgs.map((value, index) => (value - SHIFT[index]!) / SCALE) as [number, number, number];
  const [rx, ry, rz] = TURN;
  // The transpose of the position vector rotation [[1,−rz,ry],[rz,1,−rx],[−ry,rx,1]].
  const [x, y, z] = [u + rz * v - ry * w, -rz * u + v + rx * w, ry * u - rx * v + w];
  const r = Math.hypot(x, y);
  let phi = Math.atan2(z, r * (1 - E2));
  for (let step = 0; step < 8; step += 1) {
    const normal = A / Math.sqrt(1 - E2 * Math.sin(phi) ** 2);
    phi = Math.atan2(z + E2 * normal * Math.sin(phi), r);
  }
  return [(Math.atan2(y, x) * 180) / Math.PI, (phi * 180) / Math.PI];
}

function transverseMercator(
  lon: number,
  lat: number,
  meridian: number,
  k: number,
): [easting: number, northing: number] {
  const n = F / (2 - F);
  const phi = (lat * Math.PI) / 180;
  const l = ((lon - meridian) * Math.PI) / 180;
  const e = Math.sqrt(E2);
  const t = Math.sinh(Math.atanh(Math.sin(phi)) - e * Math.atanh(e * Math.sin(phi)));
  const xi = Math.atan2(t, Math.cos(l));
  const eta = Math.atanh(Math.sin(l) / Math.sqrt(1 + t * t));
  const radius = (A / (1 + n)) * (1 + n ** 2 / 4 + n ** 4 / 64);
  const alpha = [
    n / 2 - (2 / 3) * n ** 2 + (5 / 16) * n ** 3,
    (13 / 48) * n ** 2 - (3 / 5) * n ** 3,
    (61 / 240) * n ** 3,
  ];
  let [north, east] = [xi, eta];
  alpha.forEach((a, index) => {
    const j = 2 * (index + 1);
    north += a * Math.sin(j * xi) * Math.cosh(j * eta);
    east += a * Math.cos(j * xi) * Math.sinh(j * eta);
  });
  return [500000 + k * radius * east, k * radius * north];
}

const ZONES: Record<Exclude<Crs, "EPSG:4326">, [meridian: number, k: number]> = {
  "EPSG:9214": [107, 0.9999],
  "EPSG:9209": [105.5, 0.9999],
  "EPSG:3405": [105, 0.9996],
};
/** An Lạc, the south-west corner, the north-east corner. */
const POINTS: [number, number][] = [
  [106.85, 21.38],
  [105.9, 20.97],
  [107.03, 21.6],
];
const metres = (a: readonly number[], b: readonly number[]) =>
  Geodesic.WGS84.Inverse(a[1]!, a[0]!, b[1]!, b[0]!).s12 as number;

describe("VN-2000", () => {
  it.each(Object.entries(ZONES))("%s comes back to WGS 84 within a centimetre", (crs, [meridian, k]) => {
    for (const point of POINTS) {
      const projected = transverseMercator(...vn2000(...point), meridian, k);
      expect(metres(toLonLat(crs as Crs)(projected), point)).toBeLessThan(0.01);
    }
  });

  it("is about 224 m off when the datum is ignored", () => {
    for (const point of POINTS) expect(metres(vn2000(...point), point)).toBeGreaterThan(215);
    for (const point of POINTS) expect(metres(vn2000(...point), point)).toBeLessThan(232);
  });

  it("is about 155 km off in the wrong zone", () => {
    const point = POINTS[0]!;
    const projected = transverseMercator(...vn2000(...point), 107, 0.9999);
    const off = metres(toLonLat("EPSG:9209")(projected), point) / 1000;
    expect(off).toBeGreaterThan(154);
    expect(off).toBeLessThan(157);
  });
});

describe("names of reference systems", () => {
  it.each([
    ["EPSG:9214", "EPSG:9214"],
    ["9209", "EPSG:9209"],
    ["urn:ogc:def:crs:EPSG::3405", "EPSG:3405"],
    ["urn:ogc:def:crs:OGC:1.3:CRS84", "EPSG:4326"],
    ["EPSG:4326", "EPSG:4326"],
    ["EPSG:9210", null],
    ["VN-2000", null],
  ])("%s is %s", (name, crs) => {
    expect(crsNamed(name)).toBe(crs);
  });
  it("leave degrees as they are", () => {
    expect(KNOWN_CRS).toContain("EPSG:4326");
    expect(toLonLat("EPSG:4326")([106.5, 21.2, 30])).toEqual([106.5, 21.2]);
  });
});

describe("what a .prj says", () => {
  const vn2000 = (meridian: string, scale: string, datum = "D_Vietnam_2000") =>
    `PROJCS["VN_2000_Bac_Giang",GEOGCS["GCS_VN_2000",DATUM["${datum}",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",${meridian}],PARAMETER["Scale_Factor",${scale}],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]`;
  const WGS84 =
    'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]';

  it.each([
    ["the meridian of old Bắc Giang", vn2000("107.0", "0.9999"), "EPSG:9214"],
    ["the meridian of old Bắc Ninh", vn2000("105.5", "0.9999"), "EPSG:9209"],
    ["UTM 48", vn2000("105", "0.9996", "D_VN_2000"), "EPSG:3405"],
    ["degrees of WGS 84", WGS84, "EPSG:4326"],
    ["a code at the end", `${vn2000("107", "0.9999").slice(0, -1)},AUTHORITY["EPSG","9214"]]`, "EPSG:9214"],
    ["a code in the later form", 'PROJCRS["VN-2000 / TM-3 107-00",ID["EPSG",9214]]', "EPSG:9214"],
    [
      "a code that is not known here",
      `${vn2000("107", "0.9999").slice(0, -1)},AUTHORITY["EPSG","9210"]]`,
      null,
    ],
    ["another meridian", vn2000("107.25", "0.9999"), null],
    ["the right meridian, another scale", vn2000("107", "0.9996"), null],
    [
      "the right numbers on another datum: 224 m",
      vn2000("107", "0.9999", "D_WGS_1984").replaceAll("VN_2000", "X"),
      null,
    ],
    ["degrees of VN-2000: 224 m", WGS84.replaceAll("WGS_1984", "VN_2000"), null],
    ["nothing", "", null],
  ] as const)("%s", (_, wkt, crs) => expect(crsOfWkt(wkt)).toBe(crs));
});

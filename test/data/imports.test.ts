import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Feature } from "geojson";
import proj4 from "proj4";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { importHazard } from "../../scripts/data/imports/hazard";
import { importReference } from "../../scripts/data/imports/reference";
import { copyOfData } from "../pack/pack";

let data: ReturnType<typeof copyOfData>;
beforeAll(() => {
  data = copyOfData();
});
afterAll(() => data.remove());

const SQUARE: [number, number][] = [
  [106.8, 21.3],
  [106.9, 21.3],
  [106.9, 21.4],
  [106.8, 21.4],
  [106.8, 21.3],
];
const provenance = { method: "bản đồ 1:50.000", recorded_on: "2027-01-15", source_id: "SRC-DERIVED" };
const zone = (properties: object, ring: number[][] = SQUARE) => ({
  type: "Feature",
  properties: { ...provenance, ...properties },
  geometry: { type: "Polygon", coordinates: [ring] },
});
let files = 0;
function file(features: object[], members: object = {}): string {
  files += 1;
  const path = join(data.folder, `handed-in-${files}.geojson`);
  writeFileSync(path, JSON.stringify({ type: "FeatureCollection", ...members, features }));
  return path;
}
const read = (path: string): { features: Feature[] } =>
  JSON.parse(readFileSync(join(data.folder, path), "utf8"));
const hazard = (path: string, options: { crs?: string; source?: string } = {}) =>
  importHazard(path, { ...options, dataDir: data.folder });
const messages = async (path: string, crs?: string) =>
  (await hazard(path, crs === undefined ? {} : { crs })).map(({ row, message }) => `${row} ${message}`);

describe("a province's hazard map", () => {
  it("takes class words of both languages, numbers the zones and winds them as RFC 7946 asks", async () => {
    const clockwise = SQUARE.toReversed();
    const words = ["Thấp", "trung bình", "CAO", "Rất cao", "very-high", "medium"];
    const problems = await hazard(
      file([...words.map((word) => zone({ Class: word }, clockwise)), zone({ class: "đã đánh giá" })]),
    );
    expect(problems).toEqual([]);
    const { features } = read("official/hazard_zones.geojson");
    expect(features.map(({ properties }) => [properties?.zone_id, properties?.class])).toEqual([
      ["HZ-0001", "low"],
      ["HZ-0002", "moderate"],
      ["HZ-0003", "high"],
      ["HZ-0004", "very-high"],
      ["HZ-0005", "very-high"],
      ["HZ-0006", "moderate"],
    ]);
    const [first] = features;
    expect(first?.geometry.type === "Polygon" && first.geometry.coordinates[0]?.[1]).toEqual([106.9, 21.3]);
    expect(read("official/hazard_assessed.geojson").features).toHaveLength(1);
  });

  it("counts only the zones as assessed where no assessed area is given, and says so", async () => {
    const problems = await hazard(file([zone({ class: "cao" })]));
    expect(problems).toMatchObject([{ severity: "warning", column: "class" }]);
    expect(read("official/hazard_assessed.geojson").features[0]?.properties).toMatchObject({
      area_id: "HA-0001",
    });
  });

  it("reads VN-2000 by --crs and by the file's own crs, to the same place", async () => {
    const projected = proj4(
      "+proj=longlat +datum=WGS84",
      "+proj=tmerc +lat_0=0 +lon_0=107 +k=0.9999 +x_0=500000 +y_0=0 +ellps=WGS84 +towgs84=-191.90441429,-39.30318279,-111.45032835,0.00928836,-0.01975479,0.00427372,0.252906278 +units=m",
    );
    const ring = SQUARE.map((position) => projected.forward([...position]));
    const stated = { crs: { type: "name", properties: { name: "urn:ogc:def:crs:EPSG::9214" } } };
    for (const [path, crs] of [
      [file([zone({ class: "cao" }, ring)]), "EPSG:9214"],
      [file([zone({ class: "cao" }, ring)], stated), undefined],
    ] as const) {
      expect(
        (await hazard(path, crs === undefined ? {} : { crs })).filter((p) => p.severity === "error"),
      ).toEqual([]);
      const [feature] = read("official/hazard_zones.geojson").features;
      const corner = feature?.geometry.type === "Polygon" ? feature.geometry.coordinates[0]?.[0] : undefined;
      expect(corner?.[0]).toBeCloseTo(106.8, 5);
      expect(corner?.[1]).toBeCloseTo(21.3, 5);
    }
    expect(await messages(file([zone({ class: "cao" }, ring)]))).toEqual([
      "1 looks like projected metres, give --crs",
    ]);
    expect(await messages(file([zone({ class: "cao" }, ring)]), "EPSG:9209")).toEqual([
      "1 lies outside the province when read as EPSG:9209",
    ]);
    const northingFirst = ring.map(([x, y]) => [y!, x!]);
    expect(await messages(file([zone({ class: "cao" }, northingFirst)]), "EPSG:9214")).toEqual([
      "1 looks like northing/easting swapped",
    ]);
  });

  it("refuses what lies elsewhere, each feature by its number, and writes nothing", async () => {
    const before = readFileSync(join(data.folder, "official/hazard_zones.geojson"), "utf8");
    const swapped = SQUARE.map(([lon, lat]) => [lat, lon]);
    const hanoi = SQUARE.map(([lon, lat]) => [lon - 1.5, lat]);
    const open = SQUARE.slice(0, 4);
    const path = file([
      zone({ class: "cao" }, swapped),
      zone({ class: "cao" }, hanoi),
      zone({ class: "cao" }, open),
      zone({ class: "gì đó" }),
    ]);
    expect(await messages(path)).toEqual([
      "1 looks like lon/lat swapped",
      "2 lies outside the province",
      "3 has a ring that is not closed",
      "4 is not a susceptibility class",
    ]);
    expect(readFileSync(join(data.folder, "official/hazard_zones.geojson"), "utf8")).toBe(before);
  });

  it("names what is not said: method, day, source, and an unknown system", async () => {
    const bare = { ...zone({ class: "cao" }), properties: { class: "cao", recorded_on: "15/1/2027" } };
    const problems = await hazard(file([bare]));
    expect(problems.map(({ column }) => column)).toEqual(["method", "recorded_on", "source_id"]);
    expect(await hazard(file([bare]), { crs: "EPSG:9210" })).toMatchObject([
      { column: "crs", value: "EPSG:9210" },
    ]);
    expect(await hazard(join(data.folder, "nowhere.geojson"))).toMatchObject([{ message: "is missing" }]);
  });
});

describe("a reference layer", () => {
  const road = {
    type: "Feature",
    properties: { name: "Quốc lộ 31", source_id: "SRC-DERIVED" },
    geometry: { type: "LineString", coordinates: SQUARE.slice(0, 3) },
  };
  const reference = (layer: string, path: string, source?: string) =>
    importReference(layer, path, { source, dataDir: data.folder });

  it("keeps names and one source", async () => {
    expect(await reference("roads", file([road]))).toEqual([]);
    expect(read("official/reference/roads.geojson")).toMatchObject({
      source_id: "SRC-DERIVED",
      features: [{ properties: { name: "Quốc lộ 31" }, geometry: { type: "MultiLineString" } }],
    });
  });

  it("refuses another layer, another shape and a layer without a source", async () => {
    expect(await reference("forests", file([road]))).toMatchObject([{ value: "forests" }]);
    expect(await reference("seats", file([road]))).toMatchObject([
      { row: 1, message: "is a LineString, not Point" },
    ]);
    const nameless = { ...road, properties: {} };
    expect(await reference("rivers", file([nameless]))).toMatchObject([{ column: "source_id" }]);
    expect(existsSync(join(data.folder, "official/reference/rivers.geojson"))).toBe(false);
  });
});

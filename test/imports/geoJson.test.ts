import { describe, expect, test } from "vitest";
import { LISTED_PER_CODE, MAX_FEATURES, MAX_VERTICES } from "@/imports/uploadedLayer";
import {
  collection,
  feature,
  geometriesOf,
  kept,
  LINE,
  POINT,
  polygon,
  readJson,
  readText,
  said,
  square,
} from "./uploads";

const MULTI_LINE = { type: "MultiLineString", coordinates: [LINE.coordinates] };
const MULTI_POINT = { type: "MultiPoint", coordinates: LINE.coordinates };
const MULTI_POLYGON = { type: "MultiPolygon", coordinates: [[square()], [square(106.5)]] };

describe("what GeoJSON may be", () => {
  test.each([POINT, LINE, MULTI_LINE, MULTI_POINT, polygon(square()), MULTI_POLYGON])(
    "$type alone, as a feature and in a collection is the same, and nothing is said",
    async (geometry) => {
      for (const value of [geometry, feature(geometry), collection(geometry)]) {
        const result = await readJson(value);
        expect(said(result)).toEqual([]);
        expect(geometriesOf(result)).toEqual([geometry]);
        expect(result).toMatchObject({ format: "geojson", rows: 1 });
      }
    },
  );
  test("each member of a bare geometry collection is a row", async () => {
    const result = await readJson({ type: "GeometryCollection", geometries: [POINT, null, POINT] });
    expect(kept(result).features.map(({ row }) => row)).toEqual([1, 3]);
    expect(said(result)).toEqual(["not-a-feature@2=null"]);
  });
  test("a collection inside a feature is split, its parts keep row and name; nested ones too, in order", async () => {
    const nested = {
      type: "GeometryCollection",
      geometries: [LINE, { type: "GeometryCollection", geometries: [POINT] }],
    };
    const result = await readJson(feature(nested, { name: "Bến" }));
    expect(kept(result).features).toEqual([
      { row: 1, name: "Bến", geometry: LINE },
      { row: 1, name: "Bến", geometry: POINT },
    ]);
    expect(said(result)).toEqual(["collection-split@1=2", "mixed-types=LineString: 1, Point: 1"]);
  });
  test("points, lines and areas in one file are a mixture; one and many of a kind are not", async () => {
    expect(said(await readJson(collection(POINT, LINE, POINT, polygon(square()))))).toEqual([
      "mixed-types=Point: 2, LineString: 1, Polygon: 1",
    ]);
    expect(said(await readJson(collection(MULTI_POLYGON, polygon(square()), MULTI_POLYGON)))).toEqual([]);
  });
  test("an empty collection holds no layer", async () => {
    expect(said(await readJson(collection()))).toEqual(["empty-collection"]);
    expect(said(await readJson({ type: "GeometryCollection", geometries: [] }))).toEqual([
      "empty-collection",
    ]);
  });
});

describe("features that cannot be read are left out by number, the rest is kept", () => {
  test.each([
    [null, "null-geometry@2"],
    [undefined, "null-geometry@2"],
    [{ type: "Point", coordinates: [] }, "empty-geometry@2=Point"],
    [{ type: "MultiPolygon", coordinates: [] }, "empty-geometry@2=MultiPolygon"],
    [{ type: "GeometryCollection", geometries: [] }, "empty-geometry@2=GeometryCollection"],
    [{ type: "Circle", coordinates: [106, 21] }, "unknown-geometry@2=Circle"],
    [{ type: "GeometryCollection" }, "unknown-geometry@2=GeometryCollection"],
    [{ coordinates: [106, 21] }, "unknown-geometry@2=undefined"],
    ["POINT(106 21)", "unknown-geometry@2=POINT(106 21)"],
    [{ type: "GeometryCollection", geometries: [POINT, 7] }, "unknown-geometry@2=7"],
    [{ type: "Point" }, "wrong-nesting@2=undefined"],
    [{ type: "Point", coordinates: [[106, 21]] }, "wrong-nesting@2=[…]"],
    [{ type: "Polygon", coordinates: square() }, "wrong-nesting@2=106"],
    [{ type: "LineString", coordinates: [106, 21] }, "wrong-nesting@2=106"],
    [{ type: "Point", coordinates: [106] }, "missing-coordinate@2=106"],
    [{ type: "MultiPoint", coordinates: [[106, 21], []] }, "missing-coordinate@2"],
    [{ type: "Point", coordinates: ["106.1", 21] }, "not-a-number@2=106.1"],
    [{ type: "Point", coordinates: [106.1, null] }, "not-a-number@2=null"],
    [{ type: "LineString", coordinates: [[106, 21]] }, "line-too-short@2=1"],
    [
      {
        type: "LineString",
        coordinates: [
          [106, 21],
          [106, 21],
        ],
      },
      "line-too-short@2=1",
    ],
    [{ type: "MultiLineString", coordinates: [[[106, 21]], []] }, "line-too-short@2=1"],
    [polygon(square().slice(0, 2)), "ring-too-short@2=2"],
    [
      polygon([
        [106, 21],
        [106.1, 21],
        [106, 21],
      ]),
      "ring-too-short@2=3",
    ],
    [polygon([]), "ring-too-short@2=0"],
    [{ type: "MultiPolygon", coordinates: [[]] }, "ring-too-short@2=0"],
  ])("%j: %s", async (geometry, expected) => {
    const result = await readJson(collection(POINT, geometry, POINT));
    const wanted = (geometry as { type?: string } | null | undefined)?.type === "GeometryCollection";
    const spoken = said(result).filter((each) => !(wanted && each.startsWith("collection-split")));
    expect(spoken).toEqual([expected]);
    expect(kept(result).features.map(({ row }) => row)).toEqual([1, 3]);
    expect(result.rows).toBe(3);
  });
  test("a number too large for any number is none", async () => {
    const result = await readText('{"type":"Point","coordinates":[1e999,21]}');
    expect(said(result)).toEqual(["not-a-number@1=Infinity", "nothing-left"]);
  });
  test.each([[null], [7], [{ type: "Fetaure" }], [[]]])("%j is no feature", async (item) => {
    const result = await readJson({ type: "FeatureCollection", features: [feature(POINT), item] });
    expect(result.problems).toMatchObject([{ code: "not-a-feature", row: 2, severity: "left-out" }]);
  });
  test("coordinates nested beyond all sense do no harm", async () => {
    const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
    const result = await readText(`{"type":"MultiPolygon","coordinates":${deep}}`);
    expect(said(result)).toEqual(["wrong-nesting@1=[…]", "nothing-left"]);
  });
  test("a file of which nothing is left is refused, and every row says why", async () => {
    const result = await readJson(collection(null, { type: "Point", coordinates: [] }));
    expect(result.layer).toBeNull();
    expect(said(result)).toEqual(["null-geometry@1", "empty-geometry@2=Point", "nothing-left"]);
  });
  test("fifty of a kind are listed, all are counted", async () => {
    const result = await readJson(collection(POINT, ...Array(1234).fill(null)));
    expect(result.problems).toHaveLength(LISTED_PER_CODE);
    expect(result.totals).toEqual({ "null-geometry": 1234 });
    expect(result.problems.at(-1)?.row).toBe(LISTED_PER_CODE + 1);
  });
});

describe("reference systems", () => {
  const named = (name: unknown) => ({ type: "name", properties: { name } });
  test.each([
    "urn:ogc:def:crs:OGC:1.3:CRS84",
    "urn:ogc:def:crs:EPSG::4326",
    "urn:ogc:def:crs:EPSG:6.9:4326",
    "EPSG:4326",
    "epsg:4326",
    "http://www.opengis.net/def/crs/OGC/1.3/CRS84",
  ])("%s is WGS 84", async (name) => {
    expect(said(await readJson({ ...collection(POINT), crs: named(name) }))).toEqual([]);
  });
  test.each(["urn:ogc:def:crs:EPSG::9209", "EPSG:32648", "EPSG:14326", "EPSG:43260", "EPSG:4756"])(
    "%s is another and is refused by name",
    async (name) => {
      expect(said(await readJson({ ...collection(POINT), crs: named(name) }))).toEqual([`other-crs=${name}`]);
      const inside = { ...feature(POINT), crs: named(name) };
      const result = await readJson({ type: "FeatureCollection", features: [feature(POINT), inside] });
      expect(said(result)).toEqual([`other-crs@2=${name}`]);
    },
  );
  test("none, null and a link", async () => {
    expect(said(await readJson({ ...collection(POINT), crs: null }))).toEqual([]);
    const link = { type: "link", properties: { href: "http://example.com/crs/42" } };
    expect(said(await readJson({ ...POINT, crs: link }))).toEqual(["other-crs=http://example.com/crs/42"]);
    expect(said(await readJson({ ...POINT, crs: {} }))).toEqual(["other-crs={…}"]);
  });
});

describe("limits", () => {
  test("one feature over the limit refuses the file with its number; the limit itself does not", async () => {
    const line = `{"type":"Feature","properties":null,"geometry":${JSON.stringify(POINT)}}`;
    const file = (count: number) =>
      `{"type":"FeatureCollection","features":[${Array(count).fill(line).join(",")}]}`;
    const refused = await readText(file(MAX_FEATURES + 1));
    expect(said(refused)).toEqual([`too-many-features=${MAX_FEATURES + 1}`]);
    expect(refused).toMatchObject({ layer: null, rows: MAX_FEATURES + 1 });
    expect(kept(await readText(file(MAX_FEATURES))).features).toHaveLength(MAX_FEATURES);
  });
  test("one vertex over the limit refuses the file with its number; the limit itself does not", async () => {
    const file = (count: number) =>
      `{"type":"MultiPoint","coordinates":[${"[106,21],".repeat(count - 1)}[106,21]]}`;
    expect(said(await readText(file(MAX_VERTICES + 1)))).toEqual([`too-many-vertices=${MAX_VERTICES + 1}`]);
    expect(said(await readText(file(MAX_VERTICES)))).toEqual([]);
  });
});

describe("names", () => {
  const nameOf = async (properties: unknown) =>
    kept(await readJson(feature(POINT, properties))).features[0]?.name;
  test.each([
    [{ name: "Cầu" }, "Cầu"],
    [{ Ten: "Cầu" }, "Cầu"],
    [{ TÊN: "Cầu" }, "Cầu"],
    [{ "te\u0302n": "Ca\u0302\u0300u" }, "Cầu"],
    [{ "Tên công trình": "Cầu" }, "Cầu"],
    [{ "Tên công trình": "Cầu", name: "Bridge" }, "Bridge"],
    [{ ten: 12 }, "12"],
    [{ name: "  a\u0000\tb \n" }, "a b"],
    [{ name: "<img src=x onerror=alert(1)>" }, "<img src=x onerror=alert(1)>"],
    [{ name: "" }, null],
    [{ name: {} }, null],
    [{ tenant: "x" }, null],
    [null, null],
    [[], null],
    ["name", null],
  ])("%j names the feature %j", async (properties, expected) => {
    expect(await nameOf(properties)).toBe(expected);
  });
  test("a name is cut at 200 characters, never in the middle of one", async () => {
    expect(Array.from((await nameOf({ name: "𠮷".repeat(300) })) ?? "")).toEqual(Array(200).fill("𠮷"));
    expect(await nameOf({ name: "x".repeat(1_000_000) })).toBe("x".repeat(200));
  });
  test("a property called __proto__ names nothing and changes nothing", async () => {
    const text =
      '{"type":"Feature","geometry":{"type":"Point","coordinates":[106.1,21.1]},"properties":{"__proto__":{"name":"x","polluted":1}}}';
    expect(kept(await readText(text)).features[0]?.name).toBeNull();
    expect("polluted" in {}).toBe(false);
  });
  test("the layer has the file's name in NFC and the hash of its bytes", async () => {
    const layer = kept(await readText(JSON.stringify(POINT), " Đe\u0302.geojson "));
    expect(layer.name).toBe("Đê.geojson");
    const { createHash } = await import("node:crypto");
    const expected = createHash("sha256").update(JSON.stringify(POINT)).digest("hex").slice(0, 16);
    expect(layer.hash).toBe(expected);
  });
});

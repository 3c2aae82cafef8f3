import fc from "fast-check";
import { zipSync } from "fflate";
import type { Geometry } from "geojson";
import { describe, expect, test } from "vitest";
import { mendGeometry } from "@/imports/mendGeometry";
import { GeometryFault } from "@/imports/positions";
import type { Sheet } from "@/imports/sheet";
import { type FileRead, readFile } from "@/imports/sheets/readFile";
import { dbfBytes, type GivenLayer, shapefileZip, shpBytes } from "./shapefile";

const bytesOf = (text: string) => new TextEncoder().encode(text);
const collection = (features: readonly unknown[], members = {}) =>
  JSON.stringify({ type: "FeatureCollection", ...members, features });
const feature = (geometry: unknown, properties: unknown = {}) => ({ type: "Feature", properties, geometry });

async function sheetsOf(name: string, bytes: Uint8Array, choices = {}): Promise<readonly Sheet[]> {
  const read = await readFile(name, bytes, choices);
  if (!("sheets" in read)) throw new Error(JSON.stringify(read));
  return read.sheets;
}
const refusal = (read: FileRead) => ("refused" in read ? [read.refused, read.row] : read);

const LINE: Geometry = {
  type: "LineString",
  coordinates: [
    [106.9, 21.3],
    [106.91, 21.31],
    [106.92, 21.3],
  ],
};
const ISLANDS: Geometry = {
  type: "MultiPolygon",
  coordinates: [
    [
      [
        [0, 0],
        [10, 0],
        [10, 10],
        [0, 10],
        [0, 0],
      ],
      [
        [2, 2],
        [2, 4],
        [4, 4],
        [4, 2],
        [2, 2],
      ],
    ],
    [
      [
        [20, 0],
        [22, 0],
        [22, 2],
        [20, 0],
      ],
    ],
  ],
};

describe("GeoJSON", () => {
  test("fields are columns, feature n stands in row n + 1, shapes keep the numbers of the file", async () => {
    const text = collection([
      feature(LINE, { ma: "CT-001", dai: 1.5, xong: false, __proto__x: 1 }),
      feature(null, { ma: "CT-002", khac: { a: [1] } }),
      { ...feature(LINE), id: 7 },
    ]);
    const [sheet, ...others] = await sheetsOf("a.geojson", bytesOf(text));
    expect(others).toEqual([]);
    expect(sheet?.rows).toEqual([
      ["ma", "dai", "xong", "__proto__x", "khac", "id"],
      ["CT-001", 1.5, false, 1, null, null],
      ["CT-002", null, null, null, '{"a":[1]}', null],
      [null, null, null, null, null, 7],
    ]);
    expect([...(sheet?.layer?.geometries ?? [])]).toEqual([
      [2, LINE],
      [4, LINE],
    ]);
    expect(sheet?.layer).toMatchObject({ kind: "line", crs: "EPSG:4326", said: null });
  });

  test.each([
    ["urn:ogc:def:crs:EPSG::9214", "EPSG:9214"],
    ["EPSG:3405", "EPSG:3405"],
    ["urn:ogc:def:crs:OGC:1.3:CRS84", "EPSG:4326"],
    ["EPSG:9210", null],
  ])("a crs member is what the file says: %s", async (name, crs) => {
    const text = collection([feature(LINE)], { crs: { type: "name", properties: { name } } });
    const [sheet] = await sheetsOf("a.json", bytesOf(text));
    expect(sheet?.layer).toMatchObject({ crs, said: name });
  });

  test("numbers that cannot be degrees are of no known system", async () => {
    const metres = { type: "Point", coordinates: [490_000, 2_356_000] };
    const [sheet] = await sheetsOf("a.json", bytesOf(collection([feature(metres)])));
    expect(sheet?.layer?.crs).toBeNull();
  });

  test("points, lines and areas are layers of their own; every feature keeps its row", async () => {
    const point = { type: "Point", coordinates: [106.9, 21.3] };
    const text = collection([feature(point, { n: 1 }), feature(LINE, { n: 2 }), feature(ISLANDS, { n: 3 })]);
    const sheets = await sheetsOf("a.json", bytesOf(text));
    expect(sheets.map(({ name, rows }) => [name, rows])).toEqual([
      ["point", [["n"], [1], [], []]],
      ["line", [["n"], [], [2], []]],
      // Areas need an id: their number, where the file gives none.
      ["polygon", [["FID", "n"], [], [], [3, 3]]],
    ]);
  });

  test("a collection of one kind is one shape; of several, or of nothing readable, it is a fault that names itself", async () => {
    const both = { type: "GeometryCollection", geometries: [LINE, LINE] };
    const mixed = { type: "GeometryCollection", geometries: [LINE, { type: "Point", coordinates: [1, 2] }] };
    const text = collection([
      feature(both),
      feature(mixed),
      feature({ type: "LineString", coordinates: [[1, "x"]] }),
      5,
    ]);
    const [sheet] = await sheetsOf("a.json", bytesOf(text));
    expect(sheet?.layer?.geometries.get(2)?.type).toBe("MultiLineString");
    const faults = [...(sheet?.layer?.faults ?? [])];
    expect(faults.map(([row]) => row)).toEqual([3, 4, 5]);
    for (const [, fault] of faults) expect(fault).toBeInstanceOf(GeometryFault);
  });

  test("without any shape it is a table; JSON of another kind, or none, is refused with its line", async () => {
    const [plain] = await sheetsOf("a.json", bytesOf(collection([feature(null, { a: 1 })])));
    expect(plain?.layer).toBeNull();
    expect(refusal(await readFile("a.json", bytesOf('{"a": 1}')))).toEqual(["no-layer", 0]);
    expect(refusal(await readFile("a.json", bytesOf(collection([]))))).toEqual(["no-layer", 0]);
    expect(
      refusal(await readFile("a.json", bytesOf('{\n"type": "FeatureCollection",\n"features": [}'))),
    ).toEqual(["json", 3]);
  });
});

const layer = (given: Partial<GivenLayer> = {}): GivenLayer => ({
  name: "tuyen",
  geometries: [LINE, null, LINE],
  fields: [
    { name: "MA", type: "C", length: 12, values: ["CT-001", "CT-002", "CT-003"] },
    { name: "TEN", type: "C", length: 40, values: ["Đường Lệ Viễn", "Kè suối", ""] },
    { name: "DAI", type: "N", length: 10, values: ["1.50", "", "**********"] },
    { name: "NGAY", type: "D", length: 8, values: ["20260630", "00000000", "20261331"] },
    { name: "XONG", type: "L", length: 1, values: ["T", "F", "?"] },
  ],
  cpg: "UTF-8",
  ...given,
});

describe("shapefiles", () => {
  test("shapes and their table, whatever folder they lie in; blanks are blank", async () => {
    const [sheet] = await sheetsOf("a.zip", shapefileZip([layer()], "Lớp bản đồ/"));
    expect(sheet?.name).toBe("tuyen");
    expect(sheet?.rows).toEqual([
      ["MA", "TEN", "DAI", "NGAY", "XONG"],
      ["CT-001", "Đường Lệ Viễn", 1.5, { day: "2026-06-30" }, true],
      ["CT-002", "Kè suối", null, null, false],
      ["CT-003", null, null, "20261331", null],
    ]);
    expect([...(sheet?.layer?.geometries ?? [])]).toEqual([
      [2, LINE],
      [4, LINE],
    ]);
    // Without a .prj nobody knows where it is, not even when the numbers look like degrees.
    expect(sheet?.layer).toMatchObject({ kind: "line", crs: null, said: null });
  });

  test("several layers of one archive, a deleted record, an area with its hole", async () => {
    const areas = layer({
      name: "vung",
      geometries: [ISLANDS, ISLANDS],
      fields: [{ name: "CAP", type: "C", length: 10, values: ["cao", "cao"] }],
      deleted: [0],
    });
    const sheets = await sheetsOf("a.zip", shapefileZip([layer(), areas]));
    expect(sheets.map(({ name }) => name)).toEqual(["tuyen", "vung"]);
    expect(sheets[1]?.rows).toEqual([["FID", "CAP"], [], [2, "cao"]]);
    const [[row, shape] = []] = sheets[1]?.layer?.geometries ?? [];
    expect(row).toBe(3);
    // As in the file, where rings run the other way; the rules of GeoJSON come with its place.
    expect(shape && mendGeometry(shape).geometry).toEqual(ISLANDS);
  });

  test("the encoding is what the file says, what its texts tell, or asked", async () => {
    const tcvn3 = Uint8Array.from([0xa7, 0xad, 0xea, 0x6e, 0x67]); // "Đưêng" has no reading but TCVN3's "Đường"
    const named = (values: readonly (string | Uint8Array)[], cpg?: string): GivenLayer => {
      const { cpg: _, ...rest } = layer();
      return {
        ...rest,
        geometries: values.map(() => LINE),
        fields: [{ name: "TEN", type: "C", length: 30, values }],
        ...(cpg === undefined ? {} : { cpg }),
      };
    };
    const utf8 = await sheetsOf("a.zip", shapefileZip([named(["Thôn Đồng Vành"])]));
    expect(utf8[0]?.rows[1]).toEqual(["Thôn Đồng Vành"]);
    const chosen = await sheetsOf("a.zip", shapefileZip([named([tcvn3])]), { encoding: "tcvn3" });
    expect(chosen[0]?.rows[1]?.[0]).toMatch(/^Đư/);
    const asked = await readFile("a.zip", shapefileZip([named([Uint8Array.from([0xff, 0xfe, 0xfd])])]));
    expect(asked).toMatchObject({ needs: "encoding" });
  });

  test("a field that is full may end within a letter", async () => {
    const cut = bytesOf("Đường liên xã Ấ").subarray(0, -1);
    const given = layer({
      geometries: [LINE],
      fields: [{ name: "TEN", type: "C", length: cut.length, values: [cut] }],
    });
    const [sheet] = await sheetsOf("a.zip", shapefileZip([given]));
    expect(sheet?.rows[1]).toEqual(["Đường liên xã"]);
  });

  test("a table with another number of rows, or none of the shapes readable, is refused whole", async () => {
    const files = (shp: Uint8Array, dbf: Uint8Array) => zipSync({ "a.shp": shp, "a.dbf": dbf });
    const shp = shpBytes([LINE, LINE]);
    expect(refusal(await readFile("a.zip", files(shp, dbfBytes(layer({ geometries: [LINE] })))))).toEqual([
      "broken",
      0,
    ]);
    expect(refusal(await readFile("a.zip", files(shp.subarray(0, 60), dbfBytes(layer()))))).toEqual([
      "broken",
      0,
    ]);
    expect(refusal(await readFile("a.zip", files(shp, new Uint8Array(20))))).toEqual(["broken", 0]);
    expect(refusal(await readFile("a.zip", zipSync({ "readme.txt": bytesOf("x") })))).toEqual([
      "no-layer",
      0,
    ]);
  });

  test("a header that promises more records than there are bytes is not believed", async () => {
    const dbf = dbfBytes(layer({ geometries: [LINE] }));
    new DataView(dbf.buffer).setUint32(4, 0xffffffff, true);
    const [sheet] = await sheetsOf("a.zip", zipSync({ "a.shp": shpBytes([LINE]), "a.dbf": dbf }));
    expect(sheet?.rows).toHaveLength(2);
  });
});

const KML = (placemarks: string, head = "") =>
  `<?xml version="1.0" encoding="UTF-8"?>${head}<kml xmlns="http://www.opengis.net/kml/2.2"><Document>${placemarks}</Document></kml>`;
const PLACE = `<Placemark id="p1"><name>Thôn Đồng Vành</name><styleUrl>#a</styleUrl><description><![CDATA[<b onclick="x()">gần suối</b>]]></description>
  <ExtendedData><Data name="ma"><value>TH-001</value></Data></ExtendedData>
  <Point><coordinates>106.968,21.311,35</coordinates></Point></Placemark>`;

describe("KML", () => {
  test("places with their data, in WGS 84 whatever else; how they look is left out, markup stays text", async () => {
    const [sheet] = await sheetsOf("a.kml", bytesOf(KML(PLACE)));
    expect(sheet?.layer).toMatchObject({ kind: "point", crs: "EPSG:4326" });
    const [fields, cells] = sheet?.rows ?? [];
    expect(fields).not.toContain("styleUrl");
    const at = (field: string) => cells?.[fields?.indexOf(field) ?? -1];
    expect([at("name"), at("ma")]).toEqual(["Thôn Đồng Vành", "TH-001"]);
    expect(at("description")).toBe('<b onclick="x()">gần suối</b>');
    expect(sheet?.layer?.geometries.get(2)).toMatchObject({ type: "Point" });
  });

  test("a KMZ is its document", async () => {
    const [sheet] = await sheetsOf(
      "a.kmz",
      zipSync({ "doc.kml": bytesOf(KML(PLACE)), "files/a.png": bytesOf("x") }),
    );
    expect(sheet?.name).toBeNull();
    expect(sheet?.rows).toHaveLength(2);
  });

  test("broken, empty, or with entities of its own it is refused; other XML is no map", async () => {
    expect(refusal(await readFile("a.kml", bytesOf(KML(PLACE).replace("</Placemark>", ""))))).toEqual([
      "broken",
      0,
    ]);
    expect(refusal(await readFile("a.kml", bytesOf(KML(""))))).toEqual(["no-layer", 0]);
    const laughs = KML(PLACE, '<!DOCTYPE kml [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>');
    expect(refusal(await readFile("a.kml", bytesOf(laughs)))).toEqual(["broken", 0]);
    expect(refusal(await readFile("a.xml", bytesOf("<gpx></gpx>")))).toEqual(["other-format", 0]);
  });
});

test("spoilt maps are refused or read, and never more", { timeout: 60_000 }, async () => {
  const samples: readonly (readonly [string, Uint8Array])[] = [
    ["a.geojson", bytesOf(collection([feature(LINE, { a: 1 }), feature(ISLANDS, { a: 2 })]))],
    ["a.kml", bytesOf(KML(PLACE))],
    ["a.shp", shpBytes([LINE, LINE])],
    ["b.shp", shpBytes([ISLANDS])],
    ["a.dbf", dbfBytes(layer())],
  ];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...samples),
      fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 12 }),
      fc.option(fc.nat()),
      async ([name, whole], spoilt, cut) => {
        const bytes = whole.slice(0, cut === null ? whole.length : 1 + (cut % whole.length));
        for (const [at, byte] of spoilt) bytes[at % bytes.length] = byte;
        const given = name.endsWith("shp")
          ? zipSync({ "a.shp": bytes, "a.dbf": dbfBytes(layer()) })
          : name.endsWith("dbf")
            ? zipSync({ "a.shp": shpBytes(layer().geometries), "a.dbf": bytes })
            : bytes;
        const read = await readFile(name.endsWith("shp") || name.endsWith("dbf") ? "a.zip" : name, given);
        expect("sheets" in read || "refused" in read || "needs" in read).toBe(true);
      },
    ),
    { numRuns: 1500 },
  );
});

import { describe, expect, test } from "vitest";
import { jsonFault } from "@/imports/jsonFault";
import { readLayer } from "@/imports/readLayer";
import { MAX_BYTES } from "@/imports/uploadedLayer";
import {
  codesOf,
  collection,
  FRAME,
  kept,
  LINE,
  latin1,
  POINT,
  readCsv,
  readJson,
  readText,
  said,
  utf8,
} from "./uploads";

describe("a file that is something else than its name says is refused by its first bytes", () => {
  test.each([
    ["PK\x03\x04\x14\0\0\0", "archive=ZIP"],
    ["PK\x05\x06", "archive=ZIP"],
    ["PK\x03\x04\x14\0\0\0\x08\0 xl/workbook.xml", "spreadsheet=Excel .xlsx"],
    ["PK\x03\x04 mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "spreadsheet=OpenDocument .ods"],
    ["PK\x03\x04 ranh_gioi.shp", "shapefile=ZIP + shapefile"],
    ["PK\x03\x04 doc.kml", "archive=KMZ"],
    ["\x1f\x8b\x08\0", "archive=gzip"],
    ["7z\xbc\xaf\x27\x1c\0\x04", "archive=7-Zip"],
    ["\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "spreadsheet=Excel .xls"],
    ["\0\0\x27\x0a\0\0\0\0", "shapefile=shapefile .shp"],
    ["SQLite format 3\0", "other-format=GeoPackage / SQLite"],
    ["%PDF-1.7\n", "other-format=PDF"],
    ["\x89PNG\r\n\x1a\n\0\0", "other-format=PNG"],
    ["\xff\xd8\xff\xe0", "other-format=JPEG"],
    ['<?xml version="1.0"?>\n<kml xmlns="http://www.opengis.net/kml/2.2">', "other-format=KML"],
    ["<gpx version='1.1'>", "other-format=GPX"],
    ["<!DOCTYPE html><html >", "other-format=HTML"],
    ["<nothing/>", "other-format=XML"],
    ["lon,lat\n\0\0", "other-format=?"],
  ])("%j: %s", async (start, expected) => {
    for (const name of ["lop.geojson", "lop.csv"]) {
      const result = await readLayer(name, latin1(start), FRAME);
      expect(said(result)).toEqual([expected]);
      expect(result).toMatchObject({ layer: null, format: null, rows: 0 });
      expect(result.problems[0]?.severity).toBe("refused");
    }
  });
  test("what a long archive holds is also found in the list at its end", async () => {
    const bytes = latin1(`PK\x03\x04${"\x01".repeat(200_000)}PK\x01\x02 thua_dat.dbf`);
    expect(said(await readLayer("a.geojson", bytes, FRAME))).toEqual(["shapefile=ZIP + shapefile"]);
  });
});

describe("characters", () => {
  test("nothing, or nothing but space, is an empty file", async () => {
    for (const text of ["", " \n\t ", "\uFEFF", "\uFEFF\r\n", " ".repeat(10_000)])
      expect(said(await readText(text))).toEqual(["empty-file"]);
  });
  test("a mark at the start of UTF-8 is no part of the text", async () => {
    expect(kept(await readText(`\uFEFF${JSON.stringify(POINT)}`)).features).toHaveLength(1);
    expect(kept(await readCsv("\uFEFFlon,lat\n106.1,21.1")).features).toHaveLength(1);
  });
  test.each([
    ["with a mark", true, "\uFEFFtên\tlon\tlat\nĐê Ninh Hoà\t106,1\t21,1\n"],
    ["with a mark", false, "\uFEFFtên\tlon\tlat\nĐê Ninh Hoà\t106,1\t21,1\n"],
    ["without", true, "name\tlon\tlat\nĐê Ninh Hoà\t106,1\t21,1\n"],
    ["without", false, "name\tlon\tlat\nĐê Ninh Hoà\t106,1\t21,1\n"],
  ])("UTF-16 %s, little end first %s, is read, and said", async (_, isLittle, text) => {
    const bytes = Uint8Array.from(text.split(""), () => 0);
    const wide = new DataView(new ArrayBuffer(2 * bytes.length));
    for (let at = 0; at < text.length; at++) wide.setUint16(2 * at, text.charCodeAt(at), isLittle);
    const result = await readLayer("bang.txt", new Uint8Array(wide.buffer), FRAME);
    expect(said(result)).toEqual([isLittle ? "utf-16=UTF-16LE" : "utf-16=UTF-16BE"]);
    expect(kept(result).features[0]).toMatchObject({ row: 2, name: "Đê Ninh Hoà" });
  });
  test("an older encoding is refused with the line of the first strange character", async () => {
    const result = await readLayer("a.csv", latin1("lon,lat,ten\n106,21,a\n106,21,X\xe3 B"), FRAME);
    expect(said(result)).toEqual(["not-utf-8=3"]);
  });
});

describe("size", () => {
  test("a file over 50 MB is refused unread, and called larger than 50 MB", async () => {
    expect(said(await readLayer("a.geojson", new Uint8Array(MAX_BYTES + 1), FRAME))).toEqual([
      "too-large=51",
    ]);
  });
  test("a file of exactly 50 MB is read", async () => {
    const bytes = new Uint8Array(MAX_BYTES).fill(0x20);
    bytes.set(utf8(JSON.stringify(POINT)));
    const result = await readLayer("a.geojson", bytes, FRAME);
    expect(kept(result).features).toHaveLength(1);
  });
  test("50 MB of real features are read, or refused by a number", async () => {
    const text = JSON.stringify({
      ...feature(POINT),
      properties: { ten: "Trạm", note: "x".repeat(600) },
    });
    const count = Math.floor((MAX_BYTES - 60) / (utf8(text).length + 1));
    const whole = `{"type":"FeatureCollection","features":[${Array(count).fill(text).join(",")}]}`;
    const result = await readText(whole);
    expect(kept(result).features).toHaveLength(count);
    expect(said(result)).toEqual([]);
  });
  test("megabytes of line breaks, of brackets and of quotes end, too", async () => {
    const nearly = 4_000_000;
    expect(codesOf(await readCsv(`lon,lat\n${"\n".repeat(nearly)}`))).toEqual(["empty-collection"]);
    expect(codesOf(await readCsv(`lon,lat\n${"1\n".repeat(nearly / 2)}`)).at(-1)).toBe("too-many-features");
    expect(codesOf(await readText("[".repeat(nearly)))).toEqual(["json-truncated"]);
    expect(codesOf(await readText(`[${"1".repeat(nearly)}`))).toEqual(["json-truncated"]);
    expect(codesOf(await readText(`["${"a".repeat(nearly)}`))).toEqual(["json-truncated"]);
  });
});

const feature = (geometry: unknown) => ({ type: "Feature", geometry });

describe("JSON that is broken", () => {
  test.each([
    ['{"type":"Point",\n "coordinates":[106.1,', "json-truncated=2:23"],
    ['{"type":"Point"', "json-truncated=1:16"],
    ['{"type":"Poi', "json-truncated=1:13"],
    ['{"type":"a\\u00', "json-truncated=1:15"],
    ['{"type":"a\\', "json-truncated=1:12"],
    ['{"type":tru', "json-truncated=1:9"],
    ["[106.", "json-truncated=1:5"],
    ["[1e", "json-truncated=1:3"],
    ["[-", "json-truncated=1:2"],
    ['{"type":"Point",}', "json-broken=1:17"],
    ['{"type":"Point","coordinates":[NaN,21]}', "json-broken=1:32"],
    ['{\n\n  type: "Point"}', "json-broken=3:3"],
    ['{"a":"\\x"}', "json-broken=1:7"],
    ['{"a":"b\nc"}', "json-broken=1:8"],
    ['{"a" 1}', "json-broken=1:6"],
    ['{"a":1 "b":2}', "json-broken=1:8"],
    ["[1,2}", "json-broken=1:5"],
    ["[01]", "json-broken=1:3"],
    ['{"type":"Point"} x', "json-broken=1:18"],
  ])("%j: %s", async (text, expected) => {
    expect(said(await readText(text))).toEqual([expected]);
  });
  test("a name that ends in .geojson promises JSON, whatever the text begins with", async () => {
    expect(said(await readText("lon,lat\n106,21"))).toEqual(["json-broken=1:1"]);
  });
  test("text that is JSON has no fault, in any nesting", () => {
    for (const text of ["1", " [ ] ", "{}", '{"a":[1,{"b":"\\u00e9\\n"}],"c":-0.5e-3}', "null", '""'])
      expect(jsonFault(text)).toBeNull();
    expect(jsonFault("[".repeat(1_000_000) + "]".repeat(1_000_000))).toBeNull();
  });
  test("every beginning of a GeoJSON file is truncated, none is broken", () => {
    const text = JSON.stringify(collection(POINT, LINE), null, 1).replace("106.1", "-1.06e+2");
    for (let end = 1; end < text.length; end++)
      expect(jsonFault(text.slice(0, end)), text.slice(0, end)).toMatchObject({ isTruncated: true });
  });
});

describe("JSON that is not GeoJSON", () => {
  test.each([
    [{ type: "Topology", objects: {}, arcs: [] }, "topojson"],
    [[POINT], "not-geojson=[…]"],
    [{}, "not-geojson={…}"],
    [{ type: "Circle", coordinates: [106, 21] }, 'not-geojson="type": Circle'],
    [{ type: "FeatureCollection" }, 'not-geojson="type": FeatureCollection'],
    [{ type: "FeatureCollection", features: {} }, 'not-geojson="type": FeatureCollection'],
    [{ geometryType: "esriGeometryPoint", features: [] }, "not-geojson=Esri JSON"],
    [{ features: [] }, "not-geojson={…}"],
    [3, "not-geojson=3"],
    [null, "not-geojson=null"],
  ])("%j: %s", async (value, expected) => {
    expect(said(await readJson(value))).toEqual([expected]);
  });
  test("members that every object inherits are not the file's", async () => {
    const text = '{"__proto__":{"type":"Point","coordinates":[106.1,21.1]}}';
    expect(said(await readText(text))).toEqual(["not-geojson={…}"]);
    expect(said(await readText('{"type":"constructor"}'))).toEqual(['not-geojson="type": constructor']);
    expect(Object.hasOwn(Object.prototype, "coordinates")).toBe(false);
  });
});

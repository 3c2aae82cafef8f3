import { describe, expect, test } from "vitest";
import { MAX_FEATURES } from "@/imports/uploadedLayer";
import { kept, readCsv, readText, said } from "./uploads";

const pointsOf = async (text: string) =>
  kept(await readCsv(text)).features.map(({ row, name, geometry }) => [
    row,
    name,
    geometry.type === "Point" && geometry.coordinates,
  ]);

describe("a table becomes points", () => {
  test.each([
    ["comma", "name,lon,lat\nBến A,106.1,21.1\n"],
    ["semicolon and decimal comma", "Tên;Kinh độ;Vĩ độ\nBến A;106,1;21,1\n"],
    ["semicolon and decimal point", "ten;x;y\nBến A;106.1;21.1"],
    ["tab", "TÊN\tLONGITUDE\tLATITUDE\r\nBến A\t106,1\t21.1\r\n"],
    ["quotes", '"name","lng","lat"\r\n"Bến A","106.1","21,1"'],
    ["spaces and signs", "name , Lon. , LAT \nBến A, +106.1 , 2.11e1"],
    ["decomposed headers", "te\u0302n,kinh_đo\u0323\u0302,vi\u0303_đo\u0323\u0302\nBến A,106.1,21.1"],
  ])("%s", async (_, text) => {
    expect(await pointsOf(text)).toEqual([[2, "Bến A", [106.1, 21.1]]]);
  });
  test("rows count as a spreadsheet counts them; rows with nothing in them are none", async () => {
    const result = await readCsv("lon;lat;ten\n\n106;21;a\n;;\n106;21;b\n\n");
    expect(kept(result).features.map(({ row, name }) => [row, name])).toEqual([
      [3, "a"],
      [5, "b"],
    ]);
    expect(result).toMatchObject({ format: "csv", rows: 2, problems: [] });
  });
  test("Excel's line that names the separator, and blank lines, may stand above the header", async () => {
    expect(await pointsOf("sep=;\n\nten;lon;lat\na;106;21")).toEqual([[4, "a", [106, 21]]]);
  });
  test("quoted cells hold separators, quotes and line breaks", async () => {
    expect(await pointsOf('lon,lat,name\n106,21,"a, ""b""\nc"\n106,21,d')).toEqual([
      [2, 'a, "b" c', [106, 21]],
      [3, "d", [106, 21]],
    ]);
  });
  test("degrees are preferred to x and y, an exact name to a name of something", async () => {
    expect(await pointsOf("x,y,Tên xã,name,lat,lon\n550000,2330000,Xã,Bến,21,106")).toEqual([
      [2, "Bến", [106, 21]],
    ]);
    expect(await pointsOf("Tên trạm,lat,lon\nA,21,106")).toEqual([[2, "A", [106, 21]]]);
    expect(await pointsOf("tenant,lat,lon\nA,21,106")).toEqual([[2, null, [106, 21]]]);
  });
  test("a table in a file called .txt is read; JSON in one called .csv is read as what it is", async () => {
    expect(kept(await readText("lon,lat\n106,21", "a.txt")).features).toHaveLength(1);
    expect((await readCsv(' {"type":"Point","coordinates":[106,21]}')).format).toBe("geojson");
  });
});

describe("rows that cannot be read are left out by number", () => {
  test.each([
    [",21", "missing-coordinate@3"],
    ["106, ", "missing-coordinate@3"],
    ["106", "missing-coordinate@3"],
    ["abc,21", "not-a-number@3=abc"],
    ["106,N 21°", "not-a-number@3=N 21°"],
    ["Infinity,21", "not-a-number@3=Infinity"],
    ["1e999,21", "not-a-number@3=1e999"],
    ["0x6A,21", "not-a-number@3=0x6A"],
    ['"1.060,5",21', "not-a-number@3=1.060,5"],
    ["106,05,21,05", "row-too-long@3=4"],
    [`${"9".repeat(500)},21`, `not-a-number@3=${"9".repeat(60)}`],
  ])("%s: %s", async (row, expected) => {
    const result = await readCsv(`lon,lat\n106,21\n${row}\n106,21\n`);
    expect(said(result)).toEqual([expected]);
    expect(kept(result).features.map((each) => each.row)).toEqual([2, 4]);
    expect(result.rows).toBe(3);
  });
  test("empty cells beyond the header do no harm", async () => {
    expect(said(await readCsv("lon,lat\n106,21,,,"))).toEqual([]);
  });
});

describe("tables that are refused", () => {
  test("without coordinate columns, with the headers found, split by the separator that finds most", async () => {
    expect(said(await readCsv("Tên;Xã;Ghi chú, khác\na;b;c"))).toEqual([
      "no-coordinate-columns=Tên, Xã, Ghi chú, khác",
    ]);
    expect(said(await readCsv("lon,name\n106,a"))).toEqual(["no-coordinate-columns=lon, name"]);
    expect(said(await readCsv("just some words"))).toEqual(["no-coordinate-columns=just some words"]);
    const long = said(await readCsv(Array(1000).fill("cột").join(",")))[0];
    expect(long?.length).toBeLessThan(400);
  });
  test("with a header and no row", async () => {
    expect(said(await readCsv("lon,lat\n"))).toEqual(["empty-collection"]);
    expect(said(await readCsv("lon,lat\n,\n"))).toEqual(["empty-collection"]);
  });
  test("with a quote that never closes: the rest of the file would be one name", async () => {
    expect(said(await readCsv('lon,lat,name\n106,21,a\n106,21,"b\n106,21,c\n'))).toEqual([
      "unclosed-quote@3",
    ]);
    expect(said(await readCsv('lon,lat,name\n106,21,"b'))).toEqual(["unclosed-quote@2"]);
    expect(said(await readCsv('lon,lat,name\n106,21,"b"'))).toEqual([]);
  });
  test("with more rows than the limit, counted to the end", async () => {
    const result = await readCsv(`lon,lat\n${"106,21\n".repeat(MAX_FEATURES + 5)}`);
    expect(said(result)).toEqual([`too-many-features=${MAX_FEATURES + 5}`]);
    expect(result.layer).toBeNull();
  });
});

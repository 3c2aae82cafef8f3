import { describe, expect, it } from "vitest";
import { nameKey } from "../../scripts/boundaries/names";
import { parseCsv, positiveNumber, readShapes, readText } from "../../scripts/boundaries/read";
import type { DataProblem } from "../../src/domain/parse";

const square = [
  [106, 21],
  [106, 21.1],
  [106.1, 21.1],
  [106.1, 21],
  [106, 21],
];
const item = (code: unknown, ring: unknown = square) => ({
  type: "Feature",
  properties: { code },
  geometry: { type: "Polygon", coordinates: [ring] },
});
const read = (...features: unknown[]) =>
  readShapes(JSON.stringify({ type: "FeatureCollection", features }), "x.geojson");
const only = (...features: unknown[]): DataProblem => {
  const { problems } = read(...features);
  expect(problems).toHaveLength(1);
  return problems[0]!;
};

describe("readShapes", () => {
  it("reads rings without their closing point, closed or not", () => {
    expect(read(item("07210")).shapes[0]!.parts[0]![0]).toHaveLength(4);
    expect(read(item("07210", square.slice(0, 4))).shapes[0]!.parts[0]![0]).toHaveLength(4);
  });
  it("names swapped longitude and latitude", () => {
    expect(
      only(
        item(
          "07210",
          square.map(([lon, lat]) => [lat, lon]),
        ),
      ),
    ).toMatchObject({
      severity: "error",
      row: 1,
      value: "21 106",
      message: expect.stringContaining("swapped"),
      remedy: expect.stringContaining("lon, lat"),
    });
  });
  it("names a position outside the province, projected metres and what is no number", () => {
    expect(only(item("07210", [...square.slice(0, 3), [105.6, 21]])).message).toMatch(/outside the province/);
    expect(only(item("07210", [...square.slice(0, 3), [500_000, 2_350_000]])).remedy).toMatch(/EPSG:4326/);
    expect(only(item("07210", [...square.slice(0, 3), [null, 21]])).message).toMatch(/not a number/);
    expect(only(item("07210", [...square.slice(0, 3), [106.05]])).message).toMatch(/not a number/);
  });
  it("names codes that are not codes and codes given twice, with the row of the first", () => {
    expect(only(item("7210")).value).toBe("7210");
    expect(only(item(7210)).remedy).toMatch(/leading zero/);
    expect(only(item(undefined)).value).toBeNull();
    expect(only(item("07210"), item("07210"))).toMatchObject({
      row: 2,
      message: expect.stringContaining("feature 1"),
    });
  });
  it("names missing and wrong geometry and rings that are too short", () => {
    expect(only({ type: "Feature", properties: { code: "07210" }, geometry: null }).message).toMatch(
      /no polygon/,
    );
    expect(only({ ...item("07210"), geometry: { type: "Point", coordinates: [106, 21] } }).value).toBe(
      "Point",
    );
    expect(only(item("07210", square.slice(0, 3))).message).toMatch(/fewer than four/);
  });
  it("takes either ring direction and names those that differ from the rest", () => {
    const reversed = [...square].reverse();
    expect(read(item("07210"), item("07228")).problems).toEqual([]);
    expect(read(item("07210", reversed), item("07228", reversed)).problems).toEqual([]);
    expect(only(item("07210"), item("07228"), item("07246", reversed))).toMatchObject({
      severity: "warning",
      row: 3,
      value: "07246",
    });
  });
  it("names every faulty feature and still reads the good ones", () => {
    const { shapes, problems } = read(
      item("x"),
      item("07210"),
      item("07228", [
        [0, 0],
        [0, 1],
        [1, 1],
        [0, 0],
      ]),
    );
    expect(problems.map(({ row }) => row)).toEqual([1, 3]);
    expect(shapes.map(({ code }) => code)).toEqual(["07210"]);
  });
  it("names a file that is not JSON, or holds no features", () => {
    expect(readShapes("{", "x.geojson").problems[0]?.message).toMatch(/not JSON/);
    expect(readShapes("{}", "x.geojson").shapes).toEqual([]);
  });
});

describe("parseCsv", () => {
  it("trims cells and makes runs of spaces one", () => {
    const problems: DataProblem[] = [];
    expect(parseCsv('code , seat\n07210,"huyện Yên Phong  (cũ), x "\n', "t.csv", problems)).toEqual([
      { code: "07210", seat: "huyện Yên Phong (cũ), x" },
    ]);
    expect(problems).toEqual([]);
  });
  it("names the row that has too many cells", () => {
    const problems: DataProblem[] = [];
    parseCsv("a,b\n1,2\n1,2,3\n", "t.csv", problems);
    expect(problems).toMatchObject([{ file: "t.csv", row: 3 }]);
  });
});

describe("positiveNumber", () => {
  it.each(["", "0", "-3", "12,5", "n/a", "Infinity"])("refuses %j", (text) => {
    const problems: DataProblem[] = [];
    expect(positiveNumber({ area: text }, "area", { file: "t.csv", row: 5 }, problems)).toBeNull();
    expect(problems).toMatchObject([{ row: 5, column: "area", value: text === "" ? null : text }]);
  });
  it("reads a decimal point", () => {
    expect(positiveNumber({ area: "23.45" }, "area", { file: "t.csv", row: 2 }, [])).toBe(23.45);
  });
});

describe("readText", () => {
  it("names the file that is missing", () => {
    const problems: DataProblem[] = [];
    expect(readText("/nowhere/a.csv", "a.csv", problems)).toBeNull();
    expect(problems).toMatchObject([{ file: "a.csv", severity: "error", message: "The file is missing." }]);
  });
});

describe("nameKey", () => {
  it.each([
    ["Phường Cảnh Thuỵ", "Phường Cảnh Thụy"],
    ["Xã Hiệp Hoà", "xã  Hiệp Hòa"],
    ["Nhân Hoà", "Nhân Hòa".normalize("NFD")],
    ["Khoẻ", "Khỏe"],
  ])("joins %s and %s", (one, other) => expect(nameKey(one)).toBe(nameKey(other)));
  it.each([
    ["Quý", "Quỳ"],
    ["Hoà", "Hoá"],
    ["Hoàng", "Hòang"],
    ["Tân An", "Tâm An"],
  ])("keeps %s and %s apart", (one, other) => expect(nameKey(one)).not.toBe(nameKey(other)));
  it("does not touch qu, where u is no vowel", () => expect(nameKey("Sơn Quỳ")).toBe("sơn quỳ"));
});

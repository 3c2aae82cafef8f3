import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { communeRows, deviationRows, toCsv } from "../../scripts/boundaries/communes";
import { buildTopology, neighbourCodes } from "../../scripts/boundaries/topology";
import { formatProblem } from "../../src/domain/parse";
import { tiling } from "../fixtures/boundaries/shapes";

const shapes = tiling(2, 1);
const row = (code: string, name: string, more: Record<string, string> = {}): Record<string, string> => ({
  code,
  name,
  kind: "xã",
  area_km2_official: "1.2",
  population_official: "5000",
  seat: `Trụ sở Đảng ủy, HĐND, UBND xã ${name} (cũ)`,
  former_units: `Xã ${name}, Thị trấn Khác`,
  ...more,
});
const relief = [
  { commune: "Xã Hoà", cells: "10", pct_relief_ge100m: "12.5", pct_relief_ge200m: "0.0" },
  { commune: "Xã Bình", cells: "0", pct_relief_ge100m: "", pct_relief_ge200m: "" },
];
const build = (rows: Record<string, string>[], more: Partial<Parameters<typeof communeRows>[0]> = {}) =>
  communeRows({
    shapes,
    neighbours: neighbourCodes(buildTopology(shapes)),
    rows,
    relief,
    corrections: [],
    files: { shapes: "s.geojson", table: "t.csv", relief: "r.csv" },
    ...more,
  });

describe("communeRows", () => {
  it("joins by code, sorts, and reads relief across tone placement", () => {
    const { rows, problems } = build([row("00002", "Bình"), row("00001", "Hòa")]);
    expect(problems).toEqual([]);
    expect(rows.map(({ code, neighbours }) => [code, neighbours])).toEqual([
      ["00001", "00002"],
      ["00002", "00001"],
    ]);
    expect(rows[0]).toMatchObject({
      name: "Hòa",
      unit: "commune",
      former_units: "Xã Hòa;Thị trấn Khác",
      relief_share_100: 12.5,
      relief_share_200: 0,
      bbox_west: 106,
    });
  });
  it("leaves relief unknown, not zero, where there are no cells", () => {
    expect(build([row("00001", "Hòa"), row("00002", "Bình")]).rows[1]).toMatchObject({
      relief_share_100: null,
      relief_share_200: null,
    });
  });
  it("names everything that does not match, at its row", () => {
    const { problems } = build([
      row("00001", "Hòa", { population_official: "?" }),
      row("00001", "Hòa"),
      row("00009", "Lạ"),
      row("00002", "Bình", { kind: "thị trấn" }),
    ]);
    const texts = problems.map(formatProblem);
    expect(texts).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^error t\.csv:2 \[population_official\] "\?"/),
        expect.stringMatching(/^error t\.csv:3 \[code\] "00001" .*twice/),
        expect.stringMatching(/^error t\.csv:4 \[code\] "00009" No polygon/),
        expect.stringMatching(/^error t\.csv:5 \[kind\] "thị trấn"/),
      ]),
    );
  });
  it("names a polygon without a row and relief without a commune", () => {
    const { problems } = build([row("00001", "Hòa")]);
    expect(problems.map(({ severity, file, value }) => [severity, file, value])).toEqual([
      ["error", "s.geojson", "00002"],
      ["warning", "r.csv", "Xã Bình"],
    ]);
  });
  it("warns of a seat that names none of the former units, but not of a district office", () => {
    const seats = (seat: string) =>
      build([row("00001", "Hòa", { seat }), row("00002", "Bình")]).problems.map(({ column }) => column);
    expect(seats("Trụ sở Đảng ủy, HĐND, UBND xã Hoá (cũ)")).toEqual(["seat"]);
    expect(seats("Trụ sở Đảng ủy, HĐND, UBND xã Hòa, Khác (cũ)")).toEqual([]);
    expect(seats("Trụ sở Huyện ủy và UBND huyện Yên Phong (cũ)")).toEqual([]);
    expect(seats("Trụ sở Đảng ủy, HĐND, UBND xã (cũ)")).toEqual([]);
  });
  it("applies corrections before anything is checked, and keeps their reason", () => {
    const { rows, problems } = build([row("00001", "Hoá"), row("00002", "Bình")], {
      corrections: [{ file: "t.csv", key: "00001", column: "name", from: "Hoá", to: "Hòa", reason: "typo" }],
    });
    expect(problems).toEqual([]);
    expect(rows[0]).toMatchObject({ name: "Hòa", correction_note: expect.stringContaining("typo") });
  });
});

describe("deviationRows", () => {
  it("puts the greatest deviation first, whichever way", () => {
    const { rows } = build([
      row("00001", "Hòa", { area_km2_official: "1" }),
      row("00002", "Bình", { area_km2_official: "2" }),
    ]);
    const deviations = deviationRows(rows);
    expect(deviations.map(({ code }) => code)).toEqual(["00002", "00001"]);
    expect(deviations[0]!.deviation_percent).toBeLessThan(0);
    expect(deviations[1]!.deviation_percent).toBeGreaterThan(0);
  });
});

describe("toCsv", () => {
  it("can be read back, commas, quotes and blanks included", () => {
    const text = toCsv([{ a: 'x, "y"', b: null, c: 1.5 }]);
    expect(text.endsWith("\n")).toBe(true);
    expect(Papa.parse(text.trim(), { header: true }).data).toEqual([{ a: 'x, "y"', b: "", c: "1.5" }]);
  });
});

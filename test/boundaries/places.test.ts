import { readFileSync } from "node:fs";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { placeRows } from "../../scripts/boundaries/places";
import { tiling } from "../fixtures/boundaries/shapes";

const place = (
  geonameid: string,
  lon: number | string,
  lat: number | string,
  more: Record<string, string> = {},
) => ({
  geonameid,
  name: `Thôn ${geonameid}`,
  lon: String(lon),
  lat: String(lat),
  fclass: "P",
  precision: "finer than 1 arc-minute",
  ...more,
});
const find = (...rows: Record<string, string>[]) => placeRows(rows, tiling(2, 1), "g.csv");

describe("placeRows", () => {
  it("gives each place the commune it lies in, sorted by number", () => {
    expect(find(place("10", 106.015, 21.005), place("9", 106.005, 21.005)).rows).toMatchObject([
      { geonames_id: "9", commune_code: "00001" },
      { geonames_id: "10", commune_code: "00002" },
    ]);
  });
  it("states the error of positions on the one-minute grid", () => {
    const { rows } = find(
      place("1", 106.005, 21.005, { precision: "1 arc-minute grid (~±0.9 km)" }),
      place("2", 106.005, 21.005),
    );
    expect(rows.map(({ accuracy_m }) => accuracy_m)).toEqual([900, 200]);
  });
  it("leaves out places elsewhere and old administrative units, without a word", () => {
    const { rows, problems } = find(place("1", 106.2, 21.2), place("2", 106.005, 21.005, { fclass: "A" }));
    expect(rows).toEqual([]);
    expect(problems).toEqual([]);
  });
  it("keeps other names once each, in their fullest spelling, without those that only drop accents", () => {
    const alternatives = (alt: string) =>
      find(place("1", 106.005, 21.005, { name: "Yên Viên", alt })).rows[0]?.alternative_names;
    expect(alternatives("Lang Van,Yen Vien,Yên Viên")).toBe("Lang Van");
    expect(alternatives("Yen Khoai, Yên Khoái ")).toBe("Yên Khoái");
    expect(alternatives("A;B,C")).toBe("A B;C");
    expect(alternatives("")).toBe("");
  });
  it("names swapped and unreadable coordinates at their row", () => {
    const { rows, problems } = find(
      place("1", 21.005, 106.005),
      place("2", "", 21),
      place("3", 106.005, 21.005),
    );
    expect(rows).toHaveLength(1);
    expect(problems.map(({ row, message }) => [row, message])).toEqual([
      [2, "Longitude and latitude are swapped."],
      [3, "A coordinate is not a number."],
    ]);
  });
});

describe("places.csv", () => {
  const official = new URL("../../data/official/", import.meta.url);
  const read = (name: string) =>
    Papa.parse<Record<string, string>>(readFileSync(new URL(name, official), "utf8"), {
      header: true,
      skipEmptyLines: true,
    }).data;
  it("holds only places of known communes, each once, with a stated error", () => {
    const codes = new Set(read("communes.csv").map(({ code }) => code));
    const places = read("places.csv");
    expect(places.length).toBeGreaterThan(1800);
    expect(new Set(places.map(({ geonames_id }) => geonames_id)).size).toBe(places.length);
    for (const row of places) {
      expect(codes).toContain(row.commune_code);
      expect(["200", "900"]).toContain(row.accuracy_m);
      expect(row.source_id).toBe("SRC-GAZETTEER");
    }
  });
});

import { readFileSync } from "node:fs";
import { booleanPointInPolygon } from "@turf/turf";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadPlaces, loadRows } from "@/datasets";
import type { CommuneCode } from "@/domain/commune";
import type { NamedPlace } from "@/domain/namedPlace";
import { readTable } from "@/pack/csv";
import { frameOf } from "@/pack/frame";
import { Problems } from "@/pack/problems";
import { withCommunes } from "@/pack/steps/placeCommunes";
import { gazetteerTable, namedPlacesTable } from "@/pack/tables/places";
import { located, readRepository } from "./pack";

const { rows, polygons } = readRepository(["official"]);
const frame = frameOf(rows.communes.map(({ row }) => row));
const disk = async (path: string) => readFileSync(`public/data/${path}`, "utf8");
const communeAround = (point: readonly [number, number]) =>
  [...polygons].find(([, polygon]) => booleanPointInPolygon([...point], polygon))?.[0];

const AN_LAC = rows.communes.find(({ row }) => row.code === "07654")?.row;
const place = (part: Partial<NamedPlace>): NamedPlace => ({
  placeId: "DD-THU",
  name: "Thử",
  aliases: [],
  kind: "hill",
  communeCodes: ["07654" as CommuneCode],
  beyond: false,
  point: AN_LAC?.labelPoint ?? null,
  accuracyM: 200,
  sourceId: "SRC-GAZETTEER",
  ...part,
});
const placed = (part: Partial<NamedPlace>) => {
  const problems = new Problems();
  const [found] = withCommunes([located(place(part))], polygons, frame, problems);
  return { codes: found?.row.communeCodes ?? [], problems: problems.all() };
};

describe("rows of places", () => {
  const read = (text: string, table = gazetteerTable) => {
    const problems = new Problems();
    return { rows: readTable(table, text, "data/official/t.csv", problems), problems: problems.all() };
  };
  const HEADER = "geonames_id,name,alternative_names,lon,lat,accuracy_m,commune_code,feature,source_id\n";
  it("carry the gazetteer's number, five decimals, and every other name", () => {
    expect(read(`${HEADER}15,Núi Ba,Núi Bà;Ba,106.1234567,21.1,900,07654,hill,S\n`).rows[0]?.row).toEqual(
      place({
        placeId: "GN-15",
        name: "Núi Ba",
        aliases: ["Núi Bà", "Ba"],
        point: [106.12346, 21.1],
        accuracyM: 900,
        sourceId: "S",
      }),
    );
  });
  it("decomposed letters come out composed", () => {
    const text = `${HEADER}15,${"Đèo Gió".normalize("NFD")},,106.1,21.1,900,07654,hill,S\n`;
    expect(read(text).rows[0]?.row.name).toBe("Đèo Gió".normalize("NFC"));
  });
  it("with a point need its error; a place kept by hand may have none", () => {
    expect(read(`${HEADER}15,Núi Ba,,106.1,21.1,,07654,hill,S\n`).problems).toMatchObject([
      { column: "accuracy_m", row: 2 },
    ]);
    const byHand = "place_id,name,aliases,kind,commune_codes,lon,lat,accuracy_m,source_id\n";
    expect(
      read(`${byHand}DD-X,Khe Rỗ,Khe Rồ,reserve,07654;07612,,,,S\n`, namedPlacesTable).rows[0]?.row,
    ).toEqual(
      place({
        placeId: "DD-X",
        name: "Khe Rỗ",
        aliases: ["Khe Rồ"],
        kind: "reserve",
        communeCodes: ["07654", "07612"] as CommuneCode[],
        point: null,
        accuracyM: null,
        sourceId: "S",
      }),
    );
    expect(read(`${byHand}DD-X,Khe Rỗ,,valley,07654,,,,S\n`, namedPlacesTable).problems).toMatchObject([
      { column: "kind", value: "valley" },
    ]);
  });
});

describe("the communes of a place", () => {
  it("is one when its error stays inside, several when it reaches over, the one around the point first", () => {
    expect(placed({})).toEqual({ codes: ["07654"], problems: [] });
    const { codes } = placed({ accuracyM: 20_000 });
    expect(codes[0]).toBe("07654");
    expect(codes.length).toBeGreaterThan(2);
  });
  it("never grow fewer with a larger error, and always begin with the commune around the point", () => {
    const points = rows.places.flatMap(({ row }) => (row.point === null ? [] : [row.point]));
    fc.assert(
      fc.property(
        fc.constantFrom(...points),
        fc.integer({ min: 0, max: 3000 }),
        fc.integer({ min: 0, max: 3000 }),
        (point, one, other) => {
          const around = communeAround(point);
          const small = placed({ point, accuracyM: Math.min(one, other) }).codes;
          const large = placed({ point, accuracyM: Math.max(one, other) }).codes;
          if (around !== undefined) expect(small[0]).toBe(around);
          expect(large).toEqual(expect.arrayContaining([...small]));
        },
      ),
      { numRuns: 60 },
    );
  });
  it("stay as they are written when there is no point", () => {
    const codes = ["07612", "07654"] as CommuneCode[];
    expect(placed({ point: null, accuracyM: null, communeCodes: codes })).toEqual({ codes, problems: [] });
  });
  it("are said to be perhaps none of them when the error leaves the province", () => {
    const problems = new Problems();
    // On the southern rim of the province: Núi Ba Nội, known to 900 m.
    const rim = rows.places.filter(({ row }) => row.name === "Núi Ba Nội");
    const [found] = withCommunes(rim, polygons, frame, problems);
    expect(found?.row).toMatchObject({ communeCodes: ["07654"], beyond: true });
  });
  it("name a point in another commune, outside the province, or swapped", () => {
    expect(placed({ communeCodes: ["07339" as CommuneCode] }).problems).toMatchObject([
      { severity: "error", column: "commune_code", value: "07339" },
    ]);
    expect(placed({ point: [107.02, 20.95] }).problems).toMatchObject([{ severity: "error", column: "lon" }]);
    expect(placed({ point: [21.3, 106.9] }).problems).toMatchObject([{ severity: "error", column: "lon" }]);
  });
});

describe("places.json", () => {
  it("has every place of the gazetteer and of the sources, each in the commune around it", async () => {
    const places = await loadPlaces(disk);
    expect(places).toHaveLength(rows.places.length);
    expect(places.length).toBeGreaterThan(1900);
    expect(new Set(places.map(({ placeId }) => placeId)).size).toBe(places.length);
    for (const { placeId, point, accuracyM, communeCodes, kind } of places) {
      expect(communeCodes.length, placeId).toBeGreaterThan(0);
      expect(point === null).toBe(accuracyM === null);
      if (point === null) continue;
      expect(kind).not.toBe("reserve");
      const around = communeAround(point);
      // On the simplified edge of the province a point may lie in no polygon.
      if (around !== undefined) expect(communeCodes[0], placeId).toBe(around);
      for (const degrees of point) expect(Number(degrees.toFixed(5))).toBe(degrees);
    }
    // On a grid of an arc-minute many a place may lie in two communes: if none did, the error would not have been weighed.
    expect(places.filter(({ communeCodes }) => communeCodes.length > 1).length).toBeGreaterThan(100);
  });
  it("is published or official: it ships with either pack", async () => {
    const kinds = new Map((await loadRows(disk, "sources")).map(({ sourceId, kind }) => [sourceId, kind]));
    for (const { sourceId } of await loadPlaces(disk))
      expect(["published", "official"]).toContain(kinds.get(sourceId));
  });
  it("knows both spellings of Khe Rỗ by its source", async () => {
    const found = (await loadPlaces(disk)).filter(({ name }) => name === "Khe Rỗ");
    expect(found).toMatchObject([
      { aliases: ["Khe Rồ"], communeCodes: ["07654"], sourceId: "SRC-PLAN-ANLAC" },
    ]);
  });
});

import fc from "fast-check";
import type { Geometry } from "geojson";
import { describe, expect, test } from "vitest";
import { overlay } from "@/imports/draft/buildDraft";
import { formOf } from "@/imports/forms";
import { ImportSession } from "@/imports/importSession";
import { type Crs, KNOWN_CRS, toLonLat } from "@/imports/layers/projection";
import type { SheetCell } from "@/imports/sheet";
import { readFile } from "@/imports/sheets/readFile";
import { problemLines } from "@/imports/tables/problemLines";
import type { PackFiles } from "@/pack/inputs";
import { folderFiles } from "../../../scripts/data/folderFiles";
import { type GivenLayer, shapefileZip } from "./shapefile";

const DATA = folderFiles("data");
const FILL = new Map([
  ["source_id", "SRC-PLAN-PROVINCE"],
  ["recorded_on", "2026-06-30"],
]);
const bytesOf = (text: string) => new TextEncoder().encode(text);
const geoJson = (features: readonly [unknown, unknown][], crs?: string) =>
  bytesOf(
    JSON.stringify({
      type: "FeatureCollection",
      ...(crs === undefined ? {} : { crs: { type: "name", properties: { name: crs } } }),
      features: features.map(([geometry, properties]) => ({ type: "Feature", geometry, properties })),
    }),
  );

async function sessionOf(name: string, bytes: Uint8Array, base: PackFiles = DATA): Promise<ImportSession> {
  const read = await readFile(name, bytes);
  if (!("sheets" in read)) throw new Error(JSON.stringify(read));
  const session = new ImportSession(base);
  session.add(read.sheets);
  return session;
}
const tableOf = (rows: SheetCell[][]): ImportSession => {
  const session = new ImportSession(DATA);
  session.add([{ file: "a.xlsx", name: "A", isHidden: false, rows, merged: [], layer: null }]);
  return session;
};
const choose = (session: ImportSession, crs: Crs | null) => {
  for (const { id } of session.sheets) session.chooseCrs(id, crs);
  return session;
};
const points = (session: ImportSession) =>
  session
    .read(FILL)
    .flatMap(({ rows }) => rows.map(({ values }) => [Number(values.get("lon")), Number(values.get("lat"))]));
const codes = (session: ImportSession) =>
  session.read(FILL).flatMap(({ problems }) => problems.map(({ code, at }) => `${code} ${at.row}`));

/** From degrees to a system: what a surveyor would have handed in. */
function inSystem(crs: Crs, lonLat: readonly [number, number]): [number, number] {
  if (crs === "EPSG:4326") return [...lonLat];
  // The way back is found by steps: no second definition of the systems.
  let guess: [number, number] = [500_000, 2_350_000];
  const convert = toLonLat(crs);
  for (let step = 0; step < 12; step++) {
    const [lon, lat] = convert(guess);
    guess = [guess[0] + (lonLat[0] - lon) * 103_800, guess[1] + (lonLat[1] - lat) * 110_700];
  }
  return guess;
}

const PLACE = fc.tuple(
  fc.double({ min: 106.0, max: 107.0, noNaN: true }),
  fc.double({ min: 21.0, max: 21.6, noNaN: true }),
);
const HEADINGS = ["Mã thôn", "Tên thôn", "Mã xã", "Sai số vị trí"];
const near = (one: readonly (readonly number[])[], other: readonly (readonly number[])[]) => {
  expect(one).toHaveLength(other.length);
  for (const [index, position] of one.entries())
    for (const [axis, value] of position.entries())
      expect(Math.abs(value - (other[index]?.[axis] ?? Number.NaN))).toBeLessThan(2e-6);
};

describe("one place, handed in every way there is", () => {
  test.each(KNOWN_CRS)("%s: GeoJSON, a shapefile and a table give the same degrees", async (crs) => {
    await fc.assert(
      fc.asyncProperty(fc.array(PLACE, { minLength: 1, maxLength: 4 }), async (places) => {
        const given = places.map((place) => inSystem(crs, place));
        const cells = places.map((_, index) => [`TH-${index}`, `Thôn ${index}`, "07654", "100"]);
        const features = given.map((coordinates, index): [unknown, unknown] => [
          { type: "Point", coordinates },
          Object.fromEntries(HEADINGS.map((heading, column) => [heading, cells[index]?.[column]])),
        ]);
        near(points(await sessionOf("a.geojson", geoJson(features, crs))), places);
        const layer: GivenLayer = {
          name: "thon",
          geometries: given.map((coordinates): Geometry => ({ type: "Point", coordinates })),
          fields: ["MA_THON", "TEN_THON", "MA_XA", "SAI_SO"].map((name, column) => ({
            name,
            type: "C",
            length: 30,
            values: cells.map((row) => row[column] ?? ""),
          })),
          cpg: "UTF-8",
        };
        near(points(choose(await sessionOf("a.zip", shapefileZip([layer])), crs)), places);
        const rows = given.map(([x, y], index) => [...(cells[index] ?? []), x, y]);
        near(points(choose(tableOf([[...HEADINGS, "X", "Y"], ...rows]), crs)), places);
      }),
      { numRuns: 12 },
    );
  });

  test("KML says nothing of systems and needs none", async () => {
    const text = `<kml><Document><Placemark><name>Thôn Một</name><ExtendedData><Data name="Mã thôn"><value>TH-1</value></Data><Data name="Mã xã"><value>07654</value></Data></ExtendedData><Point><coordinates>106.968,21.311</coordinates></Point></Placemark></Document></kml>`;
    near(points(await sessionOf("a.kml", bytesOf(text))), [[106.968, 21.311]]);
  });

  test("X may be the northing, as surveyors of the country write it: the numbers tell, and it is said", () => {
    const [east, north] = inSystem("EPSG:9214", [106.968, 21.311]);
    const row = ["TH-1", "Thôn Một", "07654", "100"];
    const session = choose(
      tableOf([
        [...HEADINGS, "X", "Y"],
        [...row, north, east],
      ]),
      "EPSG:9214",
    );
    near(points(session), [[106.968, 21.311]]);
    expect(codes(session)).toContain("axes-turned 1");
  });
});

describe("what is not known is asked, never guessed", () => {
  const metres = inSystem("EPSG:9214", [106.968, 21.311]);
  const row = ["TH-1", "Thôn Một", "07654", "100"];

  test("metres of no named system are refused, and the system that fits is offered", () => {
    const session = tableOf([
      [...HEADINGS, "Kinh độ", "Vĩ độ"],
      [...row, ...metres],
    ]);
    expect(codes(session)).toContain("crs-unknown 1");
    const [given] = session.sheets;
    const systems = given && session.coordinates(given)?.systems;
    expect(systems?.filter(({ isInside }) => isInside).map(({ crs }) => crs)).toEqual(["EPSG:9214"]);
  });

  test("a system whose meridian is another's is refused, and the other one named", () => {
    const session = choose(
      tableOf([
        [...HEADINGS, "X", "Y"],
        [...row, ...metres],
      ]),
      "EPSG:9209",
    );
    const [table] = session.read(FILL);
    const found = table?.problems.find(({ code }) => code === "crs-elsewhere");
    expect(found?.params).toEqual({ crs: "EPSG:9209", other: "EPSG:9214" });
    expect(found?.at).toMatchObject({ row: 2, column: "X" });
  });

  test("a table in degrees has nothing to choose", () => {
    const session = tableOf([
      [...HEADINGS, "Kinh độ", "Vĩ độ"],
      [...row, 106.968, 21.311],
    ]);
    const [given] = session.sheets;
    expect(given && session.coordinates(given)).toBeNull();
    near(points(session), [[106.968, 21.311]]);
  });

  test("the file may name a system that is not known here: it is repeated, and nothing read", async () => {
    const features: [unknown, unknown][] = [
      [
        { type: "Point", coordinates: metres },
        { "Mã thôn": "TH-1", "Tên thôn": "A", "Mã xã": "07654" },
      ],
    ];
    const session = await sessionOf("a.geojson", geoJson(features, "EPSG:9210"));
    const [table] = session.read(FILL);
    const found = table?.problems.find(({ code }) => code === "crs-unknown");
    expect(found?.value).toBe("EPSG:9210");
    expect(table?.rows[0]?.values.get("lon")).toBe("");
  });

  test("several points, a broken shape, none at all: each named at its row", async () => {
    const fields = (id: number) => ({ "Mã thôn": `TH-${id}`, "Tên thôn": "A", "Mã xã": "07654" });
    const several = {
      type: "MultiPoint",
      coordinates: [
        [106.9, 21.3],
        [106.8, 21.3],
      ],
    };
    const session = await sessionOf(
      "a.geojson",
      geoJson([
        [several, fields(1)],
        [{ type: "Point", coordinates: ["a", 1] }, fields(2)],
        [null, fields(3)],
        [{ type: "Blob", coordinates: [] }, fields(4)],
      ]),
    );
    expect(codes(session).filter((code) => code.startsWith("geometry"))).toEqual([
      "geometry-type 2",
      "geometry-numbers 3",
      "geometry-type 5",
    ]);
  });
});

const BOX = (west: number, south: number, size: number): Geometry => ({
  type: "Polygon",
  coordinates: [
    [
      [west, south],
      [west + size, south],
      [west + size, south + size],
      [west, south + size],
      [west, south],
    ],
  ],
});
const draftOf = (session: ImportSession, replaced: readonly string[] = []) =>
  session.draft({
    packs: ["official", "illustrative"],
    source: null,
    fill: FILL,
    replaced: new Set(replaced),
  });
type Draft = Awaited<ReturnType<typeof draftOf>>;
const errors = ({ problems, packProblems }: Draft) =>
  problemLines(problems, packProblems, "en").filter(({ severity }) => severity === "error");
const saidOf = ({ problems }: Draft) => problems.map(({ code }) => code);

describe("map files into a pack", () => {
  const zones = (ids = ["1", "2"]) =>
    geoJson(
      ids.map((id, index) => [
        BOX(106.9 + index * 0.05, 21.3, 0.02),
        {
          OBJECTID: Number(id),
          "Cấp nguy cơ": index === 0 ? "Rất cao" : "trung bình",
          Phương_pháp: "Bản đồ 1:50.000",
        },
      ]),
    );

  test("zones of a susceptibility map: words, source and day filled, the ground they speak of derived and said", async () => {
    const draft = await draftOf(await sessionOf("sat-lo.geojson", zones()));
    expect(errors(draft)).toEqual([]);
    expect(saidOf(draft)).toContain("assessed-derived");
    const written = JSON.parse(draft.files.get("data/official/hazard_zones.geojson") ?? "");
    expect(written.features.map(({ properties }: { properties: unknown }) => properties)).toEqual([
      expect.objectContaining({ zone_id: "1", class: "very-high", recorded_on: "2026-06-30" }),
      expect.objectContaining({ zone_id: "2", class: "moderate", method: "Bản đồ 1:50.000" }),
    ]);
    const ground = JSON.parse(draft.files.get("data/official/hazard_assessed.geojson") ?? "");
    expect(ground.features).toHaveLength(1);
    expect(draft.artifacts).not.toBeNull();
    // The same again is no change, and its shapes are the same bytes.
    const again = await draftOf(await sessionOf("sat-lo.geojson", zones(), overlay(DATA, draft.files)));
    expect(again.changes.map(({ kind }) => kind)).toEqual(["same", "same"]);
    expect(again.files.size).toBe(0);
    // A smaller map in its place: ground that was derived goes with it.
    const smaller = await draftOf(
      await sessionOf("sat-lo.geojson", zones(["1"]), overlay(DATA, draft.files)),
      ["hazard-zones"],
    );
    expect(smaller.changes.map(({ kind }) => kind).toSorted()).toEqual(["removed", "same"]);
    const left = JSON.parse(smaller.files.get("data/official/hazard_assessed.geojson") ?? "");
    expect(JSON.stringify(left)).not.toBe(JSON.stringify(ground));
  });

  test("ground that was drawn is kept, and no other derived", async () => {
    const ground = geoJson([[BOX(106.8, 21.2, 0.3), { id: "KV-1", method: "Bản đồ 1:50.000" }]]);
    const session = await sessionOf("sat-lo.geojson", zones());
    const read = await readFile("khu-vuc.geojson", ground);
    if ("sheets" in read) session.add(read.sheets);
    for (const { id, sheet } of session.sheets) {
      const form = formOf("hazard-assessed");
      if (sheet.file === "khu-vuc.geojson" && form !== null) session.takeFor(id, form, null);
    }
    const draft = await draftOf(session);
    expect(errors(draft)).toEqual([]);
    expect(saidOf(draft)).not.toContain("assessed-derived");
    expect(draft.files.get("data/official/hazard_assessed.geojson")).toContain("KV-1");
  });

  test("an area that crosses itself is named at its row", async () => {
    const bow: Geometry = {
      type: "Polygon",
      coordinates: [
        [
          [106.9, 21.3],
          [106.92, 21.32],
          [106.92, 21.3],
          [106.9, 21.32],
          [106.9, 21.3],
        ],
      ],
    };
    const fields = { id: 1, class: "cao", method: "x" };
    const draft = await draftOf(
      await sessionOf(
        "a.geojson",
        geoJson([
          [BOX(106.8, 21.3, 0.02), { ...fields, id: 2 }],
          [bow, fields],
        ]),
      ),
    );
    const found = errors(draft).find(
      ({ message }) => message.includes("crosses itself") || message.includes("bow-tie"),
    );
    expect(found?.at).toMatchObject({ file: "a.geojson", row: 3 });
    expect(draft.artifacts).toBeNull();
  });

  test("lines of works: pieces of one work joined, an unknown work refused at its row", async () => {
    const works = [
      [
        "Mã công trình",
        "Tên công trình",
        "Lĩnh vực",
        "Địa bàn (xã)",
        "Mức rõ của vị trí",
        "Thuộc 97 công trình",
      ],
      ["CT-001", "Đường A", "Giao thông", "An Lạc", "Theo tuyến", "Không"],
    ];
    const line = (lon: number): Geometry => ({
      type: "LineString",
      coordinates: [
        [lon, 21.305],
        [lon + 0.005, 21.31],
      ],
    });
    const lines = async (ids: readonly string[]) => {
      const session = tableOf(works);
      const read = await readFile(
        "tuyen.geojson",
        geoJson(ids.map((ma, index) => [line(106.965 + index * 0.005), { "Mã CT": ma, ten: "x" }])),
      );
      if ("sheets" in read) session.add(read.sheets);
      return draftOf(session);
    };
    const draft = await lines(["CT-001", "CT-001"]);
    expect(errors(draft)).toEqual([]);
    expect(saidOf(draft)).toContain("lines-joined");
    const written = JSON.parse(draft.files.get("data/official/work_lines.geojson") ?? "");
    expect(written.features).toHaveLength(1);
    expect(written.features[0].geometry.coordinates).toHaveLength(2);
    const refused = await lines(["CT-001", "CT-999"]);
    expect(errors(refused).map(({ at, value }) => [at.file, at.row, value])).toContainEqual([
      "tuyen.geojson",
      3,
      "CT-999",
    ]);
  });

  test("open rings are closed and counted; a line for an area is not taken for one", async () => {
    const open = {
      type: "Polygon",
      coordinates: [
        [
          [106.9, 21.3],
          [106.92, 21.3],
          [106.92, 21.32],
        ],
      ],
    };
    const draft = await draftOf(
      await sessionOf("a.geojson", geoJson([[open, { id: 1, class: "cao", method: "x" }]])),
    );
    expect(draft.problems.find(({ code }) => code === "rings-closed")?.params).toEqual({ rings: 1 });
    const line = await sessionOf(
      "b.geojson",
      geoJson([
        [
          {
            type: "LineString",
            coordinates: [
              [1, 2],
              [3, 4],
            ],
          },
          { id: 1, class: "cao" },
        ],
      ]),
    );
    expect(line.sheets[0]?.match).toBeNull();
  });
});

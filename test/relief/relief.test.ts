import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { lab, rgb } from "d3";
import type { Polygon } from "geojson";
import { writeArrayBuffer } from "geotiff";
import { PNG } from "pngjs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { importBoundaries } from "../../scripts/boundaries/import";
import { reliefClasses, wind } from "../../scripts/relief/classes";
import { blurred, cellAt, type Grid, readGrid, sample } from "../../scripts/relief/grid";
import { importRelief } from "../../scripts/relief/import";
import { STRONGEST_ALPHA, shadingPng } from "../../scripts/relief/shading";
import type { Relief } from "../../src/domain/geometry";
import { writeFolder } from "../fixtures/boundaries/folder";

/** 40 × 40 cells over one hundredth of a degree each. */
const grid = (value: (column: number, row: number) => number): Grid => ({
  width: 40,
  height: 40,
  bbox: [106, 21, 106.4, 21.4],
  values: Float64Array.from({ length: 1600 }, (_, i) => value(i % 40, Math.floor(i / 40))),
});
const frame: Polygon = {
  type: "Polygon",
  coordinates: [
    [
      [106.05, 21.05],
      [106.05, 21.35],
      [106.35, 21.35],
      [106.35, 21.05],
      [106.05, 21.05],
    ],
  ],
};

describe("grid", () => {
  it("repeats its border outwards", () => {
    expect(
      cellAt(
        grid((column) => column),
        -3,
        5,
      ),
    ).toBe(0);
    expect(
      cellAt(
        grid((column) => column),
        99,
        5,
      ),
    ).toBe(39);
  });
  it("samples a plane exactly, rows from north to south", () => {
    const plane = grid((column, row) => 10 * column - 3 * row);
    expect(sample(plane, 106.205, 21.195)).toBeCloseTo(10 * 20 - 3 * 20, 9);
    expect(sample(plane, 106.21, 21.195)).toBeCloseTo(10 * 20.5 - 3 * 20, 9);
  });
  it("blurs without moving or adding anything", () => {
    const peak = blurred(
      grid((column, row) => (column === 20 && row === 20 ? 1000 : 0)),
      1,
    );
    expect(peak.values.reduce((a, b) => a + b, 0)).toBeCloseTo(1000, 6);
    expect(Math.max(...peak.values)).toBe(cellAt(peak, 20, 20));
    expect(cellAt(peak, 19, 20)).toBeCloseTo(cellAt(peak, 21, 20), 9);
  });
});

describe("reliefClasses", () => {
  it("draws each class where its values are, clipped, the higher one inside the lower", () => {
    // High in the north-west quarter.
    const [low, high] = reliefClasses(
      grid((column, row) => (column < 20 && row < 20 ? 300 : 0)),
      frame,
    );
    expect([low!.fromM, high!.fromM]).toEqual([100, 200]);
    for (const { geometry } of [low!, high!]) {
      expect(geometry.coordinates).toHaveLength(1);
      for (const [lon, lat] of geometry.coordinates.flat(2)) {
        expect(lon! >= 106.05 && lon! <= 106.21).toBe(true);
        expect(lat! >= 21.19 && lat! <= 21.35).toBe(true);
      }
    }
  });
  it("includes a class's own bound and drops specks below half a square kilometre", () => {
    const speck = grid((column, row) => (column === 10 && row === 10 ? 101 : 0));
    expect(reliefClasses(speck, frame)[0]!.geometry.coordinates).toEqual([]);
    expect(
      reliefClasses(
        grid(() => 100),
        frame,
      )[0]!.geometry.coordinates,
    ).toHaveLength(1);
    expect(
      reliefClasses(
        grid(() => 99.9),
        frame,
      )[0]!.geometry.coordinates,
    ).toEqual([]);
  });
  it("takes missing cells for no relief", () => {
    expect(
      reliefClasses(
        grid(() => Number.NaN),
        frame,
      ).map(({ geometry }) => geometry.coordinates),
    ).toEqual([[], []]);
  });
});

describe("wind", () => {
  const ring = [
    [0, 0],
    [0, 1],
    [1, 1],
    [1, 0],
    [0, 0],
  ];
  it("turns exteriors clockwise and holes the other way", () => {
    expect(wind(ring, true)).toEqual(ring);
    expect(wind([...ring].reverse(), true)).toEqual(ring);
    expect(wind(ring, false)).toEqual([...ring].reverse());
  });
});

describe("shadingPng", () => {
  const hill = shadingPng(
    grid((column, row) => 400 * Math.exp(-((column - 20) ** 2 + (row - 20) ** 2) / 40)),
    frame,
  );
  const picture = PNG.sync.read(hill.png);
  const pixel = (x: number, y: number) => {
    const at = 4 * (Math.round(y) * hill.width + Math.round(x));
    return { tone: picture.data[at]!, alpha: picture.data[at + 3]! };
  };
  it("is 700 px wide, in the box of the outline, Mercator rows", () => {
    expect(picture.width).toBe(700);
    expect(hill.height / 700).toBeCloseTo(1 / Math.cos((21.2 * Math.PI) / 180), 2);
    expect(hill.corners).toEqual([
      [106.05, 21.35],
      [106.35, 21.35],
      [106.35, 21.05],
      [106.05, 21.05],
    ]);
  });
  it("lights the north-west side and shades the south-east side", () => {
    const [x, y] = [350, hill.height / 2];
    expect(pixel(x - 90, y - 90)).toMatchObject({ tone: 255 });
    expect(pixel(x - 90, y - 90).alpha).toBeGreaterThan(2);
    expect(pixel(x + 90, y + 90)).toMatchObject({ tone: 0 });
    expect(pixel(x + 90, y + 90).alpha).toBeGreaterThan(2);
  });
  it("is transparent on level ground and outside the outline", () => {
    const flat = PNG.sync.read(
      shadingPng(
        grid(() => 31.5),
        frame,
      ).png,
    );
    expect(flat.data.filter((_, i) => i % 4 === 3).every((alpha) => alpha === 0)).toBe(true);
    const triangle: Polygon = {
      type: "Polygon",
      coordinates: [
        [
          [106.05, 21.05],
          [106.35, 21.35],
          [106.35, 21.05],
          [106.05, 21.05],
        ],
      ],
    };
    const clipped = PNG.sync.read(
      shadingPng(
        grid((column, row) => 40 * Math.sin(column + row)),
        triangle,
      ).png,
    );
    const alphaAt = (x: number, y: number) => clipped.data[4 * (y * 700 + x) + 3]!;
    expect(Array.from({ length: 300 }, (_, i) => alphaAt(i, 100)).every((alpha) => alpha === 0)).toBe(true);
  });
  it("moves no grey by more than 4.3 L* at a third of its strength, 13 at full strength on land", () => {
    for (let value = 0; value < 256; value++)
      for (const [tone, alpha] of [
        [0, STRONGEST_ALPHA.shade],
        [255, STRONGEST_ALPHA.light],
      ] as const) {
        const mixed = value + (tone - value) * (alpha / 3);
        expect(Math.abs(lab(rgb(mixed, mixed, mixed)).l - lab(rgb(value, value, value)).l)).toBeLessThan(4.3);
      }
  });
});

describe("the committed picture", () => {
  const official = new URL("../../data/official/relief/", import.meta.url);
  const picture = PNG.sync.read(readFileSync(new URL("shading.png", official)));
  const relief = JSON.parse(readFileSync(new URL("relief.json", official), "utf8")) as Relief;
  it("keeps to the strongest alpha and to black and white", () => {
    let [shade, light, painted] = [0, 0, 0];
    for (let i = 0; i < picture.data.length; i += 4) {
      const [tone, alpha] = [picture.data[i]!, picture.data[i + 3]!];
      if (alpha === 0) continue;
      painted++;
      expect(tone === 0 || tone === 255).toBe(true);
      if (tone === 0) shade = Math.max(shade, alpha);
      else light = Math.max(light, alpha);
    }
    expect(shade / 255).toBeLessThanOrEqual(STRONGEST_ALPHA.shade);
    expect(light / 255).toBeLessThanOrEqual(STRONGEST_ALPHA.light);
    // The hills of the east: between a tenth and a half of the frame.
    expect(painted / (picture.width * picture.height)).toBeGreaterThan(0.1);
    expect(painted / (picture.width * picture.height)).toBeLessThan(0.5);
  });
  it("has corners in order: nw, ne, se, sw", () => {
    const [nw, ne, se, sw] = relief.shading!.corners;
    expect(nw[1]).toBe(ne[1]);
    expect(se[1]).toBe(sw[1]);
    expect(nw[0]).toBe(sw[0]);
    expect(ne[0]).toBe(se[0]);
    expect(nw[1]).toBeGreaterThan(sw[1]);
    expect(ne[0]).toBeGreaterThan(nw[0]);
  });
});

describe("importRelief", () => {
  let folder: string;
  let out: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "relief-"));
    out = mkdtempSync(join(tmpdir(), "official-"));
  });
  afterEach(() => {
    for (const path of [folder, out]) rmSync(path, { recursive: true, force: true });
  });
  const tiff = async (value: (i: number) => number): Promise<Uint8Array> =>
    new Uint8Array(
      await writeArrayBuffer(
        Float32Array.from({ length: 400 }, (_, i) => value(i)),
        {
          width: 20,
          height: 20,
          ModelPixelScale: [0.002, 0.002, 0],
          ModelTiepoint: [0, 0, 0, 105.99, 21.03, 0],
          GTModelTypeGeoKey: 2,
          GeographicTypeGeoKey: 4326,
          GDAL_NODATA: "-9999",
        },
      ),
    );
  const writeRasters = async () => {
    mkdirSync(join(folder, "relief"), { recursive: true });
    writeFileSync(join(folder, "relief/elevation_approx_4326.tif"), await tiff((i) => 20 * (i % 20)));
    writeFileSync(
      join(folder, "relief/relief3x3_m_4326.tif"),
      await tiff((i) => (i % 20 < 12 ? 150 : -9999)),
    );
  };

  it("reads cells, frame and missing values of a GeoTIFF", async () => {
    const raster = await readGrid(await tiff((i) => (i === 0 ? -9999 : i)));
    expect([raster.width, raster.height]).toEqual([20, 20]);
    expect(raster.bbox.map((degrees) => Number(degrees.toFixed(6)))).toEqual([105.99, 20.99, 106.03, 21.03]);
    expect(raster.values[0]).toBeNaN();
    expect(raster.values[399]).toBe(399);
  });
  it("writes classes and picture for the imported province, the same bytes twice", async () => {
    writeFolder(folder);
    await importBoundaries(folder, out);
    await writeRasters();
    const { problems } = await importRelief(folder, out);
    expect(problems).toEqual([]);
    const first = [
      readFileSync(join(out, "relief/relief.json")),
      readFileSync(join(out, "relief/shading.png")),
    ];
    const relief = JSON.parse(first[0]!.toString()) as Relief;
    expect(relief.classes.map(({ geometry }) => geometry.coordinates.length)).toEqual([1, 0]);
    await importRelief(folder, out);
    expect(readFileSync(join(out, "relief/relief.json"))).toEqual(first[0]);
    expect(readFileSync(join(out, "relief/shading.png"))).toEqual(first[1]);
  });
  it("names all that is missing, and rasters that cannot be read", async () => {
    expect((await importRelief(folder, out)).problems.map(({ file }) => file)).toEqual([
      "relief/elevation_approx_4326.tif",
      "relief/relief3x3_m_4326.tif",
      "boundaries/communes-50m.topojson",
    ]);
    writeFolder(folder);
    await importBoundaries(folder, out);
    for (const name of ["elevation_approx_4326", "relief3x3_m_4326"])
      writeFileSync(join(folder, `relief/${name}.tif`), "not a raster");
    const { problems, report } = await importRelief(folder, out);
    expect(problems).toHaveLength(2);
    expect(problems[0]?.remedy).toMatch(/GeoTIFF/);
    expect(report).toMatch(/^No relief was written/);
  });
});

import fc from "fast-check";
import type { Polygon, Position } from "geojson";
import { describe, expect, test } from "vitest";
import { buildMapScene } from "@/scene/buildScene";
import { unassessedGround } from "@/scene/unassessedGround";
import { REGISTER, sceneInput } from "../fixtures/programme";

const box = (west: number, south: number, east: number, north: number): Polygon => ({
  type: "Polygon",
  coordinates: [
    [
      [west, south],
      [west, north],
      [east, north],
      [east, south],
      [west, south],
    ],
  ],
});
/** Square degrees, exterior rings positive. */
const area = (geometry: ReturnType<typeof unassessedGround>): number =>
  (geometry?.coordinates ?? []).reduce(
    (sum, [ring = []]) =>
      sum +
      Math.abs(
        ring.reduce((twice, [x = 0, y = 0], index) => {
          const [nx = 0, ny = 0] = ring[(index + 1) % ring.length] ?? [];
          return twice + x * ny - nx * y;
        }, 0),
      ) /
        2,
    0,
  );
const COMMUNE = box(106, 21, 106.1, 21.08);

describe("ground that is left", () => {
  test("nothing covers it: the commune; all covers it: nothing", () => {
    expect(area(unassessedGround(COMMUNE, []))).toBeCloseTo(0.008, 5);
    expect(unassessedGround(COMMUNE, [box(105.9, 20.9, 106.2, 21.2)])).toBeNull();
  });

  test("cover and rest make the commune, wherever the cover lies, overlapping or not", () => {
    const cover = fc
      .tuple(
        fc.double({ min: 105.95, max: 106.08, noNaN: true }),
        fc.double({ min: 20.97, max: 21.06, noNaN: true }),
        fc.double({ min: 0.01, max: 0.06, noNaN: true }),
      )
      .map(([west, south, size]) => box(west, south, west + size, south + size));
    fc.assert(
      fc.property(cover, cover, (one, two) => {
        const ground = unassessedGround(COMMUNE, [one, two]);
        const inside = ([x = 0, y = 0]: Position, { coordinates: [ring = []] }: Polygon) =>
          x >= ring[0]![0]! && x < ring[2]![0]! && y >= ring[0]![1]! && y < ring[2]![1]!;
        // Counted on a grid, which knows nothing of rows and strips.
        let left = 0;
        for (let i = 0; i < 100; i++)
          for (let j = 0; j < 80; j++) {
            const point = [106 + (i + 0.5) / 1000, 21 + (j + 0.5) / 1000];
            if (!inside(point, one) && !inside(point, two)) left += 1e-6;
          }
        // What is narrower than 190 m, or three rows high, is not drawn.
        expect(area(ground)).toBeLessThan(left + 4e-4);
        expect(area(ground)).toBeGreaterThan(left - 8e-4);
      }),
    );
  });

  test("a cover in the middle leaves a ring without a hole in the picture's rows", () => {
    const ground = unassessedGround(COMMUNE, [box(106.03, 21.02, 106.07, 21.06)]);
    expect(area(ground)).toBeCloseTo(0.008 - 0.0016, 4);
    for (const [ring = []] of ground!.coordinates) {
      expect(ring[0]).toEqual(ring.at(-1));
      for (const [x, y] of ring)
        expect(x! > 106.0301 && x! < 106.0699 && y! > 21.0211 && y! < 21.0589).toBe(false);
    }
  });

  test("slivers along a boundary that was simplified apart are not drawn", () => {
    expect(unassessedGround(COMMUNE, [box(106.001, 21.0005, 106.0995, 21.079)])).toBeNull();
  });

  test("no ground, no picture", () =>
    expect(unassessedGround({ type: "MultiPolygon", coordinates: [] }, [])).toBeNull());
});

describe("in a scene", () => {
  // The test's assessed area ends inside Biên Sơn, at 21,46° N.
  const register = {
    ...REGISTER,
    hazardShares: REGISTER.hazardShares.map((row) =>
      row.communeCode === "07537" ? { ...row, unassessed: 45 } : row,
    ),
  };
  const scene = buildMapScene(sceneInput("physical-progress", { register }));
  const mark = scene.planes
    .find(({ id }) => id === "unassessed")
    ?.marks.find(({ id }) => id === "unassessed-07537");

  test("a commune assessed in part is marked in part, with a dashed edge", () => {
    if (mark?.type !== "area" || mark.geometry.type !== "MultiPolygon") throw new Error("not marked");
    expect(mark.stroke?.dash).toEqual([3, 3]);
    const latitudes = mark.geometry.coordinates.flat(2).map(([, lat]) => lat!);
    expect(Math.min(...latitudes)).toBeGreaterThan(21.459);
  });

  test("outside the Programme it is marked only where ground out there was assessed", () => {
    const idsOf = (of: typeof scene) =>
      of.planes.find(({ id }) => id === "unassessed")!.marks.map(({ id }) => id);
    expect(idsOf(scene)).not.toContain("unassessed-07228");
    const wider = {
      ...register,
      hazardShares: register.hazardShares.map((row) =>
        row.communeCode === "07525" ? { ...row, unassessed: 0, low: 100 } : row,
      ),
    };
    const ids = idsOf(buildMapScene(sceneInput("physical-progress", { register: wider })));
    expect(ids).toContain("unassessed-07228");
    expect(ids).not.toContain("unassessed-07525");
  });
});

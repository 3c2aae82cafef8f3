import fc from "fast-check";
import type { Polygon } from "geojson";
import { describe, expect, test } from "vitest";
import { isCommuneCode } from "@/domain/commune";
import { type Sight, type Solid, sightOf } from "@/scene/third/solids";

const ring = (west: number, south: number, size: number) => [
  [west, south],
  [west, south + size],
  [west + size, south + size],
  [west + size, south],
  [west, south],
];
const square = (west: number, south: number, size: number): Polygon => ({
  type: "Polygon",
  coordinates: [ring(west, south, size)],
});
const body = (id: string, geometry: Solid["geometry"], heightM: number): Solid => {
  if (!isCommuneCode(id)) throw new Error(id);
  return { id, commune: id, geometry, heightM, fill: { color: "land" } };
};
/** Looking straight down at a place. */
const down =
  (lon: number, lat: number): Sight =>
  () => [lon, lat];
/** Looking from the south: the higher, the further south the line of sight is. `slope`: degrees of latitude per 1000 m. */
const fromSouth =
  (lon: number, lat: number, slope: number): Sight =>
  (heightM) => [lon, lat - (slope * heightM) / 1000];

const FRONT = body("00001", square(0, 0, 1), 1000);
const BACK = body("00002", square(0, 1, 1), 500);

describe("what a line of sight meets", () => {
  test("straight down: the body that stands there, and nothing beside it", () => {
    const meets = sightOf([FRONT, BACK]);
    expect(meets(down(0.5, 0.5))).toBe("00001");
    expect(meets(down(0.5, 1.5))).toBe("00002");
    expect(meets(down(1.5, 0.5))).toBeNull();
  });

  test("leaning: a tall body in front hides the low one behind it, as far as it reaches", () => {
    const meets = sightOf([FRONT, BACK]);
    // The ray ends in the back body's ground, but passes the front one's wall below its top.
    expect(meets(fromSouth(0.5, 1.2, 0.5))).toBe("00001");
    // Further back it passes above it.
    expect(meets(fromSouth(0.5, 1.9, 0.5))).toBe("00002");
  });

  test("leaning: a wall is met from the front, above the ground before the body", () => {
    const meets = sightOf([FRONT]);
    expect(meets(fromSouth(0.5, 0.2, 0.5))).toBe("00001");
    expect(meets(fromSouth(0.5, -0.1, 0.5))).toBeNull();
    // From the north of it, over its back edge.
    expect(meets(fromSouth(0.5, 1.3, 0.5))).toBe("00001");
    expect(meets(fromSouth(0.5, 1.6, 0.5))).toBeNull();
  });

  test("a hole is no body; a second part is", () => {
    const ringed: Polygon = { type: "Polygon", coordinates: [ring(0, 0, 3), ring(1, 1, 1)] };
    const meets = sightOf([body("00003", ringed, 800)]);
    expect(meets(down(0.5, 0.5))).toBe("00003");
    expect(meets(down(1.5, 1.5))).toBeNull();
    const parts = sightOf([
      body("00004", { type: "MultiPolygon", coordinates: [[ring(0, 0, 1)], [ring(5, 5, 1)]] }, 800),
    ]);
    expect(parts(down(5.5, 5.5))).toBe("00004");
    expect(parts(down(3, 3))).toBeNull();
  });

  test("what lies flat is left to the ground, and so is what is no commune", () => {
    expect(sightOf([])(down(0, 0))).toBeNull();
    expect(sightOf([{ ...FRONT, heightM: 0 }])(down(0.5, 0.5))).toBeNull();
    expect(sightOf([{ ...FRONT, commune: null }])(down(0.5, 0.5))).toBeNull();
  });

  test("straight down, heights change nothing; leaning, the nearer of two equally high is met first", () => {
    const height = fc.integer({ min: 50, max: 12_000 });
    const inside = fc.double({ min: 0.05, max: 0.95, noNaN: true });
    fc.assert(
      fc.property(height, height, inside, inside, (front, back, x, y) => {
        const meets = sightOf([
          { ...FRONT, heightM: front },
          { ...BACK, heightM: back },
        ]);
        expect(meets(down(x, y))).toBe("00001");
        expect(meets(down(x, 1 + y))).toBe("00002");
        const level = sightOf([
          { ...FRONT, heightM: front },
          { ...BACK, heightM: front },
        ]);
        // The point where the ray passes their common height decides.
        const lat = 2 * y;
        const slope = 0.2;
        const met = level(fromSouth(x, lat + (slope * front) / 1000, slope));
        expect(met).toBe(lat < 1 ? "00001" : "00002");
      }),
    );
  });
});

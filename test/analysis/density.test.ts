import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  binByHex,
  fromLocalMetres,
  type HexGrid,
  hexArea,
  hexCenter,
  hexCorners,
  hexOf,
  toLocalMetres,
} from "@/analysis/density";
import type { LonLat } from "@/domain/units";

const GRID: HexGrid = { origin: [106.4, 21.3], acrossM: 6000 };
/** Anywhere in or around the province. */
const place: fc.Arbitrary<LonLat> = fc.tuple(
  fc.double({ min: 105.7, max: 107.2, noNaN: true }),
  fc.double({ min: 20.8, max: 21.8, noNaN: true }),
);
const at = fc.tuple(fc.integer({ min: -20, max: 20 }), fc.integer({ min: -20, max: 20 }));
const apart = (a: LonLat, b: LonLat) => {
  const [ax, ay] = toLocalMetres(GRID.origin, a);
  const [bx, by] = toLocalMetres(GRID.origin, b);
  return Math.hypot(ax - bx, ay - by);
};
const NEIGHBOURS = [
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
  [1, -1],
  [-1, 1],
] as const;

describe("metres around an origin", () => {
  test("a degree of latitude is 111,2 km everywhere, one of longitude less, by the cosine", () => {
    const [, north] = toLocalMetres(GRID.origin, [106.4, 22.3]);
    const [east] = toLocalMetres(GRID.origin, [107.4, 21.3]);
    expect(north).toBeCloseTo(111_195, -1);
    expect(east / north).toBeCloseTo(Math.cos((21.3 * Math.PI) / 180), 9);
  });

  test("there and back again", () => {
    fc.assert(
      fc.property(place, (point) => {
        const [lon, lat] = fromLocalMetres(GRID.origin, toLocalMetres(GRID.origin, point));
        expect(lon).toBeCloseTo(point[0], 9);
        expect(lat).toBeCloseTo(point[1], 9);
      }),
    );
  });
});

describe("hexagons", () => {
  test("a centre lies in its own hexagon", () => {
    fc.assert(
      fc.property(at, (cell) => {
        expect(hexOf(GRID, hexCenter(GRID, cell))).toEqual(cell);
      }),
    );
  });

  test("centres of neighbours are one width apart, whichever the side", () => {
    for (const cell of NEIGHBOURS)
      expect(apart(hexCenter(GRID, [0, 0]), hexCenter(GRID, cell))).toBeCloseTo(GRID.acrossM, 3);
  });

  test("no other centre is nearer than that of the hexagon a place lies in", () => {
    fc.assert(
      fc.property(place, (point) => {
        const [q, r] = hexOf(GRID, point);
        const own = apart(point, hexCenter(GRID, [q, r]));
        for (const [dq, dr] of NEIGHBOURS)
          expect(own).toBeLessThanOrEqual(apart(point, hexCenter(GRID, [q + dq, r + dr])) + 1e-6);
        expect(own).toBeLessThanOrEqual(GRID.acrossM / Math.sqrt(3) + 1e-6);
      }),
    );
  });

  test("corners enclose the stated area, and a corner is shared by three hexagons", () => {
    const corners = hexCorners(GRID, GRID.origin).map((corner) => toLocalMetres(GRID.origin, corner));
    const twice = corners.reduce((sum, [x, y], index) => {
      const [nextX, nextY] = corners[(index + 1) % 6]!;
      return sum + x * nextY - nextX * y;
    }, 0);
    expect(Math.abs(twice) / 2).toBeCloseTo(hexArea(GRID), 0);
    expect(hexArea(GRID) / 1e6).toBeCloseTo(31.18, 2);
    const north = hexCorners(GRID, GRID.origin)[0]!;
    const touching = [[0, 0], ...NEIGHBOURS].filter(
      ([q = 0, r = 0]) => Math.abs(apart(north, hexCenter(GRID, [q, r])) - GRID.acrossM / Math.sqrt(3)) < 20,
    );
    expect(touching).toHaveLength(3);
  });

  test("drawn smaller, the shape stays and the centre too", () => {
    const [whole, less] = [hexCorners(GRID, GRID.origin), hexCorners(GRID, GRID.origin, 0.9)];
    for (const [index, corner] of less.entries())
      expect(apart(corner, GRID.origin) / apart(whole[index]!, GRID.origin)).toBeCloseTo(0.9, 6);
  });
});

describe("counting by hexagon", () => {
  const items = fc.array(fc.record({ id: fc.nat(), point: fc.option(place, { freq: 4 }) }), {
    maxLength: 60,
  });
  const count = (list: readonly { id: number; point: LonLat | null }[]) =>
    binByHex(list, ({ point }) => point, GRID);

  test("nothing is lost and nothing counted twice: bins + left out = all", () => {
    fc.assert(
      fc.property(items, (list) => {
        const { bins, leftOut } = count(list);
        const counted = bins.flatMap((bin) => bin.items);
        expect(counted.length + leftOut.length).toBe(list.length);
        expect(new Set([...counted, ...leftOut]).size).toBe(list.length);
        expect(leftOut.every(({ point }) => point === null)).toBe(true);
        expect(bins.every((bin) => bin.items.length > 0)).toBe(true);
        expect(new Set(bins.map(({ key }) => key)).size).toBe(bins.length);
      }),
    );
  });

  test("every item lies in the bin it is counted in", () => {
    fc.assert(
      fc.property(items, (list) => {
        for (const { key, center, items: counted } of count(list).bins)
          for (const { point } of counted) {
            expect(hexOf(GRID, point!).join()).toBe(key);
            expect(apart(point!, center)).toBeLessThanOrEqual(GRID.acrossM / Math.sqrt(3) + 1e-6);
          }
      }),
    );
  });

  test("the order they come in changes no count and no order of bins", () => {
    const counts = (list: Parameters<typeof count>[0]) =>
      count(list).bins.map((bin) => [bin.key, bin.items.length]);
    fc.assert(
      fc.property(items, (list) => {
        expect(counts(list.toReversed())).toEqual(counts(list));
      }),
    );
  });

  test("one more item changes one bin alone, by one", () => {
    fc.assert(
      fc.property(items, place, (list, point) => {
        const sizes = (list: Parameters<typeof count>[0]) =>
          new Map(count(list).bins.map((bin) => [bin.key, bin.items.length]));
        const [before, after] = [sizes(list), sizes([...list, { id: -1, point }])];
        const changed = [...after].filter(([key, size]) => before.get(key) !== size);
        expect(changed).toHaveLength(1);
        expect(changed[0]![1] - (before.get(changed[0]![0]) ?? 0)).toBe(1);
      }),
    );
  });
});

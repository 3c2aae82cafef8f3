import fc from "fast-check";
import geodesic from "geographiclib-geodesic";
import { expect, test } from "vitest";
import { areaOf, sharedArea } from "@/analysis/spatial/coverage";
import { toPlane } from "@/analysis/spatial/plane";
import { shapesOf } from "@/analysis/spatial/shape";

const { WGS84 } = geodesic.Geodesic;
const inProvince = fc.tuple(
  fc.double({ min: 105.8, max: 107.1, noNaN: true }),
  fc.double({ min: 20.9, max: 21.7, noNaN: true }),
);
const ground = (from: readonly number[], to: readonly number[]) =>
  WGS84.Inverse(from[1] ?? 0, from[0] ?? 0, to[1] ?? 0, to[0] ?? 0).s12 ?? Number.NaN;

test("a distance on the plane is the geodesic's to 0.01 %, anywhere in the province, from metres to its whole width", () => {
  fc.assert(
    fc.property(
      inProvince,
      fc.double({ min: 0, max: 360, noNaN: true }),
      fc.constantFrom(10, 500, 3000, 20_000),
      (from, azimuth, metres) => {
        const { lat2 = 0, lon2 = 0 } = WGS84.Direct(from[1], from[0], azimuth, metres);
        const [[ax, ay], [bx, by]] = [toPlane(from), toPlane([lon2, lat2])];
        expect(Math.abs(Math.hypot(bx - ax, by - ay) / metres - 1)).toBeLessThan(0.0001);
      },
    ),
  );
  fc.assert(
    fc.property(inProvince, inProvince, (from, to) => {
      const [[ax, ay], [bx, by]] = [toPlane(from), toPlane(to)];
      const metres = ground(from, to);
      expect(Math.abs(Math.hypot(bx - ax, by - ay) - metres)).toBeLessThanOrEqual(metres * 0.0001 + 1e-6);
    }),
  );
});

test("the central meridian is true to scale, and the equator's is where northings begin", () => {
  const [x, y] = toPlane([106.5, 21.3]);
  expect(x).toBeCloseTo(0, 9);
  expect(y).toBeCloseTo(ground([106.5, 0], [106.5, 21.3]), 4);
  expect(toPlane([106.5, 0])[1]).toBeCloseTo(0, 9);
});

test("a square kilometre drawn on the ellipsoid measures a square kilometre to 0.02 %; a sphere would miss by 0.27 %", () => {
  for (const [lon, lat] of [
    [105.9, 21.0],
    [106.5, 21.3],
    [107.05, 21.6],
  ] as const) {
    const polygon = WGS84.Polygon(false);
    const ring: [number, number][] = [
      [lon, lat],
      [lon + 0.01, lat],
      [lon + 0.01, lat + 0.009],
      [lon, lat + 0.009],
    ];
    for (const [x, y] of ring) polygon.AddPoint(y, x);
    const area = Math.abs(polygon.Compute(false, true).area ?? 0);
    const [shape] = shapesOf({ type: "Polygon", coordinates: [[...ring, [lon, lat]]] });
    if (shape === undefined) throw new Error("no shape");
    expect(areaOf(shape) / area).toBeCloseTo(1, 3.7);
    expect(Math.abs(areaOf(shape) / area - 1)).toBeLessThan(0.0002);
    expect(sharedArea(shape, shape)).toBeCloseTo(areaOf(shape), 3);
  }
});

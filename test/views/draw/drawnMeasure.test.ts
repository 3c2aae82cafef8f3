import fc from "fast-check";
import geodesic from "geographiclib-geodesic";
import { describe, expect, it } from "vitest";
import { toPlane } from "@/analysis/spatial/plane";
import type { LonLat } from "@/domain/units";
import { drawnMeasure } from "@/views/explore/draw/drawnMeasure";
import { groundCircle } from "@/views/explore/draw/groundCircle";
import { placeInProvince, starRing } from "./places";

const earth = geodesic.Geodesic.WGS84;
/** Length and area on the ellipsoid, by another's code. */
function onEllipsoid(points: readonly LonLat[], isLine: boolean) {
  const polygon = earth.Polygon(isLine);
  for (const [lon, lat] of points) polygon.AddPoint(lat, lon);
  const { perimeter, area } = polygon.Compute(false, true);
  return { length: perimeter, area: Math.abs(area ?? 0) };
}
const off = (measured: number, true_: number) => Math.abs(measured / true_ - 1);

describe("the measure of a drawn shape", () => {
  it("a point has none", () => expect(drawnMeasure({ type: "point", points: [[106, 21]] })).toBeNull());
  it("a line is as long as on the ellipsoid, to 0.05 %", () => {
    fc.assert(
      fc.property(fc.array(placeInProvince, { minLength: 2, maxLength: 20 }), (points) => {
        const { length } = onEllipsoid(points, true);
        fc.pre(length > 100);
        const measure = drawnMeasure({ type: "line", points });
        expect(measure?.unit).toBe("m");
        expect(off(measure?.value ?? 0, length)).toBeLessThan(0.0005);
      }),
    );
  });
  it("a polygon is as large as on the ellipsoid, to 0.1 %, whichever way it turns", () => {
    fc.assert(
      fc.property(starRing, fc.boolean(), (ring, isReversed) => {
        const points = isReversed ? ring.toReversed() : ring;
        const measure = drawnMeasure({ type: "polygon", points });
        expect(measure?.unit).toBe("m²");
        expect(off(measure?.value ?? 0, onEllipsoid(ring, false).area)).toBeLessThan(0.001);
      }),
    );
  });
  it("a circle is π r²", () => {
    fc.assert(
      fc.property(placeInProvince, fc.integer({ min: 1, max: 50_000 }), (centre, radiusM) => {
        const measure = drawnMeasure({ type: "circle", points: [centre], radiusM });
        expect(off(measure?.value ?? 0, Math.PI * radiusM ** 2)).toBeLessThan(1e-6);
      }),
    );
  });
});

describe("the circle that is drawn", () => {
  it("is the circle that is asked: every place of it lies at the radius, to a millimetre in a kilometre", () => {
    fc.assert(
      fc.property(placeInProvince, fc.integer({ min: 1, max: 50_000 }), (centre, radiusM) => {
        const [x, y] = toPlane(centre);
        for (const place of groundCircle(centre, radiusM, 24)) {
          const [atX, atY] = toPlane(place);
          expect(off(Math.hypot(atX - x, atY - y), radiusM)).toBeLessThan(1e-6);
        }
      }),
    );
  });
  it("is a circle on the ellipsoid, to 0.05 %", () => {
    for (const [lon, lat] of groundCircle([106.3, 21.3], 10_000, 16)) {
      const { s12 } = earth.Inverse(21.3, 106.3, lat, lon);
      expect(off(s12 ?? 0, 10_000)).toBeLessThan(0.0005);
    }
  });
});

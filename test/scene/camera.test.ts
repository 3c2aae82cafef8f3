import { geoMercator } from "d3";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { BBox, LonLat } from "@/domain/units";
import { FIT_PADDING, fitCamera, metresPerPixel, projector, unprojector, worldSize } from "@/scene/camera";
import { scaleBar } from "@/scene/scaleBar";
import type { Camera } from "@/scene/scene";

const point = fc.tuple(
  fc.double({ min: 104, max: 109, noNaN: true }),
  fc.double({ min: 19, max: 23, noNaN: true }),
);
const camera = fc.record({ center: point, zoom: fc.double({ min: 6, max: 16, noNaN: true }) });
const PROVINCE: BBox = [105.88, 20.97, 107.03, 21.63];

describe("the projection", () => {
  test("is undone by its inverse", () => {
    fc.assert(
      fc.property(camera, point, (view, [lon, lat]) => {
        const [backLon, backLat] = unprojector(view, 800, 600)(projector(view, 800, 600)([lon, lat]));
        expect(backLon).toBeCloseTo(lon, 8);
        expect(backLat).toBeCloseTo(lat, 8);
      }),
    );
  });

  test("agrees with d3's Mercator of the same world width to a tenth of a pixel", () => {
    fc.assert(
      fc.property(camera, point, (view, place) => {
        const d3 = geoMercator()
          .center([...view.center] as [number, number])
          .scale(worldSize(view.zoom) / (2 * Math.PI))
          .translate([400, 300])
          .precision(0);
        const [x, y] = projector(view, 800, 600)(place);
        const [dx, dy] = d3(place) ?? [Number.NaN, Number.NaN];
        expect(Math.hypot(x - dx, y - dy)).toBeLessThan(0.1);
      }),
    );
  });

  test("puts the centre in the middle, north up, east right; a zoom doubles distances", () => {
    const view: Camera = { center: [106.5, 21.3], zoom: 9 };
    const at = (zoom: number, place: LonLat) => projector({ ...view, zoom }, 800, 600)(place);
    expect(at(9, [106.5, 21.3])).toEqual([400, 300]);
    expect(at(9, [106.5, 21.4])[1]).toBeLessThan(300);
    expect(at(9, [106.6, 21.3])[0]).toBeGreaterThan(400);
    expect(at(10, [106.6, 21.3])[0] - 400).toBeCloseTo(2 * (at(9, [106.6, 21.3])[0] - 400), 9);
  });

  test("has MapLibre's world: 512 px at zoom 0", () => expect(worldSize(0)).toBe(512));
});

describe("fitting", () => {
  const size = fc.integer({ min: 200, max: 2000 });
  test("shows the whole box, centred, touching the padding on one pair of sides", () => {
    fc.assert(
      fc.property(size, size, (width, height) => {
        const project = projector(fitCamera(PROVINCE, width, height), width, height);
        const [left, top] = project([PROVINCE[0], PROVINCE[3]]);
        const [right, bottom] = project([PROVINCE[2], PROVINCE[1]]);
        expect(left + right).toBeCloseTo(width, 6);
        expect(top + bottom).toBeCloseTo(height, 6);
        const roomX = left - width * FIT_PADDING;
        const roomY = top - height * FIT_PADDING;
        expect(Math.min(roomX, roomY)).toBeGreaterThan(-1e-6);
        expect(Math.min(roomX, roomY)).toBeLessThan(1e-6);
      }),
    );
  });
});

describe("the scale", () => {
  test("a kilometre of longitude at 21° is a kilometre", () => {
    // One degree of longitude at 21° N is 103,98 km on the WGS 84 ellipsoid; the sphere of Mercator differs by a third of a percent.
    const view: Camera = { center: [106.5, 21], zoom: 10 };
    const project = projector(view, 800, 600);
    const pixels = project([107, 21])[0] - project([106, 21])[0];
    expect((pixels * metresPerPixel(view)) / 103_980).toBeCloseTo(1, 2);
  });

  test("the bar is a round distance, the longest that fits, and exact", () => {
    fc.assert(
      fc.property(camera, fc.integer({ min: 60, max: 200 }), (view, room) => {
        const bar = scaleBar(view, room, "vi");
        expect(bar.length).toBeLessThanOrEqual(room + 1e-9);
        expect(bar.length * 2.5 + 1e-9).toBeGreaterThanOrEqual(room);
        expect(bar.length * metresPerPixel(view)).toBeCloseTo(bar.metres, 6);
        expect(Number(String(bar.metres).replace(/0+$/, ""))).toBeOneOf([1, 2, 5]);
      }),
    );
  });

  test("says kilometres and metres", () => {
    expect(scaleBar({ center: [106.5, 21.3], zoom: 8 }, 120, "vi").text).toBe("20\u00a0km");
    expect(scaleBar({ center: [106.5, 21.3], zoom: 15 }, 120, "en").text).toBe("200\u00a0m");
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { BBox } from "@/domain/units";
import { fitCamera, projector, unprojector } from "@/scene/camera";
import { boundCamera, dragBy, zoomAround } from "@/views/explore/usePanZoom";

const FRAME: BBox = [105.88, 20.97, 107.04, 21.63];
const SIZE = { width: 732, height: 690 };
const camera = fc.record({
  center: fc.tuple(
    fc.double({ min: 106, max: 107, noNaN: true }),
    fc.double({ min: 21, max: 21.6, noNaN: true }),
  ),
  zoom: fc.double({ min: 8, max: 15, noNaN: true }),
});
const pixel = fc.tuple(fc.integer({ min: 0, max: 732 }), fc.integer({ min: 0, max: 690 }));

describe("moving the map", () => {
  it("keeps the place under the pointer where it is while zooming", () => {
    fc.assert(
      fc.property(camera, pixel, fc.double({ min: -1, max: 1, noNaN: true }), (before, at, steps) => {
        const place = unprojector(before, SIZE.width, SIZE.height)(at);
        const after = zoomAround(before, steps, at, SIZE);
        const [x, y] = projector(after, SIZE.width, SIZE.height)(place);
        expect(x).toBeCloseTo(at[0], 4);
        expect(y).toBeCloseTo(at[1], 4);
        expect(after.zoom).toBeCloseTo(before.zoom + steps, 10);
      }),
    );
  });

  it("moves the ground with the hand", () => {
    fc.assert(
      fc.property(
        camera,
        pixel,
        fc.integer({ min: -200, max: 200 }),
        fc.integer({ min: -200, max: 200 }),
        (before, at, dx, dy) => {
          const place = unprojector(before, SIZE.width, SIZE.height)(at);
          const [x, y] = projector(dragBy(before, dx, dy, SIZE), SIZE.width, SIZE.height)(place);
          expect(x).toBeCloseTo(at[0] + dx, 4);
          expect(y).toBeCloseTo(at[1] + dy, 4);
        },
      ),
    );
  });

  it("never leaves the province or makes it a speck", () => {
    const anywhere = fc.record({
      center: fc.tuple(
        fc.double({ min: -180, max: 180, noNaN: true }),
        fc.double({ min: -85, max: 85, noNaN: true }),
      ),
      zoom: fc.double({ min: 0, max: 24, noNaN: true }),
    });
    const whole = fitCamera(FRAME, SIZE.width, SIZE.height).zoom;
    fc.assert(
      fc.property(anywhere, (wild) => {
        const { center, zoom } = boundCamera(wild, FRAME, SIZE);
        expect(center[0]).toBeGreaterThanOrEqual(FRAME[0]);
        expect(center[0]).toBeLessThanOrEqual(FRAME[2]);
        expect(center[1]).toBeGreaterThanOrEqual(FRAME[1]);
        expect(center[1]).toBeLessThanOrEqual(FRAME[3]);
        expect(zoom).toBeGreaterThan(whole - 0.5);
        expect(zoom).toBeLessThanOrEqual(15);
      }),
    );
  });

  it("leaves a camera alone that is in bounds", () => {
    const inside = { center: [106.5, 21.3] as const, zoom: 11 };
    expect(boundCamera(inside, FRAME, SIZE)).toEqual(inside);
  });
});

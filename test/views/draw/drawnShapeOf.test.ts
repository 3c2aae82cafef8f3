import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { METRES_RANGE } from "@/domain/question";
import type { LonLat } from "@/domain/units";
import { drawnShapeOf, isSamePlace, metresBetween, rounded } from "@/views/explore/draw/drawnShapeOf";
import { placeInProvince, starRing } from "./places";

describe("a shape of corners", () => {
  it("a point, a line and a polygon keep their corners as they are, the ring not closed", () => {
    const [a, b, c]: LonLat[] = [
      [106, 21],
      [106.1, 21],
      [106.1, 21.1],
    ];
    expect(drawnShapeOf("point", [a!], null)).toEqual({ type: "point", points: [a] });
    expect(drawnShapeOf("line", [a!, b!], null)).toEqual({ type: "line", points: [a, b] });
    expect(drawnShapeOf("polygon", [a!, b!, c!], null)).toEqual({ type: "polygon", points: [a, b, c] });
  });
  it("too few corners are no shape, and say which shape wants more", () => {
    expect(drawnShapeOf("point", [], null)).toBe("no-point");
    expect(drawnShapeOf("line", [[106, 21]], null)).toBe("too-few-line");
    expect(
      drawnShapeOf(
        "polygon",
        [
          [106, 21],
          [106.1, 21],
        ],
        null,
      ),
    ).toBe("too-few-polygon");
    expect(drawnShapeOf("circle", [], [106, 21])).toBe("no-centre");
    expect(drawnShapeOf("circle", [[106, 21]], null)).toBe("no-rim");
  });
  it("a polygon that crosses itself, or runs back along itself, is refused", () => {
    const bow: LonLat[] = [
      [106, 21],
      [106.1, 21.1],
      [106.1, 21],
      [106, 21.1],
    ];
    expect(drawnShapeOf("polygon", bow, null)).toBe("crosses");
    const flat: LonLat[] = [
      [106, 21],
      [106.2, 21],
      [106.1, 21],
    ];
    expect(drawnShapeOf("polygon", flat, null)).toBe("crosses");
  });
  it("a ring that turns once around a middle is taken, however uneven", () => {
    fc.assert(
      fc.property(starRing, (ring) => {
        expect(drawnShapeOf("polygon", ring, null)).toEqual({ type: "polygon", points: ring });
      }),
    );
  });
  it("a line may cross itself: a road does", () => {
    const loop: LonLat[] = [
      [106, 21],
      [106.1, 21.1],
      [106.1, 21],
      [106, 21.1],
    ];
    expect(drawnShapeOf("line", loop, null)).toEqual({ type: "line", points: loop });
  });
});

describe("a circle", () => {
  it("has the whole metres from its centre to its rim, within the range questions allow", () => {
    fc.assert(
      fc.property(placeInProvince, placeInProvince, (centre, rim) => {
        const metres = Math.round(metresBetween(centre, rim));
        const shape = drawnShapeOf("circle", [centre], rim);
        if (metres < METRES_RANGE[0]) expect(shape).toBe("no-rim");
        else if (metres > METRES_RANGE[1]) expect(shape).toBe("too-large");
        else expect(shape).toEqual({ type: "circle", points: [centre], radiusM: metres });
      }),
    );
  });
  it("of 49,9 km is taken, of 50,1 km refused", () => {
    const north = (km: number): LonLat => [106.5, 21 + km / 110.72];
    expect(drawnShapeOf("circle", [[106.5, 21]], north(49.9))).toMatchObject({ type: "circle" });
    expect(drawnShapeOf("circle", [[106.5, 21]], north(50.2))).toBe("too-large");
  });
});

describe("rounding", () => {
  it("gives five decimals at most, moves a place less than a metre, and changes nothing twice", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 105, max: 108, noNaN: true }),
        fc.double({ min: 20, max: 22, noNaN: true }),
        (lon, lat) => {
          const place = rounded([lon, lat]);
          for (const degrees of place) expect(String(degrees)).toMatch(/^\d+(\.\d{1,5})?$/);
          expect(metresBetween([lon, lat], place)).toBeLessThan(0.8);
          expect(isSamePlace(rounded(place), place)).toBe(true);
        },
      ),
    );
  });
});

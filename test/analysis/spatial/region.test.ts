import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sharedArea } from "@/analysis/spatial/coverage";
import { groundOf } from "@/analysis/spatial/ground";
import {
  areWithin,
  both,
  distanceBetween,
  distanceInterval,
  either,
  intervalBetween,
  isInside,
  isWithin,
  not,
  type Region,
} from "@/analysis/spatial/region";
import { lengthOf, shapeOf } from "@/analysis/spatial/shape";
import { ANSWERS } from "@/domain/workFilter";
import { jstsLine, jstsPoint, jstsPolygon } from "./jsts";
import { aLine, aPlace, aStar, box } from "./shapes";

type Ring = readonly (readonly [number, number])[];
const area = (...rings: Ring[]) => shapeOf("areas", rings);
const point = (x: number, y: number, errorM = 0): Region => ({
  type: "point",
  shape: shapeOf("points", [[[x, y]]]),
  errorM,
});
const line = (places: Ring, errorM = 0): Region => ({
  type: "line",
  shape: shapeOf("lines", [places]),
  errorM,
});
const somewhere = (...rings: Ring[]): Region => ({ type: "somewhere", shape: area(...rings) });
const extent = (...rings: Ring[]): Region => ({ type: "extent", shape: area(...rings) });
const parts = (known: Region | null, ...areas: Ring[]): Region => ({
  type: "parts",
  shapes: areas.map((ring) => area(ring)),
  known,
});
const ask = (areas: Ring[], assessed: Ring[] | null = null) => ({
  ground: groundOf(areas.map((ring) => area(ring))),
  assessed: assessed === null ? null : groundOf([...assessed, ...areas].map((ring) => area(ring))),
});

describe("connectives", () => {
  test("follow Kleene's tables", () => {
    expect(ANSWERS.map(not)).toEqual(["no", "yes", "unknown"]);
    expect(both(["yes", "unknown"])).toBe("unknown");
    expect(both(["unknown", "no"])).toBe("no");
    expect(both([])).toBe("yes");
    expect(either(["no", "unknown"])).toBe("unknown");
    expect(either(["unknown", "yes"])).toBe("yes");
    expect(either([])).toBe("no");
  });

  test("De Morgan's law holds for any answers", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...ANSWERS)), (answers) => {
        expect(not(both(answers))).toBe(either(answers.map(not)));
      }),
    );
  });
});

describe("a place known to within an error", () => {
  test("is inside only if its whole circle is, outside only if none of it is – as an independent implementation has it", () => {
    fc.assert(
      fc.property(aStar(), aPlace(), fc.integer({ min: 1, max: 1500 }), (ring, [x, y], errorM) => {
        const polygon = jstsPolygon([ring]);
        const place = jstsPoint([x, y]);
        const toEdge = polygon.getBoundary().distance(place);
        fc.pre(Math.abs(toEdge - errorM) > 1e-6);
        const expected = toEdge < errorM ? "unknown" : polygon.covers(place) ? "yes" : "no";
        expect(isWithin(point(x, y, errorM), ask([ring]), 0)).toBe(expected);
        expect(isInside(point(x, y, errorM), ask([ring]))).toBe(expected);
      }),
      { numRuns: 400 },
    );
  });

  test("is within a distance as the distance is, when nothing is uncertain", () => {
    fc.assert(
      fc.property(
        fc.array(aStar(), { minLength: 1, maxLength: 3 }),
        aPlace(),
        fc.integer({ min: 0, max: 2000 }),
        (rings, [x, y], metres) => {
          const distance = Math.min(...rings.map((ring) => jstsPolygon([ring]).distance(jstsPoint([x, y]))));
          fc.pre(Math.abs(distance - metres) > 1e-6 || metres === 0);
          expect(isWithin(point(x, y), ask(rings), metres)).toBe(distance <= metres ? "yes" : "no");
        },
      ),
      { numRuns: 400 },
    );
  });

  test("on a corner or an edge is inside; exactly at the distance counts as within it", () => {
    const square = box(0, 0, 100, 100);
    expect(isInside(point(0, 0), ask([square]))).toBe("yes");
    expect(isInside(point(100, 40), ask([square]))).toBe("yes");
    expect(isWithin(point(200, 50), ask([square]), 100)).toBe("yes");
    expect(isWithin(point(200.001, 50), ask([square]), 100)).toBe("no");
  });

  test("is certainly near ground that surrounds it, though no one piece reaches all of its circle", () => {
    // Four walls around a courtyard: wherever in the circle, a wall is within 120 m; yet the farthest place from its centre's nearest wall is not.
    const walls = [
      box(-120, -130, 120, -120),
      box(-120, 120, 120, 130),
      box(-130, -120, -120, 120),
      box(120, -120, 130, 120),
    ];
    expect(isWithin(point(0, 0, 60), ask(walls), 125)).toBe("yes");
    expect(isWithin(point(0, 0, 60), ask(walls), 110)).toBe("unknown");
    expect(isWithin(point(0, 0, 60), ask(walls), 50)).toBe("no");
  });
});

describe("a line", () => {
  test("without error touches ground as an independent implementation says", () => {
    fc.assert(
      fc.property(aLine(), aStar(), fc.integer({ min: 0, max: 1500 }), (places, ring, metres) => {
        const distance = jstsPolygon([ring]).distance(jstsLine(places));
        fc.pre(metres === 0 ? distance === 0 || distance > 0.1 : Math.abs(distance - metres) > 0.1);
        expect(isWithin(line(places), ask([ring]), metres)).toBe(distance <= metres ? "yes" : "no");
      }),
      { numRuns: 300 },
    );
  });

  test("along a border touches both sides and lies inside both; its error makes that uncertain", () => {
    const border: Ring = [
      [100, 0],
      [100, 100],
    ];
    for (const side of [box(0, 0, 100, 100), box(100, 0, 200, 100)]) {
      expect(isWithin(line(border), ask([side]), 0)).toBe("yes");
      expect(isInside(line(border), ask([side]))).toBe("yes");
      expect(isInside(line(border, 5), ask([side]))).toBe("unknown");
      expect(isWithin(line(border, 5), ask([side]), 0)).toBe("unknown");
    }
    expect(isInside(line(border, 5), ask([box(0, -50, 100, 150), box(100, -50, 200, 150)]))).toBe("yes");
  });

  test("partly inside certainly touches and certainly is not inside, once by more than its error", () => {
    const through: Ring = [
      [-50, 50],
      [150, 50],
    ];
    const square = ask([box(0, 0, 100, 100)]);
    expect(isWithin(line(through, 20), square, 0)).toBe("yes");
    expect(isInside(line(through, 20), square)).toBe("no");
    expect(isWithin(line(through, 60), square, 0)).toBe("unknown");
    expect(isInside(line(through, 60), square)).toBe("unknown");
  });
});

describe("a thing somewhere in an area", () => {
  test("is inside ground that covers the area, outside ground that does not meet it, unknown between", () => {
    const commune = box(0, 0, 1000, 1000);
    expect(isInside(somewhere(commune), ask([box(-10, -10, 500, 1010), box(400, -10, 1010, 1010)]))).toBe(
      "yes",
    );
    expect(isInside(somewhere(commune), ask([commune]))).toBe("yes");
    expect(isInside(somewhere(commune), ask([box(0, 0, 500, 1000)]))).toBe("unknown");
    expect(isInside(somewhere(commune), ask([box(1000, 0, 2000, 1000)]))).toBe("no");
    expect(isWithin(somewhere(commune), ask([box(1200, 0, 2000, 1000)]), 150)).toBe("no");
    expect(isWithin(somewhere(commune), ask([box(1200, 0, 2000, 1000)]), 300)).toBe("unknown");
    expect(isWithin(somewhere(commune), ask([box(1200, 0, 2000, 1000)]), 1300)).toBe("yes");
  });

  test("no answer contradicts any place it may have", () => {
    fc.assert(
      fc.property(
        aStar(),
        aStar(),
        fc.constantFrom(0, 100, 700, 2500),
        fc.array(aPlace(), { minLength: 20, maxLength: 20 }),
        (home, ring, metres, places) => {
          const answer = isWithin(somewhere(home), ask([ring]), metres);
          const whole = jstsPolygon([home]);
          for (const [x, y] of places) {
            if (!whole.covers(jstsPoint([x, y]))) continue;
            const there = isWithin(point(x, y), ask([ring]), metres);
            if (answer !== "unknown") expect(there).toBe(answer);
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  test("in several communes it touches what one of them lies in, and is inside only what all lie in", () => {
    const [west, east] = [box(0, 0, 100, 100), box(100, 0, 200, 100)];
    expect(isWithin(parts(null, west, east), ask([west]), 0)).toBe("yes");
    expect(isInside(parts(null, west, east), ask([west]))).toBe("no");
    expect(isInside(parts(null, west, east), ask([west, east]))).toBe("yes");
    expect(isWithin(parts(null, west, east), ask([box(0, 0, 50, 100)]), 0)).toBe("unknown");
    expect(isWithin(parts(null, west, east), ask([box(300, 0, 400, 100)]), 0)).toBe("no");
    // A known part settles that it touches; that it does not is no evidence about the rest.
    expect(isWithin(parts(point(20, 50, 10), west, east), ask([box(0, 0, 50, 100)]), 0)).toBe("yes");
    expect(isWithin(parts(point(80, 50, 10), west, east), ask([box(0, 0, 50, 100)]), 0)).toBe("unknown");
    expect(isInside(parts(point(80, 50, 10), west, east), ask([box(0, 0, 50, 100)]))).toBe("no");
  });

  test("of unknown place nothing is known", () => {
    expect(isWithin({ type: "unknown" }, ask([box(0, 0, 9, 9)]), 5)).toBe("unknown");
    expect(isInside({ type: "unknown" }, ask([box(0, 0, 9, 9)]))).toBe("unknown");
    expect(distanceInterval({ type: "unknown" }, ask([box(0, 0, 9, 9)]))).toBeNull();
  });
});

describe("an extent", () => {
  test("meets what it shares ground with, not what it only borders", () => {
    const commune = box(0, 0, 1000, 1000);
    expect(isWithin(extent(commune), ask([box(1000, 0, 2000, 1000)]), 0)).toBe("no");
    expect(isWithin(extent(commune), ask([box(990, 0, 2000, 1000)]), 0)).toBe("yes");
    expect(isWithin(extent(commune), ask([box(1400, 0, 2000, 1000)]), 400)).toBe("yes");
    expect(isWithin(extent(commune), ask([box(1400, 0, 2000, 1000)]), 399)).toBe("no");
    expect(isInside(extent(commune), ask([box(-1, -1, 500, 1001), box(500, -1, 1001, 1001)]))).toBe("yes");
    expect(isInside(extent(commune), ask([box(0, 0, 1000, 990)]))).toBe("no");
    const road = {
      ground: groundOf([
        shapeOf("lines", [
          [
            [500, -50],
            [500, 50],
          ],
        ]),
      ]),
      assessed: null,
    };
    expect(isWithin(extent(commune), road, 0)).toBe("yes");
  });

  test("is as far from another as an independent implementation says", () => {
    fc.assert(
      fc.property(aStar(), aStar(1000, 4000), (one, other) => {
        expect(distanceBetween(area(one), groundOf([area(other)]))).toBeCloseTo(
          jstsPolygon([one]).distance(jstsPolygon([other])),
          5,
        );
      }),
      { numRuns: 300 },
    );
  });
});

describe("ground nobody assessed", () => {
  const zone = box(0, 0, 100, 100);
  const seen = ask([zone], [box(-1000, -1000, 500, 1000)]);

  test("turns no into unknown, never yes into anything", () => {
    expect(isWithin(point(50, 50, 10), seen, 0)).toBe("yes");
    expect(isWithin(point(300, 0, 10), seen, 0)).toBe("no");
    expect(isWithin(point(700, 0, 10), seen, 0)).toBe("unknown");
    expect(isWithin(point(495, 0, 10), seen, 0)).toBe("unknown");
    // Assessed where it stands, but not as far as the question reaches.
    expect(isWithin(point(300, 0, 10), seen, 150)).toBe("no");
    expect(isWithin(point(350, 0, 10), seen, 150)).toBe("unknown");
    expect(
      isWithin(
        line([
          [300, 0],
          [700, 0],
        ]),
        seen,
        0,
      ),
    ).toBe("unknown");
    expect(
      isWithin(
        line([
          [300, 0],
          [400, 0],
        ]),
        seen,
        0,
      ),
    ).toBe("no");
    expect(isWithin(somewhere(box(200, 0, 300, 100)), seen, 0)).toBe("no");
    expect(isWithin(somewhere(box(200, 0, 600, 100)), seen, 0)).toBe("unknown");
    expect(isWithin(somewhere(box(200, 0, 480, 100)), seen, 50)).toBe("unknown");
    expect(isInside(extent(box(0, 0, 600, 100)), seen)).toBe("no");
    expect(isInside(extent(box(600, 0, 700, 100)), seen)).toBe("unknown");
    expect(
      isInside(
        line([
          [50, 50],
          [300, 50],
        ]),
        seen,
      ),
    ).toBe("no");
    expect(
      isInside(
        line([
          [50, 50],
          [90, 50],
        ]),
        seen,
      ),
    ).toBe("yes");
  });

  test("a commune assessed exactly to its border is assessed", () => {
    expect(isWithin(somewhere(box(200, 0, 300, 100)), ask([zone], [box(200, 0, 300, 100)]), 0)).toBe("no");
  });

  test("leaves the least distance open", () => {
    expect(distanceInterval(point(300, 50, 10), seen)).toEqual({ atLeast: 190, atMost: 210 });
    expect(distanceInterval(point(700, 50, 10), seen)?.atLeast).toBe(0);
  });

  test("assessing less never turns unknown into an answer, or one answer into another", () => {
    fc.assert(
      fc.property(
        aStar(),
        aStar(2000),
        aStar(2000),
        aPlace(),
        fc.integer({ min: 0, max: 400 }),
        fc.constantFrom(0, 200),
        (ring, seenArea, more, [x, y], errorM, metres) => {
          const region = point(x, y, errorM);
          const less = isWithin(region, ask([ring], [seenArea]), metres);
          const finer = isWithin(region, ask([ring], [seenArea, more]), metres);
          if (less !== "unknown") expect(finer).toBe(less);
        },
      ),
      { numRuns: 200 },
    );
  });
});

test("losing information never turns unknown into an answer, nor one answer into the other", () => {
  fc.assert(
    fc.property(
      fc.array(aStar(), { minLength: 1, maxLength: 3 }),
      aLine(),
      fc.integer({ min: 0, max: 300 }),
      fc.integer({ min: 0, max: 900 }),
      fc.constantFrom(0, 50, 600),
      (rings, places, errorM, more, metres) => {
        const [[x, y] = [0, 0]] = places;
        const around = box(x - errorM, y - errorM, x + errorM + more + 1, y + errorM + more + 1);
        // Common ground below a tenth of a metre along the outline counts as a rounding of the border.
        for (const ring of rings) {
          const shared = sharedArea(area(around), area(ring));
          fc.pre(shared === 0 || shared > 0.1 * lengthOf(area(around)));
        }
        for (const [finer, coarser] of [
          [point(x, y, errorM), point(x, y, errorM + more)],
          [line(places, errorM), line(places, errorM + more)],
          [point(x, y, errorM), somewhere(around)],
          [somewhere(box(x, y, x + 10, y + 10)), { type: "unknown" } as const],
        ] as const) {
          const [now, then] = [isWithin(finer, ask(rings), metres), isWithin(coarser, ask(rings), metres)];
          if (then !== "unknown") expect(now).toBe(then);
          const [inside, insideThen] = [isInside(finer, ask(rings)), isInside(coarser, ask(rings))];
          if (insideThen !== "unknown") expect(inside).toBe(insideThen);
        }
      },
    ),
    { numRuns: 150 },
  );
});

describe("two things", () => {
  const places = fc.record({ at: aPlace(), errorM: fc.integer({ min: 0, max: 400 }) });

  test("known to within errors are near each other as their distance and errors say, either way round", () => {
    fc.assert(
      fc.property(places, places, fc.integer({ min: 0, max: 3000 }), (a, b, metres) => {
        const [one, other] = [point(...a.at, a.errorM), point(...b.at, b.errorM)];
        const distance = Math.hypot(a.at[0] - b.at[0], a.at[1] - b.at[1]);
        const error = a.errorM + b.errorM;
        fc.pre(Math.abs(distance + error - metres) > 0.01 && Math.abs(distance - error - metres) > 0.01);
        const expected = distance + error <= metres ? "yes" : distance - error > metres ? "no" : "unknown";
        expect(areWithin(one, other, metres)).toBe(expected);
        expect(areWithin(other, one, metres)).toBe(expected);
        const interval = intervalBetween(one, other);
        expect(interval?.atLeast).toBeCloseTo(Math.max(0, distance - error), 6);
        expect(interval?.atMost).toBeCloseTo(distance + error, 6);
      }),
      { numRuns: 300 },
    );
  });

  test("somewhere in areas: certain only if every pair of places is, either way round", () => {
    const [west, east] = [somewhere(box(0, 0, 100, 100)), somewhere(box(300, 0, 400, 100))];
    expect(areWithin(west, east, 199)).toBe("no");
    expect(areWithin(west, east, 201)).toBe("unknown");
    expect(areWithin(west, east, 413)).toBe("yes");
    expect(areWithin(west, west, 10)).toBe("unknown");
    expect(areWithin(point(50, 50, 5), east, 240)).toBe("no");
    expect(areWithin(east, point(50, 50, 5), 360)).toBe("yes");
    expect(areWithin(point(50, 50, 5), east, 300)).toBe("unknown");
    expect(
      areWithin(
        line([
          [0, 0],
          [0, 100],
        ]),
        east,
        401,
      ),
    ).toBe("yes");
    expect(areWithin(point(0, 0), { type: "unknown" }, 1e9)).toBe("unknown");
    expect(areWithin(parts(null, box(0, 0, 100, 100), box(300, 0, 400, 100)), point(350, 50, 1), 80)).toBe(
      "yes",
    );
    expect(areWithin(point(350, 50, 1), parts(null, box(0, 0, 100, 100), box(300, 0, 400, 100)), 80)).toBe(
      "yes",
    );
    expect(areWithin(point(2000, 0), parts(null, box(0, 0, 100, 100), box(300, 0, 400, 100)), 80)).toBe("no");
  });

  test("bounds of a distance hold whatever is known less", () => {
    fc.assert(
      fc.property(aStar(), aPlace(), fc.integer({ min: 0, max: 300 }), (ring, [x, y], errorM) => {
        const interval = intervalBetween(somewhere(ring), point(x, y, errorM));
        const farthest = Math.max(...ring.map(([px, py]) => Math.hypot(px - x, py - y)));
        const nearest = jstsPolygon([ring]).distance(jstsPoint([x, y]));
        expect(interval?.atLeast).toBeLessThanOrEqual(nearest + 1e-6);
        expect(interval?.atMost).toBeGreaterThanOrEqual(farthest - 1e-6);
        expect(interval?.atLeast).toBeCloseTo(Math.max(0, nearest - errorM), 4);
        expect(interval?.atMost ?? 0).toBeLessThanOrEqual(farthest * 1.05 + errorM + 30);
      }),
      { numRuns: 150 },
    );
    expect(intervalBetween(somewhere(box(0, 0, 10, 10)), somewhere(box(20, 0, 30, 10)))).toEqual({
      atLeast: 10,
      atMost: expect.closeTo(Math.hypot(30, 10), 9),
    });
    expect(intervalBetween(parts(null, box(0, 0, 10, 10), box(90, 0, 100, 10)), point(110, 5))?.atLeast).toBe(
      10,
    );
  });
});

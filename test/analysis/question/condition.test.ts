import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { conditionResult, intervalToNearest, nearestResults, reachOf } from "@/analysis/question/condition";
import type { PreparedTarget } from "@/analysis/question/targets";
import type { Thing } from "@/analysis/question/things";
import { groundOf } from "@/analysis/spatial/ground";
import { either, not, type Region } from "@/analysis/spatial/region";
import { shapeOf } from "@/analysis/spatial/shape";
import { type Condition, PREDICATES } from "@/domain/question";
import { ANSWERS } from "@/domain/workFilter";
import { jstsPoint, jstsPolygon } from "../spatial/jsts";
import { aLine, aPlace, aStar, box } from "../spatial/shapes";
import { ALL_WORKS, area, aThing, EAST, FAR, line, NORTH, point, saying, WEST, when } from "./world";

type Box = readonly [number, number, number, number];
const areas = (...boxes: Box[]) => groundOf(boxes.map((corners) => area(box(...corners))));
/** Ground known everywhere, or only where it was assessed. */
const ground = (zones: Box[], assessed: Box[] | null = null): PreparedTarget => ({
  kind: "ground",
  asked: { ground: areas(...zones), assessed: assessed === null ? null : areas(...assessed, ...zones) },
});
const things = (of: readonly Thing[], part: Partial<PreparedTarget & { kind: "things" }> = {}) =>
  ({ kind: "things", things: of, uncertain: [], sameSector: false, ...part }) as const;
const SQUARES = new Map([
  [WEST, area(box(0, 0, 1000, 1000))],
  [EAST, area(box(1000, 0, 2000, 1000))],
  [NORTH, area(box(0, 1000, 1000, 2000))],
  [FAR, area(box(9000, 0, 10_000, 1000))],
]);
const communes = (...codes: (typeof WEST)[]): PreparedTarget => {
  const shapes = new Map(codes.flatMap((code) => (SQUARES.has(code) ? [[code, SQUARES.get(code)!]] : [])));
  const asked = { ground: groundOf([...shapes.values()]), assessed: null };
  return { kind: "communes", codes: new Set(codes), shapes, asked: () => asked };
};
const somewhere = (...corners: Box): Region => ({ type: "somewhere", shape: area(box(...corners)) });
const extent = (...corners: Box): Region => ({ type: "extent", shape: area(box(...corners)) });
const UNKNOWN: Region = { type: "unknown" };

const result = (
  region: Region | Thing,
  predicate: Condition["predicate"],
  target: PreparedTarget,
  metres = 500,
) =>
  conditionResult(
    "region" in region ? region : aThing("S", region),
    when(predicate, ALL_WORKS, { metres }),
    target,
  );
const said = (...asked: Parameters<typeof result>) => saying(result(...asked));

describe("ground", () => {
  const zone = ground([[0, 0, 1000, 1000]]);

  test("a distance of exactly what is asked counts as within it", () => {
    expect(said(point(1500, 500), "within", zone)).toBe("yes");
    expect(said(point(1500, 500), "beyond", zone)).toBe("no");
    expect(said(point(1500.001, 500), "within", zone)).toBe("no");
    expect(said(point(1500.001, 500), "beyond", zone)).toBe("yes");
    expect(said(point(1500, 500, 1), "within", zone)).toBe("unknown place-is-a-region");
  });

  test("an edge or a corner belongs to its area", () => {
    for (const [x, y] of [
      [1000, 500],
      [0, 0],
      [500, 1000],
    ] as const) {
      expect(said(point(x, y), "inside", zone)).toBe("yes");
      expect(said(point(x, y), "touches", zone)).toBe("yes");
      expect(said(point(x, y), "apart", zone)).toBe("no");
    }
  });

  test("inside asks of the whole of a line, touches of any of it", () => {
    const crossing = line([
      [-500, 500],
      [500, 500],
    ]);
    expect(said(crossing, "inside", zone)).toBe("no");
    expect(said(crossing, "touches", zone)).toBe("yes");
    expect(said(crossing, "apart", zone)).toBe("no");
    expect(result(crossing, "touches", zone).share).toEqual({
      unit: "metres",
      inside: expect.closeTo(500, 6),
      whole: expect.closeTo(1000, 6),
    });
    expect(result(crossing, "within", zone).share).toBeNull();
  });

  test("a place in a commune only is unknown where the zone covers part of the commune", () => {
    const commune = somewhere(500, 0, 1500, 1000);
    for (const predicate of ["inside", "touches", "apart"] as const)
      expect(said(commune, predicate, zone)).toBe("unknown place-is-a-region");
    expect(said(somewhere(200, 200, 800, 800), "inside", zone)).toBe("yes");
    expect(said(somewhere(3000, 0, 4000, 1000), "touches", zone)).toBe("no");
    expect(said(somewhere(3000, 0, 4000, 1000), "within", zone)).toBe("no");
    expect(said(somewhere(1400, 0, 2400, 1000), "within", zone)).toBe("unknown place-is-a-region");
    expect(result(commune, "touches", zone).share).toBeNull();
  });

  test("of an unknown place nothing is told", () => {
    for (const predicate of PREDICATES) expect(said(UNKNOWN, predicate, zone)).toBe("unknown unknown-place");
    expect(result(UNKNOWN, "within", zone)).toMatchObject({ interval: null, share: null });
  });

  test("two areas that only border do not touch, yet are 0 m apart", () => {
    const neighbour = extent(1000, 0, 2000, 1000);
    expect(said(neighbour, "touches", zone)).toBe("no");
    expect(said(neighbour, "apart", zone)).toBe("yes");
    expect(said(neighbour, "within", zone, 1)).toBe("yes");
    expect(result(neighbour, "within", zone).interval).toEqual({ atLeast: 0, atMost: 0 });
  });

  test("an extent's share is its area in the ground, overlaps once", () => {
    const twice = ground([
      [0, 0, 1000, 1000],
      [500, 0, 1500, 1000],
    ]);
    expect(result(extent(0, 0, 2000, 1000), "touches", twice).share).toEqual({
      unit: "squareMetres",
      inside: expect.closeTo(1_500_000, 3),
      whole: expect.closeTo(2_000_000, 3),
    });
  });

  test("a line of ground has no inside to lie in, and a point on it touches it", () => {
    const road: PreparedTarget = {
      kind: "ground",
      asked: {
        ground: groundOf([
          shapeOf("lines", [
            [
              [0, 0],
              [1000, 0],
            ],
          ]),
        ]),
        assessed: null,
      },
    };
    expect(said(point(500, 0), "touches", road)).toBe("yes");
    expect(said(point(500, 1), "touches", road)).toBe("no");
    expect(said(point(500, 500), "within", road)).toBe("yes");
    expect(result(extent(0, 0, 10, 10), "touches", road).share).toBeNull();
  });

  test("a distance is told with its error on either side", () => {
    expect(result(point(1300, 500, 100), "within", zone).interval).toEqual({ atLeast: 200, atMost: 400 });
    expect(result(point(1050, 500, 100), "within", zone).interval).toEqual({ atLeast: 0, atMost: 150 });
    expect(result(point(1300, 500, 100), "touches", zone).interval).toBeNull();
  });

  test("that is not there at all is touched by nothing", () => {
    expect(said(point(0, 0), "touches", ground([]))).toBe("no");
    expect(said(point(0, 0), "beyond", ground([]))).toBe("yes");
    expect(result(point(0, 0), "within", ground([])).interval).toBeNull();
  });
});

describe("ground nobody assessed", () => {
  const zone = ground([[0, 0, 1000, 1000]], [[-5000, -5000, 5000, 5000]]);

  test("may hold a zone: no answer, and that is the reason", () => {
    expect(said(point(3000, 0, 10), "touches", zone)).toBe("no");
    expect(said(point(9000, 0, 10), "touches", zone)).toBe("unknown unassessed");
    expect(said(point(9000, 0, 10), "apart", zone)).toBe("unknown unassessed");
    expect(said(point(9000, 0, 10), "inside", zone)).toBe("unknown unassessed");
    expect(said(point(4700, 0, 10), "within", zone)).toBe("unknown unassessed");
    expect(said(point(4400, 0, 10), "within", zone)).toBe("no");
    expect(said(somewhere(6000, 0, 7000, 1000), "touches", zone)).toBe("unknown unassessed");
    expect(said(extent(6000, 0, 7000, 1000), "touches", zone)).toBe("unknown unassessed");
    expect(
      said(
        line([
          [3000, 0],
          [6000, 0],
        ]),
        "touches",
        zone,
      ),
    ).toBe("unknown unassessed");
  });

  test("is not the reason where the place alone leaves it open, nor is anything where a zone is certain", () => {
    expect(said(point(1005, 500, 10), "touches", zone)).toBe("unknown place-is-a-region");
    expect(said(somewhere(500, 0, 9000, 1000), "touches", zone)).toBe("unknown place-is-a-region");
    expect(said(point(500, 500, 10), "touches", zone)).toBe("yes");
    expect(said(extent(500, 0, 9000, 1000), "touches", zone)).toBe("yes");
  });

  test("assesses the zone itself", () => {
    const alone = ground([[0, 0, 1000, 1000]], []);
    expect(said(point(500, 500, 10), "touches", alone)).toBe("yes");
    expect(said(point(1500, 500, 10), "touches", alone)).toBe("unknown unassessed");
  });
});

describe("other things", () => {
  const subject = aThing("S", point(0, 0));

  test("are near when their distance is exactly what is asked", () => {
    const target = things([aThing("T", point(300, 400))]);
    expect(result(subject, "within", target)).toMatchObject({
      answer: "yes",
      nearest: { set: "works", id: "T" },
      interval: { atLeast: 500, atMost: 500 },
    });
    expect(said(subject, "beyond", target)).toBe("no");
    expect(said(subject, "within", target, 499)).toBe("no");
  });

  test("a work is never its own target, though a village of the same id may be", () => {
    expect(said(subject, "within", things([subject]))).toBe("no");
    expect(said(subject, "beyond", things([subject]))).toBe("yes");
    expect(result(subject, "within", things([subject]))).toMatchObject({ interval: null, nearest: null });
    expect(said(subject, "within", things([aThing("S", point(0, 0), { set: "villages" })]))).toBe("yes");
    expect(said(subject, "within", things([], { uncertain: [subject] }))).toBe("no");
  });

  test("of another sector are no targets when only the same sector is asked for", () => {
    const all = [
      aThing("near", point(100, 0), { sector: "health" }),
      aThing("far", point(400, 0), { sector: "school" }),
    ];
    expect(result(subject, "within", things(all)).nearest?.id).toBe("near");
    expect(result(subject, "within", things(all, { sameSector: true })).nearest?.id).toBe("far");
    expect(said(subject, "within", things(all, { sameSector: true }), 300)).toBe("no");
    expect(
      said(subject, "within", things([aThing("U", UNKNOWN, { sector: "health" })], { sameSector: true })),
    ).toBe("no");
  });

  test("of unknown place leave it open unless another settles it", () => {
    const lost = aThing("T", UNKNOWN);
    expect(said(subject, "within", things([lost]))).toBe("unknown target-unplaced");
    expect(said(subject, "beyond", things([lost]))).toBe("unknown target-unplaced");
    expect(result(subject, "within", things([lost, aThing("F", point(9000, 0))]))).toMatchObject({
      open: 1,
      interval: { atLeast: 0, atMost: 9000 },
      nearest: { id: "F" },
    });
    expect(result(subject, "within", things([lost, aThing("N", point(100, 0))]))).toMatchObject({
      answer: "yes",
      because: null,
      open: 0,
    });
  });

  test("that may not count leave it open where they are near enough", () => {
    const [near, far] = [aThing("N", point(100, 0)), aThing("F", point(9000, 0))];
    expect(said(subject, "within", things([], { uncertain: [near] }))).toBe("unknown target-open");
    expect(said(subject, "beyond", things([], { uncertain: [near] }))).toBe("unknown target-open");
    expect(said(subject, "within", things([], { uncertain: [far] }))).toBe("no");
    expect(said(subject, "within", things([near], { uncertain: [far] }))).toBe("yes");
    expect(said(subject, "within", things([aThing("U", UNKNOWN)], { uncertain: [near] }))).toBe(
      "unknown target-unplaced",
    );
    expect(result(subject, "within", things([], { uncertain: [near, far, aThing("U", UNKNOWN)] })).open).toBe(
      2,
    );
  });

  test("whose place is a region are the reason, unless the subject's own is", () => {
    const vague = aThing("T", somewhere(0, 0, 2000, 2000));
    expect(said(aThing("S", point(0, 0, 10)), "within", things([vague]))).toBe("unknown target-is-a-region");
    expect(said(aThing("S", point(0, 0, 900)), "within", things([aThing("T", point(400, 0))]))).toBe(
      "unknown place-is-a-region",
    );
    expect(said(aThing("S", somewhere(0, 0, 900, 900)), "within", things([vague]))).toBe(
      "unknown place-is-a-region",
    );
    expect(
      said(aThing("S", extent(0, 0, 900, 900), { set: "communes" }), "within", things([vague]), 10),
    ).toBe("unknown target-is-a-region");
  });

  test("none at all are near nothing", () => {
    expect(result(subject, "within", things([]))).toMatchObject({
      answer: "no",
      interval: null,
      nearest: null,
    });
  });

  test("with known places answer as every one of them measured, whatever boxes were skipped", () => {
    const places = fc.tuple(aPlace(), fc.integer({ min: 0, max: 300 }));
    fc.assert(
      fc.property(
        places,
        fc.array(places, { maxLength: 8 }),
        fc.integer({ min: 1, max: 3000 }),
        ([[x, y], errorM], others, metres) => {
          const bounds = others.map(([[ox, oy], error]) => {
            const apart = Math.hypot(ox - x, oy - y);
            return [Math.max(0, apart - error - errorM), apart + error + errorM] as const;
          });
          fc.pre(bounds.flat().every((bound) => Math.abs(bound - metres) > 0.01));
          const target = things(
            others.map(([[ox, oy], error], index) => aThing(`T${index}`, point(ox, oy, error))),
          );
          const found = result(aThing("S", point(x, y, errorM)), "within", target, metres);
          expect(found.answer).toBe(
            either(
              bounds.map(([least, most]) => (most <= metres ? "yes" : least > metres ? "no" : "unknown")),
            ),
          );
          if (others.length === 0) return;
          expect(found.interval?.atLeast).toBeCloseTo(Math.min(...bounds.map(([least]) => least)), 6);
          expect(found.interval?.atMost).toBeCloseTo(Math.min(...bounds.map(([, most]) => most)), 6);
          const nearest = bounds[Number(found.nearest?.id.slice(1))];
          expect(nearest?.[1]).toBeCloseTo(found.interval?.atMost ?? Number.NaN, 6);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe("communes", () => {
  const here = (region: Region, ...communeCodes: (typeof WEST)[]) => aThing("S", region, { communeCodes });

  test("go by the register: an error is no reason to lie over the border", () => {
    const near = here(point(995, 500, 900), WEST);
    expect(said(near, "touches", communes(WEST))).toBe("yes");
    expect(said(near, "inside", communes(WEST))).toBe("yes");
    expect(said(near, "touches", communes(EAST))).toBe("no");
    expect(said(near, "apart", communes(EAST))).toBe("yes");
    expect(said(near, "across", communes(WEST, EAST))).toBe("no");
  });

  test("go by the register even where it gives no place", () => {
    expect(said(here(UNKNOWN, WEST), "touches", communes(WEST))).toBe("yes");
    expect(said(here(UNKNOWN, WEST), "within", communes(WEST))).toBe("yes");
    expect(said(here(UNKNOWN, WEST), "within", communes(EAST))).toBe("unknown place-is-a-region");
    expect(said(here(UNKNOWN), "touches", communes(WEST))).toBe("unknown unknown-place");
    expect(said(here(UNKNOWN), "across", communes(WEST, EAST))).toBe("unknown unknown-place");
  });

  test("across is two communes of the target at least, as registered", () => {
    const both = here(
      { type: "parts", shapes: [SQUARES.get(WEST)!, SQUARES.get(EAST)!], known: null },
      WEST,
      EAST,
    );
    expect(result(both, "across", communes(WEST, EAST, FAR))).toMatchObject({
      answer: "yes",
      share: null,
      touched: { certain: [WEST, EAST], possible: [] },
    });
    expect(said(both, "across", communes(WEST, FAR))).toBe("no");
    expect(said(both, "inside", communes(WEST))).toBe("no");
    expect(said(both, "inside", communes(WEST, EAST))).toBe("yes");
    expect(said(both, "touches", communes(EAST))).toBe("yes");
  });

  test("across is also a course that certainly leaves the commune it is registered in", () => {
    const course = (to: number, errorM = 10) =>
      here(
        line(
          [
            [500, 500],
            [to, 500],
          ],
          errorM,
        ),
        WEST,
      );
    expect(said(course(1500), "across", communes(WEST, EAST))).toBe("yes");
    expect(said(course(900), "across", communes(WEST, EAST))).toBe("no");
    expect(result(course(995), "across", communes(WEST, EAST))).toMatchObject({
      answer: "unknown",
      because: "place-is-a-region",
      touched: { certain: [WEST], possible: [EAST] },
    });
    expect(said(course(1500), "inside", communes(WEST))).toBe("no");
    expect(said(course(995), "inside", communes(WEST))).toBe("yes");
    expect(result(course(1500), "touches", communes(EAST)).share).toMatchObject({
      inside: expect.closeTo(500, 6),
      whole: expect.closeTo(1000, 6),
    });
  });

  test("two that only border do not touch", () => {
    const west = aThing(WEST, extent(0, 0, 1000, 1000), { set: "communes", communeCodes: [WEST] });
    expect(said(west, "touches", communes(EAST))).toBe("no");
    expect(said(west, "across", communes(WEST, EAST))).toBe("no");
    expect(said(west, "touches", communes(WEST))).toBe("yes");
    expect(said(west, "within", communes(EAST), 1)).toBe("yes");
  });

  test("what is registered nowhere goes by its place", () => {
    expect(said(here(point(500, 500, 10)), "touches", communes(WEST))).toBe("yes");
    expect(said(here(point(500, 500, 10)), "inside", communes(WEST))).toBe("yes");
    expect(said(here(point(500, 500, 10)), "touches", communes(EAST))).toBe("no");
    expect(said(here(point(500, 500, 900)), "touches", communes(EAST))).toBe("unknown unknown-place");
  });

  test("are 0 m from what is registered in them, whatever its place says", () => {
    expect(result(here(point(3000, 500), WEST), "within", communes(WEST))).toMatchObject({
      answer: "yes",
      interval: { atLeast: 0, atMost: 0 },
    });
    expect(said(here(point(3000, 500), WEST), "beyond", communes(WEST))).toBe("no");
    expect(result(here(point(500, 500), WEST), "within", communes(EAST))).toMatchObject({
      answer: "yes",
      interval: { atLeast: 500, atMost: 500 },
    });
    expect(said(here(point(500, 500), WEST), "within", communes(EAST), 499)).toBe("no");
  });

  test("without a boundary leave a course open", () => {
    const course = here(
      line([
        [500, 500],
        [900, 500],
      ]),
      WEST,
    );
    expect(said(course, "touches", communes("00009" as typeof WEST))).toBe("unknown place-is-a-region");
  });
});

test("a layer that is not open leaves everything open", () => {
  for (const predicate of PREDICATES) {
    const missing = result(point(0, 0), predicate, { kind: "layer-missing" });
    expect(saying(missing)).toBe("unknown layer-missing");
    expect(nearestResults([aThing("S", point(0, 0))], when("nearest", ALL_WORKS), [missing], [true])).toEqual(
      [missing],
    );
  }
});

describe("the nearest", () => {
  const target = ground([[0, 0, 1000, 1000]]);
  const rank = (count: number, regions: readonly Region[], of: PreparedTarget = target) => {
    const condition = when("nearest", ALL_WORKS, { count });
    const subjects = regions.map((region, index) => aThing(`S${index}`, region));
    const column = subjects.map((subject) => conditionResult(subject, condition, of));
    const all = subjects.map(() => true);
    return nearestResults(subjects, condition, column, all).map(saying);
  };
  const away = (metres: number, errorM = 0) => point(1000 + metres, 500, errorM);

  test("are so many as were asked for", () => {
    expect(rank(2, [away(300), away(100), away(200), away(400)])).toEqual(["no", "yes", "yes", "no"]);
    expect(rank(9, [away(300), away(100)])).toEqual(["yes", "yes"]);
  });

  test("equal distances share a place", () => {
    expect(rank(1, [away(100), away(100), away(200)])).toEqual(["yes", "yes", "no"]);
    expect(rank(2, [away(50), away(100), away(100), away(200)])).toEqual(["yes", "yes", "yes", "no"]);
    expect(rank(3, [away(50), away(100), away(100), away(200)])).toEqual(["yes", "yes", "yes", "no"]);
    expect(rank(2, [away(0), point(500, 500), away(100)])).toEqual(["yes", "yes", "no"]);
  });

  test("are open where others may be nearer or not", () => {
    expect(rank(1, [away(100, 20), away(130, 20), away(500)])).toEqual([
      "unknown rank-open",
      "unknown rank-open",
      "no",
    ]);
    expect(rank(2, [away(100, 20), away(130, 20), away(500)])).toEqual(["yes", "yes", "no"]);
    expect(rank(1, [away(100, 20), away(150, 20)])).toEqual(["yes", "no"]);
    // Nearer at most by as much as the other is at least: a tie, which both win.
    expect(rank(1, [away(100, 20), away(140, 20)])).toEqual(["yes", "unknown rank-open"]);
  });

  test("a place in a commune only leaves others open, not those that are nearer anyway", () => {
    expect(rank(1, [away(0), somewhere(1100, 0, 2100, 1000), away(600), away(9000)])).toEqual([
      "yes",
      "no",
      "no",
      "no",
    ]);
    expect(rank(1, [somewhere(1100, 0, 2100, 1000), away(600), away(9000)])).toEqual([
      "unknown rank-open",
      "unknown rank-open",
      "no",
    ]);
  });

  test("what has no place may be nearer than any", () => {
    expect(rank(1, [UNKNOWN, away(100)])).toEqual(["unknown unknown-place", "unknown rank-open"]);
    expect(rank(2, [UNKNOWN, away(100), away(200)])).toEqual([
      "unknown unknown-place",
      "yes",
      "unknown rank-open",
    ]);
    expect(rank(1, [UNKNOWN, away(100), away(200)])[2]).toBe("no");
  });

  test("a target of unknown place leaves the rank open", () => {
    const known = aThing("T", point(0, 500));
    expect(rank(1, [point(100, 500), point(300, 500)], things([known]))).toEqual(["yes", "no"]);
    expect(rank(1, [point(100, 500), point(300, 500)], things([known, aThing("U", UNKNOWN)]))).toEqual([
      "unknown rank-open",
      "unknown rank-open",
    ]);
  });

  test("are certain only if they are for every place the subjects may have", () => {
    const where = fc.tuple(fc.integer({ min: 0, max: 20 }), fc.constantFrom(0, 0, 1, 3));
    fc.assert(
      fc.property(
        fc.array(where, { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 1, max: 4 }),
        (all, count) => {
          const condition = when("nearest", ALL_WORKS, { count });
          const blank = { because: null, nearest: null, open: 0, share: null, touched: null } as const;
          const column = all.map(([least, more]) => ({
            ...blank,
            answer: "unknown" as const,
            interval: { atLeast: least, atMost: least + more },
          }));
          const subjects = all.map((_, index) => aThing(`S${index}`, UNKNOWN));
          const sure = all.map(() => true);
          const found = nearestResults(subjects, condition, column, sure).map(({ answer }) => answer);
          for (const [index, [least, more]] of all.entries()) {
            const others = all.filter((_, other) => other !== index);
            // The best case is the subject at its nearest and all others at their farthest, the worst the other way round.
            const best = others.filter(([from, by]) => from + by < least).length < count;
            const worst = others.filter(([from]) => from < least + more).length < count;
            expect(found[index]).toBe(worst ? "yes" : best ? "unknown" : "no");
          }
        },
      ),
      { numRuns: 400 },
    );
  });
});

describe("where a thing may be", () => {
  test("is boxed with its error, parts and known part together", () => {
    expect(reachOf(UNKNOWN)).toBeNull();
    expect(reachOf(point(10, 20, 5))).toEqual([5, 15, 15, 25]);
    expect(
      reachOf(
        line(
          [
            [0, 0],
            [10, 20],
          ],
          1,
        ),
      ),
    ).toEqual([-1, -1, 11, 21]);
    expect(reachOf(somewhere(1, 2, 3, 4))).toEqual([1, 2, 3, 4]);
    const shapes = [area(box(0, 0, 1, 1)), area(box(5, 5, 6, 7))];
    expect(reachOf({ type: "parts", shapes, known: null })).toEqual([0, 0, 6, 7]);
    expect(reachOf({ type: "parts", shapes, known: point(20, 3, 2) })).toEqual([0, 0, 22, 7]);
  });

  test("the nearest of several is the one surely nearest, though another may be", () => {
    const [sure, maybe] = [aThing("sure", point(300, 0)), aThing("maybe", point(350, 0, 200))];
    expect(intervalToNearest(point(0, 0), [maybe, sure])).toEqual({
      interval: { atLeast: 150, atMost: 300 },
      nearest: sure,
    });
    expect(intervalToNearest(UNKNOWN, [sure])).toEqual({ interval: null, nearest: null });
    expect(intervalToNearest(point(0, 0), [aThing("lost", UNKNOWN)])).toEqual({
      interval: null,
      nearest: null,
    });
  });
});

describe("of any region and ground", () => {
  const regions: fc.Arbitrary<Region> = fc.oneof(
    fc.tuple(aPlace(), fc.integer({ min: 0, max: 900 })).map(([[x, y], errorM]) => point(x, y, errorM)),
    fc.tuple(aLine(), fc.integer({ min: 0, max: 200 })).map(([places, errorM]) => line(places, errorM)),
    aStar().map((ring): Region => ({ type: "somewhere", shape: area(ring) })),
    aStar().map((ring): Region => ({ type: "extent", shape: area(ring) })),
    fc
      .array(aStar(), { minLength: 1, maxLength: 2 })
      .map((rings): Region => ({ type: "parts", shapes: rings.map((ring) => area(ring)), known: null })),
    fc.constant(UNKNOWN),
  );
  const grounds = fc
    .tuple(fc.array(aStar(), { maxLength: 3 }), fc.option(fc.array(aStar(2500), { maxLength: 2 })))
    .map(
      ([rings, assessed]): PreparedTarget => ({
        kind: "ground",
        asked: {
          ground: groundOf(rings.map((ring) => area(ring))),
          assessed: assessed === null ? null : groundOf([...assessed, ...rings].map((ring) => area(ring))),
        },
      }),
    );

  test("beyond is what within is not, apart what touches is not; a reason is given exactly where nothing is told", () => {
    fc.assert(
      fc.property(regions, grounds, fc.integer({ min: 1, max: 2000 }), (region, target, metres) => {
        const [within, beyond, touches, apart, inside] = (
          ["within", "beyond", "touches", "apart", "inside"] as const
        ).map((predicate) => result(region, predicate, target, metres));
        expect(beyond!.answer).toBe(not(within!.answer));
        expect(apart!.answer).toBe(not(touches!.answer));
        if (inside!.answer === "yes") expect(touches!.answer).toBe("yes");
        for (const found of [within!, beyond!, touches!, apart!, inside!]) {
          expect(ANSWERS).toContain(found.answer);
          expect(found.because === null).toBe(found.answer !== "unknown");
        }
      }),
      { numRuns: 150 },
    );
  });

  test("a point without error is told as an independent implementation has it", () => {
    fc.assert(
      fc.property(aPlace(), aStar(), fc.integer({ min: 1, max: 2000 }), ([x, y], ring, metres) => {
        const [polygon, place] = [jstsPolygon([ring]), jstsPoint([x, y])];
        const distance = polygon.distance(place);
        fc.pre(Math.abs(distance - metres) > 1e-6);
        const target: PreparedTarget = {
          kind: "ground",
          asked: { ground: groundOf([area(ring)]), assessed: null },
        };
        expect(said(point(x, y), "within", target, metres)).toBe(distance <= metres ? "yes" : "no");
        expect(said(point(x, y), "inside", target)).toBe(polygon.covers(place) ? "yes" : "no");
      }),
      { numRuns: 150 },
    );
  });
});

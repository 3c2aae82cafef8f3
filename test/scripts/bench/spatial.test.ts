import type { Polygon } from "geojson";
import { describe, expect, test } from "vitest";
import { TASKS } from "../../../scripts/bench/spatial/engine";
import { JSTS } from "../../../scripts/bench/spatial/jsts";
import { OURS } from "../../../scripts/bench/spatial/ours";
import { seededData, seededNumbers } from "../../../scripts/bench/spatial/seeded";
import {
  type EngineTimes,
  measureEngine,
  measureSpatial,
  spreadOver,
  verdictsOf,
} from "../../../scripts/bench/spatial/spatial";
import { TURF } from "../../../scripts/bench/spatial/turf";

const square = (west: number, south: number, size: number): Polygon => ({
  type: "Polygon",
  coordinates: [
    [
      [west, south],
      [west + size, south],
      [west + size, south + size],
      [west, south + size],
      [west, south],
    ],
  ],
});
/** Nine communes side by side. */
const communes = Array.from({ length: 9 }, (_, index) =>
  square(106 + 0.1 * (index % 3), 21 + 0.1 * Math.floor(index / 3), 0.1),
);
const data = seededData(communes, { points: 150, polygons: 40 });
const all = (count: number) => Array.from({ length: count }, (_, index) => index);
const points = all(data.points.length);

describe("seeded data", () => {
  test("are the same in every run, and others for another seed", () => {
    expect(seededData(communes, { points: 150, polygons: 40 })).toEqual(data);
    expect(seededData(communes, { points: 150, polygons: 40 }, 23)).not.toEqual(data);
    // Published values would change with it.
    const random = seededNumbers(22);
    expect([random(), random()]).toEqual([0.6218683323822916, 0.23673223098739982]);
  });

  test("lie over the communes, spread over them", () => {
    for (const [lon, lat] of data.points) {
      expect(lon > 106 && lon < 106.3).toBe(true);
      expect(lat > 21 && lat < 21.3).toBe(true);
    }
    expect(new Set(OURS.prepare(data).inside(points)).size).toBe(9);
  });
});

describe("the engines", () => {
  const ours = OURS.prepare(data);
  const jsts = JSTS.prepare(data);
  const turf = TURF.prepare(data);

  test("tell the same commune of every point", () => {
    expect(jsts.inside(points)).toEqual(ours.inside(points));
    expect(turf.inside(points)).toEqual(ours.inside(points));
  });

  test("tell the same points near, and the same distances", () => {
    expect(jsts.within(points)).toEqual(ours.within(points));
    expect(ours.within(points)).toContain(1);
    expect(ours.within(points)).toContain(0);
    const [mine, theirs, sphere] = [ours.nearest(points), jsts.nearest(points), turf.nearest(points)];
    for (const [index, metres] of mine.entries()) {
      expect(Math.abs((theirs[index] ?? Number.NaN) - metres)).toBeLessThan(0.01);
      expect(Math.abs((sphere[index] ?? Number.NaN) - metres)).toBeLessThan(0.006 * metres + 1);
    }
  });

  test("tell the same ground covered", () => {
    const [mine, theirs, sphere] = [ours.overlaps(all(9)), jsts.overlaps(all(9)), turf.overlaps(all(9))];
    expect(Math.max(...mine)).toBeGreaterThan(1e6);
    for (const [index, metres] of mine.entries()) {
      expect(Math.abs((theirs[index] ?? Number.NaN) - metres)).toBeLessThan(1);
      expect(Math.abs((sphere[index] ?? Number.NaN) - metres)).toBeLessThan(0.006 * metres + 1);
    }
  });
});

describe("the table", () => {
  test("measures all engines on one set, and says of the sampled one what it was scaled by", () => {
    const times = measureSpatial(data, { points: 50, communes: 3 }, null);
    expect(times.map(({ name }) => name)).toEqual([OURS.name, JSTS.name, TURF.name]);
    for (const { differing } of times)
      for (const task of TASKS) expect([task, differing[task].count]).toEqual([task, 0]);
    const [mine, , plain] = times;
    expect(mine?.tasks.inside.sample).toBeNull();
    expect(plain?.tasks.inside.sample).toBe("50 of 150");
    expect(plain?.tasks.overlaps.sample).toBe("3 of 9");
  });

  test("scales a sample's time to the whole", () => {
    const slow = {
      ...OURS,
      prepare: () => ({
        ...OURS.prepare(data),
        inside: (asked: readonly number[]) => {
          const until = performance.now() + asked.length;
          while (performance.now() < until);
          return asked.map(() => 0);
        },
      }),
    };
    const { times } = measureEngine(slow, data, { points: 10, communes: 3 }, null, null);
    // A millisecond a point: ten points took ten, all would take a hundred and fifty.
    expect(times.tasks.inside.ms).toBeGreaterThanOrEqual(150);
    expect(times.tasks.inside.ms).toBeLessThan(450);
  });

  test("counts answers that differ, and hides none", () => {
    const prepared = OURS.prepare(data);
    const wrong = {
      ...OURS,
      prepare: () => ({
        ...prepared,
        nearest: (asked: readonly number[]) =>
          asked.map((_, index) =>
            index === 0 ? Number.NaN : (prepared.nearest([asked[index] ?? 0])[0] ?? 0),
          ),
      }),
    };
    const { times } = measureEngine(wrong, data, null, prepared, null);
    expect(times.differing.nearest).toEqual({ count: 1, of: 150 });
    expect(times.differing.inside.count).toBe(0);
  });

  test("holds our time against turf's and the best", () => {
    const times = (name: string, ms: number): EngineTimes => ({
      name,
      prepareMs: 0,
      tasks: Object.fromEntries(TASKS.map((task) => [task, { ms, sample: null }])) as EngineTimes["tasks"],
      megabytes: null,
      differing: Object.fromEntries(
        TASKS.map((task) => [task, { count: 0, of: 0 }]),
      ) as EngineTimes["differing"],
    });
    const met = (ours: number, other: number, turf: number) =>
      verdictsOf([times("ours", ours), times("other", other), times("turf", turf)])[0];
    expect(met(10, 5, 500)).toMatchObject({ timesTurf: 50, ofBest: 2, isMet: true });
    expect(met(10, 4, 500)?.isMet).toBe(false);
    expect(met(10, 5, 499)?.isMet).toBe(false);
  });

  test("spreads a sample over the whole", () => {
    expect(spreadOver(10, 5)).toEqual([0, 2, 4, 6, 8]);
    expect(spreadOver(3, 5)).toEqual([0, 1, 2]);
  });
});

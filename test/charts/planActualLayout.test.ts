import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { expectedProgress } from "@/analysis/expectedProgress";
import { workHistory } from "@/analysis/workHistory";
import { hasPlanOrReport, type PlanActualLayout, planActualLayout } from "@/charts/planActualLayout";
import { parseRegister } from "@/datasets";
import { addDays, isoDate } from "@/domain/date";
import type { WorkPlan, WorkReport } from "@/domain/work";
import { aPlan, aRegister, aReport, aWork } from "../fixtures/register";

const { register } = await parseRegister(async (path) => readFileSync(`public/data/${path}`, "utf8"));
const SIZE = { width: 320, height: 190 };
const TODAY = isoDate("2028-09-30");
const historyOf = (workPlans: readonly WorkPlan[], workReports: readonly WorkReport[], day = TODAY) =>
  workHistory(aRegister({ works: [aWork()], workPlans, workReports }), aWork(), day);
const layoutOf = (...args: Parameters<typeof historyOf>): PlanActualLayout => {
  const layout = planActualLayout(historyOf(...args), SIZE);
  if (layout === null) throw new Error("nothing to draw");
  return layout;
};
const at = (asOf: string, physicalProgress: number | null, part: Partial<WorkReport> = {}) =>
  aReport({ asOf: isoDate(asOf), reportedOn: addDays(isoDate(asOf), 5), physicalProgress, ...part });

/** Every number the layout draws with, as x or as y. */
const drawn = (layout: PlanActualLayout) => {
  const coordinates = [...layout.curves, ...layout.segments].flatMap(({ d }) =>
    [...d.matchAll(/[ML](-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => ({ x: Number(x), y: Number(y) })),
  );
  return {
    xs: [
      ...coordinates.map(({ x }) => x),
      ...layout.points.map(({ x }) => x),
      ...layout.rounds.map(({ x }) => x),
      ...layout.years.flatMap(({ begins, label }) => [begins, label].filter((x) => x !== null)),
      ...layout.moves.flatMap(({ from, to }) => [from, to]),
      layout.today,
    ],
    ys: [...coordinates.map(({ y }) => y), ...layout.points.flatMap(({ y, replaced }) => [y, ...replaced])],
  };
};

describe("every work of the real register", () => {
  test.each([280, 320, 358])(
    "is drawn inside %i px, on several days, or there is nothing to draw",
    (width) => {
      for (const day of ["2026-09-30", "2027-12-31", "2028-09-30", "2029-12-01"].map(isoDate)) {
        for (const work of register.works) {
          const history = workHistory(register, work, day);
          const layout = planActualLayout(history, { width, height: 180 });
          expect(layout !== null).toBe(hasPlanOrReport(history));
          if (layout === null) continue;
          const { plot } = layout;
          const { xs, ys } = drawn(layout);
          for (const x of xs) expect(x >= plot.left - 0.1 && x <= plot.right + 0.1).toBe(true);
          for (const y of ys) expect(y >= plot.top - 0.1 && y <= plot.bottom + 0.1).toBe(true);
          // A point for each stated figure, a mark for each period: none is lost between history and drawing.
          const stated = history.periods.filter(
            (period) => period.kind === "reported" && period.held.physicalProgress !== null,
          );
          expect(layout.points).toHaveLength(stated.length);
          expect(layout.segments).toHaveLength(Math.max(0, stated.length - 1));
          expect(layout.rounds).toHaveLength(history.periods.length + (history.awaited === null ? 0 : 1));
          expect(layout.years.some(({ label }) => label !== null)).toBe(true);
        }
      }
    },
  );
  test("works without plan and report are the ones of An Lạc, and nothing is drawn of them", () => {
    const empty = register.works.filter((work) => !hasPlanOrReport(workHistory(register, work, TODAY)));
    expect(empty.length).toBeGreaterThan(0);
    expect(empty.every(({ workId }) => workId.startsWith("AL-"))).toBe(true);
  });
});

describe("the curve of the plan", () => {
  test("goes through what the plan implies for a day, whatever the plan", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 700 }),
        fc.integer({ min: 20, max: 900 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (start, length, share) => {
          const plannedStart = addDays(isoDate("2026-07-01"), start);
          const plan = aPlan({ plannedStart, plannedEnd: addDays(plannedStart, length) });
          const day = addDays(plannedStart, Math.round(length * share));
          // A report of just what is expected lies on the curve.
          const layout = layoutOf([plan], [at(day, expectedProgress(plan, day))], isoDate("2030-12-01"));
          const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = (layout.curves[0]?.d.match(/-?[\d.]+/g) ?? []).map(Number);
          const [point] = layout.points;
          const t = ((point?.x ?? 0) - x0) / (x1 - x0);
          expect(Math.abs(y0 + t * (y1 - y0) - (point?.y ?? 0))).toBeLessThan(2.5);
        },
      ),
    );
  });
  test("a moved completion leaves the old curve and an arrow; a new decision with the same days does not", () => {
    const moved = aPlan({ recordedOn: isoDate("2028-02-01"), plannedEnd: isoDate("2029-06-30") });
    const layout = layoutOf([aPlan(), moved], []);
    expect(layout.curves.map(({ inForce }) => inForce)).toEqual([false, true]);
    expect(layout.moves).toHaveLength(1);
    expect((layout.moves[0]?.to ?? 0) > (layout.moves[0]?.from ?? 0)).toBe(true);
    const started = aPlan({ recordedOn: isoDate("2028-02-01"), plannedStart: isoDate("2027-06-30") });
    expect(layoutOf([aPlan(), started], [])).toMatchObject({ curves: [{}, {}], moves: [] });
    const same = layoutOf([aPlan(), aPlan({ recordedOn: isoDate("2028-02-01"), decisionNo: "2" })], []);
    expect(same.curves).toHaveLength(1);
    expect(same.moves).toEqual([]);
  });
  test("a plan that loses its days leaves the old curve, which is no longer in force", () => {
    const lost = aPlan({ recordedOn: isoDate("2028-02-01"), plannedEnd: null });
    expect(layoutOf([aPlan(), lost], []).curves.map(({ inForce }) => inForce)).toEqual([false]);
  });
  test("one day alone is no curve", () => {
    const undated = aPlan({ plannedEnd: null });
    expect(hasPlanOrReport(historyOf([undated], []))).toBe(false);
    expect(planActualLayout(historyOf([undated], []), SIZE)).toBeNull();
    expect(layoutOf([undated], [at("2028-06-25", 10)]).curves).toEqual([]);
  });
});

describe("the reports", () => {
  test("higher progress lies higher; 0 % on the floor, 100 % at the top", () => {
    const { points, plot } = layoutOf([aPlan()], [at("2028-03-25", 0), at("2028-06-25", 100)]);
    expect(points.map(({ y }) => y)).toEqual([plot.bottom, plot.top]);
  });
  test("a corrected one shows both heights, the held one as its own", () => {
    const wrong = at("2028-06-25", 76);
    const right = at("2028-06-25", 66, { reportedOn: isoDate("2028-08-15"), correctionReason: "x" });
    const [point] = layoutOf([aPlan()], [wrong, right]).points;
    expect(point).toMatchObject({ progress: 66, isCorrected: true });
    expect(point?.replaced).toHaveLength(1);
    expect((point?.replaced[0] ?? 0) < (point?.y ?? 0)).toBe(true);
    // Three weeks earlier it was a report like any other.
    expect(layoutOf([aPlan()], [wrong, right], isoDate("2028-08-01")).points[0]).toMatchObject({
      progress: 76,
      isCorrected: false,
      replaced: [],
    });
  });
  test("a correction that leaves the progress as it was is marked, without a second height", () => {
    const right = at("2028-06-25", 50, { reportedOn: isoDate("2028-08-15"), correctionReason: "x" });
    const [point] = layoutOf([aPlan()], [at("2028-06-25", 50), right]).points;
    expect(point).toMatchObject({ isCorrected: true, replaced: [] });
  });
  test("no line is drawn through what nobody reported: missing periods and blank figures break it", () => {
    // Other works report in June, so this one's June is missing.
    const others = Array.from({ length: 3 }, () => at("2028-06-25", 50, { workId: "W2" }));
    const missing = layoutOf([aPlan()], [at("2028-03-25", 20), ...others, at("2028-09-25", 40)]);
    expect(missing.rounds.map(({ state }) => state)).toEqual(["reported", "missing", "reported"]);
    expect(missing.segments.map(({ isBroken }) => isBroken)).toEqual([true]);
    const blank = layoutOf([aPlan()], [at("2028-03-25", 20), at("2028-06-25", null), at("2028-09-25", 40)]);
    expect(blank.rounds.map(({ state }) => state)).toEqual(["reported", "reported", "reported"]);
    expect(blank.segments.map(({ isBroken }) => isBroken)).toEqual([true]);
    const whole = layoutOf([aPlan()], [at("2028-06-25", 20), at("2028-09-25", 40)]);
    expect(whole.segments.map(({ isBroken }) => isBroken)).toEqual([false]);
  });
  test("the gap runs from what was reached up to the plan, and is not drawn when on plan or ahead", () => {
    const behind = layoutOf([aPlan()], [at("2028-06-25", 10)]).gap;
    expect(behind !== null && behind.to < behind.from).toBe(true);
    expect(layoutOf([aPlan()], [at("2028-06-25", 99)]).gap).toBeNull();
    expect(layoutOf([], [at("2028-06-25", 10)]).gap).toBeNull();
  });
});

test("years are marked where they begin; a sliver of a year keeps its line and loses its number", () => {
  const { years } = layoutOf([aPlan()], [at("2026-12-25", 0)]);
  expect(years.map(({ year }) => year)).toEqual([2026, 2027, 2028]);
  expect(years[0]).toEqual({ year: 2026, begins: null, label: null });
  expect(years.slice(1).every(({ begins, label }) => begins !== null && label !== null)).toBe(true);
});

test("after the as-of day there is room to be seen, except on the last day of a year", () => {
  const layout = layoutOf([aPlan()], []);
  expect(layout.today < layout.plot.right).toBe(true);
  expect(layoutOf([aPlan()], [], isoDate("2028-12-31")).today).toBe(layout.plot.right);
});

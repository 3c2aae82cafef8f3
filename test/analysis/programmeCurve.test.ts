import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LEFT_OUT, moneyCurve, progressCurve, yearPassed } from "@/analysis/programmeCurve";
import { moneyTotals } from "@/analysis/programmeTotals";
import { takeSnapshot } from "@/analysis/takeSnapshot";
import { parseRegister } from "@/datasets";
import { addDays, type IsoDate, isoDate } from "@/domain/date";
import type { Register } from "@/domain/register";
import { SECTORS } from "@/domain/work";
import { physicalProgress, worksWithProgress } from "@/indicators/physicalProgress";
import { plannedProgress } from "@/indicators/plannedProgress";
import { aPlan, aRegister, aReport, aWork, someCapital } from "../fixtures/register";

const DAY = isoDate("2028-09-30");
const on = (part: Partial<Register>, day: IsoDate = DAY) => takeSnapshot(aRegister(part), day);
const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);

/** A report of a closing day, known five days later. */
const at = (workId: string, asOf: string, physicalProgress: number | null, part = {}) =>
  aReport({
    workId,
    asOf: isoDate(asOf),
    reportedOn: addDays(isoDate(asOf), 5),
    physicalProgress,
    actualStart: null,
    ...part,
  });

/** Two works of 3,000 and 1,000; the first from 2027 to the end of 2028, the second in 2028 alone. */
const TWO = {
  works: [aWork({ workId: "a" }), aWork({ workId: "b", sector: "transport" })],
  workPlans: [
    aPlan({
      workId: "a",
      totalInvestment: 3000,
      plannedStart: isoDate("2027-01-01"),
      plannedEnd: isoDate("2028-12-31"),
    }),
    aPlan({
      workId: "b",
      totalInvestment: 1000,
      plannedStart: isoDate("2028-01-01"),
      plannedEnd: isoDate("2028-12-31"),
    }),
  ],
};
const REPORTS = [
  at("a", "2027-09-25", 20),
  at("b", "2027-09-25", 0),
  at("a", "2028-06-25", 60),
  at("b", "2028-06-25", 10),
  at("a", "2028-09-25", 70),
  at("b", "2028-09-25", 30),
];

describe("the curves of physical progress", () => {
  const curve = progressCurve(on({ ...TWO, workReports: REPORTS }));

  test("weigh by total investment", () => {
    // (70 · 3000 + 30 · 1000) / 4000
    expect(curve.now?.percent).toBeCloseTo(60, 10);
    // From 1 January 2027 to 31 December 2028 are 730 days, to 30 September 638; of 2028 alone 365 and 273.
    expect(curve.now?.planned).toBeCloseTo(((638 / 730) * 3000 + (273 / 365) * 1000) / 40, 10);
    expect(curve.actual.map(({ percent }) => percent)).toEqual([15, 47.5, 60, 60]);
    expect(curve).toMatchObject({ works: 2, counted: 2, isWeighted: true, moneyShare: 100, undatedShare: 0 });
  });

  test("ask for the pace that reaches the last planned day, and tell that of the last four quarters", () => {
    // 92 days of 91.3125 days a quarter are left; a year before 15 % were done.
    expect(curve.pace?.required).toEqual({ kind: "pace", points: expect.closeTo(40 / (92 / 91.3125), 10) });
    expect(curve.pace?.past).toEqual({ points: expect.closeTo((60 - 15) / 4, 10), works: 2 });
    expect(curve.pace?.end).toBe("2028-12-31");
  });

  test("ask for no pace when nothing is left, or the last planned day has passed", () => {
    const done = REPORTS.map((row) => ({ ...row, physicalProgress: 100 }));
    expect(progressCurve(on({ ...TWO, workReports: done })).pace?.required.kind).toBe("done");
    const later = progressCurve(on({ ...TWO, workReports: REPORTS }, isoDate("2029-01-15")));
    expect(later.pace?.required.kind).toBe("overdue");
  });

  test("go through the corrected figure, at the closing day it corrects, from the day it is known", () => {
    const corrected = at("a", "2028-06-25", 40, {
      reportedOn: isoDate("2028-08-15"),
      correctionReason: "nhập sai",
    });
    const workReports = [...REPORTS, corrected];
    const point = (day: string) =>
      progressCurve(on({ ...TWO, workReports }, isoDate(day))).actual.find(
        (each) => each.day === "2028-06-25",
      );
    expect(point("2028-08-14")).toMatchObject({ percent: 47.5, corrected: 0 });
    expect(point("2028-08-15")).toMatchObject({ percent: 32.5, corrected: 1 });
    expect(curve.actual.every(({ corrected: count }) => count === 0)).toBe(true);
    const later = progressCurve(on({ ...TWO, workReports })).actual;
    expect(later.map(({ corrected: count }) => count)).toEqual([0, 1, 0, 0]);
  });

  test("count a work as 0 before its first report only where a later one shows that nothing was done", () => {
    const [first] = progressCurve(
      on({
        ...TWO,
        workReports: REPORTS.filter(({ workId, asOf }) => workId === "a" || asOf === "2028-09-25"),
      }),
    ).actual;
    // b's only report says 30 % and no start: what it was a year before nobody knows.
    expect(first).toMatchObject({ day: "2027-09-25", percent: 20, works: 1 });
    const [known] = progressCurve(
      on({
        ...TWO,
        workReports: [
          ...REPORTS.filter(({ workId }) => workId === "a"),
          at("b", "2028-09-25", 30, { actualStart: isoDate("2028-02-01") }),
        ],
      }),
    ).actual;
    expect(known).toMatchObject({ percent: 15, works: 2 });
  });

  test("do not carry a figure over more than two periods, then either", () => {
    const workReports = [
      at("a", "2027-03-25", 5),
      at("a", "2028-09-25", 70),
      at("b", "2027-03-25", 0),
      at("b", "2027-12-25", 5),
      at("b", "2028-09-25", 30),
    ];
    const points = progressCurve(on({ ...TWO, workReports })).actual;
    expect(points.map(({ day, percent, works }) => [day, percent, works])).toEqual([
      ["2027-03-25", 3.75, 2],
      // a's last report is nine months old on that day: b alone speaks.
      ["2027-12-25", 5, 1],
      ["2028-09-25", 60, 2],
      ["2028-09-30", 60, 2],
    ]);
  });

  test("leave out, and count, works without report, cost or planned days, and those not yet due", () => {
    const plan = (workId: string, part = {}) => aPlan({ workId, totalInvestment: 1000, ...part });
    const snapshot = on({
      works: ["due", "ahead", "silent", "old", "free", "undated"].map((workId) => aWork({ workId })),
      workPlans: [
        plan("due", { totalInvestment: 5000 }),
        plan("ahead", { plannedStart: isoDate("2029-01-01"), plannedEnd: isoDate("2030-01-01") }),
        plan("silent"),
        plan("old"),
        plan("free", { totalInvestment: null }),
        plan("undated", { plannedEnd: null }),
      ],
      workReports: [
        at("due", "2028-09-25", 50),
        at("old", "2027-12-25", 50),
        at("free", "2028-09-25", 50),
        at("undated", "2028-09-25", 90),
      ],
    });
    const { counted, works, leftOut, moneyShare, undatedShare, now } = progressCurve(snapshot);
    expect(leftOut).toEqual({ "not-yet-due": 1, silent: 2, "no-cost": 1, "no-dates": 1 });
    expect([counted, works]).toEqual([1, 6]);
    expect(now?.percent).toBe(50);
    expect(moneyShare).toBeCloseTo((5 / 9) * 100, 10);
    expect(undatedShare).toBeCloseTo((1 / 9) * 100, 10);
  });

  test("count only works surely of the 97, and of one sector when asked", () => {
    const more = {
      ...TWO,
      works: [...TWO.works, aWork({ workId: "c", inPlan97: "unknown" })],
      workPlans: [...TWO.workPlans, aPlan({ workId: "c", totalInvestment: 9999 })],
      workReports: [...REPORTS, at("c", "2028-09-25", 100)],
    };
    expect(progressCurve(on(more)).now?.percent).toBeCloseTo(60, 10);
    expect(progressCurve(on(more), "transport")).toMatchObject({ works: 1, now: { percent: 30 } });
    expect(progressCurve(on(more), "health")).toMatchObject({ works: 0, now: null, pace: null, planned: [] });
  });

  test("weigh alike where no cost is known at all", () => {
    const workPlans = TWO.workPlans.map((row) => ({ ...row, totalInvestment: null }));
    const alike = progressCurve(on({ ...TWO, workPlans, workReports: REPORTS }));
    expect(alike).toMatchObject({ isWeighted: false, now: { percent: 50 }, moneyShare: null });
  });

  test("of the plan never fall and run from 0 to 100, whatever the plans", () => {
    const day = fc.integer({ min: 1, max: 1800 }).map((days) => addDays(isoDate("2026-01-01"), days));
    const plans = fc.array(fc.tuple(day, day, fc.integer({ min: 1, max: 5000 })), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(plans, (rows) => {
        const ids = rows.map((_, index) => `w${index}`);
        const { planned, counted } = progressCurve(
          on({
            works: ids.map((workId) => aWork({ workId })),
            workPlans: rows.map(([one, other, totalInvestment], index) =>
              aPlan({
                workId: ids[index]!,
                totalInvestment,
                plannedStart: one < other ? one : other,
                plannedEnd: one < other ? other : one,
              }),
            ),
            workReports: ids.map((workId) => at(workId, "2028-09-25", 10)),
          }),
        );
        expect(counted).toBe(rows.length);
        const values = planned.map(({ percent }) => percent);
        expect(values[0]).toBe(0);
        expect(values.at(-1)).toBeCloseTo(100, 9);

        for (const [index, value] of values.entries())
          expect(value).toBeGreaterThanOrEqual((values[index - 1] ?? 0) - 1e-9);
      }),
      { numRuns: 40 },
    );
  });
});

describe("the curves of money", () => {
  const snapshot = on({
    ...TWO,
    works: [...TWO.works, aWork({ workId: "c" })],
    capitalPlans: [
      someCapital({ workId: "a", year: 2027, amount: 1000, carriedOver: null }),
      someCapital({ workId: "a", year: 2028, amount: 600, carriedOver: 200 }),
      someCapital({ workId: "a", year: 2028, capitalSource: "central", amount: 132 }),
      someCapital({ workId: "a", year: 2030, amount: 400 }),
      someCapital({ workId: "b", year: 2027, amount: 50 }),
      someCapital({ workId: "b", year: 2027, amount: 70, recordedOn: isoDate("2028-01-01") }),
      someCapital({ workId: "b", year: 2027, amount: 9000, recordedOn: isoDate("2028-12-01") }),
    ],
    workReports: [
      at("a", "2027-09-25", 20, { disbursedCumulative: 300 }),
      at("a", "2028-09-25", 70, { disbursedCumulative: 900 }),
      at("c", "2028-09-25", 70, { disbursedCumulative: 10 }),
    ],
  });
  const curve = moneyCurve(snapshot);

  test("climb by year, without gaps, by the rows that hold, the provincial budget apart", () => {
    expect(
      curve.steps.map(({ year, planned, cumulative, provincial, works, isAhead }) => [
        year,
        planned,
        cumulative,
        provincial,
        works,
        isAhead,
      ]),
    ).toEqual([
      [2026, 0, 0, 0, 0, false],
      [2027, 1070, 1070, 1070, 2, false],
      [2028, 732, 1802, 1670, 1, false],
      [2029, 0, 1802, 1670, 0, true],
      [2030, 400, 2202, 2070, 1, true],
    ]);
    expect([curve.works, curve.planned]).toEqual([3, 2]);
  });

  test("compare only works that state both, this year's capital spread over its days", () => {
    // 30 September is day 274 of 366 of 2028.
    expect(yearPassed(DAY)).toBeCloseTo(274 / 366, 12);
    expect(curve.now).toEqual({
      released: 1732,
      even: expect.closeTo(1000 + (732 * 274) / 366, 9),
      disbursed: 900,
      works: 1,
    });
    expect(yearPassed(isoDate("2027-12-31"))).toBe(1);
  });

  test("sum what was disbursed by each closing day over the works that state it", () => {
    expect(curve.disbursed.map(({ day, amount, works }) => [day, amount, works])).toEqual([
      ["2027-09-25", 300, 1],
      ["2028-09-25", 910, 2],
      ["2028-09-30", 910, 2],
    ]);
  });

  test("have no gap where no work states both", () => {
    expect(moneyCurve(on({ ...TWO, workReports: REPORTS }))).toMatchObject({
      steps: [],
      disbursed: [],
      now: null,
    });
  });
});

describe("on every recording day of the data", () => {
  const read = (file: string) => readFileSync(new URL(`../../public/data/${file}`, import.meta.url), "utf8");
  const days: IsoDate[] = JSON.parse(read("manifest.json")).recordingDates;

  test("the curves agree with the indicators and with the sums of money", async () => {
    const { register } = await parseRegister(async (file) => read(file));
    expect(days.length).toBeGreaterThan(5);
    for (const day of days) {
      const whole = takeSnapshot(register, day);
      const curve = progressCurve(whole);
      expect(curve.counted + sum(LEFT_OUT.map((reason) => curve.leftOut[reason]))).toBe(curve.works);
      expect(curve.counted + curve.leftOut["no-dates"]).toBe(worksWithProgress(whole, null).counted.length);

      // The indicator of the plan has no answer as soon as one work behind the progress has no planned days: those apart, the two agree.
      const dated = (state: (typeof whole.works)[number]) =>
        state.plan !== null && state.plan.plannedStart !== null && state.plan.plannedEnd !== null;
      const snapshot = { ...whole, works: whole.works.filter(dated) };
      const overall = physicalProgress.overall(snapshot);
      expect(overall.kind).toBe("value");
      if (overall.kind === "value") expect(curve.now?.percent).toBeCloseTo(overall.value, 9);
      expect(curve.now?.planned).toBeCloseTo(plannedProgress(snapshot, null)!, 9);
      expect(curve.planned.find((point) => point.day === day)?.percent).toBeCloseTo(curve.now!.planned, 9);
      expect(progressCurve(snapshot).now).toEqual(curve.now);
      if (curve.leftOut["no-dates"] === 0)
        expect(plannedProgress(whole, null)).toBeCloseTo(curve.now!.planned, 9);

      const money = moneyCurve(whole);
      const totals = moneyTotals({ works: whole.works.filter(({ work }) => work.inPlan97 === "yes") });
      const last = money.disbursed.at(-1)!;
      expect([last.amount, last.works]).toEqual([
        totals.disbursedCumulative.amount,
        totals.disbursedCumulative.stated,
      ]);
      expect([money.now?.disbursed, money.now?.released, money.now?.works]).toEqual([
        totals.cumulativeShare?.part,
        totals.cumulativeShare?.whole,
        totals.cumulativeShare?.works,
      ]);
      expect(money.steps.filter(({ isAhead }) => !isAhead).at(-1)?.cumulative).toBe(
        totals.capitalPlanCumulative.amount,
      );
    }
  });

  test("the provincial budget of the works of the 97 is 4.000 tỷ, and the sectors make all", async () => {
    const { register } = await parseRegister(async (file) => read(file));
    const snapshot = takeSnapshot(register, days.at(-1)!);
    expect(moneyCurve(snapshot).steps.at(-1)?.provincial).toBe(4_000_000);
    const all = progressCurve(snapshot);
    const sectors = SECTORS.map((sector) => progressCurve(snapshot, sector));
    expect(sum(sectors.map(({ counted }) => counted))).toBe(all.counted);
    expect(sum(sectors.map(({ works }) => works))).toBe(all.works);
    for (const point of all.actual) expect(point.works).toBeLessThanOrEqual(all.counted);
  });
});

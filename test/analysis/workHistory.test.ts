import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { expectedProgress } from "@/analysis/expectedProgress";
import { reportingRounds } from "@/analysis/reportingPeriods";
import { takeSnapshot } from "@/analysis/takeSnapshot";
import { obstacleSpans, planChanges, type WorkHistory, workHistory } from "@/analysis/workHistory";
import { parseRegister } from "@/datasets";
import { addDays, type IsoDate, isoDate } from "@/domain/date";
import type { Register } from "@/domain/register";
import { aPlan, aRegister, aReport, aWork, SOURCE, someCapital } from "../fixtures/register";

const { register } = await parseRegister(async (path) => readFileSync(`public/data/${path}`, "utf8"));
const DAYS = [
  "2026-06-29",
  "2026-09-30",
  "2027-02-01",
  "2027-12-31",
  "2028-02-26",
  "2028-06-30",
  "2028-08-31",
  "2028-09-27",
  "2028-09-30",
  "2028-10-30",
  "2030-01-01",
].map(isoDate);
const LAST = isoDate("2028-09-30");
const of = (workId: string, day: IsoDate = LAST, from: Register = register) =>
  workHistory(from, from.works.find((work) => work.workId === workId)!, day);
const corrections = ({ periods }: WorkHistory) =>
  periods.flatMap((period) => (period.kind === "reported" ? period.versions.slice(1) : []));

describe("every work of the real register, on every day", () => {
  test.each(DAYS)("%s: the end of the history is the snapshot's state", (day) => {
    const snapshot = takeSnapshot(register, day);
    for (const state of snapshot.works) {
      const history = of(state.work.workId, day);
      expect(history.latest?.held ?? null).toBe(state.report);
      expect(history.plans.at(-1)?.plan ?? null).toBe(state.plan);
      expect(history.expectedToday).toBe(expectedProgress(state.plan, day));
      expect((history.latest?.versions.length ?? 0) > 1).toBe(state.corrected);
      const year = history.capital.find((one) => one.year === Number(day.slice(0, 4)));
      expect(year?.available ?? null).toBe(state.money.capitalPlanYear);
      if (state.money.disbursedYear !== null) expect(year?.disbursed?.amount).toBe(state.money.disbursedYear);
      const open = history.obstacles.filter(({ isOpen }) => isOpen).map(({ obstacle }) => obstacle);
      expect(open).toEqual(state.report?.obstacle == null ? [] : [state.report.obstacle]);
    }
  });

  test.each(DAYS)("%s: nothing in it was reported or recorded later", (day) => {
    for (const { workId } of register.works) {
      const { periods, plans, capital } = of(workId, day);
      const known = [
        ...periods.flatMap((period) =>
          period.kind === "reported"
            ? period.versions.map(({ report }) => report.reportedOn)
            : [addDays(period.dueOn, 1)],
        ),
        ...plans.map(({ plan }) => plan.recordedOn),
        ...capital.flatMap(({ sources }) =>
          sources.flatMap(({ versions }) => versions.map(({ recordedOn }) => recordedOn)),
        ),
      ];
      for (const on of known) expect(on <= day).toBe(true);
    }
  });

  test("a later day has every row of the earlier one", () => {
    const rowsOf = (history: WorkHistory) => [
      ...history.periods.map(({ closingDay }) => closingDay),
      ...history.periods.flatMap((period) =>
        period.kind === "reported" ? period.versions.map(({ report }) => report) : [],
      ),
      ...history.plans.map(({ plan }) => plan),
      ...history.capital.flatMap(({ sources }) => sources.flatMap(({ versions }) => versions)),
      ...history.sources.map(({ sourceId }) => sourceId),
    ];
    for (const { workId } of register.works) {
      let before: readonly unknown[] = [];
      for (const day of DAYS) {
        const now = rowsOf(of(workId, day));
        const seen = new Set<unknown>(now);
        expect(before.every((row) => seen.has(row))).toBe(true);
        before = now;
      }
    }
  });

  test("every row of the register is in the history of its work at the end, once", () => {
    const day = isoDate("2030-01-01");
    const all = register.works.map(({ workId }) => of(workId, day));
    const reports = all.flatMap(({ periods }) =>
      periods.flatMap((period) => (period.kind === "reported" ? period.versions : [])),
    );
    expect(reports.length).toBe(register.workReports.length);
    expect(all.reduce((sum, { plans }) => sum + plans.length, 0)).toBe(register.workPlans.length);
    const capital = all.flatMap((history) =>
      history.capital.flatMap(({ sources }) => sources.flatMap(({ versions }) => versions)),
    );
    expect(capital.length).toBe(register.capitalPlans.length);
  });

  test("every source it names is in the list of sources, and has a use", () => {
    const known = new Set(register.sources.map(({ sourceId }) => sourceId));
    for (const { workId } of register.works) {
      const { sources } = of(workId);
      expect(sources.length).toBeGreaterThan(0);
      for (const { sourceId, uses } of sources) {
        expect(known.has(sourceId)).toBe(true);
        expect(uses.length).toBeGreaterThan(0);
        expect(uses.every(({ rows }) => rows > 0)).toBe(true);
      }
    }
  });
});

describe("works of the scenario", () => {
  test("quarters are the rhythm: nine rounds, the one most did not send among them", () => {
    const rounds = reportingRounds(register.workReports, register.works.length, LAST);
    expect(rounds).toHaveLength(9);
    expect(rounds).toContain("2027-12-25");
  });
  test("MH-084: a correction of the last period, 76 → 66 with its reason; three days before nobody knew", () => {
    const [correction] = corrections(of("MH-084"));
    expect(correction?.changes).toEqual([{ field: "physicalProgress", from: 76, to: 66 }]);
    expect(correction?.report.correctionReason).toContain("76");
    const before = of("MH-084", isoDate("2028-09-29"));
    expect(corrections(before)).toEqual([]);
    expect(before.latest?.held.physicalProgress).toBe(76);
  });
  test("all seven corrections of the scenario are in the histories", () => {
    const count = register.works.reduce((sum, { workId }) => sum + corrections(of(workId)).length, 0);
    expect(count).toBe(register.workReports.filter((row) => row.correctionReason !== null).length);
    expect(count).toBeGreaterThanOrEqual(7);
  });
  test("MH-003: the completion moved from 12/1/2028 to 8/9/2028, and only from the day it was recorded", () => {
    const { plans, behind } = of("MH-003");
    expect(plans.map(({ changes }) => changes)).toEqual([
      [],
      [{ field: "plannedEnd", from: "2028-01-12", to: "2028-09-08" }],
    ]);
    expect(of("MH-003", isoDate("2028-02-24")).plans).toHaveLength(1);
    expect(behind).toMatchObject({ closingDay: "2028-09-25", expected: 100, actual: 55, points: 45 });
  });
  test("MH-003: the year end that was not reported is missing, and the money of 2027 is whole all the same", () => {
    const { periods, capital } = of("MH-003");
    expect(periods.filter(({ kind }) => kind === "missing").map(({ closingDay }) => closingDay)).toEqual([
      "2027-12-25",
    ]);
    // 2028-03-25: 19.863 in all, 2.333 of it in 2028; 2027-09-25: 12.413 in all, 9.274 of it in 2027.
    expect(capital.find(({ year }) => year === 2027)?.disbursed).toEqual({
      amount: 19_863 - 2_333 - (12_413 - 9_274),
      until: null,
      isDerived: true,
    });
  });
  test("AL-01: no plan, no report, no money: nothing is missing that was never due, and its document is named", () => {
    expect(of("AL-01")).toMatchObject({
      periods: [],
      awaited: null,
      plans: [],
      latest: null,
      behind: null,
      obstacles: [],
      capital: [],
      sources: [{ uses: [{ use: "work", rows: 1 }] }],
    });
  });
  test("a work that did not send the last round is awaited, and missing a month later", () => {
    const silent = register.works.filter(({ workId }) => of(workId).awaited !== null);
    expect(silent.length).toBeGreaterThan(0);
    for (const { workId } of silent) {
      expect(of(workId).awaited?.closingDay).toBe("2028-09-25");
      const later = of(workId, isoDate("2028-10-27"));
      expect(later.awaited).toBeNull();
      expect(later.periods.at(-1)).toMatchObject({ kind: "missing", closingDay: "2028-09-25" });
    }
  });
  test("works whose start is still to come miss nothing before it", () => {
    const waiting = register.works.filter(({ workId }) => {
      const plan = of(workId).plans.at(-1)?.plan;
      return plan?.plannedStart != null && plan.plannedStart > LAST;
    });
    expect(waiting.length).toBeGreaterThan(0);
    for (const { workId } of waiting) {
      const [first] = of(workId).periods;
      expect(first?.kind).not.toBe("missing");
    }
  });
});

describe("versions of the plan", () => {
  test("a change of each figure is told, a new decision alone is none", () => {
    const plan = aPlan({ plannedEnd: null });
    expect(planChanges(plan, { ...plan, decisionNo: "2" })).toEqual([]);
    expect(
      planChanges(plan, {
        ...plan,
        plannedStart: null,
        plannedEnd: isoDate("2029-01-01"),
        totalInvestment: 2,
      }),
    ).toEqual([
      { field: "plannedStart", from: plan.plannedStart, to: null },
      { field: "plannedEnd", from: null, to: "2029-01-01" },
      { field: "totalInvestment", from: 1000, to: 2 },
    ]);
  });
  test("come in the order of recording; of one day the later row holds", () => {
    const rows = [
      aPlan({ recordedOn: isoDate("2028-01-01"), totalInvestment: 3 }),
      aPlan({ totalInvestment: 1 }),
      aPlan({ recordedOn: isoDate("2028-01-01"), totalInvestment: 4 }),
    ];
    const { plans } = of("W1", LAST, aRegister({ works: [aWork()], workPlans: rows }));
    expect(plans.map(({ plan }) => plan.totalInvestment)).toEqual([1, 3, 4]);
  });
});

describe("obstacles", () => {
  const said = (asOf: string, obstacle: string | null, proposal: string | null = null) =>
    aReport({ asOf: isoDate(asOf), obstacle, proposal });
  test("periods in a row that say the same are one span, with the latest proposal", () => {
    expect(
      obstacleSpans([said("2028-03-25", "A", "p"), said("2028-06-25", "A", "q"), said("2028-09-25", "B")]),
    ).toMatchObject([
      { obstacle: "A", proposal: "q", first: "2028-03-25", last: "2028-06-25", periods: 2, isOpen: false },
      { obstacle: "B", first: "2028-09-25", periods: 1, isOpen: true },
    ]);
  });
  test("what comes back after a period without it is a new span; what the last report leaves out is over", () => {
    expect(
      obstacleSpans([said("2028-03-25", "A"), said("2028-06-25", null), said("2028-09-25", "A")]),
    ).toMatchObject([
      { first: "2028-03-25", isOpen: false },
      { first: "2028-09-25", periods: 1, isOpen: true },
    ]);
    expect(obstacleSpans([said("2028-03-25", "A"), said("2028-06-25", null)])).toMatchObject([
      { isOpen: false },
    ]);
    expect(obstacleSpans([said("2028-03-25", null)])).toEqual([]);
  });
});

test("behind: a report without a figure leaves the last one that has it; without plan or figure there is none", () => {
  const reports = [
    aReport({ asOf: isoDate("2028-06-25"), reportedOn: isoDate("2028-06-30"), physicalProgress: 40 }),
    aReport({ physicalProgress: null }),
  ];
  const made = (part: Parameters<typeof aRegister>[0]) =>
    of("W1", LAST, aRegister({ works: [aWork()], workPlans: [aPlan()], workReports: reports, ...part }));
  expect(made({}).behind).toMatchObject({ closingDay: "2028-06-25", actual: 40 });
  expect(made({}).latest?.held.asOf).toBe("2028-09-25");
  expect(made({ workPlans: [] }).behind).toBeNull();
  expect(made({ workReports: [] }).behind).toBeNull();
});

test("sources: each once, with what rests on it and how many rows", () => {
  const { sources } = of(
    "W1",
    LAST,
    aRegister({
      works: [aWork()],
      workPlans: [aPlan({ sourceId: "PLAN" })],
      workReports: [aReport()],
      capitalPlans: [someCapital({ sourceId: "PLAN" }), someCapital({ year: 2029, sourceId: "PLAN" })],
    }),
  );
  expect(sources).toEqual([
    {
      sourceId: SOURCE,
      uses: [
        { use: "work", rows: 1 },
        { use: "report", rows: 1 },
      ],
    },
    {
      sourceId: "PLAN",
      uses: [
        { use: "plan", rows: 1 },
        { use: "capital", rows: 2 },
      ],
    },
  ]);
});

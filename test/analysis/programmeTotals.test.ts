import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { filterSnapshot } from "@/analysis/filterWorks";
import { lateByBody, moneyTotals, sectorTotals } from "@/analysis/programmeTotals";
import { takeSnapshot } from "@/analysis/takeSnapshot";
import { parseRegister } from "@/datasets";
import { isoDate } from "@/domain/date";
import type { Register } from "@/domain/register";
import { PLAN_TOTAL, PLAN_TOTALS } from "@/domain/work";
import { NO_FILTER } from "@/domain/workFilter";
import { aPlan, aRegister, aReport, aWork, someCapital } from "../fixtures/register";

const DAY = isoDate("2028-09-30");
const on = (part: Partial<Register>) => takeSnapshot(aRegister(part), DAY);
const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);

describe("control totals", () => {
  const snapshot = on({
    works: [
      aWork({ workId: "a" }),
      aWork({ workId: "b", locationClass: "several", point: null, line: null }),
      aWork({
        workId: "c",
        locationClass: "several",
        point: null,
        line: [
          [
            [106, 21],
            [106.1, 21],
          ],
        ],
      }),
      aWork({ workId: "d", locationClass: "commune", point: null }),
      aWork({ workId: "e", sector: "culture", inPlan97: "unknown" }),
      aWork({ workId: "f", sector: "transport", inPlan97: "no" }),
    ],
    workReports: [aReport({ workId: "a" }), aReport({ workId: "e" })],
  });
  const { sectors, all } = sectorTotals(snapshot);
  const school = sectors.find(({ sector }) => sector === "school")!;

  test("count only works that are surely of the 97, located only with a place of their own", () => {
    expect(school).toMatchObject({ planned: 45, named: 4, located: 2, reported: 1 });
    expect(sectors.find(({ sector }) => sector === "transport")).toMatchObject({ planned: 36, named: 0 });
    // Perhaps of the 97, in a sector the plan has no total for: no row at all.
    expect(sectors.some(({ sector }) => sector === "culture")).toBe(false);
    expect(all).toMatchObject({ sector: null, planned: PLAN_TOTAL, named: 4, reported: 1 });
  });

  test("a work without a report is of no known stage, not in preparation", () => {
    expect(school.stages.unknown).toBe(3);
    expect(school.stages.preparation).toBe(0);
    expect(school.stages.construction).toBe(1);
  });

  test("do not change with the filter of the map", () => {
    const filtered = filterSnapshot(snapshot, { ...NO_FILTER, sectors: ["transport"] });
    expect(sectorTotals(filtered)).toEqual(sectorTotals(snapshot));
  });

  test("of the plan add up to 97", () => {
    expect(sum(Object.values(PLAN_TOTALS))).toBe(PLAN_TOTAL);
    expect(sum(sectors.map(({ planned }) => planned ?? 0))).toBe(PLAN_TOTAL);
  });
});

describe("late works by body", () => {
  const late = (workId: string, body: string | null, plannedEnd: string) => ({
    work: aWork({ workId, responsibleBody: body }),
    plan: aPlan({ workId, plannedEnd: isoDate(plannedEnd) }),
    report: aReport({ workId }),
  });
  const rows = [
    late("a", "Ban A", "2028-08-31"),
    late("b", "Ban B", "2028-09-20"),
    late("c", "Ban B", "2028-07-01"),
    late("d", "Ban C", "2029-12-31"),
    late("e", null, "2028-09-01"),
  ];
  const register = {
    works: [...rows.map(({ work }) => work), aWork({ workId: "f", responsibleBody: "Ban A" })],
    workPlans: rows.map(({ plan }) => plan),
    workReports: rows.map(({ report }) => report),
  };

  test("most late works first, the longest late first within; on time is not listed, no body is one of its own", () => {
    const found = lateByBody(on(register));
    expect(found.map(({ body, late: works }) => [body, works.map(({ work }) => work.workId)])).toEqual([
      ["Ban B", ["c", "b"]],
      ["Ban A", ["a"]],
      [null, ["e"]],
    ]);
    expect(found[1]).toMatchObject({ works: 2, unknown: 1 });
  });
});

describe("money", () => {
  const register = {
    works: [aWork({ workId: "a" }), aWork({ workId: "b" }), aWork({ workId: "c" })],
    workPlans: [aPlan({ workId: "a", totalInvestment: 1000 })],
    capitalPlans: [someCapital({ workId: "a", amount: 400 }), someCapital({ workId: "b", amount: 600 })],
    workReports: [
      aReport({ workId: "a", disbursedYear: 100, disbursedCumulative: 0 }),
      aReport({ workId: "c", disbursedYear: 50 }),
    ],
  };
  const totals = moneyTotals(on(register));

  test("a sum says of how many works it is; nothing stated is null, and 0 is a value", () => {
    expect(totals.totalInvestment).toEqual({ amount: 1000, stated: 1 });
    expect(totals.disbursedYear).toEqual({ amount: 150, stated: 2 });
    expect(totals.disbursedCumulative).toEqual({ amount: 0, stated: 1 });
    expect(moneyTotals(on({ works: [aWork()] })).totalInvestment).toEqual({ amount: null, stated: 0 });
  });

  test("a share is of works that state both sides", () => {
    // b has a plan and no report, c a report and no plan: neither may stand on one side alone.
    expect(totals.yearShare).toEqual({ part: 100, whole: 400, works: 1 });
    expect(moneyTotals(on({ works: [aWork()] })).yearShare).toBeNull();
  });
});

describe("on the data that are shipped", async () => {
  const { register } = await parseRegister(async (path) => readFileSync(`public/data/${path}`, "utf8"));
  const snapshot = takeSnapshot(register, DAY);

  test("sectors, stages and lateness add up to all, on any day", () => {
    for (const day of ["2026-03-28", "2027-06-30", "2028-09-30", "2030-12-31"]) {
      const { sectors, all } = sectorTotals(takeSnapshot(register, isoDate(day)));
      for (const field of ["named", "located", "reported"] as const)
        expect([day, field, sum(sectors.map((row) => row[field]))]).toEqual([day, field, all[field]]);
      for (const row of [...sectors, all]) {
        expect(sum(Object.values(row.stages))).toBe(row.named);
        expect(sum(Object.values(row.late))).toBe(row.named);
        expect(row.located).toBeLessThanOrEqual(row.named);
      }
    }
  });

  test("every late work has one body", () => {
    const found = lateByBody(snapshot);
    const late = snapshot.works.filter(({ lateness }) => lateness.answer === "yes");
    expect(found.flatMap((row) => row.late.map(({ work }) => work.workId)).sort()).toEqual(
      late.map(({ work }) => work.workId).sort(),
    );
  });

  test("no share is of more works than state its parts", () => {
    const { yearShare, capitalPlanYear, disbursedYear } = moneyTotals(snapshot);
    expect(yearShare?.works).toBeLessThanOrEqual(Math.min(capitalPlanYear.stated, disbursedYear.stated));
  });
});

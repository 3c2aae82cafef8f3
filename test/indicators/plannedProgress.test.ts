import { describe, expect, test } from "vitest";
import { takeSnapshot } from "@/analysis/takeSnapshot";
import { isoDate } from "@/domain/date";
import type { Register } from "@/domain/register";
import { plannedProgress } from "@/indicators/plannedProgress";
import { aPlan, aRegister, aReport, aWork, HERE, THERE } from "../fixtures/register";

const HALFWAY = isoDate("2028-07-02");
const year2028 = { plannedStart: isoDate("2028-01-02"), plannedEnd: isoDate("2028-12-31") };
const done = { plannedStart: isoDate("2027-01-01"), plannedEnd: isoDate("2028-01-01") };
const report = { asOf: isoDate("2028-06-30"), reportedOn: isoDate("2028-07-01") };
const planned = (part: Partial<Register>) => plannedProgress(takeSnapshot(aRegister(part), HALFWAY), HERE);

describe("progress the plans imply for a commune", () => {
  const works = [aWork(), aWork({ workId: "W2" })];
  test("is weighted as the progress itself", () => {
    const workPlans = [
      aPlan({ ...year2028, totalInvestment: 1000 }),
      aPlan({ workId: "W2", ...done, totalInvestment: 3000 }),
    ];
    const workReports = [aReport(report), aReport({ workId: "W2", ...report })];
    expect(planned({ works, workPlans, workReports })).toBeCloseTo((50 * 1000 + 100 * 3000) / 4000, 6);
  });
  test("speaks of the works behind the value only", () => {
    const workPlans = [aPlan(year2028), aPlan({ workId: "W2", ...done })];
    expect(planned({ works, workPlans, workReports: [aReport(report)] })).toBeCloseTo(50, 6);
  });
  test("is unknown when one of them has no planned dates, not taken from the others", () => {
    const workPlans = [aPlan(year2028), aPlan({ workId: "W2", plannedStart: null, plannedEnd: null })];
    const workReports = [aReport(report), aReport({ workId: "W2", ...report })];
    expect(planned({ works, workPlans, workReports })).toBeNull();
  });
  test("is unknown where there is no value to compare with", () => {
    expect(planned({ works, workPlans: [aPlan(year2028)] })).toBeNull();
    expect(
      planned({
        works: [aWork({ communeCodes: [THERE] })],
        workPlans: [aPlan()],
        workReports: [aReport(report)],
      }),
    ).toBeNull();
  });
});

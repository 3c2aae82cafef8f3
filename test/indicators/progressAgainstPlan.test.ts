import { describe, expect, test } from "vitest";
import { takeSnapshot } from "@/analysis/takeSnapshot";
import { isoDate } from "@/domain/date";
import { plannedProgress } from "@/indicators/plannedProgress";
import { progressAgainstPlan } from "@/indicators/progressAgainstPlan";
import { aPlan, aRegister, aReport, aWork } from "../fixtures/register";

const DAY = isoDate("2028-09-30");

describe("progress beside the plan", () => {
  const past = { plannedStart: isoDate("2027-01-01"), plannedEnd: isoDate("2028-01-01") };
  const register = aRegister({
    works: [aWork({ workId: "a" }), aWork({ workId: "b" }), aWork({ workId: "c" })],
    workPlans: [
      aPlan({ workId: "a", totalInvestment: 300, ...past }),
      aPlan({ workId: "b", totalInvestment: 100, plannedEnd: null }),
      aPlan({
        workId: "c",
        totalInvestment: 100,
        plannedStart: isoDate("2029-01-01"),
        plannedEnd: isoDate("2029-12-31"),
      }),
    ],
    workReports: [
      aReport({ workId: "a", physicalProgress: 40 }),
      aReport({ workId: "b", physicalProgress: 90 }),
      aReport({ workId: "c", physicalProgress: 0 }),
    ],
  });

  test("compares the same works on both sides, by their weights; a work without both days is on neither", () => {
    const snapshot = takeSnapshot(register, DAY);
    expect(progressAgainstPlan(snapshot, null)).toEqual({ actual: 30, planned: 75, works: 2, measured: 3 });
    // The stricter figure gives up as soon as one work has no dates.
    expect(plannedProgress(snapshot, null)).toBeNull();
  });

  test("agrees with the plan to date where every work has both days", () => {
    const whole = takeSnapshot(
      { ...register, works: register.works.filter(({ workId }) => workId !== "b") },
      DAY,
    );
    expect(progressAgainstPlan(whole, null)?.planned).toBe(plannedProgress(whole, null));
  });

  test("is unknown, not 0, where no work has both", () => {
    expect(progressAgainstPlan(takeSnapshot({ ...register, workPlans: [] }, DAY), null)).toBeNull();
    expect(progressAgainstPlan(takeSnapshot(aRegister({}), DAY), null)).toBeNull();
  });
});

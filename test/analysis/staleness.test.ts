import { describe, expect, test } from "vitest";
import { isExpired, isFinished, isStale } from "@/analysis/staleness";
import { addDays, isoDate } from "@/domain/date";
import { STAGES } from "@/domain/work";
import { aReport } from "../fixtures/register";

const CLOSED = isoDate("2027-09-30");
const daysOn = (days: number) => addDays(CLOSED, days);
const report = aReport({ asOf: CLOSED, reportedOn: CLOSED });

describe("how long a report speaks", () => {
  test("a period of 92 days and a month of grace, then it is stale; two periods and the month, then it is out", () => {
    expect(
      [0, 123, 124, 215, 216].map((days) => [isStale(report, daysOn(days)), isExpired(report, daysOn(days))]),
    ).toEqual([
      [false, false],
      [false, false],
      [true, false],
      [true, false],
      [true, true],
    ]);
  });
  test("counts from the closing day, not from the day it was handed in", () => {
    expect(isStale({ ...report, reportedOn: daysOn(100) }, daysOn(124))).toBe(true);
  });
  test("a missing report is missing, not stale", () => {
    expect([isStale(null, CLOSED), isExpired(null, CLOSED), isFinished(null, CLOSED)]).toEqual([
      false,
      false,
      false,
    ]);
  });
  test("a finished work owes no further report", () => {
    const settled = { ...report, stage: "settled" as const };
    expect([isStale(settled, daysOn(900)), isExpired(settled, daysOn(900))]).toEqual([false, false]);
  });
});

describe("finished", () => {
  test("is handed over and settled; accepted only with all of the work done", () => {
    expect(STAGES.filter((stage) => isFinished({ ...report, stage, physicalProgress: 100 }, CLOSED))).toEqual(
      ["accepted", "handed-over", "settled"],
    );
    expect(isFinished({ ...report, stage: "accepted", physicalProgress: 99.9 }, CLOSED)).toBe(false);
    expect(isFinished({ ...report, stage: "accepted", physicalProgress: null }, CLOSED)).toBe(false);
  });
  test("is an actual completion that has come, not one announced", () => {
    expect(isFinished({ ...report, actualEnd: CLOSED }, CLOSED)).toBe(true);
    expect(isFinished({ ...report, actualEnd: daysOn(1) }, CLOSED)).toBe(false);
  });
  test("is not 100 % under construction: nobody has accepted it", () => {
    expect(isFinished({ ...report, physicalProgress: 100 }, CLOSED)).toBe(false);
  });
});

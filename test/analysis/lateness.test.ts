import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { latenessOf } from "@/analysis/lateness";
import { addDays, daysBetween, isoDate } from "@/domain/date";
import { aPlan, aReport } from "../fixtures/register";

const TODAY = isoDate("2028-09-30");
const started = { stage: "construction" as const };

describe("chậm tiến độ", () => {
  test("a completion that has passed without the actual one is late, by the days since", () => {
    expect(latenessOf(aPlan({ plannedEnd: isoDate("2028-07-18") }), aReport(started), TODAY)).toEqual({
      answer: "yes",
      milestone: "completion",
      days: 74,
    });
  });
  test("the planned day itself has not passed", () => {
    expect(latenessOf(aPlan({ plannedEnd: TODAY }), aReport(started), TODAY).answer).toBe("no");
  });
  test("a start that has passed without the actual one is late", () => {
    const waiting = aReport({ stage: "preparation", physicalProgress: 0, actualStart: null });
    expect(latenessOf(aPlan({ plannedStart: isoDate("2028-08-30") }), waiting, TODAY)).toEqual({
      answer: "yes",
      milestone: "start",
      days: 31,
    });
  });
  test("when both are missed the completion is named", () => {
    const waiting = aReport({ stage: "preparation", physicalProgress: 0, actualStart: null });
    const plan = aPlan({ plannedStart: isoDate("2027-01-01"), plannedEnd: isoDate("2028-01-01") });
    expect(latenessOf(plan, waiting, TODAY)).toMatchObject({ answer: "yes", milestone: "completion" });
  });
  test("a finished work is not late now, however late it was", () => {
    const plan = aPlan({ plannedEnd: isoDate("2027-06-30") });
    expect(latenessOf(plan, aReport({ stage: "handed-over" }), TODAY).answer).toBe("no");
    expect(
      latenessOf(plan, aReport({ stage: "construction", actualEnd: isoDate("2028-03-01") }), TODAY).answer,
    ).toBe("no");
  });
  test("a suspended work can be late", () => {
    expect(
      latenessOf(aPlan({ plannedEnd: isoDate("2028-01-01") }), aReport({ stage: "suspended" }), TODAY).answer,
    ).toBe("yes");
  });
  test("without a planned date it cannot be told; it is never on time", () => {
    expect(latenessOf(aPlan({ plannedStart: null, plannedEnd: null }), aReport(), TODAY)).toEqual({
      answer: "unknown",
      reason: "no-planned-date",
    });
    expect(latenessOf(null, aReport(), TODAY).answer).toBe("unknown");
  });
  test("without a report that could show the actual date it cannot be told", () => {
    expect(latenessOf(aPlan({ plannedEnd: isoDate("2028-01-01") }), null, TODAY)).toEqual({
      answer: "unknown",
      reason: "no-report",
    });
  });
  test("an old report from before the planned day cannot know what happened since", () => {
    const old = aReport({ asOf: isoDate("2027-09-25"), reportedOn: isoDate("2027-09-30") });
    expect(latenessOf(aPlan({ plannedEnd: isoDate("2028-08-01") }), old, TODAY)).toEqual({
      answer: "unknown",
      reason: "no-report",
    });
  });
  test("a work seen late in its last report stays late when it falls silent", () => {
    const old = aReport({ asOf: isoDate("2027-09-25"), reportedOn: isoDate("2027-09-30") });
    expect(latenessOf(aPlan({ plannedEnd: isoDate("2027-09-01") }), old, TODAY)).toMatchObject({
      answer: "yes",
    });
  });
  test("a report that says nothing of the work's state shows nothing", () => {
    const empty = aReport({ stage: null, physicalProgress: null, actualStart: null });
    expect(latenessOf(aPlan({ plannedEnd: isoDate("2028-01-01") }), empty, TODAY)).toEqual({
      answer: "unknown",
      reason: "no-report",
    });
  });
  test("progress, a later stage or an actual start each show that it has begun", () => {
    const plan = aPlan({ plannedStart: isoDate("2028-01-01") });
    const waiting = { stage: "preparation" as const, physicalProgress: 0, actualStart: null };
    expect(latenessOf(plan, aReport(waiting), TODAY).answer).toBe("yes");
    for (const begun of [{ physicalProgress: 1 }, { stage: "started" as const }, { actualStart: TODAY }])
      expect(latenessOf(plan, aReport({ ...waiting, ...begun }), TODAY).answer).toBe("no");
    expect(latenessOf(plan, aReport({ ...waiting, actualStart: addDays(TODAY, 1) }), TODAY).answer).toBe(
      "yes",
    );
  });
  test("a start still to come is no delay, with or without a report or a planned end", () => {
    const plannedStart = addDays(TODAY, 1);
    expect(latenessOf(aPlan({ plannedStart }), null, TODAY).answer).toBe("no");
    expect(latenessOf(aPlan({ plannedStart, plannedEnd: null }), null, TODAY).answer).toBe("no");
  });
  test("with one planned date only, the other milestone cannot be told unless the report settles it", () => {
    expect(latenessOf(aPlan({ plannedEnd: null }), aReport(), TODAY)).toEqual({
      answer: "unknown",
      reason: "no-planned-date",
    });
    const waiting = aReport({ stage: "preparation", physicalProgress: 0, actualStart: null });
    expect(latenessOf(aPlan({ plannedStart: null }), waiting, TODAY).answer).toBe("unknown");
    expect(latenessOf(aPlan({ plannedStart: null }), aReport(), TODAY).answer).toBe("no");
  });
  test("a report too old to tell of the completion still tells of the start it saw missed", () => {
    const plan = aPlan({ plannedStart: addDays(TODAY, -216), plannedEnd: addDays(TODAY, -1) });
    const day = addDays(TODAY, -216);
    const report = aReport({
      stage: "suspended",
      physicalProgress: null,
      actualStart: null,
      asOf: day,
      reportedOn: day,
    });
    expect(latenessOf(plan, report, TODAY)).toEqual({ answer: "yes", milestone: "start", days: 216 });
    expect(latenessOf({ ...plan, plannedEnd: null }, report, TODAY).answer).toBe("yes");
    // Begun by then: nothing is known of the completion.
    expect(latenessOf(plan, { ...report, stage: "construction" }, TODAY)).toEqual({
      answer: "unknown",
      reason: "no-report",
    });
  });
  test("taking away a date or the report never turns late into on time, nor on time into late", () => {
    const day = fc.option(fc.integer({ min: -400, max: 400 }).map((days) => addDays(TODAY, days)));
    const report = fc.record({
      stage: fc.constantFrom(
        null,
        "preparation" as const,
        "construction" as const,
        "suspended" as const,
        "accepted" as const,
      ),
      physicalProgress: fc.constantFrom(null, 0, 40, 100),
      age: fc.integer({ min: 0, max: 500 }),
    });
    fc.assert(
      fc.property(day, day, report, (one, other, { age, ...rest }) => {
        const [plannedStart, plannedEnd] =
          one !== null && other !== null && one > other ? [other, one] : [one, other];
        const full = aReport({
          ...rest,
          actualStart: null,
          asOf: addDays(TODAY, -age),
          reportedOn: addDays(TODAY, -age),
        });
        const plan = aPlan({ plannedStart, plannedEnd });
        const { answer } = latenessOf(plan, full, TODAY);
        const lesser = [
          latenessOf({ ...plan, plannedEnd: null }, full, TODAY),
          latenessOf(null, full, TODAY),
          latenessOf(plan, null, TODAY),
        ];
        for (const less of lesser) expect([answer, "unknown"]).toContain(less.answer);
      }),
      { numRuns: 2000 },
    );
  });
  test("days late grow by one a day", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), (days) => {
        const plannedEnd = addDays(TODAY, -days);
        expect(latenessOf(aPlan({ plannedEnd }), aReport(started), TODAY)).toMatchObject({
          days: daysBetween(plannedEnd, TODAY),
        });
      }),
    );
  });
});

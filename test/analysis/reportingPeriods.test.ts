import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { expectedProgress } from "@/analysis/expectedProgress";
import {
  REPORT_FIELDS,
  type ReportPeriod,
  reportChanges,
  reportingRounds,
  reportPeriods,
} from "@/analysis/reportingPeriods";
import { GRACE_DAYS } from "@/analysis/staleness";
import { addDays, type IsoDate, isoDate } from "@/domain/date";
import type { WorkReport } from "@/domain/work";
import { aPlan, aReport } from "../fixtures/register";

const MARCH = isoDate("2027-03-25");
const JUNE = isoDate("2027-06-25");
const SEPTEMBER = isoDate("2027-09-25");
const ROUNDS = [MARCH, JUNE, SEPTEMBER];
const LATE_ENOUGH = isoDate("2028-01-01");

const at = (asOf: IsoDate, part: Partial<WorkReport> = {}) =>
  aReport({ asOf, reportedOn: addDays(asOf, 5), ...part });
const kinds = (periods: readonly ReportPeriod[]) =>
  periods.map(({ closingDay, kind }) => `${closingDay.slice(5, 7)} ${kind}`);
const plan = aPlan({ plannedStart: isoDate("2027-01-01"), plannedEnd: isoDate("2028-12-31") });

describe("rounds of the register", () => {
  const reportsOf = (count: number, asOf: IsoDate) =>
    Array.from({ length: count }, (_, index) => at(asOf, { workId: `W${index}` }));

  test("a closing day is a round when a tenth of all works report it, and not before they have", () => {
    expect(reportingRounds(reportsOf(10, MARCH), 100, LATE_ENOUGH)).toEqual([MARCH]);
    expect(reportingRounds(reportsOf(9, MARCH), 100, LATE_ENOUGH)).toEqual([]);
    expect(reportingRounds(reportsOf(10, MARCH), 100, addDays(MARCH, 4))).toEqual([]);
    expect(reportingRounds(reportsOf(10, MARCH), 100, addDays(MARCH, 5))).toEqual([MARCH]);
  });
  test("works are counted, not rows: corrections make no round", () => {
    const ofOne = Array.from({ length: 10 }, (_, index) =>
      at(MARCH, { reportedOn: addDays(MARCH, 5 + index) }),
    );
    expect(reportingRounds(ofOne, 100, LATE_ENOUGH)).toEqual([]);
  });
  test("they come in order, whatever the order of rows; without works or reports there is none", () => {
    expect(reportingRounds([at(JUNE), at(MARCH)], 2, LATE_ENOUGH)).toEqual([MARCH, JUNE]);
    expect(reportingRounds([], 100, LATE_ENOUGH)).toEqual([]);
    expect(reportingRounds([], 0, LATE_ENOUGH)).toEqual([]);
  });
});

describe("a period in which a report was due and none came", () => {
  test("is missing only after its grace has passed; until then it is awaited", () => {
    const reports = [at(MARCH)];
    const due = addDays(JUNE, GRACE_DAYS);
    expect(reportPeriods(reports, [plan], [MARCH, JUNE], due)).toMatchObject({
      periods: [{ kind: "reported" }],
      awaited: { closingDay: JUNE, dueOn: due },
    });
    expect(reportPeriods(reports, [plan], [MARCH, JUNE], addDays(due, 1))).toMatchObject({
      periods: [{ kind: "reported" }, { kind: "missing", closingDay: JUNE, dueOn: due }],
      awaited: null,
    });
  });
  test("between two reports is missing, and a late report fills it and says by how many days", () => {
    const early = [at(MARCH), at(SEPTEMBER)];
    expect(kinds(reportPeriods(early, [plan], ROUNDS, LATE_ENOUGH).periods)).toEqual([
      "03 reported",
      "06 missing",
      "09 reported",
    ]);
    const late = at(JUNE, { reportedOn: addDays(JUNE, GRACE_DAYS + 12) });
    const [, june] = reportPeriods([...early, late], [plan], ROUNDS, LATE_ENOUGH).periods;
    expect(june).toMatchObject({ kind: "reported", daysAfterDue: 12 });
    const inTime = at(JUNE, { reportedOn: addDays(JUNE, GRACE_DAYS) });
    expect(reportPeriods([...early, inTime], [plan], ROUNDS, LATE_ENOUGH).periods[1]).toMatchObject({
      daysAfterDue: 0,
    });
  });
  test("is not owed by a work whose start is still to come and that never reported, nor without a planned start", () => {
    const later = aPlan({ plannedStart: isoDate("2027-07-01") });
    expect(kinds(reportPeriods([], [later], ROUNDS, LATE_ENOUGH).periods)).toEqual(["09 missing"]);
    expect(reportPeriods([], [aPlan({ plannedStart: null })], ROUNDS, LATE_ENOUGH).periods).toEqual([]);
    expect(reportPeriods([], [], ROUNDS, LATE_ENOUGH).periods).toEqual([]);
  });
  test("is owed from a start planned for the closing day itself, by a plan known on that day", () => {
    const onTheDay = aPlan({ plannedStart: JUNE });
    expect(kinds(reportPeriods([], [onTheDay], ROUNDS, LATE_ENOUGH).periods)).toEqual([
      "06 missing",
      "09 missing",
    ]);
    // Recorded while the report of June would still have been in time: nobody could know in June.
    const afterwards = aPlan({ plannedStart: MARCH, recordedOn: addDays(JUNE, 10) });
    expect(kinds(reportPeriods([], [afterwards], ROUNDS, LATE_ENOUGH).periods)).toEqual(["09 missing"]);
  });
  test("is owed once a work has reported, even before its planned start", () => {
    const later = aPlan({ plannedStart: isoDate("2029-01-01") });
    expect(kinds(reportPeriods([at(MARCH)], [later], ROUNDS, LATE_ENOUGH).periods)).toEqual([
      "03 reported",
      "06 missing",
      "09 missing",
    ]);
  });
  test("is not owed by a finished work, but by a suspended one", () => {
    const ended = (stage: WorkReport["stage"]) =>
      kinds(reportPeriods([at(MARCH, { stage })], [plan], ROUNDS, LATE_ENOUGH).periods);
    expect(ended("handed-over")).toEqual(["03 reported"]);
    expect(ended("settled")).toEqual(["03 reported"]);
    expect(ended("suspended")).toEqual(["03 reported", "06 missing", "09 missing"]);
  });
  test("stays missing when it turns out afterwards that the work was finished: it was due as far as anyone knew", () => {
    const told = at(MARCH, { stage: "settled", reportedOn: isoDate("2027-09-01") });
    const first = at(isoDate("2026-12-25"));
    expect(kinds(reportPeriods([first, told], [plan], ROUNDS, LATE_ENOUGH).periods)).toEqual([
      "12 reported",
      "03 reported",
      "06 missing",
    ]);
  });
});

test("a report whose closing day is still to come is left out, as in the snapshot", () => {
  const early = at(JUNE, { reportedOn: addDays(JUNE, -10) });
  expect(reportPeriods([early], [plan], [], addDays(JUNE, -1)).periods).toEqual([]);
  expect(reportingRounds([early], 1, addDays(JUNE, -1))).toEqual([]);
  expect(kinds(reportPeriods([early], [plan], [], JUNE).periods)).toEqual(["06 reported"]);
});

describe("corrections", () => {
  const wrong = at(JUNE, { physicalProgress: 76, stage: "construction" });
  const right = at(JUNE, {
    physicalProgress: 66,
    stage: "construction",
    reportedOn: isoDate("2027-08-15"),
    correctionReason: "nhập sai",
  });
  test("show the old value, the new one and the reason; the later row holds, in whatever order the file has them", () => {
    for (const rows of [
      [wrong, right],
      [right, wrong],
    ]) {
      const [june] = reportPeriods(rows, [plan], [], LATE_ENOUGH).periods;
      expect(june).toMatchObject({
        kind: "reported",
        held: right,
        versions: [
          { report: wrong, changes: [] },
          { report: right, changes: [{ field: "physicalProgress", from: 76, to: 66 }] },
        ],
      });
    }
  });
  test("are unknown the day before they were made", () => {
    const [june] = reportPeriods([wrong, right], [plan], [], isoDate("2027-08-14")).periods;
    expect(june).toMatchObject({ held: wrong, versions: [{ report: wrong }] });
  });
  test("of one day: the later row of the file holds", () => {
    const again = { ...right, physicalProgress: 60 };
    const [june] = reportPeriods([wrong, right, again], [plan], [], LATE_ENOUGH).periods;
    expect(june).toMatchObject({ held: again });
    expect(june?.kind === "reported" && june.versions.length).toBe(3);
  });
  test("a blank that is filled is a change from null, and nothing changed is no change", () => {
    expect(reportChanges(at(JUNE, { disbursedYear: null }), at(JUNE, { disbursedYear: 0 }))).toEqual([
      { field: "disbursedYear", from: null, to: 0 },
    ]);
    expect(reportChanges(wrong, { ...wrong, reportedOn: LATE_ENOUGH, correctionReason: "x" })).toEqual([]);
  });
  test.each(REPORT_FIELDS)("a change of %s is seen, and no other", (field) => {
    const values: Record<string, unknown> = { stage: "accepted", physicalProgress: 1 };
    const to = { ...wrong, [field]: values[field] ?? "2027-01-02" } as WorkReport;
    expect(reportChanges(wrong, to).map((change) => change.field)).toEqual([field]);
  });
});

describe("what stands beside a period", () => {
  test("the plan of its own day: a later plan does not rewrite what was expected then", () => {
    const moved = aPlan({ recordedOn: isoDate("2027-08-01"), plannedEnd: isoDate("2029-12-31") });
    const { periods } = reportPeriods([at(MARCH), at(SEPTEMBER)], [plan, moved], [], LATE_ENOUGH);
    expect(periods.map(({ expected }) => expected)).toEqual([
      expectedProgress(plan, MARCH),
      expectedProgress(moved, SEPTEMBER),
    ]);
    const before = aPlan({ recordedOn: isoDate("2027-04-01") });
    expect(reportPeriods([at(MARCH)], [before], [], LATE_ENOUGH).periods[0]?.expected).toBeNull();
  });
  test("the stage before it, past missing periods and blanks", () => {
    const { periods } = reportPeriods(
      [at(MARCH, { stage: "started" }), at(JUNE, { stage: null }), at(SEPTEMBER, { stage: "construction" })],
      [plan],
      [],
      LATE_ENOUGH,
    );
    expect(periods.map((period) => period.kind === "reported" && period.stageBefore)).toEqual([
      null,
      "started",
      "started",
    ]);
  });
});

describe("whatever is reported", () => {
  const closing = fc.constantFrom(...ROUNDS);
  const report = fc
    .record({
      asOf: closing,
      delay: fc.integer({ min: 0, max: 200 }),
      stage: fc.constantFrom("started", "construction", "settled", null),
      physicalProgress: fc.option(fc.integer({ min: 0, max: 100 })),
    })
    .map(({ asOf, delay, stage, physicalProgress }) =>
      aReport({ asOf, reportedOn: addDays(asOf, delay), stage, physicalProgress }),
    );
  const plans = fc.array(
    fc
      .record({ start: fc.integer({ min: 0, max: 400 }), recorded: fc.integer({ min: 0, max: 400 }) })
      .map(({ start, recorded }) =>
        aPlan({
          recordedOn: addDays(isoDate("2026-12-01"), recorded),
          plannedStart: addDays(isoDate("2026-12-01"), start),
        }),
      ),
    { maxLength: 3 },
  );
  const day = fc.integer({ min: 0, max: 500 }).map((days) => addDays(isoDate("2027-01-01"), days));

  test("a later day never takes a period or a version away, and nothing later than the day is in it", () => {
    fc.assert(
      fc.property(fc.array(report, { maxLength: 8 }), plans, day, day, (reports, plans, one, other) => {
        const [earlier, later] = one < other ? [one, other] : [other, one];
        const seen = [earlier, later].map((on) =>
          reportPeriods(reports, plans, reportingRounds(reports, 1, on), on),
        );
        const keys = seen.map(({ periods }) => new Set(periods.map(({ closingDay }) => closingDay)));
        for (const key of keys[0] ?? []) expect(keys[1]?.has(key)).toBe(true);
        const versions = seen.map(({ periods }) =>
          periods.flatMap((period) =>
            period.kind === "reported" ? period.versions.map(({ report }) => report) : [],
          ),
        );
        for (const row of versions[0] ?? []) expect(versions[1]).toContain(row);
        for (const row of versions[0] ?? []) expect(row.reportedOn <= earlier).toBe(true);
        // What was expected, and that something was missing, is history: only a report may take its place.
        for (const period of seen[0]?.periods ?? []) {
          const now = seen[1]?.periods.find(({ closingDay }) => closingDay === period.closingDay);
          expect(now?.expected).toBe(period.expected);
        }
      }),
    );
  });
  test("every known row is in exactly one period, and periods come in the order of their closing days", () => {
    fc.assert(
      fc.property(fc.array(report, { maxLength: 8 }), plans, day, (reports, plans, on) => {
        const { periods } = reportPeriods(reports, plans, reportingRounds(reports, 1, on), on);
        const days = periods.map(({ closingDay }) => closingDay);
        expect(days).toEqual([...new Set(days)].toSorted());
        const versions = periods.flatMap((period) => (period.kind === "reported" ? period.versions : []));
        expect(versions.length).toBe(reports.filter((row) => row.reportedOn <= on && row.asOf <= on).length);
      }),
    );
  });
});

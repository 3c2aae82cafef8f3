import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ChangesSince, changesSince, WORK_CHANGES, type WorkChange } from "@/analysis/changesSince";
import { isFinished } from "@/analysis/staleness";
import { takeSnapshot } from "@/analysis/takeSnapshot";
import { parseRegister } from "@/datasets";
import { addDays, isoDate } from "@/domain/date";
import type { Register } from "@/domain/register";
import { aPlan, aRegister, aReport, aWork } from "../fixtures/register";

const between = (register: Register, from: string, to: string): ChangesSince =>
  changesSince(takeSnapshot(register, isoDate(from)), takeSnapshot(register, isoDate(to)));
const registerOf = (part: Partial<Register>) => aRegister({ works: [aWork()], ...part });
const first = aReport({
  asOf: isoDate("2027-03-31"),
  reportedOn: isoDate("2027-04-10"),
  stage: "construction",
  physicalProgress: 20,
  actualStart: isoDate("2027-02-01"),
  actualEnd: null,
  disbursedCumulative: 100,
  correctionReason: null,
});
const kinds = ({ changes }: ChangesSince) => changes.map(({ kind }) => kind);
const ofKind = <Kind extends WorkChange["kind"]>({ changes }: ChangesSince, kind: Kind) =>
  changes.filter((change): change is WorkChange & { readonly kind: Kind } => change.kind === kind);

describe("what changed between two days", () => {
  test("a start is told on the day its report is known, not on the day it happened", () => {
    const register = registerOf({ workPlans: [aPlan()], workReports: [first] });
    expect(kinds(between(register, "2027-01-15", "2027-04-09"))).not.toContain("started");
    const known = between(register, "2027-01-15", "2027-04-10");
    expect(ofKind(known, "started")).toEqual([{ kind: "started", workId: "W1", on: "2027-02-01" }]);
    expect(known.reported).toEqual(["W1"]);
    expect(kinds(between(register, "2027-04-10", "2027-05-01"))).not.toContain("started");
  });

  test("a finish has its day, or none where no report states it; taken back it is reopened", () => {
    const done = { ...first, asOf: isoDate("2028-03-31"), reportedOn: isoDate("2028-04-10") };
    const ended = registerOf({
      workReports: [first, { ...done, stage: "handed-over", actualEnd: isoDate("2028-03-01") }],
    });
    expect(ofKind(between(ended, "2028-01-01", "2028-05-01"), "finished")).toEqual([
      { kind: "finished", workId: "W1", on: "2028-03-01" },
    ]);
    const undated = registerOf({ workReports: [first, { ...done, stage: "settled" }] });
    expect(ofKind(between(undated, "2028-01-01", "2028-05-01"), "finished")[0]?.on).toBeNull();
    const back = registerOf({
      workReports: [
        { ...done, stage: "settled" },
        { ...done, reportedOn: isoDate("2028-05-02"), correctionReason: "nhầm công trình" },
      ],
    });
    const taken = between(back, "2028-05-01", "2028-05-02");
    expect(kinds(taken)).toEqual(["reopened", "corrected"]);
  });

  test("a plan that moves says which day and by how many; a first plan is no move", () => {
    const moved = registerOf({
      workPlans: [
        aPlan(),
        aPlan({
          recordedOn: isoDate("2027-06-30"),
          plannedStart: isoDate("2026-12-22"),
          plannedEnd: isoDate("2029-01-10"),
          totalInvestment: 1200,
        }),
      ],
    });
    expect(between(moved, "2026-01-01", "2026-06-30").changes.map(({ kind }) => kind)).toEqual(["money"]);
    const { changes } = between(moved, "2027-01-01", "2027-06-30");
    expect(changes.filter(({ kind }) => kind === "rescheduled")).toEqual([
      {
        kind: "rescheduled",
        workId: "W1",
        milestone: "start",
        from: "2027-01-01",
        to: "2026-12-22",
        days: -10,
      },
      {
        kind: "rescheduled",
        workId: "W1",
        milestone: "completion",
        from: "2028-12-31",
        to: "2029-01-10",
        days: 10,
      },
    ]);
    expect(changes.filter(({ kind }) => kind === "money")).toEqual([
      { kind: "money", workId: "W1", field: "totalInvestment", from: 1000, to: 1200 },
    ]);
    const withdrawn = registerOf({
      workPlans: [aPlan(), aPlan({ recordedOn: isoDate("2027-06-30"), plannedEnd: null })],
    });
    expect(ofKind(between(withdrawn, "2027-01-01", "2027-07-01"), "rescheduled")[0]?.days).toBeNull();
  });

  test("a work becomes late as its day passes, and catches up when its plan is moved, not when it ends", () => {
    // Still being built on the planned day: a report too old to know could not show it late.
    const recent = { ...first, asOf: isoDate("2028-12-31"), reportedOn: isoDate("2028-12-31") };
    const late = registerOf({ workPlans: [aPlan()], workReports: [recent] });
    const passed = between(late, "2028-12-31", "2029-01-10");
    expect(ofKind(passed, "became-late")).toEqual([
      { kind: "became-late", workId: "W1", milestone: "completion", days: 10 },
    ]);
    const moved = registerOf({
      workPlans: [aPlan(), aPlan({ recordedOn: isoDate("2029-02-01"), plannedEnd: isoDate("2029-12-31") })],
      workReports: [recent],
    });
    expect(kinds(between(moved, "2029-01-10", "2029-02-01"))).toContain("caught-up");
    const ended = registerOf({
      workPlans: [aPlan()],
      workReports: [
        recent,
        {
          ...first,
          asOf: isoDate("2029-03-31"),
          reportedOn: isoDate("2029-04-10"),
          stage: "handed-over",
          actualEnd: isoDate("2029-03-01"),
        },
      ],
    });
    const finished = kinds(between(ended, "2029-01-10", "2029-05-01"));
    expect(finished).toContain("finished");
    expect(finished).not.toContain("caught-up");
  });

  test("money that is stated for the first time moves from nothing, never from 0", () => {
    const register = registerOf({ workReports: [first] });
    const { changes } = between(register, "2026-01-01", "2027-12-31");
    const money = changes.filter(({ kind }) => kind === "money");
    expect(money).toContainEqual({
      kind: "money",
      workId: "W1",
      field: "disbursedCumulative",
      from: null,
      to: 100,
    });
    for (const change of money) if (change.kind === "money") expect(change.from).not.toBe(0);
  });

  test("a correction is told with its reason, of what had been reported before, and only once", () => {
    const corrected = {
      ...first,
      reportedOn: isoDate("2027-06-01"),
      physicalProgress: 15,
      correctionReason: "đo lại",
    };
    const register = registerOf({ workReports: [first, corrected] });
    expect(ofKind(between(register, "2027-05-01", "2027-06-01"), "corrected")).toEqual([
      {
        kind: "corrected",
        workId: "W1",
        closingDay: "2027-03-31",
        progress: { from: 20, to: 15 },
        reason: "đo lại",
      },
    ]);
    // Reported and corrected after the earlier day: a reader never saw the first figure.
    expect(kinds(between(register, "2027-04-01", "2027-06-01"))).not.toContain("corrected");
    expect(kinds(between(register, "2027-06-01", "2027-07-01"))).not.toContain("corrected");
  });

  test("is refused backwards", () => {
    expect(() => between(registerOf({}), "2028-01-02", "2028-01-01")).toThrow(RangeError);
  });
});

describe("on the data that are shipped", async () => {
  const { register } = await parseRegister(async (path) => readFileSync(`public/data/${path}`, "utf8"));
  const day = fc.integer({ min: 0, max: 1800 }).map((days) => addDays(isoDate("2026-03-28"), days));

  test("nothing changes from a day to itself", () => {
    fc.assert(
      fc.property(day, (on) => {
        const snapshot = takeSnapshot(register, on);
        const { changes, reported } = changesSince(snapshot, snapshot);
        expect([changes, reported]).toEqual([[], []]);
      }),
      { numRuns: 20 },
    );
  });

  test("what finished, and what money moved, add up to the difference of the two days", () => {
    fc.assert(
      fc.property(day, day, (one, other) => {
        const [from, to] = one <= other ? [one, other] : [other, one];
        const [before, now] = [takeSnapshot(register, from), takeSnapshot(register, to)];
        const found = changesSince(before, now);
        const finished = ({ allWorks, asOf }: typeof now) =>
          allWorks.filter(({ report }) => isFinished(report, asOf)).length;
        expect(ofKind(found, "finished").length - ofKind(found, "reopened").length).toBe(
          finished(now) - finished(before),
        );
        const disbursed = ({ allWorks }: typeof now) =>
          allWorks.reduce((sum, { money }) => sum + (money.disbursedCumulative ?? 0), 0);
        const moved = ofKind(found, "money")
          .filter(({ field }) => field === "disbursedCumulative")
          .reduce((sum, change) => sum + (change.to ?? 0) - (change.from ?? 0), 0);
        expect(moved).toBe(disbursed(now) - disbursed(before));
        const lateNow = now.allWorks.filter(({ lateness }) => lateness.answer === "yes");
        const lateBefore = before.allWorks.filter(({ lateness }) => lateness.answer === "yes");
        const became = new Set(ofKind(found, "became-late").map(({ workId }) => workId));
        for (const { work } of lateNow)
          expect(became.has(work.workId) || lateBefore.some((each) => each.work.workId === work.workId)).toBe(
            true,
          );
      }),
      { numRuns: 40 },
    );
  });

  test("over the whole time every kind of change but the rarest occurs", () => {
    const all = changesSince(
      takeSnapshot(register, isoDate("2026-03-28")),
      takeSnapshot(register, isoDate("2028-09-30")),
    );
    const found = new Set(all.changes.map(({ kind }) => kind));
    expect(WORK_CHANGES.filter((kind) => found.has(kind)).length).toBeGreaterThanOrEqual(4);
    expect(all.reported.length + all.silent.length).toBeLessThanOrEqual(register.works.length);
  });
});

import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ChangeFact, type ChangeFactKind, type ChangeFacts, changeFacts } from "@/analysis/changeFacts";
import { changesSince } from "@/analysis/changesSince";
import { takeSnapshot } from "@/analysis/takeSnapshot";
import { parseRegister } from "@/datasets";
import { addDays, isoDate } from "@/domain/date";
import type { Register } from "@/domain/register";
import { aPlan, aRegister, aReport, aWork, HERE, someCapital, THERE } from "../fixtures/register";

const between = (register: Register, from: string, to: string): ChangeFacts =>
  changeFacts(takeSnapshot(register, isoDate(from)), takeSnapshot(register, isoDate(to)));
const fact = <Kind extends ChangeFactKind>({ facts }: ChangeFacts, kind: Kind) =>
  facts.find((each): each is Extract<ChangeFact, { readonly kind: Kind }> => each.kind === kind);
const on = (asOf: string, part: Parameters<typeof aReport>[0] = {}) =>
  aReport({ asOf: isoDate(asOf), reportedOn: addDays(isoDate(asOf), 10), ...part });

describe("what changed, told in facts", () => {
  test("finished works by sector and commune, with all that are finished by now and those handed over", () => {
    const register = aRegister({
      works: [
        aWork({ workId: "a", communeCodes: [THERE] }),
        aWork({ workId: "b", sector: "transport", communeCodes: [HERE, THERE] }),
        aWork({ workId: "c", communeCodes: [] }),
        aWork({ workId: "before" }),
      ],
      workReports: [
        on("2028-06-30", { workId: "before", stage: "settled" }),
        on("2028-09-20", { workId: "a", stage: "handed-over" }),
        on("2028-09-20", { workId: "b", stage: "accepted", physicalProgress: 100 }),
        on("2028-09-20", { workId: "c", stage: "handed-over" }),
      ],
    });
    const found = fact(between(register, "2028-07-31", "2028-09-30"), "finished");
    expect(found).toMatchObject({
      works: {
        workIds: ["a", "b", "c"],
        sectors: [
          ["school", 2],
          ["transport", 1],
        ],
        // THERE has two of them, HERE one; the register lists HERE first.
        communes: [THERE, HERE],
      },
      finishedNow: 4,
      handedOverNow: 3,
    });
  });

  test("late works: those that became so, those that were, the longest with its obstacle, those that caught up", () => {
    const late = (workId: string, plannedEnd: string, obstacle: string | null = null) => ({
      plan: aPlan({ workId, plannedEnd: isoDate(plannedEnd) }),
      report: aReport({ workId, asOf: isoDate("2028-09-20"), obstacle }),
    });
    const rows = [
      late("old", "2028-08-01"),
      late("older", "2028-07-01", "đền bù"),
      late("new", "2028-10-05"),
    ];
    const register = aRegister({
      works: ["old", "older", "new", "moved"].map((workId) => aWork({ workId })),
      workPlans: [
        ...rows.map(({ plan }) => plan),
        aPlan({ workId: "moved", plannedEnd: isoDate("2028-09-01") }),
        aPlan({
          workId: "moved",
          plannedEnd: isoDate("2029-09-01"),
          recordedOn: isoDate("2028-10-08"),
        }),
      ],
      workReports: [
        ...rows.map(({ report }) => report),
        aReport({ workId: "moved", asOf: isoDate("2028-09-20") }),
      ],
    });
    const found = between(register, "2028-09-30", "2028-10-10");
    expect(fact(found, "lateness")).toMatchObject({
      became: { workIds: ["new"] },
      caughtUp: { workIds: ["moved"] },
      stillLate: { workIds: ["old", "older"] },
      longest: { workId: "older", days: 101, obstacle: "đền bù" },
    });
    expect(fact(found, "rescheduled")).toMatchObject({
      later: 1,
      earlier: 0,
      undated: 0,
      starts: 0,
      furthest: { workId: "moved", days: 365, to: "2029-09-01" },
    });
    // Days going by are no news by themselves.
    expect(fact(between(register, "2028-10-10", "2028-10-11"), "lateness")).toBeUndefined();
  });

  test("a plan that moves both days is one work and two changes; an earlier end is not later", () => {
    const register = aRegister({
      works: [aWork()],
      workPlans: [
        aPlan(),
        aPlan({
          recordedOn: isoDate("2027-06-30"),
          plannedStart: isoDate("2027-02-01"),
          plannedEnd: isoDate("2028-06-30"),
        }),
        aPlan({ recordedOn: isoDate("2027-12-31"), plannedStart: isoDate("2027-02-01"), plannedEnd: null }),
      ],
    });
    expect(fact(between(register, "2027-01-01", "2027-07-01"), "rescheduled")).toMatchObject({
      works: { workIds: ["W1"] },
      later: 0,
      earlier: 1,
      starts: 1,
      furthest: null,
    });
    expect(fact(between(register, "2027-07-01", "2028-01-01"), "rescheduled")).toMatchObject({
      undated: 1,
      starts: 0,
    });
  });

  test("money: sums of both days of works that state it, with those that state it for the first time", () => {
    const register = aRegister({
      works: [aWork({ workId: "a" }), aWork({ workId: "b" }), aWork({ workId: "x", inPlan97: "unknown" })],
      workReports: [
        on("2028-03-31", { workId: "a", disbursedCumulative: 100 }),
        on("2028-06-30", { workId: "a", disbursedCumulative: 80 }),
        on("2028-06-30", { workId: "b", disbursedCumulative: 50 }),
        on("2028-06-30", { workId: "x", disbursedCumulative: 999 }),
      ],
      capitalPlans: [someCapital({ workId: "a", recordedOn: isoDate("2028-06-01") })],
    });
    const found = between(register, "2028-05-01", "2028-07-31");
    expect(fact(found, "money")?.moves).toMatchObject([
      { field: "disbursedCumulative", from: 100, to: 130, first: 1, works: { workIds: ["a", "b"] } },
      { field: "capitalPlanCumulative", from: null, to: 400, first: 1 },
    ]);
    expect(found.others.map(({ workId }) => workId)).toContain("x");
  });

  test("corrections: how many reports, the one that moved most, and what was called finished too early", () => {
    const register = aRegister({
      works: [aWork({ workId: "a" }), aWork({ workId: "b" }), aWork({ workId: "c" })],
      workReports: [
        on("2028-06-30", { workId: "a", physicalProgress: 50 }),
        on("2028-06-30", { workId: "b", physicalProgress: 40 }),
        on("2028-06-30", { workId: "c", stage: "settled" }),
        on("2028-06-30", {
          workId: "a",
          reportedOn: isoDate("2028-08-01"),
          physicalProgress: 48,
          correctionReason: "nhỏ",
        }),
        on("2028-06-30", {
          workId: "b",
          reportedOn: isoDate("2028-08-01"),
          physicalProgress: 20,
          correctionReason: "lớn",
        }),
        on("2028-06-30", {
          workId: "c",
          reportedOn: isoDate("2028-08-01"),
          stage: "construction",
          correctionReason: "nhầm",
        }),
      ],
    });
    expect(fact(between(register, "2028-07-31", "2028-08-31"), "corrected")).toMatchObject({
      reports: 3,
      largest: { workId: "b", reason: "lớn" },
      reopened: { workIds: ["c"] },
    });
  });

  test("silence is told where a period ended or a report is overdue, never of finished works or of those not yet due", () => {
    const register = aRegister({
      works: ["quiet", "done", "future", "due", "heard"].map((workId) => aWork({ workId })),
      workPlans: [
        aPlan({ workId: "future", plannedStart: isoDate("2029-06-01"), plannedEnd: isoDate("2030-06-01") }),
        aPlan({ workId: "due", plannedStart: isoDate("2028-01-01") }),
      ],
      workReports: [
        on("2028-06-20", { workId: "quiet" }),
        on("2028-03-20", { workId: "done", stage: "settled" }),
        on("2028-06-20", { workId: "heard" }),
        on("2028-09-20", { workId: "heard" }),
      ],
    });
    // Known since 30/6: its report is news only to a reader of the day before.
    expect(fact(between(register, "2028-06-29", "2028-09-30"), "silent")).toMatchObject({
      works: { workIds: ["due"] },
      overdue: 1,
      never: 1,
      oldest: null,
    });
    expect(fact(between(register, "2028-06-30", "2028-09-30"), "silent")).toMatchObject({
      works: { workIds: ["quiet", "due"] },
      overdue: 1,
      oldest: "2028-06-20",
    });
    // No period ends in between: only what is overdue.
    expect(fact(between(register, "2028-08-01", "2028-08-20"), "silent")?.works.workIds).toEqual(["due"]);
  });

  test("nothing changed: no fact at all between a day and itself, and none with changes where nothing is known", () => {
    const register = aRegister({ works: [aWork()], workReports: [on("2028-06-20")] });
    expect(between(register, "2028-09-30", "2028-09-30")).toMatchObject({ facts: [], others: [] });
    expect(between(aRegister({}), "2026-01-01", "2028-09-30").facts).toEqual([]);
  });

  test("works that are not surely of the 97 are counted apart and told nowhere", () => {
    const register = aRegister({
      works: [aWork({ inPlan97: "unknown" })],
      workReports: [on("2028-09-01", { stage: "settled", disbursedCumulative: 5 })],
    });
    const found = between(register, "2028-06-30", "2028-09-30");
    expect(found.facts).toEqual([]);
    expect(found.others.map(({ kind }) => kind)).toEqual(["started", "finished", "money"]);
  });
});

describe("on the data that are shipped", async () => {
  const { register } = await parseRegister(async (path) => readFileSync(`public/data/${path}`, "utf8"));
  const day = fc.integer({ min: 0, max: 1000 }).map((days) => addDays(isoDate("2026-03-28"), days));

  test("every change is in exactly one of at most seven facts, or counted among the others", () => {
    fc.assert(
      fc.property(day, day, (one, other) => {
        const [from, to] = one <= other ? [one, other] : [other, one];
        const [before, now] = [takeSnapshot(register, from), takeSnapshot(register, to)];
        const { facts, others } = changeFacts(before, now);
        const told = [...facts.flatMap(({ changes }) => changes), ...others];
        const { changes } = changesSince(before, now);
        expect(told).toHaveLength(changes.length);
        expect(new Set(told.map((change) => JSON.stringify(change)))).toEqual(
          new Set(changes.map((change) => JSON.stringify(change))),
        );
        expect(facts.length).toBeLessThanOrEqual(7);
        expect(new Set(facts.map(({ kind }) => kind)).size).toBe(facts.length);
        for (const { workId } of others) expect(now.workById.get(workId)?.work.inPlan97).not.toBe("yes");
      }),
      { numRuns: 60 },
    );
  });
});

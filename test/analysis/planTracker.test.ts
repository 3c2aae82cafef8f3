import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { PLAN_ANSWERS, planTracker } from "@/analysis/planTracker";
import { takeSnapshot } from "@/analysis/takeSnapshot";
import { loadMapData } from "@/datasets";
import type { CommuneCode, CommunePlan } from "@/domain/commune";
import { isoDate } from "@/domain/date";

const { register } = await loadMapData(async (path) => readFileSync(`public/data/${path}`, "utf8"));
const [AN_LAC, CHU, OTHER] = ["07654", "07525", "07210"] as CommuneCode[] as [
  CommuneCode,
  CommuneCode,
  CommuneCode,
];
const row = (communeCode: CommuneCode, submittedOn: string | null, recordedOn: string): CommunePlan => ({
  communeCode,
  dueOn: isoDate("2026-06-30"),
  submittedOn: submittedOn === null ? null : isoDate(submittedOn),
  recordedOn: isoDate(recordedOn),
  sourceId: "SRC-MH-06",
});
const on = (day: string, communePlans: readonly CommunePlan[]) =>
  new Map(
    planTracker(takeSnapshot({ ...register, communePlans }, isoDate(day))).map((state) => [
      state.code,
      state,
    ]),
  );

describe("the tracker of plans that were owed", () => {
  it("tells submitted, not submitted and not known apart", () => {
    const rows = [
      row(AN_LAC, "2026-06-05", "2026-06-30"),
      row(CHU, null, "2026-07-31"),
      row(OTHER, null, "2026-06-01"),
    ];
    const found = on("2026-09-30", rows);
    expect(found.get(AN_LAC)).toMatchObject({ answer: "submitted", daysLate: 0 });
    expect(found.get(CHU)).toMatchObject({ answer: "not-submitted", daysLate: null });
    // Recorded before it was due: what came after is not known.
    expect(found.get(OTHER)).toMatchObject({ answer: "unknown", recordedOn: "2026-06-01" });
  });
  it("knows nothing of a commune of the Programme without a row, and never calls that not submitted", () => {
    const found = on("2028-09-30", []);
    expect(found.size).toBe(19);
    expect(
      [...found.values()].every(({ answer, recordedOn }) => answer === "unknown" && recordedOn === null),
    ).toBe(true);
  });
  it("shows what was known on the day: a late plan is late only from the day it became known", () => {
    const rows = [row(AN_LAC, null, "2026-06-30"), row(AN_LAC, "2026-07-31", "2026-08-01")];
    expect(on("2026-07-31", rows).get(AN_LAC)).toMatchObject({ answer: "not-submitted" });
    expect(on("2026-08-01", rows).get(AN_LAC)).toMatchObject({ answer: "submitted", daysLate: 31 });
  });
  it("counts each commune of the real data once, and every commune of the 19", () => {
    for (const day of ["2026-09-30", "2028-09-30"]) {
      const snapshot = takeSnapshot(register, isoDate(day));
      const rows = planTracker(snapshot);
      expect(new Set(rows.map(({ code }) => code)).size).toBe(rows.length);
      for (const code of snapshot.statuses.keys())
        expect(rows.some((state) => state.code === code)).toBe(true);
      const counts = PLAN_ANSWERS.map((answer) => rows.filter((state) => state.answer === answer).length);
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(rows.length);
      expect(rows.filter(({ daysLate }) => daysLate !== null && daysLate > 0).length).toBeGreaterThan(1);
    }
  });
});

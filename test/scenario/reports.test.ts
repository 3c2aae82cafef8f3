import { group } from "d3";
import { describe, expect, test } from "vitest";
import { knownOn } from "@/analysis/known";
import type { WorkState } from "@/analysis/snapshot";
import { isExpired, isFinished } from "@/analysis/staleness";
import { workStateOf } from "@/analysis/workState";
import { STAGES } from "@/domain/work";
import { AS_OF, LATE_BODY, TIE } from "../../scripts/scenario/programme";
import { readScenario, values } from "./pack";

const { rows } = readScenario();
const reports = values(rows.workReports);
const byWork = group(reports, ({ workId }) => workId);

const stateOn = (day: typeof AS_OF): WorkState[] =>
  values(rows.works).map((work) => {
    const own = <Row extends { readonly workId: string }>(list: readonly Row[]) =>
      list.filter(({ workId }) => workId === work.workId);
    return workStateOf(
      work,
      {
        plans: knownOn(own(values(rows.workPlans)), day),
        reports: own(reports).filter(({ reportedOn }) => reportedOn <= day),
        capital: knownOn(own(values(rows.capitalPlans)), day),
      },
      day,
    );
  });

const states = stateOn(AS_OF);
const planned = states.filter(({ work }) => work.inPlan97 === "yes");
const inCommune = (code: string) =>
  planned.filter(({ work }) => work.communeCodes.some((each) => each === code));

/** Weighted by total investment, over works whose figure still counts; null without one. */
function progressOf(list: readonly WorkState[]): number | null {
  let [weighted, weights] = [0, 0];
  for (const { progress, report, money } of list) {
    if (progress === null || money.totalInvestment === null || isExpired(report, AS_OF)) continue;
    weighted += progress * money.totalInvestment;
    weights += money.totalInvestment;
  }
  return weights === 0 ? null : weighted / weights;
}

describe("reports of one work", () => {
  test("what accumulates never shrinks among the rows that hold", () => {
    for (const [workId, list] of byWork) {
      const holding = [...group(list, ({ asOf }) => asOf).values()].map(
        (same) => same.toSorted((a, b) => (a.reportedOn < b.reportedOn ? -1 : 1)).at(-1)!,
      );
      const ordered = holding.toSorted((a, b) => (a.asOf < b.asOf ? -1 : 1));
      for (const field of ["physicalProgress", "valueDoneCumulative", "disbursedCumulative"] as const) {
        const known = ordered.flatMap((report) => report[field] ?? []);
        expect(known, `${workId} ${field}`).toEqual(known.toSorted((a, b) => a - b));
      }
    }
  });

  test("six corrections or more, each later, lower and with a reason; nothing else is reported twice", () => {
    const corrections = reports.filter(({ correctionReason }) => correctionReason !== null);
    expect(corrections.length).toBeGreaterThanOrEqual(6);
    for (const correction of corrections) {
      const first = byWork.get(correction.workId)!.find((each) => each.asOf === correction.asOf)!;
      expect(first.correctionReason).toBeNull();
      expect(correction.reportedOn > first.reportedOn).toBe(true);
      expect(correction.physicalProgress!).toBeLessThan(first.physicalProgress!);
    }
    const keys = new Set(reports.map(({ workId, asOf }) => `${workId} ${asOf}`));
    expect(keys.size + corrections.length).toBe(reports.length);
    expect(states.filter(({ corrected }) => corrected).length).toBeGreaterThanOrEqual(1);
  });

  test("the year's disbursement starts anew in January", () => {
    let anew = 0;
    for (const list of byWork.values()) {
      const last = list.find(({ asOf }) => asOf === "2027-09-25");
      const next = list.find(({ asOf }) => asOf === "2028-03-25");
      if (last?.disbursedYear && next?.disbursedYear != null && next.disbursedYear < last.disbursedYear)
        anew++;
    }
    expect(anew).toBeGreaterThan(20);
  });

  test("days come in their order and progress is not disbursement", () => {
    for (const { workId, asOf, reportedOn, actualStart, acceptedOn, actualEnd } of reports) {
      const days = [actualStart, acceptedOn, actualEnd, asOf, reportedOn].filter((day) => day !== null);
      expect(days, workId).toEqual(days.toSorted());
    }
    const same = planned.filter(
      ({ progress, money }) =>
        progress !== null &&
        progress > 0 &&
        money.capitalPlanCumulative !== null &&
        Math.round((100 * (money.disbursedCumulative ?? 0)) / money.capitalPlanCumulative) === progress,
    );
    expect(same.length).toBeLessThan(10);
  });

  test("quarters, some of them late, and one that most did not send", () => {
    const closing = group(
      reports.filter(({ correctionReason }) => correctionReason === null),
      ({ asOf }) => asOf,
    );
    expect([...closing.keys()].toSorted()).toEqual([
      "2026-09-25",
      "2026-12-25",
      "2027-03-25",
      "2027-06-25",
      "2027-09-25",
      "2027-12-25",
      "2028-03-25",
      "2028-06-25",
      "2028-09-25",
    ]);
    expect(closing.get("2027-12-25" as never)!.length).toBeLessThan(
      closing.get("2027-09-25" as never)!.length / 2,
    );
    const late = reports.filter(
      ({ asOf, reportedOn, correctionReason }) =>
        correctionReason === null && reportedOn.slice(0, 7) > asOf.slice(0, 7),
    );
    expect(late.length).toBeGreaterThan(5);
  });
});

describe("on 30/9/2028", () => {
  test("about 48 % overall, 22 to 28 finished, 14 late, 3 suspended, every stage", () => {
    expect(progressOf(planned)!).toBeGreaterThan(47);
    expect(progressOf(planned)!).toBeLessThan(49);
    const finished = planned.filter(({ stage }) => stage === "handed-over" || stage === "settled");
    expect(finished.length).toBeGreaterThanOrEqual(22);
    expect(finished.length).toBeLessThanOrEqual(28);
    expect(finished.every(({ report }) => isFinished(report, AS_OF))).toBe(true);
    expect(planned.filter(({ lateness }) => lateness.answer === "yes").length).toBe(14);
    expect(planned.filter(({ stage }) => stage === "suspended").length).toBe(3);
    expect([...new Set(planned.map(({ stage }) => stage))].toSorted()).toEqual([...STAGES].toSorted());
  });

  test("the three ways a milestone can stand, and both reasons not to know", () => {
    const kinds = planned.map(({ lateness }) =>
      lateness.answer === "yes" ? lateness.milestone : lateness.answer === "no" ? "no" : lateness.reason,
    );
    expect([...new Set(kinds)].toSorted()).toEqual([
      "completion",
      "no",
      "no-planned-date",
      "no-report",
      "start",
    ]);
  });

  test("a plan made anew cures lateness", () => {
    const firstPlans = new Map(
      values(rows.workPlans)
        .toReversed()
        .map((plan) => [plan.workId, plan]),
    );
    const cured = planned.filter(({ work, lateness }) => {
      const first = firstPlans.get(work.workId)?.plannedEnd ?? null;
      return (
        lateness.answer === "no" &&
        first !== null &&
        first < AS_OF &&
        !isFinished(states.find((s) => s.work === work)!.report, AS_OF)
      );
    });
    expect(cured.length).toBeGreaterThanOrEqual(3);
  });

  test("the late roads of neighbouring communes share one body", () => {
    const roads = planned.filter(
      ({ work, lateness }) => work.sector === "transport" && lateness.answer === "yes",
    );
    const ofBody = roads.filter(({ work }) => work.responsibleBody === LATE_BODY);
    expect(ofBody.length).toBeGreaterThan(roads.length / 2);
    const communes = new Set(ofBody.flatMap(({ work }) => work.communeCodes));
    const neighbours = new Map(values(rows.communes).map(({ code, neighbours }) => [code, neighbours]));
    expect(communes.size).toBeGreaterThanOrEqual(3);
    for (const code of communes)
      expect(
        neighbours.get(code)!.some((each) => communes.has(each)),
        code,
      ).toBe(true);
  });

  test("Sơn Hải is reported at zero, not blank", () => {
    expect(inCommune("07543").map(({ progress }) => progress)).toEqual([0, 0, 0, 0]);
  });

  test("Đèo Gia and Nam Dương began, are due, and fell silent before 2028", () => {
    for (const code of ["07594", "07603"]) {
      for (const { report, plan } of inCommune(code)) {
        expect(report!.reportedOn < "2028-01-01").toBe(true);
        expect(isExpired(report, AS_OF)).toBe(true);
        expect(plan!.plannedStart! < AS_OF).toBe(true);
      }
      expect(progressOf(inCommune(code))).toBeNull();
    }
  });

  test("every work of Đồng Kỳ starts later", () => {
    for (const { progressBlank, plan } of inCommune("07282")) {
      expect(plan!.plannedStart! > AS_OF).toBe(true);
      expect(progressBlank).toBe("not-yet-due");
    }
  });

  test("communes fill all five classes; Xuân Lương is above 80; two tie exactly", () => {
    const codes = values(rows.communeStatuses).map(({ communeCode }) => communeCode);
    const shares = codes.flatMap((code) => progressOf(inCommune(code)) ?? []);
    const classes = new Set(shares.filter((share) => share > 0).map((share) => Math.floor(share / 20)));
    expect([...classes].toSorted()).toEqual([0, 1, 2, 3, 4]);
    expect(progressOf(inCommune("07246"))!).toBeGreaterThan(80);
    expect(progressOf(inCommune(TIE.first))).toBe(progressOf(inCommune(TIE.second)));
  });

  test("late and suspended works say what holds them up", () => {
    for (const { report, lateness, stage } of planned) {
      if (lateness.answer !== "yes" && stage !== "suspended") continue;
      expect(report!.obstacle).toMatch(/minh họa/);
      expect(report!.proposal).not.toBeNull();
      expect(report!.authority).not.toBeNull();
    }
  });
});

import type { Snapshot, WorkState } from "@/analysis/snapshot";
import { isFinished, PERIOD_DAYS } from "@/analysis/staleness";
import type { CommuneCode } from "@/domain/commune";
import { daysBetween, isoDate, yearOf } from "@/domain/date";
import type { Indicator, IndicatorValue } from "./indicator";
import {
  blank,
  blankOfWorks,
  isCurrent,
  programmeWorks,
  type SharedWork,
  sum,
  wholeSum,
  workSources,
} from "./programmeWorks";

/**
 * Why no work has capital planned for the year: all are finished; the others' start or their capital is still to come; or a plan that
 * may exist is not known.
 */
function blankWithoutPlan(works: readonly SharedWork[], { asOf }: Snapshot): IndicatorValue {
  const open = works.filter(({ state }) => !isFinished(state.report, asOf));
  if (open.length === 0) return blank("not-applicable", workSources(works));
  const isToCome = ({ money, progressBlank }: WorkState) =>
    progressBlank === "not-yet-due" ||
    sum(Object.values(money.bySource)) > (money.capitalPlanCumulative ?? 0);
  return blank(open.every(({ state }) => isToCome(state)) ? "not-yet-due" : "no-data", workSources(works));
}

function measure(snapshot: Snapshot, commune: CommuneCode | null): IndicatorValue {
  const works = programmeWorks(snapshot, commune);
  const planned = works.filter(({ state }) => (state.money.capitalPlanYear ?? 0) > 0);
  if (works.length > 0 && planned.length === 0) return blankWithoutPlan(works, snapshot);
  const reported = planned.filter(
    ({ state }) => state.money.disbursedYear !== null && isCurrent(state, snapshot),
  );
  if (works.length === 0) return blankOfWorks(works, snapshot);
  // In the first period of a year no report of the year is due.
  if (reported.length === 0) {
    const newYear = isoDate(`${yearOf(snapshot.asOf)}-01-01`);
    const isEarly = daysBetween(newYear, snapshot.asOf) < PERIOD_DAYS;
    return blank(isEarly ? "not-yet-due" : "no-data", workSources(works));
  }
  const plan = wholeSum(reported, ({ money }) => money.capitalPlanYear) ?? 0;
  const spent = wholeSum(reported, ({ money }) => money.disbursedYear) ?? 0;
  const wholePlan = wholeSum(planned, ({ money }) => money.capitalPlanYear) ?? 0;
  const cumulativePlan = wholeSum(reported, ({ money }) => money.capitalPlanCumulative);
  const cumulativeSpent = wholeSum(reported, ({ money }) => money.disbursedCumulative);
  return {
    kind: "value",
    value: (spent / plan) * 100,
    fraction: { numerator: spent, denominator: plan, unit: "million-vnd" },
    coverage: { counted: reported.length, of: planned.length, weightShare: (plan / wholePlan) * 100 },
    asides: [
      {
        label: "disbursement.cumulative",
        value:
          cumulativePlan !== null && cumulativeSpent !== null && cumulativePlan > 0
            ? (cumulativeSpent / cumulativePlan) * 100
            : null,
        unit: "percent",
      },
    ],
    notes: [],
    sourceIds: workSources(works),
  };
}

/** Giải ngân: disbursed this year, percent of the year's capital plan (carried-over included), over works that reported. Cumulative stands beside it. */
export const disbursement: Indicator = {
  id: "disbursement",
  ramp: "progress",
  unit: "percent",
  digits: 1,
  breaks: { kind: "fixed", breaks: [20, 40, 60, 80], extent: [0, 100], version: "1" },
  zeroApart: true,
  direction: "more-is-better",
  label: "disbursement.label",
  unitText: "disbursement.unit",
  definition: "disbursement.definition",
  needs: ["works", "work-reports", "capital-plans"],
  measure,
  overall: (snapshot) => measure(snapshot, null),
};

import type { Snapshot } from "@/analysis/snapshot";
import type { CommuneCode } from "@/domain/commune";
import type { Indicator, IndicatorValue } from "./indicator";
import { blank, blankOfWorks, isCurrent, programmeWorks, sum, workSources } from "./programmeWorks";

function measure(snapshot: Snapshot, commune: CommuneCode | null): IndicatorValue {
  const works = programmeWorks(snapshot, commune);
  const planned = works.filter(({ state }) => (state.money.capitalPlanYear ?? 0) > 0);
  if (works.length > 0 && planned.length === 0) return blank("not-yet-due", workSources(works));
  const reported = planned.filter(
    ({ state }) => state.money.disbursedYear !== null && isCurrent(state, snapshot),
  );
  if (reported.length === 0) return blankOfWorks(works);
  const total = (pick: (money: (typeof works)[number]["state"]["money"]) => number | null) =>
    sum(reported.map(({ state, share }) => (pick(state.money) ?? 0) * share));
  const plan = total((money) => money.capitalPlanYear);
  const spent = total((money) => money.disbursedYear);
  const cumulativePlan = total((money) => money.capitalPlanCumulative);
  const wholePlan = sum(planned.map(({ state, share }) => (state.money.capitalPlanYear ?? 0) * share));
  return {
    kind: "value",
    value: (spent / plan) * 100,
    fraction: { numerator: spent, denominator: plan, unit: "million-vnd" },
    coverage: { counted: reported.length, of: planned.length, weightShare: (plan / wholePlan) * 100 },
    asides: [
      {
        label: "disbursement.cumulative",
        value:
          cumulativePlan > 0 ? (total((money) => money.disbursedCumulative) / cumulativePlan) * 100 : null,
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

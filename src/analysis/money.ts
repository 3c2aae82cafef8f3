import { type IsoDate, yearOf } from "@/domain/date";
import type { CapitalPlan, CapitalSource, WorkPlan, WorkReport } from "@/domain/work";
import { holdingRows, recordedLater } from "./known";
import type { WorkState } from "./snapshot";

/**
 * Money of one work on a day, triệu đồng. `rows` are the capital rows of the work known on the day, in file order; of a
 * year and a source the latest recording holds. The year's plan includes what was carried over into it; the cumulative plan
 * does not, because carried-over money is in the amount of an earlier year. Null: no row, or not reported.
 */
export function moneyOf(
  plan: WorkPlan | null,
  report: WorkReport | null,
  rows: readonly CapitalPlan[],
  asOf: IsoDate,
): WorkState["money"] {
  const year = yearOf(asOf);
  const held = [...holdingRows(rows, (row) => `${row.year}:${row.capitalSource}`, recordedLater).values()];
  let capitalPlanYear: number | null = null;
  let capitalPlanCumulative: number | null = null;
  const bySource: Partial<Record<CapitalSource, number>> = {};
  for (const row of held) {
    bySource[row.capitalSource] = (bySource[row.capitalSource] ?? 0) + row.amount;
    if (row.year <= year) capitalPlanCumulative = (capitalPlanCumulative ?? 0) + row.amount;
    if (row.year === year) capitalPlanYear = (capitalPlanYear ?? 0) + row.amount + (row.carriedOver ?? 0);
  }
  return {
    totalInvestment: plan?.totalInvestment ?? null,
    capitalPlanYear,
    capitalPlanCumulative,
    // A figure of last year's report says nothing of this year: the count starts anew on 1 January.
    disbursedYear: report !== null && yearOf(report.asOf) === year ? report.disbursedYear : null,
    disbursedCumulative: report?.disbursedCumulative ?? null,
    bySource,
    sourceIds: [...new Set(held.map((row) => row.sourceId))],
  };
}

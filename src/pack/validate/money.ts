import { group } from "d3";
import { yearOf } from "@/domain/date";
import type { CapitalPlan, WorkPlan } from "@/domain/work";
import type { Rows } from "../packs";
import type { Problems } from "../problems";

/** Money that does not fit together. These can be true (an advance, an overrun), so they warn and are counted. */
export function validateMoney(rows: Rows, problems: Problems): void {
  const capital = group(latestCapital(rows), ({ workId }) => workId);
  const investment = new Map<string, WorkPlan>();
  for (const { row } of rows.workPlans) {
    const held = investment.get(row.workId);
    if (held === undefined || held.recordedOn <= row.recordedOn) investment.set(row.workId, row);
  }

  for (const { row, at } of rows.workReports) {
    const plans = capital.get(row.workId) ?? [];
    const ofYear = plans.filter(({ year }) => year === yearOf(row.asOf));
    const planned = ofYear.reduce((sum, { amount, carriedOver }) => sum + amount + (carriedOver ?? 0), 0);
    if (row.disbursedYear !== null && ofYear.length > 0 && row.disbursedYear > planned) {
      const message = `is more than the capital planned for ${yearOf(row.asOf)} (${planned})`;
      problems.warning(
        at,
        "disbursed_year",
        row.disbursedYear,
        message,
        "check the capital plan of the year",
      );
    }
    const total = investment.get(row.workId)?.totalInvestment ?? null;
    if (row.disbursedCumulative !== null && total !== null && row.disbursedCumulative > total) {
      const message = `is more than the total investment (${total})`;
      problems.warning(at, "disbursed_cumulative", row.disbursedCumulative, message, "check the decision");
    }
  }
  for (const { row, at } of rows.workPlans) {
    if (investment.get(row.workId) !== row || row.totalInvestment === null) continue;
    const planned = (capital.get(row.workId) ?? []).reduce((sum, { amount }) => sum + amount, 0);
    if (planned > row.totalInvestment) {
      const message = `is less than the capital planned over the years (${planned})`;
      problems.warning(
        at,
        "total_investment",
        row.totalInvestment,
        message,
        "check the decision and the capital plan",
      );
    }
  }
}

/** The row of each work, year and source that holds: the latest recorded. */
function latestCapital(rows: Rows): CapitalPlan[] {
  const latest = new Map<string, CapitalPlan>();
  for (const { row } of rows.capitalPlans) {
    const key = `${row.workId} ${row.year} ${row.capitalSource}`;
    const held = latest.get(key);
    if (held === undefined || held.recordedOn <= row.recordedOn) latest.set(key, row);
  }
  return [...latest.values()];
}

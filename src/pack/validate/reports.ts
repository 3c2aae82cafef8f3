import { group } from "d3";
import type { WorkReport } from "@/domain/work";
import type { Rows } from "../packs";
import type { Located, Problems } from "../problems";

const CUMULATIVE = [
  ["physicalProgress", "physical_progress"],
  ["valueDoneCumulative", "value_done_cumulative"],
  ["disbursedCumulative", "disbursed_cumulative"],
] as const;

/** Reports of one work against each other: corrections are stated, and what only grows does not shrink unsaid. */
export function validateReports(rows: Rows, problems: Problems): void {
  for (const ofWork of group(rows.workReports, ({ row }) => row.workId).values()) {
    const byClosingDay = [...group(ofWork, ({ row }) => row.asOf)]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([, reports]) => reports.toSorted((a, b) => (a.row.reportedOn < b.row.reportedOn ? -1 : 1)));
    for (const reports of byClosingDay) validateCorrections(reports, problems);
    validateGrowth(
      byClosingDay.flatMap((reports) => reports.slice(-1)),
      problems,
    );
  }
}

function validateCorrections(reports: readonly Located<WorkReport>[], problems: Problems): void {
  const column = "correction_reason";
  reports.forEach(({ row, at }, index) => {
    if (index > 0 && row.correctionReason === null) {
      const message = `is blank though ${row.asOf} was reported before (row ${reports[0]?.at.row})`;
      problems.error(at, column, null, message, "say why the earlier figures were wrong");
    }
    if (index === 0 && row.correctionReason !== null) {
      const message = `corrects ${row.asOf}, which was not reported before`;
      problems.error(at, column, row.correctionReason, message, "leave it blank or add the first report");
    }
  });
}

/** @param reports the row that holds for each closing day, in their order */
function validateGrowth(reports: readonly Located<WorkReport>[], problems: Problems): void {
  for (const [field, column] of CUMULATIVE) {
    let before: Located<WorkReport> | null = null;
    for (const report of reports) {
      const value = report.row[field];
      if (value === null) continue;
      const earlier = before?.row[field] ?? null;
      if (earlier !== null && value < earlier && report.row.correctionReason === null) {
        const message = `is less than ${earlier} of ${before?.row.asOf} (row ${before?.at.row})`;
        problems.error(
          report.at,
          column,
          value,
          message,
          "correct it, or correct the earlier report with a reason",
        );
      }
      before = report;
    }
  }
  for (const { row, at } of reports) {
    if (
      row.disbursedYear !== null &&
      row.disbursedCumulative !== null &&
      row.disbursedYear > row.disbursedCumulative
    ) {
      const message = `is more than disbursed since the start (${row.disbursedCumulative})`;
      problems.error(at, "disbursed_year", row.disbursedYear, message, "correct one of the two");
    }
  }
}

import type { IsoDate } from "@/domain/date";
import type { Rows } from "../packs";
import type { Place, Problems } from "../problems";

/** Days that cannot be in the order in which they stand. A blank day is unknown and never out of order. */
export function validateDates(rows: Rows, problems: Problems): void {
  const inOrder = (at: Place, ...days: readonly (readonly [column: string, day: IsoDate | null])[]) => {
    const known = days.flatMap(([column, day]) => (day === null ? [] : [{ column, day }]));
    known.forEach((later, index) => {
      const earlier = known[index - 1];
      if (earlier === undefined || earlier.day <= later.day) return;
      const message = `comes before ${earlier.column} ${earlier.day}`;
      problems.error(at, later.column, later.day, message, "correct one of the two days");
    });
  };
  for (const { row, at } of rows.workPlans) {
    inOrder(at, ["planned_start", row.plannedStart], ["planned_end", row.plannedEnd]);
  }
  for (const { row, at } of rows.workReports) {
    inOrder(at, ["as_of", row.asOf], ["reported_on", row.reportedOn]);
    inOrder(
      at,
      ["actual_start", row.actualStart],
      ["accepted_on", row.acceptedOn],
      ["actual_end", row.actualEnd],
      ["reported_on", row.reportedOn],
    );
  }
  for (const { row, at } of rows.communeStatuses) {
    inOrder(at, ["valid_from", row.validFrom], ["valid_to", row.validTo]);
  }
  for (const { row, at } of rows.communePlans) {
    inOrder(at, ["submitted_on", row.submittedOn], ["recorded_on", row.recordedOn]);
  }
  for (const { row, at } of rows.sources) {
    inOrder(at, ["published_on", row.publishedOn], ["retrieved_on", row.retrievedOn]);
  }
}

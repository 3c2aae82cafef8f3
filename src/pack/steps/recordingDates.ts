import { group } from "d3";
import { type IsoDate, isoDate } from "@/domain/date";
import type { WorkReport } from "@/domain/work";
import type { Rows } from "../packs";
import { packOf } from "../packs";

/** Day of the Programme (22-CT/TU): before it there is nothing to follow, so the as-of control does not go there. */
const PROGRAMME_BEGINS = isoDate("2026-03-28");

/**
 * The stops of the as-of control: for each closing day the day on which its regular round of reports came in, and the
 * days on which official records came in. Late and corrected reports count from their own day but add no stop.
 */
export function recordingDates(rows: Rows): { readonly dates: IsoDate[]; readonly defaultAsOf: IsoDate } {
  const rounds = regularRounds(rows.workReports.map(({ row }) => row));
  const official = [
    rows.communeStatuses,
    rows.communePlans,
    rows.workPlans,
    rows.capitalPlans,
    rows.poverty,
    rows.relocations,
    rows.hazardZones,
    rows.hazardAssessed,
    rows.hazardEvents,
    rows.observations,
  ]
    .flat()
    .filter(({ at }) => packOf(at) === "official")
    .map(({ row }) => row.recordedOn)
    .filter((day) => day >= PROGRAMME_BEGINS);
  const dates = [...new Set([...rounds, ...official])].toSorted();
  return { dates, defaultAsOf: rounds.at(-1) ?? dates.at(-1) ?? PROGRAMME_BEGINS };
}

/** Per closing day the day most first reports came in; the earlier one of equals. Ascending. */
function regularRounds(reports: readonly WorkReport[]): IsoDate[] {
  const byClosingDay = group(
    reports.filter(({ correctionReason }) => correctionReason === null),
    ({ asOf }) => asOf,
  );
  return [...byClosingDay.values()].map(mostCommonDay).toSorted();
}

function mostCommonDay(reports: readonly WorkReport[]): IsoDate {
  const counted = [...group(reports, ({ reportedOn }) => reportedOn)];
  counted.sort(([dayA, a], [dayB, b]) => b.length - a.length || (dayA < dayB ? -1 : 1));
  return counted[0]?.[0] ?? PROGRAMME_BEGINS;
}

import type { Snapshot } from "@/analysis/snapshot";
import { isFinished } from "@/analysis/staleness";
import type { CommuneCode } from "@/domain/commune";
import type { Indicator, IndicatorValue } from "./indicator";
import { blank, blankOfWorks, programmeWorks, workSources } from "./programmeWorks";

function measure(snapshot: Snapshot, commune: CommuneCode | null): IndicatorValue {
  const works = programmeWorks(snapshot, commune);
  if (works.length === 0) return blankOfWorks(works, snapshot);
  const owing = works.filter(
    ({ state }) => state.progressBlank !== "not-yet-due" && !isFinished(state.report, snapshot.asOf),
  );
  if (owing.length === 0)
    return blank(
      works.some(({ state }) => state.progressBlank === "not-yet-due") ? "not-yet-due" : "not-applicable",
      workSources(works),
    );
  const reported = owing.filter(({ state }) => state.report !== null && !state.stale).length;
  return {
    kind: "value",
    value: (reported / owing.length) * 100,
    fraction: { numerator: reported, denominator: owing.length, unit: "works" },
    coverage: null,
    asides: [],
    notes: [],
    sourceIds: workSources(works),
  };
}

/** Works with a report of the current period, of the works that owe one (due and not finished). */
export const reportCompleteness: Indicator = {
  id: "report-completeness",
  ramp: "progress",
  unit: "percent",
  digits: 0,
  breaks: { kind: "fixed", breaks: [25, 50, 75, 90], extent: [0, 100], version: "1" },
  zeroApart: true,
  direction: "more-is-better",
  label: "reporting.label",
  unitText: "reporting.unit",
  definition: "reporting.definition",
  needs: ["works", "work-reports"],
  measure,
  overall: (snapshot) => measure(snapshot, null),
};

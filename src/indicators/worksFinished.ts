import type { Snapshot } from "@/analysis/snapshot";
import { isFinished } from "@/analysis/staleness";
import type { CommuneCode } from "@/domain/commune";
import type { Indicator, IndicatorValue } from "./indicator";
import { blankOfWorks, isCurrent, programmeWorks, workSources } from "./programmeWorks";

function measure(snapshot: Snapshot, commune: CommuneCode | null): IndicatorValue {
  const works = programmeWorks(snapshot, commune);
  const reported = works.filter(({ state }) => isCurrent(state, snapshot));
  // Without one current report nothing is known to be unfinished; silence is not zero.
  if (reported.length === 0) return blankOfWorks(works, snapshot);
  const told = works.filter(
    ({ state }) => isCurrent(state, snapshot) || state.progressBlank === "not-yet-due",
  );
  const finished = reported.filter(({ state }) => isFinished(state.report, snapshot.asOf)).length;
  return {
    kind: "value",
    value: (finished / works.length) * 100,
    fraction: { numerator: finished, denominator: works.length, unit: "works" },
    coverage: { counted: told.length, of: works.length, weightShare: null },
    asides: [],
    notes: told.length < works.length ? ["finished.atLeast"] : [],
    sourceIds: workSources(works),
  };
}

/**
 * Works finished (handed over, settled, or accepted with 100 % of the work), of all works of the Programme in the commune. Silent
 * works stay in the denominator, so that it is the commune's; the note says that there may be more.
 */
export const worksFinished: Indicator = {
  id: "works-finished",
  ramp: "progress",
  unit: "percent",
  digits: 0,
  breaks: { kind: "fixed", breaks: [20, 40, 60, 80], extent: [0, 100], version: "1" },
  zeroApart: true,
  direction: "more-is-better",
  label: "finished.label",
  unitText: "finished.unit",
  definition: "finished.definition",
  needs: ["works", "work-reports"],
  measure,
  overall: (snapshot) => measure(snapshot, null),
};

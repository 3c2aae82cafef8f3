import type { Snapshot } from "@/analysis/snapshot";
import type { CommuneCode } from "@/domain/commune";
import type { Indicator, IndicatorValue } from "./indicator";
import { blankOfWorks, programmeWorks, workSources } from "./programmeWorks";

function measure(snapshot: Snapshot, commune: CommuneCode | null): IndicatorValue {
  const works = programmeWorks(snapshot, commune);
  const told = works.filter(({ state }) => state.lateness.answer !== "unknown");
  if (told.length === 0) return blankOfWorks(works, snapshot);
  const late = told.filter(({ state }) => state.lateness.answer === "yes").length;
  return {
    kind: "value",
    value: (late / told.length) * 100,
    fraction: { numerator: late, denominator: told.length, unit: "works" },
    coverage: { counted: told.length, of: works.length, weightShare: null },
    asides: [],
    notes: [],
    sourceIds: workSources(works),
  };
}

/** Works late on the day, of the works of which it can be told; the others are in the coverage, never "on time". */
export const worksLate: Indicator = {
  id: "works-late",
  ramp: "poverty",
  unit: "percent",
  digits: 0,
  breaks: { kind: "fixed", breaks: [10, 25, 50, 75], extent: [0, 100], version: "1" },
  zeroApart: true,
  direction: "more-is-worse",
  label: "late.label",
  unitText: "late.unit",
  definition: "late.definition",
  needs: ["works", "work-plans", "work-reports"],
  measure,
  overall: (snapshot) => measure(snapshot, null),
};

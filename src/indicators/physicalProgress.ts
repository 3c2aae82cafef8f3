import type { Snapshot } from "@/analysis/snapshot";
import type { CommuneCode } from "@/domain/commune";
import type { Indicator, IndicatorValue } from "./indicator";
import { blankOfWorks, isCurrent, programmeWorks, sum, workSources } from "./programmeWorks";

function measure(snapshot: Snapshot, commune: CommuneCode | null): IndicatorValue {
  const works = programmeWorks(snapshot, commune);
  const reported = works.flatMap(({ state, share }) =>
    state.progress !== null && isCurrent(state, snapshot)
      ? [{ progress: state.progress, investment: state.money.totalInvestment, share }]
      : [],
  );
  if (reported.length === 0) return blankOfWorks(works);
  // A work of unknown cost has no weight: it is left out of the mean and the note says so. Only where no cost at all is known do the
  // works weigh alike, which is another number and is named as such.
  const weighted = reported.filter(({ investment }) => investment !== null && investment > 0);
  const isWeighted = weighted.length > 0;
  const counted = isWeighted ? weighted : reported;
  const weighed = counted.map(({ progress, investment, share }) => ({
    progress,
    weight: (isWeighted ? (investment ?? 0) : 1) * share,
  }));
  const weight = sum(weighed.map((entry) => entry.weight));
  const wholeWeight = sum(works.map(({ state, share }) => (state.money.totalInvestment ?? 0) * share));
  return {
    kind: "value",
    value: sum(weighed.map((entry) => entry.progress * entry.weight)) / weight,
    fraction: null,
    coverage: {
      counted: counted.length,
      of: works.length,
      weightShare: isWeighted && wholeWeight > 0 ? Math.min(100, (weight / wholeWeight) * 100) : null,
    },
    asides: [],
    notes: !isWeighted
      ? ["progress.unweighted"]
      : counted.length < reported.length
        ? ["progress.withoutCost"]
        : [],
    sourceIds: workSources(works),
  };
}

/**
 * Khối lượng thực hiện: percent of the whole work, mean weighted by total investment over works with a report not older than two
 * periods. Works not yet due are left out and counted in the coverage.
 */
export const physicalProgress: Indicator = {
  id: "physical-progress",
  ramp: "progress",
  unit: "percent",
  digits: 1,
  breaks: { kind: "fixed", breaks: [20, 40, 60, 80], extent: [0, 100], version: "1" },
  zeroApart: true,
  direction: "more-is-better",
  label: "progress.label",
  unitText: "progress.unit",
  definition: "progress.definition",
  needs: ["works", "work-plans", "work-reports"],
  measure,
  overall: (snapshot) => measure(snapshot, null),
};

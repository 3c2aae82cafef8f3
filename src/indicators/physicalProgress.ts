import type { Snapshot, WorkState } from "@/analysis/snapshot";
import type { CommuneCode } from "@/domain/commune";
import type { IndicatorMessageKey } from "@/i18n/messages";
import type { Indicator, IndicatorValue } from "./indicator";
import {
  blankOfWorks,
  isCurrent,
  programmeWorks,
  type SharedWork,
  sum,
  wholeSum,
  workSources,
} from "./programmeWorks";

/** A work that gives its area a value, and how much it weighs in the mean. */
interface WeighedWork {
  readonly state: WorkState;
  readonly progress: number;
  readonly weight: number;
}

/**
 * Works of an area with a current progress and their weights. A work of unknown cost has no weight and is left out. Only where no
 * cost at all is known do the works weigh alike, which is another number: `isWeighted` is false then.
 */
export function worksWithProgress(
  snapshot: Snapshot,
  commune: CommuneCode | null,
): {
  readonly works: readonly SharedWork[];
  readonly counted: readonly WeighedWork[];
  /** Works with a current progress, those without weight among them. */
  readonly reported: number;
  readonly isWeighted: boolean;
} {
  const works = programmeWorks(snapshot, commune);
  const reported = works.flatMap(({ state, share }) =>
    state.progress !== null && isCurrent(state, snapshot)
      ? [{ state, progress: state.progress, share, cost: state.money.totalInvestment ?? 0 }]
      : [],
  );
  const weighted = reported.filter(({ cost }) => cost > 0);
  const isWeighted = weighted.length > 0;
  const counted = (isWeighted ? weighted : reported).map(({ state, progress, share, cost }) => ({
    state,
    progress,
    weight: (isWeighted ? cost : 1) * share,
  }));
  return { works, counted, reported: reported.length, isWeighted };
}

function notesOf(isWeighted: boolean, isComplete: boolean): readonly IndicatorMessageKey[] {
  if (!isWeighted) return ["progress.unweighted"];
  return isComplete ? [] : ["progress.withoutCost"];
}

function measure(snapshot: Snapshot, commune: CommuneCode | null): IndicatorValue {
  const { works, counted, reported, isWeighted } = worksWithProgress(snapshot, commune);
  if (counted.length === 0) return blankOfWorks(works, snapshot);
  const weight = sum(counted.map((work) => work.weight));
  // With one cost unknown the whole is unknown, and so is the share of it that is counted.
  const wholeWeight = wholeSum(works, ({ money }) => money.totalInvestment);
  return {
    kind: "value",
    value: sum(counted.map((work) => work.progress * work.weight)) / weight,
    fraction: null,
    coverage: {
      counted: counted.length,
      of: works.length,
      weightShare: isWeighted && wholeWeight !== null ? (weight / wholeWeight) * 100 : null,
    },
    asides: [],
    notes: notesOf(isWeighted, counted.length === reported),
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

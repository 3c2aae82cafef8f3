import type { Snapshot, WorkState } from "@/analysis/snapshot";
import { isExpired } from "@/analysis/staleness";
import type { CommuneCode } from "@/domain/commune";
import type { IndicatorValue } from "./indicator";

/** A work with the share of its money an area answers for. */
export interface SharedWork {
  readonly state: WorkState;
  /** 1, or 1/n for a work in n communes: no source divides such works, so money is split equally and says so. */
  readonly share: number;
}

/**
 * Works of the 97 (`inPlan97` = yes) in a commune, or in the whole province for null. Counts take each work whole; money takes its
 * share, so that the communes' sums make the whole.
 */
export function programmeWorks(snapshot: Snapshot, commune: CommuneCode | null): readonly SharedWork[] {
  const states = commune === null ? snapshot.works : (snapshot.worksByCommune.get(commune) ?? []);
  return states
    .filter(({ work }) => work.inPlan97 === "yes")
    .map((state) => ({
      state,
      share: commune === null ? 1 : 1 / Math.max(1, state.work.communeCodes.length),
    }));
}

/** The latest report is recent enough to speak for the day: finished, or within two periods. */
export const isCurrent = ({ report }: WorkState, snapshot: Snapshot): boolean =>
  report !== null && !isExpired(report, snapshot.asOf);

/** Sources of the reports behind a value, or of plan or work where none is reported; unique. */
export const workSources = (works: readonly SharedWork[]): readonly string[] => [
  ...new Set(works.map(({ state }) => state.report?.sourceId ?? state.plan?.sourceId ?? state.work.sourceId)),
];

/** Sum of a money figure over works, each with its share, triệu đồng; null as soon as one work has none. */
export function wholeSum(
  works: readonly SharedWork[],
  pick: (state: WorkState) => number | null,
): number | null {
  let total = 0;
  for (const { state, share } of works) {
    const amount = pick(state);
    if (amount === null) return null;
    total += amount * share;
  }
  return total;
}

/** A blank with the sources that say so. */
export const blank = (
  reason: Extract<IndicatorValue, { kind: "blank" }>["blank"],
  sourceIds: readonly string[] = [],
): IndicatorValue => ({ kind: "blank", blank: reason, sourceIds });

/**
 * Why no work gives a value: none there, none due yet, or due and silent. Where the register lists no work of the Programme at all
 * (the list is not published), it is not known which communes have none: that is `no-data`, not `not-applicable`.
 */
export function blankOfWorks(works: readonly SharedWork[], snapshot: Snapshot): IndicatorValue {
  if (works.length === 0) {
    const isListed = snapshot.allWorks.some(({ work }) => work.inPlan97 === "yes");
    return blank(isListed ? "not-applicable" : "no-data");
  }
  const silent = works.some(({ state }) => state.progressBlank !== "not-yet-due");
  return blank(silent ? "no-data" : "not-yet-due", workSources(works));
}

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

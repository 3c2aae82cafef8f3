import { expectedProgress } from "@/analysis/expectedProgress";
import type { Snapshot } from "@/analysis/snapshot";
import type { CommuneCode } from "@/domain/commune";
import { worksWithProgress } from "./physicalProgress";

/** Progress and plan of the same works, so that the two may be compared. Percent. */
export interface ProgressAgainstPlan {
  readonly actual: number;
  /** What the two planned days of each work imply for the day; derived, no plan states it. */
  readonly planned: number;
  /** Works with a current progress, a weight and both planned days. */
  readonly works: number;
  /** Works with a current progress and a weight: those behind the physical progress itself. */
  readonly measured: number;
}

/**
 * Physical progress beside the plan, of the works of an area (null: the province) that have both, weighted as the physical progress is. Null
 * when no work has both.
 */
export function progressAgainstPlan(
  snapshot: Snapshot,
  commune: CommuneCode | null,
): ProgressAgainstPlan | null {
  const { counted } = worksWithProgress(snapshot, commune);
  let [actual, planned, weights, works] = [0, 0, 0, 0];
  for (const { state, progress, weight } of counted) {
    const expected = expectedProgress(state.plan, snapshot.asOf);
    if (expected === null) continue;
    actual += progress * weight;
    planned += expected * weight;
    weights += weight;
    works += 1;
  }
  return weights > 0
    ? { actual: actual / weights, planned: planned / weights, works, measured: counted.length }
    : null;
}

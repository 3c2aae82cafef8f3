import { expectedProgress } from "@/analysis/expectedProgress";
import type { Snapshot } from "@/analysis/snapshot";
import type { CommuneCode } from "@/domain/commune";
import { worksWithProgress } from "./physicalProgress";

/**
 * What the plans of the very works behind the physical progress of an area (null: the province) imply for the day, percent, with the same
 * weights, so that the two numbers may be subtracted. Derived: no plan states it. Null when one of these works has no planned
 * dates, or no work has a value.
 */
export function plannedProgress(snapshot: Snapshot, commune: CommuneCode | null): number | null {
  const { counted } = worksWithProgress(snapshot, commune);
  let [total, weights] = [0, 0];
  for (const { state, weight } of counted) {
    const expected = expectedProgress(state.plan, snapshot.asOf);
    if (expected === null) return null;
    total += expected * weight;
    weights += weight;
  }
  return weights > 0 ? total / weights : null;
}

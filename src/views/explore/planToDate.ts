import type { Snapshot } from "@/analysis/snapshot";
import type { CommuneCode } from "@/domain/commune";

/** Progress the plan expects of a commune's works on the day, percent; null for indicators without a plan. */
export function planToDate(_indicator: string, _snapshot: Snapshot, _commune: CommuneCode): number | null {
  return null;
}

import type { Snapshot } from "@/analysis/snapshot";
import { type WorkHistory, workHistory } from "@/analysis/workHistory";
import type { Work } from "@/domain/work";
import { useExplore } from "../context";

/** Histories already gathered for a day: the two parts of a panel share one. */
const known = new WeakMap<Snapshot, Map<string, WorkHistory>>();

/** All that is known of a work on the day shown. */
export function useWorkHistory(work: Work): WorkHistory {
  const { snapshot } = useExplore();
  const histories = known.get(snapshot) ?? new Map<string, WorkHistory>();
  known.set(snapshot, histories);
  const history = histories.get(work.workId) ?? workHistory(snapshot.register, work, snapshot.asOf);
  histories.set(work.workId, history);
  return history;
}

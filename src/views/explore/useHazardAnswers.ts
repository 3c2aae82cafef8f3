import { useEffect, useState } from "react";
import type { HazardAnswer } from "@/analysis/hazardAnswer";
import type { Snapshot, WorkState } from "@/analysis/snapshot";
import { useExplore } from "./context";

/** Answers already worked out for a day: a panel opened twice asks once. */
const known = new WeakMap<Snapshot, Map<string, HazardAnswer>>();

/** How long answers are worked out at a stretch. */
const SLICE_MS = 8;

async function answersFor(
  snapshot: Snapshot,
  states: readonly WorkState[],
): Promise<ReadonlyMap<string, HazardAnswer>> {
  // The geometry library is asked for by the first panel that needs it, not by the page.
  const { hazardAnswer } = await import("@/analysis/hazardAnswer");
  const answers = known.get(snapshot) ?? new Map<string, HazardAnswer>();
  known.set(snapshot, answers);
  let since = performance.now();
  for (const { work } of states) {
    if (answers.has(work.workId)) continue;
    // Two hundred works against every zone take longer than a reader's next click may wait.
    if (performance.now() - since > SLICE_MS) {
      await new Promise((resolve) => setTimeout(resolve));
      since = performance.now();
    }
    answers.set(work.workId, hazardAnswer(work, snapshot));
  }
  return new Map(
    states.flatMap(({ work }) => {
      const answer = answers.get(work.workId);
      return answer === undefined ? [] : [[work.workId, answer] as const];
    }),
  );
}

/** Whether works lie in ground of high susceptibility, by work id; null while that is being worked out. */
export function useHazardAnswers(states: readonly WorkState[]): ReadonlyMap<string, HazardAnswer> | null {
  const { snapshot } = useExplore();
  const [found, setFound] = useState<{
    readonly for: readonly WorkState[];
    readonly answers: ReadonlyMap<string, HazardAnswer>;
  } | null>(null);
  useEffect(() => {
    let wanted = true;
    void answersFor(snapshot, states).then((answers) => wanted && setFound({ for: states, answers }));
    return () => {
      wanted = false;
    };
  }, [snapshot, states]);
  return found?.for === states ? found.answers : null;
}

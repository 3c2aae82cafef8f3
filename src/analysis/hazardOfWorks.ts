import { HIGH_HAZARD } from "@/domain/hazard";
import type { Question } from "@/domain/question";
import { allOf, conditionOf } from "@/domain/questionExamples";
import type { Answer } from "@/domain/workFilter";
import { type HazardAnswer, hazardAnswer } from "./hazardAnswer";
import type { Reason } from "./question/answer";
import { askQuestion } from "./question/askQuestion";
import { questionContext } from "./question/targets";
import type { CommuneGeometry } from "./question/things";
import type { Snapshot } from "./snapshot";

/** How near a zone counts as near, metres: the distance the map's own first question asks for. */
export const NEAR_ZONE_M = 500;

/** One work against zones of high and very high susceptibility. */
export interface HazardOfWork {
  /** Whether it lies in one, as the map's panel answers. */
  readonly inside: HazardAnswer;
  /** Whether some part of it lies within `NEAR_ZONE_M` of one, as the map's question answers. */
  readonly near: Answer;
  /** Why `near` cannot be told, most basic first; empty when it is told. */
  readonly nearBecause: readonly Reason[];
}

const NEAR_ZONES: Question = {
  subject: allOf("works"),
  joiner: "and",
  conditions: [conditionOf("within", { type: "zones", classes: HIGH_HAZARD }, NEAR_ZONE_M)],
  scope: { type: "province" },
  base: null,
};

/**
 * Both answers for every work of a day, by work id. Geometry against geometry, so it is worked out once a build.
 * @param communes boundaries, as fine as they are: works known by commune only are held against their whole commune
 */
export function hazardOfWorks(
  snapshot: Snapshot,
  communes: CommuneGeometry,
): ReadonlyMap<string, HazardOfWork> {
  const asked = askQuestion(NEAR_ZONES, questionContext(snapshot, communes, null));
  let step = asked.next();
  while (step.done !== true) step = asked.next();
  const near = new Map(step.value.items.map((item) => [item.id, item]));
  return new Map(
    snapshot.allWorks.map(({ work }) => {
      const item = near.get(work.workId);
      return [
        work.workId,
        {
          inside: hazardAnswer(work, snapshot),
          // A work the question has nothing to say of is not known to be far away.
          near: item?.answer ?? "unknown",
          nearBecause: item?.because ?? ["unknown-place"],
        },
      ];
    }),
  );
}

/** Works by answer. */
export function countAnswers(answers: readonly Answer[]): Readonly<Record<Answer, number>> {
  const count = (answer: Answer) => answers.filter((one) => one === answer).length;
  return { yes: count("yes"), no: count("no"), unknown: count("unknown") };
}

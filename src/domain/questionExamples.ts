import { HIGH_HAZARD } from "./hazard";
import type { Condition, Question, Subject, SubjectSet, Target } from "./question";
import { FINISHED_STAGES } from "./work";
import { NO_FILTER } from "./workFilter";

const PROVINCE = { type: "province" } as const;
const HIGH_ZONES: Target = { type: "zones", classes: HIGH_HAZARD };

/** A subject with no filter. */
export const allOf = (set: SubjectSet): Subject => ({ set, filter: NO_FILTER, povertyFrom: null });

/** A condition with the distance and the number a reader is first offered. */
export const conditionOf = (predicate: Condition["predicate"], target: Target, metres = 500): Condition => ({
  predicate,
  metres,
  count: 3,
  target,
});

const asking = (subject: Subject, ...conditions: readonly Condition[]): Question => ({
  subject,
  joiner: "and",
  conditions,
  scope: PROVINCE,
  base: null,
});

/** Where the question about nearest works begins until the reader sets a place: the middle of the mountain communes. */
const FIRST_PLACE = [106.8, 21.33] as const;

/** Questions ready to be asked with one click; order = menu. Ids name their texts. */
export const QUESTION_EXAMPLES = [
  {
    id: "worksNearHighRisk",
    question: asking(allOf("works"), conditionOf("within", HIGH_ZONES)),
  },
  {
    id: "poorVillagesFarFromSchool",
    question: asking(
      { ...allOf("villages"), povertyFrom: 20 },
      conditionOf(
        "beyond",
        {
          type: "works",
          filter: { ...NO_FILTER, sectors: ["school"], stages: FINISHED_STAGES },
          sameSector: false,
        },
        3000,
      ),
    ),
  },
  {
    id: "riskVillagesWithoutWork",
    question: asking(
      allOf("villages"),
      conditionOf("touches", HIGH_ZONES),
      conditionOf("beyond", { type: "works", filter: NO_FILTER, sameSector: false }, 1000),
    ),
  },
  {
    id: "worksAcrossCommunes",
    question: asking(
      allOf("works"),
      conditionOf("across", { type: "communes", codes: [], neighbours: false }),
    ),
  },
  {
    id: "sameSectorNear",
    question: asking(
      allOf("works"),
      conditionOf("within", { type: "works", filter: NO_FILTER, sameSector: true }),
    ),
  },
  {
    id: "relocationsInHighRisk",
    question: asking(allOf("relocations"), conditionOf("touches", HIGH_ZONES)),
  },
  {
    id: "nearestWorks",
    question: asking(
      { ...allOf("works"), filter: { ...NO_FILTER, locations: ["exact", "line", "village"] } },
      conditionOf("nearest", { type: "drawn", shape: { type: "point", points: [FIRST_PLACE] } }),
    ),
  },
  {
    id: "communesUnderHighRisk",
    question: asking(allOf("communes"), conditionOf("touches", HIGH_ZONES)),
  },
] as const satisfies readonly { readonly id: string; readonly question: Question }[];
export type QuestionExampleId = (typeof QUESTION_EXAMPLES)[number]["id"];

import type { CommuneCode } from "@/domain/commune";
import type { Question, SubjectSet } from "@/domain/question";
import type { Answer } from "@/domain/workFilter";
import type { Interval } from "../spatial/region";

/**
 * Why a question cannot be told, most basic first. `unknown-place`: nothing is known of where the subject is. `place-is-a-region`: it may lie here
 * or there. `unassessed`: nobody looked for such ground where it lies. `target-unplaced`, `target-is-a-region`: the same of what it is held
 * against. `target-open`: what it is held against may not count, because its number is not known. `value-withheld`, `value-missing`: the number the
 * subject is chosen by is withheld, or not there. `scope-open`: whether it lies where is asked. `rank-open`: others may be nearer or not.
 * `layer-missing`: the reader's file is not open.
 */
export const REASONS = [
  "unknown-place",
  "layer-missing",
  "value-missing",
  "value-withheld",
  "scope-open",
  "unassessed",
  "place-is-a-region",
  "target-unplaced",
  "target-open",
  "target-is-a-region",
  "rank-open",
] as const;
export type Reason = (typeof REASONS)[number];

/** How much of a line or an area lies in the target: metres or square metres. */
export interface Share {
  readonly unit: "metres" | "squareMetres";
  readonly inside: number;
  readonly whole: number;
}

/** What one condition says of one subject. */
export interface ConditionResult {
  readonly answer: Answer;
  /** Why it cannot be told; null when it can. */
  readonly because: Reason | null;
  /** Distance to the target, metres; null where it was not asked or nothing is known. `atMost` may be Infinity. */
  readonly interval: Interval | null;
  /** The target that may be nearest, by id; null where targets are ground. */
  readonly nearest: { readonly set: SubjectSet; readonly id: string } | null;
  /** Targets of unknown place or number that leave the answer open. */
  readonly open: number;
  readonly share: Share | null;
  /** For `across`: communes it certainly touches, and those it may touch. */
  readonly touched: {
    readonly certain: readonly CommuneCode[];
    readonly possible: readonly CommuneCode[];
  } | null;
}

export interface AnsweredItem {
  readonly set: SubjectSet;
  readonly id: string;
  readonly communeCodes: readonly CommuneCode[];
  readonly answer: Answer;
  /** Every reason that leaves it open, most basic first; empty when it is told. */
  readonly because: readonly Reason[];
  /** One result a condition, in the question's order. */
  readonly results: readonly ConditionResult[];
}

/** The answer to a question: every subject is a yes, a no or an unknown, and the three add up to all that were asked about. */
export interface Answered {
  readonly question: Question;
  readonly items: readonly AnsweredItem[];
  readonly counts: Readonly<Record<Answer, number>>;
  /** Things of the subject's kind that the question leaves out, by filter or scope. */
  readonly leftOut: number;
  /** The answer of the question this one goes on with; null: none. */
  readonly base: Answered | null;
}

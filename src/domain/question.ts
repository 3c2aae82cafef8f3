import type { CommuneCode } from "./commune";
import type { DrawnShape } from "./drawnShape";
import type { HazardClass } from "./hazard";
import type { WorkFilter } from "./workFilter";

/** What may be asked about: each is a thing with a place, known more or less. */
export const SUBJECT_SETS = ["works", "villages", "events", "relocations", "communes"] as const;
export type SubjectSet = (typeof SUBJECT_SETS)[number];

/**
 * How a subject may lie to a target. `inside`: all of it, edges included. `touches`: some of it. `apart`: none of it. `within`: some part within a
 * distance, the distance itself included. `beyond`: farther than that. `nearest`: among the so many subjects nearest to the target.
 * `across`: it touches more than one of the target's communes.
 */
export const PREDICATES = ["inside", "touches", "apart", "within", "beyond", "nearest", "across"] as const;
export type Predicate = (typeof PREDICATES)[number];

/** What a subject is held against. */
export type Target =
  /** Susceptibility zones of any of these classes. Ground nobody assessed may hold such a zone too. */
  | { readonly type: "zones"; readonly classes: readonly HazardClass[] }
  /** `sameSector`: for each work only those of its own sector. A work is never its own target. */
  | { readonly type: "works"; readonly filter: WorkFilter; readonly sameSector: boolean }
  /** `povertyFrom`: percent poor and near-poor, at least; null: all villages. */
  | { readonly type: "villages"; readonly povertyFrom: number | null }
  | { readonly type: "events" }
  /** No code: all communes. `neighbours`: those that border them as well. */
  | { readonly type: "communes"; readonly codes: readonly CommuneCode[]; readonly neighbours: boolean }
  | { readonly type: "drawn"; readonly shape: DrawnShape }
  /** A file of the reader's, known to a link by its name and the first 16 hexadecimal digits of its SHA-256. */
  | { readonly type: "layer"; readonly name: string; readonly hash: string };
export type TargetType = Target["type"];
export const TARGET_TYPES = [
  "zones",
  "works",
  "villages",
  "events",
  "communes",
  "drawn",
  "layer",
] as const satisfies readonly TargetType[];

export interface Condition {
  readonly predicate: Predicate;
  /** Metres, for `within` and `beyond`; kept for the others, so that going back and forth loses nothing. */
  readonly metres: number;
  /** How many, for `nearest`. */
  readonly count: number;
  readonly target: Target;
}

export interface Subject {
  readonly set: SubjectSet;
  /** For works; other sets ignore it. */
  readonly filter: WorkFilter;
  /** For villages and communes: percent poor and near-poor, at least; null: all. Where the rate is not known it cannot be told. */
  readonly povertyFrom: number | null;
}

/** Where subjects are looked for. `results`: the communes the answers of the question before lie in. */
export type Scope =
  | { readonly type: "province" }
  | { readonly type: "difficult" }
  | { readonly type: "communes"; readonly codes: readonly CommuneCode[] }
  | { readonly type: "results" };

/** An earlier question whose answers this one goes on with: as its subjects, or as its scope. */
export interface Base {
  readonly question: Question;
  readonly keep: "yes" | "possible";
  readonly as: "subject" | "scope";
}

/**
 * A spatial question, complete in itself: the same question on the same data has the same answer. Conditions are joined by one word. At least one
 * and at most `MOST_CONDITIONS`.
 */
export interface Question {
  readonly subject: Subject;
  readonly joiner: "and" | "or";
  readonly conditions: readonly Condition[];
  readonly scope: Scope;
  readonly base: Base | null;
}

export const MOST_CONDITIONS = 3;
/** Questions one on another. */
export const MOST_BASES = 3;
/** Metres a distance may be asked for. */
export const METRES_RANGE = [1, 50_000] as const;
/** How many nearest may be asked for. */
export const COUNT_RANGE = [1, 50] as const;

/** Whether a target has an inside: then "inside", "touches" and "apart" mean something. A reader's file may; it is asked when it is read. */
export const hasInside = (target: Target): boolean =>
  target.type === "drawn"
    ? target.shape.type === "polygon" || target.shape.type === "circle"
    : target.type === "zones" || target.type === "communes" || target.type === "layer";

/** The predicates that make sense for a target, the first the one proposed. */
export function predicatesFor(target: Target): readonly Predicate[] {
  if (target.type === "communes")
    return ["inside", "touches", "across", "apart", "within", "beyond", "nearest"];
  if (hasInside(target)) return ["touches", "inside", "apart", "within", "beyond", "nearest"];
  if (target.type === "drawn" && target.shape.type === "line")
    return ["within", "beyond", "nearest", "touches", "apart"];
  return ["within", "beyond", "nearest"];
}

/** The condition held against another target, with a relation that makes sense there: its own if it does, else the one proposed. */
export function heldAgainst(condition: Condition, target: Target): Condition {
  const allowed = predicatesFor(target);
  const [proposed = condition.predicate] = allowed;
  return {
    ...condition,
    target,
    predicate: allowed.includes(condition.predicate) ? condition.predicate : proposed,
  };
}

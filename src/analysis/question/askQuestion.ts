import type { CommuneCode } from "@/domain/commune";
import type { Question, Scope } from "@/domain/question";
import type { Answer } from "@/domain/workFilter";
import { filterSnapshot } from "../filterWorks";
import type { Snapshot } from "../snapshot";
import { both, either } from "../spatial/region";
import { povertyKey } from "../takeSnapshot";
import { type Answered, type AnsweredItem, type ConditionResult, REASONS, type Reason } from "./answer";
import { conditionResult, nearestResults } from "./condition";
import { povertyRate } from "./povertyRate";
import type { QuestionContext } from "./targets";
import type { Thing } from "./things";

/** Whether a thing is asked about at all; with `unknown` it stays, and its answer cannot be yes. */
interface Membership {
  readonly answer: Answer;
  readonly because: Reason | null;
}
const IS_ASKED: Membership = { answer: "yes", because: null };

/** Subjects answered between two reports of progress. */
const A_FEW = 16;

/**
 * Answers a question subject by subject. Yields the share that is done, 0–1, so that a caller may show it, rest or stop; returns the answer. Equal
 * questions on equal data give equal answers.
 */
export function* askQuestion(question: Question, context: QuestionContext): Generator<number, Answered> {
  const base = question.base === null ? null : yield* askQuestion(question.base.question, context);
  const kept = keptOf(question, base);
  const { set } = question.subject;
  const all = context.things(set);
  const isShown = shownWorks(question, context);
  const inScope = scopeOf(question.scope, context.snapshot, kept);
  const asked = all.flatMap((thing) => {
    if (isShown !== null && !isShown.has(thing.id)) return [];
    if (
      question.base?.as === "subject" &&
      base !== null &&
      (base.question.subject.set !== set || !kept.ids.has(thing.id))
    )
      return [];
    const memberships = [inScope(thing), poorEnough(question, thing, context.snapshot)];
    const answer = both(memberships.map((membership) => membership.answer));
    return answer === "no"
      ? []
      : [{ thing, answer, because: memberships.flatMap(({ because }) => because ?? []) }];
  });

  const things = asked.map(({ thing }) => thing);
  const isAsked = asked.map(({ answer }) => answer === "yes");
  const columns: ConditionResult[][] = [];
  for (const [at, condition] of question.conditions.entries()) {
    const target = context.target(condition.target);
    const column: ConditionResult[] = [];
    for (const [done, thing] of things.entries()) {
      if (done % A_FEW === 0) yield (at + done / things.length) / question.conditions.length;
      column.push(conditionResult(thing, condition, target));
    }
    columns.push(
      condition.predicate === "nearest" ? [...nearestResults(things, condition, column, isAsked)] : column,
    );
  }

  const items = asked.map(({ thing, answer: membership, because }, index): AnsweredItem => {
    const results = columns.flatMap((column) => column[index] ?? []);
    const answers = results.map(({ answer }) => answer);
    const told = question.joiner === "and" ? both(answers) : either(answers);
    const answer = both([membership, told]);
    const reasons = new Set([
      ...because,
      ...(told === "unknown" ? results.flatMap((result) => result.because ?? []) : []),
    ]);
    return {
      set,
      id: thing.id,
      communeCodes: thing.communeCodes,
      answer,
      because: answer === "unknown" ? REASONS.filter((reason) => reasons.has(reason)) : [],
      results,
    };
  });
  const count = (answer: Answer) => items.filter((item) => item.answer === answer).length;
  return {
    question,
    items,
    counts: { yes: count("yes"), no: count("no"), unknown: count("unknown") },
    leftOut: all.length - items.length,
    base,
  };
}

/** The answer at once, for callers that neither show progress nor stop. */
export function answerNow(question: Question, context: QuestionContext): Answered {
  const asking = askQuestion(question, context);
  for (;;) {
    const step = asking.next();
    if (step.done === true) return step.value;
  }
}

interface Kept {
  readonly ids: ReadonlySet<string>;
  readonly codes: ReadonlySet<CommuneCode>;
  /** Of some subject handed on no commune is stated: it may lie in any. */
  readonly isOpen: boolean;
}

/** What an earlier answer hands on: its subjects, and the communes they lie in. */
function keptOf({ base: asked }: Question, base: Answered | null): Kept {
  const items =
    base?.items.filter(
      ({ answer }) => answer === "yes" || (asked?.keep === "possible" && answer === "unknown"),
    ) ?? [];
  return {
    ids: new Set(items.map(({ id }) => id)),
    codes: new Set(items.flatMap(({ communeCodes }) => communeCodes)),
    isOpen: items.some(({ communeCodes }) => communeCodes.length === 0),
  };
}

/** Works the subject's filter keeps; null: the set has no such filter. */
function shownWorks({ subject }: Question, { snapshot }: QuestionContext): ReadonlySet<string> | null {
  if (subject.set !== "works") return null;
  return new Set(filterSnapshot(snapshot, subject.filter).works.map(({ work }) => work.workId));
}

function scopeOf(scope: Scope, snapshot: Snapshot, kept: Kept): (thing: Thing) => Membership {
  const among =
    (codes: ReadonlySet<CommuneCode>) =>
    ({ communeCodes }: Thing): Membership => {
      if (communeCodes.length === 0) return { answer: "unknown", because: "scope-open" };
      return { answer: communeCodes.some((code) => codes.has(code)) ? "yes" : "no", because: null };
    };
  switch (scope.type) {
    case "province":
      return () => IS_ASKED;
    case "difficult":
      // Until the list of communes is published nobody can say who is on it.
      return snapshot.statuses.size === 0
        ? () => ({ answer: "unknown", because: "scope-open" })
        : among(new Set(snapshot.statuses.keys()));
    case "communes":
      return among(new Set(scope.codes));
    case "results": {
      const isAmong = among(kept.codes);
      return (thing) => {
        const membership = isAmong(thing);
        return membership.answer === "no" && kept.isOpen
          ? { answer: "unknown", because: "scope-open" }
          : membership;
      };
    }
  }
}

function poorEnough(
  { subject: { set, povertyFrom } }: Question,
  { id }: Thing,
  snapshot: Snapshot,
): Membership {
  if (povertyFrom === null || (set !== "villages" && set !== "communes")) return IS_ASKED;
  const rate = povertyRate(snapshot.poverty.get(povertyKey(set === "villages" ? "village" : "commune", id)));
  if (rate.kind === "rate") return { answer: rate.percent >= povertyFrom ? "yes" : "no", because: null };
  return { answer: "unknown", because: rate.kind === "withheld" ? "value-withheld" : "value-missing" };
}

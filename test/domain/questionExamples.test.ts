import { describe, expect, test } from "vitest";
import { COUNT_RANGE, METRES_RANGE, MOST_CONDITIONS, predicatesFor, SUBJECT_SETS } from "@/domain/question";
import { allOf, conditionOf, QUESTION_EXAMPLES } from "@/domain/questionExamples";
import { isUnfiltered } from "@/domain/workFilter";

test("have ids of their own, and ask of every set but events", () => {
  expect(new Set(QUESTION_EXAMPLES.map(({ id }) => id)).size).toBe(QUESTION_EXAMPLES.length);
  expect(new Set(QUESTION_EXAMPLES.map(({ question }) => question.subject.set))).toEqual(
    new Set(SUBJECT_SETS.filter((set) => set !== "events")),
  );
});

describe.each(QUESTION_EXAMPLES)("$id", ({ question }) => {
  test("asks what its target can be asked, within the ranges", () => {
    expect(question.conditions.length).toBeGreaterThan(0);
    expect(question.conditions.length).toBeLessThanOrEqual(MOST_CONDITIONS);
    for (const { predicate, metres, count, target } of question.conditions) {
      expect(predicatesFor(target)).toContain(predicate);
      expect(metres).toBeGreaterThanOrEqual(METRES_RANGE[0]);
      expect(metres).toBeLessThanOrEqual(METRES_RANGE[1]);
      expect(count).toBeGreaterThanOrEqual(COUNT_RANGE[0]);
      expect(count).toBeLessThanOrEqual(COUNT_RANGE[1]);
    }
  });

  test("filters works only, and a rate only where there is one", () => {
    const { set, filter, povertyFrom } = question.subject;
    if (set !== "works") expect(isUnfiltered(filter)).toBe(true);
    if (povertyFrom !== null) expect(["villages", "communes"]).toContain(set);
  });

  test("stands alone, in all the province", () =>
    expect([question.scope, question.base]).toEqual([{ type: "province" }, null]));
});

test("a new subject and a new condition carry nothing the reader did not ask for", () => {
  for (const set of SUBJECT_SETS) {
    expect(allOf(set)).toMatchObject({ set, povertyFrom: null });
    expect(isUnfiltered(allOf(set).filter)).toBe(true);
  }
  expect(conditionOf("within", { type: "events" })).toEqual({
    predicate: "within",
    metres: 500,
    count: 3,
    target: { type: "events" },
  });
  expect(conditionOf("beyond", { type: "events" }, 3000).metres).toBe(3000);
});

import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { DRAWN_TYPES } from "@/domain/drawnShape";
import { PREDICATES, type Question, SUBJECT_SETS, TARGET_TYPES } from "@/domain/question";
import type { Known } from "@/state/params";
import { readView, writeView } from "@/state/params";
import { readQuestion, writeQuestion } from "@/state/questionText";

const folder = fileURLToPath(new URL("questions/", import.meta.url));
const recorded = readdirSync(folder).flatMap(
  (name) => JSON.parse(readFileSync(`${folder}${name}`, "utf8")) as string[],
);

const ANY_ID: Known = {
  indicator: () => true,
  layer: () => true,
  subject: () => true,
  body: () => true,
  days: null,
};
const read = (text: string): Question | null => readQuestion(text, ANY_ID);

it.each(recorded)("the question %s is read, and written as it was", (text) => {
  const question = read(text);
  expect(question).not.toBeNull();
  if (question !== null) expect(writeQuestion(question)).toBe(text);
  // On its way through an address, too.
  const { view } = readView("", ANY_ID);
  const address = writeView({ ...view, question: text });
  expect(readView(address, ANY_ID).view.question).toBe(text);
});

it("every form a question can have is among them", () => {
  const questions = recorded.flatMap((text) => read(text) ?? []);
  const conditions = questions.flatMap((question) => question.conditions);
  const targets = conditions.map(({ target }) => target);
  const covers = <Value>(all: readonly Value[], found: readonly Value[]) =>
    expect(all.filter((value) => !found.includes(value))).toEqual([]);
  covers(
    SUBJECT_SETS,
    questions.map(({ subject }) => subject.set),
  );
  covers(
    PREDICATES,
    conditions.map(({ predicate }) => predicate),
  );
  covers(
    TARGET_TYPES,
    targets.map(({ type }) => type),
  );
  covers(
    DRAWN_TYPES,
    targets.flatMap((target) => (target.type === "drawn" ? [target.shape.type] : [])),
  );
  covers(
    ["province", "difficult", "communes", "results"],
    questions.map(({ scope }) => scope.type),
  );
  covers(
    ["y.s", "p.c"],
    recorded.flatMap((text) => /b\.([yp]\.[sc])/.exec(text)?.[1] ?? []),
  );
});

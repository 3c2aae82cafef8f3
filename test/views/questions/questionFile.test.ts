import { expect, test } from "vitest";
import { QUESTION_EXAMPLES } from "@/domain/questionExamples";
import type { Known } from "@/state/params";
import { writeQuestion } from "@/state/questionText";
import { readQuestionFile, writeQuestionFile } from "@/views/explore/questions/questionFile";

const KNOWN: Known = {
  indicator: () => true,
  layer: () => true,
  subject: () => true,
  body: () => true,
  days: null,
};

test("a question comes back from its file", () => {
  for (const { question } of QUESTION_EXAMPLES) {
    const read = readQuestionFile(writeQuestionFile(question, "câu hỏi", "0123456789ab"), KNOWN);
    expect(read === null ? "" : writeQuestion(read)).toBe(writeQuestion(question));
  }
});

test("a file may hold a question no link could", () => {
  const corners = Array.from({ length: 400 }, (_, index) => `106.${10_000 + index},21.3`).join(",");
  const text = `w~to!d:pg:${corners}`;
  const file = JSON.stringify({ format: "ct22-question", version: 1, question: text });
  expect(text.length).toBeGreaterThan(4000);
  expect(readQuestionFile(file, KNOWN)?.conditions[0]?.target).toMatchObject({ type: "drawn" });
});

test.each([
  ["", "nothing"],
  ["{", "broken JSON"],
  ["null", "null"],
  ["[]", "a list"],
  ['{"question":"w~to!z:high"}', "another format"],
  ['{"format":"ct22-question","question":3}', "a number"],
  ['{"format":"ct22-question","question":"w~to!z:high~x"}', "half a question"],
])("a file that holds no question is none: %s (%s)", (text) => {
  expect(readQuestionFile(text, KNOWN)).toBeNull();
});

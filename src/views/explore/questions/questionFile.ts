import type { Question } from "@/domain/question";
import type { Known } from "@/state/params";
import { readQuestion, writeQuestion } from "@/state/questionText";

/** What a question file is told by. */
const FORMAT = "ct22-question";

/** A question as a file, for one that is too long for a link: its text, its words for whoever opens the file, and the release it was answered on. */
export const writeQuestionFile = (question: Question, words: string, release: string | null): string =>
  `${JSON.stringify({ format: FORMAT, version: 1, words, question: writeQuestion(question), release }, null, 2)}\n`;

/** The question of a file; null when the file holds none that can be read whole. Never throws. */
export function readQuestionFile(text: string, known: Known): Question | null {
  try {
    const file: unknown = JSON.parse(text);
    if (typeof file !== "object" || file === null) return null;
    const { format, question } = file as { readonly format?: unknown; readonly question?: unknown };
    return format === FORMAT && typeof question === "string"
      ? readQuestion(question, known, Number.POSITIVE_INFINITY)
      : null;
  } catch {
    return null;
  }
}

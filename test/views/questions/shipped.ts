import { readFileSync } from "node:fs";
import { answerNow } from "@/analysis/question/askQuestion";
import { questionContext } from "@/analysis/question/targets";
import { takeSnapshot } from "@/analysis/takeSnapshot";
import { loadFineBoundaries, parseRegister } from "@/datasets";
import { isoDate } from "@/domain/date";
import type { Question } from "@/domain/question";
import { QUESTION_EXAMPLES } from "@/domain/questionExamples";
import type { Locale } from "@/i18n/locale";
import { messagesFor } from "@/i18n/messages";
import { decodeBoundaries } from "@/scene/geometry";
import { itemFacts } from "@/views/explore/questions/itemFacts";

const read = async (path: string) => readFileSync(`public/data/${path}`, "utf8");
export const { register } = await parseRegister(read);
export const { communes } = decodeBoundaries(await loadFineBoundaries(read));
export const snapshot = takeSnapshot(register, isoDate("2028-09-30"));
const context = questionContext(snapshot, communes, null);

/** The ready questions answered on the data that is shipped. */
export const answered = QUESTION_EXAMPLES.map(({ id, question }) => ({
  id,
  question: question as Question,
  answered: answerNow(question, context),
}));
export const answerOf = (id: (typeof QUESTION_EXAMPLES)[number]["id"]) =>
  answered.find((each) => each.id === id)!.answered;

export const readingIn = (locale: Locale) => ({
  locale,
  messages: messagesFor(locale),
  snapshot,
  communeByCode: new Map(register.communes.map((commune) => [commune.code, commune])),
  villageById: new Map(register.villages.map((village) => [village.villageId, village])),
  sourceById: new Map(register.sources.map((source) => [source.sourceId, source])),
});
export const factsIn = (locale: Locale) => itemFacts(readingIn(locale), communes);

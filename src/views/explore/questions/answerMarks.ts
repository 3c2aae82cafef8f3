import type { AnsweredItem } from "@/analysis/question/answer";
import type { Commune, CommuneCode } from "@/domain/commune";
import type { LonLat } from "@/domain/units";
import type { Answer } from "@/domain/workFilter";
import type { ItemFacts } from "./itemFacts";

/** A mark of an answer on the map. Order of the list is the order of drawing: no below, yes on top. */
export type AnswerMark =
  | { readonly type: "place"; readonly key: string; readonly answer: Answer; readonly point: LonLat }
  | {
      readonly type: "line";
      readonly key: string;
      readonly answer: Answer;
      readonly line: readonly (readonly LonLat[])[];
    }
  /** A commune that was itself asked about. */
  | { readonly type: "commune"; readonly key: string; readonly answer: Answer; readonly code: CommuneCode }
  /** Things of which only the commune is known: how many of each answer. One in several communes counts in each. */
  | {
      readonly type: "count";
      readonly key: string;
      readonly point: LonLat;
      readonly counts: Readonly<Record<Answer, number>>;
    };

const ORDER: readonly Answer[] = ["no", "unknown", "yes"];

/** A mark for every item that has any place, and how many have none. */
export function answerMarks(
  items: readonly AnsweredItem[],
  factsOf: (item: AnsweredItem) => ItemFacts,
  communeByCode: ReadonlyMap<CommuneCode, Commune>,
): { readonly marks: readonly AnswerMark[]; readonly unplaced: number } {
  const marks: AnswerMark[] = [];
  const counts = new Map<CommuneCode, Record<Answer, number>>();
  let unplaced = 0;
  for (const item of items.toSorted((a, b) => ORDER.indexOf(a.answer) - ORDER.indexOf(b.answer))) {
    const { set, id, answer, communeCodes } = item;
    const { point, line } = factsOf(item);
    const key = `${set}-${id}`;
    const [code] = communeCodes;
    if (set === "communes" && code !== undefined) marks.push({ type: "commune", key, answer, code });
    else if (line !== null) marks.push({ type: "line", key, answer, line });
    else if (point !== null) marks.push({ type: "place", key, answer, point });
    else if (communeCodes.length === 0) unplaced += 1;
    else
      for (const each of communeCodes) {
        const found = counts.get(each) ?? { yes: 0, no: 0, unknown: 0 };
        found[answer] += 1;
        counts.set(each, found);
      }
  }
  for (const [code, found] of counts) {
    const point = communeByCode.get(code)?.labelPoint;
    if (point !== undefined) marks.push({ type: "count", key: `count-${code}`, point, counts: found });
  }
  return { marks, unplaced };
}

import { useState } from "react";
import type { Answered, AnsweredItem } from "@/analysis/question/answer";
import type { Answer } from "@/domain/workFilter";
import { formatNumber } from "@/i18n/format";
import { questionMessages } from "@/i18n/messages/questions";
import { useExplore } from "../context";
import { measureText, reasonText, settlesText } from "./answerWords";
import type { ItemFacts } from "./itemFacts";
import type { QuestionReading } from "./questionWords";

type FactsOf = (item: Pick<AnsweredItem, "set" | "id" | "communeCodes">) => ItemFacts;

/** What a reader came for comes first; what is not so, last. */
export const GROUPS: readonly Answer[] = ["yes", "unknown", "no"];
/** Rows of a group until more are asked for. */
const FIRST_ROWS = 12;

/** The answer item by item, grouped by answer: name, distance or share, and for what cannot be told why, and what would settle it. */
export function AnswerGroups({
  answered,
  reading,
  factsOf,
}: {
  readonly answered: Answered;
  readonly reading: QuestionReading;
  readonly factsOf: FactsOf;
}) {
  const words = questionMessages[reading.locale];
  return GROUPS.map((answer) => {
    const items = answered.items.filter((item) => item.answer === answer);
    return items.length === 0 ? null : (
      <details key={answer} className="ask__group" open={answer !== "no"} id={`answer-${answer}`}>
        <summary className="section__title section__title--strong">
          {words[`group.${answer}`](formatNumber(reading.locale, items.length))}
        </summary>
        <Group
          title={words[`group.${answer}`](formatNumber(reading.locale, items.length))}
          items={inOrder(items)}
          reading={reading}
          factsOf={factsOf}
        />
      </details>
    );
  });
}

/** What was measured of an item, condition by condition; empty: nothing. */
export const measuresOf = (
  reading: QuestionReading,
  { results }: AnsweredItem,
  factsOf: FactsOf,
): readonly string[] =>
  results.flatMap((result, at) => {
    const text = measureText(reading, result, factsOf);
    if (text === null) return [];
    return [results.length > 1 ? `${formatNumber(reading.locale, at + 1)}) ${text}` : text];
  });

const leastOf = ({ results }: AnsweredItem) => results[0]?.interval?.atLeast ?? Number.POSITIVE_INFINITY;
const shareOf = ({ results }: AnsweredItem) => {
  const share = results[0]?.share ?? null;
  return share === null || share.whole === 0 ? 0 : share.inside / share.whole;
};
/** Largest share first, then the nearest; otherwise as the register has them. */
export const inOrder = (items: readonly AnsweredItem[]): readonly AnsweredItem[] =>
  items.toSorted((a, b) => {
    const byShare = shareOf(b) - shareOf(a);
    if (byShare !== 0) return byShare;
    const [left, right] = [leastOf(a), leastOf(b)];
    return left === right ? 0 : left - right;
  });

function Group({
  title,
  items,
  reading,
  factsOf,
}: {
  readonly title: string;
  readonly items: readonly AnsweredItem[];
  readonly reading: QuestionReading;
  readonly factsOf: FactsOf;
}) {
  const { select } = useExplore();
  const { locale } = reading;
  const words = questionMessages[locale];
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? items : items.slice(0, FIRST_ROWS);
  const rows = shown.map((item) => ({
    item,
    measures: measuresOf(reading, item, factsOf),
  }));
  const isMeasured = rows.some(({ measures }) => measures.length > 0);
  return (
    <>
      <table className="table ask__table">
        <caption className="hidden-text">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{words.name}</th>
            {isMeasured && <th scope="col">{words.measure}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ item, measures }) => {
            const { name, opens } = factsOf(item);
            return (
              <tr key={`${item.set} ${item.id}`}>
                <th scope="row">
                  {opens === null ? (
                    name
                  ) : (
                    <button type="button" className="ask__open" onClick={() => select(opens)}>
                      {name}
                    </button>
                  )}
                  {item.answer === "unknown" && (
                    <span className="ask__why">
                      {item.because.map((reason) => reasonText(locale, reason)).join("; ")}.{" "}
                      <span className="ask__settles">
                        {words.settles}: {settlesText(locale, item)}.
                      </span>
                    </span>
                  )}
                </th>
                {isMeasured && (
                  <td>
                    {measures.map((text) => (
                      <span key={text} className="ask__measure">
                        {text}
                      </span>
                    ))}
                  </td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
      {items.length > shown.length && (
        <button type="button" className="button" onClick={() => setWhole(true)}>
          {words.showAll(formatNumber(locale, items.length))}
        </button>
      )}
    </>
  );
}

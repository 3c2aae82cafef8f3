import { useCallback, useMemo, useState } from "react";
import type { Question } from "@/domain/question";
import { type Known, LONGEST_QUESTION, writeView } from "@/state/params";
import { LONGEST_ADDRESS, readQuestion, writeQuestion } from "@/state/questionText";
import type { ViewState } from "@/state/view";
import type { ExploreActions } from "../actions";

/** First digits of a release that a link carries. */
const RELEASE_DIGITS = 8;

/** Characters of the whole address with a view in it. */
const addressLength = (view: ViewState): number =>
  `${location.origin}${location.pathname}${writeView(view)}`.length;

/** How a question came about: chosen – back undoes it – or typed, where back would undo every key. */
export type Manner = "choose" | "move";

/**
 * The question in hand. The address is where it lives; beside it only what an address cannot hold is kept: distances that the present relation does
 * not use, and a question too long for a link.
 */
export function useQuestion(
  view: ViewState,
  known: Known,
  { choose, move }: Pick<ExploreActions, "choose" | "move">,
  release: string | null,
): {
  readonly question: Question | null;
  /** As a link would hold it; equal texts are equal questions. "" without a question. */
  readonly text: string;
  /** The link holds a question that cannot be read. */
  readonly isUnread: boolean;
  /** The question is longer than a link may be. */
  readonly isTooLong: boolean;
  /** The data are not those the link was made on. */
  readonly isChanged: boolean;
  readonly ask: (question: Question, manner: Manner) => void;
} {
  const [draft, setDraft] = useState<{ readonly question: Question; readonly text: string } | null>(null);
  const [isTooLong, setTooLong] = useState(false);
  const linked = useMemo(
    () => (view.question === null ? null : readQuestion(view.question, known)),
    [view.question, known],
  );
  const holds = draft !== null && (draft.text === view.question || (isTooLong && view.question === null));
  const question = holds ? draft.question : linked;
  const current = release === null ? null : release.slice(0, RELEASE_DIGITS);
  const ask = useCallback(
    (next: Question, manner: Manner) => {
      const text = writeQuestion(next);
      const fits =
        text.length <= LONGEST_QUESTION &&
        addressLength({ ...view, question: text, answeredOn: current }) <= LONGEST_ADDRESS;
      setDraft({ question: next, text });
      setTooLong(!fits);
      const change = fits ? { question: text, answeredOn: current } : { question: null, answeredOn: null };
      if (manner === "choose") choose(change);
      else move(change);
    },
    [view, current, choose, move],
  );
  return {
    question,
    text: useMemo(() => (question === null ? "" : writeQuestion(question)), [question]),
    isUnread: view.question !== null && question === null,
    isTooLong: isTooLong && view.question === null && question !== null,
    isChanged: view.answeredOn !== null && current !== null && view.answeredOn !== current,
    ask,
  };
}

import type { WorkState } from "@/analysis/snapshot";
import { hazardAnswersMessages } from "@/i18n/messages/hazardAnswers";
import { useExplore } from "./context";
import { useHazardAnswers } from "./useHazardAnswers";

/** How many of a commune's works lie in zones of high susceptibility: yes, no, cannot be told. */
export function HazardAnswersOfWorks({ states }: { readonly states: readonly WorkState[] }) {
  const h = hazardAnswersMessages[useExplore().locale];
  const answers = useHazardAnswers(states);
  if (answers === null) return null;
  const count = (answer: "yes" | "no" | "unknown") =>
    states.filter(({ work }) => (answers.get(work.workId)?.answer ?? "unknown") === answer).length;
  return (
    <>
      <p className="pair__label">{h.hazardWorks}</p>
      <p className="pair__value">{h.hazardAnswers(count("yes"), count("no"), count("unknown"))}</p>
      <p className="pair__note">
        {h.hazardOfWorks(states.length)}. {h.hazardMethod}
      </p>
    </>
  );
}

/** The answer for one work, with its reason. */
export function HazardAnswerOfWork({ states }: { readonly states: readonly [WorkState] }) {
  const { messages, locale } = useExplore();
  const h = hazardAnswersMessages[locale];
  const answer = useHazardAnswers(states)?.get(states[0].work.workId);
  if (answer === undefined) return null;
  return (
    <>
      <p className="pair__value">{messages.domain[`answer.${answer.answer}`]}</p>
      <p className="pair__note">
        {h[`hazardReason.${answer.reason}`]}. {h.hazardMethod}
      </p>
    </>
  );
}

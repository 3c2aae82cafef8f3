import { questionMessages } from "@/i18n/messages/questions";
import { useExplore } from "../context";
import { AnswerSign } from "./AnswerMarks";

/** What the marks of an answer mean. `hasCounts`: some of them are numbers of a commune. */
export function AnswerKey({ hasCounts }: { readonly hasCounts: boolean }) {
  const { locale } = useExplore();
  const words = questionMessages[locale];
  return (
    <p className="ask__key">
      <span className="hidden-text">{words.mapKey}: </span>
      {(["yes", "unknown", "no"] as const).map((one) => (
        <span key={one} className="ask__key-entry">
          <AnswerSign answer={one} /> {words[`is.${one}`]}
        </span>
      ))}
      {hasCounts && (
        <span className="ask__key-entry">
          <AnswerSign answer="count" /> {words.keyCommune}
        </span>
      )}
    </p>
  );
}

import { compareAnswerMessages } from "@/i18n/messages/compareAnswer";
import { usePage } from "../../page/context";

/** The list of the 97 is not public: what this part would say, and who has what is missing. A state of its own, not an error. */
export function EmptyRegister({ part }: { readonly part: "late" | "changes" | "money" }) {
  const { locale, messages } = usePage();
  const m = compareAnswerMessages[locale];
  return (
    <div className="answer-empty">
      <p className="answer-empty__title">{m[`empty.${part}`]}</p>
      <p>{m.emptyText}</p>
      <p>{m.missing(messages.explore["missing.register"])}</p>
    </div>
  );
}

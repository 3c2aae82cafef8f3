import { useEffect } from "react";
import { helpMessages } from "@/i18n/messages/help";
import { useExplore } from "../context";
import "./help.css";

/** Three sentences for who comes first: beside what they speak of, never in its way, gone for good when dismissed. */
export function FirstVisitHint({ onDismiss }: { readonly onDismiss: () => void }) {
  const { locale } = useExplore();
  const m = helpMessages[locale];
  useEffect(() => {
    const dismiss = (event: KeyboardEvent) => event.key === "Escape" && onDismiss();
    window.addEventListener("keydown", dismiss);
    return () => window.removeEventListener("keydown", dismiss);
  }, [onDismiss]);
  return (
    <section className="hint card" aria-label={m.hintTitle}>
      <p className="strong">{m.hintTitle}</p>
      <p className="hint__pointer">{m.hintPointer}</p>
      <p className="hint__touch">{m.hintTouch}</p>
      <button type="button" className="button hint__button" onClick={onDismiss}>
        {m.understood}
      </button>
    </section>
  );
}

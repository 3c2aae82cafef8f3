import { type ReactNode, useEffect, useRef } from "react";
import { Icon } from "@/ui/icons";
import { useExplore } from "./context";

/** Kicker, name and close button of a selection. The name takes the focus when the panel was opened by keyboard. */
export function PanelHead({
  kicker,
  name,
  code,
  children,
}: {
  readonly kicker: string;
  readonly name: string;
  readonly code?: string;
  readonly children?: ReactNode;
}) {
  const { messages, select } = useExplore();
  return (
    <div className="panel__top">
      <div className="panel__head">
        <p className="panel__kicker">{kicker}</p>
        <button
          type="button"
          className="button button--icon button--plain needs-script"
          aria-label={messages.explore.closePanel}
          onClick={() => select(null)}
        >
          <Icon name="close" />
        </button>
      </div>
      <h2 className={`panel__name${name.length > 24 ? " panel__name--long" : ""}`}>
        {name} {code !== undefined && <span className="panel__code">{code}</span>}
      </h2>
      {children !== undefined && <div className="panel__facts">{children}</div>}
      <hr className="panel__rule" />
    </div>
  );
}

/** Scrolls a panel back to its top when it shows something else. */
export function useScrollToTop(key: string) {
  const panel = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key is the reason to scroll
  useEffect(() => {
    // With the next frame: at once it would lay the whole page out within the task that changed it.
    const frame = requestAnimationFrame(() => panel.current?.scrollTo({ top: 0 }));
    return () => cancelAnimationFrame(frame);
  }, [key]);
  return panel;
}

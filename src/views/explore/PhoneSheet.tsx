import { type PointerEvent, type ReactNode, useRef } from "react";
import { useExplore } from "./context";
import { TABS, type Tab } from "./Section";

/** Stops of the bottom sheet on a phone: 96 px, half, almost all. */
export const STOPS = ["low", "mid", "high"] as const;
export type Stop = (typeof STOPS)[number];

const LOW_PX = 96;
const HEIGHTS: Record<Stop, (windowHeight: number) => number> = {
  low: () => LOW_PX,
  mid: (height) => height * 0.5,
  high: (height) => height * 0.92,
};
/** A finger that moved less than this has tapped. */
const TAP_PX = 6;

/** The stop whose height is nearest, leaning the way the finger was going. Heights in CSS px; speed px/ms, up positive. */
export function nearestStop(height: number, speed: number, windowHeight: number): Stop {
  const aim = height + speed * 150;
  return STOPS.reduce((best, stop) =>
    Math.abs(HEIGHTS[stop](windowHeight) - aim) < Math.abs(HEIGHTS[best](windowHeight) - aim) ? stop : best,
  );
}

/**
 * The container of all panels. Wide: it is not there (display: contents). Below 1024 px: one panel with tabs. Below 640 px:
 * a bottom sheet, dragged by its bar or tapped from stop to stop.
 */
export function PhoneSheet({
  title,
  tab,
  stop,
  onTab,
  onStop,
  worksCount,
  children,
}: {
  readonly title: string;
  readonly tab: Tab;
  readonly stop: Stop;
  readonly onTab: (tab: Tab) => void;
  readonly onStop: (stop: Stop) => void;
  readonly worksCount: number;
  readonly children: ReactNode;
}) {
  const m = useExplore().messages.explore;
  const sheet = useRef<HTMLDivElement>(null);
  const drag = useRef<{
    startY: number;
    startHeight: number;
    lastY: number;
    lastTime: number;
    speed: number;
  } | null>(null);

  const begin = (event: PointerEvent<HTMLElement>) => {
    const element = sheet.current;
    if (element === null || !window.matchMedia("(max-width: 639px)").matches) return;
    if (event.target instanceof Element && event.target.closest(".tabs") !== null) return;
    const { clientY: y, timeStamp } = event;
    drag.current = { startY: y, startHeight: element.offsetHeight, lastY: y, lastTime: timeStamp, speed: 0 };
  };
  const move = (event: PointerEvent<HTMLElement>) => {
    const at = drag.current;
    const element = sheet.current;
    if (at === null || element === null) return;
    // Captured only once it is a drag: a captured tap would not reach the button below it as a click.
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) {
      if (Math.abs(at.startY - event.clientY) < TAP_PX) return;
      event.currentTarget.setPointerCapture(event.pointerId);
    }
    const elapsed = event.timeStamp - at.lastTime;
    if (elapsed > 0) at.speed = (at.lastY - event.clientY) / elapsed;
    at.lastY = event.clientY;
    at.lastTime = event.timeStamp;
    const height = Math.max(
      LOW_PX,
      Math.min(HEIGHTS.high(window.innerHeight), at.startHeight + at.startY - event.clientY),
    );
    element.classList.add("sheet--dragging");
    // Through the object model, which the policy allows; the stylesheet takes over again at the end.
    element.style.setProperty("height", `${height}px`);
  };
  const end = () => {
    const at = drag.current;
    const element = sheet.current;
    drag.current = null;
    if (at === null || element === null) return;
    const height = element.offsetHeight;
    element.classList.remove("sheet--dragging");
    element.style.removeProperty("height");
    if (Math.abs(at.startY - at.lastY) >= TAP_PX) onStop(nearestStop(height, at.speed, window.innerHeight));
  };
  return (
    <div className="sheet" ref={sheet}>
      <section
        aria-label={m.tabs}
        className="sheet__bar"
        onPointerDown={begin}
        onPointerMove={move}
        onPointerUp={end}
        onPointerCancel={end}
      >
        <button
          type="button"
          className="sheet__handle needs-script"
          aria-label={m.sheetHandle}
          aria-expanded={stop !== "low"}
          onClick={() => onStop(stop === "low" ? "mid" : stop === "mid" ? "high" : "low")}
        />
        <h2 className="sheet__title">{title}</h2>
        <div className="tabs">
          {TABS.map((name) => (
            <button
              key={name}
              type="button"
              className="tabs__tab"
              aria-pressed={tab === name}
              onClick={() => onTab(name)}
            >
              {m[`tab.${name}`]}
              {name === "works" && worksCount > 0 && <span className="muted"> {worksCount}</span>}
            </button>
          ))}
        </div>
      </section>
      {children}
    </div>
  );
}

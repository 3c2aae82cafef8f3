import { useEffect, useRef, useState } from "react";
import { formatNumber } from "@/i18n/format";
import { arrangeMessages } from "@/i18n/messages/arrange";
import { completeOrder, MOVABLE_LAYERS } from "@/scene/arrange";
import type { LayerLegend } from "@/scene/scene";
import type { ViewState } from "@/state/view";
import { useExplore, useShown } from "../context";
import "./layers.css";

/** The layers after one has moved to another's place; null when that is the usual order again. */
export function movedTo(order: readonly string[], layer: string, place: number): readonly string[] | null {
  const rest = order.filter((id) => id !== layer);
  const to = Math.max(0, Math.min(rest.length, place));
  const next = [...rest.slice(0, to), layer, ...rest.slice(to)];
  return next.every((id, index) => id === MOVABLE_LAYERS[index]) ? null : next;
}

const OPAQUE = 100;
const LEAST = 5;

/** The opacities after one has changed; an opaque layer is not listed. */
export function faded(
  opacity: Readonly<Record<string, number>>,
  layer: string,
  percent: number,
): Readonly<Record<string, number>> {
  const { [layer]: _, ...others } = opacity;
  return percent >= OPAQUE ? others : { ...others, [layer]: Math.max(LEAST, percent) };
}

/**
 * The layers that are on, from the top down, each with its opacity; order by drag, by buttons and by Alt + arrow keys. Layers that
 * are off keep their place and are not shown.
 */
export function LayerArranger({
  layers,
  onChange,
  onFade,
  announce,
}: {
  readonly layers: readonly LayerLegend[];
  readonly onChange: (change: Partial<Pick<ViewState, "order" | "opacity">>) => void;
  /** While a slider moves: the address follows, "back" skips it. */
  readonly onFade: (opacity: ViewState["opacity"]) => void;
  readonly announce: (text: string) => void;
}) {
  const { locale } = useExplore();
  const { view } = useShown();
  const m = arrangeMessages[locale];
  const list = useRef<HTMLOListElement>(null);
  const [dragged, setDragged] = useState<string | null>(null);
  const order = completeOrder(view.order);
  const titleOf = new Map(layers.map(({ layer, title }) => [layer, title]));
  const isShown = new Set(
    layers.filter(({ on, unavailable }) => on && unavailable === null).map(({ layer }) => layer),
  );
  const shown = order.filter((layer) => isShown.has(layer));

  /** Moves a layer to the place the shown layer at `index` has. */
  const moveTo = (layer: string, index: number) => {
    const target = shown[Math.max(0, Math.min(shown.length - 1, index))];
    if (target === undefined || target === layer) return;
    onChange({ order: movedTo(order, layer, order.indexOf(target)) });
    const place = Math.max(0, Math.min(shown.length - 1, index)) + 1;
    announce(
      m.moved(titleOf.get(layer) ?? layer, formatNumber(locale, place), formatNumber(locale, shown.length)),
    );
  };
  // On the window: a row that changes places loses the pointer it had captured. Where it is let go counts too, whatever moves a slow
  // machine left out before.
  useEffect(() => {
    if (dragged === null) return;
    const follow = ({ clientY }: PointerEvent) => {
      if (list.current === null) return;
      const rows = [...list.current.children];
      const index = rows.findIndex((row) => clientY < row.getBoundingClientRect().bottom);
      moveTo(dragged, index < 0 ? rows.length - 1 : index);
    };
    const letGo = (event: PointerEvent) => {
      follow(event);
      setDragged(null);
    };
    const giveUp = () => setDragged(null);
    addEventListener("pointermove", follow);
    addEventListener("pointerup", letGo);
    addEventListener("pointercancel", giveUp);
    return () => {
      removeEventListener("pointermove", follow);
      removeEventListener("pointerup", letGo);
      removeEventListener("pointercancel", giveUp);
    };
  });

  return (
    <div className="arranger">
      <p className="pair__note">{m.intro}</p>
      <ol className="arranger__list" ref={list}>
        {shown.map((layer, index) => {
          const title = titleOf.get(layer) ?? layer;
          const percent = view.opacity[layer] ?? OPAQUE;
          return (
            <li key={layer} className={`arranger__row${dragged === layer ? " arranger__row--dragged" : ""}`}>
              <span
                className="arranger__handle"
                aria-hidden="true"
                onPointerDown={(event) => {
                  event.preventDefault();
                  setDragged(layer);
                }}
              >
                <svg viewBox="0 0 12 18" width="12" height="18" aria-hidden="true">
                  <path
                    d="M3 4h.01M9 4h.01M3 9h.01M9 9h.01M3 14h.01M9 14h.01"
                    stroke="currentColor"
                    strokeWidth="2.4"
                    strokeLinecap="round"
                  />
                </svg>
              </span>
              <span className="arranger__title">{title}</span>
              <button
                type="button"
                className="button button--icon arranger__move"
                aria-label={m.up(title)}
                disabled={index === 0}
                onClick={() => moveTo(layer, index - 1)}
              >
                <svg
                  className="icon"
                  viewBox="0 0 18 18"
                  fill="none"
                  stroke="currentColor"
                  strokeWidth="1.5"
                  aria-hidden="true"
                >
                  <path d="M3.5 11.5L9 6l5.5 5.5" />
                </svg>
              </button>
              <button
                type="button"
                className="button button--icon arranger__move"
                aria-label={m.down(title)}
                disabled={index === shown.length - 1}
                onClick={() => moveTo(layer, index + 1)}
              >
                <svg
                  className="icon"
                  viewBox="0 0 18 18"
                  fill="none"
                  stroke="currentColor"
                  strokeWidth="1.5"
                  aria-hidden="true"
                >
                  <path d="M3.5 6.5L9 12l5.5-5.5" />
                </svg>
              </button>
              <label className="arranger__opacity">
                <input
                  type="range"
                  min={LEAST}
                  max={OPAQUE}
                  step={LEAST}
                  value={percent}
                  aria-label={m.opacity(title)}
                  aria-valuetext={m.percent(formatNumber(locale, percent))}
                  onChange={(event) => onFade(faded(view.opacity, layer, event.currentTarget.valueAsNumber))}
                />
                <span className="arranger__percent">{m.percent(formatNumber(locale, percent))}</span>
              </label>
            </li>
          );
        })}
      </ol>
      {(view.order !== null || Object.keys(view.opacity).length > 0) && (
        <button
          type="button"
          className="button button--text"
          onClick={() => onChange({ order: null, opacity: {} })}
        >
          {m.reset}
        </button>
      )}
    </div>
  );
}

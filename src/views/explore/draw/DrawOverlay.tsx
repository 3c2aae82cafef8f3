import {
  type KeyboardEvent,
  type SyntheticEvent,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import type { DrawnShape } from "@/domain/drawnShape";
import type { Locale } from "@/i18n/locale";
import { drawMessages } from "@/i18n/messages/draw";
import type { Camera } from "@/scene/scene";
import type { Size } from "../data";
import { DrawingLayer } from "./DrawingLayer";
import { crossWithin, type Frame, type Step, startDrawing, stepped } from "./drawing";
import { barText, nextText, spokenText } from "./drawWords";
import { stepOfKey } from "./keyboardDrawing";
import type { TerraDrawing } from "./terraDrawing";
import "./draw.css";

export { DrawnShapeMark } from "./DrawnShapeMark";

/** CSS px that still count as the same place: for a mouse, for a finger. */
const REACH_PX = 10;
const FINGER_REACH_PX = 22;
/** CSS px kept free between the cross-hair and the bar. */
const CLEAR_PX = 20;

const stop = (event: SyntheticEvent) => event.stopPropagation();

/** A click comes this long after the release it belongs to, at most. */
const CLICK_MS = 500;

/** The click that still follows a finger's release must not reach the map, which the overlay has left by then. */
function swallowClick() {
  const swallow = (event: Event) => {
    if (event.type === "click") event.stopPropagation();
    end();
  };
  const end = () => {
    clearTimeout(timer);
    for (const type of ["click", "pointerdown"]) window.removeEventListener(type, swallow, { capture: true });
  };
  const timer = setTimeout(end, CLICK_MS);
  for (const type of ["click", "pointerdown"]) window.addEventListener(type, swallow, { capture: true });
}

interface DrawOverlayProps {
  readonly kind: DrawnShape["type"];
  readonly camera: Camera;
  readonly size: Size;
  readonly locale: Locale;
  readonly onDone: (shape: DrawnShape) => void;
  readonly onCancel: () => void;
  readonly announce: (text: string) => void;
}

/** Over the map while a shape is drawn, with mouse, pen, finger or keys: takes the pointer and the focus, and gives both back. */
export function DrawOverlay(props: DrawOverlayProps) {
  return <OneDrawing key={props.kind} {...props} />;
}

function OneDrawing({ kind, camera, size, locale, onDone, onCancel, announce }: DrawOverlayProps) {
  const words = drawMessages[locale];
  const pane = useRef<HTMLDivElement>(null);
  const bar = useRef<HTMLElement>(null);
  const terra = useRef<TerraDrawing | null>(null);
  const nextId = useId();
  const helpId = useId();
  const [drawing, setDrawing] = useState(() => startDrawing(kind, size, false));
  // Events of one moment follow on each other before anything is drawn again.
  const current = useRef(drawing);
  const frame: Frame = { camera, size };
  const latest = useRef({ frame, locale, onDone, onCancel, announce });
  latest.current = { frame, locale, onDone, onCancel, announce };
  const isOver = useRef(false);

  /** Takes one step; false: drawing is over. */
  const act = useRef((step: Step): boolean => {
    if (isOver.current) return false;
    const now = latest.current;
    const next = stepped(current.current, step, now.frame);
    current.current = next.drawing;
    setDrawing(next.drawing);
    const spoken = spokenText(now.locale, next.outcome, next.drawing, now.frame);
    if (spoken !== "") now.announce(spoken);
    if (next.outcome.type !== "done") return true;
    isOver.current = true;
    now.onDone(next.outcome.shape);
    return false;
  }).current;
  const cancel = useRef(() => {
    if (isOver.current) return;
    isOver.current = true;
    const now = latest.current;
    now.announce(drawMessages[now.locale].cancelled);
    now.onCancel();
  }).current;
  /** A step that did not come through terra-draw, which begins again from it. */
  const actAlone = (step: Step) => {
    if (act(step) && step.type !== "move") terra.current?.follow();
  };

  useEffect(() => {
    const before = document.activeElement;
    const element = pane.current;
    element?.focus({ preventScroll: true });
    if (element?.matches(":focus-visible")) act({ type: "move", by: [0, 0] });
    return () => {
      // Whoever opened the drawing gets the focus back, unless the reader went elsewhere.
      const isHere =
        document.activeElement === document.body || element?.parentElement?.contains(document.activeElement);
      if (isHere && before instanceof HTMLElement && before.isConnected)
        before.focus({ preventScroll: true });
    };
  }, [act]);

  useEffect(() => {
    const element = pane.current;
    if (element === null) return;
    isOver.current = false;
    let isGone = false;
    const start = async () => {
      const { startTerraDrawing } = await import("./terraDrawing");
      if (isGone) return;
      terra.current = startTerraDrawing({
        pane: element,
        kind,
        frame: () => latest.current.frame,
        drawing: () => current.current,
        reach: window.matchMedia("(pointer: coarse)").matches ? FINGER_REACH_PX : REACH_PX,
        act: (step) => {
          const goesOn = act(step);
          if (!goesOn && step.type !== "pointer") swallowClick();
          return goesOn;
        },
      });
    };
    // Without it presses are still taken (below), only nothing follows the pointer.
    start().catch(() => {});
    return () => {
      isGone = true;
      terra.current?.stop();
      terra.current = null;
    };
  }, [kind, act]);

  useEffect(() => {
    const onEscape = (event: globalThis.KeyboardEvent) => {
      if (event.key !== "Escape" || event.defaultPrevented) return;
      event.stopPropagation();
      cancel();
    };
    window.addEventListener("keydown", onEscape, { capture: true });
    return () => window.removeEventListener("keydown", onEscape, { capture: true });
  }, [cancel]);

  // The bar makes room for the cross-hair: what it covers could not be reached by keys.
  useLayoutEffect(() => {
    const element = bar.current;
    if (element === null) return;
    const [x, y] = crossWithin(drawing, size);
    const isUnder =
      drawing.byKeys &&
      x < element.offsetLeft + element.offsetWidth + CLEAR_PX &&
      y < element.offsetHeight + 2 * CLEAR_PX;
    element.classList.toggle("draw__bar--low", isUnder);
  });

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const step = stepOfKey(event);
    if (step === null) return;
    event.preventDefault();
    event.stopPropagation();
    if (step === "cancel") cancel();
    else if (step !== "none") actAlone(step);
  };
  const measured = barText(locale, drawing, frame);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only keeps events from the map below
    // biome-ignore lint/a11y/useKeyWithClickEvents: as above
    <div
      className="draw map__overlay"
      onPointerDown={stop}
      onPointerMove={stop}
      onPointerUp={stop}
      onPointerCancel={stop}
      onClick={stop}
    >
      <div
        ref={pane}
        className="draw__pane"
        role="application"
        aria-label={words[`label.${kind}`]}
        aria-describedby={`${nextId} ${helpId}`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a pane drawn on with the arrow keys is one control
        tabIndex={0}
        onKeyDown={onKeyDown}
        onPointerDown={(event) => {
          // A rim may be dragged past the map's edge.
          if (kind === "circle") event.currentTarget.setPointerCapture(event.pointerId);
        }}
        onPointerLeave={() => act({ type: "pointer", at: null })}
        onClick={(event) => {
          if (terra.current !== null) return;
          const { left, top } = event.currentTarget.getBoundingClientRect();
          act({ type: "press", at: [event.clientX - left, event.clientY - top], reach: FINGER_REACH_PX });
        }}
      />
      <DrawingLayer drawing={drawing} frame={frame} />
      <section ref={bar} className="draw__bar card" aria-label={words[`label.${kind}`]}>
        <p id={nextId} className={drawing.refusal === null ? "draw__next" : "draw__next late"}>
          {nextText(locale, drawing)}
        </p>
        <p id={helpId} className="hidden-text">
          {words.help}
        </p>
        {measured !== "" && <p className="draw__measure">{measured}</p>}
        <div className="draw__buttons">
          {kind !== "point" && (
            <>
              <button type="button" className="button" onClick={() => actAlone({ type: "finish" })}>
                {words.finish}
              </button>
              <button
                type="button"
                className="button"
                aria-disabled={drawing.corners.length === 0}
                onClick={() => actAlone({ type: "undo" })}
              >
                {kind === "circle" ? words.undoCentre : words.undo}
              </button>
            </>
          )}
          <button type="button" className="button button--plain" onClick={cancel}>
            {words.cancel}
          </button>
        </div>
      </section>
    </div>
  );
}

import { bounded, HOME, type Standing, zoomedAt } from "./zoom";

/** A step of the zoom buttons. */
export const STEP = 1.6;
const WHEEL = 0.0022;
/** A pointer that moved less than this has clicked, CSS px. */
const CLICK_PX = 4;

/**
 * Moves a drawing without ever keeping the page from scrolling: the wheel zooms with Ctrl (or ⌘) alone, one finger scrolls the page, two move the map, a mouse
 * drags. `hint` is asked for when somebody tried without.
 * @returns a way to zoom from outside, and whether the last pointer dragged
 */
export function gestures(
  box: HTMLElement,
  show: (standing: Standing) => void,
  hint: (which: "wheel" | "fingers") => void,
): { readonly zoom: (factor: number | null) => void; readonly wasDragged: () => boolean } {
  const svg = box.querySelector("svg");
  const [, , width = 1, height = 1] = (svg?.getAttribute("viewBox") ?? "").split(" ").map(Number);
  let standing = HOME;
  let travelled = 0;
  const go = (next: Standing) => {
    standing = bounded(next, width, height);
    show(standing);
  };
  /** CSS px of the page to units of the drawing. */
  const unitsAt = (clientX: number, clientY: number): readonly [number, number] => {
    const frame = svg?.getBoundingClientRect() ?? box.getBoundingClientRect();
    const unit = width / frame.width;
    return [(clientX - frame.left) * unit, (clientY - frame.top) * unit];
  };

  box.addEventListener(
    "wheel",
    (event) => {
      if (!event.ctrlKey && !event.metaKey) return hint("wheel");
      event.preventDefault();
      go(zoomedAt(standing, Math.exp(-event.deltaY * WHEEL), ...unitsAt(event.clientX, event.clientY)));
    },
    { passive: false },
  );
  box.addEventListener("dblclick", (event) => {
    event.preventDefault();
    go(zoomedAt(standing, STEP, ...unitsAt(event.clientX, event.clientY)));
  });

  let held: readonly [number, number] | null = null;
  box.addEventListener("pointerdown", (event) => {
    travelled = 0;
    if (event.pointerType !== "touch" && event.button === 0) held = unitsAt(event.clientX, event.clientY);
  });
  addEventListener("pointermove", (event) => {
    if (held === null) return;
    const at = unitsAt(event.clientX, event.clientY);
    travelled += Math.hypot(event.movementX, event.movementY);
    if (travelled < CLICK_PX || standing.k === 1) return;
    go({ k: standing.k, x: standing.x + at[0] - held[0], y: standing.y + at[1] - held[1] });
    held = at;
  });
  addEventListener("pointerup", () => {
    held = null;
  });

  let pair: readonly [x: number, y: number, apart: number] | null = null;
  const pairOf = ({ touches }: TouchEvent): typeof pair => {
    const [a, b] = touches;
    if (a === undefined || b === undefined) return null;
    const [x, y] = unitsAt((a.clientX + b.clientX) / 2, (a.clientY + b.clientY) / 2);
    return [x, y, Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY)];
  };
  box.addEventListener(
    "touchstart",
    (event) => {
      pair = pairOf(event);
    },
    { passive: true },
  );
  box.addEventListener(
    "touchmove",
    (event) => {
      const now = pairOf(event);
      if (now === null) {
        if (standing.k > 1) hint("fingers");
        return;
      }
      event.preventDefault();
      if (pair !== null) {
        const { k, x, y } = zoomedAt(standing, now[2] / Math.max(1, pair[2]), pair[0], pair[1]);
        go({ k, x: x + now[0] - pair[0], y: y + now[1] - pair[1] });
      }
      pair = now;
    },
    { passive: false },
  );

  return {
    zoom: (factor) => go(factor === null ? HOME : zoomedAt(standing, factor, width / 2, height / 2)),
    wasDragged: () => travelled >= CLICK_PX,
  };
}

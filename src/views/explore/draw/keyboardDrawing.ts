import type { Step } from "./drawing";

/** CSS px the cross-hair goes at once. */
export const STEP_PX = 8;
/** With Shift. */
export const LEAP_PX = 40;
/** Half a step: the cross-hair stands on a corner, or on the place next to it. */
const REACH_PX = STEP_PX / 2;

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};

export interface Key {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  /** Held down: moves go on, nothing is put or finished a second time. */
  readonly repeat: boolean;
}

/** What a key asks for; "cancel" ends drawing, "none" is ours but does nothing (a key held down), null is not for drawing. */
export function stepOfKey({
  key,
  shiftKey,
  altKey,
  ctrlKey,
  metaKey,
  repeat,
}: Key): Step | "cancel" | "none" | null {
  if (altKey || ctrlKey || metaKey) return null;
  const arrow = ARROWS[key];
  if (arrow !== undefined) {
    const px = shiftKey ? LEAP_PX : STEP_PX;
    return { type: "move", by: [arrow[0] * px, arrow[1] * px] };
  }
  const step = once(key);
  return step !== null && repeat ? "none" : step;
}

function once(key: string): Step | "cancel" | null {
  switch (key) {
    case "Enter":
    case " ":
      return { type: "press", at: null, reach: REACH_PX };
    case "Backspace":
      return { type: "undo" };
    case "f":
    case "F":
      return { type: "finish" };
    case "Escape":
      return "cancel";
    default:
      return null;
  }
}

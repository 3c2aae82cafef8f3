import { make } from "./elements";

/** Until a hint goes by itself, ms. */
const HINT_MS = 1800;

/** What is said of the pointed or chosen thing, for eye and ear, over the map. */
export interface Bubble {
  readonly element: HTMLElement;
  /** `x`, `y`: what it is said of, CSS px in the map's box. */
  readonly say: (text: string, x: number, y: number) => void;
  readonly hush: () => void;
  /** In the middle of the map, gone after a moment. */
  readonly hint: (text: string) => void;
}

export function bubbleOver(box: HTMLElement): Bubble {
  const element = make("p", "embed__bubble");
  element.setAttribute("role", "status");
  element.hidden = true;
  let timer = 0;
  const say = (text: string, x: number, y: number) => {
    clearTimeout(timer);
    element.hidden = text === "";
    if (element.textContent !== text) element.textContent = text;
    const room = box.clientWidth - element.offsetWidth - 4;
    const above = y - element.offsetHeight - 12;
    element.style.setProperty("left", `${Math.max(4, Math.min(x + 12, room))}px`);
    element.style.setProperty("top", `${above < 4 ? y + 16 : above}px`);
  };
  const hush = () => {
    element.hidden = true;
  };
  return {
    element,
    say,
    hush,
    hint: (text) => {
      say(text, box.clientWidth / 2 - 90, box.clientHeight / 2);
      timer = window.setTimeout(hush, HINT_MS);
    },
  };
}

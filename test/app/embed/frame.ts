import { Window } from "happy-dom";
import { vi } from "vitest";
import type { Locale } from "@/i18n/locale";

/** Where the drawing stands on the page, CSS px: a phone's frame. */
export const BOX = { left: 10, top: 20, width: 350, height: 200 } as const;

/** Whatever an embedded map must not touch: the first look at it throws. */
const forbidden = (name: string): object =>
  new Proxy(() => undefined, {
    get: () => {
      throw new Error(`${name} was used`);
    },
    apply: () => {
      throw new Error(`${name} was called`);
    },
    construct: () => {
      throw new Error(`${name} was made`);
    },
  });

export interface Frame {
  readonly document: Document;
  /** Types of events listened to on the window. */
  readonly listened: readonly string[];
  /** What was posted to the page around the frame. */
  readonly posted: readonly { readonly message: unknown; readonly target: unknown }[];
  /** Runs what watches sizes, as if the page had another height. */
  readonly resize: (height: number) => void;
  readonly find: <E extends Element = HTMLElement>(selector: string) => E;
  readonly all: <E extends Element = HTMLElement>(selector: string) => E[];
  /** Dispatches an event of a kind with any properties, and returns it. */
  readonly fire: (target: EventTarget | "window", type: string, properties?: object) => Event;
}

/**
 * A document in a frame, with the globals its scripts read: sizes are made up, because nothing is laid out; storage, cookies and
 * requests throw. Undone by `vi.unstubAllGlobals()`.
 */
export function openFrame(
  markup: string,
  options: {
    readonly locale?: Locale;
    readonly search?: string;
    readonly origin?: string;
    readonly isFramed?: boolean;
  } = {},
): Frame {
  const { locale = "vi", search = "", origin = "https://ban-do.example", isFramed = false } = options;
  // The library's own types are not those of TypeScript's DOM.
  // biome-ignore lint/suspicious/noExplicitAny: see above
  const view = new Window({ url: `https://ban-do.example/nhung/x/${search}` }) as any;
  const { document } = view;
  document.documentElement.lang = locale;
  document.body.innerHTML = markup;

  let height: number = BOX.height;
  view.Element.prototype.getBoundingClientRect = function rect(this: Element) {
    return this === document.documentElement ? { ...BOX, top: 0, height } : { ...BOX };
  };
  view.SVGGraphicsElement.prototype.getBBox = function box(this: Element) {
    const number = (name: string) => Number(this.getAttribute(name));
    const width = (this.textContent ?? "").length * number("font-size") * 0.55;
    return {
      x: number("x") - width / 2,
      y: number("y") - number("font-size"),
      width,
      height: number("font-size") * 1.2,
    };
  };
  Object.defineProperty(view.HTMLElement.prototype, "clientWidth", { get: () => BOX.width });
  Object.defineProperty(view.HTMLElement.prototype, "clientHeight", { get: () => BOX.height });
  // Missing there: rows of a head and a body. The class is one for all windows.
  Object.defineProperty(view.HTMLTableSectionElement.prototype, "rows", {
    configurable: true,
    get(this: Element) {
      return this.querySelectorAll("tr");
    },
  });
  const noCookies = () => {
    throw new Error("a cookie was touched");
  };
  Object.defineProperty(document, "cookie", { get: noCookies, set: noCookies });

  const listened: string[] = [];
  const posted: { message: unknown; target: unknown }[] = [];
  const watching: (() => void)[] = [];
  const self = { origin };
  class Watcher {
    constructor(private readonly callback: () => void) {}
    observe() {
      watching.push(this.callback);
    }
  }
  const listen = (type: string, listener: unknown, how?: unknown) => {
    listened.push(type);
    view.addEventListener(type, listener, how);
  };
  const makeOption = function Option(text: string, value: string) {
    return Object.assign(document.createElement("option"), { textContent: text, value });
  };
  const globals: Readonly<Record<string, unknown>> = {
    document,
    location: view.location,
    self,
    parent: isFramed
      ? { postMessage: (message: unknown, target: unknown) => posted.push({ message, target }) }
      : self,
    window: { setTimeout: (act: () => void, ms: number) => setTimeout(act, ms) },
    addEventListener: listen,
    Element: view.Element,
    CustomEvent: view.CustomEvent,
    CSS: view.CSS,
    Option: makeOption,
    ResizeObserver: Watcher,
    ...Object.fromEntries(
      [
        "localStorage",
        "sessionStorage",
        "indexedDB",
        "caches",
        "fetch",
        "XMLHttpRequest",
        "WebSocket",
        "BroadcastChannel",
      ].map((name) => [name, forbidden(name)]),
    ),
  };
  for (const [name, value] of Object.entries(globals)) vi.stubGlobal(name, value);

  const find = (selector: string) => {
    const found = document.querySelector(selector);
    if (found === null) throw new Error(`nothing is ${selector}`);
    return found;
  };
  return {
    document,
    listened,
    posted,
    resize: (next) => {
      height = next;
      for (const act of watching) act();
    },
    find,
    all: (selector) => [...document.querySelectorAll(selector)],
    fire: (target, type, properties = {}) => {
      const event = new view.Event(type, { bubbles: true, cancelable: true });
      for (const [key, value] of Object.entries(properties)) Object.defineProperty(event, key, { value });
      (target === "window" ? view : target).dispatchEvent(event);
      return event;
    },
  };
}

import { useSyncExternalStore } from "react";
import { DEFAULT_VIEW, type Dropped, type Known, readView, writeView } from "./params";
import type { ViewState } from "./view";

/** The part of a window the store needs: an address that can be read and written, and news of going back. */
export interface AddressBar {
  readonly location: { readonly search: string; readonly pathname: string; readonly hash: string };
  readonly history: Pick<History, "pushState" | "replaceState">;
  addEventListener(type: "popstate", listener: () => void): void;
}

export interface ViewStore {
  readonly current: () => ViewState;
  readonly dropped: () => readonly Dropped[];
  readonly subscribe: (listener: () => void) => () => void;
  /** A choice of the reader: "back" undoes it. */
  readonly choose: (change: Partial<ViewState>) => void;
  /** A movement (panning, dragging the date): the address follows, "back" skips it. */
  readonly move: (change: Partial<ViewState>) => void;
  readonly forgetDropped: () => void;
}

/** The address bar is the state; this only caches what it says. */
export function createViewStore(bar: AddressBar, known: Known): ViewStore {
  let { view, dropped } = readView(bar.location.search, known);
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  const write = (change: Partial<ViewState>, method: "pushState" | "replaceState") => {
    const next = { ...view, ...change };
    const search = writeView(next);
    if (search === writeView(view)) return;
    view = next;
    bar.history[method](null, "", `${bar.location.pathname}${search}${bar.location.hash}`);
    tell();
  };
  bar.addEventListener("popstate", () => {
    ({ view, dropped } = readView(bar.location.search, known));
    tell();
  });
  return {
    current: () => view,
    dropped: () => dropped,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    choose: (change) => write(change, "pushState"),
    move: (change) => write(change, "replaceState"),
    forgetDropped: () => {
      dropped = [];
      tell();
    },
  };
}

export const useView = (store: ViewStore): ViewState =>
  useSyncExternalStore(store.subscribe, store.current, () => DEFAULT_VIEW);
export const useDropped = (store: ViewStore): readonly Dropped[] =>
  useSyncExternalStore(store.subscribe, store.dropped, store.dropped);

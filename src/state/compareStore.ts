import { type CompareView, type KnownToCompare, readCompareView, writeCompareView } from "./compareView";
import type { Dropped } from "./params";
import type { AddressBar } from "./store";

export interface CompareStore {
  readonly current: () => CompareView;
  readonly dropped: () => readonly Dropped[];
  readonly subscribe: (listener: () => void) => () => void;
  /** A choice of the reader: "back" undoes it. */
  readonly choose: (change: Partial<CompareView>) => void;
}

/** The address of the page of comparisons is its state; this only caches what it says. */
export function createCompareStore(bar: AddressBar, known: KnownToCompare): CompareStore {
  let { view, dropped } = readCompareView(bar.location.search, known);
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  bar.addEventListener("popstate", () => {
    ({ view, dropped } = readCompareView(bar.location.search, known));
    tell();
  });
  return {
    current: () => view,
    dropped: () => dropped,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    choose: (change) => {
      const next = { ...view, ...change };
      const search = writeCompareView(next);
      if (search === writeCompareView(view)) return;
      view = next;
      bar.history.pushState(null, "", `${bar.location.pathname}${search}${bar.location.hash}`);
      tell();
    },
  };
}

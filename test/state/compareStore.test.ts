import { describe, expect, it, vi } from "vitest";
import { createCompareStore } from "@/state/compareStore";
import type { KnownToCompare } from "@/state/compareView";
import type { AddressBar } from "@/state/store";

const EVERYTHING: KnownToCompare = { indicator: () => true, commune: () => true, days: null };

/** A browser's address bar: entries, and a way back. */
function fakeBar(search: string, hash = "") {
  const entries = [search];
  let goBack = () => {};
  const location = { search, pathname: "/a/so-sanh/", hash };
  const show = (address: string) => {
    location.search = /\?[^#]*/.exec(address)?.[0] ?? "";
  };
  const bar: AddressBar = {
    location,
    history: {
      pushState: (_state, _title, address) => {
        entries.push(String(address));
        show(String(address));
      },
      replaceState: () => expect.unreachable("a choice is a step of its own"),
    },
    addEventListener: (_type, listener) => {
      goBack = () => {
        entries.pop();
        show(entries.at(-1) ?? "");
        listener();
      };
    },
  };
  return { bar, entries, back: () => goBack() };
}

describe("the store of the page of comparisons", () => {
  it("makes a choice a step that back undoes, and keeps the anchor", () => {
    const { bar, entries, back } = fakeBar("?n=10", "#von");
    const store = createCompareStore(bar, EVERYTHING);
    const listener = vi.fn();
    store.subscribe(listener);
    store.choose({ needFrom: 20, peers: "all" });
    expect(entries).toEqual(["?n=10", "/a/so-sanh/?p=all&n=20#von"]);
    expect(store.current()).toMatchObject({ needFrom: 20, peers: "all" });
    back();
    expect(store.current()).toMatchObject({ needFrom: 10, peers: null });
    expect(listener).toHaveBeenCalledTimes(2);
  });

  it("says nothing when nothing changed, nor to one who has left", () => {
    const { bar, entries } = fakeBar("?n=10");
    const store = createCompareStore(bar, EVERYTHING);
    const listener = vi.fn();
    const leave = store.subscribe(listener);
    store.choose({ needFrom: 10 });
    leave();
    store.choose({ needFrom: 11 });
    expect(listener).not.toHaveBeenCalled();
    expect(entries).toHaveLength(2);
  });

  it("gives the same objects until something changes, as useSyncExternalStore needs", () => {
    const { bar } = fakeBar("?zz=1");
    const store = createCompareStore(bar, EVERYTHING);
    expect(store.current()).toBe(store.current());
    expect(store.dropped()).toBe(store.dropped());
  });

  it("goes on saying what the link held in vain while the reader chooses; another address has faults of its own", () => {
    const { bar, back } = fakeBar("?zz=1");
    const store = createCompareStore(bar, EVERYTHING);
    const first = store.dropped();
    expect(first).toEqual([{ key: "zz", value: "1" }]);
    store.choose({ needFrom: 5 });
    expect(store.dropped()).toBe(first);
    back();
    expect(store.dropped()).toEqual(first);
    expect(store.dropped()).not.toBe(first);
  });
});

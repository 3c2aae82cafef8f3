import { describe, expect, it, vi } from "vitest";
import type { Known } from "@/state/params";
import { type AddressBar, createViewStore } from "@/state/store";

const EVERYTHING: Known = {
  indicator: () => true,
  layer: () => true,
  subject: () => true,
  body: () => true,
  days: null,
};

/** A browser's address bar: entries, and a way back. */
function fakeBar(search: string) {
  const entries = [search];
  let goBack = () => {};
  const location = { search, pathname: "/a/b/", hash: "" };
  const show = (address: string) => {
    location.search = address.includes("?") ? address.slice(address.indexOf("?")) : "";
  };
  const bar: AddressBar = {
    location,
    history: {
      pushState: (_state, _title, address) => {
        entries.push(String(address));
        show(String(address));
      },
      replaceState: (_state, _title, address) => {
        entries[entries.length - 1] = String(address);
        show(String(address));
      },
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

describe("the view store", () => {
  it("makes a choice a step that back undoes", () => {
    const { bar, entries, back } = fakeBar("?i=a");
    const store = createViewStore(bar, EVERYTHING);
    store.choose({ indicator: "b" });
    expect(entries).toEqual(["?i=a", "/a/b/?i=b"]);
    back();
    expect(store.current().indicator).toBe("a");
  });

  it("lets a movement follow in the address without a step of its own", () => {
    const { bar, entries } = fakeBar("");
    const store = createViewStore(bar, EVERYTHING);
    store.move({ camera: { center: [106.5, 21.3], zoom: 9 } });
    store.move({ camera: { center: [106.6, 21.3], zoom: 9 } });
    expect(entries).toEqual(["/a/b/?m=106.6,21.3,9"]);
  });

  it("says nothing when nothing changed", () => {
    const { bar, entries } = fakeBar("?c=07654");
    const store = createViewStore(bar, EVERYTHING);
    const listener = vi.fn();
    store.subscribe(listener);
    store.choose({ selection: { type: "commune", id: "07654" } });
    expect(listener).not.toHaveBeenCalled();
    expect(entries).toHaveLength(1);
  });

  it("gives the same object until something changes, as useSyncExternalStore needs", () => {
    const { bar } = fakeBar("?i=a");
    const store = createViewStore(bar, EVERYTHING);
    expect(store.current()).toBe(store.current());
    expect(store.dropped()).toBe(store.dropped());
  });
});

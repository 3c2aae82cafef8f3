import { afterEach, beforeEach, expect, test, vi } from "vitest";
import {
  answerWithDraft,
  currentDraft,
  leaveDraft,
  type StoredDraft,
  saveDraft,
  undoDraft,
} from "@/datasets/draftStore";
import { isoDate } from "@/domain/date";

const ROOT = "https://host/a/b/";
const MANIFEST = `${ROOT}data/manifest.json`;

/** The part of the browser's cache storage that is used, in memory; `room`: files it takes before the device is full. */
class Store {
  readonly held = new Map<string, Map<string, Response>>();
  room = Number.POSITIVE_INFINITY;
  keys = async () => [...this.held.keys()];
  delete = async (name: string) => this.held.delete(name);
  open = async (name: string) => {
    const files = this.held.get(name) ?? new Map<string, Response>();
    this.held.set(name, files);
    return {
      match: async (address: string) => files.get(address)?.clone(),
      put: async (address: string, response: Response) => {
        if (this.room-- <= 0) throw new Error("QuotaExceededError");
        files.set(address, response);
      },
    };
  };
}

const draftOf = (name: string): StoredDraft => ({
  state: {
    madeOn: isoDate("2029-01-20"),
    sources: [name],
    packs: ["official"],
    added: 1,
    changed: 0,
    removed: 0,
  },
  artifacts: new Map([["manifest.json", new TextEncoder().encode(`"${name}"`)]]),
  files: new Map([["data/official/works.csv", name]]),
  fullFiles: new Map([["data/official/poverty.csv", `full ${name}`]]),
});

let store: Store;
beforeEach(() => {
  store = new Store();
  vi.stubGlobal("caches", store);
  vi.stubGlobal("fetch", async () => new Response("published"));
});
afterEach(() => vi.unstubAllGlobals());

const shown = async (address = MANIFEST) =>
  (await answerWithDraft(ROOT, address, new Request(address))).text();

test("without a draft everything is as published", async () => {
  expect(await currentDraft(ROOT)).toBeNull();
  expect(await shown()).toBe("published");
});

test("the last draft is shown, each step can be taken back, and all of them at once", async () => {
  await saveDraft(ROOT, draftOf("one"));
  await saveDraft(ROOT, draftOf("two"));
  expect(await shown()).toBe('"two"');
  expect(await shown(`${ROOT}data/works.json`)).toBe("published");
  expect((await currentDraft(ROOT))?.files).toEqual(draftOf("two").files);
  expect((await currentDraft(ROOT))?.fullFiles).toEqual(draftOf("two").fullFiles);
  expect(await undoDraft(ROOT)).toBe(true);
  expect(await shown()).toBe('"one"');
  await saveDraft(ROOT, draftOf("three"));
  expect(await shown()).toBe('"three"');
  await leaveDraft(ROOT);
  expect(await shown()).toBe("published");
  expect(store.held.size).toBe(0);
});

test("a device without room keeps the draft it had, and nothing of the new one", async () => {
  await saveDraft(ROOT, draftOf("one"));
  for (let room = 0; room < 4; room++) {
    store.room = room;
    await expect(saveDraft(ROOT, draftOf("two"))).rejects.toThrow("Quota");
    expect([room, await shown()]).toEqual([room, '"one"']);
    expect(store.held.size).toBe(1);
  }
});

test("a page closed in the middle leaves the draft it had: what has no state does not count", async () => {
  await saveDraft(ROOT, draftOf("one"));
  const [name = ""] = store.held.keys();
  store.held.set(name.replace("000001", "000002"), new Map([[MANIFEST, new Response('"half"')]]));
  expect(await shown()).toBe('"one"');
  expect((await currentDraft(ROOT))?.state.sources).toEqual(["one"]);
  await saveDraft(ROOT, draftOf("two"));
  expect(await shown()).toBe('"two"');
});

test("two sites of one origin have drafts of their own", async () => {
  await saveDraft("https://host/", draftOf("other"));
  expect(await currentDraft(ROOT)).toBeNull();
  await saveDraft(ROOT, draftOf("own"));
  await leaveDraft("https://host/");
  expect(await shown()).toBe('"own"');
});

test("a store that cannot be read takes nothing published with it", async () => {
  vi.stubGlobal("caches", {
    keys: async () => {
      throw new Error("denied");
    },
  });
  expect(await shown()).toBe("published");
});

test("the worker answers for data alone, and never for embedded maps or what is written", async () => {
  type Listener = (event: {
    request: { url: string; method: string };
    clientId: string;
    respondWith: (answer: Promise<Response>) => void;
    waitUntil: (work: Promise<unknown>) => void;
  }) => void;
  const listeners = new Map<string, Listener>();
  vi.stubGlobal("self", {
    registration: { scope: ROOT },
    // A page's id is its address here.
    clients: {
      claim: async () => undefined,
      get: async (id: string) => (id === "" ? undefined : { url: id }),
    },
    skipWaiting: async () => undefined,
    addEventListener: (type: string, listener: Listener) => listeners.set(type, listener),
  });
  vi.resetModules();
  await import("@/app/draft/serviceWorker");
  await saveDraft(ROOT, draftOf("one"));
  const answer = async (url: string, page = ROOT, method = "GET") => {
    let answered: Promise<Response> | null = null;
    listeners.get("fetch")?.({
      request: { url, method },
      clientId: page,
      respondWith: (response) => {
        answered = response;
      },
      waitUntil: () => undefined,
    });
    return answered === null ? null : (await (answered as Promise<Response>)).text();
  };
  expect(await answer(MANIFEST)).toBe('"one"');
  expect(await answer(`${MANIFEST}?v=2`)).toBe('"one"');
  expect(await answer(`${ROOT}data/site.json`)).toBe("published");
  for (const page of ["nhung/late/", "en/nhung/late/", "embed.html?i=late", "en/embed.html"])
    expect([page, await answer(MANIFEST, `${ROOT}${page}`)]).toEqual([page, "published"]);
  for (const page of ["", `${ROOT}nhungnguoi/`, "https://host/nhung/"])
    expect([page, await answer(MANIFEST, page)]).toEqual([page, '"one"']);
  expect(await answer(`${ROOT}assets/a.js`)).toBeNull();
  expect(await answer("https://host/data/manifest.json")).toBeNull();
  expect(await answer(MANIFEST, ROOT, "POST")).toBeNull();
});

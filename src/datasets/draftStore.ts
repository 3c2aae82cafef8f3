import { z } from "@/domain/schema";

/**
 * Drafts on this device: data somebody imported and looks at before publishing them. They lie in the browser's cache storage, where the
 * site's own service worker (`src/app/draft/serviceWorker.ts`) hands them to the pages in place of what was published. One cache a step,
 * so that a step can be taken back.
 */

const stateSchema = z.object({
  /** Day it was made on, as the person's device has it. */
  madeOn: z.string(),
  /** Names of the files that were handed in. */
  sources: z.array(z.string()),
  /** Packs it was built of. */
  packs: z.array(z.enum(["official", "illustrative"])),
  /** Rows by what happened to them. */
  added: z.number(),
  changed: z.number(),
  removed: z.number(),
});
export type DraftState = z.infer<typeof stateSchema>;

/** Everything kept of a draft. */
export interface StoredDraft {
  readonly state: DraftState;
  /** Path below `data/` → bytes: what the pages read. */
  readonly artifacts: ReadonlyMap<string, Uint8Array>;
  /** Path (`data/official/…`) → text of the pack's files that differ from what was published. */
  readonly files: ReadonlyMap<string, string>;
  /** The same with what is withheld; null: nothing is. Never handed to a page. */
  readonly fullFiles: ReadonlyMap<string, string> | null;
}

const PREFIX = "ct22-draft ";
const STATE = "draft/state.json";
const FILES = "draft/files.json";
const FULL = "draft/full.json";

/** What the caches of drafts of the site at `root` are called; several sites may share an origin. */
export const draftCachePrefix = (root: string): string => `${PREFIX}${root} `;

/** Names of the caches of drafts, oldest first. */
async function names(root: string): Promise<readonly string[]> {
  const prefix = draftCachePrefix(root);
  return (await caches.keys()).filter((name) => name.startsWith(prefix)).sort();
}

const json = (value: unknown) =>
  new Response(JSON.stringify(value), { headers: { "content-type": "application/json" } });

const TYPES: Readonly<Record<string, string>> = {
  png: "image/png",
  json: "application/json",
  topojson: "application/json",
};

/**
 * Keeps a draft as the one that is shown. It is written whole before its name is one that counts, so that a crash leaves what was there.
 * @param root address of the site, with its slash
 */
export async function saveDraft(root: string, draft: StoredDraft): Promise<void> {
  const before = await names(root);
  const number = Number((before.at(-1) ?? "").slice(draftCachePrefix(root).length) || 0) + 1;
  const name = `${draftCachePrefix(root)}${String(number).padStart(6, "0")}`;
  const unfinished = `${PREFIX}unfinished ${root}`;
  // Written twice: a cache cannot be renamed, and a half-written one must not be found.
  await caches.delete(unfinished);
  const trial = await caches.open(unfinished);
  const write = async (cache: Cache) => {
    for (const [path, bytes] of draft.artifacts) {
      const type = TYPES[path.slice(path.lastIndexOf(".") + 1)] ?? "application/octet-stream";
      await cache.put(
        `${root}data/${path}`,
        new Response(new Uint8Array(bytes), { headers: { "content-type": type } }),
      );
    }
    await cache.put(`${root}${FILES}`, json([...draft.files]));
    await cache.put(`${root}${FULL}`, json(draft.fullFiles === null ? null : [...draft.fullFiles]));
  };
  await write(trial);
  const cache = await caches.open(name);
  try {
    await write(cache);
    await cache.put(`${root}${STATE}`, json(draft.state));
  } catch (cause) {
    await caches.delete(name);
    throw cause;
  } finally {
    await caches.delete(unfinished);
  }
}

/** The draft that is shown; null: there is none. A cache without its state was not finished, and counts for nothing. */
export async function currentDraft(root: string): Promise<(StoredDraft & { readonly steps: number }) | null> {
  const all = await names(root);
  const name = all.at(-1);
  if (name === undefined) return null;
  const cache = await caches.open(name);
  const read = async (path: string): Promise<unknown> =>
    (await cache.match(`${root}${path}`))?.json() ?? null;
  const state = z.safeParse(stateSchema, await read(STATE));
  if (!state.success) return null;
  const pairs = z.array(z.tuple([z.string(), z.string()]));
  const files = z.safeParse(pairs, await read(FILES));
  const full = z.safeParse(z.nullable(pairs), await read(FULL));
  return {
    state: state.data,
    artifacts: new Map(),
    files: new Map(files.success ? files.data : []),
    fullFiles: full.success && full.data !== null ? new Map(full.data) : null,
    steps: all.length,
  };
}

/** Takes the last step back. @returns whether a draft is left */
export async function undoDraft(root: string): Promise<boolean> {
  const all = await names(root);
  const last = all.at(-1);
  if (last !== undefined) await caches.delete(last);
  return all.length > 1;
}

/** Throws every draft away: the pages show what was published. */
export async function leaveDraft(root: string): Promise<void> {
  for (const name of await names(root)) await caches.delete(name);
}

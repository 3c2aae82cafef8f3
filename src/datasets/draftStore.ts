import { isoDateSchema } from "@/domain/date";
import { z } from "@/domain/schema";

/**
 * Drafts on this device: data somebody imported and looks at before publishing them. They lie in the browser's cache storage, where the
 * site's own service worker (`src/app/draft/serviceWorker.ts`) hands them to the pages in place of what was published. One cache a step,
 * so that a step can be taken back.
 */

const stateSchema = z.object({
  /** Day it was made on, as the person's device has it. */
  madeOn: isoDateSchema,
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

/** The service worker's file at the site's root; the name is public, because browsers ask for it again. */
export const DRAFT_WORKER = "ban-nhap.js";

const PREFIX = "ct22-draft ";
const STATE = "draft/state.json";
const FILES = "draft/files.json";
const FULL = "draft/full.json";

/** What the caches of drafts of the site at `root` are called; several sites may share an origin. */
const prefixOf = (root: string): string => `${PREFIX}${root} `;

/** Names of the caches of drafts, oldest first. One without its state was never finished, and counts for nothing. */
async function names(root: string): Promise<readonly string[]> {
  const all = (await caches.keys()).filter((name) => name.startsWith(prefixOf(root))).sort();
  const finished = await Promise.all(
    all.map(async (name) => (await (await caches.open(name)).match(`${root}${STATE}`)) !== undefined),
  );
  return all.filter((_, index) => finished[index] === true);
}

const json = (value: unknown) =>
  new Response(JSON.stringify(value), { headers: { "content-type": "application/json" } });

const TYPES: Readonly<Record<string, string>> = {
  png: "image/png",
  json: "application/json",
  topojson: "application/json",
};
const typeOf = (path: string): string =>
  TYPES[path.slice(path.lastIndexOf(".") + 1)] ?? "application/octet-stream";

/**
 * Keeps a draft as the one that is shown. Its state is written last, and only then it counts: a crash leaves what was there.
 * @param root address of the site, with its slash
 * @throws what the store throws when the device has no room left; nothing is kept of the draft then
 */
export async function saveDraft(root: string, draft: StoredDraft): Promise<void> {
  const last = (await names(root)).at(-1);
  const number = last === undefined ? 1 : Number(last.slice(prefixOf(root).length)) + 1;
  const name = `${prefixOf(root)}${String(number).padStart(6, "0")}`;
  // Left over from a run that was stopped.
  await caches.delete(name);
  const cache = await caches.open(name);
  try {
    for (const [path, bytes] of draft.artifacts)
      await cache.put(
        `${root}data/${path}`,
        new Response(new Uint8Array(bytes), { headers: { "content-type": typeOf(path) } }),
      );
    await cache.put(`${root}${FILES}`, json([...draft.files]));
    await cache.put(`${root}${FULL}`, json(draft.fullFiles === null ? null : [...draft.fullFiles]));
    await cache.put(`${root}${STATE}`, json(draft.state));
  } catch (cause) {
    await caches.delete(name);
    throw cause;
  }
}

/**
 * Answers a request for a file of the site: from the draft that is shown, else as if there were none.
 * @param address of the file, whole
 * @param isPublishedOnly the page that asks never shows a draft
 */
export async function answerWithDraft(
  root: string,
  address: string,
  request: Request,
  isPublishedOnly = false,
): Promise<Response> {
  const kept = async () => {
    if (isPublishedOnly) return undefined;
    const name = (await names(root)).at(-1);
    return name === undefined ? undefined : (await caches.open(name)).match(address);
  };
  // A store that cannot be read must not take the published data with it.
  return (await kept().catch(() => undefined)) ?? fetch(request);
}

/** The draft that is shown, without its artifacts, which the pages read; null: there is none. */
export async function currentDraft(root: string): Promise<Omit<StoredDraft, "artifacts"> | null> {
  const name = (await names(root)).at(-1);
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
    files: new Map(files.success ? files.data : []),
    fullFiles: full.success && full.data !== null ? new Map(full.data) : null,
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
  for (const name of await caches.keys()) if (name.startsWith(prefixOf(root))) await caches.delete(name);
}

import { draftCachePrefix } from "@/datasets/draftStore";

/**
 * Hands a draft to the pages of this site in place of its published data, and nothing else: it keeps no copy of anything that was
 * published, and is registered only while there is a draft. Embedded maps always show what was published.
 */

/** The part of the service worker's scope used here; TypeScript's DOM library does not have it. */
interface Scope {
  readonly registration: { readonly scope: string };
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(
    type: string,
    listener: (event: {
      readonly request: Request;
      waitUntil(work: Promise<unknown>): void;
      respondWith(answer: Promise<Response>): void;
    }) => void,
  ): void;
}
const scope = self as unknown as Scope;

/** Pages whose readers did not open a draft, below the root. */
const EMBEDS = /^(en\/)?(nhung\/|embed\.html)/;

scope.addEventListener("install", (event) => event.waitUntil(scope.skipWaiting()));
scope.addEventListener("activate", (event) => event.waitUntil(scope.clients.claim()));
scope.addEventListener("fetch", (event) => {
  const { request } = event;
  const root = scope.registration.scope;
  const address = request.url.replace(/[?#].*$/, "");
  const isOfEmbed = request.referrer.startsWith(root) && EMBEDS.test(request.referrer.slice(root.length));
  if (request.method !== "GET" || !address.startsWith(`${root}data/`) || isOfEmbed) return;
  event.respondWith(answer(root, address, request));
});

async function answer(root: string, address: string, request: Request): Promise<Response> {
  const prefix = draftCachePrefix(root);
  const last = (await caches.keys())
    .filter((name) => name.startsWith(prefix))
    .sort()
    .at(-1);
  const kept = last === undefined ? undefined : await (await caches.open(last)).match(address);
  return kept ?? fetch(request);
}

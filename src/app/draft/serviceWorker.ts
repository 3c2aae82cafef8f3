import { answerWithDraft } from "@/datasets/draftStore";

/**
 * Hands a draft to the pages of this site in place of its published data, and nothing else: it keeps no copy of anything that was
 * published, and is registered only while there is a draft. Embedded maps always show what was published.
 */

/** The part of the service worker's scope used here; TypeScript's DOM library does not have it. */
interface Scope {
  readonly registration: { readonly scope: string };
  readonly clients: {
    claim(): Promise<void>;
    get(id: string): Promise<{ readonly url: string } | undefined>;
  };
  skipWaiting(): Promise<void>;
  addEventListener(
    type: string,
    listener: (event: {
      readonly request: Request;
      /** Of the page that asks; "" for the page itself. */
      readonly clientId: string;
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
  const { request, clientId } = event;
  const root = scope.registration.scope;
  const address = request.url.replace(/[?#].*$/, "");
  if (request.method !== "GET" || !address.startsWith(`${root}data/`)) return;
  event.respondWith(
    // By its page's address: pages of this site tell nobody where they come from, not even this.
    scope.clients.get(clientId).then((client) => {
      const isEmbed = client?.url.startsWith(root) === true && EMBEDS.test(client.url.slice(root.length));
      return answerWithDraft(root, address, request, isEmbed);
    }),
  );
});

import { DRAFT_WORKER } from "@/datasets/draftStore";

/** Address of the site whose draft this page shows, with its slash; null: it shows none. Another site of the origin may have a worker of its own. */
export async function siteRoot(): Promise<string | null> {
  const registration = await navigator.serviceWorker?.getRegistration();
  if (registration === undefined) return null;
  const { scope, active } = registration;
  return active?.scriptURL === `${scope}${DRAFT_WORKER}` ? scope : null;
}

/**
 * From now on pages of this site read their data through the draft. Resolves when this page does as well.
 * @throws Error where the browser keeps no drafts: an insecure address, or a private window
 */
export async function showDrafts(root: string): Promise<void> {
  if (navigator.serviceWorker === undefined) throw new Error("no service workers at this address");
  await navigator.serviceWorker.register(`${root}${DRAFT_WORKER}`, { scope: root });
  await navigator.serviceWorker.ready;
  if (navigator.serviceWorker.controller !== null) return;
  await new Promise<void>((resolve) =>
    navigator.serviceWorker.addEventListener("controllerchange", () => resolve(), { once: true }),
  );
}

/** Pages read what was published again. */
export async function hideDrafts(root: string): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration(root);
  await registration?.unregister();
}

/** The service worker's file at the site's root; the name is public, because browsers ask for it again. */
export const DRAFT_WORKER = "ban-nhap.js";

/**
 * From now on pages of this site read their data through the draft. Resolves when this page does as well.
 * @throws Error where the browser keeps no drafts: an insecure address, or a private window
 */
export async function showDrafts(root: string): Promise<void> {
  if (navigator.serviceWorker === undefined) throw new Error("this browser has no service workers here");
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

import { readReleaseName } from "@/datasets/siteFile";

/** Not before the page is there and read: nothing on it waits for this. */
const LATER_MS = 1500;

/**
 * A page is prerendered of one release; whoever replaces the data of a site alone makes it older than what the map draws. That is said
 * on it. A page that cannot ask says nothing: it is as it was built.
 */
export function noticeNewer(): void {
  const notice = document.querySelector<HTMLElement>("[data-older]");
  const { release, data } = notice?.dataset ?? {};
  // A draft has a band of its own.
  if (notice === null || release === undefined || data === undefined || navigator.serviceWorker?.controller)
    return;
  setTimeout(async () => {
    const now = await readReleaseName(data).catch(() => null);
    if (now !== null && now !== release) notice.hidden = false;
  }, LATER_MS);
}

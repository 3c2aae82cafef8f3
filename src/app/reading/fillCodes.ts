/** Places of codes that the build could not fill: it knew no address, or not what of the page would be chosen. */
const PLACES = "[data-qr]:empty";

/**
 * What a place encodes: the page of the site its path names, where this page was really opened. `root`: from the page to the site's root, or the
 * public address of the site.
 * Null where nobody else could open it (a file on a disk).
 */
export function addressOfPlace(path: string, root: string, opened: string): string | null {
  const address = new URL(`${root}${path}` || "./", opened);
  return address.protocol === "https:" || address.protocol === "http:" ? address.href : null;
}

/** Fills every empty place `span[data-qr]`; the coder is only loaded when there is one. */
export async function fillCodes(): Promise<void> {
  const places = [...document.querySelectorAll<HTMLElement>(PLACES)];
  if (places.length === 0 || !/^https?:$/.test(location.protocol)) return;
  const { drawCode } = await import("@/views/page/drawCode");
  for (const place of places) {
    const { qr = "", root = "", label = "" } = place.dataset;
    const address = addressOfPlace(qr, root, location.href);
    // Another round may have filled it while the coder was coming.
    if (address !== null && place.childElementCount === 0) place.append(drawCode(address, label));
  }
  // What says that there is no code gives way to what the code is for.
  document.documentElement.classList.add("with-codes");
}

/** Fills codes now and whenever the page draws new ones. */
export function keepCodesFilled(): void {
  void fillCodes();
  new MutationObserver(() => {
    if (document.querySelector(PLACES) !== null) void fillCodes();
  }).observe(document.body, { childList: true, subtree: true });
}

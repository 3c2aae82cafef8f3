import { releaseOf } from "@/domain/release";
import { ReadError } from "./read";

/** A file of the site as bytes: a font, a picture. @throws ReadError */
export async function readFileBytes(address: string): Promise<Uint8Array> {
  let response: Response;
  try {
    response = await fetch(address);
  } catch (cause) {
    throw new ReadError("network", cause instanceof Error ? cause.message : String(cause));
  }
  if (!response.ok) throw new ReadError("missing", `HTTP ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

/**
 * Name of the release whose data the site has now; null: its manifest names none. Without the schemas, which a page that only
 * compares a name would have to fetch. @param data address of the folder, with its slash
 * @throws ReadError
 */
export async function readReleaseName(data: string): Promise<string | null> {
  const text = new TextDecoder().decode(await readFileBytes(`${data}manifest.json`));
  try {
    const manifest: Parameters<typeof releaseOf>[0] = JSON.parse(text);
    return releaseOf(manifest);
  } catch (cause) {
    throw new ReadError("invalid", String(cause));
  }
}

/**
 * Another page of the site as a document, without running or showing anything of it. By XMLHttpRequest, the one way to a parsed page
 * that the policy of the site allows (Trusted Types refuse a parser of strings). The console notes that the other page's inline styles are
 * not those of this page's policy: nothing of that document is shown, so nothing is lost.
 * @throws ReadError; also when `signal` stops it.
 */
export const readSitePage = (address: string, signal: AbortSignal): Promise<Document> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("GET", address);
    request.responseType = "document";
    const stop = () => request.abort();
    const fail = (reason: "missing" | "network", why: string) => reject(new ReadError(reason, why));
    request.onload = () =>
      request.status === 200 && request.responseXML !== null
        ? resolve(request.responseXML)
        : fail("missing", `HTTP ${request.status}`);
    request.onerror = () => fail("network", "no answer");
    request.onabort = () => fail("network", "stopped");
    request.onloadend = () => signal.removeEventListener("abort", stop);
    signal.addEventListener("abort", stop);
    if (signal.aborted) fail("network", "stopped");
    else request.send();
  });

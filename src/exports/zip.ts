import { zipSync } from "fflate";

/** The earliest day a ZIP can state: the same files give the same bytes. */
const EPOCH = new Date(1980, 0, 1);

/** Files as one ZIP, path → bytes. */
export const zipFiles = (files: ReadonlyMap<string, Uint8Array>): Uint8Array<ArrayBuffer> =>
  new Uint8Array(zipSync(Object.fromEntries(files), { mtime: EPOCH }));

import { Unzip, UnzipInflate } from "fflate";

/** Why an archive is not opened. */
export type ZipRefusal =
  | "too-large"
  | "bomb"
  | "too-many-entries"
  | "encrypted"
  | "broken"
  | "bad-path"
  | "nested";

/** What one archive may be. */
export interface ZipLimits {
  /** Bytes of the file itself. */
  readonly file: number;
  /** Bytes of everything in it, counted while it is inflated: what the archive says of itself is not believed. */
  readonly inflated: number;
  readonly entries: number;
}

const MEGABYTE = 1024 * 1024;
export const ZIP_LIMITS: ZipLimits = { file: 200 * MEGABYTE, inflated: 800 * MEGABYTE, entries: 5000 };

/** Bytes given to the inflater at a time: a bomb is noticed before much of it has gone off. */
const STEP = 64 * 1024;
const ENCRYPTED = 1;
const LOCAL_HEADER = [0x50, 0x4b, 0x03, 0x04] as const;

/** Whether the bytes begin as a zip does. */
export const isZip = (bytes: Uint8Array): boolean => LOCAL_HEADER.every((byte, at) => bytes[at] === byte);

/**
 * Everything in an archive by its path, as long as it stays within the limits. Nothing is written anywhere; a path that climbs out of its
 * folder is refused all the same, since somebody may write it later.
 * @param keep paths to be kept; the others are counted and dropped
 */
export async function unzipSafely(
  bytes: Uint8Array,
  limits: ZipLimits = ZIP_LIMITS,
  keep: (path: string) => boolean = () => true,
): Promise<{ readonly files: ReadonlyMap<string, Uint8Array> } | { readonly refused: ZipRefusal }> {
  if (bytes.length > limits.file) return { refused: "too-large" };
  if (!isZip(bytes)) return { refused: "broken" };
  if (((bytes[6] ?? 0) & ENCRYPTED) === ENCRYPTED) return { refused: "encrypted" };
  const files = new Map<string, Uint8Array>();
  let refused: ZipRefusal | null = null;
  let inflated = 0;
  let entries = 0;
  let open = 0;
  const unzip = new Unzip((file) => {
    entries++;
    if (refused !== null || entries > limits.entries) {
      refused ??= "too-many-entries";
      return;
    }
    if (/(^|[\\/])\.\.([\\/]|$)|^[\\/]|^[A-Za-z]:/.test(file.name)) {
      refused = "bad-path";
      return;
    }
    if (file.name.endsWith("/")) return;
    const parts: Uint8Array[] = [];
    const isKept = keep(file.name);
    open++;
    file.ondata = (error, chunk, final) => {
      if (error !== null) {
        refused ??= "broken";
        return;
      }
      inflated += chunk.length;
      if (inflated > limits.inflated) {
        refused ??= "bomb";
        file.terminate();
        return;
      }
      if (isKept) parts.push(chunk);
      if (!final) return;
      open--;
      if (isKept) files.set(file.name, joined(parts));
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  try {
    for (let at = 0; at < bytes.length && refused === null; at += STEP) {
      unzip.push(bytes.subarray(at, at + STEP), at + STEP >= bytes.length);
      // Between steps a worker can be told to stop.
      if ((at / STEP) % 64 === 63) await Promise.resolve();
    }
  } catch {
    refused ??= "broken";
  }
  if (refused === null && (open > 0 || entries === 0)) refused = "broken";
  return refused === null ? { files } : { refused };
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return only;
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

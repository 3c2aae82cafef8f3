import type { Manifest } from "@/domain/manifest";
import { compare } from "./problems";
import { sha256 } from "./sha256";

/** A file the build has read, as the manifest lists it. */
export type FileFacts = Manifest["inputs"][number];

/** Where the files of the packs are: a folder on a disk, a zip, a browser's store. Paths start with `data/`. */
export interface PackFiles {
  readonly has: (path: string) => boolean;
  /** @throws when there is no such file; ask `has` before */
  readonly bytes: (path: string) => Uint8Array;
}

/** Files held in memory, path → bytes. */
export const filesInMemory = (files: ReadonlyMap<string, Uint8Array>): PackFiles => ({
  has: (path) => files.has(path),
  bytes: (path) => {
    const bytes = files.get(path);
    if (bytes === undefined) throw new RangeError(`"${path}" is not among the files of the pack`);
    return bytes;
  },
});

/** Reads files under `data/` and remembers what was read: whatever the build looked at is in the manifest. */
export class Inputs {
  readonly #read = new Map<string, { readonly bytes: Uint8Array; readonly rows: number | null }>();

  constructor(private readonly files: PackFiles) {}

  has(path: string): boolean {
    return this.files.has(path);
  }

  bytes(path: string): Uint8Array {
    const known = this.#read.get(path);
    if (known !== undefined) return known.bytes;
    const bytes = this.files.bytes(path);
    this.#read.set(path, { bytes, rows: null });
    return bytes;
  }

  text(path: string): string {
    return new TextDecoder().decode(this.bytes(path));
  }

  countRows(path: string, rows: number): void {
    const read = this.#read.get(path);
    if (read !== undefined) this.#read.set(path, { ...read, rows });
  }

  async facts(): Promise<FileFacts[]> {
    const facts = [...this.#read].map(async ([path, { bytes, rows }]) => ({
      path,
      sha256: await sha256(bytes),
      bytes: bytes.length,
      rows,
    }));
    return (await Promise.all(facts)).toSorted((a, b) => compare(a.path, b.path));
  }
}

import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { compare } from "./problems";

/** A file the build has read, as the manifest lists it. */
export interface FileFacts {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly rows: number | null;
}

export const sha256 = (bytes: Uint8Array | string): string =>
  createHash("sha256").update(bytes).digest("hex");

/** Reads files under `data/` and remembers what was read: whatever the build looked at is in the manifest. */
export class Inputs {
  readonly #read = new Map<string, FileFacts>();

  /** @param folder where `data/` is; paths given to the methods and shown to people start with `data/` */
  constructor(private readonly folder: string) {}

  has(path: string): boolean {
    return existsSync(this.#locate(path));
  }

  bytes(path: string): Buffer {
    const bytes = readFileSync(this.#locate(path));
    if (!this.#read.has(path))
      this.#read.set(path, { path, sha256: sha256(bytes), bytes: bytes.length, rows: null });
    return bytes;
  }

  text(path: string): string {
    return this.bytes(path).toString("utf8");
  }

  countRows(path: string, rows: number): void {
    const facts = this.#read.get(path);
    if (facts !== undefined) this.#read.set(path, { ...facts, rows });
  }

  facts(): FileFacts[] {
    return [...this.#read.values()].toSorted((a, b) => compare(a.path, b.path));
  }

  #locate(path: string): string {
    return join(this.folder, path.replace(/^data\//, ""));
  }
}

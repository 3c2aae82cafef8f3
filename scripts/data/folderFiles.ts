import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { PackFiles } from "@/pack/inputs";

/** The packs as they lie on a disk. @param folder where `data/` is, e.g. `data` of the repository */
export function folderFiles(folder: string): PackFiles {
  const locate = (path: string) => join(folder, path.replace(/^data\//, ""));
  return { has: (path) => existsSync(locate(path)), bytes: (path) => readFileSync(locate(path)) };
}

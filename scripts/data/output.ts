import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import type { Artifacts } from "./artifacts";
import { compare } from "./problems";

/**
 * Puts the artifacts in place of what is in `outDir`. They are written beside it first and swapped in whole, so that
 * an interrupted run leaves the old folder as it was.
 */
export function writeArtifacts(outDir: string, artifacts: Artifacts): void {
  const fresh = `${outDir}.new`;
  const old = `${outDir}.old`;
  for (const folder of [fresh, old]) rmSync(folder, { recursive: true, force: true });
  for (const [path, bytes] of artifacts) {
    const file = join(fresh, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
  if (existsSync(outDir)) renameSync(outDir, old);
  renameSync(fresh, outDir);
  rmSync(old, { recursive: true, force: true });
}

/** Artifacts that are missing from `outDir`, differ there, or should not be there; ascending. */
export function staleArtifacts(outDir: string, artifacts: Artifacts): string[] {
  const present = existsSync(outDir)
    ? readdirSync(outDir, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => relative(outDir, join(entry.parentPath, entry.name)).split(sep).join("/"))
    : [];
  const changed = [...artifacts].flatMap(([path, bytes]) =>
    present.includes(path) && readFileSync(join(outDir, path)).equals(bytes) ? [] : [path],
  );
  const surplus = present.filter((path) => !artifacts.has(path));
  return [...changed, ...surplus].toSorted(compare);
}

import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { RELEASES_FOLDER } from "@/domain/release";
import type { Artifacts } from "@/pack/artifacts";
import { compare } from "@/pack/problems";

/**
 * Puts the artifacts in place of what is in `outDir`. They are written beside it first and swapped in whole, so that
 * an interrupted run leaves the old folder as it was. Releases kept in `outDir` stay as they are.
 */
export function writeArtifacts(outDir: string, artifacts: Artifacts): void {
  const fresh = `${outDir}.new`;
  const old = `${outDir}.old`;
  // A run that was stopped between the two renames: the releases lie in the old folder, and nowhere else.
  if (!existsSync(outDir) && existsSync(old)) renameSync(old, outDir);
  for (const folder of [fresh, old]) rmSync(folder, { recursive: true, force: true });
  for (const [path, bytes] of artifacts) {
    const file = join(fresh, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
  const releases = join(outDir, RELEASES_FOLDER);
  if (existsSync(releases)) cpSync(releases, join(fresh, RELEASES_FOLDER), { recursive: true });
  if (existsSync(outDir)) renameSync(outDir, old);
  renameSync(fresh, outDir);
  rmSync(old, { recursive: true, force: true });
}

/** Artifacts that are missing from `outDir`, differ there, or should not be there; ascending. Releases are no artifacts. */
export function staleArtifacts(outDir: string, artifacts: Artifacts): string[] {
  const present = filesBelow(outDir).filter((path) => !path.startsWith(`${RELEASES_FOLDER}/`));
  const changed = [...artifacts].flatMap(([path, bytes]) =>
    present.includes(path) && readFileSync(join(outDir, path)).equals(bytes) ? [] : [path],
  );
  const surplus = present.filter((path) => !artifacts.has(path));
  return [...changed, ...surplus].toSorted(compare);
}

/** Files of a folder and all folders below it, relative, in the order of the disk; none where there is no folder. */
export const filesBelow = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    : [];

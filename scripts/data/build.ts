import type { DataProblem } from "@/domain/parse";
import { assembleData } from "@/pack/assemble";
import type { Pack } from "@/pack/packs";
import { folderFiles } from "./folderFiles";
import { staleArtifacts, writeArtifacts } from "./output";

export interface BuildOptions {
  readonly packs: readonly Pack[];
  /** Where the artifacts go, e.g. `public/data`. */
  readonly outDir: string;
  /** Compare with what is in `outDir` and write nothing. */
  readonly check?: boolean;
  /** The folder with the packs; `data` of the repository unless a test brings its own. */
  readonly dataDir?: string;
}

export interface BuildResult {
  /** Every problem found. With an error among them nothing was written. */
  readonly problems: readonly DataProblem[];
  /** Artifact paths written. */
  readonly written: readonly string[];
  /** With `check`: artifact paths in `outDir` that are not what a build would write. */
  readonly stale: readonly string[];
}

/** Builds `public/data` from the packs: same inputs, same bytes. */
export async function buildData({
  packs,
  outDir,
  check = false,
  dataDir = "data",
}: BuildOptions): Promise<BuildResult> {
  const { artifacts, problems } = await assembleData(packs, folderFiles(dataDir));
  if (artifacts === null) return { problems, written: [], stale: [] };
  if (check) return { problems, written: [], stale: staleArtifacts(outDir, artifacts) };
  writeArtifacts(outDir, artifacts);
  return { problems, written: [...artifacts.keys()], stale: [] };
}

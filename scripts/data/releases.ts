import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { DATASET_PATHS } from "@/domain/dataset";
import { isoDate } from "@/domain/date";
import { type Manifest, manifestSchema } from "@/domain/manifest";
import type { DataProblem } from "@/domain/parse";
import {
  RELEASE_INDEX_PATH,
  RELEASE_NAME,
  RELEASES_FOLDER,
  releaseFilePath,
  releaseManifestPath,
  releaseOf,
} from "@/domain/release";
import { type KeptRelease, type ReleaseIndex, releaseIndexSchema } from "@/domain/releaseIndex";
import { z } from "@/domain/schema";
import type { Artifacts } from "@/pack/artifacts";
import { assembleData } from "@/pack/assemble";
import { PACKS, type Pack } from "@/pack/packs";
import { compare, Problems } from "@/pack/problems";
import { jsonBytes } from "@/pack/steps/geometry";
import { folderFiles } from "./folderFiles";
import { filesBelow, staleArtifacts } from "./output";
import { sha256 } from "./sha256";

const FROM_GIT = "restore it: git checkout -- public/data/r";
const EMPTY_INDEX: ReleaseIndex = { schemaVersion: 1, releases: [] };

/** A release that was made, or was there already. */
export interface MadeRelease {
  /** Every problem found; with an error among them nothing was written. */
  readonly problems: readonly DataProblem[];
  /** Its name; null when there are errors. */
  readonly release: string | null;
  /** It was kept before: nothing was written. */
  readonly isKnown: boolean;
  /** Files written, and files other releases have as well. */
  readonly written: number;
  readonly shared: number;
}

/**
 * Keeps the data as they are now as a release below `outDir`. Its files are named by their content, so that only what differs from
 * other releases is added; whatever is there already is never written again.
 */
export async function makeRelease({
  packs,
  outDir,
  dataDir = "data",
}: {
  readonly packs: readonly Pack[];
  /** Where the artifacts lie, e.g. `public/data`. */
  readonly outDir: string;
  readonly dataDir?: string;
}): Promise<MadeRelease> {
  const { artifacts, problems: found } = await assembleData(packs, folderFiles(dataDir));
  const problems = new Problems();
  problems.add(...found);
  const refused = (): MadeRelease => ({
    problems: problems.all(),
    release: null,
    isKnown: false,
    written: 0,
    shared: 0,
  });
  if (artifacts === null) return refused();
  // What is released should be what was looked at: the artifacts a person has committed. The official pack alone has none there.
  if (packs.length === PACKS.length) {
    for (const path of staleArtifacts(outDir, artifacts)) {
      const at = { file: `${outDir}/${path}`, row: null };
      problems.error(at, null, null, "is stale", "run: npm run data; look at the difference, then release");
    }
  }
  const { manifest, release } = described(artifacts);
  const plan = filesOf(artifacts, manifest);
  const present = (path: string) => existsSync(join(outDir, path));
  for (const [path, bytes] of plan) {
    if (!present(path) || readFileSync(join(outDir, path)).equals(bytes)) continue;
    const at = { file: `${outDir}/${path}`, row: null };
    problems.error(at, null, null, "is not what its name says", `${FROM_GIT}, or delete it if it is new`);
  }
  const index = present(RELEASE_INDEX_PATH) ? readIndex(outDir, problems) : EMPTY_INDEX;
  const manifestPath = releaseManifestPath(release);
  const kept = present(manifestPath) ? readManifest(outDir, manifestPath, problems) : null;
  if (kept !== null && !showsTheSame(kept, manifest)) {
    const at = { file: `${outDir}/${manifestPath}`, row: null };
    const remedy =
      "a change of any row gives another name; if nothing was changed, restore the release from git";
    problems.error(at, null, release, "is the name of a release that has other data", remedy);
  }
  if (problems.hasErrors || index === null) return refused();

  const isKnown = kept !== null && index.releases.some((each) => each.release === release);
  const missing = [...plan].filter(([path]) => !present(path));
  for (const [path, bytes] of missing) writeWhole(join(outDir, path), bytes);
  if (kept === null) writeWhole(join(outDir, manifestPath), manifestBytes(artifacts));
  // Last: a run that is stopped before leaves files that the next run finds, and no release without its files.
  if (!index.releases.some((each) => each.release === release)) {
    const added: KeptRelease = { release, packs: manifest.packs, defaultAsOf: isoDate(manifest.defaultAsOf) };
    const releases = [...index.releases, added];
    writeWhole(join(outDir, RELEASE_INDEX_PATH), jsonBytes({ ...index, releases }));
  }
  return {
    problems: problems.all(),
    release,
    isKnown: isKnown && missing.length === 0,
    written: missing.length,
    shared: plan.size - missing.length,
  };
}

/**
 * Everything that is wrong with the releases below `outDir`: the list against the folders, each manifest against its name, each file
 * against its manifest, and what belongs to none. No releases: no problems.
 */
export function releaseProblems(outDir: string): readonly DataProblem[] {
  const problems = new Problems();
  const folder = join(outDir, RELEASES_FOLDER);
  if (!existsSync(folder)) return [];
  const at = (path: string) => ({ file: `${outDir}/${path}`, row: null });
  const index = readIndex(outDir, problems);
  const listed = new Map(index?.releases.map((each) => [each.release, each]) ?? []);
  const folders = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && RELEASE_NAME.test(entry.name))
    .map(({ name }) => name);
  const belonging = new Set<string>([RELEASE_INDEX_PATH]);
  const hashes = new Map<string, { readonly sha256: string; readonly bytes: number } | null>();
  const factsOf = (path: string) => {
    const known = hashes.get(path);
    if (known !== undefined) return known;
    const file = join(outDir, path);
    const bytes = existsSync(file) ? readFileSync(file) : null;
    const facts = bytes === null ? null : { sha256: sha256(bytes), bytes: bytes.length };
    hashes.set(path, facts);
    return facts;
  };

  for (const release of [...new Set([...listed.keys(), ...folders])].toSorted(compare)) {
    const path = releaseManifestPath(release);
    belonging.add(path);
    const manifest = readManifest(outDir, path, problems);
    if (manifest === null) continue;
    const name = releaseOf(manifest);
    if (name !== release)
      problems.error(at(path), "outputs", name, "is the manifest of a release of this name", FROM_GIT);
    const row = listed.get(release);
    if (row === undefined && index !== null) {
      const remedy = `add it: npm run data -- release with the data it was made of; or delete ${outDir}/${RELEASES_FOLDER}/${release} if it was never published`;
      problems.error(at(RELEASE_INDEX_PATH), null, release, "is not listed, but there is its folder", remedy);
    }
    if (
      row !== undefined &&
      !isEqual(summaryOf(manifest), { packs: row.packs, defaultAsOf: row.defaultAsOf })
    )
      problems.error(
        at(RELEASE_INDEX_PATH),
        null,
        release,
        "is listed with packs or a day that are not those of its manifest",
        FROM_GIT,
      );
    for (const output of manifest.outputs) {
      const file = filePathOf(output);
      if (file === null) {
        problems.error(at(path), "outputs", output.path, "has no checksum or no ending", FROM_GIT);
        continue;
      }
      belonging.add(file);
      const facts = factsOf(file);
      const message =
        facts === null
          ? "is missing"
          : facts.sha256 !== output.sha256 || facts.bytes !== output.bytes
            ? "was changed: it has not the bytes the manifest tells"
            : null;
      if (message !== null)
        problems.error(at(file), null, null, `(${output.path} of ${release}) ${message}`, FROM_GIT);
    }
  }
  for (const path of filesBelow(folder).map((file) => `${RELEASES_FOLDER}/${file}`)) {
    if (!belonging.has(path))
      problems.error(
        at(path),
        null,
        null,
        "belongs to no release",
        "delete it; if a release was being made, make it again",
      );
  }
  return problems.all();
}

/**
 * Copies the releases made of exactly these packs, their files and a list of them alone, and nothing else: a site of official data must
 * not hold a byte of the scenario. Returns their names.
 * @throws Error listing every problem of the releases in `from`
 */
export function copyReleases(from: string, to: string, packs: readonly Pack[]): readonly string[] {
  const problems = new Problems();
  problems.add(...releaseProblems(from));
  const index = existsSync(join(from, RELEASE_INDEX_PATH)) ? readIndex(from, problems) : EMPTY_INDEX;
  const wanted = index?.releases.filter((each) => isEqual(each.packs, packs)) ?? [];
  const manifests = wanted.map(({ release }) => readManifest(from, releaseManifestPath(release), problems));
  if (problems.hasErrors) {
    const lines = problems.all().map(({ file, message, remedy }) => `${file} ${message} → ${remedy}`);
    throw new Error(`the releases cannot be copied:\n${[...new Set(lines)].join("\n")}`);
  }
  const paths = new Set([
    ...wanted.map(({ release }) => releaseManifestPath(release)),
    ...manifests.flatMap((manifest) => manifest?.outputs.map(releaseFilePath) ?? []),
  ]);
  for (const path of paths) {
    mkdirSync(dirname(join(to, path)), { recursive: true });
    cpSync(join(from, path), join(to, path));
  }
  // Also where there is none: a page that asks for the list should learn that, not meet a missing file.
  writeWhole(join(to, RELEASE_INDEX_PATH), jsonBytes({ ...EMPTY_INDEX, releases: wanted }));
  return wanted.map(({ release }) => release);
}

const manifestBytes = (artifacts: Artifacts): Uint8Array => {
  const bytes = artifacts.get(DATASET_PATHS.manifest);
  if (bytes === undefined) throw new Error("the data were assembled without a manifest");
  return bytes;
};

function described(artifacts: Artifacts): { readonly manifest: Manifest; readonly release: string } {
  const manifest = z.parse(manifestSchema, JSON.parse(new TextDecoder().decode(manifestBytes(artifacts))));
  const release = releaseOf(manifest);
  if (release === null) throw new Error("the data were assembled without an artifact");
  return { manifest, release };
}

/** Path below `outDir` → bytes, for every output. */
const filesOf = (artifacts: Artifacts, manifest: Manifest): ReadonlyMap<string, Uint8Array> =>
  new Map(
    manifest.outputs.map((output) => [
      releaseFilePath(output),
      artifacts.get(output.path) ?? new Uint8Array(),
    ]),
  );

/** What the list says of a release. */
const summaryOf = ({ packs, defaultAsOf }: Manifest) => ({ packs, defaultAsOf });

/** Inputs and warnings may differ: the order of rows in a file changes its checksum, and no picture. */
const showsTheSame = (a: Manifest, b: Manifest): boolean => isEqual(shown(a), shown(b));
const shown = ({ schemaVersion, packs, outputs, recordingDates, defaultAsOf }: Manifest) => ({
  schemaVersion,
  packs,
  outputs,
  recordingDates,
  defaultAsOf,
});

/** Of plain data whose keys are in the order of one schema. */
const isEqual = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

function filePathOf(output: Manifest["outputs"][number]): string | null {
  try {
    return releaseFilePath(output);
  } catch (cause) {
    if (cause instanceof RangeError) return null;
    throw cause;
  }
}

const readIndex = (outDir: string, problems: Problems): ReleaseIndex | null =>
  readJson(outDir, RELEASE_INDEX_PATH, releaseIndexSchema, problems);

const readManifest = (outDir: string, path: string, problems: Problems): Manifest | null =>
  readJson(outDir, path, manifestSchema, problems);

/** A file that fits a schema; otherwise null, and a problem that says why. */
function readJson<Schema extends z.ZodMiniType>(
  outDir: string,
  path: string,
  schema: Schema,
  problems: Problems,
): z.output<Schema> | null {
  const at = { file: `${outDir}/${path}`, row: null };
  const file = join(outDir, path);
  if (!existsSync(file)) {
    problems.error(at, null, null, "is missing", FROM_GIT);
    return null;
  }
  try {
    const result = z.safeParse(schema, JSON.parse(readFileSync(file, "utf8")));
    if (result.success) return result.data;
    for (const issue of result.error.issues)
      problems.error(at, issue.path.join(".") || null, null, issue.message, FROM_GIT);
  } catch (cause) {
    problems.error(
      at,
      null,
      null,
      `cannot be read: ${cause instanceof Error ? cause.message : cause}`,
      FROM_GIT,
    );
  }
  return null;
}

/** Under another name first: a run that is stopped leaves no half of a file under the name of its content. */
function writeWhole(file: string, bytes: Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, bytes);
  renameSync(`${file}.new`, file);
}

import type { Manifest } from "./manifest";

const NAME_LENGTH = 12;
const DRAFT_PREFIX = "nhap-";

/**
 * A short name of a data release: the checksums of all artifacts, added bit by bit (exclusive or), so that any change of any of them
 * changes it, whatever their order. Not a safeguard against forgery. Null without a manifest. A draft's name says that it is one, and is none
 * that a link or a frame could be held to.
 */
export function releaseOf(manifest: Pick<Manifest, "outputs" | "draft"> | null): string | null {
  if (manifest === null || manifest.outputs.length === 0) return null;
  const mixed = Array.from({ length: NAME_LENGTH }, (_, place) =>
    manifest.outputs.reduce((digit, { sha256 }) => digit ^ Number.parseInt(sha256[place] ?? "0", 16), 0),
  );
  const name = mixed.map((digit) => (digit & 15).toString(16)).join("");
  return manifest.draft === true ? `${DRAFT_PREFIX}${name}` : name;
}

/** What a name given by `releaseOf` looks like. Anything else must not become part of a path. */
export const RELEASE_NAME = /^[0-9a-f]{12}$/;

/** Releases that are kept, below `data/`. `npm run data` leaves this folder alone. */
export const RELEASES_FOLDER = "r";
/** The list of the releases kept, below `data/`. */
export const RELEASE_INDEX_PATH = `${RELEASES_FOLDER}/index.json`;
/** Files of all releases, by their content: what two releases have in common is kept once. */
export const RELEASE_FILES_FOLDER = `${RELEASES_FOLDER}/files`;

/** Path of a release's manifest below `data/`. @throws RangeError for what is not the name of a release */
export function releaseManifestPath(release: string): string {
  if (!RELEASE_NAME.test(release))
    throw new RangeError(`"${release}" is not the name of a release: twelve digits 0-9 a-f`);
  return `${RELEASES_FOLDER}/${release}/manifest.json`;
}

/** So many digits of a checksum tell files apart: 128 bits. */
const FILE_NAME_LENGTH = 32;

/**
 * Path below `data/` of a file a release holds: its name is its content, its ending stays, so that a host knows what it is.
 * @throws RangeError when the manifest's checksum is not one, or the ending is not letters and digits
 */
export function releaseFilePath({
  path,
  sha256,
}: Pick<Manifest["outputs"][number], "path" | "sha256">): string {
  const ending = /\.[a-z0-9]+$/.exec(path)?.[0];
  if (!/^[0-9a-f]{64}$/.test(sha256) || ending === undefined)
    throw new RangeError(`"${path}" has no SHA-256 of 64 digits 0-9 a-f (${sha256}), or no ending`);
  return `${RELEASE_FILES_FOLDER}/${sha256.slice(0, FILE_NAME_LENGTH)}${ending}`;
}

/**
 * Where a release keeps an artifact, below `data/`; null: it has none of this path. For files that are not read as text, a picture
 * of a map for one; texts come through `releaseReader` (src/datasets/release.ts).
 */
export function releasePathOf(manifest: Pick<Manifest, "outputs">, path: string): string | null {
  const output = manifest.outputs.find((each) => each.path === path);
  return output === undefined ? null : releaseFilePath(output);
}

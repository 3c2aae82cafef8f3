import { type Manifest, manifestSchema } from "@/domain/manifest";
import { RELEASE_INDEX_PATH, releaseManifestPath, releaseOf, releasePathOf } from "@/domain/release";
import { type ReleaseIndex, releaseIndexSchema } from "@/domain/releaseIndex";
import { z } from "@/domain/schema";
import { type DataSource, type Read, ReadError, readerOf } from "./read";

/** Text of a file as JSON that fits a schema. @throws ReadError `invalid`, saying where it first goes wrong */
function parsed<Schema extends z.ZodMiniType>(path: string, text: string, schema: Schema): z.output<Schema> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new ReadError("invalid", `${path} is not JSON: ${String(cause)}`);
  }
  const result = z.safeParse(schema, value);
  if (result.success) return result.data;
  const [first] = result.error.issues;
  throw new ReadError("invalid", `${path}: ${first?.path.join(".")}: ${first?.message}`);
}

/**
 * The releases a site keeps, in the order they were made.
 * @throws ReadError `missing` where a site keeps none, `network`, or `invalid`
 */
export async function loadReleases(source: DataSource): Promise<ReleaseIndex["releases"]> {
  const text = await readerOf(source)(RELEASE_INDEX_PATH);
  return parsed(RELEASE_INDEX_PATH, text, releaseIndexSchema).releases;
}

/**
 * Reads one release of a site as if it were its data: to be given to every loader in place of the address. The release's manifest says
 * in which file an artifact is; it is asked for once, and again only after it failed.
 *
 * The reader throws ReadError: `missing` for what is no name of a release (nothing is asked for then), a release that is not kept, or
 * an artifact it does not have; `invalid` for a manifest that is not this release's.
 */
export function releaseReader(source: DataSource, release: string): Read {
  const read = readerOf(source);
  let asked: Promise<{ readonly text: string; readonly manifest: Manifest }> | null = null;
  const load = async () => {
    const path = checked(() => releaseManifestPath(release), "missing");
    const text = await read(path).catch((cause: unknown) => {
      if (!(cause instanceof ReadError) || cause.reason !== "missing") throw cause;
      throw new ReadError(
        "missing",
        `the release ${release} is not kept here: ${path} is missing (${cause.message})`,
      );
    });
    const manifest = parsed(path, text, manifestSchema);
    if (releaseOf(manifest) !== release)
      throw new ReadError("invalid", `${path} is the manifest of another release, ${releaseOf(manifest)}`);
    return { text, manifest };
  };
  return async (path) => {
    asked ??= load().catch((cause: unknown) => {
      asked = null;
      throw cause;
    });
    const { text, manifest } = await asked;
    if (path === "manifest.json") return text;
    const file = checked(() => releasePathOf(manifest, path), "invalid");
    if (file === null) throw new ReadError("missing", `the release ${release} has no ${path}`);
    return read(file);
  };
}

/** A path made from what came from outside; what cannot be one becomes an error of reading. */
function checked<Path>(make: () => Path, reason: "missing" | "invalid"): Path {
  try {
    return make();
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw new ReadError(reason, cause.message);
  }
}

import { isoDateSchema } from "./date";
import { manifestSchema } from "./manifest";
import { RELEASE_NAME } from "./release";
import { z } from "./schema";

/** One release that is kept. What else is known of it stands in its manifest. */
export const keptReleaseSchema = z.object({
  /** Its name: `releaseOf` its manifest. */
  release: z.string().check(z.regex(RELEASE_NAME)),
  /** Packs built in, in order: a site of official data alone keeps those that have no other. */
  packs: manifestSchema.shape.packs,
  /** The day a map of it opens on. */
  defaultAsOf: isoDateSchema,
});
export type KeptRelease = z.infer<typeof keptReleaseSchema>;

/** The list `r/index.json`: releases in the order they were made. Rows are added at its end, and never changed. */
export const releaseIndexSchema = z.object({
  schemaVersion: z.literal(1),
  releases: z
    .array(keptReleaseSchema)
    .check(
      z.refine(
        (releases) => new Set(releases.map(({ release }) => release)).size === releases.length,
        "names a release twice",
      ),
    ),
});
export type ReleaseIndex = z.infer<typeof releaseIndexSchema>;

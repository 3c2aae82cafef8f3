/** Checksums of a picture. */
export interface PictureSums {
  /** The drawing of an embedded map, whose colours are names. */
  readonly embed: string;
  /** The same scene as a file, in the colours of a theme. */
  readonly svg: string;
  /** The words beside it: title, legends, table, sources. */
  readonly texts: string;
}
/** By name of the picture: its link. */
export type Pictures = Readonly<Record<string, PictureSums>>;
/** What `pictures.json` holds: release → renderer version → pictures. */
export type PictureRecord = Readonly<Record<string, Readonly<Record<string, Pictures>>>>;

export const RECORD_COMMAND = "RECORD_PICTURES=1 npx vitest run test/releases";

const RAISE = `raise RENDERER_VERSION in src/scene/rendererVersion.ts and run: ${RECORD_COMMAND}`;
const PARTS = ["embed", "svg", "texts"] as const satisfies readonly (keyof PictureSums)[];

/**
 * Holds the pictures drawn now against those recorded for the same release and renderer version. `problems`: what a person has to do;
 * `next`: the record with what it lacks. What is recorded is never changed, so that a change cannot be recorded away by habit.
 */
export function compareWithRecord(
  record: PictureRecord,
  drawn: Readonly<Record<string, Pictures>>,
  version: number,
): {
  readonly problems: readonly string[];
  readonly missing: readonly string[];
  readonly next: PictureRecord;
} {
  const problems: string[] = [];
  const missing: string[] = [];
  const next: Record<string, Record<string, Pictures>> = {};
  for (const release of [...new Set([...Object.keys(record), ...Object.keys(drawn)])].toSorted()) {
    const pictures = drawn[release];
    const versions = record[release] ?? {};
    const known = versions[version] ?? {};
    if (pictures === undefined) {
      problems.push(
        `${release}: recorded, but no release of this name is kept: restore public/data/r from git`,
      );
      next[release] = { ...versions };
      continue;
    }
    for (const [name, sums] of Object.entries(pictures)) {
      const before = known[name];
      if (before === undefined) {
        missing.push(`${release}: "${name}"`);
        continue;
      }
      const parts = PARTS.filter((part) => before[part] !== sums[part]);
      if (parts.length > 0)
        problems.push(
          `${release}: "${name}" is another picture (${parts.join(", ")}) than renderer version ${version} has drawn: frozen embeds would change. If that is meant, ${RAISE}`,
        );
    }
    for (const name of Object.keys(known))
      if (pictures[name] === undefined)
        problems.push(
          `${release}: "${name}" was drawn by renderer version ${version} and can no longer be: bring it back, or ${RAISE}`,
        );
    next[release] = { ...versions, [version]: { ...pictures, ...known } };
  }
  return { problems, missing, next };
}

import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Feature } from "geojson";

/** One feature a line: a change shows as one line in a comparison. Written beside the file first, then swapped in. */
export function writeFeatures(
  path: string,
  features: readonly Feature[],
  members: Readonly<Record<string, string>> = {},
) {
  const head = Object.entries(members).map(
    ([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)},\n`,
  );
  const body = features.map((feature) => JSON.stringify(feature)).join(",\n");
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.new`, `{"type":"FeatureCollection",\n${head.join("")}"features":[\n${body}\n]}\n`);
  renameSync(`${path}.new`, path);
}

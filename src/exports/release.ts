import type { Manifest } from "@/domain/manifest";

const NAME_LENGTH = 12;

/**
 * A short name of a data release: the checksums of all artifacts, added bit by bit (exclusive or), so that any change of any of them
 * changes it, whatever their order. Not a safeguard against forgery. Null without a manifest.
 */
export function releaseOf(manifest: Pick<Manifest, "outputs"> | null): string | null {
  if (manifest === null || manifest.outputs.length === 0) return null;
  const mixed = Array.from({ length: NAME_LENGTH }, (_, place) =>
    manifest.outputs.reduce((digit, { sha256 }) => digit ^ Number.parseInt(sha256[place] ?? "0", 16), 0),
  );
  return mixed.map((digit) => (digit & 15).toString(16)).join("");
}

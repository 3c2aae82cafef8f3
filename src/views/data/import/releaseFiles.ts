import type { Locale } from "@/i18n/locale";
import { importToolMessages } from "@/i18n/messages/importTool";
import { type Draft, overlay } from "@/imports/draft/buildDraft";
import type { PackFiles } from "@/pack/inputs";

/** A site's own settings are no data of the programme, and stay as they are on the host. */
const SETTINGS = "data/site.json";

/**
 * The files of a release: `data/` for whoever builds the site, `public/data/` for whoever replaces that folder on a host, and a text that
 * says so. `isFull`: the pack with what is withheld instead, in a folder no build reads and no host serves.
 * @throws Error when the draft has an error left
 */
export function releaseFiles(
  base: PackFiles,
  draft: Draft,
  isFull: boolean,
  locale: Locale,
): ReadonlyMap<string, Uint8Array> {
  const { artifacts } = draft;
  const m = importToolMessages[locale];
  if (artifacts === null) throw new Error("the draft has an error left");
  const text = (lines: string) => new TextEncoder().encode(`${lines}\n`);
  const inputs = inputsOf(artifacts);
  if (isFull) {
    const full = overlay(base, draft.fullFiles ?? draft.files);
    return new Map([
      [`${m["folder.full"]}/${m["file.readme"]}.txt`, text(m["readme.full"])],
      ...inputs.map((path): [string, Uint8Array] => [
        `${m["folder.full"]}/${path.replace(/^data\//, "")}`,
        full.bytes(path),
      ]),
    ]);
  }
  const published = overlay(base, draft.files);
  return new Map([
    [`${m["file.readme"]}.txt`, text(m["readme.release"](draft.packs.join(", ")))],
    ...inputs
      .filter((path) => path !== SETTINGS)
      .map((path): [string, Uint8Array] => [path, published.bytes(path)]),
    ...[...artifacts].map(([path, bytes]): [string, Uint8Array] => [`public/data/${path}`, bytes]),
  ]);
}

/** Every file of `data/` the build looked at, as its manifest lists them. */
function inputsOf(artifacts: ReadonlyMap<string, Uint8Array>): readonly string[] {
  const manifest: { readonly inputs: readonly { readonly path: string }[] } = JSON.parse(
    new TextDecoder().decode(artifacts.get("manifest.json")),
  );
  return manifest.inputs.map(({ path }) => path);
}

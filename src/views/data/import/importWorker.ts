import { currentDraft, saveDraft } from "@/datasets/draftStore";
import { readerOf } from "@/datasets/read";
import { readFileBytes } from "@/datasets/siteFile";
import { unzipSafely, ZIP_LIMITS } from "@/imports/sheets/zipGuard";
import { filesInMemory, type PackFiles } from "@/pack/inputs";
import { type ImportSite, importer } from "./importer";
import type { FromImporter, ToImporter } from "./protocol";

/** The packs as they are published, among everything else the page of data offers. */
const ARCHIVE = "du-lieu/tai/tat-ca.zip";

async function publishedPack(root: string): Promise<PackFiles> {
  const read = await unzipSafely(await readFileBytes(`${root}${ARCHIVE}`), ZIP_LIMITS, (path) =>
    path.startsWith("data/"),
  );
  if ("refused" in read) throw new Error(`${ARCHIVE} cannot be read: ${read.refused}`);
  return filesInMemory(read.files);
}

const siteAt = (root: string): ImportSite => ({
  read: readerOf(`${root}data`),
  pack: () => publishedPack(root),
  draft: () => currentDraft(root),
  save: (draft) => saveDraft(root, draft),
});

/** The worker's side of the line: everything it does is in `importer`. */
const scope = globalThis as unknown as {
  postMessage: (message: FromImporter) => void;
  onmessage: ((event: { readonly data: ToImporter }) => void) | null;
};
const handle = importer((message) => scope.postMessage(message), siteAt);
// One after another: a choice made while a file is being read is about what was read.
let last = Promise.resolve();
scope.onmessage = ({ data }) => {
  last = last.then(() => handle(data));
};

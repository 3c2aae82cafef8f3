import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build, type Plugin } from "vite";
import { DRAFT_WORKER } from "@/datasets/draftStore";
import type { Locale } from "@/i18n/locale";
import { HOST_SCRIPT } from "@/views/embed/builder/embedCode";
import { copyReleases } from "./data/releases";
import { thirdPartyLicences } from "./licences";
import { oneLanguage } from "./oneLanguage";
import { prerender } from "./prerender/prerender";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const CACHE = path.join(ROOT, ".cache");

const pack = process.env.DATA_PACK || "all";
if (pack !== "all" && pack !== "official") fail(`DATA_PACK is "${pack}": use official or all`);
const outDir = path.resolve(ROOT, process.env.OUT_DIR ?? "dist");

mkdirSync(CACHE, { recursive: true });
const data = pack === "official" ? officialData() : publishedData();
const map = await bundle(null);
// Each page's script is a bundle of its own: a reader of one page need not fetch what only another uses.
// Comparisons have more texts than any other page: theirs is a bundle for each language.
const compare = {
  vi: await bundle("src/app/compare.tsx", "vi"),
  en: await bundle("src/app/compare.tsx", "en"),
};
const reading = await bundle("src/app/reading/main.ts");
const builder = await bundle("src/app/embed/builder.tsx");
const dataPage = await bundle("src/app/data/dataPage.ts");
// At the root, because its place is how far it reaches.
const draftWorker = await classicBundle("src/app/draft/serviceWorker.ts", "vi", DRAFT_WORKER);
const embedMap = await bundle("src/app/embed/map.ts");
const embeds = { vi: await embedBundles("vi"), en: await embedBundles("en") };
const modules = [
  ...new Set(
    [
      map,
      compare.vi,
      compare.en,
      reading,
      builder,
      dataPage,
      draftWorker,
      ...Object.values(embeds.vi),
      ...Object.values(embeds.en),
    ].flatMap((part) => part.modules),
  ),
];
// A public name: pages of others ask for it.
await classicBundle("src/app/embed/host.ts", "vi", HOST_SCRIPT);
copyPublicFiles(data);
writeFileSync(path.join(outDir, "licences", "THIRD-PARTY.txt"), thirdPartyLicences(ROOT, modules));
const pages = await prerender({
  outDir,
  script: map.script,
  scripts: {
    vi: {
      compare: compare.vi.script,
      reading: reading.script,
      builder: builder.script,
      dataPage: dataPage.script,
      ...scriptsOf(embeds.vi),
    },
    en: {
      compare: compare.en.script,
      reading: reading.script,
      builder: builder.script,
      dataPage: dataPage.script,
      ...scriptsOf(embeds.en),
    },
  },
});
console.log(
  `${path.relative(ROOT, outDir)}/: ${pages.length} pages (data: ${pack === "official" ? "official only" : "official and illustrative"})`,
);

type Bundle = Awaited<ReturnType<typeof bundle>>;

/** The scripts of embedded maps in one language: of prepared pages, of `embed.html?…`, and the interactive map that opens in place. */
async function embedBundles(
  locale: Locale,
): Promise<Readonly<Record<"embed" | "embedView" | "embedMap", Bundle>>> {
  return {
    embed: await classicBundle("src/app/embed/prerendered.ts", locale),
    embedView: await classicBundle("src/app/embed/view.tsx", locale),
    embedMap,
  };
}

function scriptsOf<Name extends string>(bundles: Readonly<Record<Name, Bundle>>): Record<Name, string> {
  return Object.fromEntries(
    Object.entries<Bundle>(bundles).map(([name, { script }]) => [name, script]),
  ) as Record<Name, string>;
}

/**
 * One classic script, whole: a frame with an opaque origin may not load modules from a host that does not send CORS headers, and one request is all a
 * small page should need. React's place is taken by Preact, which draws the same components in a tenth of its bytes.
 */
async function classicBundle(
  entry: string,
  locale: Locale,
  file = `assets/embed-[name]-${locale}-[hash:6].js`,
): Promise<Bundle> {
  const result = await build({
    root: ROOT,
    configFile: false,
    base: "./",
    logLevel: "warn",
    publicDir: false,
    plugins: [oneLanguage(locale)],
    resolve: {
      alias: [
        { find: /^@\//, replacement: `${path.join(ROOT, "src")}/` },
        { find: /^react\/jsx-runtime$/, replacement: "preact/jsx-runtime" },
        { find: /^react-dom\/client$/, replacement: "preact/compat/client" },
        { find: /^react(-dom)?$/, replacement: "preact/compat" },
        // One script holds one language; the other's texts would come with it.
        { find: /^\.\/messages\/(vi|en)$/, replacement: path.join(ROOT, "src/i18n/messages", locale) },
      ],
    },
    build: {
      outDir,
      emptyOutDir: false,
      target: "es2022",
      modulePreload: false,
      rolldownOptions: {
        input: path.join(ROOT, entry),
        // A classic script has no address of its own; what would ask for it (how a later chunk is found) is never reached.
        transform: { define: { "import.meta": "{}" } },
        output: {
          format: "iife",
          codeSplitting: false,
          entryFileNames: file,
        },
      },
    },
  });
  const outputs = Array.isArray(result) ? result : "output" in result ? [result] : [];
  const [chunk, ...more] = outputs.flatMap(({ output }) => output);
  if (chunk?.type !== "chunk" || more.length > 0) fail(`${entry} is not one script`);
  return { script: chunk.fileName, modules: chunk.moduleIds };
}

/** `public/data` as committed, after making sure that it is what `data/` says. */
function publishedData(): string {
  if (dataCommand(["--check"]) !== 0)
    fail("public/data is not what data/ says: run `npm run data`, look at the difference, commit it");
  return path.join(ROOT, "public", "data");
}

/** Data of the official pack alone, built beside the published one: not a byte of the scenario passes through here. */
function officialData(): string {
  const folder = path.join(CACHE, "data-official");
  rmSync(folder, { recursive: true, force: true });
  if (dataCommand(["--out", folder]) !== 0)
    fail("the official data could not be built; the problems are listed above");
  return folder;
}

function dataCommand(args: readonly string[]): number {
  const tsx = path.join(ROOT, "node_modules", "tsx", "dist", "cli.mjs");
  const { status } = spawnSync(process.execPath, [tsx, "scripts/data/cli.ts", ...args], {
    cwd: ROOT,
    stdio: "inherit",
  });
  return status ?? 1;
}

/**
 * One entry by Vite: its script's path below the site's root, and every module that went into the bundle. `entry` null: the map, whose
 * entry is index.html; it is built first and empties the folder. `locale`: of all its pages; null: of both.
 */
async function bundle(
  entry: string | null,
  locale: Locale | null = null,
): Promise<{ script: string; modules: readonly string[] }> {
  const inWorkers: string[] = [];
  /** Workers are bundles of their own and appear in no chunk of the page. */
  const listWorkerModules: Plugin = {
    name: "list-worker-modules",
    generateBundle: (_, files) => {
      for (const file of Object.values(files)) if (file.type === "chunk") inWorkers.push(...file.moduleIds);
    },
  };
  const result = await build({
    root: ROOT,
    configFile: path.join(ROOT, "vite.config.ts"),
    logLevel: "warn",
    // Copied below, so that the official site never holds the other data even for a moment.
    publicDir: false,
    plugins: locale === null ? [] : [oneLanguage(locale)],
    build: {
      outDir,
      emptyOutDir: entry === null,
      manifest: true,
      ...(entry === null ? {} : { rolldownOptions: { input: path.join(ROOT, entry) } }),
    },
    worker: { format: "es", plugins: () => [listWorkerModules] },
  });
  const outputs = Array.isArray(result) ? result : "output" in result ? [result] : [];
  const chunks = outputs.flatMap(({ output }) => output).filter((file) => file.type === "chunk");
  const start = chunks.find((chunk) => chunk.isEntry);
  if (start === undefined) fail("the bundle has no entry script");
  // For the budgets; not published.
  const manifest = path.join(outDir, ".vite", "manifest.json");
  const name =
    entry === null ? "" : `-${path.basename(entry, path.extname(entry))}${locale === "en" ? "-en" : ""}`;
  renameSync(manifest, path.join(CACHE, `vite-manifest-${path.basename(outDir)}${name}.json`));
  rmSync(path.dirname(manifest), { recursive: true });
  return { script: start.fileName, modules: [...chunks.flatMap((chunk) => chunk.moduleIds), ...inWorkers] };
}

/**
 * Everything of `public/` except its data, which comes from `dataFolder`, and the README's pictures. The site of official data alone
 * keeps the releases that have no other.
 */
function copyPublicFiles(dataFolder: string): void {
  const source = path.join(ROOT, "public");
  const left = new Set([path.join(source, "data"), path.join(source, "readme")]);
  cpSync(source, outDir, { recursive: true, filter: (file) => !left.has(file) });
  if (!existsSync(path.join(dataFolder, "manifest.json")))
    fail(`${dataFolder} holds no manifest.json: run \`npm run data\``);
  cpSync(dataFolder, path.join(outDir, "data"), { recursive: true });
  if (pack !== "official") return;
  try {
    copyReleases(path.join(source, "data"), path.join(outDir, "data"), ["official"]);
  } catch (cause) {
    fail(cause instanceof Error ? cause.message : String(cause));
  }
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

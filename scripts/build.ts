import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build, type Plugin } from "vite";
import type { Locale } from "@/i18n/locale";
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
const modules = [...new Set([map, compare.vi, compare.en, reading].flatMap((part) => part.modules))];
copyPublicFiles(data);
writeFileSync(path.join(outDir, "licences", "THIRD-PARTY.txt"), thirdPartyLicences(ROOT, modules));
const pages = await prerender({
  outDir,
  script: map.script,
  scripts: {
    vi: { compare: compare.vi.script, reading: reading.script },
    en: { compare: compare.en.script, reading: reading.script },
  },
});
console.log(
  `${path.relative(ROOT, outDir)}/: ${pages.length} pages (data: ${pack === "official" ? "official only" : "official and illustrative"})`,
);

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

/** Everything of `public/` except its data, which comes from `dataFolder`, and the README's pictures. */
function copyPublicFiles(dataFolder: string): void {
  const source = path.join(ROOT, "public");
  const left = new Set([path.join(source, "data"), path.join(source, "readme")]);
  cpSync(source, outDir, { recursive: true, filter: (file) => !left.has(file) });
  if (!existsSync(path.join(dataFolder, "manifest.json")))
    fail(`${dataFolder} holds no manifest.json: run \`npm run data\``);
  cpSync(dataFolder, path.join(outDir, "data"), { recursive: true });
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { LOCALES, type Locale } from "@/i18n/locale";

/** Bytes (1 kB = 1000). A number on a page is what a reader downloads: brotli, quality 11. */
export const BUDGETS = {
  /** `/` and `/en/`: the document with its SVG and styles. */
  html: 45_000,
  /** Scripts until a click on a commune opens its panel: everything but the WebGL map. */
  script: 120_000,
  /** The largest dossier of a commune or a work, whole: it asks for no font and no data. Its script is the common one of reading pages. */
  dossier: 60_000,
  /** The largest prepared map for other sites: it is painted from its document alone. */
  embed: 30_000,
  /** The same with its script: everything it ever asks for by itself. */
  wholeEmbed: 60_000,
  /** What a site that embeds a map may add to make the frame fit. */
  hostScript: 1000,
} as const;

/** One measured thing against its budget. */
export interface BudgetLine {
  readonly name: string;
  readonly bytes: number;
  readonly budget: number;
  /** What was counted, largest first. */
  readonly parts: readonly { readonly file: string; readonly bytes: number }[];
}

/** Size in bytes as a good host sends it. */
export const brotliSize = (content: Buffer | string): number => {
  const raw = typeof content === "string" ? Buffer.from(content) : content;
  return brotliCompressSync(raw, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: raw.length },
  }).length;
};

/** The part of Vite's manifest that is read here. */
export interface ManifestChunk {
  readonly file: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
}
export type ChunkManifest = Readonly<Record<string, ManifestChunk>>;

/**
 * What is asked for later than the click that opens a commune's panel, each by name: any other dynamic import counts. The
 * browser tests watch that none of these is requested before a panel is open (test/e2e/firstPaint.e2e.ts).
 */
export const ON_DEMAND: readonly { readonly module: RegExp; readonly when: string }[] = [
  { module: /^src\/render\/gl\//, when: "the WebGL map, once the drawn one is there and the page idle" },
  {
    module: /^src\/analysis\/hazardAnswer\.ts$/,
    when: "an open panel works out whether its works lie in hazard zones",
  },
  { module: /^src\/views\/explore\/DroppedNotice\.tsx$/, when: "a link was understood in part" },
  { module: /^src\/views\/explore\/SourcesDialog\.tsx$/, when: "the dialog of sources is opened" },
  { module: /^src\/views\/explore\/SearchDialog\.tsx$/, when: "the search is opened" },
  {
    module: /^src\/views\/explore\/third\/ThirdPanel\.tsx$/,
    when: "communes are to be raised, or a density to be shown",
  },
  { module: /^src\/views\/explore\/places\//, when: "a place was chosen in the search" },
  { module: /^src\/views\/explore\/filters\//, when: "the filters are opened, or a link filters" },
  { module: /^src\/views\/explore\/work\//, when: "a work is opened" },
  {
    module: /^src\/views\/explore\/CommuneSituation\.tsx$/,
    when: "a commune's panel is open: what lies below its first screen",
  },
  {
    module: /^src\/views\/explore\/(Work|Village|Zone)Panel\.tsx$/,
    when: "a work, a village or a zone is opened",
  },
  { module: /^src\/views\/explore\/several\//, when: "several communes are chosen, or a link chooses them" },
  {
    module: /^src\/views\/explore\/(questions|draw)\//,
    when: "a spatial question is asked, or a link asks one",
  },
  { module: /^src\/(views\/explore\/table|exports)\//, when: "the table is opened, or a file is asked for" },
  {
    module: /^src\/views\/explore\/help\//,
    when: "the first visit, once the map is there; the keys are asked for",
  },
  { module: /^src\/views\/page\/picture\//, when: "a chart is saved as a picture" },
  { module: /^src\/app\/draft\/band\.ts$/, when: "this device shows a draft somebody imported here" },
  { module: /^src\/views\/explore\/layers\//, when: "layers are arranged" },
  {
    module: /^src\/views\/explore\/paper\//,
    when: "the page is idle: what the paper has and the screen has not",
  },
];

/** The texts of each language: a reader fetches one of them. */
const languageModule = (locale: Locale) => `src/i18n/messages/${locale}.ts`;

/**
 * Files of all scripts that a reader of one language may fetch until a panel is open: the entry, what it imports, and every
 * dynamic import except those on demand, the texts of other languages, and what only these need. A chunk that both need is
 * counted.
 */
export function initialScripts(
  manifest: ChunkManifest,
  locale: Locale,
  onDemand: typeof ON_DEMAND = ON_DEMAND,
): string[] {
  const isOnDemand = (key: string) => onDemand.some(({ module }) => module.test(key));
  const others = new Set(LOCALES.filter((other) => other !== locale).map(languageModule));
  const seen = new Set<string>();
  const visit = (key: string) => {
    const chunk = manifest[key];
    if (chunk === undefined || seen.has(key)) return;
    seen.add(key);
    for (const next of chunk.imports ?? []) visit(next);
    for (const next of chunk.dynamicImports ?? []) if (!isOnDemand(next) && !others.has(next)) visit(next);
  };
  for (const [key, chunk] of Object.entries(manifest)) if (chunk.isEntry === true) visit(key);
  const files = [...seen].map((key) => manifest[key]?.file ?? "").filter((file) => /\.m?js$/.test(file));
  return [...new Set(files)].sort();
}

/** The initial scripts of the language that has the most bytes of them, largest first. `sizeOf` gives a file's bytes. */
export function largestScripts(
  manifest: ChunkManifest,
  sizeOf: (file: string) => number,
  onDemand: typeof ON_DEMAND = ON_DEMAND,
): { readonly file: string; readonly bytes: number }[] {
  const total = (parts: readonly { readonly bytes: number }[]) =>
    parts.reduce((sum, { bytes }) => sum + bytes, 0);
  return LOCALES.map((locale) =>
    initialScripts(manifest, locale, onDemand).map((file) => ({ file, bytes: sizeOf(file) })),
  )
    .reduce((most, parts) => (total(parts) > total(most) ? parts : most), [])
    .sort((a, b) => b.bytes - a.bytes);
}

/** Folders of dossiers below a built site. */
const DOSSIERS = ["xa", "cong-trinh", "en/xa", "en/cong-trinh"] as const;
/** The page that is the largest in plain bytes need not be so compressed: so many of the largest are measured. */
const CANDIDATES = 6;

/** Folders of prepared embeds, their script, and the host's. */
const EMBEDS = ["nhung", "en/nhung"] as const;
const EMBED_SCRIPT = /^embed-prerendered-/;
const HOST_SCRIPT = "nhung/chieu-cao.js";

interface Measured {
  readonly file: string;
  readonly bytes: number;
}

/** The largest page below some folders of a built site, compressed; null: there is none. */
function largestPage(dist: string, folders: readonly string[]): Measured | null {
  const pages = folders.flatMap((folder) =>
    existsSync(path.join(dist, folder))
      ? readdirSync(path.join(dist, folder), { withFileTypes: true })
          .filter((entry) => entry.isDirectory())
          .map((entry) => `${folder}/${entry.name}/index.html`)
      : [],
  );
  const [largest] = pages
    .map((file) => ({ file, content: readFileSync(path.join(dist, file)) }))
    .toSorted((a, b) => b.content.length - a.content.length)
    .slice(0, CANDIDATES)
    .map(({ file, content }) => ({ file, bytes: brotliSize(content) }))
    .toSorted((a, b) => b.bytes - a.bytes);
  return largest ?? null;
}

/** Embedded maps as others load them. */
function embedLines(dist: string): BudgetLine[] {
  const page = largestPage(dist, EMBEDS);
  if (page === null) return [];
  const assets = path.join(dist, "assets");
  const measure = (file: string): Measured => ({
    file,
    bytes: brotliSize(readFileSync(path.join(dist, file))),
  });
  const [script] = (existsSync(assets) ? readdirSync(assets) : [])
    .filter((file) => EMBED_SCRIPT.test(file))
    .map((file) => measure(`assets/${file}`))
    .toSorted((a, b) => b.bytes - a.bytes);
  const whole = [page, ...(script === undefined ? [] : [script])];
  const host = existsSync(path.join(dist, HOST_SCRIPT)) ? [measure(HOST_SCRIPT)] : [];
  return [
    { name: "largest embed", bytes: page.bytes, budget: BUDGETS.embed, parts: [page] },
    ...(script === undefined
      ? []
      : [
          {
            name: "an embed with its script",
            bytes: whole.reduce((sum, { bytes }) => sum + bytes, 0),
            budget: BUDGETS.wholeEmbed,
            parts: whole,
          },
        ]),
    ...host.map((part) => ({
      name: "script for hosts of embeds",
      bytes: part.bytes,
      budget: BUDGETS.hostScript,
      parts: [part],
    })),
  ];
}

/** Measures a built site. `manifestFile` is Vite's manifest of the same build. */
export function measureBudgets(dist: string, manifestFile: string): BudgetLine[] {
  const pages = ["index.html", "en/index.html"].filter((page) => existsSync(path.join(dist, page)));
  const html = pages.map((page) => ({ file: page, bytes: brotliSize(readFileSync(path.join(dist, page))) }));
  const manifest: ChunkManifest = JSON.parse(readFileSync(manifestFile, "utf8"));
  const sizes = new Map<string, number>();
  const sizeOf = (file: string) => {
    const bytes = sizes.get(file) ?? brotliSize(readFileSync(path.join(dist, file)));
    sizes.set(file, bytes);
    return bytes;
  };
  const scripts = largestScripts(manifest, sizeOf);
  const dossier = largestPage(dist, DOSSIERS);
  return [
    ...(dossier === null
      ? []
      : [{ name: "largest dossier", bytes: dossier.bytes, budget: BUDGETS.dossier, parts: [dossier] }]),
    ...embedLines(dist),
    ...html.map((part) => ({
      name: `page ${part.file}`,
      bytes: part.bytes,
      budget: BUDGETS.html,
      parts: [part],
    })),
    {
      name: "scripts until a panel opens",
      bytes: scripts.reduce((sum, { bytes }) => sum + bytes, 0),
      budget: BUDGETS.script,
      parts: scripts,
    },
  ];
}

const EMBED_LINES = ["largest embed", "an embed with its script", "script for hosts of embeds"] as const;

/** What is over its budget, or could not be measured at all. */
export function budgetProblems(lines: readonly BudgetLine[]): string[] {
  const over = lines
    .filter(({ bytes, budget }) => bytes > budget)
    .map(
      ({ name, bytes, budget, parts }) =>
        `${name}: ${bytes} bytes br, budget ${budget} (${parts.map((part) => `${part.file} ${part.bytes}`).join(", ")})`,
    );
  const pages = lines.filter(({ name }) => name.startsWith("page "));
  const scripts = lines.find(({ name }) => name.startsWith("scripts"));
  if (pages.length < 2) over.push("the pages / and /en/ are not both built");
  if (!lines.some(({ name }) => name === "largest dossier")) over.push("no dossier is built");
  for (const name of EMBED_LINES)
    if (!lines.some((line) => line.name === name)) over.push(`nothing was measured: ${name}`);
  if (scripts === undefined || scripts.bytes === 0) over.push("no script was found: nothing was measured");
  return over;
}

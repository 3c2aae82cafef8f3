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

/** The largest dossier of a built site, compressed; null: there is none. */
function largestDossier(dist: string): { readonly file: string; readonly bytes: number } | null {
  const pages = DOSSIERS.flatMap((folder) =>
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
  const dossier = largestDossier(dist);
  return [
    ...(dossier === null
      ? []
      : [{ name: "largest dossier", bytes: dossier.bytes, budget: BUDGETS.dossier, parts: [dossier] }]),
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
  if (scripts === undefined || scripts.bytes === 0) over.push("no script was found: nothing was measured");
  return over;
}

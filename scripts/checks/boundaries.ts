import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { cruise, type ICruiseResult } from "dependency-cruiser";

const rules: { forbidden: object[]; folders: string[] } = createRequire(import.meta.url)("./boundaries.cjs");

/** What one look at the imports found. */
export interface BoundaryReport {
  /** One line each: rule, importing file, imported file. Empty when all is well. */
  readonly violations: readonly string[];
  /** Files of src and scripts whose imports were read. */
  readonly modules: number;
  readonly dependencies: number;
}

/** Things a pure folder may not even name: the result would depend on when, where or in which language it runs. */
const FORBIDDEN_WORDS: readonly { readonly folders: RegExp; readonly words: RegExp; readonly why: string }[] =
  [
    {
      folders: /^src\/(domain|analysis)\//,
      words:
        /\b(Date\.now|Math\.random|new Date\(\)|performance\.now|document\.|window\.|localStorage|navigator\.|toLocaleString|Intl\.)/,
      why: "src/domain and src/analysis know no clock, chance, DOM or locale",
    },
    {
      folders: /^src\/(?!datasets\/)/,
      words: /(?<![\w.])fetch\(|\bXMLHttpRequest\b|\bsendBeacon\b|\bnew WebSocket\b|\bEventSource\b/,
      why: "only src/datasets fetches",
    },
    {
      folders: /^src\//,
      words:
        /\bdangerouslySetInnerHTML\b|\.innerHTML\b|\.setHTML\(|\.outerHTML\b|insertAdjacentHTML|document\.write/,
      why: "text and DOM nodes only, never HTML from a string",
    },
    {
      folders: /^src\//,
      words: /import \* as \w+ from "(d3|@turf\/turf)"/,
      why: "import by name, or the whole library is shipped",
    },
  ];

const SOURCE = /\.(ts|tsx|mts|mjs|cjs|js|jsx)$/;

/** Source files below a folder, relative to `root`, sorted; declarations left out. */
export function sourceFiles(root: string, folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && SOURCE.test(entry.name) && !/\.d\.m?ts$/.test(entry.name))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join("/"))
    .sort();
}

/** A line of code without its comment, good enough to look for words: a word in a comment is no call. */
const withoutComments = (text: string) =>
  text
    .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ""))
    .replace(/(^|\s)\/\/.*$/gm, "");

/** A complaint when a file of `src` was not read, or there was none to read: what is not seen is not forbidden. */
export function unreadFiles(files: readonly string[], cruised: ReadonlySet<string>): string[] {
  const missed = files.filter((file) => !cruised.has(file));
  if (files.length > 0 && missed.length === 0) return [];
  const read = files.length - missed.length;
  return [`${read} of ${files.length} files of src were read; not read: ${missed.slice(0, 5).join(", ")}`];
}

/**
 * Reads every import below `src` and `scripts` of `root` and holds them against boundaries.cjs.
 * Fails by itself when fewer modules were read than `src` has files: a cruise that sees nothing forbids nothing
 * (dependency-cruiser with TypeScript 7 alone does exactly that; @swc/core reads the files here).
 */
export async function checkBoundaries(root: string): Promise<BoundaryReport> {
  const before = process.cwd();
  let result: ICruiseResult;
  try {
    // dependency-cruiser reports paths relative to the working directory.
    process.chdir(root);
    const { output } = await cruise(
      ["src", "scripts"],
      {
        ruleSet: { forbidden: rules.forbidden },
        validate: true,
        tsPreCompilationDeps: true,
        doNotFollow: { path: "node_modules" },
        // Declarations beside plain modules describe them; they import nothing of their own.
        exclude: { path: "^(src|scripts|test)/.*\\.d\\.m?ts$" },
      } as Parameters<typeof cruise>[1],
      {
        alias: { "@": path.join(root, "src") },
        extensions: [".ts", ".tsx", ".mts", ".mjs", ".cjs", ".js", ".json"],
        conditionNames: ["import", "module", "browser", "default", "types"],
        exportsFields: ["exports"],
        mainFields: ["module", "main", "types"],
        // Vite's `?url` and `?raw` stand behind the path.
        symlinks: false,
      } as Parameters<typeof cruise>[2],
    );
    if (typeof output === "string")
      throw new TypeError("dependency-cruiser answered with text instead of a result");
    result = output;
  } finally {
    process.chdir(before);
  }

  const files = sourceFiles(root, "src");
  const own = result.modules.filter(({ source }) => /^(src|scripts)\//.test(source));
  const cruised = new Set(own.map(({ source }) => source));
  const violations = result.summary.violations.map(
    ({ rule, from, to, cycle }) =>
      `${rule.name}: ${from} → ${cycle ? cycle.map(({ name }) => name).join(" → ") : to}`,
  );
  violations.push(...unreadFiles(files, cruised));
  for (const file of files) {
    const lines = withoutComments(readFileSync(path.join(root, file), "utf8")).split("\n");
    for (const { folders, words, why } of FORBIDDEN_WORDS) {
      if (!folders.test(file)) continue;
      lines.forEach((line, index) => {
        const word = words.exec(line)?.[0];
        if (word !== undefined) violations.push(`${why}: ${file}:${index + 1} ${word}`);
      });
    }
  }
  return {
    violations,
    modules: own.length,
    dependencies: own.reduce((sum, { dependencies }) => sum + dependencies.length, 0),
  };
}

import { readFileSync } from "node:fs";
import path from "node:path";
import { loadCompareData } from "@/datasets";
import { SITE_PAGES } from "@/views/page/sitePages";
import { type BudgetLine, brotliSize, type ChunkManifest, largestScripts, type ON_DEMAND } from "./budgets";

/** Bytes (1 kB = 1000, brotli 11) of scripts, styles and data until the page of comparisons can be used. */
export const COMPARE_BUDGET = 150_000;

/** What the page of comparisons fetches once its answer can be used. Any other dynamic import counts. */
const COMPARE_LATER: typeof ON_DEMAND = [
  {
    module: /^src\/views\/compare\/(ranking|multiples|pairs|curves|need)\//,
    when: "the answer stands: the sections below it",
  },
  {
    module: /^src\/(exports|views\/explore\/table|views\/compare\/ranking\/saveRanking)/,
    when: "a file is asked for",
  },
  { module: /^src\/app\/reading\//, when: "a picture, a code or a print job is asked for" },
];

/** Text of the inline styles of a page. */
export const stylesOf = (html: string): string =>
  [...html.matchAll(/<style\b[^>]*>([\s\S]*?)<\/style>/g)].map((match) => match[1] ?? "").join("");

/**
 * Measures the page of comparisons of a built site: its scripts by the manifest of its own bundle, the styles in its document, and every
 * data file its own loader asks for.
 */
export async function measureCompare(dist: string, manifestFile: string): Promise<BudgetLine> {
  const read = (file: string) => readFileSync(path.join(dist, file), "utf8");
  const manifest: ChunkManifest = JSON.parse(readFileSync(manifestFile, "utf8"));
  const scripts = largestScripts(manifest, (file) => brotliSize(read(file)), COMPARE_LATER);
  const data: { readonly file: string; readonly bytes: number }[] = [];
  await loadCompareData(async (file) => {
    const text = read(path.posix.join("data", file));
    data.push({ file, bytes: brotliSize(text) });
    return text;
  });
  const page = `${SITE_PAGES.compare}index.html`;
  const styles = { file: `${page} <style>`, bytes: brotliSize(stylesOf(read(page))) };
  const parts = [...scripts, styles, ...data].toSorted((a, b) => b.bytes - a.bytes);
  return {
    name: "comparisons: scripts, styles, data",
    bytes: parts.reduce((sum, { bytes }) => sum + bytes, 0),
    budget: COMPARE_BUDGET,
    parts,
  };
}

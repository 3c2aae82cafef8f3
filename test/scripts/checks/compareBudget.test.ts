import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { brotliSize, budgetProblems } from "../../../scripts/checks/budgets";
import { COMPARE_BUDGET, measureCompare, stylesOf } from "../../../scripts/checks/compareBudget";

const STYLE = ".compare{color:red}";

function site(script: string): { dist: string; manifest: string } {
  const dist = mkdtempSync(path.join(tmpdir(), "compare-"));
  mkdirSync(path.join(dist, "assets"));
  mkdirSync(path.join(dist, "so-sanh"));
  cpSync("public/data", path.join(dist, "data"), { recursive: true });
  writeFileSync(path.join(dist, "assets/a.js"), script);
  writeFileSync(path.join(dist, "assets/other.js"), "x".repeat(10));
  writeFileSync(path.join(dist, "so-sanh/index.html"), `<style>${STYLE}</style><p>1</p>`);
  const manifest = path.join(dist, "manifest.json");
  writeFileSync(
    manifest,
    JSON.stringify({
      "src/app/compare.tsx": { file: "assets/a.js", isEntry: true },
      "src/other.ts": { file: "assets/other.js" },
    }),
  );
  return { dist, manifest };
}

test("scripts of the entry, styles of the document and the data the page's own loader reads are counted, nothing else", async () => {
  const { dist, manifest } = site("let a = 1");
  const line = await measureCompare(dist, manifest);
  const files = line.parts.map(({ file }) => file);
  expect(files).toContain("assets/a.js");
  expect(files).not.toContain("assets/other.js");
  expect(files).toContain("work-reports.json");
  // Shapes are in the document; villages, zones and places are not compared.
  expect(files.filter((file) => /geo\/|zones|assessed|villages|places/.test(file))).toEqual([]);
  expect(line.parts.find(({ file }) => file.endsWith("<style>"))?.bytes).toBe(brotliSize(STYLE));
  expect(line.bytes).toBe(line.parts.reduce((sum, { bytes }) => sum + bytes, 0));
  expect(budgetProblems([line]).join()).not.toContain("comparisons");
});

test("too much of it is a problem that names its largest parts first", async () => {
  // Random text cannot be compressed.
  const text = Array.from({ length: COMPARE_BUDGET }, (_, at) =>
    String.fromCharCode(33 + ((at * 7919 * (at % 97)) % 90)),
  ).join("");
  const { dist, manifest } = site(text);
  const line = await measureCompare(dist, manifest);
  const over = { ...line, bytes: COMPARE_BUDGET + 1 };
  expect(budgetProblems([over]).find((problem) => problem.startsWith("comparisons"))).toMatch(
    new RegExp(`${COMPARE_BUDGET + 1} bytes br, budget ${COMPARE_BUDGET}`),
  );
});

test("every style element of a document is read", () => {
  expect(stylesOf("<style>a{}</style><p></p><style media=print>b{}</style>")).toBe("a{}b{}");
});

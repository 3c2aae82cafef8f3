import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { checkBoundaries } from "./boundaries";
import { budgetProblems, measureBudgets } from "./budgets";
import { measureCompare } from "./compareBudget";
import { distProblems } from "./distRules";
import { readmeTreeProblems } from "./readmeTree";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const CACHE = path.join(ROOT, ".cache");

/** One line of the table. */
interface Outcome {
  readonly name: string;
  readonly passed: number;
  readonly failed: number;
  readonly seconds: number;
  /** One line when all is well. */
  readonly summary: string;
  /** Everything a person needs to mend it; printed below the table. */
  readonly details: string;
}

/** Runs a command quietly; its output is kept for the case that it fails. */
function command(
  file: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [path.join(ROOT, "node_modules", file), ...args], {
      cwd: ROOT,
      env: { ...process.env, FORCE_COLOR: "0", NO_COLOR: "1", ...env },
    });
    const output: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => output.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => output.push(chunk));
    child.on("error", (error) => resolve({ code: 1, output: String(error) }));
    child.on("close", (code) =>
      resolve({ code: code ?? 1, output: Buffer.concat(output).toString("utf8").trim() }),
    );
  });
}

/** Times a part; an exception is a failure of that part, not of the whole run. */
async function timed(name: string, part: () => Promise<Omit<Outcome, "name" | "seconds">>): Promise<Outcome> {
  const started = performance.now();
  const outcome = await part().catch((error: unknown) => ({
    passed: 0,
    failed: 1,
    summary: "broke",
    details: error instanceof Error ? (error.stack ?? error.message) : String(error),
  }));
  return { name, seconds: (performance.now() - started) / 1000, ...outcome };
}

const byCommand = (name: string, file: string, args: readonly string[]): Promise<Outcome> =>
  timed(name, async () => {
    const { code, output } = await command(file, args);
    return {
      passed: code === 0 ? 1 : 0,
      failed: code === 0 ? 0 : 1,
      summary: code === 0 ? "ok" : "failed",
      details: code === 0 ? "" : output,
    };
  });

const byProblems = (
  name: string,
  part: () => Promise<{ problems: readonly string[]; summary: string }>,
): Promise<Outcome> =>
  timed(name, async () => {
    const { problems, summary } = await part();
    const ok = problems.length === 0;
    return {
      passed: ok ? 1 : 0,
      failed: ok ? 0 : 1,
      summary: ok ? summary : `${problems.length} problem${problems.length === 1 ? "" : "s"}`,
      details: problems.join("\n"),
    };
  });

/** The part of Vitest's JSON report that is counted. */
interface UnitReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[];
}

const unitTests = () =>
  timed("unit tests", async () => {
    const file = path.join(CACHE, "unit.json");
    const { code, output } = await command("vitest/vitest.mjs", [
      "run",
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${file}`,
    ]);
    const report: UnitReport = JSON.parse(readFileSync(file, "utf8"));
    const broken = report.testResults.filter(
      ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
    ).length;
    const failed = report.numFailedTests + broken;
    return {
      passed: report.numPassedTests,
      failed: code !== 0 && failed === 0 ? 1 : failed,
      summary: `${report.numPassedTests} passed${failed > 0 ? `, ${failed} failed` : ""}`,
      details: code === 0 ? "" : output,
    };
  });

const boundaries = () =>
  byProblems("boundaries", async () => {
    const { violations, modules, dependencies } = await checkBoundaries(ROOT);
    return { problems: violations, summary: `${modules} modules, ${dependencies} imports` };
  });

const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;

/** A fresh build into a folder of its own is what is measured; `npm test` opens the same one in the browser. */
async function buildAndMeasure(): Promise<Outcome[]> {
  const build = await byCommand("build", "tsx/dist/cli.mjs", ["scripts/build.ts"]);
  if (build.failed > 0) return [build];
  const dist = path.join(ROOT, "dist");
  return [
    build,
    await byProblems("budgets", async () => {
      const lines = [
        ...measureBudgets(dist, path.join(CACHE, "vite-manifest-dist.json")),
        await measureCompare(dist, path.join(CACHE, "vite-manifest-dist-compare.json")),
      ];
      return {
        problems: budgetProblems(lines),
        summary: lines
          .map(({ name, bytes, budget }) => `${name} ${kilobytes(bytes)} of ${budget / 1000}`)
          .join("; "),
      };
    }),
    await byProblems("rules for dist", async () => ({ problems: distProblems(dist), summary: "ok" })),
  ];
}

mkdirSync(CACHE, { recursive: true });
const started = performance.now();
// Two streams: on two cores the unit tests keep one busy while the rest shares the other.
const [units, others] = await Promise.all([
  unitTests(),
  (async () => {
    const first = await Promise.all([
      byCommand("types", "typescript/bin/tsc", ["-p", "."]),
      byCommand("lint and format", "@biomejs/biome/bin/biome", ["check", "--max-diagnostics=50"]),
    ]);
    const boundary = await boundaries();
    const data = await byCommand("data is fresh", "tsx/dist/cli.mjs", ["scripts/data/cli.ts", "--check"]);
    const tree = await byProblems("README tree", async () => ({
      problems: readmeTreeProblems(ROOT),
      summary: "equals the folders",
    }));
    return [...first, boundary, data, tree, ...(await buildAndMeasure())];
  })(),
]);
const outcomes = [...others, units];

for (const { name, failed, details } of outcomes) if (failed > 0) console.log(`\n--- ${name}\n${details}`);
console.log("");
for (const { name, failed, seconds, summary } of outcomes) {
  console.log(
    `${failed > 0 ? "FAIL" : "ok  "}  ${name.padEnd(16)} ${seconds.toFixed(1).padStart(6)} s  ${summary}`,
  );
}
const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed, 0);
console.log(`\n${passed} passed, ${failed} failed in ${((performance.now() - started) / 1000).toFixed(0)} s`);
const report = process.env.CHECK_REPORT;
if (report) writeFileSync(report, `${JSON.stringify({ passed, failed })}\n`);
process.exit(failed === 0 ? 0 : 1);

import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { findBrowser, NO_BROWSER } from "./browser.mjs";
import { ensureInstalled, ROOT } from "./install.mjs";

// Checked before anything slow: a run that cannot finish should say so at once, and never skip.
const browser = findBrowser();
if (browser === null) {
  console.error(NO_BROWSER);
  process.exit(1);
}
ensureInstalled();

const results = path.join(ROOT, "test-results");
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
let passed = 0;
let failed = 0;

/** Runs one part and adds what its report says; a part that fails without naming a test counts as one failure. */
function part(title, command, args, { report = null, env = {} } = {}) {
  console.log(`\n=== ${title}`);
  const started = process.hrtime.bigint();
  const { status } = spawnSync(command, args, {
    cwd: ROOT,
    stdio: "inherit",
    shell: process.platform === "win32",
    env: { ...process.env, CHROMIUM_PATH: browser, ...env },
  });
  const seconds = Number(process.hrtime.bigint() - started) / 1e9;
  const counts = report !== null && existsSync(report) ? readReport(report) : { passed: 0, failed: 0 };
  if (status !== 0 && counts.failed === 0) counts.failed = 1;
  if (report === null && status === 0) counts.passed = 1;
  // A suite that ran nothing proves nothing.
  if (report !== null && status === 0 && counts.passed === 0) counts.failed = 1;
  passed += counts.passed;
  failed += counts.failed;
  console.log(`=== ${title}: ${status === 0 ? "ok" : "FAILED"} in ${seconds.toFixed(0)} s`);
  return status === 0;
}

/** Counts of a report: ours (`passed`, `failed`) or Vitest's JSON (`numPassedTests`, `numFailedTests`, `numFailedTestSuites`). */
function readReport(file) {
  const report = JSON.parse(readFileSync(file, "utf8"));
  if (typeof report.numPassedTests !== "number") return { passed: report.passed, failed: report.failed };
  const brokenFiles = report.testResults.filter(
    (suite) => suite.status === "failed" && suite.assertionResults.length === 0,
  ).length;
  return { passed: report.numPassedTests, failed: report.numFailedTests + brokenFiles };
}

const checkReport = path.join(results, "check.json");
const browserReport = path.join(results, "e2e.json");
part(
  "npm run check (types, lint, boundaries, unit tests, data, budgets)",
  "npm",
  ["run", "--silent", "check"],
  {
    report: checkReport,
    env: { CHECK_REPORT: checkReport },
  },
);
const built = part("build with official data only", "npm", ["run", "--silent", "build"], {
  env: { DATA_PACK: "official", OUT_DIR: "dist-official" },
});
if (built && existsSync(path.join(ROOT, "dist", "index.html"))) {
  part(
    "browser tests",
    process.execPath,
    [
      "node_modules/vitest/vitest.mjs",
      "run",
      "--config",
      "scripts/checks/vitest.e2e.config.ts",
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${browserReport}`,
    ],
    { report: browserReport },
  );
} else {
  console.error("\n=== browser tests: not run, because a build failed");
  failed += 1;
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

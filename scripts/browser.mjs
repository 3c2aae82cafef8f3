import { accessSync, constants } from "node:fs";
import path from "node:path";

/** Where Chromium usually is; looked for in this order after `CHROMIUM_PATH`. */
const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const FIXED = ["/usr/bin/chromium", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];

/** What to tell a person who has no browser. */
export const NO_BROWSER =
  "No Chromium found. Install one (Debian, Ubuntu: `apt install chromium`) or set CHROMIUM_PATH to the file of an installed Chromium or Chrome.";

const isExecutable = (file) => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/**
 * Path of the browser to test with; null when there is none. `CHROMIUM_PATH`, when set, is the only candidate:
 * a wrong path is an error, not a reason to test something else.
 * @param {NodeJS.ProcessEnv} env
 * @returns {string | null}
 */
export function findBrowser(env = process.env) {
  if (env.CHROMIUM_PATH) return isExecutable(env.CHROMIUM_PATH) ? env.CHROMIUM_PATH : null;
  const folders = (env.PATH ?? "").split(path.delimiter).filter(Boolean);
  const candidates = [...FIXED, ...NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name)))];
  return candidates.find(isExecutable) ?? null;
}

/** Flags for a headless run without a GPU that calls no one. */
export const BROWSER_ARGS = [
  "--no-sandbox",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-dev-shm-usage",
  "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader",
];

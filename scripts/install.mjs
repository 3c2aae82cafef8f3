import { spawnSync } from "node:child_process";
import { statSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** The repository's top folder. */
export const ROOT = fileURLToPath(new URL("..", import.meta.url));

const modified = (file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? null;

/**
 * Whether `npm ci` has to run: nothing installed, an install that was interrupted (npm writes its hidden lock last),
 * or a lock file changed since.
 * @param {string} root
 */
export function needsInstall(root) {
  const installed = modified(path.join(root, "node_modules", ".package-lock.json"));
  const locked = modified(path.join(root, "package-lock.json"));
  return installed === null || (locked !== null && installed < locked);
}

/**
 * Runs a command with its output shown; ends this process with the command's own code when it fails.
 * @param {string} command
 * @param {string[]} args
 * @param {Record<string, string>} [env] added to the environment
 */
export function run(command, args, env = {}) {
  // npm is a .cmd file on Windows and is only found through the shell there.
  const result = spawnSync(command, args, {
    cwd: ROOT,
    stdio: "inherit",
    shell: process.platform === "win32",
    env: { ...process.env, ...env },
  });
  if (result.error) throw result.error;
  if (result.status !== 0) process.exit(result.status ?? 1);
}

/** Refuses a Node that the tools do not run on, then installs the locked packages if they are not there. */
export function ensureInstalled() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(
      `Node ${process.versions.node} is too old: this project needs Node 20.19 or newer (https://nodejs.org).`,
    );
    process.exit(1);
  }
  if (!needsInstall(ROOT)) return;
  console.log("Installing the locked packages (npm ci) …");
  run("npm", ["ci"]);
}

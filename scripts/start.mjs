import { spawn } from "node:child_process";
import path from "node:path";
import { ensureInstalled, ROOT, run } from "./install.mjs";
import { serve } from "./serve.mjs";

const FIRST_PORT = 4173;

ensureInstalled();
run("npm", ["run", "build"]);

const server = await listen();
console.log(`\n  Bản đồ Chương trình 22\n  ${server.url}\n\n  Ctrl+C to stop.`);
if (!process.argv.includes("--no-open")) open(server.url);
for (const signal of ["SIGINT", "SIGTERM"])
  process.on(signal, () => server.close().then(() => process.exit(0)));

/** `PORT` when set (taken: an error), else the first free one from 4173 on. */
async function listen() {
  const dir = path.join(ROOT, "dist");
  const wanted = process.env.PORT;
  if (wanted) return serve({ dir, port: Number(wanted) });
  for (let port = FIRST_PORT; port < FIRST_PORT + 100; port++) {
    try {
      return await serve({ dir, port });
    } catch (error) {
      if (error.code !== "EADDRINUSE") throw error;
    }
  }
  return serve({ dir });
}

/** Opens the browser for a person at a desktop; silently does nothing elsewhere. */
function open(url) {
  if (!process.stdout.isTTY || process.env.CI) return;
  if (process.platform === "linux" && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return;
  const command = { darwin: "open", win32: "explorer" }[process.platform] ?? "xdg-open";
  spawn(command, [url], { stdio: "ignore", detached: true })
    .on("error", () => {})
    .unref();
}

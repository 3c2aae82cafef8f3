import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";

const source = fileURLToPath(new URL("./src", import.meta.url));

/** Modules the page needs at once: what the entry imports, and what that imports, without the imports on demand. */
const start = new Set<string>();
/** Reached by name through one index of which the start uses one part, and parts on demand use others. */
const PARTLY_USED = /node_modules\/d3-(?!geo\/)/;
const findStart: Plugin = {
  name: "find-start",
  apply: "build",
  buildEnd() {
    start.clear();
    const visit = (id: string) => {
      const found = this.getModuleInfo(id);
      if (found === null || start.has(id)) return;
      start.add(id);
      for (const next of found.importedIds) visit(next);
    };
    for (const id of this.getModuleIds()) if (this.getModuleInfo(id)?.isEntry === true) visit(id);
  },
};

export default defineConfig({
  // Relative links: the same dist works under "/" and under any sub-path.
  base: "./",
  plugins: [react(), findStart],
  resolve: { alias: { "@": source } },
  // A module worker, as the WebGL map's is; it may load parts of itself when they are needed.
  worker: { format: "es" },
  build: {
    outDir: "dist",
    assetsInlineLimit: 0,
    target: "es2022",
    modulePreload: { polyfill: false },
    // One file for the start: in four they were 1.9 kB larger, because each is compressed without the words of the others.
    rolldownOptions: {
      output: {
        // Names of all that may come later stand in the start, and a hash cannot be compressed: 30 bits for each name are enough.
        chunkFileNames: "assets/[name]-[hash:6].js",
        entryFileNames: "assets/[name]-[hash:6].js",
        assetFileNames: "assets/[name]-[hash:6][extname]",
        codeSplitting: { groups: [{ name: "start", test: (id) => start.has(id) && !PARTLY_USED.test(id) }] },
      },
    },
    // MapLibre alone is more than a megabyte; what matters has budgets of its own (scripts/checks/budgets.ts).
    chunkSizeWarningLimit: 1500,
  },
  test: {
    include: ["test/**/*.test.{ts,tsx}"],
    exclude: ["test/e2e/**"],
    environment: "node",
    setupFiles: ["test/messages.setup.ts"],
    // Modules are loaded once a worker, not once a file: the tests share no state that they change, and 60 s became 45.
    isolate: false,
    // Two even on two cores, where one would be the default: 338 s became 197.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // A busy machine with two cores: a test that draws a hundred maps is slow there, not wrong.
    testTimeout: 30_000,
  },
});

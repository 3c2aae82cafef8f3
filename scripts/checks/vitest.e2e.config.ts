import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Tests that open the built site (dist, dist-official) in Chromium. `npm test` builds both first. */
export default defineConfig({
  root,
  resolve: { alias: { "@": `${root}src` } },
  test: {
    include: ["test/e2e/**/*.e2e.ts"],
    environment: "node",
    setupFiles: ["test/messages.setup.ts"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Software WebGL takes a core by itself: two files at once are as fast as the machine can do.
    maxWorkers: 2,
  },
});

import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

const source = fileURLToPath(new URL("./src", import.meta.url));

export default defineConfig({
  // Relative links: the same dist works under "/" and under any sub-path.
  base: "./",
  plugins: [react()],
  resolve: { alias: { "@": source } },
  build: {
    outDir: "dist",
    assetsInlineLimit: 0,
    target: "es2022",
    modulePreload: { polyfill: false },
    // MapLibre alone is more than a megabyte; what matters has budgets of its own (scripts/checks/budgets.ts).
    chunkSizeWarningLimit: 1500,
  },
  test: {
    include: ["test/**/*.test.{ts,tsx}"],
    exclude: ["test/e2e/**"],
    environment: "node",
    setupFiles: ["test/messages.setup.ts"],
    // A busy machine with two cores: a test that draws a hundred maps is slow there, not wrong.
    testTimeout: 30_000,
  },
});

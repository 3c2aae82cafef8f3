import { expect, test } from "vitest";
import {
  BUDGETS,
  brotliSize,
  budgetProblems,
  type ChunkManifest,
  initialScripts,
} from "../../../scripts/checks/budgets";

const MANIFEST: ChunkManifest = {
  "index.html": {
    file: "assets/main.js",
    isEntry: true,
    imports: ["_react.js"],
    dynamicImports: ["src/render/gl/GlMap.tsx", "src/views/explore/Panel.tsx"],
  },
  "_react.js": { file: "assets/react.js" },
  "_shared.js": { file: "assets/shared.js" },
  "_maplibre.js": { file: "assets/maplibre.js" },
  "src/render/gl/GlMap.tsx": { file: "assets/gl.js", imports: ["_maplibre.js", "_shared.js"] },
  "src/views/explore/Panel.tsx": { file: "assets/panel.js", imports: ["_shared.js"] },
};

test("counted: the entry, what it imports, lazy panels and what they share with the map; not counted: the map alone", () => {
  expect(initialScripts(MANIFEST)).toEqual([
    "assets/main.js",
    "assets/panel.js",
    "assets/react.js",
    "assets/shared.js",
  ]);
});
test("a map imported statically is no longer lazy and is counted whole", () => {
  const eager: ChunkManifest = {
    ...MANIFEST,
    "index.html": { file: "assets/main.js", isEntry: true, imports: ["src/render/gl/GlMap.tsx"] },
  };
  expect(initialScripts(eager)).toContain("assets/maplibre.js");
});
test("chunks that import each other are counted once", () => {
  expect(
    initialScripts({
      a: { file: "a.js", isEntry: true, imports: ["b"] },
      b: { file: "b.js", imports: ["a"] },
    }),
  ).toEqual(["a.js", "b.js"]);
});

const line = (name: string, bytes: number, budget: number) => ({ name, bytes, budget, parts: [] });
const good = [
  line("page index.html", BUDGETS.html, BUDGETS.html),
  line("page en/index.html", 1, BUDGETS.html),
  line("scripts until a panel opens", 1, BUDGETS.script),
];
test("exactly the budget passes, one byte more does not", () => {
  expect(budgetProblems(good)).toEqual([]);
  expect(
    budgetProblems([line("page index.html", BUDGETS.html + 1, BUDGETS.html), ...good.slice(1)]),
  ).toHaveLength(1);
});
test("nothing measured is a failure, not a pass", () => {
  expect(budgetProblems([])).toHaveLength(2);
  expect(budgetProblems(good.slice(1))).toHaveLength(1);
});
test("the size is brotli's, as text or bytes", () => {
  const text = "Bắc Ninh ".repeat(1000);
  expect(brotliSize(text)).toBe(brotliSize(Buffer.from(text)));
  expect(brotliSize(text)).toBeLessThan(100);
});

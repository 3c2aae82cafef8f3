import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { LOCALES } from "@/i18n/locale";
import {
  BUDGETS,
  brotliSize,
  budgetProblems,
  type ChunkManifest,
  initialScripts,
  largestScripts,
  measureBudgets,
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
  expect(initialScripts(MANIFEST, "vi")).toEqual([
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
  expect(initialScripts(eager, "vi")).toContain("assets/maplibre.js");
});
test("chunks that import each other are counted once", () => {
  expect(
    initialScripts(
      {
        a: { file: "a.js", isEntry: true, imports: ["b"] },
        b: { file: "b.js", imports: ["a"] },
      },
      "vi",
    ),
  ).toEqual(["a.js", "b.js"]);
});

describe("texts", () => {
  const VI = "src/i18n/messages/vi.ts";
  const EN = "src/i18n/messages/en.ts";
  const manifest: ChunkManifest = {
    "index.html": { file: "main.js", isEntry: true, dynamicImports: [VI, EN] },
    "_formats.js": { file: "formats.js" },
    "_plural.js": { file: "plural.js" },
    [VI]: { file: "vi.js", imports: ["_formats.js"] },
    [EN]: { file: "en.js", imports: ["_formats.js", "_plural.js"] },
  };
  const sizes: Record<string, number> = {
    "main.js": 100,
    "formats.js": 5,
    "plural.js": 3,
    "vi.js": 20,
    "en.js": 18,
  };
  const sizeOf = (file: string) => sizes[file] ?? Number.NaN;

  test("a reader of one language fetches its texts and what these need, nothing of the other", () => {
    expect(initialScripts(manifest, "vi")).toEqual(["formats.js", "main.js", "vi.js"]);
    expect(initialScripts(manifest, "en")).toEqual(["en.js", "formats.js", "main.js", "plural.js"]);
  });
  test("counted is the reader with the most to fetch: one language, once, with what only that one needs", () => {
    // vi.js is the larger file, English with its own import the larger sum.
    expect(largestScripts(manifest, sizeOf)).toEqual([
      { file: "main.js", bytes: 100 },
      { file: "en.js", bytes: 18 },
      { file: "formats.js", bytes: 5 },
      { file: "plural.js", bytes: 3 },
    ]);
    expect(largestScripts(manifest, (file) => (file === "vi.js" ? 30 : sizeOf(file)))).toEqual([
      { file: "main.js", bytes: 100 },
      { file: "vi.js", bytes: 30 },
      { file: "formats.js", bytes: 5 },
    ]);
  });
  test("texts that the entry imports itself are counted for everybody", () => {
    const eager: ChunkManifest = {
      ...manifest,
      "index.html": { file: "main.js", isEntry: true, imports: [VI, EN] },
    };
    for (const locale of LOCALES) expect(initialScripts(eager, locale)).toEqual(Object.keys(sizes).sort());
  });
  test("both languages are modules of the source under the names the rule knows", () => {
    for (const locale of LOCALES) expect(existsSync(`src/i18n/messages/${locale}.ts`)).toBe(true);
  });
});

const line = (name: string, bytes: number, budget: number) => ({ name, bytes, budget, parts: [] });
const good = [
  line("page index.html", BUDGETS.html, BUDGETS.html),
  line("page en/index.html", 1, BUDGETS.html),
  line("scripts until a panel opens", 1, BUDGETS.script),
  line("largest dossier", BUDGETS.dossier, BUDGETS.dossier),
  line("largest embed", BUDGETS.embed, BUDGETS.embed),
  line("an embed with its script", BUDGETS.wholeEmbed, BUDGETS.wholeEmbed),
  line("script for hosts of embeds", BUDGETS.hostScript, BUDGETS.hostScript),
];
test("an embed over its budget, or none measured, is a problem", () => {
  for (const [at, { name, budget }] of good.entries()) {
    if (at < 4) continue;
    const others = good.filter((one) => one.name !== name);
    expect(budgetProblems([...others, line(name, budget + 1, budget)])).toHaveLength(1);
    expect(budgetProblems(others)).toEqual([`nothing was measured: ${name}`]);
  }
});
test("a dossier over its budget, or none at all, is a problem", () => {
  const others = good.filter(({ name }) => name !== "largest dossier");
  expect(
    budgetProblems([...others, line("largest dossier", BUDGETS.dossier + 1, BUDGETS.dossier)]),
  ).toHaveLength(1);
  expect(budgetProblems(others)).toEqual(["no dossier is built"]);
});
describe("the largest dossier of a built folder", () => {
  const dist = mkdtempSync(path.join(tmpdir(), "dossiers-"));
  const write = (file: string, content: string) => {
    mkdirSync(path.dirname(path.join(dist, file)), { recursive: true });
    writeFileSync(path.join(dist, file), content);
  };
  afterAll(() => rmSync(dist, { recursive: true }));

  test("is the one that is the largest compressed, of both kinds and languages; indexes do not count", () => {
    // Longer, but it says the same again and again.
    write("xa/00001/index.html", "a".repeat(5000));
    write(
      "en/cong-trinh/b/index.html",
      Array.from({ length: 900 }, (_, at) => String.fromCharCode(33 + ((at * at * 7) % 89))).join(""),
    );
    write("xa/index.html", Array.from({ length: 9000 }, (_, at) => String(at * at)).join(""));
    write("manifest.json", "{}");
    const found = measureBudgets(dist, path.join(dist, "manifest.json")).find(
      ({ name }) => name === "largest dossier",
    );
    expect(found?.parts[0]?.file).toBe("en/cong-trinh/b/index.html");
    expect(found?.budget).toBe(BUDGETS.dossier);
  });

  test("and the largest embed, alone and with the larger script of both languages", () => {
    write("nhung/a/index.html", "b".repeat(50));
    write("en/nhung/a/index.html", Array.from({ length: 90 }, (_, at) => String(at * at)).join(""));
    write("nhung/chieu-cao.js", "addEventListener()");
    write(
      "assets/embed-prerendered-vi-abc123.js",
      Array.from({ length: 50 }, (_, at) => String(at * 7)).join(""),
    );
    write("assets/embed-prerendered-en-abc123.js", "x");
    const lines = measureBudgets(dist, path.join(dist, "manifest.json"));
    const named = (name: string) => lines.find((one) => one.name === name);
    expect(named("largest embed")?.parts[0]?.file).toBe("en/nhung/a/index.html");
    expect(named("an embed with its script")?.parts.map(({ file }) => file)).toEqual([
      "en/nhung/a/index.html",
      "assets/embed-prerendered-vi-abc123.js",
    ]);
    expect(named("script for hosts of embeds")?.bytes).toBeGreaterThan(5);
  });
});
test("exactly the budget passes, one byte more does not", () => {
  expect(budgetProblems(good)).toEqual([]);
  expect(
    budgetProblems([line("page index.html", BUDGETS.html + 1, BUDGETS.html), ...good.slice(1)]),
  ).toHaveLength(1);
});
test("nothing measured is a failure, not a pass", () => {
  expect(budgetProblems([])).toHaveLength(6);
  expect(budgetProblems(good.slice(1))).toHaveLength(1);
});
test("the size is brotli's, as text or bytes", () => {
  const text = "Bắc Ninh ".repeat(1000);
  expect(brotliSize(text)).toBe(brotliSize(Buffer.from(text)));
  expect(brotliSize(text)).toBeLessThan(100);
});

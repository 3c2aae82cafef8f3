import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { checkBoundaries, unreadFiles } from "../../../scripts/checks/boundaries";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
let root: string;

/** A small tree of the real shape that keeps every rule; each test plants one fault in it. */
const CLEAN: Record<string, string> = {
  "src/domain/commune.ts": "export type Code = string;\nexport const code = (text: string): Code => text;\n",
  "src/analysis/area.ts":
    'import { area } from "@turf/turf";\nimport type { Code } from "@/domain/commune";\nexport const sum = (codes: Code[]) => codes.length + (area as unknown as number);\n',
  "src/render/gl/Map.tsx": 'import { Map } from "maplibre-gl";\nexport const make = () => Map;\n',
  "src/views/Page.tsx":
    'import { useState } from "react";\nimport { sum } from "@/analysis/area";\nexport const Page = () => <p>{sum([]) + useState(0)[0]}</p>;\n',
  "src/app/main.tsx": 'import { Page } from "@/views/Page";\nexport const page = <Page />;\n',
  "scripts/draw.ts": 'import { code } from "@/domain/commune";\nexport const one = code("1");\n',
};

const plant = (file: string, text: string) => {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
};

beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), "boundaries-"));
  symlinkSync(path.join(ROOT, "node_modules"), path.join(root, "node_modules"));
  writeFileSync(
    path.join(root, "package.json"),
    '{"type":"module","dependencies":{"react":"*","maplibre-gl":"*","@turf/turf":"*"}}',
  );
  for (const [file, text] of Object.entries(CLEAN)) plant(file, text);
});
afterEach(() => rmSync(root, { recursive: true }));

const violations = async () => (await checkBoundaries(root)).violations;

test("a tree that keeps the rules passes, and every file of it was read", async () => {
  const report = await checkBoundaries(root);
  expect(report.violations).toEqual([]);
  expect(report.modules).toBe(Object.keys(CLEAN).length);
});

test("a planted cycle is found, also when it closes over a type", async () => {
  plant(
    "src/domain/commune.ts",
    'import type { Village } from "./village";\nexport type Code = string;\nexport const code = (text: string): Code => text;\nexport type V = Village;\n',
  );
  plant("src/domain/village.ts", 'import type { Code } from "./commune";\nexport type Village = Code;\n');
  expect((await violations()).join()).toContain("no cycles");
});

test.each([
  [
    "src/domain/bad.ts",
    'import { sum } from "@/analysis/area";\nexport const bad = sum;\n',
    "src/domain imports only itself",
  ],
  [
    "src/analysis/bad.ts",
    'import { Page } from "../views/Page";\nexport const bad = Page;\n',
    "src/analysis imports only domain",
  ],
  [
    "src/domain/bad.ts",
    'import type { Page } from "@/views/Page";\nexport type Bad = typeof Page;\n',
    "src/domain imports only itself",
  ],
  [
    "src/views/bad.ts",
    'import { Map } from "maplibre-gl";\nexport const bad = Map;\n',
    "only src/render/gl touches the map libraries",
  ],
  [
    "src/views/bad.ts",
    'export const bad = () => import("maplibre-gl");\n',
    "only src/render/gl touches the map libraries",
  ],
  [
    "src/scene/bad.ts",
    'import { area } from "@turf/turf";\nexport const bad = area;\n',
    "only src/analysis and src/pack touch turf",
  ],
  [
    "src/analysis/bad.tsx",
    'import { createElement } from "react";\nexport const bad = createElement;\n',
    "know no React",
  ],
  [
    "src/domain/bad.ts",
    'import { z } from "zod/mini";\nexport const bad = z;\n',
    "only src/domain/schema.ts touches zod",
  ],
  [
    "src/views/bad.ts",
    'import { parse } from "papaparse";\nexport const bad = parse;\n',
    "only src/imports and src/pack touch papaparse",
  ],

  [
    "src/views/bad.ts",
    'import proj4 from "proj4";\nexport const bad = proj4;\n',
    "only src/imports/layers reads maps and knows their systems",
  ],
  ["src/views/bad.ts", 'import geotiff from "geotiff";\nexport const bad = geotiff;\n', "tools of the build"],
  ["src/helpers/bad.ts", 'import { code } from "@/domain/commune";\nexport const bad = code;\n', ""],
  [
    "scripts/bad.ts",
    'import { page } from "@/app/main";\nexport const bad = page;\n',
    "scripts draw with the app's own code",
  ],
  [
    "src/views/bad.ts",
    'import { gone } from "@/domain/gone";\nexport const bad = gone;\n',
    "every import resolves",
  ],
  ["src/domain/bad.ts", "export const bad = () => Date.now();\n", "no clock"],
  [
    "src/analysis/bad.ts",
    "export const bad = (n: number) => new Intl.NumberFormat().format(n);\n",
    "no clock",
  ],
  ["src/views/bad.ts", 'export const bad = () => fetch("x");\n', "only src/datasets fetches"],
  [
    "src/views/bad.tsx",
    "export const Bad = () => <p dangerouslySetInnerHTML={{ __html: '' }} />;\n",
    "never HTML from a string",
  ],
  ["src/views/bad.ts", 'import * as d3 from "d3";\nexport const bad = d3;\n', "import by name"],
])("planted in %s: %s", async (file, text, rule) => {
  plant(file, text);
  // A folder nobody knows is found as soon as anything imports from it.
  if (rule === "")
    plant("src/app/main.tsx", 'import { bad } from "@/helpers/bad";\nexport const page = bad;\n');
  const found = await violations();
  expect(found.length).toBeGreaterThan(0);
  expect(found.join("\n")).toContain(rule);
});

test("a word in a comment is not a call", async () => {
  plant(
    "src/domain/good.ts",
    "/** Never Date.now(): as-of is an argument. */\n// fetch( is for datasets\nexport const good = 1;\n",
  );
  expect(await violations()).toEqual([]);
});

test("a cruise that misses files of src fails instead of passing in silence", () => {
  expect(unreadFiles(["src/a.ts", "src/b.ts"], new Set())[0]).toContain("0 of 2 files of src were read");
  expect(unreadFiles(["src/a.ts", "src/b.ts"], new Set(["src/b.ts"]))[0]).toContain("src/a.ts");
  expect(unreadFiles(["src/a.ts"], new Set(["src/a.ts", "scripts/b.ts"]))).toEqual([]);
  // No sources at all means that the check looked in the wrong place.
  expect(unreadFiles([], new Set())).toHaveLength(1);
});

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readmeTreeProblems, treePaths } from "../../../scripts/checks/readmeTree";

const README =
  "# X\n\n```\nnpm start\n```\n\n```\nindex.html   the page\nsrc/\n  domain/    what exists\n  render/gl/ WebGL\n  render/svg/\nscripts/\n```\n";
let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), "tree-"));
  writeFileSync(path.join(root, "README.md"), README);
  writeFileSync(path.join(root, "index.html"), "");
  for (const folder of ["src/domain", "src/render/gl", "src/render/svg", "scripts"])
    mkdirSync(path.join(root, folder), { recursive: true });
  writeFileSync(path.join(root, "src/domain/a.ts"), "");
});
afterEach(() => rmSync(root, { recursive: true }));

test("the tree is the block that holds src/, one path a line, by indentation", () => {
  expect(treePaths(README)).toEqual([
    "index.html",
    "src",
    "src/domain",
    "src/render/gl",
    "src/render/svg",
    "scripts",
  ]);
});
test("a folder named in passing (render/gl/) needs its parent named only through it", () => {
  expect(readmeTreeProblems(root)).toEqual([]);
});
test("a folder the tree forgot, and one it invents, are both told", () => {
  mkdirSync(path.join(root, "src/misc"));
  writeFileSync(path.join(root, "src/misc/a.ts"), "");
  rmSync(path.join(root, "index.html"));
  expect(readmeTreeProblems(root).sort()).toEqual([
    "README.md does not name the folder src/misc",
    "README.md names index.html, which does not exist",
  ]);
});
test("a README without a tree is a problem, not a pass", () => {
  writeFileSync(path.join(root, "README.md"), "# X\n");
  expect(readmeTreeProblems(root)).toHaveLength(1);
});

import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";

/** Folders whose sub-folders the README must all name. */
const EXHAUSTIVE = ["src", "scripts", "test", "data"];

/**
 * Paths named by the tree in a README: the first fenced block that has a line starting with `src/`. One path a line, two
 * spaces a level; what follows the first word is its explanation.
 */
export function treePaths(readme: string): string[] {
  const blocks = [...readme.matchAll(/```[a-z]*\n([\s\S]*?)```/g)].map((match) => match[1] ?? "");
  const tree = blocks.find((text) => /^src\/(\s|$)/m.test(text)) ?? "";
  const parents: string[] = [];
  return tree.split("\n").flatMap((line) => {
    const found = /^( *)(\S+)/.exec(line);
    if (found === null) return [];
    parents.length = Math.floor((found[1]?.length ?? 0) / 2);
    parents.push((found[2] ?? "").replace(/\/$/, ""));
    return [parents.join("/")];
  });
}

/** Where the README's tree and the folders differ, both ways. */
export function readmeTreeProblems(root: string): string[] {
  const named = treePaths(readFileSync(path.join(root, "README.md"), "utf8"));
  if (named.length === 0)
    return ["README.md: no tree found (a fenced block with a line that starts with src/)"];
  // `render/gl/` names its parent too.
  const known = new Set(
    named.flatMap((name) => name.split("/").map((_, index, parts) => parts.slice(0, index + 1).join("/"))),
  );
  const missing = named
    .filter((name) => !existsSync(path.join(root, name)))
    .map((name) => `README.md names ${name}, which does not exist`);
  const unnamed = EXHAUSTIVE.flatMap((folder) =>
    existsSync(path.join(root, folder)) && statSync(path.join(root, folder)).isDirectory()
      ? readdirSync(path.join(root, folder), { withFileTypes: true })
          .filter((entry) => entry.isDirectory() && !entry.name.startsWith("."))
          // A folder left empty by a checkout is not part of the tree: git does not keep it.
          .filter((entry) => readdirSync(path.join(root, folder, entry.name)).length > 0)
          .map((entry) => `${folder}/${entry.name}`)
      : [],
  ).filter((name) => !known.has(name));
  return [...missing, ...unnamed.map((name) => `README.md does not name the folder ${name}`)];
}

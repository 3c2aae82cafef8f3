import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** Name of the package a bundled module comes from, innermost when packages lie within packages; null for our own. */
export function packageFolder(moduleId: string): string | null {
  const normal = moduleId.replace(/^\0/, "").split("?", 1)[0]?.split(path.sep).join("/") ?? "";
  return /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(normal)?.[1] ?? null;
}

/**
 * Licence texts of everything that went into the bundle, as their licences ask, sorted by name. A package that ships
 * none is named with what its package.json says.
 */
export function thirdPartyLicences(root: string, moduleIds: readonly string[]): string {
  // MapLibre's worker is a file copied as it is and appears in no chunk; its package does through the map itself.
  const folders = new Set(moduleIds.flatMap((id) => packageFolder(id) ?? []));
  const parts = [...folders].flatMap((folder) => {
    const manifest = path.join(folder, "package.json");
    if (!existsSync(manifest)) return [];
    const { name, version, license } = JSON.parse(readFileSync(manifest, "utf8"));
    const file = readdirSync(folder).find((entry) => /^(licen[cs]e|copying)(\.(md|txt))?$/i.test(entry));
    const text =
      file === undefined
        ? "(the package ships no licence text)"
        : readFileSync(path.join(folder, file), "utf8").trim();
    return [
      {
        name: `${name} ${version}`,
        text: `${name} ${version} – ${license ?? "licence not stated"}\n\n${text.replaceAll("\r\n", "\n")}`,
      },
    ];
  });
  parts.sort((a, b) => (a.name < b.name ? -1 : 1));
  return `${parts.map(({ text }) => text).join(`\n\n${"-".repeat(100)}\n\n`)}\n`.replaceAll(root, "");
}

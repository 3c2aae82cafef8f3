import path from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { packageFolder, thirdPartyLicences } from "../../scripts/licences";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

test.each([
  ["/r/node_modules/react/index.js", "/r/node_modules/react"],
  ["/r/node_modules/@turf/area/dist/index.js?v=1", "/r/node_modules/@turf/area"],
  ["/r/node_modules/a/node_modules/@b/c/x.js", "/r/node_modules/a/node_modules/@b/c"],
  ["\0/r/node_modules/react/index.js?commonjs-proxy", "/r/node_modules/react"],
  ["/r/src/app/main.tsx", null],
  ["\0vite/preload-helper.js", null],
])("%j belongs to %j", (id, folder) => {
  expect(packageFolder(id)).toBe(folder);
});

test("every bundled package stands once, by name, with its licence text", () => {
  const module = (name: string) => path.join(ROOT, "node_modules", name, "index.js");
  const text = thirdPartyLicences(ROOT, [
    module("react-dom"),
    module("maplibre-gl"),
    module("react-dom"),
    "/r/src/x.ts",
  ]);
  expect(text.indexOf("maplibre-gl 6")).toBeLessThan(text.indexOf("react-dom 19"));
  expect(text.match(/^react-dom 19/gm)).toHaveLength(1);
  expect(text).toContain("MIT License");
  expect(text).not.toContain(ROOT);
});

import { describe, expect, it } from "vitest";
import {
  RELEASE_NAME,
  releaseFilePath,
  releaseManifestPath,
  releaseOf,
  releasePathOf,
} from "@/domain/release";
import { releaseIndexSchema } from "@/domain/releaseIndex";
import { z } from "@/domain/schema";

const SHA = "0123456789abcdef".repeat(4);
const output = (sha256: string, path = "x.json") => ({ path, sha256, bytes: 1, rows: null });

describe("the name of a release", () => {
  it("does not depend on the order of the files, and on every one of them", () => {
    const a = output("a1".repeat(32));
    const b = output("0f".repeat(32));
    const c = output("93".repeat(32));
    expect(releaseOf({ outputs: [a, b] })).toBe(releaseOf({ outputs: [b, a] }));
    expect(releaseOf({ outputs: [a, b] })).not.toBe(releaseOf({ outputs: [a, c] }));
    expect(releaseOf({ outputs: [a] })).toMatch(RELEASE_NAME);
    expect(releaseOf(null)).toBeNull();
    expect(releaseOf({ outputs: [] })).toBeNull();
  });
});

describe("where a release lies", () => {
  it("below data/r, its files by their content and with their ending", () => {
    expect(releaseManifestPath("0690f7da0a78")).toBe("r/0690f7da0a78/manifest.json");
    expect(releaseFilePath(output(SHA, "geo/communes-50m.topojson"))).toBe(
      `r/files/${SHA.slice(0, 32)}.topojson`,
    );
    const manifest = { outputs: [output(SHA, "geo/shading.png")] };
    expect(releasePathOf(manifest, "geo/shading.png")).toBe(`r/files/${SHA.slice(0, 32)}.png`);
    expect(releasePathOf(manifest, "geo/other.png")).toBeNull();
  });

  it.each([
    "",
    "0690f7da0a7",
    "0690f7da0a788",
    "0690F7DA0A78",
    "../../secret",
    "0690f7da0a78/..",
    "0690f7da0a78\n",
  ])("is not asked of %j", (name) => {
    expect(() => releaseManifestPath(name)).toThrow(RangeError);
  });

  it.each([
    ["a checksum that leads elsewhere", `../../${SHA}`, "x.json"],
    ["a short checksum", SHA.slice(1), "x.json"],
    ["no ending", SHA, "x"],
    ["an ending that leads elsewhere", SHA, "x./../y"],
  ])("%s makes no path", (_, sha256, path) => {
    expect(() => releaseFilePath({ path, sha256 })).toThrow(RangeError);
  });
});

describe("the list of releases", () => {
  const row = { release: "0690f7da0a78", packs: ["official"], defaultAsOf: "2026-11-22" };
  const fits = (...releases: readonly unknown[]) =>
    z.safeParse(releaseIndexSchema, { schemaVersion: 1, releases }).success;
  it("has names, packs and days, and each name once", () => {
    expect(fits()).toBe(true);
    expect(fits(row, { ...row, release: "f9d35c7ee3c2" })).toBe(true);
    expect(fits(row, row)).toBe(false);
    expect(fits({ ...row, release: "../x" })).toBe(false);
    expect(fits({ ...row, packs: ["mine"] })).toBe(false);
    expect(fits({ ...row, defaultAsOf: "2026-02-30" })).toBe(false);
    expect(z.safeParse(releaseIndexSchema, { schemaVersion: 2, releases: [] }).success).toBe(false);
  });
});

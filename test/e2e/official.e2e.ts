import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import Papa from "papaparse";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { formatProblem } from "@/domain/parse";
import type { ReleaseIndex } from "@/domain/releaseIndex";
import { messagesFor } from "@/i18n/messages";
import { budgetProblems, measureBudgets } from "../../scripts/checks/budgets";
import { distFiles, distProblems } from "../../scripts/checks/distRules";
import { releaseProblems } from "../../scripts/data/releases";
import { DIST, DIST_OFFICIAL, openSite, ROOT, readArtifact, type Site, visit } from "./site";

const PACK = path.join(ROOT, "data", "illustrative");

/** Every identifier and invented name of the scenario: what no file of the official build may hold. */
function inventedWords(): string[] {
  const words = new Set<string>();
  for (const file of readdirSync(PACK).filter((name) => name.endsWith(".csv"))) {
    const { data } = Papa.parse<Record<string, string>>(readFileSync(path.join(PACK, file), "utf8"), {
      header: true,
      skipEmptyLines: true,
    });
    const official = path.join(ROOT, "data", "official", file);
    const known = existsSync(official) ? readFileSync(official, "utf8") : "";
    for (const row of data) {
      for (const column of [
        "source_id",
        "work_id",
        "village_id",
        "zone_id",
        "event_id",
        "target_id",
        "decision_no",
        "name",
        "owner",
      ]) {
        const value = row[column];
        // Communes are real, and so are ids the official pack has as well.
        if (value && value.length > 3 && !known.includes(value)) words.add(value);
      }
    }
  }
  for (const file of readdirSync(PACK).filter((name) => name.endsWith(".geojson"))) {
    const collection: { features: { id?: unknown; properties: Record<string, unknown> | null }[] } =
      JSON.parse(readFileSync(path.join(PACK, file), "utf8"));
    for (const { id, properties } of collection.features) {
      for (const value of [id, properties?.zone_id, properties?.id, properties?.source_id])
        if (typeof value === "string" && value.length > 3) words.add(value);
    }
  }
  return [...words].sort();
}

const TEXT = /\.(html|json|topojson|js|mjs|css|svg|txt|csv|geojson|xml|webmanifest)$/;

describe("the build of official data alone", () => {
  const words = inventedWords();

  test("the search knows what it looks for: the normal build holds it", () => {
    expect(words.length).toBeGreaterThan(100);
    const data = distFiles(DIST)
      .filter((file) => file.startsWith("data/") && TEXT.test(file))
      .map((file) => readFileSync(path.join(DIST, file), "utf8"))
      .join("\n");
    expect(words.filter((word) => data.includes(word)).length).toBeGreaterThan(100);
  });

  test("no file holds an id, a body, a decision or a village of the scenario", () => {
    const found = distFiles(DIST_OFFICIAL)
      .filter((file) => TEXT.test(file))
      .flatMap((file) => {
        const text = readFileSync(path.join(DIST_OFFICIAL, file), "utf8");
        return words.filter((word) => text.includes(word)).map((word) => `${file}: ${word}`);
      });
    expect(found).toEqual([]);
  });

  test("no data says that anything is made up, and no page carries the band; only texts of the interface know the word", () => {
    const found = distFiles(DIST_OFFICIAL)
      .filter((file) => /^data\/.*\.(json|topojson|geojson|csv)$/.test(file))
      .filter((file) =>
        /illustrative|minh hoạ|minh họa/i.test(readFileSync(path.join(DIST_OFFICIAL, file), "utf8")),
      );
    expect(found).toEqual([]);
    for (const page of ["index.html", "en/index.html"]) {
      const html = readFileSync(path.join(DIST_OFFICIAL, page), "utf8");
      expect(html).not.toContain(messagesFor("vi").explore.bandBold);
      expect(html).not.toContain(messagesFor("en").explore.bandBold);
    }
  });

  test("every source in it is official, published, derived or inferred", () => {
    const { rows } = readArtifact<{ rows: { kind: string }[] }>(DIST_OFFICIAL, "sources.json");
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.map(({ kind }) => kind)).not.toContain("illustrative");
    expect(readArtifact<{ packs: string[] }>(DIST_OFFICIAL, "manifest.json").packs).toEqual(["official"]);
  });

  test("its releases are those of official data alone, whole; the other site keeps all", () => {
    for (const dist of [DIST, DIST_OFFICIAL])
      expect(releaseProblems(path.join(dist, "data")).map(formatProblem)).toEqual([]);
    const packsOf = (dist: string) =>
      readArtifact<ReleaseIndex>(dist, "r/index.json").releases.map(({ packs }) => packs.join());
    expect(new Set(packsOf(DIST_OFFICIAL))).toEqual(new Set(["official"]));
    expect(new Set(packsOf(DIST))).toEqual(new Set(["official", "official,illustrative"]));
  });

  test("it may be indexed; the build with the scenario asks not to be", () => {
    for (const page of ["index.html", "en/index.html"]) {
      expect(readFileSync(path.join(DIST_OFFICIAL, page), "utf8")).not.toContain("noindex");
      expect(readFileSync(path.join(DIST, page), "utf8")).toContain('<meta name="robots" content="noindex">');
    }
  });

  test("it keeps the rules and budgets of the other", () => {
    expect(distProblems(DIST_OFFICIAL)).toEqual([]);
    expect(
      budgetProblems(
        measureBudgets(DIST_OFFICIAL, path.join(ROOT, ".cache", "vite-manifest-dist-official.json")),
      ),
    ).toEqual([]);
  });
});

describe("the official site in a browser", () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite({ dir: DIST_OFFICIAL });
  });
  afterAll(() => site.close());

  test.each([
    ["without scripts", false],
    ["with scripts", true],
  ])(
    "%s it opens on population density and says what the 97 works are known as",
    async (_, javaScriptEnabled) => {
      const { page, complaints, close } = await visit(site, "", { javaScriptEnabled });
      await page.locator("h1:visible").waitFor();
      const text = (await page.locator("body").innerText()).replace(/\s+/g, " ");
      expect(text).toMatch(/[Mm]ật độ dân số/);
      expect(text).toContain("97 công trình theo kế hoạch tỉnh");
      expect(text).toContain("danh mục chưa công bố");
      expect(text).toContain("16 công trình nêu trong kế hoạch xã An Lạc (chưa rõ có thuộc 97 hay không)");
      expect(text).not.toContain("Dữ liệu minh họa");
      expect(complaints).toEqual([]);
      await close();
    },
  );
});

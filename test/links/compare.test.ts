import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import {
  COMPARE_PARAMS,
  type CompareView,
  DEFAULT_COMPARE_VIEW,
  readCompareView,
  writeCompareView,
} from "@/state/compareView";
import { LANGUAGE_FOLDERS, SITE_PAGES } from "@/views/page/sitePages";

interface RecordedLink {
  readonly link: string;
  readonly restores: Partial<CompareView>;
}

const folder = fileURLToPath(new URL("./compare", import.meta.url));
const recorded = readdirSync(folder).flatMap(
  (name) => JSON.parse(readFileSync(`${folder}/${name}`, "utf8")) as RecordedLink[],
);
const ANY = { indicator: () => true, commune: () => true, days: null };

describe("published links to the page of comparisons", () => {
  it.each(recorded)("$link restores its state", ({ link, restores }) => {
    const { view, dropped } = readCompareView(link, ANY);
    expect(dropped).toEqual([]);
    expect(view).toEqual({ ...DEFAULT_COMPARE_VIEW, ...restores });
    expect(readCompareView(writeCompareView(view), ANY).view).toEqual(view);
  });
  it("cover every parameter", () => {
    const used = new Set(
      recorded
        .flatMap(({ link }) => [...new URLSearchParams(link).keys()])
        .filter((key) => !key.startsWith("utm")),
    );
    expect([...used].sort()).toEqual(Object.keys(COMPARE_PARAMS).sort());
  });
});

describe("published paths", () => {
  it("are never renamed", () => {
    expect(SITE_PAGES).toEqual({
      map: "",
      compare: "so-sanh/",
      targets: "chi-tieu/",
      communes: "xa/",
      works: "cong-trinh/",
      report: "bao-cao/",
      data: "du-lieu/",
      about: "gioi-thieu/",
    });
    expect(LANGUAGE_FOLDERS).toEqual({ vi: "", en: "en/" });
  });
});

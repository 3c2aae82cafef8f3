import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LOCALES, type Locale } from "@/i18n/locale";
import {
  alternatesOf,
  communePath,
  LANGUAGE_FOLDERS,
  linkTo,
  linkToLanguage,
  linkToRoot,
  SITE_PAGE_IDS,
  SITE_PAGES,
  upFrom,
  workPath,
} from "@/views/page/sitePages";
import { code } from "../../fixtures/register";

/** Every kind of page the site has: at the root, one folder deep, two folders deep, with a name that must be encoded. */
const PATHS = [
  ...Object.values(SITE_PAGES),
  communePath(code("07654")),
  workPath("MH-001"),
  workPath("A/B 1%"),
];
const ROOTS = ["https://example.vn/", "https://example.vn/a/b/"];
const addressOf = (root: string, locale: Locale, path: string) => `${root}${LANGUAGE_FOLDERS[locale]}${path}`;
const resolve = (from: string, link: string) => new URL(link, from).href;

describe.each(ROOTS)("under %s", (root) => {
  test.each(LOCALES)("every page links to every other of its language (%s)", (locale) => {
    for (const path of PATHS)
      for (const target of PATHS)
        expect(resolve(addressOf(root, locale, path), linkTo({ locale, path }, target))).toBe(
          addressOf(root, locale, target),
        );
  });

  test("every page leads to itself in every language, and back", () => {
    for (const path of PATHS)
      for (const locale of LOCALES)
        for (const other of LOCALES) {
          const from = addressOf(root, locale, path);
          expect(resolve(from, linkToLanguage({ locale, path }, other))).toBe(addressOf(root, other, path));
        }
  });

  test("every page finds the site's files", () => {
    for (const path of PATHS)
      for (const locale of LOCALES) {
        const from = addressOf(root, locale, path);
        expect(resolve(from, linkToRoot({ locale, path }, "data/manifest.json"))).toBe(
          `${root}data/manifest.json`,
        );
        if (linkToRoot({ locale, path }) !== "")
          expect(resolve(from, linkToRoot({ locale, path }))).toBe(root);
      }
  });
});

test("links are relative and never empty: an empty one would reload the page with its query", () => {
  for (const path of PATHS)
    for (const locale of LOCALES)
      for (const link of [
        ...PATHS.map((target) => linkTo({ locale, path }, target)),
        ...LOCALES.map((other) => linkToLanguage({ locale, path }, other)),
      ])
        expect(link).toMatch(/^(?!\/|https?:).+/);
});

test("a work's path holds its id whatever is in it, in one folder", () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, unit: "grapheme" }), (id) => {
      const path = workPath(id);
      expect(upFrom(path)).toBe("../../");
      expect(decodeURIComponent(path.slice(SITE_PAGES.works.length, -1))).toBe(id);
    }),
  );
});

test("paths are public: they are what they were", () => {
  expect(SITE_PAGE_IDS.map((id) => SITE_PAGES[id])).toEqual([
    "",
    "so-sanh/",
    "chi-tieu/",
    "xa/",
    "cong-trinh/",
    "bao-cao/",
    "du-lieu/",
    "gioi-thieu/",
  ]);
  expect(alternatesOf("so-sanh/")).toEqual({ vi: "so-sanh/", en: "en/so-sanh/" });
});

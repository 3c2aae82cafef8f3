import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { LOCALES } from "@/i18n/locale";
import { pageMessages } from "@/i18n/messages/page";
import { targetsPageMessages } from "@/i18n/messages/targetsPage";
import { axeProblems } from "./axe";
import { openSite, PREFIXES, type Site, visit } from "./site";

describe.each(PREFIXES)("the page of targets under %s", (prefix) => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite({ prefix });
  });
  afterAll(() => site.close());

  test.each(LOCALES)(
    "reads without scripts in %s: pace, break, quote and plans that were owed",
    async (locale) => {
      const m = targetsPageMessages[locale];
      const { page, complaints, close } = await visit(site, `${locale === "en" ? "en/" : ""}chi-tieu/`, {
        javaScriptEnabled: false,
      });
      const text = (await page.locator("body").innerText()).replaceAll("\u00a0", " ");
      for (const said of [
        locale === "vi" ? "13,81 %" : "13.81 %",
        locale === "vi" ? "hơn 2,26 điểm một năm" : "more than 2.26 points a year",
        pageMessages[locale].band,
        m.agenciesUnknown,
        "xuống dưới 10%",
      ])
        expect(text).toContain(said);
      const links = await page
        .locator("main a[href]")
        .evaluateAll((found) => found.map((link) => (link as HTMLAnchorElement).href));
      for (const link of new Set(links)) {
        const url = new URL(link);
        if (url.hash !== "") expect(await page.locator(`[id="${url.hash.slice(1)}"]`).count(), link).toBe(1);
        else if (url.origin === new URL(site.server.url).origin)
          expect([link, (await page.request.get(link)).status()]).toEqual([link, 200]);
      }
      expect(complaints).toEqual([]);
      await close();
    },
  );
});

describe("the page of targets", () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site.close());

  test.each([
    ["vi", "light", 1440],
    ["vi", "dark", 390],
    ["en", "dark", 1440],
    ["en", "light", 390],
  ] as const)("axe: %s, %s, %d px, and nothing wider than the screen", async (locale, theme, width) => {
    const { page, complaints, close } = await visit(site, `${locale === "en" ? "en/" : ""}chi-tieu/`, {
      bypassCSP: true,
      colorScheme: theme,
      viewport: { width, height: 844 },
    });
    expect(await axeProblems(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    expect(complaints).toEqual([]);
    await close();
  });
});

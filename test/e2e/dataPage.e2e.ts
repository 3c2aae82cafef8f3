import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { LOCALES } from "@/i18n/locale";
import { dataPageMessages } from "@/i18n/messages/dataPage";
import { axeProblems } from "./axe";
import { openSite, PREFIXES, type Site, visit } from "./site";

describe.each(PREFIXES)("the page of data under %s", (prefix) => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite({ prefix });
  });
  afterAll(() => site.close());

  test.each(LOCALES)("reads without scripts in %s, and every file it offers is there", async (locale) => {
    const m = dataPageMessages[locale];
    const { page, complaints, close } = await visit(site, `${locale === "en" ? "en/" : ""}du-lieu/`, {
      javaScriptEnabled: false,
    });
    const text = (await page.locator("main").innerText()).replaceAll("\u00a0", " ");
    for (const said of [m.sources, m.coverage, m.totals, m.candidates, m.downloads])
      expect(text).toContain(said);
    // The 99 communes, their total and what has no commune.
    expect(await page.locator("#do-phu tbody tr").count()).toBe(101);
    const links = await page
      .locator("main a[href]")
      .evaluateAll((found) => found.map((link) => (link as HTMLAnchorElement).href));
    let files = 0;
    for (const link of new Set(links)) {
      const url = new URL(link);
      if (url.hash !== "") expect(await page.locator(`[id="${url.hash.slice(1)}"]`).count(), link).toBe(1);
      else if (url.origin === new URL(site.server.url).origin) {
        expect([link, (await page.request.get(link)).status()]).toEqual([link, 200]);
        if (url.pathname.includes("/tai/")) files += 1;
      }
    }
    expect(files).toBeGreaterThan(33);
    expect(complaints).toEqual([]);
    await close();
  });
});

describe("the page of data", () => {
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
    const { page, complaints, close } = await visit(site, `${locale === "en" ? "en/" : ""}du-lieu/`, {
      bypassCSP: true,
      colorScheme: theme,
      viewport: { width, height: 844 },
    });
    for (const summary of await page.locator("main summary").all()) await summary.click();
    expect(await axeProblems(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    expect(complaints).toEqual([]);
    await close();
  });
});

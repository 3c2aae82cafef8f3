import { readdirSync } from "node:fs";
import path from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { LOCALES } from "@/i18n/locale";
import { pageMessages } from "@/i18n/messages/page";
import { reportMessages } from "@/i18n/messages/report";
import { REPORT_TABLES } from "@/views/report/reportTables";
import { axeProblems } from "./axe";
import { DIST, openSite, PREFIXES, type Site, visit } from "./site";

const YEARS = readdirSync(path.join(DIST, "bao-cao")).filter((name) => /^\d{4}$/.test(name));

describe.each(PREFIXES)("the yearly report under %s", (prefix) => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite({ prefix });
  });
  afterAll(() => site.close());

  test.each(LOCALES)(
    "reads without scripts in %s: a report a year, each with all its tables and its workbook",
    async (locale) => {
      const m = reportMessages[locale];
      const folder = locale === "en" ? "en/" : "";
      const { page, complaints, close } = await visit(site, `${folder}bao-cao/`, {
        javaScriptEnabled: false,
      });
      expect(YEARS.length).toBeGreaterThan(1);
      for (const year of YEARS) {
        await page.goto(new URL(`${folder}bao-cao/`, site.server.url).href);
        await page
          .locator("main")
          .getByRole("link", { name: new RegExp(year) })
          .click();
        await page.getByRole("heading", { level: 1, name: m.heading(year) }).waitFor();
        expect(await page.locator("main h3").count()).toBe(REPORT_TABLES.length);
        expect(await page.locator("body").innerText()).toContain(pageMessages[locale].band);
        const link = page.getByRole("link", { name: m.download });
        const answer = await page.request.get(
          await link.evaluate((found) => (found as HTMLAnchorElement).href),
        );
        expect(answer.status()).toBe(200);
        const files = unzipSync(new Uint8Array(await answer.body()));
        const sheets = Object.keys(files).filter((name) => /worksheets\/sheet\d+\.xml$/.test(name));
        expect(sheets).toHaveLength(REPORT_TABLES.length + 1);
        // As many rows in the sheet as on the page, with one for the headings.
        const rows = await page.locator("main table").first().locator("tr").count();
        expect(strFromU8(files["xl/worksheets/sheet1.xml"]!).match(/<row /g)?.length).toBe(rows);
        const texts = Object.entries(files)
          .filter(([name]) => name.endsWith(".xml"))
          .map(([, content]) => strFromU8(content))
          .join("");
        expect(texts).toContain(m.noteIllustrative);
      }
      expect(complaints).toEqual([]);
      await close();
    },
  );
});

describe("the yearly report", () => {
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
    const folder = locale === "en" ? "en/" : "";
    const { page, complaints, close } = await visit(site, `${folder}bao-cao/${YEARS.at(-1)}/`, {
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

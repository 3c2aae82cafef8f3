import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { LOCALES } from "@/i18n/locale";
import { messagesFor } from "@/i18n/messages";
import { aboutMessages } from "@/i18n/messages/about";
import { helpMessages } from "@/i18n/messages/help";
import { pageMessages } from "@/i18n/messages/page";
import { INDICATORS } from "@/indicators";
import { axeProblems } from "./axe";
import { openSite, PREFIXES, type Site, visit } from "./site";

const h = helpMessages.vi;
const live = (page: Page) => page.locator("[data-prerendered]").waitFor({ state: "detached" });

describe.each(PREFIXES)("the page about the map under %s", (prefix) => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite({ prefix, args: ["--disable-3d-apis"] });
  });
  afterAll(() => site.close());

  test.each(LOCALES)(
    "reads without scripts in %s, names every indicator, and every link leads somewhere",
    async (locale) => {
      const m = aboutMessages[locale];
      const { page, complaints, close } = await visit(site, `${locale === "en" ? "en/" : ""}gioi-thieu/`, {
        javaScriptEnabled: false,
      });
      const text = await page.locator("body").innerText();
      for (const said of [m.what1, m.whoUnset, m.privacyText, m.lateText, pageMessages[locale].band])
        expect(text).toContain(said);
      const messages = messagesFor(locale);
      for (const { label } of INDICATORS) expect(text).toContain(messages.indicators[label]);
      const links = await page
        .locator("a[href]")
        .evaluateAll((found) => found.map((link) => (link as HTMLAnchorElement).href));
      for (const link of new Set(links)) {
        const url = new URL(link);
        if (url.hash !== "") {
          expect(await page.locator(`[id="${url.hash.slice(1)}"]`).count()).toBe(1);
          continue;
        }
        expect(url.origin).toBe(new URL(site.server.url).origin);
        expect([link, (await page.request.get(link)).status()]).toEqual([link, 200]);
      }
      expect(complaints).toEqual([]);
      await close();
    },
  );

  test("is found from the map, and leads back", async () => {
    const { page, close } = await visit(site, "");
    await live(page);
    await page.getByRole("link", { name: messagesFor("vi").explore.about }).click();
    await page.getByRole("heading", { level: 1, name: aboutMessages.vi.title }).waitFor();
    await page.getByRole("link", { name: pageMessages.vi["page.map"], exact: true }).click();
    await page.locator(".map__surface").waitFor();
    await close();
  });
});

describe("help", () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite({ args: ["--disable-3d-apis"] });
  });
  afterAll(() => site.close());

  test("the hint of the first visit is dismissed for good, and takes no click from the map", async () => {
    const { page, close } = await visit(site, "");
    await live(page);
    const hint = page.getByRole("region", { name: h.hintTitle });
    await hint.waitFor();
    expect(await hint.evaluate((card) => getComputedStyle(card).pointerEvents)).toBe("none");
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("BODY");
    await hint.getByRole("button", { name: h.understood }).click();
    await hint.waitFor({ state: "detached" });
    await page.reload();
    await live(page);
    await page.waitForTimeout(700);
    expect(await hint.count()).toBe(0);
    await close();
  });

  test("? lists the keys; switched off, single keys do nothing and arrows still walk", async () => {
    const { page, close } = await visit(site, "");
    await live(page);
    await page.locator("#map-focus").focus();
    await page.keyboard.press("?");
    const dialog = page.getByRole("dialog", { name: h.title });
    await dialog.waitFor();
    for (const words of [h.walk, h.search, h.help]) await dialog.getByText(words).waitFor();
    await dialog.getByRole("checkbox", { name: h.single }).uncheck();
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    await page.locator("#map-focus").focus();
    for (const key of ["/", "?", "+"]) await page.keyboard.press(key);
    await page.waitForTimeout(500);
    expect(await page.getByRole("dialog").count()).toBe(0);
    expect(new URL(page.url()).searchParams.get("m")).toBeNull();
    await page.keyboard.press("ArrowRight");
    await page.locator(".map__tooltip").waitFor();
    await close();
  });

  const cases = LOCALES.flatMap((locale) =>
    (["light", "dark"] as const).map((scheme) => ({ locale, scheme })),
  );
  test.each(cases)("axe: about page and keys, $locale, $scheme", async ({ locale, scheme }) => {
    const folder = locale === "en" ? "en/" : "";
    const about = await visit(site, `${folder}gioi-thieu/`, { bypassCSP: true, colorScheme: scheme });
    expect(await axeProblems(about.page)).toEqual([]);
    await about.page.setViewportSize({ width: 320, height: 640 });
    expect(
      await about.page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
    ).toBeLessThanOrEqual(0);
    await about.close();
    const { page, close } = await visit(site, folder, { bypassCSP: true, colorScheme: scheme });
    await live(page);
    await page.getByRole("region", { name: helpMessages[locale].hintTitle }).waitFor();
    expect(await axeProblems(page)).toEqual([]);
    await page.getByRole("button", { name: messagesFor(locale).explore.keys, exact: true }).click();
    await page.getByRole("dialog").waitFor();
    expect(await axeProblems(page)).toEqual([]);
    await close();
  });
});

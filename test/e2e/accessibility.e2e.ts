import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { LOCALES, type Locale } from "@/i18n/locale";
import { messagesFor } from "@/i18n/messages";
import { axeProblems } from "./axe";
import { openSite, type Site, visit } from "./site";

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 };
const AN_LAC = "07654";

/** Waits until React has replaced what was prerendered. */
const live = (page: Page) => page.locator("[data-prerendered]").waitFor({ state: "detached" });

/** Every state a reader can be in: how it is opened, and what is done there before looking. */
const STATES: Record<
  string,
  { query: string; reach?: (page: Page, locale: Locale) => Promise<void>; options?: object }
> = {
  "the default view": { query: "" },
  "a commune's panel": { query: `?c=${AN_LAC}` },
  "provenance open": {
    query: `?c=${AN_LAC}`,
    reach: async (page) => page.locator("details.provenance summary:visible").first().click(),
  },
  "the dialog of sources": {
    query: "",
    reach: async (page, locale) => {
      const m = messagesFor(locale).explore;
      await page.getByRole("button", { name: m.sourcesButton }).filter({ visible: true }).first().click();
      await page.getByRole("dialog").waitFor();
    },
  },
  "the search with results": {
    query: "",
    reach: async (page, locale) => {
      await page.getByRole("button", { name: messagesFor(locale).explore.search, exact: true }).click();
      await page.getByRole("dialog").getByRole("combobox").fill("an lac");
      await page.getByRole("dialog").getByRole("option").first().waitFor();
    },
  },
  "the search without results on a phone": {
    query: "",
    options: PHONE,
    reach: async (page, locale) => {
      await page.getByRole("button", { name: messagesFor(locale).explore.search, exact: true }).click();
      await page.getByRole("dialog").getByRole("combobox").fill("zzzz");
      await page.getByRole("dialog").getByRole("status").filter({ hasText: "zzzz" }).waitFor();
    },
  },
  "a link that was partly not understood": { query: "?i=nothing&c=00000" },
  "a phone": { query: "", options: PHONE },
  "a phone with a commune": { query: `?c=${AN_LAC}`, options: PHONE },
};

describe.each(["with WebGL", "without WebGL"])("%s", (webgl) => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite({ args: webgl === "with WebGL" ? [] : ["--disable-3d-apis"] });
  });
  afterAll(() => site.close());

  // Panels and dialogs are the same above either map; software WebGL is slow, so it shows only the states of the map itself.
  const states = Object.entries(STATES).filter(
    ([name]) => webgl === "without WebGL" || /default|commune's/.test(name),
  );

  describe.each(states)("%s", (_, { query, reach, options }) => {
    test.each(
      LOCALES.flatMap((locale) => (["light", "dark"] as const).map((theme) => [locale, theme] as const)),
    )("has no problem axe knows, %s, %s", async (locale, theme) => {
      const path = `${locale === "vi" ? "" : "en/"}${query}${query === "" ? "?" : "&"}t=${theme}`;
      const { page, close } = await visit(site, path, { bypassCSP: true, ...options });
      await live(page);
      await reach?.(page, locale);
      expect(await axeProblems(page)).toEqual([]);
      await close();
    });
  });

  if (webgl === "without WebGL") {
    test("a file that is missing: the notice has no problem axe knows", async () => {
      const { page, close } = await visit(site, "?t=light", {
        bypassCSP: true,
        prepare: (opened) =>
          opened.route("**/data/works.json", (route) => route.fulfill({ status: 404, body: "" })),
      });
      await page.getByRole("alert").first().waitFor();
      expect(await axeProblems(page)).toEqual([]);
      await close();
    });

    test.each(["", "en/"])("/%s as prerendered, without scripts, has no problem axe knows", async (path) => {
      const { page, close } = await visit(site, path, {
        bypassCSP: true,
        // The app is kept away instead of scripts, which axe needs itself.
        prepare: (opened) => opened.route("**/assets/*.js", (route) => route.abort()),
      });
      expect(await page.locator("[data-prerendered]").count()).toBe(1);
      await page.locator("h1:visible").waitFor();
      expect(await axeProblems(page)).toEqual([]);
      await close();
    });
  }
});

describe("narrow and large", () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite({ args: ["--disable-3d-apis"] });
  });
  afterAll(() => site.close());

  test.each(["", "en/", `?c=${AN_LAC}`])("at 320 px /%s needs no scrolling sideways", async (path) => {
    const { page, close } = await visit(site, path, { viewport: { width: 320, height: 640 } });
    await live(page);
    const { wide, beyond } = await page.evaluate(() => ({
      wide: document.documentElement.scrollWidth - window.innerWidth,
      beyond: [...document.querySelectorAll("body *")]
        .filter(
          (element) =>
            element.closest("svg, .hidden-text, table, .tabs") === null &&
            element.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true }) &&
            element.getBoundingClientRect().right > window.innerWidth + 1,
        )
        .map((element) => element.className)
        .slice(0, 3),
    }));
    expect({ wide: Math.max(0, wide), beyond }).toEqual({ wide: 0, beyond: [] });
    await close();
  });

  test("pinch zoom is not forbidden, and the language is said", async () => {
    const { page, close } = await visit(site, "en/");
    expect(await page.locator('meta[name="viewport"]').getAttribute("content")).not.toMatch(
      /user-scalable|maximum-scale/,
    );
    expect(await page.locator("html").getAttribute("lang")).toBe("en");
    await close();
  });

  test("everything that can be pressed is at least 24 px each way", async () => {
    const { page, close } = await visit(site, `?c=${AN_LAC}`, PHONE);
    await live(page);
    const small = await page.evaluate(() =>
      [...document.querySelectorAll("button, select, input, summary")]
        .map((element) => ({ element, box: element.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 0 && box.height > 0 && (box.width < 23.5 || box.height < 23.5))
        // An input inside its label is pressed by the label.
        .filter(({ element }) => (element.closest("label")?.getBoundingClientRect().height ?? 0) < 23.5)
        .map(
          ({ element, box }) =>
            `${element.className || element.tagName} ${Math.round(box.width)}×${Math.round(box.height)}`,
        ),
    );
    expect(small).toEqual([]);
    await close();
  });
});

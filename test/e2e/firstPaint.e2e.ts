import { readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { LOCALES, type Locale } from "@/i18n/locale";
import { messagesFor } from "@/i18n/messages";
import { notFoundMessages } from "@/i18n/messages/notFound";
import { type ChunkManifest, initialScripts } from "../../scripts/checks/budgets";
import { DIST, openSite, PREFIXES, ROOT, readArtifact, type Site, visit } from "./site";

const pathOf = (locale: Locale) => (locale === "vi" ? "" : "en/");

describe.each(PREFIXES)("under %s", (prefix) => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite({ prefix });
  });
  afterAll(() => site.close());

  describe.each(LOCALES)("%s", (locale) => {
    const m = messagesFor(locale).explore;

    test("without scripts the page says what it shows, as of when and how trustworthy, and shows it", async () => {
      const { page, complaints, requested, close } = await visit(site, pathOf(locale), {
        javaScriptEnabled: false,
      });
      expect(await page.title()).toMatch(/22/);
      const headline = await page.locator("h2:visible").first().innerText();
      expect(await page.title()).toContain(headline);
      expect(await page.locator("html").getAttribute("lang")).toBe(locale);
      // The first frame shows the communes alone; the rest is there a moment later.
      for (const part of [".brand__as-of, .panel__facts", ".footer__note", ".panel--right h2"])
        await page.locator(part).filter({ visible: true }).first().waitFor();
      const text = (await page.locator("body").innerText()).replace(/\s+/g, " ");
      expect(text).toMatch(locale === "vi" ? /\d{1,2}\/\d{1,2}\/20\d\d/ : /\d{1,2} [A-Z][a-z]{2} 20\d\d/);
      expect(text).toContain(m.bandBold);
      expect(text).toContain(m.boundaryNote);
      // 99 communes, each once in the drawing, each a shape that is filled.
      const communes = page.locator('[data-plane="communes"] [data-subject^="commune:"]');
      expect(await communes.count()).toBe(99);
      const subjects = await communes.evaluateAll((paths) =>
        paths.map((shape) => shape.getAttribute("data-subject")),
      );
      expect(new Set(subjects).size).toBe(99);
      const drawing = await page.locator(".map__drawing svg").first().boundingBox();
      expect(drawing?.width).toBeGreaterThan(300);
      // Legend: its account adds up to 99; table: rows with values.
      const legend = page.getByRole("complementary", { name: m.legend });
      expect(await legend.innerText()).toMatch(/= 99/);
      expect(await page.locator("table tbody tr").count()).toBeGreaterThan(5);
      expect(complaints).toEqual([]);
      expect(requested.filter((file) => /\.m?js$|^data\//.test(file))).toEqual([]);
      // Nothing that only scripts can move is offered; items of a list, which are buttons too, are there to be read.
      expect(
        await page
          .locator("button:visible, select:visible, input:visible")
          .and(page.locator(":not(.tray__item, .work-row, .sector)"))
          .evaluateAll((found) => found.map((element) => element.className)),
      ).toEqual([]);
      await close();
    });

    test("without scripts the communes are seen first and everything else a moment later; on paper at once", async () => {
      const { page, close } = await visit(site, pathOf(locale), { javaScriptEnabled: false });
      const waiting = () =>
        page
          .locator(".header, .panel, .footer, [data-plane=works], [data-plane=communes]")
          .evaluateAll(
            (found) => found.filter((one) => getComputedStyle(one).visibility === "hidden").length,
          );
      await expect.poll(waiting).toBe(0);
      const animations = () =>
        page.evaluate(
          () => getComputedStyle(document.querySelector(".header") ?? document.body).animationName,
        );
      expect(await animations()).toBe("later");
      await page.emulateMedia({ media: "print" });
      expect(await animations()).toBe("none");
      await close();
    });

    test("with scripts it is the same view, at peace with its policy, and no request leaves the origin", async () => {
      const { page, complaints, close } = await visit(site, pathOf(locale));
      const title = await page.title();
      await page.locator("[data-prerendered]").waitFor({ state: "detached" });
      // Tab and map say the same.
      const label = (await page.getByRole("main").getAttribute("aria-label")) ?? "";
      expect(label).toBe(m.mapLabel(title.split(" – ")[0] ?? ""));
      await page.locator("canvas").first().waitFor({ timeout: 30_000 });
      await page.waitForTimeout(1500);
      expect(complaints).toEqual([]);
      await close();
    });

    test("the link to the other language leads to it, with the view kept", async () => {
      const { page, complaints, close } = await visit(site, `${pathOf(locale)}?c=07654&t=dark`);
      await page.getByRole("link", { name: m.otherLanguageLabel }).click();
      await page.waitForURL(/c=07654/);
      const other = locale === "vi" ? "en" : "vi";
      expect(new URL(page.url()).pathname).toBe(`${prefix}${pathOf(other)}`);
      expect(await page.locator("html").getAttribute("lang")).toBe(other);
      expect(await page.locator("html").getAttribute("data-theme")).toBe("dark");
      await page
        .getByRole("heading", { name: /An Lạc/ })
        .first()
        .waitFor();
      expect(complaints).toEqual([]);
      await close();
    });
  });

  test("what is missing answers with a page that leads back, without a script", async () => {
    const { page, complaints, close } = await visit(site, "xa/nothing");
    expect(await page.locator("h1").innerText()).toBe(notFoundMessages.vi.title);
    expect(complaints.filter((line) => !line.includes("404"))).toEqual([]);
    await close();
  });
});

describe("a link with a query", () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site.close());

  test("never shows the prerendered map or title; the right view comes in its place", async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { page, complaints, close } = await visit(site, "?i=population-density&c=07654", {
      waitUntil: "commit",
      // The app is held back: what is seen now is what a slow connection shows for seconds.
      prepare: (opened) =>
        opened.route("**/assets/*.js", async (route) => {
          await held;
          await route.continue();
        }),
    });
    await page.locator("[data-prerendered]").waitFor({ state: "attached" });
    expect(
      await page.locator("[data-prerendered]").evaluate((element) => getComputedStyle(element).visibility),
    ).toBe("hidden");
    expect(await page.locator("[data-prerendered] *:visible").count()).toBe(0);
    release();
    await page.locator("[data-prerendered]").waitFor({ state: "detached" });
    const legend = page.getByRole("complementary", { name: messagesFor("vi").explore.legend });
    expect(await legend.locator("select").inputValue()).toBe("population-density");
    await page
      .getByRole("heading", { name: /An Lạc/ })
      .first()
      .waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  test("the theme of the link is there before the first paint", async () => {
    const { page, close } = await visit(site, "?t=dark", {
      waitUntil: "commit",
      prepare: (opened) => opened.route("**/assets/*.js", (route) => route.abort()),
    });
    await page.locator("[data-prerendered]").waitFor({ state: "attached" });
    expect(await page.locator("html").getAttribute("data-theme")).toBe("dark");
    await close();
  });
});

describe("what is fetched when", () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite({ args: ["--disable-3d-apis"] });
  });
  afterAll(() => site.close());

  test("until a click opens a commune's panel, the scripts are those the budget counts", async () => {
    const manifest: ChunkManifest = JSON.parse(
      readFileSync(path.join(ROOT, ".cache", "vite-manifest-dist.json"), "utf8"),
    );
    const counted = initialScripts(manifest, "vi");
    // WebGL stays away in a browser that says its data are dear, so that what comes before the panel can be told apart.
    const { page, requested, close } = await visit(site, "", {
      prepare: (opened) =>
        opened.addInitScript(() => {
          Object.defineProperty(navigator, "connection", { value: { saveData: true, effectiveType: "3g" } });
          // The hint of a first visit comes when the page is idle: a slow machine may get there before it is asked.
          localStorage.setItem("ct22.hint-seen", "1");
        }),
    });
    await page.locator("[data-prerendered]").waitFor({ state: "detached" });
    const scripts = () => [...new Set(requested.filter((file) => /\.m?js$/.test(file)))].sort();
    expect(scripts().filter((file) => !counted.includes(file))).toEqual([]);
    expect(scripts().length).toBeGreaterThan(0);
    await close();
  });
});

describe("the documents", () => {
  test("name their language, each other, and no address that is not set", () => {
    const { address } = readArtifact<{ address: string | null }>(DIST, "site.json");
    for (const page of ["index.html", "en/index.html"]) {
      const html = readFileSync(path.join(DIST, page), "utf8");
      expect(html).toMatch(/hreflang="?vi"?/);
      expect(html).toMatch(/hreflang="?en"?/);
      expect(html).toMatch(/<meta name="description" content="[^"]{50,}/);
      if (address === null) expect(html).not.toContain("canonical");
      // The map library is asked for by the app when the map is there, not by the page.
      expect(html).not.toMatch(/modulepreload|rel="?preload|maplibre/);
    }
  });
});

import { readFileSync } from "node:fs";
import path from "node:path";
import { brotliCompressSync } from "node:zlib";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { formatDate } from "@/i18n/format";
import { LOCALES, type Locale } from "@/i18n/locale";
import { embedMessages } from "@/i18n/messages/embed";
import { embedScriptMessages } from "@/i18n/messages/embedScript";
import { axeProblems } from "./axe";
import { DIST, openSite, PREFIXES, readArtifact, type Site, visit } from "./site";

const folderOf = (locale: Locale) => (locale === "en" ? "en/" : "");
const { defaultAsOf } = readArtifact<{ defaultAsOf: Parameters<typeof formatDate>[1] }>(
  DIST,
  "manifest.json",
);
/** A rate, the 19, a commune with works, one without. */
const VIEWS = ["physical-progress", "poverty-19", "xa-07654", "xa-07210"];

const clean = (page: Page) =>
  page.evaluate(() => ({
    cookie: document.cookie,
    stored: localStorage.length + sessionStorage.length,
    shift: (window as unknown as { shift?: number }).shift ?? 0,
  }));

const watchShifts = (page: Page) =>
  page.addInitScript(() => {
    const kept = window as unknown as { shift: number };
    kept.shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) kept.shift += (entry as unknown as { value: number }).value;
    }).observe({ type: "layout-shift", buffered: true });
  });

describe.each(PREFIXES)("prepared embeds under %s", (prefix) => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite({ prefix, args: ["--disable-3d-apis"] });
  });
  afterAll(() => site.close());

  describe.each(LOCALES)("in %s", (locale) => {
    const m = embedMessages[locale];

    test.each(VIEWS)("%s reads without scripts: what it is, of which day, kind and source", async (view) => {
      const { page, complaints, requested, close } = await visit(site, `${folderOf(locale)}nhung/${view}/`, {
        javaScriptEnabled: false,
        viewport: { width: 640, height: 600 },
      });
      const text = await page.locator("main").innerText();
      for (const said of [formatDate(locale, defaultAsOf), m.band, m.boundaryNote])
        expect(text).toContain(said);
      expect(
        await page.locator(".embed__map svg [data-subject^='commune:'], .embed__map use").count(),
      ).toBeGreaterThan(1);
      expect(await page.locator(".embed__legend .axis").isVisible()).toBe(true);
      const first = page.locator("details").first();
      if ((await first.getAttribute("open")) === null) await first.locator("summary").click();
      expect(await page.locator("table tbody tr:visible").count()).toBeGreaterThan(5);
      expect(await page.locator("button:visible, select:visible").count()).toBe(0);
      expect(requested.filter((file) => !/(^|\/)$|favicon/.test(file))).toEqual([]);
      expect(complaints).toEqual([]);
      await close();
    });

    test.each(VIEWS)(
      "%s with scripts: six requests of one origin, 60 kB, no shift, nothing kept",
      async (view) => {
        const { page, complaints, requested, close } = await visit(
          site,
          `${folderOf(locale)}nhung/${view}/`,
          {
            viewport: { width: 640, height: 600 },
            prepare: watchShifts,
          },
        );
        await page.locator(".embed__zoom").waitFor();
        await page.waitForTimeout(200);
        expect(requested.length).toBeLessThanOrEqual(6);
        const bytes = requested.map((file) => {
          const name = file.endsWith("/") ? `${file}index.html` : file;
          return brotliCompressSync(readFileSync(path.join(DIST, name))).length;
        });
        expect(bytes.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(60_000);
        expect(await clean(page)).toEqual({ cookie: "", stored: 0, shift: 0 });
        expect(complaints).toEqual([]);
        await close();
      },
    );
  });

  test("a commune chosen by keyboard is marked on the map, the legend and in the table, and said", async () => {
    const { page, complaints, close } = await visit(site, "nhung/poverty/", {
      viewport: { width: 640, height: 600 },
    });
    const choice = page.getByRole("combobox", { name: embedScriptMessages.vi.commune });
    await choice.focus();
    // A list forgets what was typed after a second: on a machine that stood still the name is typed again.
    await expect
      .poll(
        async () => {
          await page.keyboard.type("An Lạc");
          await page.keyboard.press("Enter");
          return choice.inputValue();
        },
        { interval: 1_500 },
      )
      .toBe("07654");
    const row = page.locator("tr[data-id='07654']");
    expect(await row.getAttribute("class")).toContain("is-chosen");
    const value = (await row.locator("td").first().textContent()) ?? "";
    expect(value).toMatch(/\d\u00a0%$/);
    expect(await page.getByRole("status").innerText()).toContain(`An Lạc: ${value}`);
    expect(await page.locator(".embed__marker text").textContent()).toBe(`An Lạc ${value}`);
    expect(await page.locator(".embed__picked path").count()).toBe(2);
    expect(complaints).toEqual([]);
    await close();
  });

  test("pointing names a commune with its value; a click chooses it; sorting keeps blanks last", async () => {
    const { page, close } = await visit(site, "nhung/poverty/", { viewport: { width: 640, height: 700 } });
    const shape = page.locator("[data-subject='commune:07654']");
    const box = await shape.boundingBox();
    if (box === null) throw new Error("An Lạc is not drawn");
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await expect.poll(() => page.locator(".embed__bubble").innerText()).toContain("An Lạc");
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await expect.poll(() => page.getByRole("combobox").inputValue()).toBe("07654");

    await page.locator("summary").click();
    const values = () =>
      page
        .locator("tbody tr")
        .evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset.v ?? null));
    for (const direction of ["descending", "ascending"] as const) {
      await page.getByRole("button", { name: embedScriptMessages.vi.sort(embedMessages.vi.value) }).click();
      const now = await values();
      const known = now.filter((value) => value !== null).map(Number);
      expect(known.length).toBeGreaterThan(50);
      expect(known).toEqual(known.toSorted((a, b) => (direction === "ascending" ? a - b : b - a)));
      expect(now.slice(known.length).every((value) => value === null)).toBe(true);
    }
    await page.getByRole("button", { name: embedScriptMessages.vi.sort(embedMessages.vi.commune) }).click();
    const names = await page.locator("tbody th").allInnerTexts();
    expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, "vi", { numeric: true })));
    await close();
  });

  test("a link marks a commune and sets the theme; what it does not know changes nothing", async () => {
    const { page, complaints, close } = await visit(
      site,
      "nhung/poverty/?c=07654&t=dark&zz=1&c=99999&__proto__=x",
      { viewport: { width: 640, height: 600 } },
    );
    expect(await page.locator("tr.is-chosen").getAttribute("data-id")).toBe("07654");
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(
      "rgb(34, 31, 28)",
    );
    expect(complaints).toEqual([]);
    await close();
  });

  test("without WebGL the interactive map says so, and the link then leads to the site", async () => {
    const { page, close } = await visit(site, "nhung/poverty/", { viewport: { width: 640, height: 600 } });
    const link = page.getByRole("link", { name: embedMessages.vi.openMap });
    await link.click();
    await expect.poll(() => page.locator(".embed__bubble").innerText()).toBe(embedScriptMessages.vi.failed);
    expect(await page.locator(".embed__drawing svg").first().isVisible()).toBe(true);
    const [opened] = await Promise.all([page.context().waitForEvent("page"), link.click()]);
    expect(new URL(opened.url()).search).toContain("i=poverty");
    await close();
  });
});

describe("any other view: embed.html", () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite({ args: ["--disable-3d-apis"] });
  });
  afterAll(() => site.close());
  const size = { width: 640, height: 600 };

  test("without a query the prepared map stays, and nothing is fetched", async () => {
    const { page, requested, complaints, close } = await visit(site, "embed.html?t=dark", { viewport: size });
    await page.getByRole("combobox").waitFor();
    expect(requested.filter((file) => file.startsWith("data/"))).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });

  test.each(LOCALES)("draws what the link asks for, in %s", async (locale) => {
    const { page, complaints, close } = await visit(
      site,
      `${folderOf(locale)}embed.html?i=poverty&p=19&c=07654&d=2027-12-31`,
      { viewport: size },
    );
    await page.locator(".embed__kind").waitFor();
    await expect.poll(() => page.locator("tbody tr").count()).toBe(19);
    const text = await page.locator("main").innerText();
    expect(text).toContain(formatDate(locale, "2027-12-31" as Parameters<typeof formatDate>[1]));
    expect(text).toContain(embedMessages[locale].band);
    expect(await page.locator("tr.is-chosen").getAttribute("data-id")).toBe("07654");
    expect(await page.title()).toContain("19");
    await page
      .getByRole("combobox")
      .selectOption("07210")
      .catch(() => undefined);
    expect(complaints).toEqual([]);
    await close();
  });

  test("the same view is the same page, whether it was prepared or drawn here", async () => {
    const read = async (target: string) => {
      const { page, close } = await visit(site, target, { viewport: size });
      await page.getByRole("combobox").waitFor();
      const text = await page.locator("main").evaluate((main) => {
        for (const extra of main.querySelectorAll(".embed__links,select,.embed__zoom,.embed__bubble"))
          extra.remove();
        return (main.textContent ?? "").replace(/\s+/g, " ");
      });
      await close();
      return text;
    };
    // A layer named is a choice of its own, which draws in the browser what the build drew.
    expect(await read("embed.html?i=poverty&l=labels")).toBe(await read("nhung/poverty/"));
  });

  test("links that name nothing that exists show the default, without an error", async () => {
    const { page, complaints, close } = await visit(
      site,
      "embed.html?i=gone&p=12345&c=x&d=2999-01-01&l=none",
      {
        viewport: size,
      },
    );
    await expect.poll(() => page.locator("tbody tr").count()).toBe(99);
    expect(await page.locator("main").innerText()).toContain(formatDate("vi", defaultAsOf));
    expect(complaints).toEqual([]);
    await close();
  });

  test("a release that never was is said, and the latest figures are shown", async () => {
    const { page, close } = await visit(site, "embed.html?f=0123456789ab&i=poverty", { viewport: size });
    await expect
      .poll(() => page.locator(".embed__notice").innerText())
      .toContain(embedMessages.vi.releaseGone("0123456789ab"));
    await expect.poll(() => page.locator("tbody tr").count()).toBe(99);
    await close();
  });

  test("a dataset that cannot be had is named, with since when; the rest stands", async () => {
    const { page, close } = await visit(site, "embed.html?i=physical-progress&p=19", {
      viewport: size,
      prepare: (page) => page.route("**/data/work-reports.json", (route) => route.abort()),
    });
    const notice = page.locator(".embed__notice");
    await expect.poll(() => notice.innerText()).toContain("work-reports.json");
    expect(await notice.innerText()).toMatch(/\d{1,2}:\d{2}/);
    await expect.poll(() => page.locator("tbody tr").count()).toBe(19);
    await close();
  });

  test("with no data at all the prepared map is shown, and says that it is not what was asked for", async () => {
    const { page, close } = await visit(site, "embed.html?i=poverty&p=19", {
      viewport: size,
      prepare: (page) => page.route("**/data/**", (route) => route.abort()),
    });
    await expect.poll(() => page.locator(".embed__notice").innerText()).toMatch(/\d{1,2}:\d{2}/);
    expect(await page.locator(".embed__map svg").first().isVisible()).toBe(true);
    expect(await page.getByRole("heading", { level: 1 }).isVisible()).toBe(true);
    await close();
  });
});

describe("the interactive map in place", () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site.close());

  test.each(["poverty", "xa-07654"])("%s: opens, chooses, zooms, and keeps its manners", async (view) => {
    const { page, complaints, close } = await visit(site, `nhung/${view}/`, {
      viewport: { width: 640, height: 700 },
    });
    await page.getByRole("link", { name: embedMessages.vi.openMap }).click();
    await page.locator(".embed__map.is-live").waitFor({ timeout: 40_000 });
    expect(await page.locator(".embed__live canvas").isVisible()).toBe(true);
    const bar = page.locator(".embed__wide [data-scale] text + text");
    const before = await bar.textContent();
    await page.getByRole("button", { name: embedScriptMessages.vi.zoomIn }).click();
    await page.getByRole("button", { name: embedScriptMessages.vi.zoomIn }).click();
    await expect.poll(() => bar.textContent()).not.toBe(before);
    // The wheel alone is the page's.
    const zoomed = await bar.textContent();
    await page.locator(".embed__live").hover();
    await page.mouse.wheel(0, 300);
    await page.waitForTimeout(400);
    expect(await bar.textContent()).toBe(zoomed);
    const value = await page.locator("table[data-rows] tbody tr").nth(3).getAttribute("data-id");
    await page.getByRole("combobox").selectOption(value ?? "");
    expect(await page.locator("tr.is-chosen").getAttribute("data-id")).toBe(value);
    expect(complaints).toEqual([]);
    await close();
  });
});

describe("for every eye", () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite({ args: ["--disable-3d-apis"] });
  });
  afterAll(() => site.close());

  test.each(
    VIEWS.flatMap((view) =>
      (["light", "dark"] as const).flatMap((theme) =>
        [320, 640].map((width) => [view, theme, width] as const),
      ),
    ),
  )("%s, %s, %i px: accessible, nothing wider than the frame", async (view, theme, width) => {
    const { page, close } = await visit(site, `nhung/${view}/`, {
      viewport: { width, height: 700 },
      colorScheme: theme,
      bypassCSP: true,
    });
    await page.locator(".embed__zoom").waitFor();
    for (const details of await page.locator("summary").all())
      if (!(await details.evaluate((one) => (one.parentElement as HTMLDetailsElement).open)))
        await details.click();
    if (view !== "xa-07210") await page.getByRole("combobox").selectOption({ index: 3 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    expect(await axeProblems(page)).toEqual([]);
    await close();
  });
});

import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { LOCALES } from "@/i18n/locale";
import { loadMessages } from "@/i18n/messages";
import { pageMessages } from "@/i18n/messages/page";
import { panelsMessages } from "@/i18n/messages/panels";
import { workMessages } from "@/i18n/messages/work";
import { axeProblems } from "./axe";
import { openSite, type Site, visit } from "./site";

const m = workMessages.vi;
const d = panelsMessages.vi;
const { explore } = await loadMessages("vi");
/** Late and behind, its plan moved, a period missing. */
const LATE = "MH-003";
/** Corrected on the last day. */
const CORRECTED = "MH-084";
/** No plan, no report. */
const SILENT = "AL-01";
/** In several communes. */
const SEVERAL = "MH-006";

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;
const NARROW = { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true } as const;

const live = (page: Page) => page.locator("[data-prerendered]").waitFor({ state: "detached" });
const panel = (page: Page) => page.locator(".panel--right");
/** The last section of the lazy part: when it is there, everything is. */
const told = (page: Page) => page.getByRole("heading", { name: m.documents }).waitFor({ state: "attached" });
const periods = (page: Page) =>
  page
    .locator("table.history tbody > tr:first-child > th")
    .evaluateAll((cells) => cells.map((cell) => cell.firstChild?.textContent ?? ""));

describe("a work's page in the panel", () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite({ args: ["--disable-3d-apis"] });
  });
  afterAll(() => site.close());

  test("public: a link to a late work says what holds it up, how far it is behind, and what came of each period", async () => {
    const { page, complaints, close } = await visit(site, `?w=${LATE}`, {
      viewport: { width: 1440, height: 900 },
    });
    await live(page);
    await told(page);
    const text = await panel(page).innerText();
    // Most important first.
    const order = [d.obstacle, d.dates, m.method, m.reports, m.capital, m.documents];
    const places = order.map((title) => text.indexOf(title));
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(text).toMatch(/chậm 45 điểm % so với kế hoạch/);
    expect(text).toContain("hoàn thành 12/1/2028 → 8/9/2028");
    // The drawing has its size, as wide as the panel lets it.
    const drawing = await page.locator(".plan-actual__svg").boundingBox();
    expect(drawing?.width).toBeGreaterThan(300);
    expect(drawing?.height).toBeGreaterThan(150);
    expect(complaints.filter((line) => !line.includes("WebGL"))).toEqual([]);
    await close();
  });

  test("leader: an as-of day in the past shows the past; each later day only adds", async () => {
    const { page, close } = await visit(site, `?w=${CORRECTED}&d=2028-09-29`);
    await live(page);
    await told(page);
    const before = await panel(page).innerText();
    expect(before).toMatch(/(?<!\d)76\s%/);
    expect(before).not.toMatch(/(?<!\d)66\s%/);
    expect(before).not.toContain("Đính chính");
    const earlier = await periods(page);
    expect(earlier[0]).toBe("25/9/2028");
    // The next stop of the day control is the day of the correction.
    await page
      .getByRole("button", { name: new RegExp(`^${explore.nextDate}`) })
      .first()
      .click();
    await expect.poll(() => panel(page).innerText()).toMatch(/khối lượng 76\s% → 66\s%/);
    expect(await periods(page)).toEqual(earlier);

    await page.goto(new URL(`?w=${CORRECTED}&d=2027-06-30`, page.url()).href);
    await live(page);
    await told(page);
    expect(await periods(page)).toEqual(["25/6/2027", "25/3/2027", "25/12/2026", "25/9/2026"]);
    expect(await panel(page).innerText()).not.toContain("2028-");
    await close();
  });

  test("planner: all periods on demand, by keyboard; the focus stays, and another work starts with four again", async () => {
    const { page, close } = await visit(site, `?w=${LATE}`);
    await live(page);
    await told(page);
    expect(await periods(page)).toHaveLength(4);
    const more = page.locator(".history__more");
    await more.focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => periods(page)).toHaveLength(9);
    expect(await more.getAttribute("aria-expanded")).toBe("true");
    expect(await more.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press("Space");
    await expect.poll(() => periods(page)).toHaveLength(4);
    // Tab goes on into the rest, source by source; Escape closes a source first and the panel after.
    await page.keyboard.press("Tab");
    const summary = page.locator("summary:focus");
    expect(await summary.count()).toBe(1);
    await page.keyboard.press("Enter");
    const card = page.locator("details[open] .provenance__card");
    await card.waitFor();
    await page.keyboard.press("Escape");
    await card.waitFor({ state: "hidden" });
    expect(new URL(page.url()).searchParams.get("w")).toBe(LATE);
    await page.keyboard.press("Escape");
    await expect.poll(() => new URL(page.url()).searchParams.get("w")).toBeNull();
    await close();
  });

  test("the panel's first content is there without the history, and nothing above it moves when it comes", async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { page, close } = await visit(site, `?w=${LATE}`, {
      viewport: { width: 1440, height: 1600 },
      prepare: (opened) =>
        opened.route("**/assets/WorkHistory*", async (route) => {
          await held;
          await route.continue();
        }),
    });
    await live(page);
    const titles = [d.dates, explore.money, d.inHighZone, d.place];
    await page.getByRole("heading", { name: d.place }).waitFor();
    // The hazard answer above has come.
    await page.locator(".section", { hasText: d.inHighZone }).locator(".pair__value").waitFor();
    expect(await page.locator(".plan-actual").count()).toBe(0);
    const heights = () =>
      Promise.all(
        titles.map(async (name) => (await page.getByRole("heading", { name }).first().boundingBox())?.y),
      );
    const before = await heights();
    expect(before.every((y) => y !== undefined)).toBe(true);
    release();
    await told(page);
    await page.locator(".plan-actual__svg").waitFor();
    expect(await heights()).toEqual(before);
    await close();
  });

  test("leader: the chart of a work is saved as a picture with its title, day, kind and sources", async () => {
    const { page, complaints, close } = await visit(site, `?w=${LATE}`, {
      viewport: { width: 1440, height: 900 },
      colorScheme: "dark",
    });
    await live(page);
    await told(page);
    const save = (name: string) =>
      page.getByRole("button", { name: new RegExp(`^${name}: Kế hoạch và thực tế: `) });
    const [file] = await Promise.all([page.waitForEvent("download"), save(pageMessages.vi.saveSvg).click()]);
    expect(file.suggestedFilename()).toMatch(/^(minh-hoa-)?.*cong-trinh-MH-003-ke-hoach-thuc-te.*\.svg$/);
    const svg = readFileSync(await file.path(), "utf8");
    expect(svg.normalize("NFC")).toBe(svg);
    for (const said of [pageMessages.vi.band, "Số liệu chốt 30/9/2028", "minh họa", m["key.report"]])
      expect(svg.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ")).toContain(said);
    // Of paper, whatever the screen is.
    expect(svg).not.toContain("var(--");
    expect(svg).toContain("#fdfbf6");
    const [png] = await Promise.all([page.waitForEvent("download"), save(pageMessages.vi.savePng).click()]);
    const bytes = readFileSync(await png.path());
    expect(bytes.subarray(1, 4).toString("latin1")).toBe("PNG");
    await page.getByText(pageMessages.vi.saved(png.suggestedFilename())).waitFor();
    expect(complaints.filter((line) => !line.includes("WebGL"))).toEqual([]);
    await close();
  });

  test("when the history cannot be fetched the rest of the panel stays", async () => {
    const { page, close } = await visit(site, `?w=${LATE}`, {
      prepare: (opened) => opened.route("**/assets/WorkHistory*.js", (route) => route.abort()),
    });
    await live(page);
    await page.getByText(explore.panelFailed).first().waitFor();
    const text = await panel(page).innerText();
    for (const title of [d.dates, explore.money, d.place]) expect(text).toContain(title);
    await close();
  });

  test("a work nobody reported on says what is missing and who would report it", async () => {
    const { page, complaints, close } = await visit(site, `?w=${SILENT}`);
    await live(page);
    await told(page);
    const text = await panel(page).innerText();
    expect(text).toContain(`${m.noReports} ${m.whoReports(m.ownerUnknown)}`);
    expect(text).toContain(m.noCapital);
    expect(await page.locator(".plan-actual").count()).toBe(0);
    expect(complaints.filter((line) => !line.includes("WebGL"))).toEqual([]);
    await close();
  });

  test.each([
    ["390", PHONE],
    ["320", NARROW],
  ] as const)("on a phone %s px wide nothing is cut off and nothing scrolls sideways", async (_, options) => {
    const { page, close } = await visit(site, `?w=${LATE}`, options);
    await live(page);
    await told(page);
    for (const tab of [explore["tab.works"], explore["tab.figures"]]) {
      await page.locator(".tabs__tab", { hasText: tab }).tap();
      const wide = await panel(page).evaluate((element) => ({
        scroll: element.scrollWidth,
        own: element.clientWidth,
      }));
      expect(wide.scroll).toBeLessThanOrEqual(wide.own);
    }
    await page.locator(".tabs__tab", { hasText: explore["tab.works"] }).tap();
    const drawing = page.locator(".plan-actual__svg");
    await drawing.scrollIntoViewIfNeeded();
    // Drawn at its own size: letters of 11 px stay 11 px.
    const box = await drawing.boundingBox();
    expect(Math.abs((box?.width ?? 0) - Number(await drawing.getAttribute("width")))).toBeLessThan(1.5);
    const more = page.locator(".history__more");
    expect((await more.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    await more.tap();
    await expect.poll(() => periods(page)).toHaveLength(9);
    await close();
  });

  describe.each([LATE, CORRECTED, SILENT, SEVERAL])("%s", (work) => {
    test.each(
      LOCALES.flatMap((locale) => (["light", "dark"] as const).map((theme) => [locale, theme] as const)),
    )("has no problem axe knows, all periods open, %s, %s", async (locale, theme) => {
      const { page, close } = await visit(site, `${locale === "vi" ? "" : "en/"}?w=${work}&t=${theme}`, {
        bypassCSP: true,
        ...(work === CORRECTED ? PHONE : {}),
      });
      await live(page);
      await page
        .getByRole("heading", { name: workMessages[locale].documents })
        .waitFor({ state: "attached" });
      if (work === CORRECTED) await page.locator(".tabs__tab").first().tap();
      const more = page.locator(".history__more");
      if ((await more.count()) > 0) await more.click();
      expect(await axeProblems(page)).toEqual([]);
      await close();
    });
  });
});

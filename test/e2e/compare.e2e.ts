import { readFileSync } from "node:fs";
import path from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { LOCALES } from "@/i18n/locale";
import { compareAnswerMessages } from "@/i18n/messages/compareAnswer";
import { pageMessages } from "@/i18n/messages/page";
import { axeProblems } from "./axe";
import { DIST, DIST_OFFICIAL, openSite, PREFIXES, type Site, visit } from "./site";

const m = compareAnswerMessages.vi;
const folder = (locale: string) => (locale === "en" ? "en/" : "");
const live = (page: Page) => page.locator("[data-prerendered]").waitFor({ state: "detached" });
const headline = (page: Page) => page.getByRole("heading", { level: 1 }).innerText();
const asOf = (page: Page) => page.getByRole("combobox", { name: m.asOfLabel });
const since = (page: Page) => page.getByRole("combobox", { name: m.sinceLabel });

describe.each(PREFIXES)("the page of comparisons under %s", (prefix) => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite({ prefix });
  });
  afterAll(() => site.close());

  test.each(LOCALES)(
    "reads without scripts: the answer is in the HTML, every link leads somewhere (%s)",
    async (locale) => {
      const words = compareAnswerMessages[locale];
      const { page, complaints, close } = await visit(site, `${folder(locale)}so-sanh/`, {
        javaScriptEnabled: false,
      });
      const text = (await page.locator("main").innerText()).replace(/\s+/g, " ");
      expect(await headline(page)).toMatch(
        locale === "vi" ? /^\d+ trên 97 công trình đã bàn giao; \d+ / : /^\d+ of 97 works handed over; \d+ /,
      );
      for (const said of [words.lateTitle, words.moneyTitle, words.bySource, "45 + 2 + 11 + 36 + 2 + 1 = 97"])
        expect(text).toContain(said);
      expect(await page.locator("body").innerText()).toContain(pageMessages[locale].band);
      // Controls that would do nothing are not there.
      expect(await page.getByRole("combobox").count()).toBe(0);
      // What is folded opens without scripts as well.
      await page.locator(".changes-all > summary").click();
      await page.locator(".changes-table tbody tr").first().waitFor();
      const own = await page
        .locator('main a[href]:not([href*="cong-trinh/"]), header a[href]')
        .evaluateAll((found) => found.map((link) => (link as HTMLAnchorElement).href));
      expect(own.length).toBeGreaterThan(3);
      for (const link of new Set(own)) expect(new URL(link).origin).toBe(new URL(site.server.url).origin);
      expect(complaints).toEqual([]);
      await close();
    },
  );

  test("choosing days changes answer and address; back undoes each step; nothing leaves the origin", async () => {
    const { page, complaints, close } = await visit(site, "so-sanh/");
    await live(page);
    const first = await headline(page);
    const changed = () => page.getByRole("heading", { name: /^Điều gì đã đổi từ / }).innerText();
    expect(await changed()).toContain("30/6/2028");

    await since(page).selectOption("2027-12-31");
    expect(new URL(page.url()).search).toBe("?f=2027-12-31");
    expect(await changed()).toContain("31/12/2027");
    expect(await headline(page)).toBe(first);

    await asOf(page).selectOption("2028-03-31");
    expect(new URL(page.url()).search).toBe("?d=2028-03-31&f=2027-12-31");
    const second = await headline(page);
    expect(second).not.toBe(first);
    await page.getByText(m.kicker("31/3/2028")).waitFor();
    // An earlier day than the one compared with: the page chooses that one anew.
    await asOf(page).selectOption("2027-09-30");
    expect(new URL(page.url()).search).toBe("?d=2027-09-30");
    expect(await changed()).toContain("30/6/2027");

    await page.goBack();
    await page.waitForFunction((text) => document.querySelector("h1")?.textContent === text, second);
    expect(await since(page).inputValue()).toBe("2027-12-31");
    await page.goBack();
    await page.goBack();
    await page.waitForFunction((text) => document.querySelector("h1")?.textContent === text, first);
    expect(new URL(page.url()).search).toBe("");
    expect(complaints).toEqual([]);
    await close();
  });

  test("a link reopens what was shared, also on a day that is not in the list", async () => {
    const { page, complaints, close } = await visit(site, "so-sanh/?d=2028-05-15&f=2027-06-30#thay-doi");
    await live(page);
    expect([await asOf(page).inputValue(), await since(page).inputValue()]).toEqual([
      "2028-05-15",
      "2027-06-30",
    ]);
    expect(await page.locator(".answer-notice").count()).toBe(0);
    expect(complaints).toEqual([]);
    await close();
  });

  test("a mangled link opens what it can, says what it dropped, and is not asked twice", async () => {
    const { page, complaints, close } = await visit(site, "so-sanh/?d=2028-03-31&f=hom-qua&zz=1");
    await live(page);
    const notice = page.getByRole("status").filter({ hasText: m.dropped });
    await notice.waitFor();
    const text = await notice.innerText();
    expect(text).toContain("ngày so sánh “hom-qua”");
    expect(text).toContain("tham số “zz=1”");
    expect(await asOf(page).inputValue()).toBe("2028-03-31");
    // A choice of days does not hide it: it has not been read yet.
    await asOf(page).selectOption("2028-06-30");
    await notice.waitFor();
    await notice.getByRole("button", { name: m.dismiss }).click();
    await notice.waitFor({ state: "detached" });
    expect(complaints).toEqual([]);
    await close();
  });
});

describe("the page of comparisons", () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site.close());

  test("with scripts shows what the HTML showed: nothing moves when they take over", async () => {
    const still = await visit(site, "so-sanh/", { javaScriptEnabled: false });
    const before = await still.page.locator("main").innerText();
    await still.close();
    const { page, close } = await visit(site, "so-sanh/");
    await live(page);
    // Without scripts the controls are missing; the words of the sections are the same.
    for (const id of ["linh-vuc", "thay-doi", "cham", "von"])
      expect(before.replace(/\s+/g, " ")).toContain(
        (await page.locator(`#${id}`).innerText()).replace(/\s+/g, " ").trim(),
      );
    await close();
  });

  test("the link is copied, and it is said", async () => {
    const { page, close } = await visit(site, "so-sanh/?f=2027-12-31", {
      permissions: ["clipboard-read", "clipboard-write"],
    });
    await live(page);
    await page.getByRole("button", { name: "Chép liên kết" }).click();
    await page.getByRole("status").filter({ hasText: "Đã chép liên kết" }).waitFor({ state: "attached" });
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
    await close();
  });

  test("one data file that fails is named; the rest of the page goes on", async () => {
    const { page, close } = await visit(site, "so-sanh/", {
      prepare: (opened) =>
        opened.route("**/data/capital-plans.json", (route) => route.fulfill({ status: 404 })),
    });
    await live(page);
    const alert = page.getByRole("alert");
    expect(await alert.innerText()).toContain("data/capital-plans.json");
    expect(await headline(page)).toMatch(/^\d+ trên 97 công trình/);
    expect(await page.locator("#von").innerText()).toContain(m.unknown);
    await alert.getByRole("button", { name: m.dismiss }).click();
    await alert.waitFor({ state: "detached" });
    await close();
  });

  test("without the works the built page stays, is shown to any link, and says why nothing can be chosen", async () => {
    const { page, close } = await visit(site, "so-sanh/?d=2028-03-31", {
      prepare: (opened) => opened.route("**/data/works.json", (route) => route.fulfill({ status: 404 })),
    });
    const alert = page.getByRole("alert");
    await alert.waitFor();
    expect(await alert.innerText()).toContain(m.stays);
    expect(await headline(page)).toMatch(/^\d+ trên 97 công trình/);
    expect(await page.getByRole("heading", { level: 1 }).isVisible()).toBe(true);
    expect(await asOf(page).isDisabled()).toBe(true);
    await close();
  });

  test("every control is reached and worked by keys", async () => {
    const { page, close } = await visit(site, "so-sanh/");
    await live(page);
    await asOf(page).focus();
    await page.keyboard.press("ArrowDown");
    await page.waitForFunction(() => location.search.startsWith("?d="));
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("SELECT");
    await page.keyboard.press("Tab");
    expect(await since(page).evaluate((select) => select === document.activeElement)).toBe(true);
    await close();
  });

  const cases = LOCALES.flatMap((locale) =>
    (["light", "dark"] as const).flatMap((scheme) =>
      ([1440, 390] as const).map((width) => ({ locale, scheme, width })),
    ),
  );
  test.each(cases)(
    "axe: $locale, $scheme, $width px, folded and open, and no sideways scroll",
    async ({ locale, scheme, width }) => {
      const { page, complaints, close } = await visit(site, `${folder(locale)}so-sanh/?zz=1`, {
        bypassCSP: true,
        colorScheme: scheme,
        viewport: { width, height: 844 },
      });
      await live(page);
      expect(await axeProblems(page)).toEqual([]);
      for (const summary of await page.locator("main summary").all()) await summary.click();
      expect(await axeProblems(page)).toEqual([]);
      for (const narrow of [width, 320]) {
        await page.setViewportSize({ width: narrow, height: 640 });
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
        ).toBeLessThanOrEqual(0);
      }
      expect(complaints).toEqual([]);
      await close();
    },
  );

  test.each(LOCALES)("the script of a page carries the texts of its language alone (%s)", (locale) => {
    const html = readFileSync(path.join(DIST, folder(locale), "so-sanh", "index.html"), "utf8");
    const script = /<script type="module" src="((?:\.\.\/)+assets\/[^"]+)"/.exec(html)?.[1] ?? "";
    const code = readFileSync(path.join(DIST, folder(locale), "so-sanh", script), "utf8");
    const other = locale === "vi" ? "en" : "vi";
    expect(code).toContain(compareAnswerMessages[locale].lateTitle);
    expect(code).not.toContain(compareAnswerMessages[other].lateTitle);
  });

  test("the answer comes before the tables in the file: a slow line shows it first", () => {
    const html = readFileSync(path.join(DIST, "so-sanh", "index.html"), "utf8");
    const at = (text: string) => html.indexOf(text);
    expect(at("<h1")).toBeGreaterThan(0);
    expect(at("<h1")).toBeLessThan(at('id="linh-vuc"'));
    expect(at('id="linh-vuc"')).toBeLessThan(at("<table"));
  });
});

describe("the page of comparisons without the list of the 97", () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite({ dir: DIST_OFFICIAL });
  });
  afterAll(() => site.close());

  test.each([
    ["without scripts", false],
    ["with scripts", true],
  ])(
    "%s says what the plan states and what is missing, and calls nothing late or 0",
    async (_, javaScriptEnabled) => {
      const { page, complaints, close } = await visit(site, "so-sanh/", { javaScriptEnabled });
      if (javaScriptEnabled) await live(page);
      expect(await headline(page)).toBe(m.notListed(97));
      const text = (await page.locator("main").innerText()).replace(/\s+/g, " ");
      for (const said of [
        m["empty.late"],
        m["empty.changes"],
        m["empty.money"],
        "Phụ lục IV",
        "16 công trình",
      ])
        expect(text).toContain(said);
      expect(text).toContain("45 + 2 + 11 + 36 + 2 + 1 = 97");
      expect(text).not.toMatch(/minh họa|không trễ|không công trình nào trễ|0 đã bàn giao/);
      expect(complaints).toEqual([]);
      await close();
    },
  );

  test.each(LOCALES)("axe: %s", async (locale) => {
    const { page, close } = await visit(site, `${folder(locale)}so-sanh/`, { bypassCSP: true });
    await live(page);
    expect(await axeProblems(page)).toEqual([]);
    await close();
  });
});

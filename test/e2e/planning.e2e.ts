import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { LOCALES, type Locale } from "@/i18n/locale";
import { messagesFor } from "@/i18n/messages";
import { arrangeMessages } from "@/i18n/messages/arrange";
import { filtersMessages } from "@/i18n/messages/filters";
import { axeProblems } from "./axe";
import { DIST, openSite, readArtifact, type Site, visit } from "./site";

const m = messagesFor("vi").explore;
const f = filtersMessages.vi;
const a = arrangeMessages.vi;
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 };

const works = readArtifact<{ rows: readonly { workId: string; sector: string; name: string }[] }>(
  DIST,
  "works.json",
).rows;
const ofSector = (sector: string) => works.filter((work) => work.sector === sector).length;
const live = (page: Page) => page.locator("[data-prerendered]").waitFor({ state: "detached" });
const left = (page: Page) => page.getByRole("complementary", { name: m.legend });
const summary = (page: Page) => page.getByRole("region", { name: f.title });
const trayTotal = async (page: Page) =>
  Number(/= (\d+)/.exec(await page.locator(".tray__sum").innerText())?.[1] ?? Number.NaN);
/** Signs of works in the drawing. */
const drawn = (page: Page) =>
  page
    .locator(
      '.map__drawing [data-plane="works"] [data-subject], .map__drawing [data-plane="work-lines"] [data-subject]',
    )
    .evaluateAll((marks) => new Set(marks.map((mark) => mark.getAttribute("data-subject"))).size);
const openFilters = async (page: Page, locale: Locale = "vi") => {
  await page
    .getByRole("button", { name: messagesFor(locale).explore.filters, exact: true })
    .filter({ visible: true })
    .click();
  await page.getByRole("searchbox", { name: filtersMessages[locale].text }).waitFor();
};

describe("filters of works, drawn map", () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite({ args: ["--disable-3d-apis"] });
  });
  afterAll(() => site.close());

  test("planner: map, tray, tiles and sum agree with a filter; back and the chips undo it", async () => {
    const { page, complaints, close } = await visit(site, "");
    await live(page);
    expect(await trayTotal(page)).toBe(works.length);
    const before = await drawn(page);
    await openFilters(page);
    await page.getByRole("checkbox", { name: /^Giao thông/ }).check();
    const expected = ofSector("transport");
    await expect.poll(() => new URL(page.url()).searchParams.get("fs")).toBe("transport");
    await expect.poll(() => trayTotal(page)).toBe(expected);
    await summary(page)
      .getByText(f.shown(String(expected), String(works.length)))
      .waitFor();
    const onMap = Number(/^(\d+)/.exec(await page.locator(".tray__sum").innerText())?.[1]);
    await expect.poll(() => drawn(page)).toBe(onMap);
    expect(onMap).toBeLessThan(before);
    expect(await left(page).innerText()).toMatch(/= 99/);
    // Health beside transport: "or" within a facet.
    await page.getByRole("checkbox", { name: /^Y tế/ }).check();
    await expect.poll(() => trayTotal(page)).toBe(expected + ofSector("health"));
    await page.goBack();
    await expect.poll(() => trayTotal(page)).toBe(expected);
    await summary(page)
      .getByRole("button", { name: `${f.remove(f["facet.sectors"])} Giao thông` })
      .click();
    await expect.poll(() => trayTotal(page)).toBe(works.length);
    expect(new URL(page.url()).search).toBe("");
    expect(complaints.filter((line) => !line.includes("WebGL"))).toEqual([]);
    await close();
  });

  test("planner: text without accents, an investment range, and everything cleared at once by keyboard", async () => {
    const { page, close } = await visit(site, "");
    await live(page);
    await openFilters(page);
    await page.getByRole("searchbox", { name: f.text }).fill("duong lien");
    const named = works.filter(({ name }) => name.toLowerCase().startsWith("đường liên")).length;
    expect(named).toBeGreaterThan(0);
    await expect.poll(() => trayTotal(page)).toBe(named);
    await left(page).getByText(f.investment, { exact: true }).first().click();
    const min = page.getByRole("textbox", { name: f.investmentMin });
    await min.fill("60");
    await min.press("Enter");
    await expect.poll(() => new URL(page.url()).searchParams.get("fi")).toBe("60000-");
    await expect.poll(() => trayTotal(page)).toBeLessThan(named);
    const narrowed = await trayTotal(page);
    await page.getByRole("textbox", { name: f.investmentMax }).fill("10");
    await left(page).getByText(f.investmentWrong).waitFor();
    expect(await trayTotal(page)).toBe(narrowed);
    await left(page).getByRole("button", { name: f.clearAll }).focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => trayTotal(page)).toBe(works.length);
    expect(new URL(page.url()).search).toBe("");
    await close();
  });

  test("the sectors' list and the quick chips are switches of the same filter", async () => {
    const { page, close } = await visit(site, "");
    await live(page);
    const school = left(page).getByRole("button", { name: /^Trường học/ });
    await school.click();
    await expect.poll(() => trayTotal(page)).toBe(ofSector("school"));
    expect(await school.getAttribute("aria-pressed")).toBe("true");
    const late = left(page).getByRole("button", { name: new RegExp(`^${m.quickLate}`) });
    const promised = Number(/\d+/.exec(await late.innerText())?.[0]);
    expect(promised).toBeGreaterThan(0);
    await late.click();
    await expect.poll(() => trayTotal(page)).toBe(promised);
    await school.click();
    await late.click();
    await expect.poll(() => trayTotal(page)).toBe(works.length);
    await close();
  });

  test("a link filters, says so on the map, and a filter that nothing matches is said in words", async () => {
    const { page, close } = await visit(site, "?fs=landslide-protection&fg=settled&fl=yes");
    await live(page);
    await summary(page).waitFor();
    await expect.poll(() => trayTotal(page)).toBe(0);
    await page.locator(".panel--right").getByText(m.noWorksFiltered).waitFor();
    // Not "the list is not public": it is, only nothing matches.
    expect(await page.locator(".panel--right").innerText()).not.toContain(m.officialMissing);
    await close();
  });

  test("a work that is filtered out can still be opened by its link", async () => {
    const school = works.find(({ sector }) => sector === "school");
    const { page, close } = await visit(site, `?fs=transport&w=${school?.workId}`);
    await live(page);
    await page
      .locator(".panel--right")
      .getByRole("heading", { name: school?.name ?? "" })
      .waitFor();
    await close();
  });
});

describe("layers", () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite({ args: ["--disable-3d-apis"] });
  });
  afterAll(() => site.close());
  const planes = (page: Page) =>
    page
      .locator(".map__drawing [data-plane]")
      .evaluateAll((groups) => groups.map((group) => group.getAttribute("data-plane") ?? ""));

  test("order by buttons and by drag, opacity by slider; the link keeps both, one button takes them back", async () => {
    const { page, close } = await visit(site, "");
    await live(page);
    await left(page).getByRole("button", { name: m.arrange }).click();
    const hazard = messagesFor("vi").scene["layer.hazard"];
    // The relief is a file of its own and the last plane to come.
    await expect.poll(() => planes(page)).toContain("relief");
    const usual = await planes(page);
    expect(usual.indexOf("hazard")).toBeLessThan(usual.indexOf("works"));
    const up = page.getByRole("button", { name: a.up(hazard), exact: true });
    await up.focus();
    while (await up.isEnabled()) await page.keyboard.press("Enter");
    await expect
      .poll(async () => (await planes(page)).indexOf("hazard"))
      .toBeGreaterThan(usual.indexOf("villages"));
    const moved = await planes(page);
    expect(moved.indexOf("hazard")).toBeGreaterThan(moved.indexOf("works"));
    expect(moved.at(-1)).toBe("labels");
    await page.getByRole("slider", { name: a.opacity(hazard) }).fill("40");
    await expect
      .poll(() => page.locator('.map__drawing [data-plane="hazard"]').getAttribute("opacity"))
      .toBe("0.4");
    const link = page.url();
    // Drag the top row to the bottom.
    const rows = page.locator(".arranger__row");
    const [from, to] = [
      await rows.first().locator(".arranger__handle").boundingBox(),
      await rows.last().boundingBox(),
    ];
    if (from === null || to === null) throw new Error("no rows");
    await page.mouse.move(from.x + 8, from.y + 8);
    await page.mouse.down();
    await page.mouse.move(from.x + 8, to.y + to.height - 6, { steps: 6 });
    await page.mouse.up();
    await expect
      .poll(async () => (await planes(page)).indexOf("hazard"))
      .toBeLessThan(moved.indexOf("hazard"));
    await page.getByRole("button", { name: a.reset }).click();
    await expect.poll(() => planes(page)).toEqual(usual);
    await close();
    const again = await visit(site, new URL(link).search);
    await live(again.page);
    await expect.poll(() => planes(again.page)).toEqual(moved);
    expect(await again.page.locator('.map__drawing [data-plane="hazard"]').getAttribute("opacity")).toBe(
      "0.4",
    );
    await again.close();
  });

  test("the especially difficult communes: one outline, their count and the basis in the legend", async () => {
    const { page, close } = await visit(site, "");
    await live(page);
    const scene = messagesFor("vi").scene;
    await left(page).getByRole("checkbox", { name: scene["layer.status"] }).check();
    await expect
      .poll(() => page.locator('.map__drawing [data-plane="status"] path').count())
      .toBeGreaterThan(0);
    const text = await left(page).innerText();
    expect(text).toMatch(new RegExp(`${scene.statusRow}\\s+19`));
    expect(text).toContain("Căn cứ: QĐ-MH-0001");
    await close();
  });
});

describe("time", () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite({ args: ["--disable-3d-apis"] });
  });
  afterAll(() => site.close());

  test("plays from the first day through the others, stops when asked, and back undoes the run", async () => {
    const { page, close } = await visit(site, "");
    await live(page);
    const day = () => page.locator(".as-of__date").innerText();
    const last = await day();
    await page.getByRole("button", { name: m.play }).click();
    await expect.poll(day).not.toBe(last);
    const first = await day();
    await expect.poll(day).not.toBe(first);
    await page.getByRole("button", { name: m.pause }).click();
    const stopped = await day();
    await page.waitForTimeout(2200);
    expect(await day()).toBe(stopped);
    await page.goBack();
    await expect.poll(day).toBe(last);
    await close();
  });

  test("says it when the poverty standard changes between two days, in sight and to the ear", async () => {
    const { page, close } = await visit(site, "?i=poverty&d=2027-12-31");
    await live(page);
    const said = /2022-2025 → .*2027-2030|2027-2030 → 2022-2025/;
    const scale = page.getByRole("slider", { name: m.asOf });
    await scale.focus();
    await page.keyboard.press("Home");
    await expect.poll(() => page.locator("body").innerText()).toMatch(/\d/);
    for (let step = 0; step < 12; step++) {
      if (said.test(await page.locator(".notices").innerText())) break;
      await page.keyboard.press("ArrowRight");
      await page.waitForTimeout(250);
    }
    expect(await page.locator(".notices").innerText()).toMatch(said);
    await expect
      .poll(() =>
        page
          .locator('p[role="status"]')
          .allInnerTexts()
          .then((texts) => texts.join(" ")),
      )
      .toMatch(said);
    await page.locator(".notices").getByRole("button", { name: m.close }).click();
    expect(await page.locator(".notices").innerText()).not.toMatch(said);
    await close();
  });
});

describe("accessible in every state", () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite({ args: ["--disable-3d-apis"] });
  });
  afterAll(() => site.close());
  const cases = LOCALES.flatMap((locale) =>
    (["light", "dark"] as const).flatMap((scheme) =>
      (["wide", "phone"] as const).map((width) => ({ locale, scheme, width })),
    ),
  );
  test.each(cases)("filters and layers open, $locale, $scheme, $width", async ({ locale, scheme, width }) => {
    const { page, close } = await visit(site, `${locale === "en" ? "en/" : ""}?fs=transport&fl=yes`, {
      bypassCSP: true,
      colorScheme: scheme,
      ...(width === "phone" ? PHONE : {}),
    });
    await live(page);
    const texts = messagesFor(locale).explore;
    if (width === "phone") {
      await page.getByRole("button", { name: texts["tab.legend"], exact: true }).click();
    }
    await openFilters(page, locale);
    await page.getByRole("button", { name: texts.arrange }).click();
    await page.locator(".arranger__row").first().waitFor();
    expect(await axeProblems(page)).toEqual([]);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await close();
  });
});

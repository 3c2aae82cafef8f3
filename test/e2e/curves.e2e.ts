import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DEFAULT_THRESHOLDS, needRisk } from "@/analysis/needRisk";
import { progressCurve } from "@/analysis/programmeCurve";
import { takeSnapshot } from "@/analysis/takeSnapshot";
import { parseRegister } from "@/datasets";
import { isoDate } from "@/domain/date";
import { formatPercent } from "@/i18n/format";
import { LOCALES } from "@/i18n/locale";
import { curvesMessages } from "@/i18n/messages/compareCurves";
import { needMessages } from "@/i18n/messages/compareNeed";
import { axeProblems } from "./axe";
import { DIST, openSite, PREFIXES, readArtifact, type Site, visit } from "./site";

const m = needMessages.vi;
const DAY = isoDate("2028-09-30");

/** What the page should say, computed from the data that lie beside it. */
const snapshotOf = async () => {
  const { register } = await parseRegister(async (file) =>
    JSON.stringify(readArtifact(DIST, file)).concat("\n"),
  );
  return takeSnapshot(register, DAY);
};
const gapsAt = async (needFrom: number, riskFrom: number) => {
  const snapshot = await snapshotOf();
  const codes = snapshot.register.communes
    .filter(({ code }) => snapshot.statuses.has(code))
    .map(({ code }) => code);
  const names = new Map(snapshot.register.communes.map(({ code, name }) => [code as string, name]));
  const { gaps, unknown } = needRisk(snapshot, codes, { needFrom, riskFrom });
  return {
    gaps: gaps.map(({ code }) => names.get(code)),
    unknown: unknown.map(({ code }) => names.get(code)),
  };
};

const namesIn = (page: Page, heading: string) =>
  page.getByRole("region", { name: heading }).locator("tbody th").allInnerTexts();
const listed = async (page: Page) => ({
  gaps: await namesIn(page, m.gapTitle),
  unknown: await namesIn(page, m.unknownTitle),
});
/** The script has drawn the page anew. */
/** The sections below the answer are alive: their code has taken the place of what the build wrote. */
const live = async (page: Page) => {
  await page.locator("[data-prerendered]").waitFor({ state: "detached" });
  await page.waitForFunction(() => {
    const field = document.querySelector("#nhu-cau input");
    return field !== null && Object.keys(field).some((key) => key.startsWith("__reactProps"));
  });
};
const need = (page: Page) => page.getByRole("spinbutton", { name: m.needFrom });
const risk = (page: Page) => page.getByRole("spinbutton", { name: m.riskFrom });

describe.each(PREFIXES)("curves and gaps under %s", (prefix) => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite({ prefix });
  });
  afterAll(() => site.close());

  test("say the gap and list the communes without scripts", async () => {
    const { page, complaints, close } = await visit(site, "so-sanh/?d=2028-09-30", {
      javaScriptEnabled: false,
    });
    const { now } = progressCurve(await snapshotOf());
    const text = await page.locator("#duong-von").innerText();
    expect(text).toContain(formatPercent("vi", now!.percent, 1, true));
    expect(text).toContain(formatPercent("vi", now!.planned, 1, true));
    const { needFrom, riskFrom } = DEFAULT_THRESHOLDS;
    expect(await listed(page)).toEqual(await gapsAt(needFrom, riskFrom));
    expect(await need(page).isVisible()).toBe(false);
    expect(complaints).toEqual([]);
    await close();
  });

  test("thresholds by keyboard change list and address, and back undoes them", async () => {
    const { page, complaints, close } = await visit(site, "so-sanh/?d=2028-09-30");
    await live(page);
    await need(page).focus();
    await page.keyboard.press("ArrowUp");
    await page.waitForURL(/[?&]n=16(&|$)/);
    expect(await need(page).evaluate((field) => field === document.activeElement)).toBe(true);
    expect(await listed(page)).toEqual(await gapsAt(16, 5));

    await risk(page).fill("12");
    expect(new URL(page.url()).searchParams.get("r")).toBeNull();
    await page.keyboard.press("Enter");
    await page.waitForURL(/[?&]r=12(&|$)/);
    expect((await gapsAt(16, 12)).gaps).toEqual([]);
    await page.getByText(m.gapNone).waitFor();

    // What is no percent is put back, and changes nothing.
    await risk(page).fill("500");
    await page.keyboard.press("Enter");
    expect(await risk(page).inputValue()).toBe("12");

    await page.goBack();
    await page.goBack();
    expect(new URL(page.url()).searchParams.get("n")).toBeNull();
    await page.waitForFunction(
      () => document.querySelector<HTMLInputElement>(".need__field input")?.value === "15",
    );
    expect(await listed(page)).toEqual(await gapsAt(15, 5));
    expect(complaints).toEqual([]);
    await close();
  });

  test("a link brings its thresholds, and the button the default", async () => {
    const { page, close } = await visit(site, "so-sanh/?d=2028-09-30&n=14&r=10");
    await live(page);
    expect(await listed(page)).toEqual(await gapsAt(14, 10));
    await page.getByRole("button", { name: m.reset }).press("Enter");
    await page.waitForURL((url) => !url.search.includes("n="));
    expect(await listed(page)).toEqual(await gapsAt(15, 5));
    await close();
  });
});

describe("on paper and for every reader", () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site.close());

  test("prints the letters of the cells, and no field", async () => {
    const { page, close } = await visit(site, "so-sanh/");
    await live(page);
    const letters = page.locator(".need__cell").first();
    expect(await letters.isVisible()).toBe(false);
    await page.emulateMedia({ media: "print" });
    expect(await letters.isVisible()).toBe(true);
    expect(await need(page).isVisible()).toBe(false);
    await close();
  });

  const cases = LOCALES.flatMap((locale) =>
    (["light", "dark"] as const).map((scheme) => ({ locale, scheme })),
  );
  test.each(cases)("axe, tables open, 320 px wide: $locale, $scheme", async ({ locale, scheme }) => {
    const { page, close } = await visit(site, `${locale === "en" ? "en/" : ""}so-sanh/`, {
      bypassCSP: true,
      colorScheme: scheme,
    });
    await live(page);
    for (const summary of await page.getByText(curvesMessages[locale].numbers).all()) await summary.click();
    expect(await axeProblems(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    for (const section of ["#duong-von", "#nhu-cau"])
      expect(
        await page.locator(section).evaluate((part) => part.scrollWidth - part.clientWidth),
      ).toBeLessThanOrEqual(0);
    await close();
  });
});

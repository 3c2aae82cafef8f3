import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { LOCALES } from "@/i18n/locale";
import { messagesFor } from "@/i18n/messages";
import { severalMessages } from "@/i18n/messages/several";
import { axeProblems } from "./axe";
import { openSite, type Site, visit } from "./site";

const m = messagesFor("vi").explore;
const s = severalMessages.vi;
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 };
const AN_LAC = "07654";

const live = (page: Page) => page.locator("[data-prerendered]").waitFor({ state: "detached" });
const panel = (page: Page) => page.locator(".panel--right");
const chosen = (page: Page) => (new URL(page.url()).searchParams.get("s") ?? "").split(",").filter(Boolean);
const open = async (page: Page) => {
  await page.getByRole("button", { name: m.several, exact: true }).filter({ visible: true }).first().click();
  await panel(page).getByText(s.none).waitFor();
};

describe.each([
  ["with WebGL", []],
  ["without WebGL", ["--disable-3d-apis"]],
] as const)("several communes, %s", (_, args) => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite({ args });
  });
  afterAll(() => site.close());

  test("by list: compared side by side, summed, kept in the link, undone by back", async () => {
    const { page, complaints, close } = await visit(site, "");
    await live(page);
    await open(page);
    for (const name of ["An Lạc", "Tuấn Đạo"]) {
      await panel(page).getByRole("searchbox").fill(name.toLowerCase().replace("đ", "d"));
      await panel(page)
        .getByRole("checkbox", { name: new RegExp(name) })
        .check();
    }
    await panel(page).getByText(s.title("2")).waitFor();
    expect(chosen(page)).toContain(AN_LAC);
    const columns = panel(page).getByRole("columnheader");
    expect(await columns.allInnerTexts()).toEqual([s.row, "An Lạc", "Tuấn Đạo", s.sum]);
    // The sum of inhabitants is the sum of the two.
    const row = panel(page).getByRole("row").filter({ hasText: s.population });
    const [a, b, sum] = (await row.getByRole("cell").allInnerTexts()).map((text) =>
      Number(text.replace(/[^\d]/g, "")),
    );
    expect((a ?? 0) + (b ?? 0)).toBe(sum);
    const link = new URL(page.url()).search;
    await page.goBack();
    await panel(page).getByText(s.title("1")).waitFor();
    expect(complaints.filter((line) => !line.includes("WebGL"))).toEqual([]);
    await close();
    const again = await visit(site, link);
    await live(again.page);
    await panel(again.page).getByText(s.title("2")).waitFor();
    await again.close();
  });

  test("by a loop drawn on the map, which does not move meanwhile; Escape gives the pointer back", async () => {
    const { page, close } = await visit(site, "");
    await live(page);
    await open(page);
    await panel(page).getByRole("button", { name: s.lasso }).click();
    const box = await page.locator(".map__surface").boundingBox();
    if (box === null) throw new Error("no map");
    const at = (x: number, y: number) => [box.x + box.width * x, box.y + box.height * y] as const;
    await page.locator(".lasso").waitFor();
    await page.mouse.move(...at(0.5, 0.15));
    await page.mouse.down();
    for (const [x, y] of [
      [0.97, 0.15],
      [0.97, 0.8],
      [0.5, 0.8],
    ] as const)
      await page.mouse.move(...at(x, y), { steps: 6 });
    await page.mouse.up();
    await expect.poll(() => chosen(page).length).toBeGreaterThan(4);
    expect(new URL(page.url()).searchParams.get("m")).toBeNull();
    expect(chosen(page)).toContain(AN_LAC);
    // More than four are only summed.
    await expect.poll(() => panel(page).getByRole("columnheader").allInnerTexts()).toEqual([s.row, s.sum]);
    await page.locator(".lasso").waitFor({ state: "detached" });
    await panel(page).getByRole("button", { name: s.lasso }).click();
    await page.locator(".lasso").waitFor();
    await page.keyboard.press("Escape");
    await page.locator(".lasso").waitFor({ state: "detached" });
    await close();
  });

  test("by keyboard: arrows walk, space chooses and drops, and it is said", async () => {
    const { page, close } = await visit(site, "");
    await live(page);
    await page.locator("#map-focus").focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Space");
    await expect.poll(() => chosen(page).length).toBe(1);
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Space");
    await expect.poll(() => chosen(page).length).toBe(2);
    const said = () => page.locator('p[role="status"][aria-live]').allInnerTexts();
    await expect.poll(async () => (await said()).join(" ")).toContain("đang chọn 2");
    await page.keyboard.press("Space");
    await expect.poll(() => chosen(page).length).toBe(1);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("map-focus");
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
  test.each(cases)("three compared, $locale, $scheme, $width", async ({ locale, scheme, width }) => {
    const { page, close } = await visit(site, `${locale === "en" ? "en/" : ""}?s=07654,07615,07621`, {
      bypassCSP: true,
      colorScheme: scheme,
      ...(width === "phone" ? PHONE : {}),
    });
    await live(page);
    await panel(page).getByRole("table").first().waitFor();
    await panel(page).locator(".several__list summary").click();
    expect(await axeProblems(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
    await close();
  });
});

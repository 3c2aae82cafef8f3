import { readFileSync } from "node:fs";
import Papa from "papaparse";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { LOCALES } from "@/i18n/locale";
import { messagesFor } from "@/i18n/messages";
import { tableMessages } from "@/i18n/messages/table";
import { axeProblems } from "./axe";
import { DIST, openSite, readArtifact, type Site, visit } from "./site";

const m = messagesFor("vi").explore;
const t = tableMessages.vi;
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 };
const works = readArtifact<{ rows: readonly { workId: string; sector: string }[] }>(DIST, "works.json").rows;

const live = (page: Page) => page.locator("[data-prerendered]").waitFor({ state: "detached" });
const drawer = (page: Page) => page.getByRole("region", { name: t.drawer });
const firstCells = (page: Page, column: number) =>
  drawer(page)
    .locator(".drawer__row")
    .evaluateAll((rows, at) => rows.slice(0, 6).map((row) => row.children[at]?.textContent ?? ""), column);
async function download(page: Page, format: string) {
  await drawer(page).getByRole("combobox").selectOption(format);
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    drawer(page).getByRole("button", { name: t.download }).click(),
  ]);
  return { name: file.suggestedFilename(), content: readFileSync(await file.path()) };
}

describe("the table of the map, drawn map", () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite({ args: ["--disable-3d-apis"] });
  });
  afterAll(() => site.close());

  test("planner: opens it, sorts by keyboard, chooses columns, marks on the map what is under the focus", async () => {
    const { page, complaints, requested, close } = await visit(site, "");
    await live(page);
    expect(requested.some((file) => file.includes("TableDrawer"))).toBe(false);
    await page.getByRole("button", { name: m.tableButton }).click();
    await drawer(page).waitFor();
    await drawer(page).getByText(t.count("99")).waitFor();
    const [top = ""] = await firstCells(page, 1);
    expect(top).toMatch(/^\d/);
    const head = drawer(page).getByRole("columnheader").first();
    await head.getByRole("button").focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => head.getAttribute("aria-sort")).toBe("ascending");
    await expect.poll(async () => (await firstCells(page, 0))[0]).toBe("An Lạc");
    const row = drawer(page).locator(".drawer__row").first();
    await row.focus();
    await page.keyboard.press("ArrowDown");
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.querySelector("th")?.textContent))
      .toBe("Bảo Đài");
    await expect.poll(() => page.locator(".map__overlay path").count()).toBeGreaterThan(0);
    await page.keyboard.press("Enter");
    await page
      .locator(".panel--right")
      .getByRole("heading", { name: /Bảo Đài/ })
      .waitFor();
    await drawer(page).locator("summary").click();
    await drawer(page).getByRole("checkbox", { name: t.code }).check();
    await drawer(page).getByRole("columnheader", { name: t.code }).waitFor();
    await drawer(page).getByRole("button", { name: t.close }).click();
    await drawer(page).waitFor({ state: "detached" });
    expect(complaints.filter((line) => !line.includes("WebGL"))).toEqual([]);
    await close();
  });

  test("what is chosen on the map is in sight in the table", async () => {
    const { page, close } = await visit(site, "?b=communes&c=07654");
    await live(page);
    await drawer(page).locator(".drawer__row--selected").filter({ visible: true }).waitFor();
    expect(await drawer(page).locator('[aria-current="true"] th').innerText()).toBe("An Lạc");
    await close();
  });

  test("files hold what the table shows, with filter, day, kind and licence", async () => {
    const { page, close } = await visit(site, "?b=works&fs=transport");
    await live(page);
    const transport = works.filter(({ sector }) => sector === "transport").length;
    await drawer(page)
      .getByText(t.countOf(String(transport), String(works.length)), { exact: true })
      .waitFor();
    for (const [format, separator] of [
      ["csv-comma", ","],
      ["csv-semicolon", ";"],
    ] as const) {
      const { name, content } = await download(page, format);
      expect(name).toBe("ct22-works-2028-09-30-minh-hoa.csv");
      const text = content.toString("utf8");
      expect(text.startsWith("\uFEFF")).toBe(true);
      const read = Papa.parse<string[]>(text.slice(1), { delimiter: separator, newline: "\r\n" }).data;
      const end = read.findIndex((line) => line.length === 1 && line[0] === "");
      expect(end - 1).toBe(transport);
      expect(new Set(read.slice(1, end).map((line) => line[2]))).toEqual(new Set(["Giao thông"]));
      const about = read
        .slice(end)
        .map((line) => line.join(": "))
        .join("\n");
      for (const said of [
        "30/9/2028",
        "Lĩnh vực: Giao thông",
        "minh họa",
        "CC0",
        "fs=transport",
        t.noteIllustrative,
      ])
        expect(about).toContain(said);
    }
    const geojson = await download(page, "geojson");
    const made = JSON.parse(geojson.content.toString("utf8"));
    expect(made.features).toHaveLength(transport);
    const placeless = made.features.filter(({ geometry }: { geometry: unknown }) => geometry === null).length;
    expect(made.metadata.rows_without_place).toBe(placeless);
    expect(placeless).toBeGreaterThan(0);
    const xlsx = await download(page, "xlsx");
    expect(xlsx.name).toMatch(/\.xlsx$/);
    expect(xlsx.content.subarray(0, 2).toString()).toBe("PK");
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
  test.each(cases)("the table, $locale, $scheme, $width", async ({ locale, scheme, width }) => {
    const { page, close } = await visit(site, `${locale === "en" ? "en/" : ""}?b=works`, {
      bypassCSP: true,
      colorScheme: scheme,
      ...(width === "phone" ? PHONE : {}),
    });
    await live(page);
    await page.locator(".drawer__row").first().waitFor();
    await page.locator(".drawer summary").click();
    expect(await axeProblems(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
    await close();
  });
});

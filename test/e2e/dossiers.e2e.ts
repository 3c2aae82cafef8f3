import { readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { LOCALES } from "@/i18n/locale";
import { dossierMessages } from "@/i18n/messages/dossier";
import { pageMessages } from "@/i18n/messages/page";
import { axeProblems } from "./axe";
import { DIST, openSite, PREFIXES, type Site, visit } from "./site";

const folderOf = (locale: string) => (locale === "en" ? "en/" : "");
/** With works, without works; on the map, by commune only, of unknown place. */
const WORKS = JSON.parse(readFileSync(path.join(DIST, "data", "works.json"), "utf8")) as {
  rows: { workId: string; locationClass: string }[];
};
const workOf = (locationClass: string) =>
  WORKS.rows.find((work) => work.locationClass === locationClass)?.workId ?? "";
const DOSSIERS = [
  "xa/07654/",
  "xa/07210/",
  `cong-trinh/${workOf("line")}/`,
  `cong-trinh/${workOf("commune")}/`,
  `cong-trinh/${workOf("unknown")}/`,
];

describe.each(PREFIXES)("dossiers under %s", (prefix) => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite({ prefix, args: ["--disable-3d-apis"] });
  });
  afterAll(() => site.close());

  test.each(LOCALES)("read without scripts in %s: title, day, works, sources, files", async (locale) => {
    const m = dossierMessages[locale];
    const { page, complaints, requested, close } = await visit(site, `${folderOf(locale)}xa/07654/`, {
      javaScriptEnabled: false,
    });
    const text = await page.locator("main").innerText();
    for (const said of [m.works, m.obstacles, m.periods, m.sources, m.code("07654"), m.codesUnset])
      expect(text).toContain(said);
    expect(await page.getByRole("heading", { level: 1 }).innerText()).toContain("An Lạc");
    expect(await page.locator(".dossier__map svg [data-plane=works] use").count()).toBeGreaterThan(3);
    // A dossier is one file: no font, no data, no picture.
    expect(requested.filter((file) => !/(^|\/)$|favicon|\.js$/.test(file))).toEqual([]);
    for (const name of ["ho-so.csv", "ho-so.xlsx"]) {
      const link = page.locator(`a[href="${name}"]`);
      expect(await link.getAttribute("download")).toContain("ct22-xa-07654");
      const answer = await page.request.get(await link.evaluate((a) => (a as HTMLAnchorElement).href));
      expect(answer.status()).toBe(200);
    }
    expect(complaints).toEqual([]);
    await close();
  });

  test("a page older than the data of its site says so, and one that cannot ask says nothing", async () => {
    const shownWith = async (manifest: (text: string) => string | null) => {
      const { page, complaints, close } = await visit(site, "xa/07654/", {
        prepare: (opened) =>
          opened.route("**/data/manifest.json", async (route) => {
            const text = manifest(await (await route.fetch()).text());
            await (text === null ? route.fulfill({ status: 200, body: "{" }) : route.fulfill({ body: text }));
          }),
      });
      await page.waitForResponse(/data\/manifest\.json$/);
      await page.waitForTimeout(300);
      const notice = page.locator(".page__older");
      const text = (await notice.isVisible()) ? await notice.innerText() : null;
      expect(complaints).toEqual([]);
      await close();
      return text;
    };
    expect(await shownWith((text) => text)).toBeNull();
    expect(await shownWith(() => null)).toBeNull();
    const older = await shownWith((text) =>
      text.replace(/("outputs":.*?"sha256":")[0-9a-f]{6}/, (_, start: string) => `${start}000001`),
    );
    expect(older).toContain("Bản dựng sẵn đến 30/9/2028");
  });

  test("a code of a village leads to its works or its row", async () => {
    const { page, close } = await visit(site, "xa/07654/#thon-TH-07654-01");
    expect(await page.locator("#thon-TH-07654-01").isVisible()).toBe(true);
    await close();
  });
});

describe("indexes", () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite({ args: ["--disable-3d-apis"] });
  });
  afterAll(() => site.close());

  test("without scripts they list everything and show no field", async () => {
    const { page, complaints, close } = await visit(site, "xa/", { javaScriptEnabled: false });
    expect(await page.locator("[data-find]:visible").count()).toBe(99);
    expect(await page.getByRole("searchbox").count()).toBe(0);
    expect(complaints).toEqual([]);
    await close();
  });

  test.each([
    ["xa/", "an lac", "Xã An Lạc"],
    ["xa/", "le vien", "Xã An Lạc"],
    ["xa/", "07654", "Xã An Lạc"],
    ["xa/", "dong huu", "Xã Đồng Kỳ"],
    ["cong-trinh/", "na dinh", "Xây dựng mới cầu dân sinh Nà Đình"],
  ])("%s finds %j without accents, former names too, and says how many", async (target, typed, name) => {
    const { page, complaints, close } = await visit(site, target);
    const of = await page.locator("[data-find]").count();
    await page.getByRole("searchbox").fill(typed);
    await page.locator("[data-find]:visible", { hasText: name }).first().waitFor();
    const shown = await page.locator("[data-find]:visible").count();
    expect(shown).toBeLessThan(12);
    expect(await page.locator("[data-found]").innerText()).toBe(
      dossierMessages.vi.found(String(shown), String(of)),
    );
    await page.getByRole("searchbox").fill("zzzz");
    expect(await page.locator("[data-found]").innerText()).toBe(dossierMessages.vi.foundNone);
    expect(await page.locator("h2:visible").count()).toBe(0);
    await page.getByRole("searchbox").fill("");
    expect(await page.locator("[data-find]:visible").count()).toBe(of);
    expect(complaints).toEqual([]);
    await close();
  });

  test("a row leads to its dossier, and from there to a work and back", async () => {
    const { page, complaints, close } = await visit(site, "xa/");
    await page.getByRole("link", { name: "Xã Vân Sơn" }).click();
    await page.getByRole("heading", { level: 1, name: "Xã Vân Sơn" }).waitFor();
    await page.locator(".works-table__name a").first().click();
    await page.locator(".dossier__facts").getByRole("link", { name: "Xã Vân Sơn" }).click();
    await page.getByRole("heading", { level: 1, name: "Xã Vân Sơn" }).waitFor();
    expect(complaints).toEqual([]);
    await close();
  });
});

describe("dossiers for everybody", () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite({ args: ["--disable-3d-apis"] });
  });
  afterAll(() => site.close());

  const cases = [...DOSSIERS, "xa/", "cong-trinh/"].flatMap((target) =>
    (["light", "dark"] as const).map((colorScheme) => ({ target, colorScheme })),
  );
  test.each(cases)("axe: $target, $colorScheme, wide and phone; nothing wider than 320 px", async (one) => {
    const { page, complaints, close } = await visit(site, one.target, {
      bypassCSP: true,
      colorScheme: one.colorScheme,
    });
    expect(await axeProblems(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await axeProblems(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
    expect(complaints).toEqual([]);
    await close();
  });

  test("on paper the record begins a page, the band stands under the title, and no interface is left", async () => {
    const { page, close } = await visit(site, "xa/07621/");
    await page.emulateMedia({ media: "print" });
    expect(
      await page.locator(".dossier__record").evaluate((part) => getComputedStyle(part).breakBefore),
    ).toBe("page");
    expect(await page.locator(".dossier__band").innerText()).toContain(pageMessages.vi.band);
    for (const hidden of [".page__head", ".page__nav", ".dossier__files", "button"])
      expect(await page.locator(hidden).first().isVisible()).toBe(false);
    await close();
  });
});

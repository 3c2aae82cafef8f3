import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { NamedPlace } from "@/domain/namedPlace";
import { messagesFor } from "@/i18n/messages";
import { placesMessages } from "@/i18n/messages/places";
import { searchMessages } from "@/i18n/messages/search";
import { axeProblems } from "./axe";
import { DIST, openSite, readArtifact, type Site, visit } from "./site";

const s = searchMessages.vi;
const p = placesMessages.vi;
const AN_LAC = "07654";
const communes = readArtifact<{ rows: readonly { code: string; name: string }[] }>(
  DIST,
  "communes.json",
).rows;
const places = readArtifact<{ rows: readonly NamedPlace[] }>(DIST, "places.json").rows;
const nameOf = (code: string) => communes.find((commune) => commune.code === code)?.name ?? "";
/** A name nothing else bears, whose error reaches over a boundary. */
const UNSURE = places.find(
  ({ name, point, communeCodes, kind }) =>
    point !== null &&
    communeCodes.length > 1 &&
    kind === "hill" &&
    places.filter((other) => other.name === name).length === 1,
);
if (UNSURE === undefined) throw new Error("the gazetteer has no such place");

const live = (page: Page) => page.locator("[data-prerendered]").waitFor({ state: "detached" });
const field = (page: Page) => page.getByRole("combobox", { name: s.field });
const options = (page: Page) => page.getByRole("dialog").getByRole("option");
async function openSearch(page: Page) {
  await page.locator("#map-focus").focus();
  await page.keyboard.press("/");
  await field(page).waitFor();
}

describe("places in the search", () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite({ args: ["--disable-3d-apis"] });
  });
  afterAll(() => site.close());

  test("come with the search and not with the page; either spelling of Khe Rỗ finds it, composed or not, and opens its commune", async () => {
    const { page, complaints, requested, close } = await visit(site, "");
    await live(page);
    await page.waitForLoadState("networkidle");
    expect(requested.filter((path) => path.includes("places"))).toEqual([]);
    await openSearch(page);
    await page.getByText(p.searched("1.960", "").slice(0, 12)).waitFor();
    for (const spelling of ["Khe Rồ", "Khe Rỗ", "khe ro", "Khe Rỗ".normalize("NFD"), "KHE RỒ"]) {
      await field(page).fill(spelling);
      await expect
        .poll(() => options(page).allInnerTexts())
        .toContainEqual(expect.stringMatching(/^Khe Rỗ\s+địa danh · khu bảo tồn · An Lạc/));
    }
    await options(page).filter({ hasText: p["kind.reserve"] }).click();
    await expect.poll(() => new URL(page.url()).searchParams.get("c")).toBe(AN_LAC);
    const card = page.getByRole("region", { name: p.label("Khe Rỗ") });
    await card.getByText(p.whereCommune("An Lạc")).waitFor();
    // Nobody knows where: nothing is marked.
    expect(await page.locator(".place-mark").count()).toBe(0);
    // Asked for once, however often the search is opened.
    await openSearch(page);
    await page.keyboard.press("Escape");
    expect(requested.filter((path) => path === "data/places.json")).toHaveLength(1);
    expect(complaints.filter((line) => !line.includes("WebGL"))).toEqual([]);
    await close();
  });

  test("a place with a point: the map goes there, a ring and its error mark it, the card says how surely; the next choice takes it away", async () => {
    const { page, close } = await visit(site, "");
    await live(page);
    await openSearch(page);
    await page.getByText(/địa danh theo GeoNames/).waitFor();
    await field(page).fill(UNSURE.name);
    const option = options(page)
      .filter({ hasText: `${s["type.place"]} · ${p["kind.hill"]}` })
      .first();
    const [home = ""] = UNSURE.communeCodes;
    await expect.poll(() => option.innerText()).toContain(p.oneOf(nameOf(home)));
    await option.click();
    const mark = page.locator(".place-mark");
    await mark.waitFor();
    expect(await mark.getByText(UNSURE.name).count()).toBe(1);
    const [lon = 0, lat = 0] = UNSURE.point ?? [];
    const [, seenLat = 0, seenLon = 0] =
      /^([\d.]+)[/,~_]([\d.]+)[/,~_]([\d.]+)/
        .exec(new URL(page.url()).searchParams.get("m") ?? "")
        ?.map(Number) ?? [];
    expect(
      [seenLat, seenLon].some((value) => Math.abs(value - lat) < 0.02 || Math.abs(value - lon) < 0.02),
    ).toBe(true);
    // In the middle of the map, and inside it the ring of the error.
    const [stage, ring] = await Promise.all([
      page.locator(".map__surface").boundingBox(),
      page.locator(".place-mark__ring").boundingBox(),
    ]);
    if (stage === null || ring === null) throw new Error("nothing is drawn");
    expect(Math.abs(ring.x + ring.width / 2 - stage.x - stage.width / 2)).toBeLessThan(3);
    expect(Math.abs(ring.y + ring.height / 2 - stage.y - stage.height / 2)).toBeLessThan(3);
    expect((await page.locator(".place-mark__error").boundingBox())?.width ?? 0).toBeGreaterThan(
      ring.width * 2,
    );
    expect(new URL(page.url()).searchParams.get("c")).toBeNull();
    const card = page.getByRole("region", { name: p.label(UNSURE.name) });
    for (const code of UNSURE.communeCodes) expect(await card.innerText()).toContain(nameOf(code));
    expect(await card.innerText()).toContain("GeoNames");
    // One of them opened from the card leaves the mark; a choice elsewhere does not.
    await card.getByRole("button", { name: p.open(nameOf(home)), exact: true }).click();
    await expect.poll(() => new URL(page.url()).searchParams.get("c")).toBe(home);
    await mark.waitFor();
    await page.locator(".panel--right button").first().press("Escape");
    await mark.waitFor({ state: "detached" });
    await card.waitFor({ state: "detached" });
    await close();
  });

  test("nothing found says that places were searched; a file that failed is named, the search goes on, and trying again brings them", async () => {
    let broken = true;
    const { page, close } = await visit(site, "", {
      prepare: (opened) =>
        opened.route("**/data/places.json", (route) =>
          broken
            ? route.fulfill({ status: 404, body: "not found", contentType: "text/plain" })
            : route.continue(),
        ),
    });
    await live(page);
    await openSearch(page);
    const missing = page.getByText(p.missing("data/places.json"));
    await missing.waitFor();
    await field(page).fill("an lac");
    await expect.poll(() => options(page).count()).toBeGreaterThan(3);
    expect(await options(page).filter({ hasText: s["type.place"] }).count()).toBe(0);
    broken = false;
    await page.getByRole("dialog").getByRole("button", { name: p.retry }).click();
    await missing.waitFor({ state: "detached" });
    await field(page).fill("không có tên này");
    await page.getByText(s.none("không có tên này")).waitFor();
    await page
      .getByRole("dialog")
      .getByText(/1\.960 địa danh theo GeoNames \(CC BY/)
      .waitFor();
    await close();
  });

  test.each(["light", "dark"] as const)("is accessible in both languages, %s", async (theme) => {
    for (const locale of ["vi", "en"] as const) {
      const { page, close } = await visit(site, `${locale === "vi" ? "" : "en/"}?t=${theme}`, {
        bypassCSP: true,
      });
      await live(page);
      await page.getByRole("button", { name: messagesFor(locale).explore.search, exact: true }).click();
      const box = page.getByRole("combobox", { name: searchMessages[locale].field });
      await box.waitFor();
      await page.getByText(/GeoNames \(CC BY/).waitFor();
      await box.fill("nui");
      await expect.poll(() => options(page).count()).toBeGreaterThan(5);
      expect(await axeProblems(page)).toEqual([]);
      await box.fill(UNSURE.name);
      await options(page).first().click();
      await page.locator(".place-mark").waitFor();
      expect(await axeProblems(page)).toEqual([]);
      await close();
    }
  });
});

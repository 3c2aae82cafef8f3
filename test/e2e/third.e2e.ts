import type { Page } from "playwright-core";
import { PNG } from "pngjs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadMessages } from "@/i18n/messages";
import { thirdMessages } from "@/i18n/messages/third";
import { thirdButtonMessages } from "@/i18n/messages/thirdButton";
import { colorHex } from "@/scene/palette";
import { axeProblems } from "./axe";
import { openSite, type Site, visit } from "./site";

const m = thirdMessages.vi;
const { explore } = await loadMessages("vi");
/** Software WebGL draws a leaning frame in half a second on a busy machine. */
const LONG = 60_000;
const live = (page: Page) => page.locator("[data-prerendered]").waitFor({ state: "detached" });
const card = (page: Page) => page.locator(".third__card");
const panel = (page: Page) => page.locator(".panel--left .third");
const covered = (page: Page) =>
  page.locator(".map__drawing--covered").waitFor({ state: "attached", timeout: LONG });
/** Bodies stand: the page no longer says that they are coming, and the scale bar of a flat map is gone. */
const standing = async (page: Page) => {
  await covered(page);
  await expect
    .poll(() => page.locator(".map__surface > svg").count(), { timeout: LONG, interval: 200 })
    .toBe(0);
  await page.waitForTimeout(2500);
};
const flatAgain = (page: Page) =>
  expect
    .poll(() => page.locator(".map__surface > svg").count(), { timeout: LONG, interval: 200 })
    .toBeGreaterThan(0);
const code = (requested: readonly string[]) =>
  requested.filter((file) => /deckOverlay|ThirdPanel/.test(file));

/** The middle of the map, where no card lies. */
async function picture(page: Page): Promise<PNG> {
  const box = await page.locator(".map__surface").boundingBox();
  if (box === null) throw new Error("the map is not on the page");
  const clip = {
    x: box.x + box.width * 0.45,
    y: box.y + box.height * 0.2,
    width: box.width * 0.4,
    height: box.height * 0.55,
  };
  return PNG.sync.read(await page.screenshot({ clip }));
}
const rgb = (hex: string) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
function pixelsOf({ data }: PNG, hex: string, within = 4): number {
  const wanted = rgb(hex);
  let count = 0;
  for (let at = 0; at < data.length; at += 4)
    if (wanted.every((value, channel) => Math.abs(value - (data[at + channel] ?? 0)) <= within)) count++;
  return count;
}
/** Share of pixels that differ. */
function difference(a: PNG, b: PNG): number {
  let count = 0;
  for (let at = 0; at < a.data.length; at += 4)
    if ([0, 1, 2].some((channel) => Math.abs((a.data[at + channel] ?? 0) - (b.data[at + channel] ?? 0)) > 12))
      count++;
  return count / (a.width * a.height);
}
/** The camera of the map as the address has it. */
const camera = (page: Page) => new URL(page.url()).searchParams.get("m");

describe("with WebGL", () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site.close());

  test("nothing of it is fetched before it is asked for; the button brings the choices, a choice the bodies, and back undoes it", {
    timeout: 4 * LONG,
  }, async () => {
    const { page, complaints, requested, close } = await visit(site, "?i=poverty&t=light");
    await live(page);
    await covered(page);
    expect(code(requested)).toEqual([]);
    await page.waitForTimeout(1000);
    const before = await picture(page);
    await page.getByRole("button", { name: thirdButtonMessages.vi.open }).click();
    await panel(page).waitFor();
    expect(code(requested).some((file) => file.includes("deckOverlay"))).toBe(false);
    await panel(page).getByLabel(m.raiseBy).selectOption("poverty");
    await expect.poll(() => new URL(page.url()).searchParams.get("r")).toBe("poverty");
    await standing(page);
    expect(code(requested).some((file) => file.includes("deckOverlay"))).toBe(true);
    const raised = await picture(page);
    expect(difference(before, raised)).toBeGreaterThan(0.2);
    // Tops are exactly the class colour, not a shade of it: the legend holds in the third dimension too.
    expect(pixelsOf(raised, colorHex("poverty-4", "light"), 2)).toBeGreaterThan(3000);
    expect(camera(page)).toBeNull();
    await page.goBack();
    await expect.poll(() => new URL(page.url()).searchParams.get("r")).toBeNull();
    await flatAgain(page);
    await page.waitForTimeout(2500);
    // Exactly where it was: the same picture, and no camera in the address.
    expect(difference(before, await picture(page))).toBeLessThan(0.005);
    expect(camera(page)).toBeNull();
    expect(complaints).toEqual([]);
    await close();
  });

  test("a link opens raised; pointing names the body with both values, clicking opens it; leaving gives the focus to the map", {
    timeout: 4 * LONG,
  }, async () => {
    const { page, complaints, close } = await visit(site, "?r=poverty&t=light");
    await standing(page);
    await card(page).getByText(m.heightTitle("Nghèo đa chiều")).waitFor();
    const box = await page.locator(".map__surface").boundingBox();
    if (box === null) throw new Error("the map is not on the page");
    const at = [box.x + box.width * 0.72, box.y + box.height * 0.52] as const;
    await page.mouse.move(...at);
    await page.mouse.move(at[0] + 2, at[1] + 1);
    const tooltip = page.locator(".map__tooltip");
    await expect.poll(() => tooltip.innerText(), { timeout: LONG }).toMatch(/ · cao: [\d,]+\u00a0%/);
    const [name = ""] = (await tooltip.innerText()).split(":");
    await page.mouse.click(at[0] + 2, at[1] + 1);
    await expect.poll(() => new URL(page.url()).searchParams.get("c"), { timeout: LONG }).not.toBeNull();
    await expect.poll(() => page.locator(".panel--right h2").first().innerText()).toContain(name);
    // The account closes: bodies and what lies flat are 99.
    const account = await panel(page).locator(".sum").innerText();
    expect(account).toMatch(/= 99$/);
    await card(page).getByRole("button", { name: m.flatMap }).click();
    await flatAgain(page);
    expect(await card(page).count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("map-focus");
    expect(new URL(page.url()).searchParams.get("r")).toBeNull();
    expect(complaints).toEqual([]);
    await close();
  });

  test("the flat picture has the same values and is one button away; turning says from where one looks", {
    timeout: 4 * LONG,
  }, async () => {
    const { page, complaints, close } = await visit(site, "?r=poverty&t=light", { reducedMotion: "reduce" });
    await standing(page);
    const north = await picture(page);
    await card(page).getByRole("button", { name: m.turnRight }).click();
    await card(page).getByText(m.seenFrom(m["from.45"])).waitFor();
    await expect
      .poll(async () => difference(north, await picture(page)), { timeout: LONG })
      .toBeGreaterThan(0.2);
    await card(page).getByRole("button", { name: m.turnNorth }).click();
    await expect
      .poll(async () => difference(north, await picture(page)), { timeout: LONG })
      .toBeLessThan(0.01);
    await card(page).getByRole("button", { name: m["view.flat"] }).click();
    await flatAgain(page);
    await card(page).getByText(m.sizeTitle("Nghèo đa chiều")).waitFor();
    expect(new URL(page.url()).searchParams.get("r")).toBe("poverty");
    await page.waitForTimeout(1500);
    // Circles are paper with ink, on the choropleth.
    expect(pixelsOf(await picture(page), colorHex("disc", "light"), 1)).toBeGreaterThan(1500);
    expect(complaints).toEqual([]);
    await close();
  });

  test("what is unknown lies flat under its pattern: no class colour is left where there is no height", {
    timeout: 4 * LONG,
  }, async () => {
    const { page, complaints, close } = await visit(site, "?r=physical-progress&i=poverty&t=light&l=-", {
      reducedMotion: "reduce",
    });
    await covered(page);
    await standing(page);
    const raised = await picture(page);
    // The plain has low poverty and no works: its colours, seen on the flat map, are of unknown height here.
    expect(pixelsOf(raised, colorHex("poverty-1", "light"), 2)).toBeLessThan(50);
    expect(pixelsOf(raised, colorHex("poverty-4", "light"), 2)).toBeGreaterThan(3000);
    expect(pixelsOf(raised, colorHex("blank-dot", "light"), 6)).toBeGreaterThan(50);
    await card(page).getByRole("button", { name: m.flatMap }).click();
    await flatAgain(page);
    await page.waitForTimeout(2500);
    expect(pixelsOf(await picture(page), colorHex("poverty-1", "light"), 2)).toBeGreaterThan(1000);
    expect(complaints).toEqual([]);
    await close();
  });

  test("without its code the flat picture stays, and says why", { timeout: 2 * LONG }, async () => {
    const { page, close } = await visit(site, "?r=poverty&t=light", {
      prepare: (opened) => opened.route(/deckOverlay/, (route) => route.abort()),
    });
    await card(page).getByText(m["standing.no-code"]).waitFor({ timeout: LONG });
    await card(page).getByText(m.sizeTitle("Nghèo đa chiều")).waitFor();
    expect(await panel(page).locator("tbody tr").count()).toBe(99);
    expect(pixelsOf(await picture(page), colorHex("disc", "light"), 1)).toBeGreaterThan(1500);
    await close();
  });

  test("a lost context brings the bodies back", { timeout: 4 * LONG }, async () => {
    const { page, complaints, close } = await visit(site, "?r=poverty&t=light", { reducedMotion: "reduce" });
    await standing(page);
    const before = await picture(page);
    await page.evaluate(() => {
      const canvas = document.querySelector<HTMLCanvasElement>("canvas.maplibregl-canvas");
      canvas?.getContext("webgl2")?.getExtension("WEBGL_lose_context")?.loseContext();
    });
    await flatAgain(page);
    await standing(page);
    expect(difference(before, await picture(page))).toBeLessThan(0.02);
    expect(complaints.filter((line) => !/context/i.test(line))).toEqual([]);
    await close();
  });

  test("density: deck.gl draws the cells, and cells, table and sum agree", {
    timeout: 4 * LONG,
  }, async () => {
    const { page, complaints, requested, close } = await visit(site, "?n=works&t=light&l=-");
    await covered(page);
    await expect
      .poll(() => code(requested).some((file) => file.includes("deckOverlay")), { timeout: LONG })
      .toBe(true);
    await page.waitForTimeout(3000);
    const drawn = await picture(page);
    for (const token of ["progress-0", "progress-1", "progress-2"] as const)
      expect(pixelsOf(drawn, colorHex(token, "light"), 2)).toBeGreaterThan(400);
    const sum = await card(page).locator(".note").innerText();
    const [counted = 0, left = 0, all = 0] = [...sum.matchAll(/\d+/g)].map(Number);
    expect(counted + left).toBe(all);
    await panel(page).locator("summary").last().click();
    const column = async (nth: number) =>
      (await panel(page).locator(`tbody tr td:nth-child(${nth})`).allInnerTexts()).map(Number);
    const total = (values: readonly number[]) => values.reduce((one, other) => one + other, 0);
    expect(total(await column(2))).toBe(counted);
    expect(total(await column(3))).toBe(left);
    expect(complaints).toEqual([]);
    await close();
  });
});

describe("without WebGL", () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite({ args: ["--disable-3d-apis"] });
  });
  afterAll(() => site.close());

  test("raised: the drawing has the circles, the reason is said, the table is open and holds all 99 with their blanks", async () => {
    const { page, complaints, requested, close } = await visit(site, "?r=poverty&t=light");
    await live(page);
    await card(page).getByText(m["standing.no-webgl"]).waitFor();
    expect(code(requested).some((file) => file.includes("deckOverlay"))).toBe(false);
    expect(await card(page).getByRole("button", { name: m["view.solid"] }).isDisabled()).toBe(true);
    const rows = panel(page).locator("tbody tr");
    expect(await rows.count()).toBe(99);
    const heights = await panel(page).locator("tbody tr td:nth-child(2)").allInnerTexts();
    const blanks = heights.filter((text) => !/\d/.test(text));
    const circles = await page.locator('.map__drawing [data-plane="height-circles"] circle').count();
    expect(circles + blanks.length).toBe(99);
    expect(blanks.every((text) => text.trim().length > 3)).toBe(true);
    expect(complaints.filter((line) => !line.includes("WebGL"))).toEqual([]);
    await close();
  });

  test("density: the drawing has a cell for every hexagon, with its number", async () => {
    const { page, complaints, close } = await visit(site, "?n=villages&t=light");
    await live(page);
    await card(page).waitFor();
    const cells = page.locator('.map__drawing [data-plane="density"] path');
    await expect.poll(() => cells.count()).toBeGreaterThan(20);
    const said = await panel(page).locator(".axis__note").innerText();
    const [counted = 0, bins = 0] = [...said.matchAll(/\d+/g)].map(Number);
    expect(await cells.count()).toBe(bins);
    expect(counted).toBeGreaterThan(bins);
    expect(complaints.filter((line) => !line.includes("WebGL"))).toEqual([]);
    await close();
  });

  test("both asked for: the bodies win, and it is said that the density waits", async () => {
    const { page, close } = await visit(site, "?r=poverty&n=works");
    await live(page);
    await panel(page).getByText(m.both).waitFor();
    await panel(page).getByLabel(m.raiseBy).selectOption("");
    await card(page).getByText(m["densityTitle.works"]).waitFor();
    await close();
  });

  test.each([
    ["vi", "light", { width: 1440, height: 900 }],
    ["en", "dark", { width: 390, height: 844 }],
    ["vi", "dark", { width: 320, height: 640 }],
  ] as const)("%s, %s, %o: accessible, nothing wider than the screen", async (locale, theme, viewport) => {
    for (const query of ["r=poverty", "n=works"]) {
      const { page, close } = await visit(
        site,
        `${locale === "vi" ? "" : "en/"}?${query}&i=physical-progress&t=${theme}`,
        { bypassCSP: true, viewport },
      );
      await live(page);
      await card(page).waitFor();
      if (viewport.width < 1024) await page.locator(".tabs__tab").last().click();
      expect(await axeProblems(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        viewport.width,
      );
      await close();
    }
  });

  test("the button is in the legend's panel, and says the page's own word", async () => {
    const { page, close } = await visit(site, "");
    await live(page);
    const legend = page.getByRole("complementary", { name: explore.legend });
    const button = legend.getByRole("button", { name: thirdButtonMessages.vi.open });
    expect(await button.getAttribute("aria-expanded")).toBe("false");
    await button.click();
    await panel(page).waitFor();
    expect(await button.getAttribute("aria-expanded")).toBe("true");
    await button.click();
    await panel(page).waitFor({ state: "detached" });
    await close();
  });
});

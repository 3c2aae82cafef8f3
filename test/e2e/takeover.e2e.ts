import type { Page } from "playwright-core";
import { PNG } from "pngjs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { messagesFor } from "@/i18n/messages";
import { colorHex } from "@/scene/palette";
import { openSite, type Site, visit } from "./site";

const m = messagesFor("vi").explore;
const QUERY = "?i=population-density&l=-&t=light";

/** Part of the map where neither panels nor cards lie. */
async function mapPicture(page: Page): Promise<PNG> {
  const box = await page.locator(".map__surface").boundingBox();
  if (box === null) throw new Error("the map is not on the page");
  const clip = {
    x: box.x + box.width * 0.2,
    y: box.y + box.height * 0.15,
    width: box.width * 0.6,
    height: box.height * 0.6,
  };
  return PNG.sync.read(await page.screenshot({ clip }));
}

/** Mean difference of two pictures when the second is shifted; the frame that the shift uncovers is left out. */
function difference(a: PNG, b: PNG, dx: number, dy: number, margin = 6): number {
  let sum = 0;
  let count = 0;
  for (let y = margin; y < a.height - margin; y += 2) {
    for (let x = margin; x < a.width - margin; x += 2) {
      const at = (y * a.width + x) * 4;
      const other = ((y + dy) * b.width + x + dx) * 4;
      for (const channel of [0, 1, 2])
        sum += Math.abs((a.data[at + channel] ?? 0) - (b.data[other + channel] ?? 0));
      count += 3;
    }
  }
  return sum / count;
}

/** How far the second picture lies from the first: the shift, within ±5 px, at which they agree best. */
function shiftBetween(a: PNG, b: PNG): { dx: number; dy: number; rest: number } {
  let best = { dx: 0, dy: 0, rest: Number.POSITIVE_INFINITY };
  for (let dy = -5; dy <= 5; dy++) {
    for (let dx = -5; dx <= 5; dx++) {
      const rest = difference(a, b, dx, dy);
      if (rest < best.rest) best = { dx, dy, rest };
    }
  }
  return best;
}

/** Share of pixels that have a class colour of the ramp. */
function colouredShare(picture: PNG, ramp: "progress" | "poverty"): number {
  const colours = ([0, 1, 2, 3, 4] as const)
    .map((step) => colorHex(`${ramp}-${step}`, "light"))
    .map((hex) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)));
  let hits = 0;
  for (let at = 0; at < picture.data.length; at += 4) {
    if (
      colours.some((colour) =>
        colour.every((value, channel) => Math.abs(value - (picture.data[at + channel] ?? 0)) <= 10),
      )
    )
      hits++;
  }
  return hits / (picture.width * picture.height);
}

describe("WebGL takes over from the drawn map", () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site.close());

  test("without a jump and without a gap, at peace with the policy", async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { page, complaints, requested, close } = await visit(site, QUERY, {
      // Only the map's worker is held back: the app runs, the canvas is not there yet.
      prepare: (opened) =>
        opened.route(/maplibre-gl-worker|worker/, async (route) => {
          await held;
          await route.continue();
        }),
    });
    await page.locator("[data-prerendered]").waitFor({ state: "detached" });
    const drawn = await mapPicture(page);
    const ramp = colouredShare(drawn, "progress") > colouredShare(drawn, "poverty") ? "progress" : "poverty";
    const before = colouredShare(drawn, ramp);
    expect(before).toBeGreaterThan(0.2);
    release();
    const shares: number[] = [];
    const covered = page.locator(".map__drawing--covered");
    for (let frame = 0; frame < 60 && (await covered.count()) === 0; frame++)
      shares.push(colouredShare(await mapPicture(page), ramp));
    await covered.waitFor({ state: "attached", timeout: 30_000 });
    await page.waitForTimeout(1500);
    const taken = await mapPicture(page);
    shares.push(colouredShare(taken, ramp));
    // At no moment was the choropleth gone.
    expect(Math.min(...shares)).toBeGreaterThan(before * 0.7);
    const { dx, dy, rest } = shiftBetween(drawn, taken);
    expect(Math.hypot(dx, dy)).toBeLessThanOrEqual(2);
    // The two are the same picture, not merely in the same place.
    expect(rest).toBeLessThan(12);
    expect(requested.some((file) => /gl/i.test(file))).toBe(true);
    expect(complaints).toEqual([]);
    await close();
  });

  test("then pointing, clicking, the wheel and the buttons work on the canvas, and the address follows", async () => {
    const { page, complaints, close } = await visit(site, "?i=population-density&t=light");
    await page.locator(".map__drawing--covered").waitFor({ state: "attached", timeout: 30_000 });
    await page.waitForTimeout(500);
    const box = await page.locator(".map__surface").boundingBox();
    if (box === null) throw new Error("the map is not on the page");
    const [x, y] = [box.x + box.width * 0.5, box.y + box.height * 0.5];
    await page.mouse.move(x, y);
    await page.mouse.move(x + 2, y + 1);
    await expect.poll(() => page.locator(".map__tooltip").innerText()).toMatch(/\p{L}/u);
    await page.mouse.click(x + 2, y + 1);
    await expect.poll(() => new URL(page.url()).search).toMatch(/[?&][cwvz]=/);
    await page.mouse.move(x, y);
    await page.mouse.wheel(0, -400);
    await expect.poll(() => new URL(page.url()).searchParams.get("m")).not.toBeNull();
    const zoomed = new URL(page.url()).searchParams.get("m");
    await page.getByRole("button", { name: m.zoomOut }).click();
    await expect.poll(() => new URL(page.url()).searchParams.get("m")).not.toBe(zoomed);
    expect(complaints).toEqual([]);
    await close();
  });

  test("the drawing rests under the canvas, and is of now before paper is laid out", async () => {
    const { page, complaints, close } = await visit(site, "?i=population-density&t=light");
    await page.locator(".map__drawing--covered").waitFor({ state: "attached", timeout: 30_000 });
    const drawn = () => page.locator(".map__drawing svg").first().getAttribute("aria-label");
    const before = await drawn();
    await page.locator(".panel--left select").selectOption("poverty");
    await expect.poll(() => page.title()).not.toContain(before ?? "");
    expect(await drawn()).toBe(before);
    // The browser lays the paper out as soon as the event returns.
    const printed = await page.evaluate(() => {
      dispatchEvent(new Event("beforeprint"));
      return document.querySelector(".map__drawing svg")?.getAttribute("aria-label");
    });
    expect(printed).not.toBe(before);
    expect(await page.title()).toContain(printed ?? "nothing");
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    await page.locator(".panel--left select").selectOption("disbursement");
    await page.emulateMedia({ media: "print" });
    await expect.poll(async () => (await page.title()).includes((await drawn()) ?? "nothing")).toBe(true);
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

  test("the drawn map stays, says so, and zooms, pans and selects", async () => {
    const { page, close } = await visit(site, QUERY);
    await page.getByText(m.stillSvg).waitFor();
    expect(await page.locator('[data-plane="communes"] [data-subject^="commune:"]').count()).toBe(99);
    await page.getByRole("button", { name: m.zoomIn }).click();
    await expect.poll(() => new URL(page.url()).searchParams.get("m")).not.toBeNull();
    const zoomed = new URL(page.url()).searchParams.get("m");
    const box = await page.locator(".map__surface").boundingBox();
    if (box === null) throw new Error("the map is not on the page");
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 80, y + 30, { steps: 5 });
    await page.mouse.up();
    await expect.poll(() => new URL(page.url()).searchParams.get("m")).not.toBe(zoomed);
    // A drag is no click.
    expect(new URL(page.url()).searchParams.get("c")).toBeNull();
    await page.mouse.click(x, y);
    await expect.poll(() => new URL(page.url()).searchParams.get("c")).not.toBeNull();
    await close();
  });
});

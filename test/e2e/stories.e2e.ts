import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { messagesFor } from "@/i18n/messages";
import { droppedLinkMessages } from "@/i18n/messages/droppedLink";
import { panelsMessages } from "@/i18n/messages/panels";
import { searchMessages } from "@/i18n/messages/search";
import { situationMessages } from "@/i18n/messages/situation";
import { DIST, openSite, readArtifact, type Site, visit } from "./site";

const m = messagesFor("vi").explore;
const s = searchMessages.vi;
const p = panelsMessages.vi;
const AN_LAC = "07654";

interface Rows<Row> {
  readonly rows: readonly Row[];
}
const works = () =>
  readArtifact<Rows<{ workId: string; name: string; locationClass: string; communeCodes: string[] }>>(
    DIST,
    "works.json",
  ).rows;
const villages = () =>
  readArtifact<Rows<{ villageId: string; name: string; point: unknown }>>(DIST, "villages.json").rows;
const zones = () => readArtifact<Rows<{ zoneId: string }>>(DIST, "hazard-zones.json").rows;
const communes = () => readArtifact<Rows<{ code: string; name: string }>>(DIST, "communes.json").rows;

const live = (page: Page) => page.locator("[data-prerendered]").waitFor({ state: "detached" });
const panel = (page: Page) => page.locator(".panel--right");
const chooser = (page: Page) => page.locator(".panel--left select");
const headline = (page: Page) => page.locator(".panel--right h2").first();

describe("with the drawn map", () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite({ args: ["--disable-3d-apis"] });
  });
  afterAll(() => site.close());

  test("planner: another indicator recolours the map, changes title, legend and address, and back undoes it", async () => {
    const { page, complaints, close } = await visit(site, "");
    await live(page);
    const before = await headline(page).innerText();
    // What each commune looks like, whichever way the drawing comes to it.
    const fills = () =>
      page
        .locator('.map__drawing [data-plane="communes"] :is([data-subject], use)')
        .evaluateAll((shapes) =>
          shapes
            .map((shape) => `${shape.getAttribute("data-subject")} ${getComputedStyle(shape).fill}`)
            .join("\n"),
        );
    const fillsBefore = await fills();
    const ids = await chooser(page)
      .locator("option")
      .evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value));
    expect(ids.length).toBeGreaterThanOrEqual(8);
    const [current] = [await chooser(page).inputValue()];
    for (const id of ids.filter((other) => other !== current)) {
      await chooser(page).selectOption(id);
      await expect.poll(() => new URL(page.url()).searchParams.get("i")).toBe(id);
      await expect.poll(() => headline(page).innerText()).not.toBe(before);
      expect(await page.getByRole("complementary", { name: m.legend }).innerText()).toMatch(/= 99/);
      expect(await fills()).not.toBe(fillsBefore);
      // The tab's title follows: it is what a bookmark and a shared link are called.
      const label = await page.getByRole("main").getAttribute("aria-label");
      expect(label).toBe(m.mapLabel((await page.title()).split(" – ")[0] ?? ""));
    }
    for (const _ of ids.slice(1)) await page.goBack();
    await expect.poll(() => headline(page).innerText()).toBe(before);
    await expect.poll(fills).toBe(fillsBefore);
    expect(complaints.filter((line) => !line.includes("WebGL"))).toEqual([]);
    await close();
  });

  test("anybody: a name without accents, by keyboard alone, opens what it names; an old unit leads to today's commune", async () => {
    const { page, complaints, close } = await visit(site, "");
    await live(page);
    await page.locator("#map-focus").focus();
    await page.keyboard.press("/");
    const field = page.getByRole("combobox", { name: s.field });
    await field.waitFor();
    await expect.poll(() => field.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.type("an lac");
    const options = page.getByRole("dialog").getByRole("option");
    await expect.poll(() => options.count()).toBeGreaterThan(3);
    expect(await options.first().getAttribute("aria-selected")).toBe("true");
    await page.keyboard.press("ArrowDown");
    expect(await field.getAttribute("aria-activedescendant")).toBe(await options.nth(1).getAttribute("id"));
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Enter");
    await expect.poll(() => headline(page).innerText()).toContain("An Lạc");
    const at = new URL(page.url()).searchParams;
    expect(at.get("c")).toBe(AN_LAC);
    // It has come into view, and the focus is back where it was.
    expect(at.get("m")).not.toBeNull();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("map-focus");

    await page.keyboard.press("/");
    await field.fill("xa que nham");
    await expect.poll(() => options.first().innerText()).toMatch(/Quế Nham[\s\S]*nay thuộc Đa Mai/);
    await field.fill("không có tên này");
    await page.getByText(s.none("không có tên này")).waitFor();
    expect(await options.count()).toBe(0);
    await page.getByText(/99 xã, phường, 200 thôn/).waitFor();
    // Once for the text, once for the dialog.
    await page.keyboard.press("Escape");
    expect(await field.inputValue()).toBe("");
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    expect(complaints.filter((line) => !line.includes("WebGL"))).toEqual([]);
    await close();
  });

  test("public: my commune by position, asked on the click; doubt is said, and so is a refusal", async () => {
    const asked = async (options: object, answer: RegExp | null) => {
      const { page, requested, close } = await visit(site, "", options);
      await live(page);
      await page.getByRole("button", { name: m.search, exact: true }).click();
      await page.getByRole("button", { name: s.mine }).click();
      if (answer !== null)
        await page.getByRole("dialog").getByRole("status").filter({ hasText: answer }).waitFor();
      else await expect.poll(() => new URL(page.url()).searchParams.get("c")).toBe(AN_LAC);
      const choices = await page.getByRole("dialog").getByRole("option").allInnerTexts();
      expect(requested.some((file) => /106[.,]9|21[.,]3/.test(file))).toBe(false);
      await close();
      return choices;
    };
    const at = (longitude: number, latitude: number, accuracy: number) => ({
      permissions: ["geolocation"],
      geolocation: { longitude, latitude, accuracy },
    });
    await asked(at(106.93, 21.33, 20), null);
    expect((await asked(at(106.93, 21.33, 9000), /9\s*km/)).join()).toContain("An Lạc");
    expect(await asked(at(105.85, 21.03, 20), /ở ngoài tỉnh/)).toEqual([]);
    expect(await asked({ permissions: [] }, /không cho biết|không xác định/)).toEqual([]);
  });

  test("planner: a late work is found from the list, its panel says what was planned and what was, and where that is written", async () => {
    const { page, close } = await visit(site, "");
    await live(page);
    const row = panel(page).locator(".works button").first();
    await row.click();
    await expect.poll(() => new URL(page.url()).searchParams.get("w")).not.toBeNull();
    await panel(page).getByText(p.dates).first().waitFor();
    await panel(page).getByText(p.owner).first().waitFor();
    const text = await panel(page).innerText();
    for (const word of [p.dates, m.planned, m.actual, m.totalInvestment, p.owner])
      expect(text).toContain(word);
    const summary = panel(page).locator("details.provenance summary").first();
    await summary.click();
    const card = panel(page).locator("details[open] .provenance__card").first();
    await card.waitFor();
    expect(await card.innerText()).toContain(m.licence);
    await page.keyboard.press("Escape");
    await card.waitFor({ state: "hidden" });
    expect(new URL(page.url()).searchParams.get("w")).not.toBeNull();
    await close();
  });

  test("leader: arrow keys walk from commune to commune, each is named in text, Enter opens it, Escape lets go", async () => {
    const { page, close } = await visit(site, `?c=${AN_LAC}`);
    await live(page);
    const names = communes().map(({ name }) => name);
    await page.locator("#map-focus").focus();
    await page.keyboard.press("ArrowLeft");
    const label = await page.locator("#map-focus").getAttribute("aria-label");
    const walked = names.find((name) => label?.includes(name) && name !== "An Lạc");
    expect(walked).toBeDefined();
    await expect
      .poll(async () => (await page.locator('[aria-live], [role="status"]').allInnerTexts()).join(" "))
      .toContain(walked);
    await page.keyboard.press("Enter");
    await expect.poll(() => headline(page).innerText()).toContain(walked);
    // One press of Tab leaves the map.
    await page.locator("#map-focus").focus();
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.id)).not.toBe("map-focus");
    await page.locator("#map-focus").focus();
    await page.keyboard.press("Escape");
    await expect.poll(() => new URL(page.url()).searchParams.get("c")).toBeNull();
    await close();
  });

  test("public: pointing at a commune names it, with its value; a click opens it, with works, money, hazard and poverty", async () => {
    const { page, complaints, close } = await visit(site, "");
    await live(page);
    const shape = page.locator(`[data-plane="communes"] [data-subject="commune:${AN_LAC}"]`).first();
    const point = await shape.evaluate((element) => {
      const path = element as SVGGraphicsElement;
      const box = path.getBBox();
      const matrix = path.getScreenCTM();
      // A place that is really inside: of a grid, the one farthest from the box's edge that hits this path on top.
      for (const fx of [0.5, 0.4, 0.6, 0.3, 0.7]) {
        for (const fy of [0.5, 0.4, 0.6, 0.3, 0.7]) {
          const at = new DOMPoint(box.x + box.width * fx, box.y + box.height * fy).matrixTransform(
            matrix ?? undefined,
          );
          if (document.elementFromPoint(at.x, at.y) === path) return { x: at.x, y: at.y };
        }
      }
      return null;
    });
    if (point === null) throw new Error("An Lạc is covered everywhere");
    await page.mouse.move(point.x, point.y);
    await expect.poll(() => page.locator(".map__tooltip").innerText()).toMatch(/An Lạc/);
    await page.mouse.click(point.x, point.y);
    await expect.poll(() => headline(page).innerText()).toContain("An Lạc");
    expect(new URL(page.url()).searchParams.get("c")).toBe(AN_LAC);
    await panel(page).getByText(situationMessages.vi.poverty).first().waitFor();
    const text = await panel(page).innerText();
    for (const word of [m.money, situationMessages.vi.hazard, situationMessages.vi.poverty, "km²"])
      expect(text).toContain(word);
    expect(complaints.filter((line) => !line.includes("WebGL"))).toEqual([]);
    await close();
  });

  test("public: on a phone the same, without scrolling sideways, and the sheet opens by a tap", async () => {
    const { page, close } = await visit(site, `?c=${AN_LAC}`, {
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
    });
    await live(page);
    expect(await page.getByText("An Lạc", { exact: false }).locator("visible=true").count()).toBeGreaterThan(
      0,
    );
    const handle = page.getByRole("button", { name: m.sheetHandle });
    const before = (await page.locator(".sheet").boundingBox())?.height ?? 0;
    await handle.tap();
    await expect
      .poll(async () => Math.abs(((await page.locator(".sheet").boundingBox())?.height ?? 0) - before))
      .toBeGreaterThan(100);
    await close();
  });

  test("on the map + in the tray = in the register, also after the day is changed", async () => {
    const { page, close } = await visit(site, "");
    await live(page);
    const account = async () => {
      const text = await page.locator(".tray__sum").innerText();
      const [onMap = 0, tray = 0, total = 0] = (text.match(/\d[\d.]*/g) ?? []).map((number) =>
        Number(number.replace(/\./g, "")),
      );
      return { onMap, tray, total };
    };
    const first = await account();
    expect(first.onMap + first.tray).toBe(first.total);
    expect(first.total).toBe(works().length);
    expect(first.tray).toBeGreaterThan(0);
    await page
      .getByRole("button", { name: new RegExp(`^${m.previousDate}`) })
      .first()
      .click();
    await expect.poll(() => new URL(page.url()).searchParams.get("d")).not.toBeNull();
    const second = await account();
    expect(second.onMap + second.tray).toBe(second.total);
    await close();
  });

  test("layers can be switched, the address follows, and the legend says what each is drawn from", async () => {
    const { page, close } = await visit(site, "");
    await live(page);
    const boxes = page.locator(".layer input[type=checkbox]:not([disabled])");
    const count = await boxes.count();
    expect(count).toBeGreaterThanOrEqual(4);
    const marks = () => page.locator(".map__drawing [data-subject]").count();
    const before = await marks();
    for (let index = 0; index < count; index++) await boxes.nth(index).click();
    await expect.poll(() => new URL(page.url()).searchParams.get("l")).not.toBeNull();
    expect(await marks()).not.toBe(before);
    expect((await page.locator(".layer__citation").allInnerTexts()).every((text) => text.trim() !== "")).toBe(
      true,
    );
    await close();
  });

  test("the theme can be chosen and is kept in the address", async () => {
    const { page, close } = await visit(site, "?t=light");
    await live(page);
    const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await background();
    await page.getByRole("button", { name: m.themeNow(m["theme.light"]) }).click();
    await expect.poll(() => new URL(page.url()).searchParams.get("t")).toBe("dark");
    await expect.poll(background).not.toBe(light);
    await close();
  });

  test("the copied link reopens exactly this", async () => {
    const { page, close } = await visit(site, "", { permissions: ["clipboard-read", "clipboard-write"] });
    await live(page);
    await chooser(page).selectOption("population-density");
    await page.locator("#map-focus").focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    await expect.poll(() => new URL(page.url()).searchParams.get("c")).not.toBeNull();
    await page.getByRole("button", { name: m.copyLink }).click();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    const name = await headline(page).innerText();
    await page.goto(link);
    await live(page);
    expect(await headline(page).innerText()).toBe(name);
    expect(await chooser(page).inputValue()).toBe("population-density");
    await close();
  });

  test.each([
    ["work", () => `?w=${works()[0]?.workId}`, () => works()[0]?.name],
    [
      "work known by commune only",
      () => `?w=${works().find(({ locationClass }) => locationClass === "commune")?.workId}`,
      () => works().find(({ locationClass }) => locationClass === "commune")?.name,
    ],
    [
      "work nobody can place",
      () => `?w=${works().find(({ locationClass }) => locationClass === "unknown")?.workId}`,
      () => works().find(({ locationClass }) => locationClass === "unknown")?.name,
    ],
    ["village", () => `?v=${villages()[0]?.villageId}`, () => villages()[0]?.name],
    ["zone", () => `?z=${zones()[0]?.zoneId}`, () => p.selectedZone],
  ])("a link to a %s opens its panel and keeps its address", async (_, link, name) => {
    const { page, complaints, close } = await visit(site, link());
    await live(page);
    await expect.poll(() => panel(page).innerText()).toContain(name());
    expect(new URL(page.url()).search).toBe(link());
    expect(complaints.filter((line) => !line.includes("WebGL"))).toEqual([]);
    await close();
  });

  test("a mangled link opens what it can and says what it dropped", async () => {
    const { page, complaints, close } = await visit(
      site,
      "?i=population-density&c=99999&d=2026-02-30&m=21.3,1x,9&%E0%A4%A=1&utm_source=zalo",
    );
    await live(page);
    expect(await chooser(page).inputValue()).toBe("population-density");
    const notice = page.locator(".notice", { hasText: droppedLinkMessages.vi.title });
    const text = await notice.innerText();
    expect(text).toContain("99999");
    expect(text).toContain("2026-02-30");
    expect(text).not.toContain("zalo");
    await notice.getByRole("button").click();
    await notice.waitFor({ state: "detached" });
    expect(complaints.filter((line) => !line.includes("WebGL"))).toEqual([]);
    await close();
  });
});

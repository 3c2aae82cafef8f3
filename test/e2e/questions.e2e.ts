import { readFileSync } from "node:fs";
import type { Download, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { QUESTION_EXAMPLES } from "@/domain/questionExamples";
import { LOCALES } from "@/i18n/locale";
import { messagesFor } from "@/i18n/messages";
import { drawMessages } from "@/i18n/messages/draw";
import { questionMessages } from "@/i18n/messages/questions";
import { uploadsMessages } from "@/i18n/messages/uploads";
import { writeQuestion } from "@/state/questionText";
import { axeProblems } from "./axe";
import { openSite, type Site, visit } from "./site";

const m = messagesFor("vi").explore;
const q = questionMessages.vi;
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 };
const linkOf = (id: (typeof QUESTION_EXAMPLES)[number]["id"]) =>
  `?a=${encodeURIComponent(writeQuestion(QUESTION_EXAMPLES.find((example) => example.id === id)!.question))}`;

const live = (page: Page) => page.locator("[data-prerendered]").waitFor({ state: "detached" });
const panel = (page: Page) => page.locator(".panel--right");
const counts = (page: Page) => page.locator(".ask__counts").innerText();
/** The answer of the question in the address, once it is there. */
const answered = async (page: Page) => {
  await page.locator('.ask__answer[data-state="answered"] .ask__counts').waitFor();
  return counts(page);
};
const asked = (page: Page) => new URL(page.url()).searchParams.get("a");
const builder = async (page: Page) => {
  const part = panel(page).getByText(q.builder, { exact: true });
  if (!(await page.locator(".ask__builder").isVisible())) await part.click();
};
const textOf = async (download: Download) => readFileSync(await download.path(), "utf8");

const AREA = JSON.stringify({
  type: "FeatureCollection",
  features: [
    {
      type: "Feature",
      properties: { name: "Khu thử" },
      geometry: {
        type: "Polygon",
        coordinates: [
          [
            [106.7, 21.2],
            [107, 21.2],
            [107, 21.5],
            [106.7, 21.5],
            [106.7, 21.2],
          ],
        ],
      },
    },
    { type: "Feature", properties: {}, geometry: null },
  ],
});
const file = (name: string, content: string | Buffer) => ({
  name,
  mimeType: "application/geo+json",
  buffer: Buffer.from(content as string),
});

describe.each([
  ["with WebGL", []],
  ["without WebGL", ["--disable-3d-apis"]],
] as const)("spatial questions, %s", (_, args) => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite({ args, prefix: "/a/b/" });
  });
  afterAll(() => site.close());

  test("a planner picks a ready question, reads the answer, opens a work and comes back to it", async () => {
    const { page, complaints, close } = await visit(site, "");
    await live(page);
    await page.getByRole("button", { name: m.questions }).filter({ visible: true }).click();
    await answered(page);
    await panel(page).getByRole("button", { name: q["example.worksNearHighRisk"] }).click();
    const said = await answered(page);
    const numbers = said.match(/\d+/g)?.map(Number) ?? [];
    expect(numbers.reduce((sum, value) => sum + value, 0)).toBe(117);
    // Every yes has a mark, and the groups say as many as the counts.
    await page.locator(".answer-marks .answer-mark--yes").first().waitFor({ state: "attached" });
    await panel(page)
      .locator("summary", { hasText: q["group.yes"](String(numbers[0])) })
      .waitFor();
    await panel(page)
      .locator("summary", { hasText: q["group.unknown"](String(numbers[2])) })
      .waitFor();
    expect(await panel(page).getByText(q.settles).count()).toBeGreaterThan(0);
    const [first] = await panel(page).locator("#answer-yes .ask__open").all();
    const name = await first!.innerText();
    await first!.click();
    await panel(page).getByRole("heading", { name }).waitFor();
    // Looked at one of them, the marks of all stay.
    expect(await page.locator(".answer-marks .answer-mark--yes").count()).toBeGreaterThan(0);
    await page.goBack();
    expect(await counts(page)).toBe(said);
    expect(complaints.filter((line) => !line.includes("WebGL"))).toEqual([]);
    await close();
  });

  test("the nearest to a place pointed at on the map", async () => {
    const { page, close } = await visit(site, linkOf("nearestWorks"));
    await live(page);
    await answered(page);
    const before = asked(page);
    await builder(page);
    await panel(page).getByRole("button", { name: q["draw.point"], exact: true }).click();
    const box = await page.locator(".map__surface").boundingBox();
    await page.getByText(drawMessages.vi.cancel, { exact: true }).waitFor();
    await page.mouse.click(box!.x + box!.width * 0.6, box!.y + box!.height * 0.6);
    await page.waitForFunction((was) => !location.search.includes(was), encodeURIComponent(before!));
    expect(asked(page)).toMatch(/~ne3!d:pt:106\.\d+,21\.\d+/);
    expect(await answered(page)).toMatch(/^3 có/);
    await close();
  });
});

describe("an answer", () => {
  let site: Site;
  beforeAll(async () => {
    // Without WebGL, which takes half the time of every page here and has nothing to do with answers.
    site = await openSite({ args: ["--disable-3d-apis"] });
  });
  afterAll(() => site.close());

  test("the same link gives the same answer, and says so when the data are others", async () => {
    const link = linkOf("poorVillagesFarFromSchool");
    const one = await visit(site, link);
    await live(one.page);
    const said = await answered(one.page);
    await one.close();
    const other = await visit(site, `${link}&h=00000000`);
    await live(other.page);
    expect(await answered(other.page)).toBe(said);
    await panel(other.page).getByText(q.changedShort).waitFor();
    await other.close();
  });

  test("by keyboard alone: distance, target, a drawn area; every answer is said", async () => {
    const { page, complaints, close } = await visit(site, linkOf("worksNearHighRisk"));
    await live(page);
    const before = await answered(page);
    await panel(page).getByText(q.builder, { exact: true }).focus();
    await page.keyboard.press("Enter");
    const metres = page.getByLabel(q.metres);
    await metres.focus();
    await metres.press("Control+a");
    await page.keyboard.type("3000");
    await page.waitForFunction(() => location.search.includes("wi3000"));
    const after = await answered(page);
    expect(Number.parseInt(after, 10)).toBeGreaterThan(Number.parseInt(before, 10));
    // Half a number changes nothing and is said.
    await metres.press("Control+a");
    await page.keyboard.type("0");
    await panel(page).getByText(q.numberBetween("1", "50.000")).waitFor();
    expect(asked(page)).toContain("wi3000");
    await page.getByRole("combobox", { name: q.target, exact: true }).focus();
    await page.keyboard.type(q["target.drawn"].slice(0, 3));
    await page.waitForFunction(() => location.search.includes("d:ci:"));
    await panel(page).getByRole("button", { name: q["draw.polygon"], exact: true }).focus();
    await page.keyboard.press("Enter");
    await page.getByText(drawMessages.vi.cancel, { exact: true }).waitFor();
    for (const key of ["Enter", "Shift+ArrowRight", "Enter", "Shift+ArrowDown", "Enter", "f"])
      await page.keyboard.press(key);
    await page.waitForFunction(() => location.search.includes("d:pg:"));
    await answered(page);
    const said = () => page.locator("[aria-live]").allInnerTexts();
    await expect.poll(async () => (await said()).join(" ").includes(await counts(page))).toBe(true);
    expect(complaints.filter((line) => !line.includes("WebGL"))).toEqual([]);
    await close();
  });

  test("a file of the reader's stays here, is named in the link, and is asked for by it", async () => {
    const { page, requested, complaints, close } = await visit(site, linkOf("worksNearHighRisk"));
    await live(page);
    const before = await answered(page);
    await builder(page);
    await page.getByRole("combobox", { name: q.target, exact: true }).selectOption("layer");
    const input = page.getByLabel(q.fileField);
    await input.setInputFiles(file("lop.geojson", Buffer.from([0x50, 0x4b, 3, 4, 1, 2, 3])));
    await panel(page).getByText(q.fileRefused).waitFor();
    await panel(page).getByText(uploadsMessages.vi.archive("ZIP")).waitFor();
    await input.setInputFiles(file("khu vực.geojson", AREA));
    await panel(page)
      .getByText(q.fileRead("khu vực.geojson", "1", "2"))
      .waitFor();
    await panel(page)
      .getByText(uploadsMessages.vi["null-geometry"]("", uploadsMessages.vi.feature("2")))
      .waitFor();
    await page.waitForFunction(() => /f:[1-9a-f][0-9a-f]{15}:/.test(decodeURIComponent(location.search)));
    const said = await answered(page);
    expect(said).not.toBe(before);
    await page.locator(".layer-marks").waitFor({ state: "attached" });
    expect(requested.filter((path) => path.includes("khu"))).toEqual([]);
    expect(complaints.filter((line) => !line.includes("WebGL"))).toEqual([]);
    const link = new URL(page.url()).search;
    await close();
    const again = await visit(site, link);
    await live(again.page);
    expect(await answered(again.page)).toMatch(/^0 có · 0 không/);
    await builder(again.page);
    await panel(again.page).getByText(q.fileWanted("khu vực.geojson")).waitFor();
    await again.page.getByLabel(q.fileField).setInputFiles(file("khu vực.geojson", AREA));
    await again.page.waitForFunction(
      (text) => document.querySelector(".ask__counts")?.textContent === text,
      said,
    );
    await again.close();
  });

  test("leaves as a file with its question, parameters and method", async () => {
    const { page, close } = await visit(site, linkOf("communesUnderHighRisk"));
    await live(page);
    await answered(page);
    for (const format of ["csv-semicolon", "geojson", "xlsx"]) {
      await page.getByLabel(q.files).selectOption(format);
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        panel(page).locator(".ask__save button").click(),
      ]);
      expect(download.suggestedFilename()).toMatch(/^ct22-cau-hoi-2028-09-30-minh-hoa\.(csv|geojson|xlsx)$/);
      if (format === "xlsx") continue;
      const text = await textOf(download);
      expect(text).toContain("c~to!z:high,very-high");
      expect(text).toContain("Xã, phường nằm trong hoặc giao với vùng nguy cơ sạt lở cao trở lên");
      expect(text).toContain("Kleene");
    }
    await close();
  });

  test("is gone on with, as subject and as scope, and back leads to the question before", async () => {
    const { page, close } = await visit(site, linkOf("worksNearHighRisk"));
    await live(page);
    const before = await answered(page);
    const yes = Number.parseInt(before, 10);
    await panel(page).getByRole("button", { name: q.asSubject }).click();
    await page.waitForFunction(() => location.search.includes("~b.y.s~"));
    const numbers = ((await answered(page)).match(/\d+/g) ?? []).map(Number);
    expect(numbers.reduce((sum, value) => sum + value, 0)).toBe(yes);
    await page.goBack();
    await page.waitForFunction(() => !location.search.includes("~b."));
    await page.waitForFunction(
      (text) => document.querySelector(".ask__counts")?.textContent === text,
      before,
    );
    await close();
  });

  test("to a question file is that of the question, and another file changes nothing", async () => {
    const { page, close } = await visit(site, linkOf("sameSectorNear"));
    await live(page);
    const before = await answered(page);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      panel(page).getByRole("button", { name: q.file }).click(),
    ]);
    const saved = await textOf(download);
    const other = await visit(site, linkOf("nearestWorks"));
    await live(other.page);
    await answered(other.page);
    const input = other.page.getByLabel(q.openQuestion);
    await input.setInputFiles({ name: "a.json", mimeType: "application/json", buffer: Buffer.from("{}") });
    await panel(other.page).getByText(q.notAQuestion).waitFor();
    await input.setInputFiles({ name: "q.json", mimeType: "application/json", buffer: Buffer.from(saved) });
    await other.page.waitForFunction(
      (text) => document.querySelector(".ask__counts")?.textContent === text,
      before,
    );
    // One that no link could hold is asked all the same, and says how it is handed on.
    const corners = Array.from({ length: 300 }, (_, corner) => {
      const turn = (2 * Math.PI * corner) / 300;
      return `${(106.8 + 0.1 * Math.cos(turn)).toFixed(5)},${(21.3 + 0.1 * Math.sin(turn)).toFixed(5)}`;
    });
    const long = JSON.stringify({ ...JSON.parse(saved), question: `w~to!d:pg:${corners.join(",")}` });
    await input.setInputFiles({ name: "q.json", mimeType: "application/json", buffer: Buffer.from(long) });
    await panel(other.page).getByText(q.tooLong("4.000")).waitFor();
    expect(await answered(other.page)).not.toBe(before);
    expect(asked(other.page)).toBeNull();
    expect(other.page.url().length).toBeLessThan(4000);
    await other.close();
    await close();
  });

  test("is not invented for a link that cannot be read, nor for boundaries that are missing", async () => {
    const broken = await visit(site, "?a=w~wi500!z:roads");
    await live(broken.page);
    await panel(broken.page).getByText(q.notUnderstood).waitFor();
    expect(await broken.page.locator(".ask__counts").count()).toBe(0);
    await broken.close();
    const bare = await visit(site, linkOf("communesUnderHighRisk"), {
      prepare: (page) => page.route(/communes-15m/, (route) => route.abort()),
    });
    await live(bare.page);
    await answered(bare.page);
    await panel(bare.page).getByText(q.coarse).waitFor();
    await bare.close();
  });

  test("takes no task over 50 ms of the page's time", async () => {
    const { page, close } = await visit(site, "");
    await live(page);
    await page.getByRole("button", { name: m.questions }).filter({ visible: true }).click();
    await answered(page);
    await page.waitForTimeout(1500);
    const long = await page.evaluate(async (count) => {
      const tasks: number[] = [];
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) tasks.push(Math.round(duration));
      }).observe({ entryTypes: ["longtask"] });
      for (let at = 0; at < count; at++) {
        document.querySelectorAll<HTMLButtonElement>(".ask__example")[at]?.click();
        await new Promise((resolve) => setTimeout(resolve, 250));
      }
      return tasks;
    }, 6);
    // Printed, and held against what no machine may do: a busy one is slow, not wrong.
    console.log("long tasks of six questions, ms:", long);
    expect(long.filter((ms) => ms > 500)).toEqual([]);
    await close();
  });

  test.each(LOCALES.flatMap((locale) => [[locale, "wide"] as const, [locale, "phone"] as const]))(
    "has no accessibility problem, %s %s",
    async (locale, width) => {
      const { page, close } = await visit(
        site,
        `${locale === "vi" ? "" : "en/"}${linkOf("riskVillagesWithoutWork")}`,
        {
          bypassCSP: true,
          ...(width === "phone" ? PHONE : {}),
        },
      );
      await live(page);
      await answered(page);
      await panel(page).getByText(questionMessages[locale].builder, { exact: true }).click();
      expect(await axeProblems(page)).toEqual([]);
      // Nothing is wider than the screen.
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0);
      await close();
    },
  );
});

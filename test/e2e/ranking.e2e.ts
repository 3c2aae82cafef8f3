import { readFileSync } from "node:fs";
import path from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { takeSnapshot } from "@/analysis/takeSnapshot";
import { parseRegister } from "@/datasets";
import { isoDate } from "@/domain/date";
import { loadMessages } from "@/i18n/messages";
import { comparePairsMessages } from "@/i18n/messages/comparePairs";
import { compareRankingMessages } from "@/i18n/messages/compareRanking";
import { physicalProgress } from "@/indicators/physicalProgress";
import { valueText } from "@/views/explore/valueText";
import { axeProblems } from "./axe";
import { DIST, openSite, type Site, visit } from "./site";

const m = compareRankingMessages.vi;
const p = comparePairsMessages.vi;
const TARGET = "so-sanh/";
/** The sections below the answer are here and alive: their code has taken the place of what the build wrote. */
const live = async (page: Page) => {
  await page.locator("[data-prerendered]").waitFor({ state: "detached" });
  await page.waitForFunction(() => {
    const select = document.querySelector("#xep-hang select");
    return select !== null && Object.keys(select).some((key) => key.startsWith("__reactProps"));
  });
};
const param = (page: Page, key: string) => new URL(page.url()).searchParams.get(key);

describe("ranking, multiples and pairs on the page of comparisons", () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite({ args: ["--disable-3d-apis"] });
  });
  afterAll(() => site.close());

  test("leader: another indicator and other peers by keyboard change table and address, and back undoes it", async () => {
    const { page, complaints, close } = await visit(site, TARGET);
    await live(page);
    const heading = page.locator("#xep-hang h2");
    const before = await heading.innerText();
    await page.locator("#xep-hang").getByRole("combobox", { name: m.indicator }).focus();
    await page.keyboard.press("ArrowDown");
    await expect.poll(() => param(page, "i")).not.toBeNull();
    expect(await heading.innerText()).not.toBe(before);
    await page.getByRole("radio", { name: m["peers.19"] }).focus();
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => param(page, "p")).toBe("all");
    await page.getByLabel(m.neighbours).selectOption("07654");
    await expect.poll(() => param(page, "p")).toBe("07654");
    await page.goBack();
    await page.goBack();
    await page.goBack();
    await expect.poll(() => heading.innerText()).toBe(before);
    expect(complaints).toEqual([]);
    await close();
  });

  test("planner: the file of a ranking holds the rows of the page", async () => {
    const { page, complaints, close } = await visit(site, TARGET);
    await live(page);
    const names = await page.locator("#xep-hang .ranking tbody tr:not(.ranking__band) th").allInnerTexts();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.locator("#xep-hang").getByRole("button", { name: "CSV" }).click(),
    ]);
    const lines = readFileSync(await download.path(), "utf8")
      .split("\r\n")
      .slice(1);
    expect(lines.slice(0, names.length).map((line) => line.split(";")[2])).toEqual(names);
    expect(download.suggestedFilename()).toContain("minh-hoa");
    await page.getByText(m.saved(download.suggestedFilename())).waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  test("planner: by sector each map has its works, and the numbers are in the table", async () => {
    const { page, complaints, close } = await visit(site, TARGET);
    await live(page);
    const maps = page.locator("#bieu-do-nho .commune-map");
    await expect.poll(() => maps.count()).toBe(5);
    await page.getByRole("radio", { name: m["by.sector"] }).check();
    await expect.poll(() => maps.count()).toBe(6);
    expect(param(page, "k")).toBe("sector");
    await page.locator("#bieu-do-nho summary").click();
    expect(await page.locator("#bieu-do-nho tbody tr").count()).toBe(19);
    expect(complaints).toEqual([]);
    await close();
  });

  test("leader: two communes are chosen and swapped, the link keeps them", async () => {
    const { page, complaints, close } = await visit(site, TARGET);
    await live(page);
    await page.getByLabel(p.first).selectOption("07654");
    await page.getByLabel(p.second).selectOption("07621");
    await expect.poll(() => param(page, "x")).toBe("07654,07621");
    await page.getByRole("button", { name: p.swap }).click();
    await expect.poll(() => param(page, "x")).toBe("07621,07654");
    await page.reload();
    await live(page);
    expect(await page.locator("#hai-xa thead a").allInnerTexts()).toEqual(["Xã Vân Sơn", "Xã An Lạc"]);
    expect(complaints).toEqual([]);
    await close();
  });

  test("leader: two communes by keyboard alone, and back undoes it; neither can be chosen twice", async () => {
    const { page, complaints, close } = await visit(site, `${TARGET}?x=07654,07621`);
    await live(page);
    const heads = () => page.locator("#hai-xa thead a").allInnerTexts();
    const second = page.getByLabel(p.second);
    await second.focus();
    await page.keyboard.press("ArrowUp");
    await expect.poll(async () => (await heads())[1]).not.toBe("Xã Vân Sơn");
    expect((await heads())[0]).toBe("Xã An Lạc");
    const chosen = await second.locator("option:checked").innerText();
    expect((await heads())[1]).toContain(chosen);
    expect(await second.locator("option", { hasText: /^An Lạc$/ }).isDisabled()).toBe(true);
    // The numbers are those of the communes that are named.
    const density = await page
      .locator("#hai-xa tbody tr", { hasText: "Mật độ" })
      .locator(".strong")
      .allInnerTexts();
    expect(density).toHaveLength(2);
    await page.goBack();
    await expect.poll(heads).toEqual(["Xã An Lạc", "Xã Vân Sơn"]);
    expect(complaints).toEqual([]);
    await close();
  });

  test("leader: two days show what was known on each, and their difference, commune by commune", async () => {
    const days = ["2026-12-31", "2027-12-31"].map(isoDate);
    const { page, complaints, close } = await visit(
      site,
      `${TARGET}?d=${days[1]}&f=${days[0]}&i=physical-progress&p=19`,
    );
    await live(page);
    const section = page.locator("#hai-ky");
    await section.locator("summary").click();
    const shown = await section
      .locator("tbody tr")
      .evaluateAll((rows) =>
        rows.map((row) => [...row.children].map((cell) => (cell.textContent ?? "").trim())),
      );
    const { register } = await parseRegister(async (file) =>
      readFileSync(path.join(DIST, "data", file), "utf8"),
    );
    const messages = await loadMessages("vi");
    const [before, now] = days.map((day) => takeSnapshot(register, day));
    if (before === undefined || now === undefined) throw new Error("two days");
    const wanted = register.communes
      .filter(({ code }) => now.statuses.has(code))
      .map(({ code, name }) => [
        name,
        ...[before, now].map((on) =>
          valueText(messages, physicalProgress, physicalProgress.measure(on, code)),
        ),
      ]);
    expect(shown.map((cells) => cells.slice(0, 3))).toEqual(wanted);
    expect(shown).toHaveLength(19);
    // Where both days have a number there is a difference with its sign, elsewhere none.
    for (const [, from = "", to = "", difference = ""] of shown) {
      const [a, b] = [from, to].map((text) => Number.parseFloat(text.replace(",", ".")));
      if (a === undefined || b === undefined || Number.isNaN(a) || Number.isNaN(b))
        expect(difference).not.toMatch(/\d/);
      else if (Math.abs(b - a) > 0.1) expect(difference.startsWith(b > a ? "+" : "−")).toBe(true);
    }
    expect(complaints).toEqual([]);
    await close();
  });

  test("the sections below the answer are as they were built until their code is here, and stay so without it", async () => {
    const { page, close } = await visit(site, TARGET, {
      prepare: (opened) => opened.route(/assets\/(Ranking|SmallMultiples|Two)/, (route) => route.abort()),
    });
    await page.locator("[data-prerendered]").waitFor({ state: "detached" });
    expect(await page.locator("#xep-hang .ranking tbody tr").count()).toBeGreaterThan(16);
    expect(await page.locator("#bieu-do-nho .commune-map").count()).toBe(5);
    await close();
  });

  test.each([
    ["vi", "light", 1440],
    ["en", "dark", 390],
  ] as const)("axe: %s, %s, %d px, and nothing wider than the screen", async (locale, theme, width) => {
    const { page, complaints, close } = await visit(
      site,
      `${locale === "en" ? "en/" : ""}${TARGET}?k=sector&p=all&i=poverty`,
      {
        bypassCSP: true,
        colorScheme: theme,
        viewport: { width, height: 844 },
      },
    );
    await live(page);
    await page.evaluate(() => {
      for (const details of document.querySelectorAll("main details"))
        (details as HTMLDetailsElement).open = true;
    });
    expect(await axeProblems(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    expect(complaints).toEqual([]);
    await close();
  });
});

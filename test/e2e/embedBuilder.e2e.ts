import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { LOCALES } from "@/i18n/locale";
import { embedMessages } from "@/i18n/messages/embed";
import { embedBuilderMessages } from "@/i18n/messages/embedBuilder";
import { RENDERER_VERSION } from "@/scene/rendererVersion";
import { axeProblems } from "./axe";
import { DIST, openSite, PREFIXES, readArtifact, type Site, visit } from "./site";

const m = embedBuilderMessages.vi;
const { releases } = readArtifact<{ releases: { release: string; packs: string[] }[] }>(DIST, "r/index.json");
const release = releases.find(({ packs }) => packs.includes("illustrative"))?.release ?? "";

describe.each(PREFIXES)("the builder of embeds under %s", (prefix) => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite({ prefix, args: ["--disable-3d-apis"] });
  });
  afterAll(() => site.close());

  test("without scripts every prepared map is a link that leads somewhere", async () => {
    const { page, complaints, close } = await visit(site, "nhung/", { javaScriptEnabled: false });
    expect(await page.locator("select:visible, iframe").count()).toBe(0);
    expect(await page.getByText(m.needsScript).isVisible()).toBe(true);
    const links = await page
      .locator("main a")
      .evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href));
    expect(new Set(links).size).toBe(2 * 10 + 99);
    for (const link of [links[0], links[3], links.at(-1)])
      expect((await page.request.get(link ?? "")).status()).toBe(200);
    expect(complaints).toEqual([]);
    await close();
  });

  test("choosing by keyboard changes preview and code together; the code is copied", async () => {
    const { page, complaints, close } = await visit(site, "nhung/", {
      permissions: ["clipboard-read", "clipboard-write"],
    });
    const choose = async (label: string, option: string) => {
      const select = page.getByRole("combobox", { name: label, exact: true });
      await select.focus();
      await page.keyboard.type(option);
      return select;
    };
    await page.locator("iframe").waitFor();
    await choose(m.indicator, "Nghèo đa chiều");
    const place = page.getByRole("combobox", { name: m.place, exact: true });
    await place.focus();
    await page.keyboard.press("ArrowDown");
    await expect.poll(() => page.locator("iframe").getAttribute("src")).toContain("nhung/poverty-19/");
    await choose(m.selected, "Xã An Lạc");
    await expect
      .poll(() => page.locator("iframe").getAttribute("src"))
      .toContain("nhung/poverty-19/?c=07654");
    const own = page.frameLocator("iframe");
    expect(await own.locator("tr.is-chosen").getAttribute("data-id")).toBe("07654");
    for (const px of [320, 640, 1024]) {
      await page.getByRole("button", { name: m.width(px) }).click();
      await expect.poll(() => own.locator("html").evaluate(() => innerWidth)).toBe(px);
      // The frame is as high as what is in it: nothing is cut, nothing scrolls.
      await expect
        .poll(() =>
          own
            .locator("html")
            .evaluate((root) => Math.abs(innerHeight - Math.ceil(root.getBoundingClientRect().height))),
        )
        .toBeLessThanOrEqual(1);
    }
    const code = page.getByLabel(m.codeLabel(m["code.iframe"]));
    const text = await code.inputValue();
    expect(text).toContain(`src="${site.server.url}nhung/poverty-19/?c=07654"`);
    for (const part of [
      'loading="lazy"',
      'sandbox="allow-scripts allow-popups"',
      'title="19 xã đặc biệt khó khăn',
    ])
      expect(text).toContain(part);
    await page.getByRole("button", { name: m.copyButton }).click();
    await page.getByText(m.copied).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(text);
    await page.getByRole("button", { name: m["code.auto"] }).click();
    expect(await page.getByLabel(m.codeLabel(m["code.auto"])).inputValue()).toContain(
      `<script src="${site.server.url}nhung/chieu-cao.js" async></script>`,
    );
    // A marked commune has no picture; without it there is one, and it is there.
    await page.getByRole("button", { name: m["code.image"] }).click();
    await page.getByText(m.noImage).waitFor();
    await page.getByRole("combobox", { name: m.selected, exact: true }).selectOption("");
    const image = await page.getByLabel(m.codeLabel(m["code.image"])).inputValue();
    const address = /<img src="([^"]+)"/.exec(image)?.[1] ?? "";
    const answer = await page.request.get(address);
    expect([answer.status(), answer.headers()["content-type"]]).toEqual([200, "image/png"]);
    expect(complaints).toEqual([]);
    await close();
  });

  test("a frozen map reads its release and nothing else, and says so", async () => {
    const { page, complaints, requested, close } = await visit(site, "nhung/");
    await page.locator("iframe").waitFor();
    await page.getByRole("combobox", { name: m.version, exact: true }).selectOption(release);
    await expect.poll(() => page.locator("iframe").getAttribute("src")).toContain(`embed.html?f=${release}`);
    const own = page.frameLocator("iframe");
    await expect.poll(() => own.locator("tbody tr").count()).toBe(99);
    await expect
      .poll(() => own.locator(".embed__foot").innerText())
      .toContain(embedMessages.vi.releaseFrozen(release, RENDERER_VERSION));
    requested.length = 0;
    const frozen = await visit(site, `embed.html?f=${release}&i=works-late`, {
      viewport: { width: 640, height: 600 },
    });
    await expect.poll(() => frozen.page.locator(".embed__foot").innerText()).toContain(release);
    await expect.poll(() => frozen.page.locator("h1").innerText()).toContain("chậm");
    const data = frozen.requested.filter((file) => file.startsWith("data/"));
    expect(data.length).toBeGreaterThan(5);
    expect(data.filter((file) => !file.startsWith("data/r/"))).toEqual([]);
    await frozen.close();
    expect(complaints).toEqual([]);
    await close();
  });
});

describe("the builder for every eye", () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite({ args: ["--disable-3d-apis"] });
  });
  afterAll(() => site.close());

  test.each(LOCALES.flatMap((locale) => [320, 1280].map((width) => [locale, width] as const)))(
    "%s, %i px: accessible, nothing wider than the screen",
    async (locale, width) => {
      const { page, close } = await visit(site, `${locale === "en" ? "en/" : ""}nhung/`, {
        viewport: { width, height: 844 },
        colorScheme: locale === "en" ? "dark" : "light",
        bypassCSP: true,
      });
      await page.locator("iframe").waitFor();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      expect(await axeProblems(page)).toEqual([]);
      await close();
    },
  );

  test("when the lists cannot be loaded the prepared maps are still offered", async () => {
    const { page, close } = await visit(site, "nhung/", {
      prepare: (page) => page.route("**/data/communes.json", (route) => route.abort()),
    });
    await expect.poll(() => page.locator(".builder__form").count()).toBe(0);
    expect(await page.locator("main a[href*='xa-07654']").isVisible()).toBe(true);
    await close();
  });
});

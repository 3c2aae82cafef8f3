import { readFileSync } from "node:fs";
import path from "node:path";
import type { Download, Page } from "playwright-core";
import { PNG } from "pngjs";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { takeSnapshot } from "@/analysis/takeSnapshot";
import { loadMapData } from "@/datasets";
import { isIsoDate } from "@/domain/date";
import type { Locale } from "@/i18n/locale";
import { pageMessages } from "@/i18n/messages/page";
import { CommuneMap } from "@/views/compare/maps/CommuneMap";
import { frameOf, sheetOf } from "@/views/compare/maps/mapSheet";
import { ReadingPageProvider } from "@/views/page/context";
import { PageFigure } from "@/views/page/PageFigure";
import { readingPage } from "@/views/page/readingPage";
import { DIST, openSite, type Site, visit } from "./site";

const TITLE = "Dân số & mật độ “thử” <99 xã>";
const NOTE = "Người trên km², một thang cho mọi ô";

/** A figure of the site's own parts: a map whose shapes lie outside it, a key in HTML, colours of style sheets. */
async function figureMarkup(locale: Locale): Promise<string> {
  const data = await loadMapData(async (file) => readFileSync(path.join(DIST, "data", file), "utf8"));
  const { communes } = data.register;
  const asOf = data.manifest?.recordingDates.filter(isIsoDate).at(-1);
  if (asOf === undefined) throw new Error("the data has no day");
  const page = readingPage({ locale, path: "so-sanh/" }, "compare", takeSnapshot(data.register, asOf), data);
  const sheet = sheetOf(communes);
  const fills = new Map(
    communes.map(({ code }, index) => [
      code,
      index % 7 === 6
        ? ({ pattern: "blank", blank: "no-data" } as const)
        : ({ color: `progress-${(index % 5) as 0 | 1 | 2 | 3 | 4}` } as const),
    ]),
  );
  const drawing = createElement(
    "div",
    { className: "figure__drawing" },
    createElement(CommuneMap, {
      communes,
      fills,
      frame: frameOf(sheet, communes),
      width: 560,
      label: "Bản đồ thử",
    }),
    createElement("p", { className: "figure__note" }, "Ký hiệu: xã đặc biệt khó khăn"),
  );
  return renderToStaticMarkup(
    createElement(
      ReadingPageProvider,
      { value: page },
      createElement(PageFigure, {
        id: "thu",
        title: TITLE,
        note: NOTE,
        kind: "illustrative",
        sourceIds: data.register.sources.slice(0, 2).map(({ sourceId }) => sourceId),
        // biome-ignore lint/correctness/noChildrenProp: the children are asked for by the type
        children: drawing,
      }),
    ),
  );
}

/** Puts the figure into the page of comparisons, outside what its script redraws. */
async function withFigure(page: Page, figure: string): Promise<void> {
  await page.route("**/so-sanh/", async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace('<div id="root">', () => `${figure}<div id="root">`);
    await route.fulfill({ response, body });
  });
}

async function bytesOf(download: Download): Promise<Buffer> {
  return readFileSync(await download.path());
}

describe("a figure saved as a file", () => {
  let site: Site;
  let figure: string;
  beforeAll(async () => {
    site = await openSite();
    figure = await figureMarkup("vi");
  });
  afterAll(() => site.close());

  const save = async (page: Page, format: "png" | "svg") => {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.locator(`[data-save=${format}]`).click(),
    ]);
    return { name: download.suggestedFilename(), bytes: await bytesOf(download) };
  };

  test("as SVG it stands alone: title, band, sources, shapes, fonts, light colours, nothing of the page", async () => {
    const { page, complaints, close } = await visit(site, "so-sanh/", {
      colorScheme: "dark",
      acceptDownloads: true,
      prepare: (opened) => withFigure(opened, figure),
    });
    const { name, bytes } = await save(page, "svg");
    expect(name).toBe("so-sanh-thu.svg");
    await page.getByText(pageMessages.vi.saved(name)).waitFor();
    const text = bytes.toString("utf8");
    const blank = await site.browser.newPage();
    const read = await blank.evaluate((svg) => {
      const parsed = new DOMParser().parseFromString(svg, "image/svg+xml");
      const every = [...parsed.querySelectorAll("*")];
      return {
        fault: parsed.querySelector("parsererror")?.textContent ?? null,
        title: parsed.querySelector("title")?.textContent,
        texts: [...parsed.querySelectorAll("text")].map((one) => one.textContent).join(" "),
        dangling: every
          .flatMap((one) => [...one.attributes].filter(({ value }) => value.startsWith("#")))
          .filter(({ name: attribute }) => attribute === "href")
          .filter(({ value }) => parsed.getElementById(value.slice(1)) === null).length,
        uses: parsed.querySelectorAll("use").length,
        shapes: parsed.querySelectorAll("defs > path[id^=shape-]").length,
        fonts: parsed.querySelector("style")?.textContent?.match(/@font-face/g)?.length ?? 0,
      };
    }, text);
    await blank.close();
    expect(read.fault).toBeNull();
    expect(read.title).toBe(TITLE);
    for (const said of [TITLE, NOTE, pageMessages.vi.band, pageMessages.vi.boundaryNote, "Ký hiệu: xã"])
      expect(read.texts.normalize("NFC")).toContain(said);
    expect(read.texts).toContain("Số liệu chốt");
    expect(read.dangling).toBe(0);
    expect(read.uses).toBeGreaterThan(99);
    expect(read.shapes).toBe(100);
    expect(read.fonts).toBeGreaterThan(3);
    expect(text).not.toMatch(/var\(|class="|style="/);
    expect(
      text
        .replaceAll(/xmlns(:\w+)?="[^"]*"/g, "")
        .replaceAll(/<text[\s\S]*?<\/text>|<desc>[\s\S]*?<\/desc>/g, ""),
    ).not.toMatch(/https?:|url\((?!data:|#|&quot;#|"#)/);
    // Paper, though the page is dark.
    expect(text).toContain("#cceddd");
    expect(text).not.toContain("#385466");
    expect(complaints).toEqual([]);
    await close();
  });

  test("as PNG it has two pixels for each of the drawing's, and is not blank", async () => {
    const { page, complaints, close } = await visit(site, "so-sanh/", {
      acceptDownloads: true,
      prepare: (opened) => withFigure(opened, figure),
    });
    const svg = (await save(page, "svg")).bytes.toString("utf8");
    const { name, bytes } = await save(page, "png");
    expect(name).toBe("so-sanh-thu.png");
    const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(svg)!;
    const picture = PNG.sync.read(bytes);
    expect([picture.width, picture.height]).toEqual([2 * Number(width), 2 * Number(height)]);
    const colors = new Set<number>();
    for (let at = 0; at < picture.data.length; at += 4) colors.add(picture.data.readUIntBE(at, 3));
    expect(colors.size).toBeGreaterThan(100);
    // Letters came: ink in the title, the band and the last line.
    const inkIn = (top: number, bottom: number) => {
      let ink = 0;
      for (let y = top; y < bottom; y++)
        for (let x = 60; x < 400; x++) if (picture.data[4 * (y * picture.width + x)]! < 0x60) ink++;
      return ink;
    };
    for (const [top, bottom] of [
      [50, 100],
      [160, 240],
      [picture.height - 70, picture.height - 30],
    ] as const)
      expect(inkIn(top, bottom)).toBeGreaterThan(100);
    expect([...colors]).toEqual(expect.arrayContaining([0xcceddd, 0x0c4462, 0xfdfbf6]));
    expect(complaints).toEqual([]);
    await close();
  });

  test("what cannot be saved is said", async () => {
    const { page, close } = await visit(site, "so-sanh/", {
      prepare: async (opened) => {
        await withFigure(opened, figure);
        await opened.route("**/fonts/**", (route) => route.abort());
      },
    });
    await page.locator("[data-save=png]").click();
    await page.getByRole("status").getByText(pageMessages.vi.saveFailed).waitFor();
    await close();
  });
});

import { readFileSync } from "node:fs";
import path from "node:path";
import jsQR from "jsqr";
import type { Download, Page } from "playwright-core";
import { PNG } from "pngjs";
import { createElement, type ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { takeSnapshot } from "@/analysis/takeSnapshot";
import { loadMapData } from "@/datasets";
import { isIsoDate } from "@/domain/date";
import type { Locale } from "@/i18n/locale";
import { messagesFor } from "@/i18n/messages";
import { pageMessages } from "@/i18n/messages/page";
import { paperMessages } from "@/i18n/messages/paper";
import { questionMessages } from "@/i18n/messages/questions";
import { tableMessages } from "@/i18n/messages/table";
import { CommuneMap } from "@/views/compare/maps/CommuneMap";
import { frameOf, sheetOf } from "@/views/compare/maps/mapSheet";
import { BatchPrint } from "@/views/page/BatchPrint";
import { ReadingPageProvider } from "@/views/page/context";
import { PageFigure } from "@/views/page/PageFigure";
import { readingPage } from "@/views/page/readingPage";
import { axeProblems } from "./axe";
import { DIST, openSite, type Site, visit } from "./site";

const TITLE = "Dân số & mật độ “thử” <99 xã>";
const NOTE = "Người trên km², một thang cho mọi ô";

const dataOf = () => loadMapData(async (file) => readFileSync(path.join(DIST, "data", file), "utf8"));

/** A part of a reading page, with what it may ask for. */
async function inPage(locale: Locale, below: string, part: ReactNode) {
  const data = await dataOf();
  const asOf = data.manifest?.recordingDates.filter(isIsoDate).at(-1);
  if (asOf === undefined) throw new Error("the data has no day");
  const page = readingPage({ locale, path: below }, "compare", takeSnapshot(data.register, asOf), data);
  return createElement(ReadingPageProvider, { value: page }, part);
}

/** A figure of the site's own parts: a map whose shapes lie outside it, a key in HTML, colours of style sheets. */
async function figureMarkup(locale: Locale): Promise<string> {
  const data = await dataOf();
  const { communes } = data.register;
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
    await inPage(
      locale,
      "so-sanh/",
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

/** Text of a PDF, page by page; words of a page in the order they were laid. */
async function textOfPdf(bytes: Uint8Array): Promise<readonly string[]> {
  const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const pages: string[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    pages.push(
      items
        .map((item) => ("str" in item ? `${item.str}${item.hasEOL ? " " : ""}` : ""))
        .join("")
        .replaceAll(/[^\S\u00a0]+/g, " "),
    );
  }
  return pages;
}

const paper = (page: Page) => page.pdf({ preferCSSPageSize: true, printBackground: true });

describe("a figure saved as a file", () => {
  let site: Site;
  let figure: string;
  beforeAll(async () => {
    site = await openSite();
    figure = await figureMarkup("vi");
  });
  afterAll(() => site.close());

  const save = async (page: Page, format: "png" | "svg", id = "thu") => {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.locator(`[data-figure=${id}] [data-save=${format}]`).click(),
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

  test("every figure of the site's own pages can be saved, with its title, its day and its kind inside", async () => {
    for (const [target, least] of [
      ["so-sanh/", 5],
      ["chi-tieu/", 5],
      ["xa/07654/", 2],
      ["cong-trinh/MH-010/", 2],
    ] as const) {
      const { page, complaints, close } = await visit(site, target, { acceptDownloads: true });
      await page.locator("[data-save=svg]").first().waitFor();
      await page.waitForTimeout(1500);
      const figures = await page
        .locator("[data-figure]")
        .evaluateAll((found) =>
          found.map(
            (one) =>
              [
                (one as HTMLElement).dataset.figure ?? "",
                one.querySelector(".figure__title")?.textContent ?? "",
              ] as const,
          ),
        );
      expect(figures.length).toBeGreaterThanOrEqual(least);
      for (const [id, title] of figures) {
        const { bytes } = await save(page, "svg", id);
        const text = bytes.toString("utf8").replaceAll("&amp;", "&");
        for (const word of title.split(/[\s\u00a0]+/).slice(0, 2)) expect(text, id).toContain(word);
        expect(text, id).toContain("30/9/2028");
        expect(text, id).not.toMatch(/var\(--|href="(?!#|data:)/);
      }
      expect(complaints).toEqual([]);
      await close();
    }
  });

  test("what cannot be saved is said", async () => {
    const { page, close } = await visit(site, "so-sanh/", {
      prepare: async (opened) => {
        await withFigure(opened, figure);
        await opened.route("**/fonts/**", (route) => route.abort());
      },
    });
    await page.locator("[data-figure=thu] [data-save=png]").click();
    await page.getByRole("status").getByText(pageMessages.vi.saveFailed).waitFor();
    await close();
  });
});

describe("many dossiers as one print job", () => {
  const NAMES = ["Xã An Lạc", "Xã Đèo Gia", "Phường Kẻ Đường"];
  const m = paperMessages.vi;
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site.close());

  /** An index page with three dossiers; `answer` may spoil one of them. */
  const openIndex = async (answer: (place: number) => "page" | "missing" | "late" = () => "page") => {
    const tools = renderToStaticMarkup(
      await inPage("vi", "xa/", createElement(BatchPrint, { programme: 2, all: 3 })),
    );
    const links = NAMES.map(
      (name, place) =>
        `<a href="${place}/" data-dossier="${place}"${place < 2 ? ' data-programme="yes"' : ""}>${name}</a>`,
    ).join(" ");
    const built = (file: string) => readFileSync(path.join(DIST, file, "index.html"), "utf8");
    const index = built("gioi-thieu").replace(
      /(<main[^>]*>).*<\/main>/s,
      (_, start) => `${start}<h1>Hồ sơ xã</h1>${tools}${links}</main>`,
    );
    const html = "text/html; charset=utf-8";
    return visit(site, "xa/", {
      prepare: async (page) => {
        await page.addInitScript(() => {
          Object.assign(window, {
            printed: 0,
            print: () => (window as never as { printed: number }).printed++,
          });
        });
        await page.route("**/xa/", (route) => route.fulfill({ contentType: html, body: index }));
        await page.route(/\/xa\/\d\/$/, async (route) => {
          const place = Number(/(\d)\/$/.exec(route.request().url())?.[1]);
          const what = answer(place);
          if (what === "missing") return route.fulfill({ status: 404, contentType: html, body: "" });
          if (what === "late") await new Promise((resolve) => setTimeout(resolve, 4000));
          const body = built("bao-cao/2028").replace(/<h1>[^<]*/, () => `<h1>${NAMES[place]}`);
          return route.fulfill({ contentType: html, body }).catch(() => undefined);
        });
      },
    });
  };
  const printed = (page: Page) => page.evaluate(() => (window as never as { printed: number }).printed);

  test("every dossier on sheets of its own, ids apart, band and numbers in the margin; then the page is as before", async () => {
    const { page, complaints, close } = await openIndex();
    const state = () =>
      page.evaluate(() => [
        document.body.childElementCount,
        document.adoptedStyleSheets.length,
        document.querySelectorAll("main *").length,
        [...document.styleSheets].map(({ media }) => media.mediaText).join(),
      ]);
    const before = await state();
    await page.getByRole("button", { name: m.batchAll(3) }).click();
    await page.getByText(m.ready(3)).waitFor();
    await expect.poll(() => printed(page)).toBe(1);
    // The index page's own rules do not reach the dossiers.
    expect((await state()).at(-1)).toBe("screen");
    const ids = await page.evaluate(() => [...document.querySelectorAll("[id]")].map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
    const loose = await page.evaluate(
      () =>
        [...document.querySelectorAll(".batch-sheets [aria-labelledby], .batch-sheets a[href^='#']")].filter(
          (one) =>
            document.getElementById(
              one.getAttribute("aria-labelledby") ?? one.getAttribute("href")?.slice(1) ?? "",
            ) === null,
        ).length,
    );
    expect(loose).toBe(0);
    const pages = await textOfPdf(await paper(page));
    const heads = NAMES.map((name) => pages.findIndex((text) => text.includes(name)));
    expect(heads[0]).toBe(0);
    expect(heads).toEqual(heads.toSorted((a, b) => a - b));
    expect(new Set(heads).size).toBe(3);
    pages.forEach((text, index) => {
      expect(text).toContain(pageMessages.vi.band);
      expect(text).toContain(`${pageMessages.vi.pageOf} ${index + 1}/${pages.length}`);
    });
    expect(pages[1]).toContain(m.batchTitle(3));
    expect(pages.join(" ")).not.toContain("Hồ sơ xã ");
    await page.locator(".batch-sheets").waitFor({ state: "detached" });
    expect(await state()).toEqual(before);
    // A page loaded as a document shows nothing, but the browser notes that its inline styles are not those of this page's policy.
    const others = complaints.filter((text) => !/inline style violates|style-src-elem inline/.test(text));
    expect(others).toEqual([]);
    await close();
  });

  test("a dossier that cannot be had is named, and nothing is printed before the reader says so", async () => {
    let spoilt = true;
    const { page, close } = await openIndex((place) => (place === 1 && spoilt ? "missing" : "page"));
    await page.getByRole("button", { name: m.batchProgramme(2) }).click();
    await page.getByText(m.missing("Xã Đèo Gia", 1)).waitFor();
    expect(await printed(page)).toBe(0);
    await page.getByRole("button", { name: m.printRest(1) }).click();
    await expect.poll(() => printed(page)).toBe(1);
    expect(await page.locator(".batch-sheets__one").count()).toBe(1);
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    spoilt = false;
    await page.getByRole("button", { name: m.batchProgramme(2) }).click();
    await page.getByText(m.ready(2)).waitFor();
    await expect.poll(() => printed(page)).toBe(2);
    await close();
  });

  test("cancelled, it prints nothing and leaves nothing", async () => {
    const { page, close } = await openIndex((place) => (place === 2 ? "late" : "page"));
    await page.getByRole("button", { name: m.batchAll(3) }).click();
    await page.getByText(m.loading(2, 3)).waitFor();
    expect(await page.locator("progress").evaluate((bar) => (bar as HTMLProgressElement).value)).toBe(2);
    await page.getByRole("button", { name: m.cancel }).click();
    await page.getByText(m.cancelled).waitFor();
    await page.waitForTimeout(300);
    expect(await printed(page)).toBe(0);
    expect(await page.locator(".batch-sheets").count()).toBe(0);
    expect(await page.getByRole("button", { name: m.batchAll(3) }).isEnabled()).toBe(true);
    await close();
  });
});

describe("the dossiers of the Programme as one job", () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site.close());

  test("the index of communes prints the very pages of the 19, each once, with ids apart", async () => {
    const m = paperMessages.vi;
    const { page, close } = await visit(site, "xa/", {
      prepare: (opened) =>
        opened.addInitScript(() => {
          Object.assign(window, {
            printed: 0,
            print: () => (window as never as { printed: number }).printed++,
          });
        }),
    });
    const names = await page.locator("a[data-dossier][data-programme]").allInnerTexts();
    expect(names).toHaveLength(19);
    expect(await page.locator("a[data-dossier]").count()).toBe(99);
    await page.getByRole("button", { name: m.batchProgramme(19) }).click();
    await page.getByText(m.ready(19)).waitFor();
    await expect.poll(() => page.evaluate(() => (window as never as { printed: number }).printed)).toBe(1);
    const heads = await page.locator(".batch-sheets h1").allInnerTexts();
    expect(heads.toSorted()).toEqual(names.toSorted());
    const ids = await page.evaluate(() => [...document.querySelectorAll("[id]")].map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
    await close();
  });
});

describe("reading pages on paper", () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site.close());

  test.each([
    ["gioi-thieu/", "vi", [4, 7]],
    ["bao-cao/2028/", "vi", [6, 14]],
    ["so-sanh/", "vi", [1, 20]],
    ["en/gioi-thieu/", "en", [4, 7]],
  ] as const)("%s", async (target, locale, [least, most]) => {
    const m = pageMessages[locale];
    const { page, complaints, close } = await visit(site, target, { colorScheme: "dark" });
    await page.locator("[data-prerendered]").waitFor({ state: "detached" });
    const bytes = await paper(page);
    const pages = await textOfPdf(bytes);
    expect(pages.length).toBeGreaterThanOrEqual(least);
    expect(pages.length).toBeLessThanOrEqual(most);
    // A sign the font has not got (≠) is put together by the browser; letters come back as they are written: composed, none lost.
    const text = pages.join(" ").replaceAll("=\u0338", "≠");
    expect(text).toBe(text.normalize("NFC"));
    expect(pages[0]).toContain(m.bandReal);
    expect(text).toContain(m.boundaryNote);
    pages.forEach((one, index) => {
      expect(one).toContain(m.band);
      expect(one).toContain(`${m.pageOf} ${index + 1}/${pages.length}`);
    });
    for (const word of [m.print, m.skip, m.savePng, m.saveSvg]) expect(text).not.toContain(word);
    for (const word of [m["page.compare"], m["page.works"]]) expect(pages[0]).not.toMatch(`^${word}$`);
    const fonts = Buffer.from(bytes).toString("latin1");
    expect(fonts).toMatch(/BeVietnamPro-Regular/);
    expect(fonts).toMatch(/\/FontFile2|\/FontFile3/);
    expect(complaints).toEqual([]);
    await close();
  });

  test("the code of the comparisons leads to the very view, also after another was chosen", async () => {
    const { page, close } = await visit(site, "so-sanh/?d=2027-12-31&p=all", { deviceScaleFactor: 3 });
    await page.locator("[data-prerendered]").waitFor({ state: "detached" });
    const codeOf = async () => {
      await page.emulateMedia({ media: "print" });
      const code = page.locator(".page__code .qr");
      await code.waitFor();
      const picture = PNG.sync.read(await code.screenshot());
      await page.emulateMedia({ media: "screen" });
      return jsQR(new Uint8ClampedArray(picture.data), picture.width, picture.height)?.data;
    };
    expect(await codeOf()).toBe(page.url());
    const before = page.url();
    await page.locator("#tra-loi select").first().selectOption("2028-03-31");
    await page.waitForURL((url) => url.href !== before);
    await expect.poll(codeOf).toBe(page.url());
    await close();
  });

  test("the code of a page leads to it, read from the paper", async () => {
    const { page, close } = await visit(site, "bao-cao/2028/", { deviceScaleFactor: 2 });
    await page.emulateMedia({ media: "print" });
    const code = page.locator(".qr").first();
    await code.waitFor();
    const picture = PNG.sync.read(await code.screenshot());
    const read = jsQR(new Uint8ClampedArray(picture.data), picture.width, picture.height);
    expect(read?.data).toBe(page.url());
    await close();
  });
});

describe("the map on paper", () => {
  const m = paperMessages.vi;
  let site: Site;
  beforeAll(async () => {
    site = await openSite({ args: ["--disable-3d-apis"] });
  });
  afterAll(() => site.close());

  const openMap = async (target = "", options: Parameters<typeof visit>[2] = {}) => {
    const opened = await visit(site, target, { acceptDownloads: true, colorScheme: "dark", ...options });
    await opened.page.locator("[data-prerendered]").waitFor({ state: "detached" });
    return opened;
  };
  const openSheet = async (page: Page) => {
    await page.getByRole("button", { name: messagesFor("vi").explore.sourcesButton, exact: true }).click();
    await page.getByRole("button", { name: m.openMap }).click();
    await page.locator(".map-sheet .map-sheet__map > svg[role=img]").waitFor();
  };

  test("printed as it is: map and key on the first sheet, no interface, words and numbers in the margins", async () => {
    const { page, complaints, close } = await openMap();
    const bytes = await paper(page);
    const pages = await textOfPdf(bytes);
    expect(pages.length).toBeGreaterThanOrEqual(2);
    expect(pages.length).toBeLessThanOrEqual(4);
    const e = messagesFor("vi").explore;
    expect(pages[0]).toContain(e.title);
    for (const said of ["30/9/2028", "Xuân Lương", "Hoàng Sa", "Trường Sa", "20 km", "Chưa có số liệu"])
      expect(pages[0]).toContain(said);
    pages.forEach((text, index) => {
      expect(text).toContain(pageMessages.vi.band);
      expect(text).toContain(`${pageMessages.vi.pageOf} ${index + 1}/${pages.length}`);
    });
    const text = pages.join(" ");
    expect(text).toContain(pageMessages.vi.boundaryNote);
    for (const word of [e.copyLink, e.search, e.tableButton, e.zoomIn, e.about, e.keys])
      expect(text).not.toContain(word);
    expect(Buffer.from(bytes).toString("latin1")).toMatch(/BeVietnamPro-SemiBold/);
    expect(complaints).toEqual([]);
    await close();
  });

  test("asked for by the browser's own command it has north and the code of the very view, and the screen has neither", async () => {
    const { page, complaints, close } = await openMap("?i=poverty&c=07654&d=2027-12-31", {
      deviceScaleFactor: 2,
    });
    await page.waitForFunction(() =>
      performance.getEntriesByType("resource").some(({ name }) => /paperFurniture/.test(name)),
    );
    await page.waitForTimeout(300);
    expect(await page.locator(".paper-code, .paper-north").count()).toBe(0);
    await page.emulateMedia({ media: "print" });
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    await page.locator(".map .paper-north").waitFor();
    const picture = PNG.sync.read(await page.locator(".paper-code .qr").screenshot());
    const read = jsQR(new Uint8ClampedArray(picture.data), picture.width, picture.height);
    expect(read?.data).toBe(page.url());
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    expect(await page.locator(".paper-code, .paper-north").count()).toBe(0);
    expect(complaints).toEqual([]);
    await close();
  });

  test("is drawn in lines, not as a picture: the communes are paths, and no picture is as large as the map", async () => {
    const { page, close } = await openMap();
    const { getDocument, OPS } = await import("pdfjs-dist/legacy/build/pdf.mjs");
    const document = await getDocument({ data: new Uint8Array(await paper(page)), verbosity: 0 }).promise;
    const list = await (await document.getPage(1)).getOperatorList();
    const count = (operator: number) => list.fnArray.filter((one) => one === operator).length;
    expect(count(OPS.constructPath)).toBeGreaterThan(99);
    expect(count(OPS.paintImageXObject)).toBeLessThanOrEqual(1);
    await close();
  });

  test("as a sheet: one page of the size that was asked for, with all its furniture, and a code that leads back", async () => {
    const { page, complaints, close } = await openMap("?i=density");
    await openSheet(page);
    const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");
    for (const [format, orientation, width, height] of [
      ["A4", "landscape", 842, 595],
      ["A3", "portrait", 842, 1191],
    ] as const) {
      await page.getByRole("combobox", { name: m.format }).selectOption(format);
      await page.getByRole("combobox", { name: m.orientation }).selectOption(orientation);
      await page.locator(`.map-sheet--${orientation}`).waitFor();
      const bytes = await paper(page);
      const pages = await textOfPdf(bytes);
      expect(pages).toHaveLength(1);
      const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
      const [, , right, top] = (await pdf.getPage(1)).view;
      expect(Math.abs((right ?? 0) - width)).toBeLessThan(2);
      expect(Math.abs((top ?? 0) - height)).toBeLessThan(2);
      for (const said of [
        pageMessages.vi.band,
        pageMessages.vi.boundaryNote,
        pageMessages.vi.asOf("30/9/2028"),
        "Hoàng Sa",
        "Trường Sa",
        " km",
        page.url(),
      ])
        expect(pages[0]).toContain(said);
      expect(pages[0]).not.toContain(m.printMap);
      // Nothing of the key is cut off.
      expect(
        await page.locator(".map-sheet__key").evaluate((key) => key.scrollHeight - key.clientHeight),
      ).toBeLessThanOrEqual(1);
    }
    await page.emulateMedia({ media: "print" });
    const picture = PNG.sync.read(await page.locator(".map-sheet .qr").screenshot());
    const read = jsQR(new Uint8ClampedArray(picture.data), picture.width, picture.height);
    expect(read?.data).toBe(page.url());
    expect(complaints).toEqual([]);
    await close();
  }, 120_000);

  test("with the table and the open answer: sheets of their own, heads repeated, no row cut, numbered, with codes", async () => {
    const q = questionMessages.vi;
    const e = messagesFor("vi").explore;
    const { page, complaints, close } = await openMap("?i=poverty");
    await page.getByRole("button", { name: e.questions, exact: true }).first().click();
    await page.locator(".ask__answer[data-state=answered]").waitFor();
    const items = await page.locator(".ask__group .ask__table:not(.ask__summary)").count();
    expect(items).toBeGreaterThan(1);
    await openSheet(page);
    // An answer that is open is ticked, its marks are on the map; the table is asked for.
    await expect.poll(() => page.locator(".map-sheet .answer-mark").count()).toBeGreaterThan(3);
    expect(await page.locator(".paper-part").count()).toBe(1);
    await page.getByRole("checkbox", { name: /^Bảng xã, phường \(99 dòng\)$/ }).check();
    expect(await page.locator(".paper-part").count()).toBe(2);
    const sentence = await page.locator(".paper-part h3").first().innerText();
    const rows = await page.locator(".paper-table").first().locator("tbody tr").count();
    expect(rows).toBe(Number(/\((\d+) dòng/.exec(await page.locator(".map-paper__also").innerText())?.[1]));
    // Every row ends with a sign of its own in each of its cells: a row that was cut would have it on two sheets.
    await page.evaluate(() => {
      for (const [index, row] of [...document.querySelectorAll(".paper-part tbody tr")].entries())
        for (const cell of row.children) {
          cell.prepend(`<${index}>`);
          cell.append(`<${index}>`);
        }
    });
    for (const [format, orientation] of [
      ["A4", "landscape"],
      ["A3", "portrait"],
    ] as const) {
      await page.getByRole("combobox", { name: m.format }).selectOption(format);
      await page.getByRole("combobox", { name: m.orientation }).selectOption(orientation);
      await page.locator(`.map-sheet--${orientation}`).waitFor();
      const bytes = await paper(page);
      const pages = await textOfPdf(bytes);
      expect(pages.length).toBeGreaterThan(2);
      pages.forEach((text, index) => {
        expect(text).toContain(`${pageMessages.vi.pageOf} ${index + 1}/${pages.length}`);
        expect(text.includes(pageMessages.vi.band)).toBe(true);
        expect(text).not.toContain(m.alsoHint);
        const hasRows = /<\d+>/.test(text);
        // What the numbers rest on may end on a sheet without rows.
        if (hasRows) expect(text.includes(q.commune) || text.includes(tableMessages.vi.rank)).toBe(true);
        expect(index > 0 || !hasRows).toBe(true);
      });
      const sheetsOf = new Map<string, Set<number>>();
      pages.forEach((text, index) => {
        for (const [, row = ""] of text.matchAll(/<(\d+)>/g))
          sheetsOf.set(row, (sheetsOf.get(row) ?? new Set()).add(index));
      });
      expect(sheetsOf.size).toBeGreaterThanOrEqual(99 + rows);
      expect([...sheetsOf].filter(([, sheets]) => sheets.size > 1)).toEqual([]);
      const words = (text: string) => text.replaceAll(/[\s\u00a0]+/g, " ");
      expect(words(pages[0] ?? "")).toContain(words(sentence).slice(0, 40));
      expect(words(pages[1] ?? "")).toContain(words(sentence).slice(0, 40));
      const text = pages.join(" ");
      for (const said of [m.aboutTable, m.aboutAnswer, tableMessages.vi["about.sources"], q.byCommune])
        expect(words(text)).toContain(said);
      // Letters are letters in the font of the page, and nothing of the tables is a picture.
      expect(Buffer.from(bytes).toString("latin1")).toMatch(/BeVietnamPro-SemiBold/);
    }
    await page.emulateMedia({ media: "print" });
    const read: (string | undefined)[] = [];
    for (const code of await page.locator(".paper-part .qr").all()) {
      const picture = PNG.sync.read(await code.screenshot({ scale: "device" }));
      read.push(jsQR(new Uint8ClampedArray(picture.data), picture.width, picture.height)?.data);
    }
    const table = new URL(page.url());
    table.searchParams.set("b", "communes");
    expect(read[0]).toBe(page.url());
    expect(new URL(read[1] ?? "").searchParams.get("b")).toBe("communes");
    expect([...new URL(read[1] ?? "").searchParams].toSorted()).toEqual([...table.searchParams].toSorted());
    await page.emulateMedia({ media: null });
    await page.getByRole("checkbox", { name: /^Câu trả lời/ }).uncheck();
    await page.getByRole("checkbox", { name: /^Bảng/ }).uncheck();
    expect(await textOfPdf(await paper(page))).toHaveLength(1);
    expect(complaints).toEqual([]);
    await close();
  }, 180_000);

  test("the table that is open goes on paper with the columns and the order it has on the screen", async () => {
    const { page, complaints, close } = await openMap("?b=works");
    await page.locator(".drawer__table tbody tr").first().waitFor();
    await page.getByTitle(tableMessages.vi.sortBy(tableMessages.vi.name), { exact: true }).click();
    const first = await page.locator(".drawer__table tbody th[scope=row]").first().innerText();
    const heads = await page.locator(".drawer__table thead th").count();
    await openSheet(page);
    await page.getByRole("checkbox", { name: /^Bảng công trình/ }).check();
    const table = page.locator(".paper-table");
    expect(await table.locator("tbody th[scope=row]").first().innerText()).toBe(first);
    expect(await table.locator("thead th").count()).toBeGreaterThanOrEqual(heads);
    expect(await table.locator("tbody tr").count()).toBeGreaterThanOrEqual(97);
    expect(complaints).toEqual([]);
    await close();
  });

  test("as a picture: SVG alone, PNG of twice its size, both of paper", async () => {
    const { page, complaints, close } = await openMap();
    await openSheet(page);
    const saved = async (name: string) => {
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", { name, exact: true }).click(),
      ]);
      return bytesOf(download);
    };
    const svg = (await saved(pageMessages.vi.saveSvg)).toString("utf8");
    const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(svg)!;
    expect([Number(width), Number(height)]).toEqual([1122, 793]);
    expect(svg).not.toMatch(/var\(|class="|style="/);
    expect(svg).toContain("#0c4462");
    expect(svg).toMatch(/<image[^>]*href="data:image/);
    for (const said of [pageMessages.vi.band, "Hoàng Sa"]) expect(svg).toContain(said);
    const png = PNG.sync.read(await saved(pageMessages.vi.savePng));
    expect([png.width, png.height]).toEqual([2244, 1586]);
    const colors = new Set<number>();
    for (let at = 0; at < png.data.length; at += 4) colors.add(png.data.readUIntBE(at, 3));
    expect([...colors]).toEqual(expect.arrayContaining([0xffffff, 0x0c4462, 0xeae5da]));
    expect(complaints).toEqual([]);
    await close();
  });

  test("axe: the dialog, light and dark, and on a phone nothing is wider than the screen", async () => {
    for (const colorScheme of ["light", "dark"] as const) {
      const { page, close } = await openMap("", { colorScheme, bypassCSP: true });
      await openSheet(page);
      await page.getByRole("checkbox", { name: /^Bảng/ }).check();
      expect(await axeProblems(page)).toEqual([]);
      await page.setViewportSize({ width: 390, height: 844 });
      // The sheet is scaled by what is measured after the change.
      await expect
        .poll(() => page.locator(".dialog").evaluate((dialog) => dialog.scrollWidth - dialog.clientWidth))
        .toBeLessThanOrEqual(0);
      await close();
    }
  });
});

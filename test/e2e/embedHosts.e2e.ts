import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import type { BrowserContext, CDPSession, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { embedMessages } from "@/i18n/messages/embed";
import { embedScriptMessages } from "@/i18n/messages/embedScript";
import { openSite, type Site } from "./site";

/** Pages of other people that embed the map, served from another origin. */
interface Host {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** @param pages path → markup of the body, and headers */
async function openHost(
  pages: Readonly<Record<string, { readonly html: string; readonly headers?: Record<string, string> }>>,
): Promise<Host> {
  const server: Server = createServer((request, response) => {
    const page = pages[(request.url ?? "/").split("?")[0] ?? "/"];
    if (page === undefined) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { "content-type": "text/html; charset=utf-8", ...page.headers });
    response.end(page.html);
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  return {
    // By name, while the map is served by number: another site, not only another port.
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}

const document = (body: string, attributes = "", head = "") =>
  `<!doctype html><html lang="vi" ${attributes}><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Trang của người khác</title>${head}</head><body>${body}</body></html>`;

describe("in pages of others", () => {
  let site: Site;
  let host: Host;
  let context: BrowserContext;
  const complaints: string[] = [];
  const foreign: string[] = [];
  const shots = mkdtempSync(path.join(tmpdir(), "embeds-"));

  const frame = (view: string, more = "", height = 520) =>
    `<iframe src="${site.server.url}${view}" title="Bản đồ" width="100%" height="${height}" frameborder="0" loading="lazy" sandbox="allow-scripts allow-popups" ${more}></iframe>`;
  const script = () => `<script src="${site.server.url}nhung/chieu-cao.js" async></script>`;
  const article = "<p>Một đoạn văn của trang chủ.</p>".repeat(30);

  beforeAll(async () => {
    site = await openSite();
    host = await openHost({
      "/three": {
        html: document(
          `<h1>Ba bản đồ</h1>${frame("nhung/poverty/", "data-ct22")}${frame("nhung/physical-progress-19/", "data-ct22")}${frame("nhung/xa-07654/", "data-ct22")}${script()}`,
        ),
      },
      "/strict": {
        html: document(`<h1>Nghiêm</h1>${frame("nhung/poverty/", "data-ct22")}${script()}`),
        headers: {
          "content-security-policy": `default-src 'none'; frame-src ${site.server.url}; script-src ${site.server.url}; base-uri 'none'`,
        },
      },
      "/dark": {
        html: document(
          `<h1>Tối</h1>${frame("nhung/poverty/?t=dark")}`,
          "",
          "<style>body{background:#111;color:#eee}</style>",
        ),
      },
      "/rtl": { html: document(`<h1>عنوان</h1>${frame("nhung/poverty-19/")}`, 'dir="rtl"') },
      "/outer": { html: document(`<iframe src="/three" title="trong" width="700" height="900"></iframe>`) },
      // As high as its content: a frame that scrolls itself comes to its own end first.
      "/scroll": { html: document(`${article}${frame("nhung/poverty/", "", 800)}${article}`) },
      "/any": { html: document(frame("embed.html?i=poverty&p=19&c=07654")) },
      "/liar": {
        html: document(
          `${frame("nhung/poverty/", "data-ct22")}${script()}<iframe srcdoc="&lt;script&gt;parent.postMessage({ct22Height:900},'*')&lt;/script&gt;" title="khác" data-ct22 src=""></iframe>`,
        ),
      },
    });
    context = await site.browser.newContext({ viewport: { width: 700, height: 800 }, hasTouch: true });
    context.setDefaultTimeout(15_000);
    const allowed = new Set([new URL(site.server.url).origin, host.url]);
    await context.route(
      (url) => /^https?:$/.test(url.protocol) && !allowed.has(url.origin),
      (route) => {
        foreign.push(route.request().url());
        return route.abort();
      },
    );
  });
  afterAll(async () => {
    await context.close();
    await host.close();
    await site.close();
    rmSync(shots, { recursive: true });
  });

  async function open(target: string): Promise<Page> {
    complaints.length = 0;
    const page = await context.newPage();
    page.on("console", (message) => {
      if (message.type() === "error") complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(error.message));
    await page.goto(`${host.url}${target}`);
    return page;
  }
  const inFrame = (page: Page, index = 0) => page.frameLocator("iframe").nth(index);
  const heightOf = (page: Page, index = 0) =>
    page
      .locator("iframe")
      .nth(index)
      .evaluate((one) => (one as HTMLIFrameElement).height);

  test("three at once: each stands, and the host's script makes each as high as its content", async () => {
    const page = await open("/three");
    for (const index of [0, 1, 2]) {
      const own = inFrame(page, index);
      await page.locator("iframe").nth(index).scrollIntoViewIfNeeded();
      await own.locator(".embed__zoom").waitFor();
      const content = () =>
        own.locator("html").evaluate((root) => Math.ceil(root.getBoundingClientRect().height));
      await expect.poll(async () => Number(await heightOf(page, index))).toBe(await content());
    }
    expect(complaints).toEqual([]);
    await page.close();
  });

  test("a strict host: nothing inline is needed", async () => {
    const page = await open("/strict");
    await inFrame(page).locator(".embed__zoom").waitFor();
    await expect.poll(async () => Number(await heightOf(page))).not.toBe(520);
    expect(complaints.filter((text) => !text.includes("favicon"))).toEqual([]);
    await page.close();
  });

  test("with an opaque origin: no file to save, and the map opens in a new tab", async () => {
    const page = await open("/scroll");
    const own = inFrame(page);
    await page.locator("iframe").scrollIntoViewIfNeeded();
    await own.locator(".embed__zoom").waitFor();
    expect(await own.locator("html").evaluate(() => self.origin)).toBe("null");
    expect(await own.locator("[data-file]").count()).toBe(0);
    const link = own.getByRole("link", { name: embedMessages.vi.openMap });
    expect(await link.getAttribute("target")).toBe("_blank");
    await own.getByRole("combobox").selectOption("07654");
    expect(await own.locator("tr.is-chosen").getAttribute("data-id")).toBe("07654");
    const [opened] = await Promise.all([context.waitForEvent("page"), link.click()]);
    await opened.waitForLoadState();
    expect(new URL(opened.url()).searchParams.get("i")).toBe("poverty");
    await expect.poll(() => opened.locator("h1, h2").first().isVisible()).toBe(true);
    await opened.close();
    await page.close();
  });

  test("any view in a sandboxed frame: its data come by CORS", async () => {
    const page = await open("/any");
    await expect.poll(() => inFrame(page).locator("tbody tr").count()).toBe(19);
    expect(await inFrame(page).locator("tr.is-chosen").getAttribute("data-id")).toBe("07654");
    expect(complaints).toEqual([]);
    await page.close();
  });

  test("the wheel scrolls the page; with Ctrl it zooms the map and not the page", async () => {
    const page = await open("/scroll");
    const own = inFrame(page);
    await page.locator("iframe").scrollIntoViewIfNeeded();
    await own.locator(".embed__zoom").waitFor();
    const place = await own.locator(".embed__map").boundingBox();
    if (place === null) throw new Error("no map");
    await page.mouse.move(place.x + 200, place.y + 150);
    const before = await page.evaluate(() => scrollY);
    await page.mouse.wheel(0, 80);
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(before + 50);
    await page.waitForTimeout(300);
    const moved = () => own.locator("[data-plane=communes]").getAttribute("transform");
    expect((await moved()) ?? "").toBe("");
    const again = await own.locator(".embed__map").boundingBox();
    if (again === null) throw new Error("no map");
    await page.mouse.move(again.x + 200, again.y + 200);
    const at = await page.evaluate(() => scrollY);
    await page.keyboard.down("Control");
    await page.mouse.wheel(0, -400);
    await page.keyboard.up("Control");
    await expect.poll(moved).toContain("scale");
    expect(await page.evaluate(() => scrollY)).toBe(at);
    expect(await page.evaluate(() => visualViewport?.scale)).toBe(1);
    await page.close();
  });

  test("one finger on the map scrolls the page, two move and zoom the map", async () => {
    const page = await open("/scroll");
    const own = inFrame(page);
    await page.locator("iframe").scrollIntoViewIfNeeded();
    await own.locator(".embed__zoom").waitFor();
    const session: CDPSession = await context.newCDPSession(page);
    const place = await own.locator(".embed__map").boundingBox();
    if (place === null) throw new Error("no map");
    const [x, y] = [Math.round(place.x + place.width / 2), Math.round(place.y + 250)];
    const before = await page.evaluate(() => scrollY);
    const one = (type: "touchStart" | "touchMove" | "touchEnd", up: number) =>
      session.send("Input.dispatchTouchEvent", {
        type,
        touchPoints: type === "touchEnd" ? [] : [{ x, y: y - up, id: 1 }],
      });
    await one("touchStart", 0);
    for (const up of [10, 30, 60, 90, 120, 150]) {
      await one("touchMove", up);
      await page.waitForTimeout(20);
    }
    await one("touchEnd", 0);
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(before + 80);
    const moved = () => own.locator("[data-plane=communes]").getAttribute("transform");
    expect((await moved()) ?? "").toBe("");

    const now = await own.locator(".embed__map").boundingBox();
    if (now === null) throw new Error("no map");
    const middle = { x: now.x + now.width / 2, y: Math.max(40, now.y) + 60 };
    const fingers = (apart: number) => [
      { x: middle.x - apart, y: middle.y, id: 1 },
      { x: middle.x + apart, y: middle.y, id: 2 },
    ];
    const send = (type: "touchStart" | "touchMove" | "touchEnd", apart: number) =>
      session.send("Input.dispatchTouchEvent", {
        type,
        touchPoints: type === "touchEnd" ? [] : fingers(apart),
      });
    await send("touchStart", 30);
    for (const apart of [40, 60, 80, 110]) await send("touchMove", apart);
    await send("touchEnd", 0);
    await expect.poll(moved).toContain("scale");
    expect(await page.evaluate(() => visualViewport?.scale)).toBe(1);
    await page.close();
  });

  test("a frame that is not the one it claims to be changes no height", async () => {
    const page = await open("/liar");
    await inFrame(page).locator(".embed__zoom").waitFor();
    await expect.poll(async () => Number(await heightOf(page))).not.toBe(520);
    const told = await heightOf(page);
    // From the page itself, and with values out of bounds or of another shape.
    await page.evaluate(() => {
      for (const data of [
        { ct22Height: 900 },
        { ct22Height: 1e9 },
        { ct22Height: "900" },
        { ct22Height: 300.5 },
        null,
        "x",
      ])
        postMessage(data, "*");
    });
    await page.waitForTimeout(300);
    expect(await heightOf(page)).toBe(told);
    await page.close();
  });

  test("the frame takes no orders: messages to it change nothing", async () => {
    const page = await open("/scroll");
    const own = inFrame(page);
    await page.locator("iframe").scrollIntoViewIfNeeded();
    await own.locator(".embed__zoom").waitFor();
    const before = await own.locator("main").evaluate((main) => main.outerHTML);
    await page.evaluate(() => {
      const target = (window.document.querySelector("iframe") as HTMLIFrameElement).contentWindow;
      for (const data of [{ ct22Height: 10 }, { choose: "07654" }, "x"]) target?.postMessage(data, "*");
    });
    await page.waitForTimeout(300);
    expect(await own.locator("main").evaluate((main) => main.outerHTML)).toBe(before);
    await page.close();
  });

  test.each(["/dark", "/rtl", "/outer"])("%s: the frame is what it is alone", async (target) => {
    const page = await open(target);
    const own = target === "/outer" ? inFrame(page).frameLocator("iframe").first() : inFrame(page);
    await own.locator(".embed__zoom").waitFor();
    // A page's direction and colours end at the frame.
    expect(await own.locator("body").evaluate((body) => getComputedStyle(body).direction)).toBe("ltr");
    const ground = await own.locator("body").evaluate((body) => getComputedStyle(body).backgroundColor);
    expect(ground).toBe(target === "/dark" ? "rgb(34, 31, 28)" : "rgb(253, 251, 246)");
    expect(await own.locator(".embed__foot").innerText()).toContain(embedMessages.vi.boundaryNote);
    // To look at after a failure elsewhere; written where the test may write.
    writeFileSync(path.join(shots, `${target.slice(1)}.png`), await page.screenshot());
    await page.close();
  });

  test("nothing was asked of anybody else", () => {
    expect(foreign).toEqual([]);
    expect(embedScriptMessages.vi.zoomIn).not.toBe("");
  });
});

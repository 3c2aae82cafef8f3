import { chromium, type Page } from "playwright-core";
import { BROWSER_ARGS } from "../browser.mjs";
import { serve } from "../serve.mjs";
import { type Spread, spread } from "./statistics";

/** What is measured in a browser, milliseconds. */
export interface PageMeasures {
  /** Main-thread time from choosing an indicator until the page is idle again, WebGL in charge. */
  readonly switchMainThread: Spread;
  /** The same with the drawn map in charge. */
  readonly switchMainThreadSvg: Spread;
  /** From choosing an indicator until the SVG is painted. */
  readonly svgRepaint: Spread;
  /** From the pointer event until the commune's name is in the DOM: drawn map, and WebGL. */
  readonly hoverSvg: Spread;
  readonly hoverGl: Spread;
}

const CHOOSER = ".panel--left select";

/** Waits until nothing has been asked of the main thread for a while. */
const idle = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        requestAnimationFrame(() =>
          requestAnimationFrame(() => requestIdleCallback(() => resolve(), { timeout: 2000 })),
        );
      }),
  );

/** Main-thread time per switch, by Chromium's own account of tasks (thread time: other processes do not count). */
async function mainThreadTimes(page: Page, runs: number): Promise<number[]> {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const taskTime = async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    return (metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0) * 1000;
  };
  const ids = await page
    .locator(`${CHOOSER} option`)
    .evaluateAll((options) => options.map((option) => option.getAttribute("value") ?? ""));
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    await idle(page);
    const before = await taskTime();
    await page.locator(CHOOSER).selectOption(ids[run % ids.length] ?? "");
    await idle(page);
    times.push((await taskTime()) - before);
  }
  return times;
}

/** From the change event until the frame that shows it has been handed over. */
async function repaintTimes(page: Page, runs: number): Promise<number[]> {
  return page.evaluate(
    async ({ selector, count }) => {
      const select = document.querySelector<HTMLSelectElement>(selector);
      if (select === null) throw new Error("the indicator's menu is not on the page");
      const setValue = Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, "value")?.set;
      const times: number[] = [];
      for (let run = 0; run < count; run++) {
        await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 1000 }));
        const next = select.options[(run + 1) % select.options.length]?.value ?? "";
        const started = performance.now();
        setValue?.call(select, next);
        select.dispatchEvent(new Event("change", { bubbles: true }));
        await new Promise<void>((resolve) => {
          requestAnimationFrame(() => {
            // A message queued in the frame is handled after its paint.
            const channel = new MessageChannel();
            channel.port1.onmessage = () => resolve();
            channel.port2.postMessage(null);
          });
        });
        times.push(performance.now() - started);
      }
      return times;
    },
    { selector: CHOOSER, count: runs },
  );
}

/** From a pointer movement over another commune until the name in the tooltip has changed. */
async function hoverTimes(page: Page, runs: number): Promise<number[]> {
  const box = await page.locator(".map__surface").boundingBox();
  if (box === null) throw new Error("the map is not on the page");
  await page.evaluate(() => {
    const store = window as unknown as { hoverTimes: number[] };
    store.hoverTimes = [];
    let moved = 0;
    addEventListener(
      "pointermove",
      (event) => {
        moved = event.timeStamp;
      },
      { capture: true },
    );
    let shown = "";
    new MutationObserver(() => {
      const text = document.querySelector(".map__tooltip")?.textContent ?? "";
      if (text === shown) return;
      shown = text;
      if (text !== "" && moved > 0) store.hoverTimes.push(performance.now() - moved);
      moved = 0;
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  for (let run = 0; run < runs; run++) {
    // A walk over the whole map whose steps are wider than a commune.
    const x = box.x + box.width * (0.25 + 0.5 * ((run * 0.381966) % 1));
    const y = box.y + box.height * (0.2 + 0.55 * ((run * 0.618034) % 1));
    await page.mouse.move(x, y);
    await page.waitForTimeout(40);
  }
  return page.evaluate(() => (window as unknown as { hoverTimes: number[] }).hoverTimes);
}

/** Opens the built site with and without WebGL and measures both. */
export async function measurePage(options: {
  readonly dist: string;
  readonly browser: string;
  readonly runs: number;
}): Promise<PageMeasures> {
  const { dist, runs } = options;
  const server = await serve({ dir: dist });
  const open = async (args: readonly string[], ready: string) => {
    const browser = await chromium.launch({
      executablePath: options.browser,
      args: [...BROWSER_ARGS, ...args],
    });
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(server.url);
    await page.locator(ready).first().waitFor({ state: "attached" });
    await page.waitForTimeout(1500);
    return { browser, page };
  };
  try {
    const drawn = await open(["--disable-3d-apis"], ".map__gl-note");
    await mainThreadTimes(drawn.page, 4);
    const switchMainThreadSvg = spread(await mainThreadTimes(drawn.page, runs));
    const svgRepaint = spread(await repaintTimes(drawn.page, runs));
    const hoverSvg = spread(await hoverTimes(drawn.page, runs * 2));
    await drawn.browser.close();
    const gl = await open([], ".map__drawing--covered");
    await mainThreadTimes(gl.page, 4);
    const switchMainThread = spread(await mainThreadTimes(gl.page, runs));
    const hoverGl = spread(await hoverTimes(gl.page, runs * 2));
    await gl.browser.close();
    return { switchMainThread, switchMainThreadSvg, svgRepaint, hoverSvg, hoverGl };
  } finally {
    await server.close();
  }
}

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
  /** The part of it that is work of the page: script, style, layout, paint. */
  readonly svgRepaintWork: Spread;
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
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    await idle(page);
    const before = await taskTime();
    await chooseNext(page, run);
    await idle(page);
    times.push((await taskTime()) - before);
  }
  return times;
}

/** Chooses an indicator as a reader's hand would, without the tool's own work around it. */
const chooseNext = (page: Page, run: number) =>
  page.evaluate(
    ({ selector, index }) => {
      const select = document.querySelector<HTMLSelectElement>(selector);
      if (select === null) throw new Error("the indicator's menu is not on the page");
      const next = select.options[(index + 1) % select.options.length]?.value ?? "";
      Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, "value")?.set?.call(select, next);
      select.dispatchEvent(new Event("change", { bubbles: true }));
    },
    { selector: CHOOSER, index: run },
  );

/**
 * From the change event until the frame that shows it has been handed over (`painted`), and the part of it that was work
 * of the page itself (`worked`): the rest is waiting for the compositor, which on a busy machine says more about others.
 */
async function repaintTimes(page: Page, runs: number): Promise<{ painted: number[]; worked: number[] }> {
  return page.evaluate(
    async ({ selector, count }) => {
      const select = document.querySelector<HTMLSelectElement>(selector);
      if (select === null) throw new Error("the indicator's menu is not on the page");
      const setValue = Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, "value")?.set;
      const painted: number[] = [];
      const worked: number[] = [];
      for (let run = 0; run < count; run++) {
        await new Promise((resolve) => setTimeout(resolve, 400));
        const next = select.options[(run + 1) % select.options.length]?.value ?? "";
        const started = performance.now();
        setValue?.call(select, next);
        select.dispatchEvent(new Event("change", { bubbles: true }));
        const handled = performance.now();
        let frame = handled;
        await new Promise<void>((resolve) => {
          requestAnimationFrame(() => {
            frame = performance.now();
            // A message queued in the frame is handled after its paint.
            const channel = new MessageChannel();
            channel.port1.onmessage = () => resolve();
            channel.port2.postMessage(null);
          });
        });
        const done = performance.now();
        painted.push(done - started);
        worked.push(handled - started + (done - frame));
      }
      return { painted, worked };
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
  const count = () => page.evaluate(() => (window as unknown as { hoverTimes: number[] }).hoverTimes.length);
  for (let run = 0; run < runs; run++) {
    // A walk over the whole map whose steps are wider than a commune; each is answered before the next.
    const x = box.x + box.width * (0.25 + 0.5 * ((run * 0.381966) % 1));
    const y = box.y + box.height * (0.2 + 0.55 * ((run * 0.618034) % 1));
    const before = await count();
    await page.mouse.move(x, y);
    for (let wait = 0; wait < 20 && (await count()) === before; wait++) await page.waitForTimeout(25);
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
    const repaints = await repaintTimes(drawn.page, runs);
    const svgRepaint = spread(repaints.painted);
    const svgRepaintWork = spread(repaints.worked);
    const hoverSvg = spread(await hoverTimes(drawn.page, runs * 2));
    await drawn.browser.close();
    const gl = await open([], ".map__drawing--covered");
    await mainThreadTimes(gl.page, 4);
    const switchMainThread = spread(await mainThreadTimes(gl.page, runs));
    const hoverGl = spread(await hoverTimes(gl.page, runs * 2));
    await gl.browser.close();
    return { switchMainThread, switchMainThreadSvg, svgRepaint, svgRepaintWork, hoverSvg, hoverGl };
  } finally {
    await server.close();
  }
}

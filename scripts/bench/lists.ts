import { chromium, type Page } from "playwright-core";
import { BROWSER_ARGS } from "../browser.mjs";
import { serve } from "../serve.mjs";
import { CROWDED } from "./tenfold";

/** The longest task a reader's action set off. */
export interface ListTask {
  readonly name: string;
  /** Thread time of the longest main-thread task, ms: other processes do not count. Null: the action could not be done. */
  readonly longest: number | null;
  /** Tasks over `LIST_BUDGET` of thread time. */
  readonly over: number;
  /** Tasks the browser itself called long (over 50 ms on the clock, whoever had the processor). */
  readonly longTasks: number;
}

/** No list may hold the main thread longer than this, ms. */
export const LIST_BUDGET = 50;

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly tid: number;
  readonly pid: number;
  /** Thread time, µs. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** Thread times (ms) of the main-thread tasks of the page while `act` runs and until nothing more is asked of it. */
async function tasksOf(page: Page, act: () => Promise<unknown>): Promise<{ tasks: number[]; long: number }> {
  await page.evaluate(() => {
    const store = window as unknown as { longTasks: number };
    store.longTasks = 0;
    new PerformanceObserver((list) => {
      store.longTasks += list.getEntries().length;
    }).observe({ type: "longtask" });
  });
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on("Tracing.dataCollected", ({ value }) => {
    events.push(...(value as unknown as TraceEvent[]));
  });
  await session.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: {
      includedCategories: ["toplevel", "disabled-by-default-devtools.timeline", "__metadata"],
    },
  });
  await act();
  await page.waitForTimeout(1500);
  const complete = new Promise<void>((resolve) => session.once("Tracing.tracingComplete", () => resolve()));
  await session.send("Tracing.end");
  await complete;
  await session.detach();
  const mains = new Set(
    events
      .filter(({ name, args }) => name === "thread_name" && args?.name === "CrRendererMain")
      .map(({ pid, tid }) => `${pid}:${tid}`),
  );
  const tasks = events
    .filter(({ name, ph, pid, tid }) => ph === "X" && mains.has(`${pid}:${tid}`) && /RunTask$/.test(name))
    .map(({ tdur = 0 }) => tdur / 1000);
  const long = await page.evaluate(() => (window as unknown as { longTasks: number }).longTasks);
  return { tasks, long };
}

/** What readers do with lists, one after the other on one page. */
export const ACTIONS: readonly {
  readonly name: string;
  /** What has to be so before, and is not measured. */
  readonly prepare?: (page: Page) => Promise<unknown>;
  readonly act: (page: Page) => Promise<unknown>;
}[] = [
  {
    name: "all late works listed",
    act: (page) => page.locator(".panel--right .works + .button--text").first().click(),
  },
  {
    name: "a commune with 200 works opened",
    act: async (page) => {
      // As "back" does it: where on the canvas the commune lies is the map's business.
      await page.evaluate((code) => {
        history.pushState(null, "", `?c=${code}`);
        dispatchEvent(new PopStateEvent("popstate"));
      }, CROWDED);
      await page.locator(".panel--right .works").first().waitFor();
    },
  },
  {
    name: "its works listed",
    act: (page) => page.locator(".panel--right .works + .button--text").first().click(),
  },
  {
    name: "a work of it opened",
    act: (page) => page.locator(".panel--right .work-row").nth(100).click(),
  },
  {
    name: "the search opened, a name typed",
    act: async (page) => {
      await page.locator("#map-focus").focus();
      await page.keyboard.press("/");
      await page.locator(".search__field").waitFor();
      await page.waitForTimeout(1000);
      await page.keyboard.type("truong minh", { delay: 120 });
      await page.waitForTimeout(300);
    },
  },
  {
    name: "a result chosen",
    act: (page) => page.keyboard.press("Enter"),
  },
  {
    name: "villages switched on",
    act: (page) =>
      page.evaluate(() => {
        const boxes = [...document.querySelectorAll<HTMLInputElement>('.panel--left input[type="checkbox"]')];
        const box = boxes.find((each) => /Thôn/.test(each.closest("label, li")?.textContent ?? ""));
        if (box === undefined) throw new Error("the layer of villages is not on the page");
        box.click();
      }),
  },
  {
    name: "the tray opened (phone)",
    prepare: async (page) => {
      await page.setViewportSize({ width: 390, height: 844 });
      await page.waitForTimeout(3000);
    },
    act: (page) => page.locator(".tray__toggle").click(),
  },
];

/** Does what readers do with lists, and says how long each held the main thread at most. */
export async function measureLists(options: {
  readonly dist: string;
  readonly browser: string;
}): Promise<ListTask[]> {
  const server = await serve({ dir: options.dist });
  const browser = await chromium.launch({
    executablePath: options.browser,
    args: [...BROWSER_ARGS],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(server.url);
    // The first pictures of WebGL would be counted to whatever is done meanwhile.
    await page.locator(".map__drawing--covered").first().waitFor({ state: "attached" });
    await page.waitForTimeout(5000);
    const found: ListTask[] = [];
    for (const { name, prepare, act } of ACTIONS) {
      try {
        await prepare?.(page);
        const { tasks, long } = await tasksOf(page, () => act(page));
        found.push({
          name,
          longest: Math.round(Math.max(0, ...tasks) * 10) / 10,
          over: tasks.filter((time) => time > LIST_BUDGET).length,
          longTasks: long,
        });
      } catch (cause) {
        console.error(`${name}: ${cause instanceof Error ? cause.message.split("\n")[0] : cause}`);
        found.push({ name, longest: null, over: 0, longTasks: 0 });
      }
    }
    return found;
  } finally {
    await browser.close();
    await server.close();
  }
}

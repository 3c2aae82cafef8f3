import { copyFileSync, mkdirSync } from "node:fs";
import path from "node:path";
import { chromium, type Page } from "playwright-core";
import { build } from "vite";
import { DATASET_PATHS } from "@/domain/dataset";
import { BROWSER_ARGS } from "../browser.mjs";
import { serve } from "../serve.mjs";
import { quantile, type Spread, spread } from "./statistics";

/** How long frames take while the map is dragged, ours beside MapLibre with the communes alone. */
export interface PanningMeasures {
  readonly ours: Spread;
  readonly plain: Spread;
  /** Our frame over the plain one: of each round, then the median of the rounds; null: not measured. */
  readonly ratio: number | null;
  /** The same at the 95th percentile of each round. */
  readonly ratioP95: number | null;
}

/** What our frame may take of the plain map's. */
export const PANNING_BUDGET = 1.2;

/** Near enough that nothing stops the drag at the edge of the province: the middle of the works. */
const CAMERA = { lon: 106.6, lat: 21.35, zoom: 10.4 };
const VIEWPORT = { width: 1280, height: 800 };
/** Steps of one drag, there and back, and the pixels of one. */
const STEPS = 40;
const STEP_PX = 6;

/** Builds the plain page into `outDir`. */
export async function buildPlainPage(root: string, outDir: string, dist: string): Promise<void> {
  await build({
    root: path.join(root, "scripts", "bench", "plain"),
    configFile: path.join(root, "vite.config.ts"),
    logLevel: "error",
    publicDir: false,
    build: { outDir, emptyOutDir: true },
  });
  mkdirSync(outDir, { recursive: true });
  copyFileSync(
    path.join(dist, "data", DATASET_PATHS["communes-coarse"]),
    path.join(outDir, "communes.topojson"),
  );
}

/** Frame intervals (ms) while the map is dragged along a fixed path, there and back. */
async function dragged(page: Page): Promise<number[]> {
  const box = await page.locator(".map__surface").boundingBox();
  if (box === null) throw new Error("the map is not on the page");
  const [x, y] = [box.x + box.width * 0.35, box.y + box.height * 0.5];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.evaluate(() => {
    const store = window as unknown as { frames: number[]; last: number; handle: number; next: () => void };
    store.frames = [];
    store.last = performance.now();
    store.next = () => {
      const now = performance.now();
      store.frames.push(now - store.last);
      store.last = now;
      store.handle = requestAnimationFrame(store.next);
    };
    store.handle = requestAnimationFrame(store.next);
  });
  for (let step = 1; step <= STEPS * 2; step++) {
    const along = (step <= STEPS ? step : STEPS * 2 - step) * STEP_PX;
    // Each movement is answered by a frame before the next: the map is drawn as often as it can be.
    await page.mouse.move(x + along, y + along / 3);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  }
  const frames = await page.evaluate(() => {
    const store = window as unknown as { frames: number[]; handle: number };
    cancelAnimationFrame(store.handle);
    return store.frames;
  });
  await page.mouse.up();
  await page.waitForTimeout(600);
  // The first frames hold what the press began.
  return frames.slice(3);
}

/** Drags ours and the plain map in turns, `rounds` times each after one to warm up. */
export async function measurePanning(options: {
  readonly dist: string;
  /** The built plain page. */
  readonly plain: string;
  readonly browser: string;
  readonly rounds: number;
}): Promise<PanningMeasures> {
  const [oursServer, plainServer] = [await serve({ dir: options.dist }), await serve({ dir: options.plain })];
  const browser = await chromium.launch({ executablePath: options.browser, args: [...BROWSER_ARGS] });
  try {
    const { lon, lat, zoom } = CAMERA;
    const ours = await browser.newPage({ viewport: VIEWPORT });
    await ours.goto(new URL(`?m=${lon},${lat},${zoom}`, oursServer.url).href);
    await ours.locator(".map__drawing--covered").waitFor({ state: "attached" });
    await ours.waitForTimeout(1500);
    const box = await ours.locator(".map__surface").boundingBox();
    if (box === null) throw new Error("the map is not on the page");
    const plain = await browser.newPage({ viewport: VIEWPORT });
    const place = { lon, lat, zoom, w: box.width, h: box.height, left: box.x, top: box.y };
    const query = new URLSearchParams(Object.entries(place).map(([key, value]) => [key, String(value)]));
    await plain.goto(new URL(`?${query}`, plainServer.url).href);
    await plain.locator("[data-ready]").waitFor({ state: "attached" });
    const frames: { ours: number[]; plain: number[] }[] = [];
    for (let round = 0; round <= options.rounds; round++) {
      const turn = { ours: [] as number[], plain: [] as number[] };
      for (const [name, page] of [["plain", plain] as const, ["ours", ours] as const]) {
        await page.bringToFront();
        turn[name] = await dragged(page);
      }
      if (round > 0) frames.push(turn);
    }
    const ratios = (p: number) =>
      frames.flatMap((turn) => {
        const [mine, theirs] = [quantile(turn.ours, p), quantile(turn.plain, p)];
        return mine === null || theirs === null ? [] : [mine / theirs];
      });
    const hundredth = (value: number | null) => (value === null ? null : Math.round(value * 100) / 100);
    return {
      ours: spread(frames.flatMap((turn) => turn.ours)),
      plain: spread(frames.flatMap((turn) => turn.plain)),
      ratio: hundredth(quantile(ratios(0.5), 0.5)),
      ratioP95: hundredth(quantile(ratios(0.95), 0.5)),
    };
  } finally {
    await browser.close();
    await oursServer.close();
    await plainServer.close();
  }
}

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { PNG } from "pngjs";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildMapScene } from "@/scene/buildScene";
import { projector } from "@/scene/camera";
import { colorHex } from "@/scene/palette";
import type { MapScene, Mark } from "@/scene/scene";
import { programme, sceneInput } from "../fixtures/programme";
import { openSite, ROOT, type Site, type Visit, visit } from "./site";

const LAYERS = ["relief", "hazard", "works", "labels"];
const bare = { ...sceneInput("physical-progress"), layers: ["labels"] };
const scenes: Readonly<Record<string, MapScene>> = {
  progress: buildMapScene({ ...sceneInput("physical-progress"), layers: LAYERS }),
  poverty: buildMapScene({ ...sceneInput("poverty"), layers: LAYERS }),
  density: buildMapScene({ ...sceneInput("population-density"), layers: LAYERS }),
  bare: buildMapScene(bare),
  selected: buildMapScene({ ...bare, selection: { type: "commune", id: programme[13]!.code } }),
};
/** Small: software WebGL pays by the pixel. */
const SIZE = { width: 560, height: 420 };

const rgb = (hex: string) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
/** Pixels of a picture within a distance of a colour in every channel. */
function pixelsOf(picture: PNG, hex: string, within = 8): number {
  const wanted = rgb(hex);
  let count = 0;
  for (let at = 0; at < picture.data.length; at += 4)
    if (wanted.every((value, channel) => Math.abs(value - picture.data[at + channel]!) <= within)) count++;
  return count;
}
const picture = async (page: Page) => PNG.sync.read(await page.screenshot());
/** Class colours of a ramp that cover at least as much as a small commune. */
const classesSeen = async (page: Page, ramp: "progress" | "poverty", theme: "light" | "dark" = "light") => {
  const taken = await picture(page);
  return ([0, 1, 2, 3, 4] as const).filter((step) => pixelsOf(taken, colorHex(`${ramp}-${step}`, theme)) > 60)
    .length;
};

/** Software WebGL on a busy machine needs a while. */
const soon = <T>(ask: () => T) => expect.poll(ask, { interval: 100 });
const reports = (page: Page) => page.evaluate(() => window.rig?.reports ?? []);
const last = async (page: Page, kind: string) =>
  (await reports(page)).findLast((line) => line.startsWith(kind));
const ready = (page: Page, times = 1) =>
  page.waitForFunction(
    (n) => (window.rig?.reports.filter((line) => line === "ready").length ?? 0) >= n,
    times,
  );

const markOf = <T extends Mark["type"]>(scene: MapScene, type: T) =>
  scene.planes
    .flatMap(({ marks }) => marks)
    .filter((mark): mark is Extract<Mark, { type: T }> => mark.type === type);

describe("the WebGL map in a browser", () => {
  const dir = mkdtempSync(path.join(tmpdir(), "gl-page-"));
  let site: Site;
  let opened: Visit;
  beforeAll(async () => {
    await build({
      root: fileURLToPath(new URL("../render-gl/page", import.meta.url)),
      configFile: false,
      logLevel: "error",
      base: "./",
      publicDir: path.join(ROOT, "public"),
      resolve: { alias: { "@": path.join(ROOT, "src") } },
      build: {
        outDir: dir,
        emptyOutDir: true,
        assetsInlineLimit: 0,
        target: "es2022",
        minify: false,
        modulePreload: false,
      },
    });
    writeFileSync(
      path.join(dir, "scenes.json"),
      JSON.stringify(scenes, (_, value) => (value === Number.POSITIVE_INFINITY ? "Infinity" : value)),
    );
    site = await openSite({ dir });
    opened = await visit(site, "", { viewport: SIZE });
    await ready(opened.page);
  }, 60_000);
  afterAll(async () => {
    await site?.close();
    rmSync(dir, { recursive: true, force: true });
  });

  test("paints at least four classes, the ground around them and the hatches over them", async () => {
    expect(await classesSeen(opened.page, "progress")).toBeGreaterThanOrEqual(4);
    const taken = await picture(opened.page);
    expect(pixelsOf(taken, colorHex("ground", "light"))).toBeGreaterThan(10_000);
    // Thin strokes are mixed with what is below.
    expect(pixelsOf(taken, colorHex("hazard-stroke", "light"), 32)).toBeGreaterThan(100);
  });

  test("puts every place where the drawing puts it, to half a pixel", async () => {
    const points = markOf(scenes.progress!, "label").map(({ point }) => point);
    const { camera, at } = await opened.page.evaluate(
      (places) => ({
        camera: window.rig!.camera,
        at: places.map((place) => window.rig!.map.project(place)),
      }),
      points,
    );
    const project = projector(camera, SIZE.width, SIZE.height);
    const off = points.map((point, index) => {
      const [x, y] = project(point);
      return Math.hypot(x - at[index]![0], y - at[index]![1]);
    });
    expect(points.length).toBeGreaterThan(90);
    expect(Math.max(...off)).toBeLessThan(0.5);
  });

  test("a picture of one scene replaces another's, the last one wins, within 50 ms of work each", async () => {
    const { page } = opened;
    await page.evaluate(() => {
      for (const name of ["poverty", "density", "bare", "progress", "density", "poverty"])
        window.rig?.show(name);
    });
    await soon(() => classesSeen(page, "poverty")).toBeGreaterThanOrEqual(4);
    await soon(() => classesSeen(page, "progress")).toBeLessThanOrEqual(1);
    await page.evaluate(() => {
      for (const name of ["density", "poverty", "density", "poverty", "progress"]) window.rig?.show(name);
    });
    const costs = await page.evaluate(() => window.rig!.costs);
    expect(costs.toSorted((a, b) => a - b)[Math.floor(costs.length / 2)]).toBeLessThan(50);
    await soon(() => classesSeen(page, "progress")).toBeGreaterThanOrEqual(4);
  });

  test("names the commune under the pointer, and the work where one stands", async () => {
    const { page } = opened;
    const camera = await page.evaluate(() => window.rig!.camera);
    const project = projector(camera, SIZE.width, SIZE.height);
    await page.evaluate(() => window.rig?.show("bare"));
    for (const { code, labelPoint } of programme.slice(12, 15)) {
      const [x, y] = project(labelPoint);
      await page.mouse.move(x, y);
      await soon(() => last(page, "hover")).toBe(`hover commune:${code}`);
    }
    await page.evaluate(() => window.rig?.show("progress"));
    const work = markOf(scenes.progress!, "work").at(-1)!;
    const [x, y] = project(work.point);
    let tries = 0;
    // Four pixels off still hits: a finger is no needle.
    await soon(async () => {
      await page.mouse.move(x + 3 + (tries++ % 2), y + 3);
      return last(page, "hover");
    }).toMatch(/^hover work:/);
    await page.mouse.click(x, y);
    await soon(() => last(page, "select")).toBe(`select work:${work.subject!.id}`);
    await page.mouse.move(2, 2);
    await soon(() => last(page, "hover")).toBe("hover nothing");
  });

  test("adds and removes planes: the selected commune's outline comes and goes", async () => {
    const { page } = opened;
    const outline = async () => pixelsOf(await picture(page), colorHex("accent", "light"));
    await page.evaluate(() => window.rig?.show("bare"));
    await soon(outline).toBeLessThan(5);
    await page.evaluate(() => window.rig?.show("selected"));
    await soon(outline).toBeGreaterThan(60);
    await page.evaluate(() => window.rig?.show("bare"));
    await soon(outline).toBeLessThan(5);
  });

  test("changes its theme and back", async () => {
    const { page } = opened;
    await page.evaluate(() => {
      window.rig?.show("progress");
      window.rig?.map.setTheme("dark");
    });
    await soon(() => classesSeen(page, "progress", "dark")).toBeGreaterThanOrEqual(4);
    expect(pixelsOf(await picture(page), colorHex("ground", "dark"))).toBeGreaterThan(10_000);
    await page.evaluate(() => window.rig?.map.setTheme("light"));
    await soon(() => classesSeen(page, "progress")).toBeGreaterThanOrEqual(4);
  });

  test("stays within its bounds: no way out to a speck, no way to the sea", async () => {
    const { page } = opened;
    const camera = await page.evaluate(() => window.rig!.camera);
    await page.mouse.move(280, 210);
    for (let turn = 0; turn < 6; turn++) await page.mouse.wheel(0, 900);
    await page.mouse.down();
    await page.mouse.move(555, 415, { steps: 4 });
    await page.mouse.up();
    await soon(() => last(page, "camera")).toBeDefined();
    await page.waitForTimeout(400);
    const at = JSON.parse((await last(page, "camera"))!.slice("camera ".length));
    const [west, south, east, north] = scenes.progress!.frame;
    expect(at.zoom).toBeGreaterThan(camera.zoom - 0.36);
    expect(at.center[0]).toBeGreaterThanOrEqual(west - 1e-6);
    expect(at.center[0]).toBeLessThanOrEqual(east + 1e-6);
    expect(at.center[1]).toBeGreaterThanOrEqual(south - 1e-6);
    expect(at.center[1]).toBeLessThanOrEqual(north + 1e-6);
    await page.evaluate(() => window.rig!.map.setCamera(window.rig!.camera));
  });

  test("comes back from a lost context twice, then gives up and leaves nothing", async () => {
    const { page } = opened;
    const lose = () =>
      page.evaluate(() =>
        document
          .querySelector("canvas")
          ?.getContext("webgl2")
          ?.getExtension("WEBGL_lose_context")
          ?.loseContext(),
      );
    for (const times of [2, 3]) {
      await lose();
      await ready(page, times);
      await soon(() => classesSeen(page, "progress")).toBeGreaterThanOrEqual(4);
    }
    await lose();
    await soon(() => last(page, "failed")).toBe("failed context-lost");
    expect((await reports(page)).filter((line) => line === "lost")).toHaveLength(2);
    expect(await page.locator("canvas").count()).toBe(0);
  });

  test("at peace with the policy, without a word in the console, within its origin", () => {
    expect(opened.complaints).toEqual([]);
  });

  test("without WebGL it says so and leaves nothing behind", async () => {
    const { page, close } = await visit(site, "", {
      viewport: SIZE,
      prepare: (blank) =>
        blank.addInitScript(() => {
          HTMLCanvasElement.prototype.getContext = () => null;
        }),
    });
    await soon(() => last(page, "failed")).toBe("failed no-webgl");
    expect(await page.locator("#map > *").count()).toBe(0);
    await close();
  });

  test("without its worker it says so", async () => {
    const { page, close } = await visit(site, "", {
      viewport: SIZE,
      prepare: (blank) => blank.route(/worker/, (route) => route.abort()),
    });
    await soon(() => last(page, "failed")).toBe("failed no-worker");
    expect(await page.locator("canvas").count()).toBe(0);
    await close();
  });

  test("a missing relief picture and missing fonts leave the rest of the map", async () => {
    const { page, close } = await visit(site, "", {
      viewport: SIZE,
      prepare: (blank) => blank.route(/shading|woff2/, (route) => route.abort()),
    });
    await ready(page);
    expect(await classesSeen(page, "progress")).toBeGreaterThanOrEqual(4);
    await close();
  });
});

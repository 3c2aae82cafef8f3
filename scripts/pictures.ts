import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { chromium, type Page } from "playwright-core";
import { BROWSER_ARGS, findBrowser, NO_BROWSER } from "./browser.mjs";
import { ROOT } from "./install.mjs";
import { serve } from "./serve.mjs";

/** The README's pictures, taken from the built site, and the site's icon: `npx tsx scripts/pictures.ts`. */
const MAP = ".map__drawing--covered";
const PICTURES = [
  { file: "explore.webp", address: "?t=light", width: 1440, height: 900, ready: MAP },
  { file: "panel-dark.webp", address: "?c=07654&t=dark", width: 1440, height: 900, ready: MAP },
  { file: "phone.webp", address: "?c=07654&t=light", width: 390, height: 844, ready: MAP },
  { file: "compare.webp", address: "so-sanh/", width: 1440, height: 900, ready: "#xep-hang .ranking" },
  { file: "dossier.webp", address: "xa/07621/", width: 1440, height: 900, ready: ".dossier__map" },
] as const;
const OUT = path.join(ROOT, "public", "readme");
const ICON_SIZE = 64;

/** The site's icon as dots, from its drawing. */
async function icon(page: Page): Promise<Buffer> {
  await page.setViewportSize({ width: ICON_SIZE, height: ICON_SIZE });
  const drawing = readFileSync(path.join(ROOT, "scripts", "icon.svg"), "utf8");
  await page.setContent(`<style>*{margin:0}svg{display:block;width:100vw;height:100vh}</style>${drawing}`);
  return page.screenshot({ omitBackground: true });
}

/** A PNG as WebP, by the browser itself: no picture library is needed for three pictures. */
async function webp(page: Page, png: Buffer, quality: number): Promise<Buffer> {
  const text = await page.evaluate(
    async ({ source, level }) => {
      const bytes = Uint8Array.from(atob(source), (character) => character.charCodeAt(0));
      const picture = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
      const canvas = document.createElement("canvas");
      canvas.width = picture.width;
      canvas.height = picture.height;
      canvas.getContext("2d")?.drawImage(picture, 0, 0);
      return canvas.toDataURL("image/webp", level).split(",")[1] ?? "";
    },
    { source: png.toString("base64"), level: quality },
  );
  return Buffer.from(text, "base64");
}

const executablePath = findBrowser();
if (executablePath === null) throw new Error(NO_BROWSER);
mkdirSync(OUT, { recursive: true });
const server = await serve({ dir: path.join(ROOT, "dist") });
const browser = await chromium.launch({ executablePath, args: BROWSER_ARGS });
try {
  const converter = await browser.newPage();
  writeFileSync(path.join(ROOT, "public", "favicon.png"), await icon(converter));
  for (const { file, address, width, height, ready } of PICTURES) {
    const page = await browser.newPage({ viewport: { width, height } });
    await page.goto(`${server.url}${address}`);
    await page.locator(ready).first().waitFor({ state: "attached", timeout: 60_000 });
    await page.waitForTimeout(2000);
    const picture = await webp(converter, await page.screenshot(), 0.65);
    writeFileSync(path.join(OUT, file), picture);
    console.log(`public/readme/${file} ${(picture.length / 1000).toFixed(0)} kB`);
    await page.close();
  }
} finally {
  await browser.close();
  await server.close();
}

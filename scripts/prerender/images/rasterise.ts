import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { initWasm, Resvg } from "@resvg/resvg-wasm";
import { outlineText } from "./outlineText";
import { indexColors, MOST_COLORS } from "./palette";
import { encodePng } from "./png";

let ready: Promise<void> | undefined;

/** The package keeps its program for the whole process and refuses a second one, also to a second copy of this module. */
const ALREADY = /already initialized/i;

/** The same program on every machine: a WebAssembly module has no build of its own for each platform, and so no pixels of its own. */
const start = (): Promise<void> => {
  ready ??= readFile(createRequire(import.meta.url).resolve("@resvg/resvg-wasm/index_bg.wasm"))
    .then((wasm) => initWasm(wasm))
    .catch((error: unknown) => {
      if (!ALREADY.test(String(error))) {
        throw error;
      }
    });
  return ready;
};

/** Opaque pixels, RGBA. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** An SVG document as pixels, `width` of them wide. No font is ever looked for: text must have been outlined. */
export async function pixelsOf(svg: string, width: number): Promise<Pixels> {
  await start();
  const resvg = new Resvg(svg, {
    fitTo: { mode: "width", value: width },
    background: "#ffffff",
  });
  const image = resvg.render();
  const found = { width: image.width, height: image.height, pixels: image.pixels };
  image.free();
  resvg.free();
  return found;
}

/** What a picture in a message or a list of links may weigh, bytes: more takes seconds on a phone, and some services then leave it out. */
export const PNG_BUDGET = 120_000;

/**
 * An SVG document as PNG, `width` px wide: letters of the site's fonts, at most 256 colours, the same bytes every time. One that is heavier than
 * `PNG_BUDGET` gets fewer colours, which are seen in soft edges alone; one that cannot be made lighter so is left as it is.
 */
export async function rasterise(svg: string, width: number): Promise<Uint8Array> {
  const { pixels, ...size } = await pixelsOf(outlineText(svg), width);
  const fewer = [MOST_COLORS / 2, MOST_COLORS / 4];
  let png = encodePng(indexColors(pixels, size));
  for (const most of fewer) {
    if (png.length <= PNG_BUDGET) break;
    png = encodePng(indexColors(pixels, { ...size, most }));
  }
  return png;
}

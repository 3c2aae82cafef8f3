import { PNG } from "pngjs";
import { expect, test, vi } from "vitest";
import { PNG_BUDGET, pixelsOf, rasterise } from "../../../../scripts/prerender/images/rasterise";
import { rasterPool } from "../../../../scripts/prerender/images/rasterPool";

const svg = (body: string, size = 40) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 ${size} ${size}">${body}</svg>`;
const WORDS = svg('<text x="4" y="28" font-size="20" fill="#1f1c17">Kỳ</text>');
const decode = (png: Uint8Array) => PNG.sync.read(Buffer.from(png));
const hexAt = ({ data, width }: PNG, x: number, y: number) =>
  `#${data.subarray(4 * (y * width + x), 4 * (y * width + x) + 3).toString("hex")}`;

test("as wide as asked, in proportion, on white", async () => {
  const png = decode(await rasterise(svg('<rect x="10" width="30" height="40" fill="#4b9a9f"/>'), 80));
  expect([png.width, png.height]).toEqual([80, 80]);
  expect(hexAt(png, 5, 40)).toBe("#ffffff");
  expect(hexAt(png, 60, 40)).toBe("#4b9a9f");
});

test("letters are there, in their ink", async () => {
  const png = decode(await rasterise(WORDS, 160));
  const dark = [...png.data].filter((value, at) => at % 4 === 1 && value < 60).length;
  expect(dark).toBeGreaterThan(300);
  const none = decode(await rasterise(svg(""), 160));
  expect([...none.data].filter((value, at) => at % 4 === 1 && value < 60)).toHaveLength(0);
});

test("a text that was not outlined is not drawn: no font of the machine is looked for", async () => {
  const { pixels } = await pixelsOf(WORDS, 160);
  expect(pixels.every((value) => value === 255)).toBe(true);
});

test("patterns and paint order are drawn", async () => {
  const body =
    '<defs><pattern id="p" width="8" height="8" patternUnits="userSpaceOnUse"><path d="M0 0H8V4H0z" fill="#ff0000"/></pattern></defs><rect width="40" height="40" fill="url(#p)"/><path d="M10 20h20" stroke="#00ff00" stroke-width="8" fill="#000000" paint-order="stroke"/>';
  const png = decode(await rasterise(svg(body), 40));
  expect([hexAt(png, 2, 2), hexAt(png, 2, 6), hexAt(png, 2, 10)]).toEqual(["#ff0000", "#ffffff", "#ff0000"]);
  expect(hexAt(png, 20, 20)).toBe("#00ff00");
});

test("the same bytes every time, in a worker as well", async () => {
  const written = new Map<string, Uint8Array>();
  const pool = rasterPool((path, png) => written.set(path, png), 2);
  for (const path of ["a.png", "b.png", "c.png"]) pool.add(path, { svg: WORDS, width: 40 });
  await pool.end();
  expect([...written.keys()].toSorted()).toEqual(["a.png", "b.png", "c.png"]);
  const here = await rasterise(WORDS, 80);
  expect(await rasterise(WORDS, 80)).toEqual(here);
  for (const png of written.values()) expect(Buffer.from(png).equals(here)).toBe(true);
});

test("a second copy of the module in one process draws as well", async () => {
  const here = await rasterise(WORDS, 80);
  vi.resetModules();
  const copy: typeof import("../../../../scripts/prerender/images/rasterise") = await import(
    "../../../../scripts/prerender/images/rasterise"
  );
  expect(copy.rasterise).not.toBe(rasterise);
  expect(await copy.rasterise(WORDS, 80)).toEqual(here);
});

test("nothing to make ends at once; a picture that cannot be made is named", async () => {
  await rasterPool(() => undefined).end();
  const pool = rasterPool(() => undefined, 1);
  pool.add("xa/1/chia-se.png", { svg: svg("<text>漢</text>"), width: 40 });
  pool.add("xa/2/chia-se.png", { svg: WORDS, width: 40 });
  await expect(pool.end()).rejects.toThrow("xa/1/chia-se.png: Error: no letter");
});

test("a file that cannot be written stops the pool", async () => {
  const pool = rasterPool(() => {
    throw new Error("disk full");
  }, 1);
  pool.add("a.png", { svg: WORDS, width: 40 });
  await expect(pool.end()).rejects.toThrow("disk full");
});

test("a heavy picture gets fewer colours", async () => {
  const spots = Array.from({ length: 16_000 }, (_, index) => {
    const [x, y] = [(index * 7919) % 797, (index * 104_729) % 787];
    return `<circle cx="${x}" cy="${y}" r="3.3" fill="#${((index * 2_654_435) % 0xffffff).toString(16).padStart(6, "0")}"/>`;
  });
  const png = await rasterise(svg(spots.join(""), 800), 800);
  const colors = Buffer.from(png).readUInt32BE(33) / 3;
  expect(colors).toBeLessThanOrEqual(128);
  expect(png.length > PNG_BUDGET ? colors : 64).toBe(64);
});

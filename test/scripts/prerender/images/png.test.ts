import { PNG } from "pngjs";
import { expect, test } from "vitest";
import { indexColors } from "../../../../scripts/prerender/images/palette";
import { encodePng } from "../../../../scripts/prerender/images/png";

const SIZE = { width: 64, height: 48 };
/** `colorAt` → opaque pixels. */
const pixelsOf = (colorAt: (index: number) => readonly [number, number, number]) =>
  Uint8Array.from(
    Array.from({ length: SIZE.width * SIZE.height }, (_, index) => [...colorAt(index), 255]).flat(),
  );
const decode = (png: Uint8Array) => PNG.sync.read(Buffer.from(png));
/** 3,072 colours. */
const MANY = pixelsOf((index) => [index % 256, (index * 7) % 256, Math.floor(index / 12)]);
/** Two flat areas, and an edge of 1,024 shades between them. */
const FLAT = pixelsOf((index) =>
  index < 1024 ? [0x4b, 0x9a, 0x9f] : index < 2048 ? [0xea, 0xe5, 0xda] : [index % 251, 128, index % 83],
);

test("few colours come back exactly", () => {
  const few = pixelsOf((index) => [index % 16, 200, 16 * (index % 5)]);
  const { width, height, data } = decode(encodePng(indexColors(few, SIZE)));
  expect([width, height]).toEqual([SIZE.width, SIZE.height]);
  expect(Uint8Array.from(data)).toEqual(few);
});

test("of many colours at most 256 are kept, each near what it was", () => {
  const indexed = indexColors(MANY, SIZE);
  expect(indexed.colors.length).toBeLessThanOrEqual(3 * 256);
  const { data } = decode(encodePng(indexed));
  const off = [...data].reduce((sum, value, at) => sum + Math.abs(value - MANY[at]!), 0) / data.length;
  expect(off).toBeLessThan(12);
});

test("fewer colours when fewer are asked for, and the commonest stay exact", () => {
  for (const most of [256, 64, 16]) {
    const indexed = indexColors(FLAT, { ...SIZE, most });
    // Of a box with other colours it would only be the mean.
    expect([...indexed.colors.subarray(0, 6)].toSorted()).toEqual(
      [0x4b, 0x9a, 0x9f, 0xea, 0xe5, 0xda].toSorted(),
    );
    expect(indexed.colors.length).toBeLessThanOrEqual(3 * most);
    expect(indexed.colors.length).toBeGreaterThan(3 * most * 0.8);
    const { data } = decode(encodePng(indexed));
    expect([...data.subarray(0, 3)]).toEqual([0x4b, 0x9a, 0x9f]);
    expect([...data.subarray(4 * 2000, 4 * 2000 + 3)]).toEqual([0xea, 0xe5, 0xda]);
  }
});

test("one colour is one colour; the last run is counted", () => {
  expect(
    indexColors(
      pixelsOf(() => [1, 2, 3]),
      SIZE,
    ).colors,
  ).toEqual(Uint8Array.of(1, 2, 3));
});

test("the same pixels are the same bytes, and the file holds nothing but the picture", () => {
  const png = encodePng(indexColors(MANY, SIZE));
  expect(encodePng(indexColors(MANY.slice(), SIZE))).toEqual(png);
  const types: string[] = [];
  const view = new DataView(png.buffer, png.byteOffset);
  for (let at = 8; at < png.length; at += view.getUint32(at) + 12)
    types.push(Buffer.from(png.subarray(at + 4, at + 8)).toString("latin1"));
  expect(types).toEqual(["IHDR", "PLTE", "IDAT", "IEND"]);
});

test("a class whose colour is one of many alike keeps it to the last bit", () => {
  const own = [0x8c, 0xc4, 0xba] as const;
  const crowd = pixelsOf((index) =>
    index % 20 === 0
      ? own
      : [own[0] + (index % 41) - 20, own[1] + ((index * 7) % 37) - 18, own[2] + ((index * 11) % 29) - 14],
  );
  const { data } = decode(encodePng(indexColors(crowd, { ...SIZE, most: 16 })));
  expect([...data.subarray(0, 3)]).toEqual([...own]);
});

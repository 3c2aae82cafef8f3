import { describe, expect, test } from "vitest";
import { LOCATOR_SIZE } from "@/render/svg/LocatorDrawing";
import { buildMapScene } from "@/scene/buildScene";
import { cameraBeside, MARGIN, mapMarkup, withoutImages } from "../../../../scripts/prerender/images/mapPart";
import { textsOf } from "../../../../scripts/prerender/images/outlineText";
import { locator, sceneInput } from "../../../fixtures/programme";

const BOX = { x: 3, y: 56, width: 434, height: 214 };
const PROVINCE = [105.86, 20.96, 107.03, 21.63] as const;
const scene = buildMapScene(sceneInput("physical-progress"));
const camera = cameraBeside(PROVINCE, BOX, 111);
const drawn = (part: Partial<Parameters<typeof mapMarkup>[2]> = {}) =>
  mapMarkup(scene, BOX, { camera, locale: "vi", locator, ...part });

describe("a map in a picture", () => {
  test("is placed and cut to its box", () => {
    expect(drawn()).toMatch(/^<svg x="3" y="56" width="434" height="214" viewBox="0 0 434 214"/);
  });
  test("has hex colours, its textures with it, and refers to nothing outside", () => {
    const markup = drawn();
    expect(markup).not.toMatch(/var\(|<image|href="(?!#)/);
    for (const [, id] of markup.matchAll(/url\(#([^)]+)\)/g)) expect(markup).toContain(`<pattern id="${id}"`);
  });
  test("has scale, north in its language, and the inset with both archipelagos", () => {
    expect(textsOf(drawn())).toEqual(expect.arrayContaining(["0", "B", "Hoàng Sa", "Trường Sa"]));
    expect(textsOf(drawn({ locale: "en" }))).toContain("N");
    expect(textsOf(drawn()).filter((text) => /\d\skm$/.test(text))).toHaveLength(1);
  });
  test("has its inset at the top right", () => {
    expect(drawn()).toContain(`translate(${434 - MARGIN - LOCATOR_SIZE.width} ${MARGIN})`);
  });
  test("without an inset has a plate under scale and north, and names nothing of the country", () => {
    const markup = drawn({ locator: null });
    expect(markup).toContain('fill-opacity="0.86"');
    expect(textsOf(markup)).not.toContain("Hoàng Sa");
    expect(drawn()).not.toContain('fill-opacity="0.86"');
  });
  test("keeps scale and north inside its box", () => {
    const places = [
      ...drawn().matchAll(
        /<g transform="translate\(([-\d.]+) ([-\d.]+)\)"><(?:g font-size="11"|path d="M0 0L5)/g,
      ),
    ];
    expect(places).toHaveLength(2);
    for (const [, x, y] of places) {
      expect(Number(x)).toBeGreaterThan(0);
      expect(Number(x)).toBeLessThan(434);
      expect(Number(y)).toBeGreaterThan(0);
      expect(Number(y) + 26).toBeLessThan(214);
    }
  });
});

test("pictures inside a scene are left out, everything else stays", () => {
  const marks = scene.planes.flatMap((plane) => plane.marks);
  const kept = withoutImages(scene).planes.flatMap((plane) => plane.marks);
  expect(marks.some(({ type }) => type === "image")).toBe(true);
  expect(kept).toEqual(marks.filter(({ type }) => type !== "image"));
});

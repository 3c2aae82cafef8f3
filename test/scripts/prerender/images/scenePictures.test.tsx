import { PNG } from "pngjs";
import { describe, expect, test } from "vitest";
import type { BBox } from "@/domain/units";
import type { Locale } from "@/i18n/locale";
import { pictureMessages } from "@/i18n/messages/picture";
import { buildMapScene } from "@/scene/buildScene";
import { fitCamera, projector } from "@/scene/camera";
import { colorHex } from "@/scene/palette";
import type { MapScene } from "@/scene/scene";
import { PIXELS, type StandingPicture } from "../../../../scripts/prerender/images/frame";
import { cameraBeside } from "../../../../scripts/prerender/images/mapPart";
import { textsOf } from "../../../../scripts/prerender/images/outlineText";
import { PNG_BUDGET, rasterise } from "../../../../scripts/prerender/images/rasterise";
import {
  type ScenePicture,
  SHARE_SIZE,
  STATIC_WIDTH,
  sharePicture,
  staticPicture,
} from "../../../../scripts/prerender/images/scenePictures";
import { LANGUAGES, locator, REGISTER, sceneInput } from "../../../fixtures/programme";
import { overlaps, textBoxes } from "./textBoxes";

const PROVINCE: BBox = [105.86, 20.96, 107.03, 21.63];
const ADDRESS = "https://bando.example.vn/ct22/";
const INDICATORS = ["physical-progress", "poverty", "hazard-high", "population-density"] as const;

const sceneOf = (indicator: string, locale: Locale = "vi", selected: string | null = null): MapScene =>
  buildMapScene(
    sceneInput(indicator, {
      locale,
      layers: ["labels"],
      selection: selected === null ? null : { type: "commune", id: selected },
    }),
  );
const inputOf = (scene: MapScene, rest: Partial<ScenePicture> = {}): ScenePicture => ({
  scene,
  locale: "vi",
  locator,
  address: ADDRESS,
  frame: PROVINCE,
  ...rest,
});
const DRAW = { share: sharePicture, static: staticPicture } as const;
const FORMATS = ["share", "static"] as const;
const said = (picture: StandingPicture) => textsOf(picture.svg).join(" ");
const decode = (png: Uint8Array) => PNG.sync.read(Buffer.from(png));

describe.each(FORMATS)("the %s picture", (format) => {
  const draw = DRAW[format];

  test.each(INDICATORS.flatMap((indicator) => LANGUAGES.map((locale) => [indicator, locale] as const)))(
    "of %s, %s: no text over another, none beyond the edge",
    (indicator, locale) => {
      const picture = draw(inputOf(sceneOf(indicator, locale), { locale }));
      const boxes = textBoxes(picture.svg);
      expect(boxes.length).toBeGreaterThan(15);
      expect(overlaps(boxes)).toEqual([]);
      for (const { text, left, right, bottom } of boxes) {
        expect([text, left >= 0, right <= picture.width, bottom <= picture.height]).toEqual([
          text,
          true,
          true,
          true,
        ]);
      }
    },
  );

  test("says title, day, kind, boundary note, sources, whose it is, and names both archipelagos", () => {
    const scene = sceneOf("physical-progress");
    const text = said(draw(inputOf(scene)));
    for (const words of [
      scene.title,
      scene.notes[0]!,
      "Hoàng Sa",
      "Trường Sa",
      "Bản đồ Chương trình 22 · bando.example.vn/ct22",
    ])
      expect(text).toContain(words);
    expect(text).toContain(scene.asOfText.toLocaleLowerCase("vi").replace(/^số liệu /, ""));
    expect(text).toMatch(/Nguồn: /);
    expect(text).toMatch(/0 \d+.?km/);
  });

  test("states every class and every blank with its count", () => {
    const { legend } = sceneOf("physical-progress");
    const texts = textsOf(draw(inputOf(sceneOf("physical-progress"))).svg);
    const rest = [...texts];
    const take = (text: string) => {
      const at = rest.indexOf(text);
      expect([text, at >= 0]).toEqual([text, true]);
      rest.splice(at, 1);
    };
    for (const { count } of legend.classes) take(String(count));
    for (const { label, count } of legend.blanks) {
      if (format === "share") [label, String(count)].forEach(take);
      else take(pictureMessages.vi.fact(label, String(count)));
    }
  });

  test("bears the mark of made-up data when they are, and not one word of it when not", () => {
    const scene = sceneOf("population-density");
    expect(scene.kind).not.toBe("illustrative");
    const words = /minh họa|illustrative/i;
    expect(said(draw(inputOf(scene)))).not.toMatch(words);
    const madeUp: MapScene = {
      ...scene,
      kind: "illustrative",
      kindText: "Dữ liệu minh họa – không phải số liệu chính thức",
    };
    const texts = textsOf(draw(inputOf(madeUp)).svg);
    expect(texts).toContain("minh họa");
    expect(texts).toContain("Dữ liệu minh họa – không phải số liệu chính thức.");
    expect(draw(inputOf(madeUp)).alt).toMatch(words);
  });

  test("without an address none is written; without a locator there is no country to name", () => {
    const text = said(draw(inputOf(sceneOf("poverty"), { address: null, locator: null })));
    expect(text).not.toContain("bando.example.vn");
    expect(text).toContain("Bản đồ Chương trình 22");
    expect(text).not.toContain("Hoàng Sa");
  });

  test("a title of many words is wrapped, and nothing overlaps", () => {
    const long =
      "Tỷ lệ hộ nghèo và hộ cận nghèo đa chiều của đồng bào dân tộc thiểu số ở các xã đặc biệt khó khăn theo xã, phường";
    const picture = draw(inputOf({ ...sceneOf("poverty"), title: long }));
    const boxes = textBoxes(picture.svg);
    expect(overlaps(boxes)).toEqual([]);
    expect(boxes.filter(({ size, weight }) => size >= 17 && weight === 600).length).toBeGreaterThan(1);
    expect(said(picture)).toContain("khó khăn theo");
  });

  test("many sources take two lines and end in dots, and nothing overlaps", () => {
    const scene = sceneOf("poverty");
    const notes = [scene.notes[0]!, `Nguồn: ${"kế hoạch của Ủy ban nhân dân xã An Lạc; ".repeat(12)}`];
    const picture = draw(inputOf({ ...scene, notes }));
    expect(overlaps(textBoxes(picture.svg))).toEqual([]);
    expect(said(picture)).toContain("…");
  });

  test("no name on the map is cut by its edge or lies under the inset", () => {
    const picture = draw(inputOf(sceneOf("physical-progress")));
    const map = /<svg x="[^"]*" y="[^"]*" width="(\d+)" height="(\d+)"[\s\S]*?<\/svg>/.exec(picture.svg)!;
    const [width, height] = [Number(map[1]), Number(map[2])];
    const names = textBoxes(map[0], true).filter(
      ({ weight, text }) => weight > 0 && !/km|^0$|^B$|Sa$/.test(text),
    );
    expect(names.length).toBeGreaterThan(3);
    for (const { text, left, right, top, bottom } of names) {
      expect([text, left > 0, right < width, top > 0, bottom < height]).toEqual([
        text,
        true,
        true,
        true,
        true,
      ]);
      expect([text, right > width - 105 && top < 143]).toEqual([text, false]);
    }
  });

  test("its PNG has the colours of the classes where the communes are, is light enough, and the same every time", async () => {
    const scene = buildMapScene(sceneInput("poverty", { layers: [] }));
    const picture = draw(inputOf(scene));
    const bytes = await rasterise(picture.svg, picture.width * PIXELS);
    expect(Buffer.from(await rasterise(draw(inputOf(scene)).svg, picture.width * PIXELS)).equals(bytes)).toBe(
      true,
    );
    expect(bytes.length).toBeLessThan(PNG_BUDGET);
    const png = decode(bytes);
    expect([png.width, png.height]).toEqual([picture.width * PIXELS, picture.height * PIXELS]);
    const map = /<svg x="(\d+)" y="([\d.]+)" width="(\d+)" height="([\d.]+)"/.exec(picture.svg)!;
    const [, top = 0, width = 0, height = 0] = map.slice(1).map(Number);
    const project = projector(cameraBeside(PROVINCE, { width, height }, 96 + 9 + 6), width, height);
    const fills = new Map(
      scene.planes
        .flatMap(({ marks }) => marks)
        .flatMap((mark) =>
          mark.type === "area" &&
          mark.subject?.type === "commune" &&
          mark.fill !== null &&
          "color" in mark.fill
            ? [[mark.subject.id as string, colorHex(mark.fill.color, "light")] as const]
            : [],
        ),
    );
    expect(fills.size).toBeGreaterThan(10);
    let right = 0;
    for (const { code, labelPoint } of REGISTER.communes) {
      const fill = fills.get(code);
      if (fill === undefined) continue;
      const [x, y] = project(labelPoint).map((value, axis) =>
        Math.round(PIXELS * (value + (axis === 1 ? top : 0))),
      );
      const at = 4 * (y! * png.width + x!);
      if (`#${png.data.subarray(at, at + 3).toString("hex")}` === fill) right++;
    }
    // A commune may be so small that its point lies on a line.
    expect(right).toBeGreaterThan(fills.size * 0.9);
  });

  test("its letters are drawn: without them it is another picture", async () => {
    const { svg, width } = draw(inputOf(sceneOf("poverty")));
    const [whole, bare] = (
      await Promise.all(
        [svg, svg.replace(/<text\b[^>]*>[\s\S]*?<\/text>/g, "")].map((one) => rasterise(one, width)),
      )
    ).map(decode);
    const dark = ({ data }: PNG) => [...data].filter((value, at) => at % 4 === 1 && value < 110).length;
    expect(dark(whole!)).toBeGreaterThan(dark(bare!) + 2500);
  });

  test("every id stands once, nothing is referred to that is not there, no variable is left", () => {
    const { svg } = draw(inputOf(buildMapScene(sceneInput("hazard-high"))));
    const ids = [...svg.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const used = [...svg.matchAll(/url\(#([^)]+)\)|href="#([^"]+)"/g)].map(
      ([, paint, shape]) => paint ?? shape,
    );
    for (const id of used) expect(ids).toContain(id);
    expect(svg).not.toMatch(/var\(|NaN|undefined|<image/);
  });
});

test("a share picture has the size services ask for, and letters that can be read at half of it", () => {
  const picture = sharePicture(inputOf(sceneOf("poverty")));
  expect([picture.width, picture.height]).toEqual([SHARE_SIZE.width, SHARE_SIZE.height]);
  expect(PIXELS * SHARE_SIZE.width).toBe(1200);
  expect(PIXELS * SHARE_SIZE.height).toBe(630);
  // At 600 px it is shown at its own size.
  for (const { text, size } of textBoxes(picture.svg)) expect([text, size >= 9.5]).toEqual([text, true]);
});

test("a share picture leaves signs out, an embedded one explains them", () => {
  const scene = buildMapScene(sceneInput("physical-progress"));
  const share = sharePicture(inputOf(scene));
  expect(share.svg).not.toContain('data-plane="works"');
  const embedded = staticPicture(inputOf(scene));
  expect(embedded.svg).toContain('data-plane="works"');
  const rows = scene.layerLegends
    .filter(({ layer, on }) => on && layer === "works")
    .flatMap(({ rows: all }) => all);
  for (const { label, swatch } of rows.filter(
    ({ swatch: one }) => one.type === "mark" && one.mark.type === "work",
  ))
    expect([swatch.type, said(embedded)]).toEqual([swatch.type, expect.stringContaining(label)]);
});

test("an embedded picture points at the marked commune, or at the value of all", () => {
  const scene = sceneOf("physical-progress", "vi", "07654");
  const row = scene.legend.values.find(({ code }) => code === "07654")!;
  const marked = said(staticPicture(inputOf(scene, { marked: row.code })));
  expect(marked).toContain(`An Lạc ${row.label}`);
  expect(marked).not.toContain(scene.legend.overall!.label);
  const all = said(staticPicture(inputOf(scene)));
  expect(all).toContain(scene.legend.overall!.label);
  expect(staticPicture(inputOf(scene)).width).toBe(STATIC_WIDTH);
});

test("classes too narrow for their counts are drawn equally wide, without bars that would then lie", () => {
  const scene = sceneOf("physical-progress");
  const narrow = [0, 1, 2, 3, 4, 100];
  const legend = {
    ...scene.legend,
    extent: [0, 100] as const,
    classes: scene.legend.classes.map((one, index) => ({
      ...one,
      from: narrow[index]!,
      to: narrow[index + 1]!,
    })),
    ticks: narrow.map((value) => ({ value, label: String(value) })),
  };
  const picture = staticPicture(inputOf({ ...scene, legend }));
  expect(overlaps(textBoxes(picture.svg))).toEqual([]);
  expect(said(picture)).not.toContain(pictureMessages.vi.bars);
  expect(said(staticPicture(inputOf(scene)))).toContain(pictureMessages.vi.bars);
});

test("the camera leaves the right of the map to the inset", () => {
  const box = { width: 434, height: 218 };
  const project = projector(cameraBeside(PROVINCE, box, 111), box.width, box.height);
  const [west, north] = project([PROVINCE[0], PROVINCE[3]]);
  const [east, south] = project([PROVINCE[2], PROVINCE[1]]);
  expect(west).toBeGreaterThan(0);
  expect(east).toBeLessThan(434 - 111);
  expect(north).toBeGreaterThan(0);
  expect(south).toBeLessThan(218);
  expect(cameraBeside(PROVINCE, box, 0).zoom).toBeCloseTo(fitCamera(PROVINCE, 434, 218, 0.035).zoom, 9);
});

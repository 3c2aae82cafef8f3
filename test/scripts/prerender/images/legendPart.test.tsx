import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import type { CommuneCode } from "@/domain/commune";
import { buildMapScene } from "@/scene/buildScene";
import { colorHex } from "@/scene/palette";
import type { ChoroplethLegend, LayerLegend } from "@/scene/scene";
import {
  blankEntries,
  entries,
  FillBox,
  layerEntries,
  legendAxis,
  legendList,
} from "../../../../scripts/prerender/images/legendPart";
import { textsOf } from "../../../../scripts/prerender/images/outlineText";
import { sceneInput } from "../../../fixtures/programme";
import { overlaps, textBoxes } from "./textBoxes";

const html = (node: React.ReactNode) => renderToStaticMarkup(node);
const scene = buildMapScene(sceneInput("physical-progress"));
const LEGEND: ChoroplethLegend = scene.legend;
const PLACE = { x: 10, top: 0, width: 366, locale: "vi" } as const;
const rects = (markup: string) =>
  [...markup.matchAll(/<rect ([^>]*)>/g)].map(([, attributes = ""]) => {
    const value = (name: string) => new RegExp(`(?:^| )${name}="([^"]*)"`).exec(attributes)?.[1];
    return {
      x: Number(value("x")),
      y: Number(value("y")),
      width: Number(value("width")),
      height: Number(value("height")),
      fill: value("fill"),
    };
  });

describe("a box of the key", () => {
  test("has its colour, or its texture on land", () => {
    const at = { x: 3, y: 4, width: 22, height: 11 };
    expect(html(<FillBox fill={{ color: "poverty-2" }} {...at} />)).toContain(
      `fill="${colorHex("poverty-2", "light")}"`,
    );
    const textured = html(<FillBox fill={{ pattern: "unassessed" }} {...at} />);
    expect(textured).toContain(`fill="${colorHex("land", "light")}"`);
    expect(textured.indexOf("land")).toBeLessThan(textured.indexOf("url(#k-unassessed)"));
  });
  test("begins its texture at its own corner", () => {
    expect(html(<FillBox fill={{ pattern: "unassessed" }} x={3} y={4} width={22} height={11} />)).toMatch(
      /^<g transform="translate\(3 4\)"><rect x="0\.5" y="0\.5"/,
    );
  });
  test("keeps a share of opacity and an outline of its own", () => {
    const markup = html(
      <FillBox
        fill={{ color: "ink", opacity: 0.4 }}
        stroke={{ color: "accent", width: 2 }}
        x={0}
        y={0}
        width={9}
        height={9}
      />,
    );
    expect(markup).toContain('fill-opacity="0.4"');
    expect(markup).toContain(`stroke="${colorHex("accent", "light")}" stroke-width="2"`);
  });
});

describe("the key as a list", () => {
  const at = { x: 448, top: 60, width: 140, locale: "vi" } as const;
  const { node, height } = legendList(LEGEND, at);
  const markup = html(node);
  test("has a row for each class and each blank, its count at the right edge", () => {
    const boxes = textBoxes(markup);
    for (const { label, count } of [...LEGEND.classes, ...LEGEND.blanks]) {
      const row = boxes.find(({ text }) => text === label)!;
      const beside = boxes.find(({ text, bottom }) => text === String(count) && bottom === row.bottom)!;
      expect(beside.right).toBeCloseTo(588, 1);
      expect(row.left).toBe(448 + 22 + 6);
    }
  });
  test("stays in its column and is as high as it says", () => {
    expect(overlaps(textBoxes(markup))).toEqual([]);
    for (const { left, right, top, bottom } of textBoxes(markup)) {
      expect(left).toBeGreaterThanOrEqual(448);
      expect(right).toBeLessThanOrEqual(588.01);
      expect(top).toBeGreaterThanOrEqual(60);
      expect(bottom).toBeLessThanOrEqual(60 + height);
    }
  });
  test("sums up: values and blanks are all communes", () => {
    expect(textsOf(markup).join(" ")).toContain(LEGEND.sum);
  });
  test("says nothing is there in a quieter ink than what is there", () => {
    const legend = { ...LEGEND, classes: [{ ...LEGEND.classes[0]!, count: 0, label: "0–5" }], blanks: [] };
    expect(html(legendList(legend, at).node)).toContain(`fill="${colorHex("ink3", "light")}">0–5<`);
  });
  test("gives a long unit lines of its own, above the word for communes", () => {
    const legend = { ...LEGEND, unitText: "triệu đồng trên một hộ nghèo và cận nghèo" };
    const boxes = textBoxes(html(legendList(legend, at).node));
    expect(overlaps(boxes)).toEqual([]);
    expect(legendList(legend, at).height).toBeGreaterThan(height);
  });
});

describe("the key as a number line", () => {
  test("has classes of true widths in order, from one end to the other", () => {
    const markup = html(legendAxis(LEGEND, PLACE).node);
    const boxes = rects(markup).filter(({ height, fill }) => height === 13 && fill !== "none");
    expect(boxes.map(({ fill }) => fill)).toEqual(
      LEGEND.classes.map(({ color }) => colorHex(color, "light")),
    );
    const [low, high] = LEGEND.extent;
    for (const [index, { from, to }] of LEGEND.classes.entries()) {
      expect(boxes[index]!.x).toBeCloseTo(10 + (366 * (from - low)) / (high - low), 1);
      expect(boxes[index]!.width).toBeCloseTo((366 * (to - from)) / (high - low), 1);
    }
  });
  test("has bars that stand for every value", () => {
    const { node, hasBars } = legendAxis(LEGEND, PLACE);
    expect(hasBars).toBe(true);
    const bars = rects(html(node)).filter(
      ({ fill, height }) => fill === colorHex("line2", "light") && height !== 13,
    );
    expect(bars.length).toBeGreaterThan(0);
    expect(bars.length).toBeLessThanOrEqual(LEGEND.values.length);
    const base = Math.max(...bars.map(({ y, height }) => y + height));
    for (const { y, height } of bars) expect(y + height).toBeCloseTo(base, 1);
  });
  test("has a bar where a value is, the tallest where most are", () => {
    const [low, high] = LEGEND.extent;
    const at = (share: number, index: number) => ({
      code: `0000${index}` as CommuneCode,
      value: low + share * (high - low),
      label: "",
    });
    const values = [0.1, 0.1, 0.1, 0.9].map(at);
    const markup = html(legendAxis({ ...LEGEND, values }, PLACE).node);
    const bars = rects(markup).filter(
      ({ fill, height }) => fill === colorHex("line2", "light") && height !== 13,
    );
    expect(bars.map(({ x }) => Math.round(((x - 10) / 366) * 40))).toEqual([4, 36]);
    expect(bars[0]!.height / bars[1]!.height).toBeCloseTo(3, 1);
  });
  test("labels every tick, and none over another", () => {
    const boxes = textBoxes(html(legendAxis(LEGEND, PLACE).node));
    for (const { label } of LEGEND.ticks) expect(boxes.map(({ text }) => text)).toContain(label);
    expect(overlaps(boxes)).toEqual([]);
    for (const { left, right } of boxes) {
      expect(left).toBeGreaterThanOrEqual(9.99);
      expect(right).toBeLessThanOrEqual(376.01);
    }
  });
  test("points at a marked commune in the accent, from above its value", () => {
    const { code, value, label } = LEGEND.values[0]!;
    const markup = html(legendAxis(LEGEND, { ...PLACE, marked: { code, name: "An Lạc" } }).node);
    expect(textsOf(markup)).toContain(`An Lạc ${label}`);
    expect(markup).toContain(colorHex("accent", "light"));
    const [low, high] = LEGEND.extent;
    const x = Math.round((10 + (366 * (value - low)) / (high - low)) * 100) / 100;
    expect(markup).toContain(`d="M${x} `);
  });
  test("points at the value of all where the marked commune has none", () => {
    const marked = { code: "00000" as CommuneCode, name: "Không có" };
    const texts = textsOf(html(legendAxis(LEGEND, { ...PLACE, marked }).node));
    expect(texts).toContain(LEGEND.overall!.label);
    expect(texts.join(" ")).not.toContain("Không có");
  });
  test("keeps the words of a pointer at an end within the line", () => {
    for (const value of LEGEND.extent) {
      const legend = { ...LEGEND, overall: { value, label: "Chung của cả tỉnh 46,2 %" } };
      const box = textBoxes(html(legendAxis(legend, PLACE).node)).find(({ text }) =>
        text.startsWith("Chung"),
      )!;
      expect(box.left).toBeGreaterThanOrEqual(9.99);
      expect(box.right).toBeLessThanOrEqual(376.01);
    }
  });
  test("of one commune's picture has neither counts nor bars nor a pointer", () => {
    const { node, height } = legendAxis(LEGEND, { ...PLACE, counts: false });
    expect(textsOf(html(node)).toSorted()).toEqual(LEGEND.ticks.map(({ label }) => label).toSorted());
    expect(height).toBeLessThan(legendAxis(LEGEND, PLACE).height);
  });
  test("with an extent of nothing draws nothing that is no number", () => {
    const legend = { ...LEGEND, extent: [0, 0] as const, classes: [], ticks: [], values: [], overall: null };
    expect(html(legendAxis(legend, PLACE).node)).not.toMatch(/NaN|Infinity/);
  });
  test("with equal classes keeps their order and their counts", () => {
    const narrow = [0, 1, 2, 3, 4, 100];
    const legend = {
      ...LEGEND,
      extent: [0, 100] as const,
      classes: LEGEND.classes.map((one, index) => ({ ...one, from: narrow[index]!, to: narrow[index + 1]! })),
      ticks: narrow.map((value) => ({ value, label: String(value) })),
    };
    const { node, hasBars } = legendAxis(legend, PLACE);
    expect(hasBars).toBe(false);
    const boxes = rects(html(node)).filter(({ height, fill }) => height === 13 && fill !== "none");
    expect(new Set(boxes.map(({ width }) => Math.round(width)))).toEqual(new Set([73]));
    for (const { count } of legend.classes) expect(textsOf(html(node))).toContain(String(count));
  });
});

describe("entries side by side", () => {
  const at = { x: 14, top: 100, width: 300 } as const;
  test("break into lines, keep their order, overlap nowhere", () => {
    const list = blankEntries(LEGEND, "vi");
    const { node, height } = entries(list, at);
    const boxes = textBoxes(html(node));
    expect(boxes.map(({ text }) => text)).toEqual(list.map(({ text }) => text));
    expect(overlaps(boxes)).toEqual([]);
    expect(new Set(boxes.map(({ bottom }) => bottom)).size).toBe(height / 14);
    for (const { right } of boxes) expect(right).toBeLessThanOrEqual(314);
  });
  test("of nothing take no room", () => {
    expect(entries([], at).height).toBe(0);
  });
  test("of blanks say how many communes each stands for", () => {
    expect(blankEntries(LEGEND, "vi").map(({ text }) => text)).toEqual(
      LEGEND.blanks.map(({ label, count }) => `${label}: ${count}`),
    );
  });
  test("of layers are those that are on, there, and have a sign to explain", () => {
    const row = (label: string, type: "line" | "none") => ({
      label,
      count: 3,
      swatch:
        type === "none" ? { type } : { type, stroke: { color: "ink" as const, width: 2, dash: [3, 2] } },
    });
    const layer = (id: string, part: Partial<LayerLegend>): LayerLegend => ({
      layer: id,
      group: "",
      title: "",
      on: true,
      unavailable: null,
      rows: [row(id, "line"), row(`${id}-words`, "none")],
      citation: "",
      ...part,
    });
    const list = layerEntries(
      [layer("a", {}), layer("b", { on: false }), layer("c", { unavailable: "chưa có" })],
      "vi",
    );
    expect(list.map(({ text }) => text)).toEqual(["a: 3"]);
    expect(html(entries(list, at).node)).toContain('stroke-dasharray="3 2"');
  });
  test("draw the signs of works, events and areas of the scene itself", () => {
    const all = buildMapScene(
      sceneInput("physical-progress", { layers: ["works", "hazard", "events", "villages", "status"] }),
    );
    const list = layerEntries(all.layerLegends, "vi");
    expect(list.length).toBeGreaterThan(8);
    const markup = html(entries(list, { x: 0, top: 0, width: 612 }).node);
    expect(markup).toContain("url(#k-hatch-high)");
    expect(markup).not.toMatch(/NaN|undefined|var\(/);
    expect(overlaps(textBoxes(markup))).toEqual([]);
  });
});

import { readFileSync } from "node:fs";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { BoundaryTopology } from "@/domain/geometry";
import { INDICATORS } from "@/indicators";
import { computeClassBreaks } from "@/indicators/classBreaks";
import { decodeBoundaries } from "@/scene/geometry";
import { textWidth } from "@/scene/labels";
import { COLORS, type ColorToken, colorHex } from "@/scene/palette";
import { DEFAULT_EMBED_VIEW, type EmbedView } from "@/state/embedView";
import { EmbedMap, LETTERINGS, NARROW_CROP } from "@/views/embed/EmbedMap";
import { type EmbedData, embedModel } from "@/views/embed/embedModel";
import { clipScene, cornerWeights } from "../../scripts/prerender/clipScene";
import { AS_OF, locator, programme, REGISTER, surroundings } from "../fixtures/programme";
import { code } from "../fixtures/register";

/**
 * Embedded maps as a frame shows them: `npx vitest run test/visual -u` draws them anew after a change that is meant. They stand on
 * the real boundaries and an invented Programme, so the scenario may change without moving them.
 */
const topology = JSON.parse(
  readFileSync("public/data/geo/communes-15m.topojson", "utf8"),
) as BoundaryTopology;
const weights = cornerWeights(topology);
const data: EmbedData = {
  register: REGISTER,
  boundaries: decodeBoundaries(topology),
  surroundings,
  locator,
  manifest: null,
  classBreaks: INDICATORS.map((indicator) => computeClassBreaks(indicator, REGISTER, [AS_OF])),
  site: null,
};

/** What the style sheet does to a drawing, for a file that has none: one set of letters, and strokes that do not scale. */
function picture(
  view: Partial<EmbedView>,
  lettering: (typeof LETTERINGS)[number]["id"],
  theme: "light" | "dark",
): string {
  const model = embedModel(data, { ...DEFAULT_EMBED_VIEW, asOf: AS_OF, ...view }, "vi");
  const { scene, camera, size, commune } = model;
  const html = renderToStaticMarkup(
    <EmbedMap model={{ ...model, scene: clipScene(scene, weights, { camera, ...size }) }} />,
  );
  const groups = LETTERINGS.map(({ id }) => `<g class="embed__${id}">`);
  const [narrow = -1, wide = -1] = groups.map((group) => html.indexOf(group));
  const end = html.lastIndexOf("</svg>");
  const shapes = html.slice(html.indexOf("<svg"), narrow);
  const letters = lettering === "narrow" ? html.slice(narrow, wide) : html.slice(wide, end);
  const width = LETTERINGS.find(({ id }) => id === lettering)!.width;
  // A narrow frame cuts what is right of the communes.
  const seen = lettering === "narrow" && commune === null ? size.width / NARROW_CROP : size.width;
  const style = ".o path,.o use{vector-effect:non-scaling-stroke}";
  return `${shapes}${letters}</svg>`
    .replace(
      /^<svg viewBox="[^"]*"/,
      `<svg xmlns="http://www.w3.org/2000/svg" font-family="system-ui,sans-serif" width="${width}" viewBox="0 0 ${seen} ${size.height}"`,
    )
    .replace("<defs>", `<style>${style}</style><defs>`)
    .replaceAll("<g data-plane=", '<g class="o" data-plane=')
    .replace(/var\(--c-([a-z0-9-]+)\)/g, (_, token: string) => {
      expect(Object.keys(COLORS)).toContain(token);
      return colorHex(token as ColorToken, theme);
    });
}

test.each([
  ["embed-province-narrow", { indicator: "physical-progress" }, "narrow", "light"],
  ["embed-19-wide", { indicator: "poverty", place: "19" }, "wide", "light"],
  [
    "embed-19-narrow-dark",
    { indicator: "physical-progress", place: "19", selected: code("07654") },
    "narrow",
    "dark",
  ],
  ["embed-an-lac-narrow", { place: code("07654") }, "narrow", "light"],
] as const)("%s", async (name, view, lettering, theme) => {
  const svg = picture(view, lettering, theme);
  expect(svg).not.toMatch(/\sstyle=|NaN|undefined|Infinity|var\(/);
  await expect(`${svg.replaceAll("><", ">\n<")}\n`).toMatchFileSnapshot(`./${name}.svg`);
});

test("letters keep their size whatever the frame: each set is written for its own width", () => {
  const sizes = LETTERINGS.map(({ id, width }) => {
    const svg = picture({ indicator: "poverty" }, id, "light");
    const names = /data-names="".*?<\/g>/s.exec(svg)?.[0] ?? "";
    const crop = id === "narrow" ? NARROW_CROP : 1;
    return [...names.matchAll(/font-size="([\d.]+)"/g)].map(
      ([, size]) => (Number(size) * crop * width) / 800,
    );
  });
  for (const own of sizes) {
    expect(own.length).toBeGreaterThan(10);
    for (const px of own) expect(px).toBeGreaterThanOrEqual(9.9);
    for (const px of own) expect(px).toBeLessThanOrEqual(13.1);
  }
  // The narrow frame has room for fewer.
  expect(sizes[0]!.length).toBeLessThan(sizes[1]!.length);
});

test("no name is cut by the frame, where it could read as another; none of the Programme's is lost for it", () => {
  for (const view of [
    { indicator: "poverty" },
    { place: "19" },
    ...["07654", "07774", "09301"].map((place) => ({ place: code(place) })),
  ] as const) {
    for (const { id, width } of LETTERINGS) {
      const svg = picture(view, id, "light");
      const [, , seen = 0, height = 0] = (/viewBox="([^"]+)"/.exec(svg)?.[1] ?? "").split(" ").map(Number);
      const scale = width / seen;
      const names = [
        ...(/data-names="".*?<\/g>/s.exec(svg)?.[0] ?? "").matchAll(
          /<text x="([\d.-]+)" y="([\d.-]+)" font-size="([\d.]+)" font-weight="(\d+)"[^>]*?( letter-spacing="[^"]+")?>([^<]+)</g,
        ),
      ].map(([, x, y, size, weight, spaced, text = ""]) => ({
        text,
        x: Number(x) * scale,
        y: Number(y) * scale,
        half: textWidth(text, Number(size) * scale, Number(weight) as 400, spaced !== undefined) / 2,
      }));
      expect(names.length).toBeGreaterThan("indicator" in view ? 10 : -1);
      for (const { text, x, y, half } of names) {
        expect(x - half, text).toBeGreaterThan(-1);
        expect(x + half, text).toBeLessThan(width + 1);
        expect(y, text).toBeGreaterThan(0);
        expect(y, text).toBeLessThan(height * scale + 1);
      }
      if ("place" in view && view.place === "19")
        expect(
          names.filter(({ text }) => programme.some(({ name }) => name === text)).length,
        ).toBeGreaterThan(13);
    }
  }
});

test("signs and numbers of a commune's works stand once in each set, at the same place of the map", () => {
  const places = LETTERINGS.map(({ id, width }) => {
    const svg = picture({ place: code("07654") }, id, "light");
    return [...svg.matchAll(/data-at="(-?[\d.]+) (-?[\d.]+)"/g)].map(([, x, y]) => [
      (Number(x) * 400) / width,
      (Number(y) * 400) / width,
    ]);
  });
  const [narrow = [], wide = []] = places;
  expect(narrow.length).toBe(wide.length);
  expect(narrow.length).toBeGreaterThan(5);
  for (const [index, [x = 0, y = 0]] of narrow.entries())
    expect(Math.hypot(x - (wide[index]?.[0] ?? 0), y - (wide[index]?.[1] ?? 0))).toBeLessThan(0.5);
});

import { describe, expect, test } from "vitest";
import { SECTORS } from "@/domain/work";
import {
  COLORS,
  type ColorToken,
  colorCss,
  colorHex,
  HAZARD_RAMP,
  RAMPS as INDICATOR_RAMPS,
  paletteCss,
  rampColor,
  relativeLuminance,
} from "@/scene/palette";
import { ciede2000, labOf, seenAs, VISIONS } from "./ciede2000";

const THEMES = ["light", "dark"] as const;

/** WCAG 2 contrast of two tokens. */
function contrast(a: ColorToken, b: ColorToken, theme: (typeof THEMES)[number]): number {
  const [one, two] = [a, b].map((token) => relativeLuminance(colorHex(token, theme)));
  return (Math.max(one!, two!) + 0.05) / (Math.min(one!, two!) + 0.05);
}
const distance = (a: string, b: string) => ciede2000(labOf(a), labOf(b));

describe("CIEDE2000", () => {
  // Sharma, Wu & Dalal 2005, table 1.
  test.each([
    [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
    [[50, 0, 0], [50, -1, 2], 2.3669],
    [[50, 2.5, 0], [73, 25, -18], 27.1492],
    [[60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644],
    [[2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514], 0.9082],
  ] as const)("%j %j", (a, b, expected) => expect(ciede2000(a, b)).toBeCloseTo(expected, 3));
});

describe.each(THEMES)("%s", (theme) => {
  test.each([
    ["ink", "paper"],
    ["ink2", "paper"],
    ["ink3", "paper2"],
    ["ink3", "ground"],
    ["accent", "paper"],
    ["on-accent", "accent"],
    ["late", "paper"],
    ["ok", "paper"],
    ["warn", "paper"],
    ["ink", "land"],
    ["ink2", "land"],
    ["ink", "disc"],
  ] as const)("%s on %s reads as text", (a, b) => expect(contrast(a, b, theme)).toBeGreaterThanOrEqual(4.5));

  test("edges of controls, and the selection on every class, reach 3:1", () => {
    expect(contrast("line2", "paper", theme)).toBeGreaterThanOrEqual(3);
    for (const token of tokensOfRamps()) {
      // The outline has a halo on both sides: one of the two is enough.
      const best = Math.max(contrast("accent", token, theme), contrast("halo", token, theme));
      expect(best, token).toBeGreaterThanOrEqual(3);
    }
  });

  test("a name on a deep class is light on the fill's own colour, and reads", () => {
    for (const ramp of ["progress", "poverty", "hazard"] as const)
      for (const step of [3, 4] as const)
        expect(contrast("label-on-dark", `${ramp}-${step}`, theme), `${ramp}-${step}`).toBeGreaterThanOrEqual(
          4.5,
        );
  });

  test.each(Object.entries(INDICATOR_RAMPS))(
    "classes of %s are told apart, from each other and from land",
    (_, colors) => {
      const steps = colors.map((color) => color[theme]);
      for (const [index, color] of steps.slice(1).entries())
        expect(distance(color, steps[index]!)).toBeGreaterThanOrEqual(9);
      expect(distance(steps[0]!, COLORS.land[theme])).toBeGreaterThanOrEqual(10);
    },
  );

  test.each(Object.entries(INDICATOR_RAMPS))(
    "classes of %s are told apart with every kind of colour vision",
    (_, colors) => {
      for (const vision of VISIONS) {
        const steps = colors.map((color) => seenAs(color[theme], vision));
        for (const [index, color] of steps.slice(1).entries())
          expect(distance(color, steps[index]!), `${vision} ${index}`).toBeGreaterThanOrEqual(8);
      }
    },
  );

  test("sectors of the 97 are told apart in every pair with every kind of colour vision", () => {
    const six = SECTORS.slice(0, 6).map((sector) => colorHex(`sector-${sector}`, theme));
    // In grey the shapes carry it.
    for (const vision of ["protan", "deutan", "tritan"] as const)
      for (const [index, a] of six.entries())
        for (const b of six.slice(index + 1))
          expect(
            distance(seenAs(a, vision), seenAs(b, vision)),
            `${vision} ${a} ${b}`,
          ).toBeGreaterThanOrEqual(10);
  });

  test("more is darker on light ground and further from the ground on dark", () => {
    for (const colors of Object.values(INDICATOR_RAMPS)) {
      const luminance = colors.map((color) => relativeLuminance(color[theme]));
      const sorted = luminance.toSorted((a, b) => (theme === "light" ? b - a : a - b));
      expect(luminance).toEqual(sorted);
    }
  });

  test("filled hazard classes are told apart", () => {
    const steps = Object.values(HAZARD_RAMP).map((color) => color[theme]);
    for (const [index, color] of steps.slice(1).entries())
      expect(distance(color, steps[index]!)).toBeGreaterThanOrEqual(11);
  });

  test("sectors of the 97 are told apart in every pair", () => {
    const six = SECTORS.slice(0, 6).map((sector) => colorHex(`sector-${sector}`, theme));
    for (const [index, a] of six.entries())
      for (const b of six.slice(index + 1)) expect(distance(a, b), `${a} ${b}`).toBeGreaterThanOrEqual(20);
  });

  test("no class is taken for an official colour of a forecast level", () => {
    const official = ["#a6d5f2", "#fff2a8", "#f28322", "#e0241c", "#77309a"];
    for (const token of tokensOfRamps())
      for (const color of official)
        expect(distance(colorHex(token, theme), color), token).toBeGreaterThanOrEqual(9);
  });

  test("every pattern's ink is seen on land", () => {
    expect(contrast("zero-progress", "land", theme)).toBeGreaterThanOrEqual(3);
    expect(contrast("zero-poverty", "land", theme)).toBeGreaterThanOrEqual(3);
    expect(contrast("zero-hazard", "land", theme)).toBeGreaterThanOrEqual(3);
    expect(contrast("blank-stroke", "land", theme)).toBeGreaterThanOrEqual(2);
  });

  test("hazard hatching shows on every class: stroke or casing reaches 3:1", () => {
    for (const token of tokensOfRamps())
      expect(
        Math.max(contrast("hazard-stroke", token, theme), contrast("hazard-casing", token, theme)),
        token,
      ).toBeGreaterThanOrEqual(3);
  });
});

function tokensOfRamps(): ColorToken[] {
  return (["progress", "poverty", "hazard"] as const).flatMap((ramp) =>
    ([0, 1, 2, 3, 4] as const).map((step) => `${ramp}-${step}` as const),
  );
}

test("fewer classes take evenly spaced colours, ends included", () => {
  expect([0, 1, 2].map((index) => rampColor("progress", index, 3))).toEqual([
    "progress-0",
    "progress-2",
    "progress-4",
  ]);
  expect(rampColor("poverty", 0, 1)).toBe("poverty-4");
  expect([0, 1, 2, 3].map((index) => rampColor("hazard", index, 4))).toEqual([
    "hazard-0",
    "hazard-1",
    "hazard-3",
    "hazard-4",
  ]);
});

test("the style sheet declares every token in every theme, and print stays light", () => {
  const css = paletteCss();
  for (const token of Object.keys(COLORS) as ColorToken[]) {
    expect(css.split(`--c-${token}:`)).toHaveLength(4);
    expect(colorCss(token)).toBe(`var(--c-${token})`);
  }
  expect(css.match(/@media[^{]*/g)?.every((query) => query.includes("screen"))).toBe(true);
});

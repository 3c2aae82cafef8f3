import { relativeLuminance, type ThemedColor } from "./palette";

/**
 * The bivariate palette of need and risk (VISUAL › 2): rows need low, mid, high, columns risk low to high. Between cells that share an edge
 * CIEDE2000 ≥ 13 in every vision mode; any two cells may look alike in greyscale, so that there each carries its letters. Apart from
 * the palette of the map: only the page that compares need and risk carries these.
 */
const rows = (text: string): readonly (readonly string[])[] =>
  text.split(" · ").map((row) => row.split(" ").map((hex) => `#${hex}`));
const LIGHT = rows("eeeae2 bfba8f 928c37 · e0a8be a88176 735b2e · ca669b 8c485c 532c22");
const DARK = rows("312e28 595126 83770d · 78465b 9e7567 c4a670 · c45c93 e899aa ffd9ca");

/** `[need][risk]`, low to high. */
export const NEED_RISK_COLORS: readonly (readonly ThemedColor[])[] = LIGHT.map((row, need) =>
  row.map((light, risk) => ({ light, dark: DARK[need]?.[risk] ?? light })),
);

/** Of two inks the one that reads better on a colour. */
function inkOn(color: string, inks: readonly [string, string]): string {
  const ground = relativeLuminance(color) + 0.05;
  const contrast = (ink: string) => {
    const own = relativeLuminance(ink) + 0.05;
    return own > ground ? own / ground : ground / own;
  };
  return contrast(inks[0]) >= contrast(inks[1]) ? inks[0] : inks[1];
}

/** Ink of what is written on each cell, at least 4,5:1 in both themes. */
export const NEED_RISK_INKS: readonly (readonly ThemedColor[])[] = NEED_RISK_COLORS.map((row) =>
  row.map(({ light, dark }) => ({
    light: inkOn(light, ["#1f1c17", "#ffffff"]),
    dark: inkOn(dark, ["#f2ede3", "#000000"]),
  })),
);

/** Custom properties of the nine cells, in the same form as the palette's: light, dark by system or choice, print light. */
export function needRiskPaletteCss(): string {
  const properties = (colors: typeof NEED_RISK_COLORS, name: string, theme: "light" | "dark") =>
    colors.flatMap((row, need) => row.map((color, risk) => `--c-${name}-${need}${risk}:${color[theme]}`));
  const declare = (theme: "light" | "dark") =>
    [
      ...properties(NEED_RISK_COLORS, "need-risk", theme),
      ...properties(NEED_RISK_INKS, "need-risk-ink", theme),
    ].join(";");
  return (
    `:root{${declare("light")}}` +
    `@media screen{:root[data-theme=dark]{${declare("dark")}}}` +
    `@media screen and (prefers-color-scheme:dark){:root:not([data-theme=light]):not([data-theme=dark]){${declare("dark")}}}`
  );
}

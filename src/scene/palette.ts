import type { HazardClass } from "@/domain/hazard";
import type { Sector, Stage } from "@/domain/work";
import type { Ramp } from "@/indicators/indicator";

/** One colour in both themes. */
export interface ThemedColor {
  readonly light: string;
  readonly dark: string;
}

const UI = {
  paper: { light: "#fdfbf6", dark: "#221f1c" },
  paper2: { light: "#f5f1e8", dark: "#1a1816" },
  paper3: { light: "#ebe5d8", dark: "#2f2b27" },
  land: { light: "#f6f2e8", dark: "#272522" },
  ground: { light: "#eae5da", dark: "#171513" },
  ink: { light: "#1f1c17", dark: "#f2ede3" },
  ink2: { light: "#4d473d", dark: "#cdc5b7" },
  ink3: { light: "#685f52", dark: "#a69d8e" },
  line: { light: "#ddd6c8", dark: "#3b3732" },
  line2: { light: "#8a8172", dark: "#8f8677" },
  accent: { light: "#34408f", dark: "#aab5f4" },
  "accent-soft": { light: "#e6e7f3", dark: "#2c3156" },
  "on-accent": { light: "#ffffff", dark: "#151a3a" },
  late: { light: "#9e3a1c", dark: "#f2956f" },
  "late-soft": { light: "#f6e4dc", dark: "#43271c" },
  ok: { light: "#3b6a49", dark: "#8ac79c" },
  warn: { light: "#7a5800", dark: "#e0b95c" },
  disc: { light: "#fffdf8", dark: "#1d1b18" },
  halo: { light: "#fdfbf6", dark: "#1a1816" },
} as const satisfies Record<string, ThemedColor>;

const themed = (light: string, dark: string): readonly ThemedColor[] => {
  const [lights, darks] = [light.split(" "), dark.split(" ")];
  return lights.map((color, index) => ({ light: `#${color}`, dark: `#${darks[index] ?? color}` }));
};

/**
 * Class colours, least → most (VISUAL › 2; smallest CIEDE2000 between neighbours ≥ 9 in normal vision). In the dark theme
 * more = further from the ground, so the ramps invert; the order here is always low → high.
 */
export const RAMPS: Readonly<Record<Ramp, readonly ThemedColor[]>> = {
  progress: themed("cceddd 8cc4ba 4b9a9f 1e6f84 0c4462", "385466 467a8b 55a4ab 89ccc2 cbf0df"),
  poverty: themed("f9e0e0 dfa9b2 c1738b 94456a 5a2746", "684257 9c5e7a d57c9b eeaebb ffe1e4"),
  hazard: themed("e0d3b0 c1aa81 9c7b55 765038 4a2b20", "554138 7c5d4a a57f5f c8a57b ecdcc0"),
};

/** Susceptibility alone, filled: low → very high. */
export const HAZARD_RAMP: Readonly<Record<HazardClass, ThemedColor>> = {
  low: { light: "#d0c6a6", dark: "#745848" },
  moderate: { light: "#ad936c", dark: "#a07d5e" },
  high: { light: "#89613f", dark: "#c8a57b" },
  "very-high": { light: "#593727", dark: "#e4d2b4" },
};

const STAGE_RAMP: Readonly<Record<Stage, ThemedColor>> = {
  preparation: { light: "#d5d1c9", dark: "#58544e" },
  started: { light: "#afaaa0", dark: "#7e796f" },
  construction: { light: "#8a8377", dark: "#a59f93" },
  accepted: { light: "#776f63", dark: "#b9b3a7" },
  "handed-over": { light: "#665e53", dark: "#ccc7bb" },
  settled: { light: "#433c32", dark: "#f5f0e8" },
  suspended: { light: "#d5d1c9", dark: "#58544e" },
};

/** Sector colour: glyph, thin outline or line on a disc, never an area. */
const SECTOR_COLORS: Readonly<Record<Sector, ThemedColor>> = {
  school: { light: "#937a00", dark: "#ffd080" },
  "clean-water": { light: "#1e6b9d", dark: "#4ea3d3" },
  health: { light: "#a1335e", dark: "#c17493" },
  transport: { light: "#211f1c", dark: "#e7e4e0" },
  irrigation: { light: "#10985f", dark: "#78d6a9" },
  "landslide-protection": { light: "#612500", dark: "#e79978" },
  resettlement: { light: "#4d473d", dark: "#cdc5b7" },
  culture: { light: "#4d473d", dark: "#cdc5b7" },
  other: { light: "#4d473d", dark: "#cdc5b7" },
};

/** Ink of patterns: grey for absence, earth for hazard, the ramp's own hue for zero. */
const PATTERN_COLORS = {
  "blank-stroke": { light: "#a79f90", dark: "#6d665b" },
  "blank-dot": { light: "#cfc8b9", dark: "#3f3b36" },
  "hazard-stroke": { light: "#4a2c1d", dark: "#f0e2cc" },
  "hazard-casing": { light: "#fbf4e4", dark: "#1d1613" },
  "zero-progress": { light: "#2a7f8c", dark: "#6fb9b5" },
  "zero-poverty": { light: "#94456a", dark: "#d57c9b" },
  "zero-hazard": { light: "#89613f", dark: "#c8a57b" },
  "label-on-dark": { light: "#ffffff", dark: "#14110f" },
  "programme-line": { light: "#4d473d", dark: "#cdc5b7" },
  "commune-line": { light: "#c9c1b0", dark: "#45403a" },
  "relief-1": { light: "#e6ddc9", dark: "#302c28" },
  "relief-2": { light: "#d8ccb2", dark: "#3a3530" },
} as const satisfies Record<string, ThemedColor>;

/** A colour by meaning; a renderer resolves it: `colorCss` on a page, `colorHex` in WebGL, files and print. */
export type ColorToken =
  | keyof typeof UI
  | keyof typeof PATTERN_COLORS
  | `${Ramp}-${0 | 1 | 2 | 3 | 4}`
  | `hazard-${HazardClass}`
  | `stage-${Stage}`
  | `sector-${Sector}`;

const prefixed = (prefix: string, colors: Readonly<Record<string, ThemedColor>>) =>
  Object.entries(colors).map(([key, color]) => [`${prefix}-${key}`, color] as const);

/** Every token in both themes. */
export const COLORS: Readonly<Record<ColorToken, ThemedColor>> = Object.fromEntries([
  ...Object.entries(UI),
  ...Object.entries(PATTERN_COLORS),
  ...Object.entries(RAMPS).flatMap(([ramp, colors]) =>
    colors.map((color, index) => [`${ramp}-${index}`, color] as const),
  ),
  ...prefixed("hazard", HAZARD_RAMP),
  ...prefixed("stage", STAGE_RAMP),
  ...prefixed("sector", SECTOR_COLORS),
]) as Record<ColorToken, ThemedColor>;

/** The colour of class `index` of a ramp; five classes are drawn, fewer classes take evenly spaced colours. */
export function rampColor(ramp: Ramp, index: number, count: number): ColorToken {
  const step = count <= 1 ? 4 : Math.round((index * 4) / (count - 1));
  return `${ramp}-${Math.max(0, Math.min(4, step)) as 0 | 1 | 2 | 3 | 4}`;
}

/** The token as a CSS value for pages, where the theme is a matter of style sheets. */
export const colorCss = (token: ColorToken): string => `var(--c-${token})`;

/** The token as hex in one theme, for WebGL, files and print. */
export const colorHex = (token: ColorToken, theme: "light" | "dark"): string => COLORS[token][theme];

/** True where white text (dark: black) reads better on the colour than ink: relative luminance against the theme's ink. */
export function isDeep(token: ColorToken, theme: "light" | "dark"): boolean {
  const luminance = relativeLuminance(colorHex(token, theme));
  return theme === "light" ? luminance < 0.2 : luminance > 0.3;
}

/** WCAG 2 relative luminance of `#rrggbb`, 0–1. */
export function relativeLuminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0);
}

const declarations = (theme: "light" | "dark") =>
  Object.entries(COLORS)
    .map(([token, color]) => `--c-${token}:${color[theme]}`)
    .join(";");

/** Custom properties `--c-<token>` for the page: light by default, dark by the reader's system or by `data-theme`; print is light. */
export const paletteCss = (): string =>
  `:root{color-scheme:light;${declarations("light")}}` +
  `@media screen{:root[data-theme=dark]{color-scheme:dark;${declarations("dark")}}}` +
  `@media screen and (prefers-color-scheme:dark){:root:not([data-theme=light]):not([data-theme=dark]){color-scheme:dark;${declarations("dark")}}}`;

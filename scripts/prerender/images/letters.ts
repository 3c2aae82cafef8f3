import { readFileSync } from "node:fs";
import { create, type Font } from "fontkit";

/**
 * The site's own fonts as outlines. A picture made in Node has no browser to choose among subsets, and a drawing program that falls back by itself may
 * take another weight or a system's letters: so every letter is chosen here, as the `unicode-range` of the style sheets says, and drawn as a path.
 */

const FONTS = new URL("../../../public/fonts/", import.meta.url);
/** Weights that are served; others take the nearest. */
const WEIGHTS = [400, 500, 600, 700] as const;
export type Weight = (typeof WEIGHTS)[number];

/** Which subset holds a letter, in the order in which it is asked: digits are Inter's, at 101 %, as on the page. */
const SUBSETS = [
  { file: "inter-digits", holds: (code: number) => code >= 0x30 && code <= 0x39, scale: 1.01 },
  { file: "be-vietnam-pro-vietnamese", holds: isVietnamese, scale: 1 },
  { file: "be-vietnam-pro-latin", holds: () => true, scale: 1 },
] as const;

/** The letters that `fonts.css` takes from the Vietnamese subset. */
function isVietnamese(code: number): boolean {
  return (
    [0x102, 0x103, 0x110, 0x111, 0x128, 0x129, 0x168, 0x169, 0x1a0, 0x1a1, 0x1af, 0x1b0, 0x20ab].includes(
      code,
    ) ||
    (code >= 0x300 && code <= 0x329) ||
    (code >= 0x1ea0 && code <= 0x1ef9)
  );
}

const opened = new Map<string, Font>();

function fontOf(file: string, weight: Weight): Font {
  const name = `${file}-${weight}.woff2`;
  const found = opened.get(name);
  if (found !== undefined) return found;
  const font = create(readFileSync(new URL(name, FONTS)));
  // A collection has several; none of ours is one.
  if (!("layout" in font)) throw new Error(`${name} is not a single font`);
  opened.set(name, font);
  return font;
}

/** The served weight nearest to a wanted one. */
export const servedWeight = (wanted: number): Weight =>
  WEIGHTS.toSorted((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted))[0] ?? 400;

interface Command {
  readonly letter: string;
  /** x, y, x, y … in em, y upwards. */
  readonly at: readonly number[];
}

interface Shaped {
  readonly commands: readonly Command[];
  /** Em from the origin of this letter to that of the next. */
  readonly advance: number;
}

const LETTERS = {
  moveTo: "M",
  lineTo: "L",
  quadraticCurveTo: "Q",
  bezierCurveTo: "C",
  closePath: "Z",
} as const;

/** Control characters and signs without ink that a text may hold. */
const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]/g;

const shapedTexts = new Map<string, readonly Shaped[]>();

/** @throws when a letter is in none of the site's fonts: a box in its place would be a picture nobody checked. */
function shape(text: string, weight: Weight): readonly Shaped[] {
  const key = `${weight}${text}`;
  const found = shapedTexts.get(key);
  if (found !== undefined) return found;
  const shaped: Shaped[] = [];
  let rest = [...text.normalize("NFC").replace(INVISIBLE, "").replaceAll("\u202f", "\u00a0")];
  while (rest.length > 0) {
    const subsetOf = (letter: string) => SUBSETS.find(({ holds }) => holds(letter.codePointAt(0) ?? 0));
    const subset = subsetOf(rest[0] ?? "");
    const end = rest.findIndex((letter) => subsetOf(letter) !== subset);
    const run = end < 0 ? rest : rest.slice(0, end);
    rest = end < 0 ? [] : rest.slice(end);
    if (subset !== undefined) shaped.push(...shapeRun(run, fontOf(subset.file, weight), subset.scale, text));
  }
  shapedTexts.set(key, shaped);
  return shaped;
}

function shapeRun(run: readonly string[], font: Font, scale: number, text: string): readonly Shaped[] {
  for (const letter of run) {
    const code = letter.codePointAt(0) ?? 0;
    if (!font.hasGlyphForCodePoint(code))
      throw new Error(
        `no letter "${letter}" (U+${code.toString(16).toUpperCase().padStart(4, "0")}) in the site's fonts: "${text}"`,
      );
  }
  const { glyphs, positions } = font.layout(run.join(""));
  const em = scale / font.unitsPerEm;
  return glyphs.map((glyph, index): Shaped => {
    const place = positions[index];
    const [dx, dy] = [place?.xOffset ?? 0, place?.yOffset ?? 0];
    return {
      commands: glyph.path.commands.map(({ command, args }) => ({
        letter: LETTERS[command],
        at: args.map((value, axis) => (value + (axis % 2 === 0 ? dx : dy)) * em),
      })),
      advance: (place?.xAdvance ?? 0) * em,
    };
  });
}

/** Width of a text in CSS px, as it will be drawn. `spacing`: added after every letter. @throws when a letter is in none of the site's fonts. */
export const measure = (text: string, size: number, weight: Weight = 400, spacing = 0): number =>
  shape(text, weight).reduce((sum, { advance }) => sum + advance * size + spacing, 0);

/** Hundredths of a px: finer than any picture here is drawn. */
const round = (value: number): string => String(Math.round(value * 100) / 100 + 0);

/** The outlines of a text as path data, its baseline beginning at `x`, `y`. @throws when a letter is in none of the site's fonts. */
export function outline(
  text: string,
  { x, y, size, weight, spacing = 0 }: OutlinePlace,
): { readonly d: string; readonly width: number } {
  let d = "";
  let at = x;
  for (const { commands, advance } of shape(text, weight)) {
    for (const { letter, at: points } of commands) {
      d += letter;
      for (let index = 0; index + 1 < points.length; index += 2)
        d += `${index > 0 ? " " : ""}${round(at + (points[index] ?? 0) * size)} ${round(y - (points[index + 1] ?? 0) * size)}`;
    }
    at += advance * size + spacing;
  }
  return { d, width: at - x };
}

/** Where a text stands: CSS px. */
export interface OutlinePlace {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly weight: Weight;
  readonly spacing?: number;
}

/**
 * Lines no wider than `width`, measured; `most`: how many there may be, the last then ends in "…". A word wider than a line is broken. No-break spaces
 * hold.
 */
export function wrapMeasured(
  text: string,
  { size, weight = 400, width, most = Number.POSITIVE_INFINITY }: WrapLimits,
): readonly string[] {
  const fits = (line: string) => measure(line, size, weight) <= width;
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/[ \t\r\n]+/).filter((part) => part !== "")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (fits(longer)) {
      line = longer;
      continue;
    }
    if (line !== "") lines.push(line);
    line = "";
    for (const letter of word) {
      if (line !== "" && !fits(line + letter)) {
        lines.push(line);
        line = "";
      }
      line += letter;
    }
  }
  if (line !== "") lines.push(line);
  if (lines.length <= most) return lines;
  let last = lines[most - 1] ?? "";
  // Whole words, as long as there is more than one.
  while (last.includes(" ") && !fits(`${last}…`)) last = last.slice(0, last.lastIndexOf(" "));
  while (last !== "" && !fits(`${last}…`)) last = last.slice(0, -1);
  return [...lines.slice(0, most - 1), `${last.replace(/[\s,;.·–:]+$/, "")}…`];
}

export interface WrapLimits {
  readonly size: number;
  readonly weight?: Weight;
  /** CSS px. */
  readonly width: number;
  readonly most?: number;
}

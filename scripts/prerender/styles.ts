import { readFileSync } from "node:fs";
import path from "node:path";

/**
 * Smaller, never different: comments and needless white space go, strings and everything else stay as written. The rest
 * is brotli's work; a stronger minifier was not worth a dependency (2 % after compression).
 */
export function minifyCss(css: string): string {
  const strings: string[] = [];
  // Comments and strings in one pass: either may hold what looks like the other.
  const held = css.replace(/\/\*[\s\S]*?\*\/|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|url\([^)"']*\)/g, (text) => {
    if (text.startsWith("/*")) return " ";
    strings.push(text);
    return `\uE000${strings.length - 1}\uE001`;
  });
  return (
    held
      .replace(/\s+/g, " ")
      // Not around + - * /, which need their spaces inside calc(), nor before "(" of "and (…)", nor ":" of " :hover".
      .replace(/ ?([{};,>]) ?/g, "$1")
      .replace(/([{;][\w-]+): /g, "$1:")
      .replace(/;}/g, "}")
      .trim()
      .replace(/\uE000(\d+)\uE001/g, (_, index) => strings[Number(index)] ?? "")
  );
}

/** Files named by the `@import` lines of all.css, in that order: the page in development and the built one cannot differ. */
export function stylesheetOrder(folder: string): string[] {
  const list = readFileSync(path.join(folder, "all.css"), "utf8").replace(/\/\*[\s\S]*?\*\//g, "");
  return [...list.matchAll(/@import\s+"\.\/([\w-]+\.css)";/g)].map((match) => match[1] ?? "");
}

/** Addresses that start at the site's root (`/fonts/…`), rewritten for a page that lies deeper. */
export const relocateUrls = (css: string, toRoot: string): string =>
  css.replace(/url\((["']?)\/(?!\/)/g, `url($1${toRoot}`);

/** All styles of a page in one text. `toRoot` is "" or "../", as the page's own links have it. */
export function inlineStyles(folder: string, palette: string, toRoot: string): string {
  const files = stylesheetOrder(folder);
  if (files.length === 0) throw new Error(`${folder}/all.css imports nothing: the page would have no styles`);
  const css = [palette, ...files.map((file) => readFileSync(path.join(folder, file), "utf8"))].join("\n");
  const text = relocateUrls(minifyCss(css), toRoot);
  // "</" would end the style element.
  if (text.includes("</")) throw new Error("a stylesheet holds </, which ends the inline style element");
  return text;
}

/** Stylesheets of the map's folder that reading pages use as well; what they add lies beside their views. */
const COMMON = ["tokens.css", "base.css"];
const PAGE_STYLES = new URL("../../src/views/page/page.css", import.meta.url);
const PAPER_STYLES = new URL("../../src/views/page/paper.css", import.meta.url);

/** Words in the margins of printed sheets. `band` null: nothing in these data is made up, and not a byte of the page says so. */
export interface PaperWords {
  readonly title: string;
  readonly band: string | null;
  /** Before the number of the sheet. */
  readonly page: string;
}

/** A text as a CSS string; `<` as an escape, so that no text can end the style element. */
const cssString = (text: string): string =>
  `"${text.replace(/["\\<\n]/g, (character) => `\\${character.charCodeAt(0).toString(16)} `)}"`;

/** A page that shows its band: a reading page, the map. */
const WITH_BAND = ":root:has(.page__band,.band:not(.band--none))";

/** Margin boxes inherit from the root, so the words are custom properties there. */
export const paperWords = ({ title, band, page }: PaperWords): string =>
  `:root{--paper-page:${cssString(page)};--paper-title:${cssString(title)}}${
    band === null ? "" : `${WITH_BAND}{--paper-band:${cssString(band)}}`
  }`;

/**
 * All styles of a reading page in one text. `print` fonts are asked for on paper alone: on screen such a page costs no font, and a sheet
 * that was printed looks the same everywhere.
 */
export function readingStyles(
  folder: string,
  palette: string,
  toRoot: string,
  fonts: "web" | "print",
  own: readonly URL[],
  words: PaperWords,
): string {
  const faces = readFileSync(path.join(folder, "fonts.css"), "utf8").replace(/\/\*[\s\S]*?\*\//g, "");
  const css = [
    palette,
    fonts === "web" ? faces : `@media print{${faces}}`,
    ...COMMON.map((file) => readFileSync(path.join(folder, file), "utf8")),
    ...[PAGE_STYLES, ...own, PAPER_STYLES].map((file) => readFileSync(file, "utf8")),
    paperWords(words),
  ].join("\n");
  const text = relocateUrls(minifyCss(css), toRoot);
  if (text.includes("</")) throw new Error("a stylesheet holds </, which ends the inline style element");
  return text;
}

/**
 * A map or chart as a file that stands alone: what must never leave without it (title, kind, as-of day, sources, boundary note, address)
 * is part of the picture. Plain text in, SVG text out; whoever calls has read the drawing and its fonts.
 */

/** Colours of the light theme; a file is paper, whatever the screen is. */
export interface FigureColors {
  readonly paper: string;
  readonly band: string;
  readonly ink: string;
  readonly ink2: string;
  readonly line: string;
}

export interface FigureFile {
  /** Width and height of the drawing, CSS px. */
  readonly width: number;
  readonly height: number;
  /** SVG markup of the drawing, its origin top left; colours in hex, nothing referred to outside. */
  readonly drawing: string;
  readonly title: string;
  readonly note: string | null;
  /** Bold sentence of the band and what follows it; null: nothing in the figure is made up. */
  readonly band: readonly [string, string] | null;
  /** As-of day, kind, sources, boundary note, address: a paragraph each. */
  readonly foot: readonly string[];
  readonly colors: FigureColors;
  /** Rules of embedded fonts. */
  readonly fontCss: string;
  readonly language: string;
}

export const escapeXml = (text: string): string =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    // What XML 1.0 cannot hold at all.
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "");

const WIDE = /[MWmw%@—]/;
const NARROW = /[\sijlt.,:;'|!()·–-]/;

/**
 * Width of a text in Be Vietnam Pro, CSS px, at least: estimated letter by letter on the wide side, so that a line that is said to fit
 * fits. Exact measuring needs a browser with the font loaded; a line that ends a word early needs nothing.
 */
export function roughWidth(text: string, size: number): number {
  let em = 0;
  for (const letter of text.normalize("NFC")) {
    em += NARROW.test(letter) ? 0.36 : WIDE.test(letter) ? 0.95 : /\p{Lu}/u.test(letter) ? 0.74 : 0.61;
  }
  return em * size;
}

/** Lines no wider than `width`; a word that is wider than a line (an address) is broken. No-break spaces hold. */
export function wrapText(text: string, size: number, width: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/[ \t\r\n]+/)) {
    if (word === "") continue;
    const longer = line === "" ? word : `${line} ${word}`;
    if (roughWidth(longer, size) <= width) {
      line = longer;
      continue;
    }
    if (line !== "") lines.push(line);
    line = "";
    for (const letter of word) {
      if (line !== "" && roughWidth(line + letter, size) > width) {
        lines.push(line);
        line = "";
      }
      line += letter;
    }
  }
  if (line !== "") lines.push(line);
  return lines;
}

/** `rgb(12, 34, 56)` and `rgba(…)` as hex, as every program that reads SVG knows it; fully transparent is `none`. Other values stay. */
export function hexColor(value: string): string {
  const match = /^rgba?\(\s*([\d.]+)[\s,]+([\d.]+)[\s,]+([\d.]+)(?:[\s,/]+([\d.]+%?))?\s*\)$/.exec(value);
  if (match === null) return value;
  const [, r, g, b, alpha] = match;
  if (alpha !== undefined && Number.parseFloat(alpha) === 0) return "none";
  return `#${[r, g, b].map((channel) => Math.round(Number(channel)).toString(16).padStart(2, "0")).join("")}`;
}

/** Markup with every `var(--name)` replaced. A name that is not known becomes its fallback, else black ink cannot be told from a fault: throws. */
export function resolveVariables(markup: string, look: (name: string) => string | null): string {
  return markup.replace(/var\((--[\w-]+)(?:\s*,\s*([^()]*))?\)/g, (_, name: string, fallback?: string) => {
    const value = look(name) ?? fallback?.trim() ?? "";
    if (value === "") throw new Error(`the figure refers to ${name}, which has no value`);
    return value;
  });
}

/** A picture as an SVG document: `body` is markup in its px. */
export function svgDocument(picture: {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly description: string;
  readonly paper: string;
  readonly language: string;
  readonly fontCss: string;
  readonly body: string;
}): string {
  const { width, height, title, description, paper, language, fontCss, body } = picture;
  const style = `${fontCss}svg{font-variant-numeric:tabular-nums}`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" xml:lang="${escapeXml(language)}" font-family="&quot;Be Vietnam Pro&quot;, &quot;Noto Sans&quot;, sans-serif" font-size="13">` +
    `<title>${escapeXml(title)}</title><desc>${escapeXml(description)}</desc>` +
    `<style>${style.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</style>` +
    `<rect width="${width}" height="${height}" fill="${paper}"/>${body}</svg>`
  );
}

const PADDING = 24;
const LEAST_WIDTH = 480;

/** The picture's size and its text as one SVG document. */
export function figureSvg(file: FigureFile): {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
} {
  const { colors } = file;
  const inner = Math.max(Math.ceil(file.width), LEAST_WIDTH - 2 * PADDING);
  const width = inner + 2 * PADDING;
  const parts: string[] = [];
  let y = PADDING;
  const lines = (
    texts: readonly string[],
    size: number,
    leading: number,
    fill: string,
    weight: number,
    x = PADDING,
  ) => {
    for (const text of texts) {
      parts.push(
        `<text x="${x}" y="${Math.round(y + leading * 0.5 + size * 0.36)}" font-size="${size}" font-weight="${weight}" fill="${fill}">${escapeXml(text)}</text>`,
      );
      y += leading;
    }
  };
  lines(wrapText(file.title, 20 * 1.04, inner), 20, 27, colors.ink, 600);
  if (file.note !== null) {
    y += 2;
    lines(wrapText(file.note, 12, inner), 12, 17, colors.ink2, 400);
  }
  if (file.band !== null) {
    const [bold, rest] = file.band;
    y += 8;
    const top = y;
    const at = parts.length;
    y += 5;
    lines(wrapText(`${bold}.`, 12 * 1.05, inner - 20), 12, 17, colors.ink, 700, PADDING + 10);
    if (rest !== "") lines(wrapText(rest, 12, inner - 20), 12, 17, colors.ink2, 400, PADDING + 10);
    y += 5;
    parts.splice(
      at,
      0,
      `<rect x="${PADDING + 0.5}" y="${top + 0.5}" width="${inner - 1}" height="${y - top - 1}" fill="${colors.band}" stroke="${colors.line}" stroke-dasharray="4 3"/>`,
    );
  }
  y += 12;
  parts.push(`<g transform="translate(${PADDING} ${y})">${file.drawing}</g>`);
  y += Math.ceil(file.height) + 14;
  parts.push(`<path d="M${PADDING} ${y}h${inner}" fill="none" stroke="${colors.line}"/>`);
  y += 6;
  for (const text of file.foot) lines(wrapText(text, 11, inner), 11, 15, colors.ink2, 400);
  const height = Math.ceil(y + PADDING - 8);
  const description = [file.note, file.band?.join(". "), ...file.foot].filter(Boolean).join(" ");
  const svg = svgDocument({
    width,
    height,
    title: file.title,
    description,
    paper: colors.paper,
    language: file.language,
    fontCss: file.fontCss,
    body: parts.join(""),
  });
  return { svg, width, height };
}

import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { HAZARD_CLASSES } from "@/domain/hazard";
import { escapeXml } from "@/exports/figureFile";
import type { Locale } from "@/i18n/locale";
import { pictureMessages } from "@/i18n/messages/picture";
import { fileColor } from "@/render/svg/color";
import { PictureShapes } from "@/render/svg/PictureShapes";
import { patternKey, patternTile } from "@/scene/patterns";
import type { MapScene, PatternId } from "@/scene/scene";
import { measure, type Weight, wrapMeasured } from "./letters";

/** Pictures are paper whatever a reader's theme is. */
export const ink = fileColor("light");

/** Pixels of a PNG for each CSS px of its drawing. */
export const PIXELS = 2;
/** From the edges to whatever is read, CSS px. */
export const PAD = 14;

/** A picture that stands alone: SVG with its texts as text (`outlineText` makes letters of them), and what it says to those who cannot see it. */
export interface StandingPicture {
  readonly svg: string;
  /** CSS px; its PNG has `PIXELS` for each. */
  readonly width: number;
  readonly height: number;
  readonly alt: string;
}

/** A box of the picture, CSS px. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What a picture says of where its numbers come from. */
export type Credits = Pick<MapScene, "kind" | "kindText" | "notes">;

/** A block of text that was wrapped: where it ends is known before it is drawn. */
export interface Block {
  readonly node: ReactNode;
  /** CSS px from its top to its end. */
  readonly height: number;
}

export interface TextLook {
  readonly size: number;
  readonly weight?: Weight;
  readonly fill?: string;
  readonly leading?: number;
  readonly anchor?: "start" | "middle" | "end";
}

/** One line, its baseline at `y`. */
export const line = (
  key: string,
  text: string,
  x: number,
  y: number,
  { size, weight = 400, fill = ink("ink2"), anchor }: TextLook,
): ReactNode => (
  <text
    key={key}
    x={round(x)}
    y={round(y)}
    fontSize={size}
    fontWeight={weight}
    fill={fill}
    textAnchor={anchor}
  >
    {text}
  </text>
);

/** Wrapped lines from `top` down. */
export function block(
  text: string,
  {
    x,
    top,
    width,
    most,
  }: { readonly x: number; readonly top: number; readonly width: number; readonly most?: number },
  look: TextLook,
): Block {
  const { size, weight = 400, leading = Math.round(size * 1.3) } = look;
  const lines = wrapMeasured(text, { size, weight, width, ...(most === undefined ? {} : { most }) });
  const node = lines.map((words, index) =>
    line(`${index}`, words, x, top + leading * index + leading / 2 + size * 0.36, look),
  );
  return { node: <g>{node}</g>, height: lines.length * leading };
}

export const round = (value: number): number => Math.round(value * 100) / 100;

/** The mark of made-up numbers in a dashed box, its right edge at `right`. Null where nothing is made up. */
export function kindMark(
  locale: Locale,
  kind: Credits["kind"],
  right: number,
  top: number,
): Block & { readonly width: number } {
  if (kind !== "illustrative") return { node: null, height: 0, width: 0 };
  const text = pictureMessages[locale].mark;
  const width = Math.ceil(measure(text, 12, 500)) + 14;
  const x = right - width;
  return {
    node: (
      <g>
        <rect
          x={x + 0.5}
          y={top + 0.5}
          width={width - 1}
          height="18"
          rx="1.5"
          fill="none"
          stroke={ink("ink2")}
          strokeDasharray="3 2"
        />
        {line("mark", text, x + width / 2, top + 13.6, {
          size: 12,
          weight: 500,
          fill: ink("ink"),
          anchor: "middle",
        })}
      </g>
    ),
    height: 19,
    width,
  };
}

/** The address as it is read aloud: without its scheme and last slash. */
const shortAddress = (address: string): string => address.replace(/^https?:\/\//, "").replace(/\/$/, "");

const FOOT = { size: 10, leading: 13 } as const;

/**
 * What must never leave without the picture: that numbers are made up or of which kind they are, the boundary note, sources, whose picture it is. On a
 * strip of its own; `fromBottom`: its height, for which the rest makes room.
 */
export function foot(
  { kind, kindText, notes }: Credits,
  {
    locale,
    address,
    width,
  }: { readonly locale: Locale; readonly address: string | null; readonly width: number },
): { readonly height: number; readonly node: (top: number) => ReactNode } {
  const inner = width - 2 * PAD;
  const band = /[.!?]$/.test(kindText) ? kindText : `${kindText}.`;
  const bold: TextLook = { size: FOOT.size, weight: 600, fill: ink("ink") };
  const bandWidth = measure(`${band} `, FOOT.size, 600) + 4;
  const [boundary = "", ...others] = notes;
  const site = pictureMessages[locale].site;
  const whose = address === null ? site : `${site} · ${shortAddress(address)}`;
  const whoseWidth = measure(whose, FOOT.size, 500);
  const besideBand = bandWidth + measure(boundary, FOOT.size) <= inner;
  const rest = [...(besideBand ? [] : [boundary]), ...others].join(" ");
  // Two lines of sources at most, then whose picture it is: on the second line if there is room beside it.
  const all = wrapMeasured(rest, { size: FOOT.size, width: inner, most: 2 });
  const last = all.at(-1) ?? "";
  const ownLine = all.length === 0 || measure(last, FOOT.size) + 16 + whoseWidth > inner;
  const lines = 1 + all.length + (ownLine ? 1 : 0);
  const height = Math.ceil(lines * FOOT.leading + 13);
  return {
    height,
    node: (top) => {
      const y = (index: number) => top + 7 + FOOT.leading * (index + 0.5) + FOOT.size * 0.36;
      return (
        <g>
          <rect y={top} width={width} height={height} fill={ink("paper2")} />
          <path
            d={`M0 ${top + 0.5}H${width}`}
            stroke={ink(kind === "illustrative" ? "line2" : "line")}
            strokeDasharray={kind === "illustrative" ? "4 3" : undefined}
          />
          {line("band", band, PAD, y(0), bold)}
          {besideBand && line("boundary", boundary, PAD + bandWidth, y(0), FOOT)}
          {all.map((text, index) => line(`note-${index}`, text, PAD, y(index + 1), FOOT))}
          {line("whose", whose, width - PAD, y(lines - 1), {
            size: FOOT.size,
            weight: 500,
            fill: ink("accent"),
            anchor: "end",
          })}
        </g>
      );
    },
  };
}

/** Every texture a key may show. */
const PATTERNS: readonly PatternId[] = [
  ...(["progress", "poverty", "hazard"] as const).map((ramp) => ({ pattern: "zero" as const, ramp })),
  ...(["no-data", "not-yet-due", "not-applicable", "suppressed"] as const).map((blank) => ({
    pattern: "blank" as const,
    blank,
  })),
  ...HAZARD_CLASSES.map((hazardClass) => ({ pattern: "hazard" as const, hazardClass })),
  { pattern: "unassessed" },
];

/** The paint of a texture in a key; the document brings it, once for all boxes that show it. */
export const keyPattern = (id: PatternId): string => `url(#k-${patternKey(id)})`;

const keyPatterns = (body: string): ReactNode =>
  PATTERNS.filter((id) => body.includes(keyPattern(id))).map((id) => {
    const tile = patternTile(id);
    const key = patternKey(id);
    return (
      <pattern
        key={key}
        id={`k-${key}`}
        width={tile.width}
        height={tile.height}
        patternUnits="userSpaceOnUse"
      >
        <PictureShapes picture={tile} color={ink} />
      </pattern>
    );
  });

/** Everything as one document. */
export function documentOf(
  body: ReactNode,
  {
    width,
    height,
    locale,
    title,
    alt,
  }: {
    readonly width: number;
    readonly height: number;
    readonly locale: Locale;
    readonly title: string;
    readonly alt: string;
  },
): StandingPicture {
  const markup = renderToStaticMarkup(body);
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" xml:lang="${locale}" font-family="Be Vietnam Pro, Noto Sans, sans-serif">` +
    `<title>${escapeXml(title)}</title><desc>${escapeXml(alt)}</desc>` +
    renderToStaticMarkup(<defs>{keyPatterns(markup)}</defs>) +
    `<rect width="${width}" height="${height}" fill="${ink("paper")}"/>${markup}</svg>`;
  return { svg, width, height, alt };
}

import type { ColorToken } from "./palette";

/**
 * A small drawing both renderers can make: SVG writes the paths, WebGL rasterises them once with Path2D. Coordinates are
 * CSS px from the top left corner; colours are tokens.
 */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
}

export interface Shape {
  /** SVG path data. */
  readonly d: string;
  readonly fill?: ColorToken;
  /** Holes by the even-odd rule; non-zero otherwise. */
  readonly evenOdd?: boolean;
  readonly stroke?: {
    readonly color: ColorToken;
    readonly width: number;
    readonly dash?: readonly number[];
    readonly round?: boolean;
  };
  /** Applied to the path before drawing: move by x, y, then scale. Stroke widths scale with it. */
  readonly placed?: { readonly x: number; readonly y: number; readonly scale: number };
}

const round = (value: number) => Math.round(value * 100) / 100;

/** A full circle as path data. */
export const circlePath = (x: number, y: number, radius: number): string =>
  `M${round(x - radius)} ${round(y)}a${round(radius)} ${round(radius)} 0 1 0 ${round(2 * radius)} 0a${round(radius)} ${round(radius)} 0 1 0 ${round(-2 * radius)} 0z`;

/** An arc from 12 o'clock clockwise over `share` (0–1) of the turn, starting at `from` (0–1). A whole turn is a circle. */
export function arcPath(x: number, y: number, radius: number, share: number, from = 0): string {
  if (share >= 1) return circlePath(x, y, radius);
  const at = (turn: number) => {
    const angle = turn * 2 * Math.PI;
    return `${round(x + radius * Math.sin(angle))} ${round(y - radius * Math.cos(angle))}`;
  };
  return `M${at(from)}A${round(radius)} ${round(radius)} 0 ${share > 0.5 ? 1 : 0} 1 ${at(from + share)}`;
}

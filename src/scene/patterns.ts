import type { ColorToken } from "./palette";
import { circlePath, type Picture, type Shape } from "./picture";
import type { PatternId } from "./scene";

/**
 * Textures as seamless tiles (VISUAL › 3). Grey = absence, hue = value. Tiles have whole pixel sizes, so that WebGL repeats
 * them without a seam; angles are therefore true to within 2°.
 */
export type PatternTile = Picture;

/** Key of a pattern, used for ids in SVG and image names in WebGL. */
export function patternKey(id: PatternId): string {
  switch (id.pattern) {
    case "zero":
      return `zero-${id.ramp}`;
    case "blank":
      return `blank-${id.blank}`;
    case "hazard":
      return `hatch-${id.hazardClass}`;
    case "unassessed":
      return "unassessed";
  }
}

const ground = (width: number, height: number): Shape => ({ d: `M0 0H${width}V${height}H0z`, fill: "land" });

/** Strokes from bottom left to top right (rising) or top left to bottom right, with the neighbours' corners for a seamless tile. */
function diagonal(width: number, height: number, rising: boolean): string {
  return rising
    ? `M0 ${height}L${width} 0M${-width / 2} ${height / 2}L${width / 2} ${-height / 2}M${width / 2} ${height * 1.5}L${width * 1.5} ${height / 2}`
    : `M0 0L${width} ${height}M${width / 2} ${-height / 2}L${width * 1.5} ${height / 2}M${-width / 2} ${height / 2}L${width / 2} ${height * 1.5}`;
}

const stroke = (color: ColorToken, width: number) => ({ color, width });

/** Hatch of a susceptibility class: strokes near −58°, each with a casing of the opposite lightness; the fourth class is crossed. */
function hatch(width: number, height: number, weight: number, crossed: boolean): PatternTile {
  const lines = diagonal(width, height, true) + (crossed ? diagonal(width, height, false) : "");
  return {
    width,
    height,
    shapes: [
      { d: lines, stroke: stroke("hazard-casing", weight + 1.4) },
      { d: lines, stroke: stroke("hazard-stroke", weight) },
    ],
  };
}

const HATCHES = {
  low: hatch(11, 17, 0.7, false),
  moderate: hatch(8, 12, 0.95, false),
  high: hatch(6, 9, 1.25, false),
  "very-high": hatch(6, 9, 1.5, true),
} as const;

/** Dashes over a paper casing, laid over whatever colour is below: "chưa đánh giá" is never a colour. */
const UNASSESSED: PatternTile = {
  width: 18,
  height: 18,
  shapes: (["halo", "ink2"] as const).map((color) => ({
    d: "M2.2 6.8L6.8 2.2M11.2 15.8L15.8 11.2",
    stroke: { color, width: color === "halo" ? 3 : 1.2, round: true },
  })),
};

const BLANKS = {
  "no-data": {
    width: 8,
    height: 8,
    shapes: [ground(8, 8), { d: diagonal(8, 8, true), stroke: stroke("blank-stroke", 1.5) }],
  },
  "not-yet-due": {
    width: 9,
    height: 10,
    shapes: [ground(9, 10), { d: "M0 2.5H5.4M-1 7.5H.9M4.5 7.5H9.9", stroke: stroke("blank-stroke", 1.4) }],
  },
  "not-applicable": {
    width: 8,
    height: 8,
    shapes: [ground(8, 8), { d: circlePath(4, 4, 0.75), fill: "blank-dot" }],
  },
  suppressed: {
    width: 12,
    height: 12,
    shapes: [
      ground(12, 12),
      { d: diagonal(12, 12, false), stroke: stroke("blank-stroke", 1.5) },
      { d: circlePath(9, 3, 1.3) + circlePath(3, 9, 1.3), fill: "blank-stroke" },
    ],
  },
} as const satisfies Record<string, PatternTile>;

/** The tile of a pattern. */
export function patternTile(id: PatternId): PatternTile {
  switch (id.pattern) {
    case "zero":
      return {
        width: 10,
        height: 10,
        shapes: [ground(10, 10), { d: circlePath(5, 5, 2.5), stroke: stroke(`zero-${id.ramp}`, 1.4) }],
      };
    case "blank":
      return BLANKS[id.blank];
    case "hazard":
      return HATCHES[id.hazardClass];
    case "unassessed":
      return UNASSESSED;
  }
}

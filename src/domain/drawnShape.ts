import type { LonLat } from "./units";

/**
 * A shape a reader drew to ask about: lon lat WGS 84, 5 decimals (about 1 m), as a link holds it. A polygon has one ring, not closed
 * (three corners or more); a circle is exact, never a polygon of many corners.
 */
export type DrawnShape =
  | { readonly type: "point"; readonly points: readonly [LonLat] }
  | { readonly type: "line"; readonly points: readonly LonLat[] }
  | { readonly type: "polygon"; readonly points: readonly LonLat[] }
  | { readonly type: "circle"; readonly points: readonly [LonLat]; readonly radiusM: number };

export const DRAWN_TYPES = [
  "point",
  "line",
  "polygon",
  "circle",
] as const satisfies readonly DrawnShape["type"][];

/** Decimals of a drawn coordinate. */
export const DRAWN_DIGITS = 5;

import type { Sector } from "@/domain/work";
import type { ColorToken } from "../palette";
import { arcPath, circlePath, type Picture, type Shape } from "../picture";
import type { WorkLook } from "../scene";
import { SECTOR_GLYPHS } from "./sectorGlyphs";

/**
 * dot: a province on a phone, where 97 discs would cover the east; S: province scale, a disc without a ring; M: commune scale;
 * L: lists on the phone and details (VISUAL › 4).
 */
export type WorkSize = "dot" | "S" | "M" | "L";

const DIMENSIONS: Readonly<
  Record<WorkSize, { box: number; disc: number; ring: number; ringWidth: number; glyph: number }>
> = {
  dot: { box: 12, disc: 3, ring: 0, ringWidth: 0, glyph: 0 },
  S: { box: 20, disc: 6.5, ring: 0, ringWidth: 0, glyph: 9 },
  M: { box: 32, disc: 9, ring: 11.6, ringWidth: 2.4, glyph: 11.5 },
  L: { box: 40, disc: 11.5, ring: 14.8, ringWidth: 3, glyph: 14.5 },
};

/** Zoom from which a work is drawn at size M. Below, 97 rings in the east would hide the map. */
export const WORK_M_ZOOM = 10.2;
/** Zoom from which a work is more than a dot. */
export const WORK_S_ZOOM = 8.5;
export const workSize = (zoom: number): WorkSize =>
  zoom < WORK_S_ZOOM ? "dot" : zoom < WORK_M_ZOOM ? "S" : "M";

/** Radius of a work's sign with its casing at a zoom, CSS px. */
export function signRadius(zoom: number): number {
  const { disc, ring, ringWidth } = DIMENSIONS[workSize(zoom)];
  return (ring > 0 ? ring + ringWidth / 2 : disc) + 1.2;
}

export const sectorColor = (sector: Sector): ColorToken => `sector-${sector}`;

/** Share of the turn a beginning is given: works have started, whatever has been done so far. */
const FIRST_TICK = 0.035;

/** The ring: stage and progress in ink, from 12 o'clock clockwise. */
function ringShapes(look: WorkLook, centre: number, radius: number, width: number): Shape[] {
  const ink = { color: "ink" as const, width };
  const track: Shape = { d: circlePath(centre, centre, radius), stroke: { color: "paper3", width } };
  const arc = (share: number, from = 0): Shape => ({
    d: arcPath(centre, centre, radius, share, from),
    stroke: ink,
  });
  const share = (look.progress ?? 0) / 100;
  switch (look.stage) {
    case null:
      return [track];
    case "preparation":
      return [
        {
          d: circlePath(centre, centre, radius),
          stroke: { color: "ink2", width: width * 0.7, dash: [1.2, 2.4] },
        },
      ];
    case "started":
      return [track, arc(FIRST_TICK)];
    case "construction":
      return [track, arc(Math.max(share, FIRST_TICK))];
    case "accepted":
      return [track, arc(0.94, 0.03)];
    case "handed-over":
      return [arc(1)];
    case "settled":
      return [
        arc(1),
        { d: circlePath(centre, centre, radius + width * 0.5 + 1.6), stroke: { color: "ink", width: 0.9 } },
      ];
    case "suspended":
      return [
        track,
        { d: arcPath(centre, centre, radius, Math.max(share, 0.08)), stroke: { ...ink, dash: [3, 2] } },
      ];
  }
}

/** The disc's outline says how well the place is known. */
function discShapes(look: WorkLook, centre: number, radius: number, size: WorkSize): Shape[] {
  const color = sectorColor(look.sector);
  const disc: Shape = { d: circlePath(centre, centre, radius), fill: "disc" };
  // Below 16 px a dash cannot be read, and ±0,9 km is smaller than the mark.
  const dashed = look.locationClass === "village" && size !== "S";
  const outline: Shape = {
    d: circlePath(centre, centre, radius - 0.6),
    stroke: { color, width: size === "S" ? 1 : 1.3, ...(dashed ? { dash: [2.6, 1.9] } : {}) },
  };
  if (look.locationClass !== "several") return [disc, outline];
  return [
    disc,
    outline,
    { d: circlePath(centre, centre, radius - (size === "S" ? 2 : 2.9)), stroke: { color, width: 0.8 } },
  ];
}

/** Corner marks, at most two: late before pause before stale before corrected. */
function cornerShapes(look: WorkLook, box: number, reach: number): Shape[] {
  const centre = box / 2;
  const far = centre + reach;
  const near = centre - reach;
  const shapes: Shape[][] = [];
  // Half the width of the triangle: it is what a reader looks for first.
  const late = Math.min(5.4, box / 7 + 0.6);
  if (look.late)
    shapes.push([
      {
        d: `M${far - late} ${near + 5.4}L${far} ${near + 5.4 - 1.75 * late}L${far + late} ${near + 5.4}z`,
        fill: "late",
        stroke: { color: "halo", width: 1 },
      },
    ]);
  if (look.suspended)
    shapes.push([
      { d: circlePath(far - 1, far - 1, 4.4), fill: "halo" },
      { d: `M${far - 3} ${far - 3.6}h1.5v5.2h-1.5zM${far - 0.4} ${far - 3.6}h1.5v5.2h-1.5z`, fill: "ink" },
    ]);
  if (look.stale)
    shapes.push([
      { d: circlePath(near + 1, near + 1, 3.6), fill: "halo", stroke: { color: "ink2", width: 1.1 } },
      { d: `M${near + 1} ${near - 1}v2.2l1.5 1`, stroke: { color: "ink2", width: 1 } },
    ]);
  if (look.corrected)
    shapes.push([
      {
        d: `M${near + 1} ${far - 4.6}l3.4 3.4-3.4 3.4-3.4-3.4z`,
        fill: "halo",
        stroke: { color: "accent", width: 1.3 },
      },
    ]);
  return shapes.slice(0, 2).flat();
}

/** A dot in the sector's colour; late ones are a brick triangle, because the mark is what must not be lost. */
const dotShapes = (look: WorkLook, centre: number): Shape[] => [
  look.late
    ? {
        d: `M${centre - 4.2} ${centre + 3.4}L${centre} ${centre - 4.2}L${centre + 4.2} ${centre + 3.4}z`,
        fill: "late",
        stroke: { color: "halo", width: 1 },
      }
    : {
        d: circlePath(centre, centre, 3),
        fill: sectorColor(look.sector),
        stroke: { color: "halo", width: 1 },
      },
];

/** A work's sign, centred in its box. Deterministic: equal looks give equal pictures. */
export function workPicture(look: WorkLook, size: WorkSize): Picture {
  const { box, disc, ring, ringWidth, glyph } = DIMENSIONS[size];
  const centre = box / 2;
  if (size === "dot") return { width: box, height: box, shapes: dotShapes(look, centre) };
  const sign = SECTOR_GLYPHS[look.sector];
  const color = sectorColor(look.sector);
  const placed = { x: centre - glyph / 2, y: centre - glyph / 2, scale: glyph / 16 };
  const outer = ring > 0 ? ring + ringWidth / 2 + 1.2 : disc + 1.2;
  return {
    width: box,
    height: box,
    shapes: [
      { d: circlePath(centre, centre, outer), fill: "halo" },
      ...(ring > 0 ? ringShapes(look, centre, ring, ringWidth) : []),
      ...discShapes(look, centre, disc, size),
      sign.line === undefined
        ? { d: sign.d, fill: color, placed, ...(sign.evenOdd ? { evenOdd: true } : {}) }
        : { d: sign.d, stroke: { color, width: sign.line, round: true }, placed },
      ...(size === "S"
        ? cornerShapes({ ...look, stale: false, corrected: false, suspended: false }, box, 5)
        : cornerShapes(look, box, ring - 1)),
    ],
  };
}

/** Key of a look at a size: equal keys share one raster image. Progress in steps of 5 %. */
export function workPictureKey(look: WorkLook, size: WorkSize): string {
  const progress =
    look.progress === null || size === "S" || size === "dot" ? "x" : Math.round(look.progress / 5) * 5;
  const flags = [look.late, look.stale, look.corrected, look.suspended]
    .map((flag) => (flag ? 1 : 0))
    .join("");
  return `work-${size}-${look.sector}-${look.stage ?? "unknown"}-${progress}-${look.locationClass}-${flags}`;
}

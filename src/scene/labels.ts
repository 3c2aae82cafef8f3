import type { LonLat } from "@/domain/units";
import type { LabelMark } from "./scene";

/** A name with its place on the screen: the middle of its baseline box, CSS px. */
export interface PlacedLabel {
  readonly label: LabelMark;
  readonly x: number;
  readonly y: number;
}

type Box = readonly [left: number, top: number, right: number, bottom: number];

const NARROW = new Set([..."iIíìỉĩịlLtfrjJ.,' -1"]);
const WIDE = new Set([..."mMwWƯừứựỨĐ"]);

/** Width of a text in Be Vietnam Pro, CSS px, from three classes of letters: within 6 % of the measured width of commune names. */
export function textWidth(text: string, size: number, weight: LabelMark["weight"], spaced = false): number {
  const units = [...text].reduce(
    (sum, letter) => sum + (NARROW.has(letter) ? 0.34 : WIDE.has(letter) ? 0.84 : 0.58),
    0,
  );
  return size * (units * (weight >= 600 ? 1.04 : 1) + (spaced ? 0.16 * text.length : 0));
}

/** Where a name may move when its place is taken: at the point, then 14 places around it, nearest first (in line heights and widths). */
const POSITIONS: readonly (readonly [dx: number, dy: number])[] = [
  [0, 0],
  [0, -0.7],
  [0, 0.7],
  [0.25, 0],
  [-0.25, 0],
  [0.25, -0.6],
  [-0.25, -0.6],
  [0.25, 0.6],
  [-0.25, 0.6],
  [0, -1.3],
  [0, 1.3],
  [0.45, 0],
  [-0.45, 0],
  [0.4, -1.1],
  [-0.4, 1.1],
];

const overlaps = (a: Box, b: Box) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];

/**
 * Names that fit: from the highest priority down, each at the first of 15 places that is free, else dropped. A name of infinite priority
 * (the selected commune) is never dropped. Names outside the viewport are left out. Deterministic.
 */
export function placeLabels(
  labels: readonly LabelMark[],
  project: (point: LonLat) => readonly [number, number],
  width: number,
  height: number,
  zoom: number,
): readonly PlacedLabel[] {
  const taken: Box[] = [];
  const placed: PlacedLabel[] = [];
  const inOrder = labels.toSorted((a, b) => b.priority - a.priority || (a.id < b.id ? -1 : 1));
  for (const label of inOrder) {
    if (zoom < label.minZoom) continue;
    const [px, py] = project(label.point);
    if (px < 0 || py < 0 || px > width || py > height) continue;
    const w = textWidth(label.text, label.size, label.weight, label.spaced) + 4;
    const h = label.size * 1.25;
    const boxAt = ([dx, dy]: readonly [number, number]): Box => [
      px + dx * w - w / 2,
      py + dy * h - h / 2,
      px + dx * w + w / 2,
      py + dy * h + h / 2,
    ];
    const free = POSITIONS.find((position) => taken.every((box) => !overlaps(boxAt(position), box)));
    const position = free ?? (label.priority === Number.POSITIVE_INFINITY ? POSITIONS[0] : undefined);
    if (position === undefined) continue;
    taken.push(boxAt(position));
    placed.push({ label, x: px + position[0] * w, y: py + position[1] * h });
  }
  return placed;
}

/** The zoom at which a box of longitudes is as wide on the screen as a text of `width` CSS px. */
export const zoomToFit = (west: number, east: number, width: number): number =>
  Math.log2((width * 360) / (512 * (east - west)));

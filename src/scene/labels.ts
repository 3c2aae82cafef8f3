import type { LonLat } from "@/domain/units";
import { COUNT_BELOW } from "./marks/countPlace";
import { signRadius } from "./marks/workPicture";
import type { LabelMark, MapScene } from "./scene";

/** A name with its place on the screen: the middle of its baseline box, CSS px. */
export interface PlacedLabel {
  readonly label: LabelMark;
  readonly x: number;
  readonly y: number;
}

type Box = readonly [left: number, top: number, right: number, bottom: number];

/** Advance widths of Be Vietnam Pro Regular in thousandths of the size, letters by width; marks above and below add nothing. */
const ADVANCES: ReadonlyMap<string, number> = new Map(
  Object.entries({
    " ": 230,
    Iijl: 262,
    ".,'": 295,
    "1rtf": 395,
    "JT-/": 520,
    Y7skzvxyun: 556,
    aceoghbdpqđư: 640,
    EFLPSZ0234568: 650,
    ABKHRUVXNDÔ9: 710,
    CGQOƠƯĐ: 795,
    "mMwW%": 870,
  }).flatMap(([letters, advance]) => [...letters].map((letter) => [letter, advance] as const)),
);

/** Letters without their marks: "ễ" is as wide as "e". The horns of ơ and ư widen nothing in lower case. */
const bare = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "");

/** Width of a text in Be Vietnam Pro, CSS px: within 6 % of the measured width of every commune's name (a test holds it there). */
export function textWidth(text: string, size: number, weight: LabelMark["weight"], spaced = false): number {
  const units = [...bare(text)].reduce((sum, letter) => sum + (ADVANCES.get(letter) ?? 640), 0) / 1000;
  return size * (units * (weight >= 600 ? 1.03 : 1) + (spaced ? 0.14 * text.length : 0));
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

/** A sign that a name had better not cover: a circle on the screen, CSS px. */
export interface Obstacle {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** How much worse it is to cover this sign than a work's: a number that cannot be read is lost, a disc half seen is not. */
  readonly weight: number;
}

/** Side of a cell of the grid signs are kept in, CSS px: about a name's width, so that a name reads few cells. */
const CELL = 64;
/** A name's point lies in sight, and it moves by less than its width: no sign further out is ever covered. CSS px. */
const BEYOND = 1000;
/** Cells across that tell one row of the grid from the next; far more than any screen is wide. */
const ROW = 4096;

/** Signs by the cells they touch, those in sight only: a thousand signs against a hundred names at 15 places each would take 10 ms. */
function gridOf(signs: readonly Obstacle[], width: number, height: number): (box: Box) => number {
  const cells = new Map<number, Obstacle[]>();
  const eachCell = (
    left: number,
    top: number,
    right: number,
    bottom: number,
    visit: (key: number) => void,
  ) => {
    for (let row = Math.floor(top / CELL); row <= Math.floor(bottom / CELL); row++)
      for (let column = Math.floor(left / CELL); column <= Math.floor(right / CELL); column++)
        visit(row * ROW + column);
  };
  for (const sign of signs) {
    const { x, y, radius } = sign;
    if (x < -BEYOND || y < -BEYOND || x > width + BEYOND || y > height + BEYOND) continue;
    eachCell(x - radius, y - radius, x + radius, y + radius, (key) => {
      const cell = cells.get(key);
      if (cell === undefined) cells.set(key, [sign]);
      else cell.push(sign);
    });
  }
  return ([left, top, right, bottom]) => {
    const met = new Set<Obstacle>();
    let sum = 0;
    eachCell(left, top, right, bottom, (key) => {
      for (const sign of cells.get(key) ?? []) {
        const { x, y, radius, weight } = sign;
        const isCovered =
          x + radius > left &&
          x - radius < right &&
          y + radius > top &&
          y - radius < bottom &&
          !met.has(sign);
        if (!isCovered) continue;
        met.add(sign);
        sum += weight;
      }
    });
    return sum;
  };
}

const overlaps = (a: Box, b: Box) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];

/**
 * Names that fit: from the highest priority down, each at that of 15 places that is free of names and covers the fewest signs (the
 * first of equals), else dropped. A name of infinite priority (the selected commune) is never dropped. Names outside the viewport
 * are left out. Deterministic.
 */
export function placeLabels(
  labels: readonly LabelMark[],
  project: (point: LonLat) => readonly [number, number],
  width: number,
  height: number,
  zoom: number,
  obstacles: readonly Obstacle[] = [],
): readonly PlacedLabel[] {
  const coveredBy = gridOf(obstacles, width, height);
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
    let position: (typeof POSITIONS)[number] | undefined;
    let least = Number.POSITIVE_INFINITY;
    for (const candidate of POSITIONS) {
      const box = boxAt(candidate);
      if (taken.some((other) => overlaps(box, other))) continue;
      const covered = coveredBy(box);
      if (covered >= least) continue;
      [position, least] = [candidate, covered];
      if (covered === 0) break;
    }
    if (position === undefined && label.priority === Number.POSITIVE_INFINITY) position = POSITIONS[0];
    if (position === undefined) continue;
    taken.push(boxAt(position));
    placed.push({ label, x: px + position[0] * w, y: py + position[1] * h });
  }
  return placed;
}

/** Dots up to this radius, CSS px, only say where something is; larger ones are a size to be read. */
const SMALL_DOT = 4;

/** The zoom at which a box of longitudes is as wide on the screen as a text of `width` CSS px. */
export const zoomToFit = (west: number, east: number, width: number): number =>
  Math.log2((width * 360) / (512 * (east - west)));

/**
 * The names of a scene where they stand for a camera, clear of the signs where that is possible. Both renderers place names with
 * this and nothing else, so that they do not move when WebGL takes over.
 */
export function sceneLabels(
  scene: Pick<MapScene, "planes">,
  project: (point: LonLat) => readonly [number, number],
  width: number,
  height: number,
  zoom: number,
): readonly PlacedLabel[] {
  const marks = scene.planes.flatMap((plane) => plane.marks);
  const radius = signRadius(zoom);
  const obstacles = marks.flatMap((mark): Obstacle[] => {
    if (mark.type !== "work" && mark.type !== "count" && mark.type !== "dot") return [];
    if (mark.type === "dot" && mark.radius <= SMALL_DOT) return [];
    const [x, y] = project(mark.point);
    // The rim of a circle may be covered: its size is still seen.
    if (mark.type === "dot") return [{ x, y, radius: mark.radius - 3, weight: 1 }];
    return [
      mark.type === "work" ? { x, y, radius, weight: 1 } : { x, y: y + COUNT_BELOW, radius: 8, weight: 4 },
    ];
  });
  const labels = marks.filter((mark) => mark.type === "label");
  return placeLabels(labels, project, width, height, zoom, obstacles);
}

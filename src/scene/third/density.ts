import { classOf } from "@/analysis/classes";
import { binByHex, type HexGrid, hexArea, hexCorners } from "@/analysis/density";
import type { Snapshot, WorkState } from "@/analysis/snapshot";
import { type CommuneCode, isCommuneCode } from "@/domain/commune";
import type { LonLat } from "@/domain/units";
import type { Village } from "@/domain/village";
import { formatDistance, formatNumber } from "@/i18n/format";
import type { Messages } from "@/i18n/messages";
import type { ThirdMessages } from "@/i18n/messages/third";
import { type ColorToken, rampColor } from "../palette";
import type { AreaMark, LabelMark, MapScene, Mark } from "../scene";
import { middleOfLine } from "../workPlace";
import { groundOf, withPlane } from "./ground";
import type { SolidStage } from "./solids";

/**
 * Hexagons of 6 km, about the size of a commune of the plain, laid around the middle of the province; fixed, so that two days and
 * two filters compare. At 4 km nine in ten would hold one or two.
 */
export const DENSITY_GRID: HexGrid = { origin: [106.4, 21.3], acrossM: 6000 };
/** Lower bounds of the classes after the first: 1 · 2 · 3 · 4–5 · from 6. Fixed, the same for works and villages. */
export const DENSITY_BREAKS: readonly number[] = [2, 3, 4, 6];
const CLASSES = { breaks: DENSITY_BREAKS, extent: [1, 6] as const, version: "1" };
/** Drawn a little smaller than they are: the gaps part them without strokes. */
const DRAWN_SHARE = 0.965;
/** From this zoom a hexagon has room for its number. */
const NUMBER_ZOOM = 8.3;
/** Cells lie under the borders, which stay to be seen. */
const BELOW = "commune-lines";

export type DensityOf = "works" | "villages";
type LeftOutReason = "several" | "commune" | "unknown" | "unplaced";

/** Something that may be counted: where it is, or why nobody can say. */
interface Counted {
  readonly point: LonLat | null;
  readonly reason: LeftOutReason;
  /** Its commune where it has exactly one; null: several or none known. */
  readonly commune: CommuneCode | null;
}

/** Where a work is counted: its point, or the middle of its line. Works of several communes, or known by commune only, have no one place. */
export function densityPoint({ work }: Pick<WorkState, "work">): LonLat | null {
  switch (work.locationClass) {
    case "exact":
    case "village":
      return work.point;
    case "line":
      return work.line === null ? null : middleOfLine(work.line);
    default:
      return null;
  }
}

const only = (codes: readonly CommuneCode[]): CommuneCode | null =>
  codes.length === 1 ? (codes[0] ?? null) : null;

const ofWork = (state: WorkState): Counted => {
  const { locationClass, communeCodes } = state.work;
  return {
    point: densityPoint(state),
    reason:
      locationClass === "several" || locationClass === "commune" || locationClass === "unknown"
        ? locationClass
        : "unplaced",
    commune: only(communeCodes),
  };
};

const ofVillage = ({ point, communeCode }: Village): Counted => ({
  point,
  reason: "unplaced",
  commune: communeCode,
});

export interface DensityRow {
  /** Null: in several communes, or in none that is known. */
  readonly code: CommuneCode | null;
  readonly name: string;
  readonly counted: number;
  readonly leftOut: number;
}

export interface Density {
  readonly stage: SolidStage;
  /** The same cells as areas of the scene: drawn where deck.gl is not. */
  readonly flat: MapScene;
  readonly title: string;
  readonly note: string;
  /** "mỗi ô 6 km". */
  readonly unit: string;
  readonly classes: readonly {
    readonly color: ColorToken;
    readonly label: string;
    /** Without words, for a narrow legend: "4–5", "6+". */
    readonly short: string;
    /** Hexagons of the class. */
    readonly bins: number;
  }[];
  readonly bins: number;
  readonly counted: number;
  readonly leftOut: readonly { readonly label: string; readonly count: number }[];
  /** "80 được tính + 37 bỏ ra … = 117". */
  readonly sum: string;
  /** Communes with anything counted or left out, most first; what has no one commune last. */
  readonly rows: readonly DensityRow[];
  readonly sourceIds: readonly string[];
}

export interface DensityInput {
  readonly scene: MapScene;
  readonly snapshot: Snapshot;
  readonly of: DensityOf;
  readonly messages: Messages;
  readonly texts: ThirdMessages;
}

/** Light text on the two classes furthest from the ground, as names have it. */
const onColour = (color: ColorToken): Pick<LabelMark, "color" | "halo"> =>
  /-[34]$/.test(color) ? { color: "label-on-dark", halo: color } : { color: "ink", halo: "halo" };

/** Works or villages by hexagon: cells, classes, what is left out and why, a row for each commune, and the flat picture. */
export function densityOf({ scene, snapshot, of, messages, texts }: DensityInput): Density {
  const number = (value: number, digits = 0) => formatNumber(messages.locale, value, digits);
  const all = of === "works" ? snapshot.works.map(ofWork) : snapshot.register.villages.map(ofVillage);
  const { bins, leftOut } = binByHex(all, ({ point }) => point, DENSITY_GRID);
  const counted = all.length - leftOut.length;

  const rowOf = (code: CommuneCode | null, name: string): DensityRow => {
    const here = all.filter(({ commune }) => commune === code);
    const placed = here.filter(({ point }) => point !== null).length;
    return { code, name, counted: placed, leftOut: here.length - placed };
  };
  const everywhere = snapshot.register.communes.map(({ code, name }) => rowOf(code, name));
  const elsewhere = rowOf(null, texts.elsewhere);
  const rows = [
    ...everywhere
      .filter((row) => row.counted + row.leftOut > 0)
      .toSorted(
        (a, b) =>
          b.counted - a.counted || b.leftOut - a.leftOut || ((a.code ?? "") < (b.code ?? "") ? -1 : 1),
      ),
    ...(elsewhere.counted + elsewhere.leftOut > 0 ? [elsewhere] : []),
  ];
  const byCode = new Map(everywhere.map((row) => [row.code, row]));

  const colorOf = (count: number): ColorToken =>
    rampColor("progress", classOf(CLASSES, count) ?? 0, DENSITY_BREAKS.length + 1);
  const cells = bins.map(({ key, center, items }): AreaMark => {
    const corners = hexCorners(DENSITY_GRID, center, DRAWN_SHARE).map(([lon, lat]) => [lon, lat]);
    return {
      type: "area",
      id: `cell-${key}`,
      subject: null,
      name: null,
      geometry: { type: "Polygon", coordinates: [[...corners, corners[0] ?? []]] },
      fill: { color: colorOf(items.length) },
      stroke: null,
    };
  });
  const numbers = bins.map(
    ({ key, center, items }): LabelMark => ({
      type: "label",
      id: `cell-count-${key}`,
      subject: null,
      name: null,
      point: center,
      text: number(items.length),
      size: 11,
      weight: 600,
      ...onColour(colorOf(items.length)),
      // Placed before any name, and never moved: a number off its cell would be another cell's.
      priority: Number.POSITIVE_INFINITY,
      spaced: false,
      minZoom: NUMBER_ZOOM,
    }),
  );
  const plain = groundOf(
    scene,
    (area) => {
      const row =
        area.subject !== null && isCommuneCode(area.subject.id) ? byCode.get(area.subject.id) : undefined;
      return {
        ...area,
        fill: { color: "land" },
        name:
          row === undefined
            ? area.name
            : texts[`densityName.${of}`](row.name, number(row.counted), number(row.leftOut)),
      };
    },
    (mark): Mark => (mark.type === "label" ? { ...mark, color: "ink2", halo: "halo" } : mark),
  );
  const ground = withPlane(plain, { id: "density-numbers", layer: "density", marks: numbers }, null);

  const from = [1, ...DENSITY_BREAKS];
  const label = (index: number): string => {
    const [low = 1, next] = [from[index], from[index + 1]];
    if (next === undefined) return texts["densityClass.last"](number(low));
    return next - 1 === low
      ? texts["densityClass.one"](number(low))
      : texts["densityClass.range"](number(low), number(next - 1));
  };
  const short = (index: number): string => {
    const [low = 1, next] = [from[index], from[index + 1]];
    if (next === undefined) return `${number(low)}+`;
    return next - 1 === low ? number(low) : `${number(low)}–${number(next - 1)}`;
  };
  const across = formatDistance(messages.locale, DENSITY_GRID.acrossM);
  const reasons = [...new Set(leftOut.map(({ reason }) => reason))];
  return {
    stage: {
      scene: ground,
      solids: cells.map(({ id, geometry, fill }) => ({
        id,
        commune: null,
        geometry,
        heightM: 0,
        fill: fill ?? { color: "land" },
      })),
      pitch: 0,
      below: BELOW,
      selected: null,
    },
    flat: withPlane(ground, { id: "density", layer: "density", marks: cells }, BELOW),
    title: texts[`densityTitle.${of}`],
    note: texts[`densityNote.${of}`](across, `${number(hexArea(DENSITY_GRID) / 1e6, 1)}\u00a0km²`),
    unit: texts.densityUnit(across),
    classes: from.map((low, index) => ({
      color: colorOf(low),
      label: label(index),
      short: short(index),
      bins: bins.filter(({ items }) => classOf(CLASSES, items.length) === index).length,
    })),
    bins: bins.length,
    counted,
    leftOut: reasons
      .map((reason) => ({
        label: texts[`leftOut.${reason}`],
        count: leftOut.filter((item) => item.reason === reason).length,
      }))
      .toSorted((a, b) => b.count - a.count),
    sum: texts.densitySum(number(counted), number(leftOut.length), number(all.length)),
    rows,
    sourceIds: [
      ...new Set(
        of === "works"
          ? snapshot.works.map(({ work }) => work.sourceId)
          : snapshot.register.villages.map(({ sourceId }) => sourceId),
      ),
    ],
  };
}

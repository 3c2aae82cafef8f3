import type { MultiPolygon, Polygon } from "geojson";
import type { Blank } from "@/analysis/snapshot";
import type { CommuneCode } from "@/domain/commune";
import type { HazardClass } from "@/domain/hazard";
import type { Kind } from "@/domain/source";
import type { BBox, LonLat } from "@/domain/units";
import type { LocationClass, Sector, Stage } from "@/domain/work";
import type { Ramp } from "@/indicators/indicator";
import type { ColorToken } from "./palette";

/**
 * A view as plain data: no React, no DOM, no library object, no theme. Colours are tokens (palette.ts) that a renderer
 * resolves – as CSS variables on a page, as hex for one theme in WebGL, files and print. Both renderers draw every mark
 * and decide nothing.
 */

/** Web Mercator, 512 px tiles (MapLibre's convention): at zoom z the world is 512·2^z CSS px wide. */
export interface Camera {
  readonly center: LonLat;
  readonly zoom: number;
}

/** A tiling texture, anchored to the screen (patterns.ts holds the strokes). */
export type PatternId =
  | { readonly pattern: "zero"; readonly ramp: Ramp }
  | { readonly pattern: "blank"; readonly blank: Exclude<Blank, "unassessed"> }
  | { readonly pattern: "hazard"; readonly hazardClass: HazardClass }
  | { readonly pattern: "unassessed" };

export type Fill = { readonly color: ColorToken; readonly opacity?: number } | PatternId;

export interface Stroke {
  readonly color: ColorToken;
  /** CSS px. */
  readonly width: number;
  readonly dash?: readonly number[];
  /** Drawn beneath, wider by `casingWidth` on each side. */
  readonly casing?: { readonly color: ColorToken; readonly width: number };
}

/** What a mark stands for: what is hit, named and selected. Null for furniture. */
export type Subject =
  | { readonly type: "commune"; readonly id: CommuneCode }
  | { readonly type: "work"; readonly id: string }
  | { readonly type: "village"; readonly id: string }
  | { readonly type: "zone"; readonly id: string }
  | { readonly type: "event"; readonly id: string };

interface MarkBase {
  /** Unique within the scene. */
  readonly id: string;
  readonly subject: Subject | null;
  /** What a reader hears and sees on hover or focus: "An Lạc, 46,2 %, 40–60 %". Null: not announced. */
  readonly name: string | null;
}

export interface AreaMark extends MarkBase {
  readonly type: "area";
  readonly geometry: Polygon | MultiPolygon;
  readonly fill: Fill | null;
  readonly stroke: Stroke | null;
}
export interface LineMark extends MarkBase {
  readonly type: "line";
  readonly parts: readonly (readonly LonLat[])[];
  readonly stroke: Stroke;
}
/** A circle of true size on the ground (village accuracy). */
export interface GroundCircleMark extends MarkBase {
  readonly type: "ground-circle";
  readonly center: LonLat;
  readonly radiusM: number;
  readonly stroke: Stroke;
}
export interface DotMark extends MarkBase {
  readonly type: "dot";
  readonly point: LonLat;
  /** CSS px. */
  readonly radius: number;
  readonly fill: ColorToken;
  readonly stroke: Stroke | null;
}
/** What a work's sign shows. */
export interface WorkLook {
  readonly sector: Sector;
  readonly stage: Stage | null;
  /** 0–100; null unknown: the ring stays an empty track. */
  readonly progress: number | null;
  readonly locationClass: LocationClass;
  readonly late: boolean;
  readonly stale: boolean;
  readonly corrected: boolean;
  readonly suspended: boolean;
}
/** A work: disc, sector glyph, ring of stage and progress, outline of location class, corner marks. */
export interface WorkMark extends MarkBase, WorkLook {
  readonly type: "work";
  readonly point: LonLat;
}
/** Works known by commune only: a "+2" on the commune, never a pin. */
export interface CountMark extends MarkBase {
  readonly type: "count";
  readonly point: LonLat;
  readonly text: string;
}
/** A hazard event: small typed glyph. */
export interface EventMark extends MarkBase {
  readonly type: "event";
  readonly point: LonLat;
  readonly eventType: "landslide" | "crack" | "flood" | "warning";
}
export interface LabelMark extends MarkBase {
  readonly type: "label";
  readonly point: LonLat;
  readonly text: string;
  readonly size: number;
  readonly weight: 400 | 500 | 600;
  readonly color: ColorToken;
  readonly halo: ColorToken;
  /** Higher is kept when labels collide. `Infinity` is never dropped (the selected name). */
  readonly priority: number;
  readonly spaced: boolean;
  /** The name is left out below this zoom, where it is wider than what it names. */
  readonly minZoom: number;
}
export interface ImageMark extends MarkBase {
  readonly type: "image";
  /** Path relative to `data/`. */
  readonly path: string;
  readonly corners: readonly [nw: LonLat, ne: LonLat, se: LonLat, sw: LonLat];
  readonly opacity: number;
}
export type Mark =
  | AreaMark
  | LineMark
  | GroundCircleMark
  | DotMark
  | WorkMark
  | CountMark
  | EventMark
  | LabelMark
  | ImageMark;

/** Marks of one layer at one height; planes are drawn in array order, first at the bottom. */
export interface Plane {
  readonly id: string;
  /** Layer the plane belongs to; `base` cannot be switched off. */
  readonly layer: string;
  readonly marks: readonly Mark[];
  /** Share of opacity of all marks together, 0–1; absent: opaque. A reader's choice, never data. */
  readonly opacity?: number;
  /**
   * What areas of the same fill have in common: it reaches at least as far as they do, so that a renderer to which textures
   * are dear may draw it once, under the first mark that stands for something, in place of theirs.
   */
  readonly ground?: AreaMark;
}

/** The choropleth's legend on a number line. All texts are already in the reader's language. */
export interface ChoroplethLegend {
  readonly title: string;
  readonly definition: string;
  readonly unitText: string;
  readonly ramp: Ramp;
  /** Class swatches low → high; `count` communes in each. */
  readonly classes: readonly {
    readonly color: ColorToken;
    readonly from: number;
    readonly to: number;
    readonly count: number;
    readonly label: string;
  }[];
  readonly extent: readonly [number, number];
  readonly ticks: readonly { readonly value: number; readonly label: string }[];
  /** Value of every commune that has one (zero apart excluded), for the dots or bars above the axis. */
  readonly values: readonly { readonly code: CommuneCode; readonly value: number; readonly label: string }[];
  readonly overall: { readonly value: number; readonly label: string } | null;
  /** Zero (where set apart) and the blanks: always listed for this indicator, with counts. */
  readonly blanks: readonly {
    readonly fill: Fill;
    readonly label: string;
    readonly explanation: string;
    readonly count: number;
    readonly key: "zero" | Blank;
  }[];
  /** "15 có giá trị + 84 ô trống = 99". */
  readonly sum: string;
  readonly breaksNote: string;
}

/** One row of a layer's legend. */
export type LegendRow = {
  readonly label: string;
  readonly count: number | null;
  readonly swatch:
    | { readonly type: "fill"; readonly fill: Fill; readonly stroke: Stroke | null }
    | { readonly type: "mark"; readonly mark: Mark }
    | { readonly type: "line"; readonly stroke: Stroke }
    | { readonly type: "none" };
};
export interface LayerLegend {
  readonly layer: string;
  /** Heading it stands under. */
  readonly group: string;
  readonly title: string;
  readonly on: boolean;
  /** Why the layer cannot be shown ("chưa có số liệu …"); null when it can. */
  readonly unavailable: string | null;
  readonly rows: readonly LegendRow[];
  /** Source, date, licence in one line. */
  readonly citation: string;
}

/** The account of the works: on the map + in the tray = in the register. */
export interface Tray {
  readonly onMap: number;
  readonly communeOnly: readonly {
    readonly workId: string;
    readonly name: string;
    readonly mark: WorkMark;
  }[];
  readonly unknown: readonly { readonly workId: string; readonly name: string; readonly mark: WorkMark }[];
  readonly total: number;
}

export interface MapScene {
  readonly title: string;
  readonly subtitle: string;
  readonly asOfText: string;
  /** The least trustworthy kind among what is shown. */
  readonly kind: Kind;
  readonly kindText: string;
  /** Boundary note, sources, method notes. */
  readonly notes: readonly string[];
  /** What the view shows when nobody has panned: lon lat box to fit with `FIT_PADDING`. */
  readonly frame: BBox;
  readonly planes: readonly Plane[];
  readonly legend: ChoroplethLegend;
  readonly layerLegends: readonly LayerLegend[];
  readonly tray: Tray | null;
  /** Row per commune of the table, in the order of the indicator's value, blanks last. */
  readonly table: readonly {
    readonly code: CommuneCode;
    readonly name: string;
    readonly value: string;
    readonly number: number | null;
    readonly className: string;
    readonly detail: string;
  }[];
  /** Two sentences for those who cannot see the map: range, top, bottom, blanks. */
  readonly description: string;
}

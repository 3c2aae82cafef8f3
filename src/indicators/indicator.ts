import type { Blank, Snapshot } from "@/analysis/snapshot";
import type { CommuneCode } from "@/domain/commune";
import type { DatasetId } from "@/domain/dataset";
import type { IndicatorMessageKey } from "@/i18n/messages";

/** A number with what it is a part of, in the unit of the parts; the denominator is always shown beside a percentage. */
export interface Fraction {
  readonly numerator: number;
  readonly denominator: number;
  readonly unit: "works" | "million-vnd" | "households" | "km2" | "persons" | "poor-households";
}

/** How much of what should be counted stands behind a value. */
export interface Coverage {
  readonly counted: number;
  readonly of: number;
  /** Share of the weight (total investment, households …) that is counted, percent; null when weights are unknown. */
  readonly weightShare: number | null;
}

/** A second number shown beside the first, never blended into it. */
export interface Aside {
  readonly label: IndicatorMessageKey;
  readonly value: number | null;
  readonly unit: Unit;
}

export type IndicatorValue =
  | {
      readonly kind: "value";
      readonly value: number;
      readonly fraction: Fraction | null;
      readonly coverage: Coverage | null;
      readonly asides: readonly Aside[];
      /** What a reader must know beside the number: the poverty standard, a change of method. */
      readonly notes: readonly IndicatorMessageKey[];
      /** Sources of the rows behind the value, unique, in order of first use. */
      readonly sourceIds: readonly string[];
    }
  | { readonly kind: "blank"; readonly blank: Blank; readonly sourceIds: readonly string[] };

export type Unit = "percent" | "works" | "million-vnd" | "persons-per-km2" | "year" | "households";

export type Ramp = "progress" | "poverty" | "hazard";

/**
 * Percentages carry round breaks fixed here; other units get theirs from the whole dataset, all dates, at build
 * (`class-breaks.json`, versioned), so that two dates compare.
 */
export type BreakRule =
  | {
      readonly kind: "fixed";
      readonly breaks: readonly number[];
      readonly extent: readonly [number, number];
      readonly version: string;
    }
  | { readonly kind: "from-data"; readonly count: number };

/** A number worth showing by commune. One file each; the registry's order is the menu's. Ids are public and never renamed. */
export interface Indicator {
  readonly id: string;
  readonly ramp: Ramp;
  readonly unit: Unit;
  /** Fraction digits on screen. */
  readonly digits: number;
  readonly breaks: BreakRule;
  /** True where zero is drawn with its own pattern (a reported nothing) and stands outside class 1. */
  readonly zeroApart: boolean;
  /** Higher is better, worse, or neither: for words and ranking only, never for colour. */
  readonly direction: "more-is-better" | "more-is-worse" | "neutral";
  readonly label: IndicatorMessageKey;
  /** Unit in words for the axis and the map's subtitle: "% khối lượng". */
  readonly unitText: IndicatorMessageKey;
  /** One sentence: what is divided by what. */
  readonly definition: IndicatorMessageKey;
  /** Datasets without which every value is unknown. */
  readonly needs: readonly DatasetId[];
  /** Value of one commune on the snapshot's day. Total: never throws, finite or blank. */
  readonly measure: (snapshot: Snapshot, commune: CommuneCode) => IndicatorValue;
  /** The same over the whole province (not a mean of the communes). */
  readonly overall: (snapshot: Snapshot) => IndicatorValue;
}

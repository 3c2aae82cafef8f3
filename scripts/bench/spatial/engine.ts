import type { SpatialData } from "./seeded";

/** The four tasks. `inside`: which commune; `within`: near a polygon or not; `nearest`: metres to the nearest; `overlaps`: m² covered. */
export const TASKS = ["inside", "within", "nearest", "overlaps"] as const;
export type Task = (typeof TASKS)[number];

/** An engine with its indexes built: each task answers for the points (or communes) given by number. */
export interface PreparedEngine {
  /** Number of the commune a point lies in; -1: none. */
  readonly inside: (points: readonly number[]) => readonly number[];
  /** 1 within `NEAR_M` of a polygon, else 0. */
  readonly within: (points: readonly number[]) => readonly number[];
  /** Metres from a point to the nearest polygon; 0 inside one. */
  readonly nearest: (points: readonly number[]) => readonly number[];
  /** Square metres of a commune under the polygons, overlaps once. */
  readonly overlaps: (communes: readonly number[]) => readonly number[];
}

export interface SpatialEngine {
  readonly name: string;
  /** How many of the polygons are looked at in `within` and `nearest`; times are scaled by the rest. All but plain turf look at all. */
  readonly polygonsAsked: number | null;
  readonly prepare: (data: SpatialData) => PreparedEngine;
}

import type { MultiPolygon, Polygon } from "geojson";
import type { Classes } from "@/analysis/classes";
import type { Blank, Snapshot, WorkState } from "@/analysis/snapshot";
import type { Commune, CommuneCode } from "@/domain/commune";
import type { DatasetId } from "@/domain/dataset";
import type { Reference, Relief, Surroundings } from "@/domain/geometry";
import type { Source } from "@/domain/source";
import type { Messages, SceneMessageKey } from "@/i18n/messages";
import type { Indicator, IndicatorValue } from "@/indicators/indicator";
import type { Border, Edge } from "./geometry";
import type { LegendRow, Plane } from "./scene";

/** Shapes the scene may draw. Null: not loaded; the layers concerned say so. */
export interface MapGeometry {
  readonly communes: ReadonlyMap<CommuneCode, Polygon | MultiPolygon>;
  readonly province: Polygon | MultiPolygon | null;
  readonly borders: readonly Border[];
  readonly edges: readonly Edge[];
  readonly surroundings: Surroundings | null;
  readonly relief: Relief | null;
  readonly reference: Reference | null;
}

/** What is picked out. Ids that name nothing are ignored. */
export interface SceneSelection {
  readonly type: "commune" | "work" | "village" | "zone";
  readonly id: string;
}

export interface SceneInput {
  readonly snapshot: Snapshot;
  readonly indicator: Indicator;
  readonly classes: Classes;
  /** Ids of the layers switched on. */
  readonly layers: readonly string[];
  /** Ids of movable layers from the top down, as a reader arranged them; null: the usual order. */
  readonly order?: readonly string[] | null;
  /** Percent of layers that are not opaque, by layer id. */
  readonly opacity?: Readonly<Record<string, number>>;
  readonly selection: SceneSelection | null;
  /** Communes picked out together; outlined as a selection is. */
  readonly chosen?: readonly CommuneCode[];
  readonly geometry: MapGeometry;
  readonly messages: Messages;
}

/** The input with what every layer asks for, computed once. */
export interface SceneContext extends SceneInput {
  readonly communes: readonly Commune[];
  readonly communeByCode: ReadonlyMap<CommuneCode, Commune>;
  readonly values: ReadonlyMap<CommuneCode, IndicatorValue>;
  /** Communes with a status or a work of the Programme: bold names, ink outline. */
  readonly programme: ReadonlySet<CommuneCode>;
  readonly sourceById: ReadonlyMap<string, Source>;
  readonly works: readonly WorkState[];
}

/** What a layer says of itself in the legend. */
export interface LayerLegendParts {
  /** Why nothing can be drawn; null when something can. */
  readonly unavailable: string | null;
  readonly rows: readonly LegendRow[];
  readonly sourceIds: readonly string[];
}

/** Headings of the list of layers, in their order. */
export const LAYER_GROUPS = ["programme", "hazard", "people", "ground"] as const;
export type LayerGroup = (typeof LAYER_GROUPS)[number];

/** A layer: one file here and one line in the registry. Ids are public (they are in links) and never renamed. */
export interface Layer {
  readonly id: string;
  readonly label: SceneMessageKey;
  /** The heading it stands under in the list of layers. */
  readonly group: LayerGroup;
  readonly defaultOn: boolean;
  /** The base cannot be switched off. */
  readonly fixed: boolean;
  readonly needs: readonly DatasetId[];
  readonly planes: (context: SceneContext) => readonly Plane[];
  readonly legend: (context: SceneContext) => LayerLegendParts;
}

/** Why a commune is blank, in words: under a filter "no works" means none that match. */
export function explainBlank({ snapshot, indicator, messages }: SceneInput, blank: Blank): string {
  const isFiltered = snapshot.works !== snapshot.allWorks && indicator.needs.includes("works");
  if (blank === "not-applicable" && isFiltered) return messages.scene["explain.filtered"];
  return messages.scene[`explain.${blank}`];
}

/** Source ids of some rows, unique, in order of first use. */
export const sourcesOf = (rows: readonly { readonly sourceId: string }[]): readonly string[] => [
  ...new Set(rows.map((row) => row.sourceId)),
];

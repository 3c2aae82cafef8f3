import { useMemo } from "react";
import type { Classes } from "@/analysis/classes";
import { filterSnapshot } from "@/analysis/filterWorks";
import type { Snapshot } from "@/analysis/snapshot";
import { takeSnapshot } from "@/analysis/takeSnapshot";
import type { Commune, CommuneCode } from "@/domain/commune";
import { type IsoDate, isIsoDate } from "@/domain/date";
import type { Locator } from "@/domain/geometry";
import type { Kind, Source } from "@/domain/source";
import type { BBox } from "@/domain/units";
import type { Village } from "@/domain/village";
import type { Locale } from "@/i18n/locale";
import { messagesFor } from "@/i18n/messages";
import { INDICATORS } from "@/indicators";
import { classesOf } from "@/indicators/classBreaks";
import type { Indicator } from "@/indicators/indicator";
import { buildMapScene } from "@/scene/buildScene";
import { type Boundaries, decodeBoundaries } from "@/scene/geometry";
import { DEFAULT_LAYERS, LAYERS } from "@/scene/layers";
import type { MapScene } from "@/scene/scene";
import type { ViewState } from "@/state/view";
import type { ExploreData } from "./data";
import { FALLBACK_DAY } from "./known";
import { leastTrusted } from "./words";

export const indicatorIds: readonly string[] = INDICATORS.map(({ id }) => id);
export const layerIds: readonly string[] = LAYERS.filter(({ fixed }) => !fixed).map(({ id }) => id);
/** The layer whose shapes are loaded only when it is shown. */
export const RELIEF_LAYER = "relief";

/** Ids of the layers a view shows. */
export const shownLayers = (view: ViewState): readonly string[] => view.layers ?? DEFAULT_LAYERS;

/** The layers after switching one: in the registry's order; null when that is the default again. */
export function toggledLayers(view: ViewState, layer: string, on: boolean): readonly string[] | null {
  const shown = new Set(shownLayers(view));
  if (on) shown.add(layer);
  else shown.delete(layer);
  const layers = layerIds.filter((id) => shown.has(id));
  const isDefault =
    layers.length === DEFAULT_LAYERS.length && layers.every((id) => DEFAULT_LAYERS.includes(id));
  return isDefault ? null : layers;
}

const WITH_WORKS = "physical-progress";
const WITHOUT_WORKS = "population-density";

/** The indicator the map opens on: progress once works of the 97 are listed, until then what is known of every commune. */
function indicatorOf(view: ViewState, snapshot: Snapshot): Indicator {
  const listed = snapshot.allWorks.some(({ work }) => work.inPlan97 === "yes");
  const id = view.indicator ?? (listed ? WITH_WORKS : WITHOUT_WORKS);
  const found = INDICATORS.find((indicator) => indicator.id === id) ?? INDICATORS[0];
  if (found === undefined) throw new Error("the indicator registry is empty");
  return found;
}

/** Where no breaks are to be had: one class. */
const ONE_CLASS: Classes = { breaks: [], extent: [0, 1], version: "none" };

/** The day a view shows: its own, else the data's default. */
export function dayOf(view: ViewState, data: Pick<ExploreData, "manifest">): IsoDate {
  const otherwise = data.manifest?.defaultAsOf ?? "";
  return view.asOf ?? (isIsoDate(otherwise) ? otherwise : FALLBACK_DAY);
}

const provinceOf = (communes: readonly Commune[]): BBox =>
  communes.length === 0
    ? [105.8, 20.9, 107.1, 21.7]
    : [
        Math.min(...communes.map(({ bbox }) => bbox[0])),
        Math.min(...communes.map(({ bbox }) => bbox[1])),
        Math.max(...communes.map(({ bbox }) => bbox[2])),
        Math.max(...communes.map(({ bbox }) => bbox[3])),
      ];

export interface ExploreModel {
  readonly snapshot: Snapshot;
  readonly indicator: Indicator;
  readonly indicators: readonly Indicator[];
  readonly scene: MapScene;
  readonly boundaries: Boundaries | null;
  readonly locator: Locator | null;
  /** Box of all communes: where the map may be moved. */
  readonly province: BBox;
  readonly communeByCode: ReadonlyMap<CommuneCode, Commune>;
  readonly villageById: ReadonlyMap<string, Village>;
  readonly sourceById: ReadonlyMap<string, Source>;
  /** Least trustworthy kind of all that is loaded: the band says it even where this very map shows none of it. */
  readonly kind: Kind;
}

/** Everything derived from data and view, each part computed again only when what it reads has changed. */
export function useExploreModel(data: ExploreData, view: ViewState, locale: Locale): ExploreModel {
  const { register, geometry, classBreaks } = data;
  const asOf = dayOf(view, data);
  const whole = useMemo(() => takeSnapshot(register, asOf), [register, asOf]);
  const snapshot = useMemo(() => filterSnapshot(whole, view.filter), [whole, view.filter]);
  const boundaries = useMemo(
    () => (geometry.boundaries === null ? null : decodeBoundaries(geometry.boundaries)),
    [geometry.boundaries],
  );
  const lookups = useMemo(
    () => ({
      communeByCode: new Map(register.communes.map((commune) => [commune.code, commune])),
      villageById: new Map(register.villages.map((village) => [village.villageId, village])),
      sourceById: new Map(register.sources.map((source) => [source.sourceId, source])),
      province: provinceOf(register.communes),
      kind: leastTrusted(register.sources.map(({ kind }) => kind)),
    }),
    [register],
  );
  const indicator = indicatorOf(view, snapshot);
  const { layers, order, opacity, selection, chosen } = view;
  const scene = useMemo(
    () =>
      buildMapScene({
        snapshot,
        indicator,
        classes: classesOf(indicator, classBreaks) ?? ONE_CLASS,
        layers: layers ?? DEFAULT_LAYERS,
        order,
        opacity,
        selection,
        chosen,
        geometry: {
          communes: boundaries?.communes ?? new Map(),
          province: boundaries?.province ?? null,
          borders: boundaries?.borders ?? [],
          edges: boundaries?.edges ?? [],
          surroundings: geometry.surroundings,
          relief: geometry.relief,
          reference: geometry.reference,
        },
        messages: messagesFor(locale),
      }),
    [
      snapshot,
      indicator,
      classBreaks,
      layers,
      order,
      opacity,
      selection,
      chosen,
      boundaries,
      geometry,
      locale,
    ],
  );
  return {
    snapshot,
    indicator,
    indicators: INDICATORS,
    scene,
    boundaries,
    locator: geometry.locator,
    ...lookups,
  };
}

import type { ReactNode } from "react";
import type { WorkState } from "@/analysis/snapshot";
import type { Commune, CommuneCode } from "@/domain/commune";
import type { Locale } from "@/i18n/locale";
import { messagesFor } from "@/i18n/messages";
import { dossierMessages } from "@/i18n/messages/dossier";
import { classesOf } from "@/indicators/classBreaks";
import type { Indicator } from "@/indicators/indicator";
import { buildMapScene } from "@/scene/buildScene";
import { type Boundaries, decodeBoundaries } from "@/scene/geometry";
import type { Camera, MapScene } from "@/scene/scene";
import { type DossierData, dossierData, mapIndicator } from "@/views/dossier/dossierFacts";
import {
  cameraOf,
  DossierMap,
  focusScene,
  MAP_SIZE,
  type MapFocus,
  namesInside,
  ProvinceLocator,
} from "@/views/dossier/dossierMaps";
import { type CornerWeights, clipScene, cornerWeights } from "../clipScene";
import { DOSSIER_MAP, DOSSIER_MAP_SEEN } from "../images/dossierPicture";
import { boundariesForPage } from "../pageGeometry";
import type { BuiltSite } from "./sitePage";

/** Size of the locator on the page, CSS px: what its shapes are simplified for. */
const LOCATOR_SIZE = { width: 208, height: 132 };
const LAYERS = ["works", "hazard", "unassessed", "labels"] as const;

/** What all dossiers of a build are drawn from: the data, one scene of the province, its shapes as fine as they are. */
export interface DossierSheets {
  readonly data: DossierData;
  /** Both drawings of one unit. Its map is null where nothing says where it is. */
  readonly drawings: (
    name: string,
    communes: readonly Commune[],
    works: readonly WorkState[],
    numbers: ReadonlyMap<string, number>,
  ) => (locale: Locale) => { readonly map: ReactNode; readonly locator: ReactNode };
  /** The map of one unit in the picture that stands for its page. Null where nothing says where it is. */
  readonly pictured: (
    communes: readonly Commune[],
    works: readonly WorkState[],
    isWork: boolean,
  ) => (locale: Locale) => PicturedMap | null;
}

/** What a dossier's picture shows of where it is. */
export interface PicturedMap {
  readonly scene: MapScene;
  readonly camera: Camera;
  readonly indicator: Indicator;
}

const known = new WeakMap<BuiltSite, DossierSheets>();

/** Worked out once a build: both builders of dossiers ask for it. */
export function dossierSheets(site: BuiltSite): DossierSheets {
  const sheets = known.get(site) ?? newSheets(site);
  known.set(site, sheets);
  return sheets;
}

function newSheets({
  data: { register, geometry, classBreaks },
  snapshot,
  fineBoundaries,
}: BuiltSite): DossierSheets {
  const fine = decodeBoundaries(fineBoundaries);
  const weights: CornerWeights = cornerWeights(fineBoundaries);
  const data = dossierData(snapshot, fine.communes, geometry.surroundings?.sourceId ?? null);
  const { communeByCode } = data;
  const sceneOf = (indicator: Indicator, locale: Locale) =>
    buildMapScene({
      snapshot,
      indicator,
      classes: classesOf(indicator, classBreaks) ?? { breaks: [], extent: [0, 1], version: "none" },
      layers: LAYERS,
      selection: null,
      geometry: {
        communes: fine.communes,
        province: fine.province,
        borders: fine.borders,
        edges: fine.edges,
        surroundings: geometry.surroundings,
        relief: null,
        reference: null,
      },
      messages: messagesFor(locale),
    });
  const scenesIn = (locale: Locale) =>
    new Map([data.indicator, data.otherwise].map((indicator) => [indicator, sceneOf(indicator, locale)]));
  // Names of places and colours are all that a page draws of it: the same in every language. A picture has the numbers of its key as well.
  const scenes = scenesIn("vi");
  const keys = { vi: scenes, en: scenesIn("en") } satisfies Record<Locale, typeof scenes>;
  const coarse = coarseOf(fineBoundaries, register.communes);
  const focusOf = (communes: readonly Commune[], works: readonly WorkState[], counts: boolean): MapFocus => ({
    codes: new Set<CommuneCode>(communes.map(({ code }) => code)),
    works: new Map(works.map((state) => [state.work.workId, state])),
    counts,
  });
  return {
    data,
    pictured: (communes, works, isWork) => {
      const indicator = mapIndicator(data, works);
      const scene = scenes.get(indicator);
      if (communes.length === 0 || scene === undefined) return () => null;
      const camera = cameraOf(communes, DOSSIER_MAP_SEEN);
      const focused = focusScene(scene, fine, focusOf(communes, works, !isWork));
      const clipped = quietDots(clipScene(focused, weights, { camera, ...DOSSIER_MAP }));
      return (locale) => {
        const legend = keys[locale].get(indicator)?.legend ?? scene.legend;
        return { scene: { ...clipped, legend }, camera, indicator };
      };
    },
    drawings: (name, communes, works, numbers) => {
      const focus = focusOf(communes, works, numbers.size > 0);
      const camera: Camera | null = communes.length === 0 ? null : cameraOf(communes);
      // Cut once for both languages.
      const scene = scenes.get(mapIndicator(data, works));
      const clipped: MapScene | null =
        camera === null || scene === undefined
          ? null
          : namesInside(clipScene(focusScene(scene, fine, focus), weights, { camera, ...MAP_SIZE }), camera);
      return (locale) => {
        const m = dossierMessages[locale];
        return {
          map:
            camera === null || clipped === null ? null : (
              <DossierMap
                scene={clipped}
                camera={camera}
                title={m.mapTitle(name)}
                locale={locale}
                focus={focus}
                numbers={numbers}
                communeByCode={communeByCode}
              />
            ),
          locator: (
            <ProvinceLocator
              boundaries={coarse}
              communes={register.communes}
              codes={[...focus.codes]}
              label={m.locator(name)}
            />
          ),
        };
      };
    },
  };
}

/** CSS px of the dots of others' works in a picture: small beside the one sign that may itself be no more than a dot at this scale. */
const OTHERS = 2.2;

const quietDots = (scene: MapScene): MapScene => ({
  ...scene,
  planes: scene.planes.map((plane) => ({
    ...plane,
    marks: plane.marks.map((mark) =>
      mark.type === "dot" && mark.radius > OTHERS ? { ...mark, radius: OTHERS } : mark,
    ),
  })),
});

/** The shapes of the locator: as fine as a drawing of its size can show. */
function coarseOf(fine: BuiltSite["fineBoundaries"], communes: readonly Commune[]): Boundaries {
  const side = (axis: 0 | 1 | 2 | 3, pick: (...values: number[]) => number) =>
    pick(...communes.map(({ bbox }) => bbox[axis]));
  const frame = [side(0, Math.min), side(1, Math.min), side(2, Math.max), side(3, Math.max)] as const;
  return decodeBoundaries(boundariesForPage(fine, frame, LOCATOR_SIZE));
}

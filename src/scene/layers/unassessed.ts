import type { MultiPolygon, Polygon } from "geojson";
import type { Commune, CommuneCode } from "@/domain/commune";
import type { HazardAssessed } from "@/domain/hazard";
import { type Layer, type SceneContext, sourcesOf } from "../context";
import { toGeometry } from "../geometry";
import type { Mark } from "../scene";
import { unassessedGround } from "../unassessedGround";

/** Percent of its ground from which a commune counts as not assessed at all, and below which as assessed. */
const WHOLE = 99.5;
const NONE = 0.5;

const shareOf = ({ snapshot }: SceneContext, code: CommuneCode): number =>
  snapshot.hazardShares.get(code)?.unassessed ?? 100;

/** Communes on which the pattern is worth its ink: outside the Programme it would bury the map, unless ground out there has been assessed too. */
function shownCommunes(context: SceneContext): readonly Commune[] {
  const { communes, programme } = context;
  const reachesOut = communes.some(({ code }) => !programme.has(code) && shareOf(context, code) < WHOLE);
  return reachesOut ? communes : communes.filter(({ code }) => programme.has(code));
}

type Area = Polygon | MultiPolygon;

/** Cut once per commune and day: the same snapshot is drawn for every indicator. */
const known = new WeakMap<readonly HazardAssessed[], Map<Area, Area | null>>();

function groundOf(context: SceneContext, commune: Area): Area | null {
  const { hazardAssessed, hazardZones } = context.snapshot;
  const cut = known.get(hazardAssessed) ?? new Map<Area, Area | null>();
  known.set(hazardAssessed, cut);
  const found = cut.get(commune);
  if (found !== undefined) return found;
  // The ground of a zone counts as assessed.
  const covering = [...hazardAssessed, ...hazardZones].map(({ geometry }) => toGeometry(geometry));
  const ground = unassessedGround(commune, covering);
  cut.set(commune, ground);
  return ground;
}

/**
 * Ground no susceptibility map covers: communes without any assessed ground whole, of the others what the assessed areas leave, with a
 * dashed edge where the map of hazard ends. Over whatever colour is below, because it is never a colour and never means safe.
 */
export const unassessedLayer: Layer = {
  id: "unassessed",
  label: "layer.unassessed",
  group: "hazard",
  defaultOn: true,
  fixed: false,
  needs: ["hazard-assessed"],
  planes: (context) => {
    if (context.snapshot.hazardAssessed.length === 0) return [];
    const marks = shownCommunes(context).flatMap(({ code }): Mark[] => {
      const share = shareOf(context, code);
      const commune = context.geometry.communes.get(code);
      if (commune === undefined || share < NONE) return [];
      const whole = share >= WHOLE;
      const geometry = whole ? commune : groundOf(context, commune);
      return geometry === null
        ? []
        : [
            {
              type: "area",
              id: `unassessed-${code}`,
              subject: null,
              name: null,
              geometry,
              fill: { pattern: "unassessed" },
              stroke: whole ? null : { color: "ink2", width: 0.9, dash: [3, 3] },
            },
          ];
    });
    return [{ id: "unassessed", layer: "unassessed", marks }];
  },
  legend: (context) => {
    const { snapshot, messages, communes } = context;
    if (snapshot.hazardAssessed.length === 0)
      return { unavailable: messages.scene["none.unassessed"], rows: [], sourceIds: [] };
    return {
      unavailable: null,
      rows: [
        {
          label: messages.domain["hazard.unassessed"],
          count: communes.filter(({ code }) => shareOf(context, code) >= WHOLE).length,
          swatch: {
            type: "fill",
            fill: { pattern: "unassessed" },
            stroke: { color: "ink2", width: 0.9, dash: [3, 3] },
          },
        },
      ],
      sourceIds: sourcesOf(snapshot.hazardAssessed),
    };
  },
};

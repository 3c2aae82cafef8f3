import type { CommuneCode } from "@/domain/commune";
import { type Layer, type SceneContext, sourcesOf } from "../context";
import { toGeometry } from "../geometry";
import type { Mark } from "../scene";

/**
 * Ground no susceptibility map covers. Drawn from what is assessed: communes without any assessed ground whole, and the edge of the assessed
 * areas as a dashed line, so that the reader sees where the map of hazard ends.
 */
function unassessedCommunes({ snapshot, communes }: SceneContext): readonly CommuneCode[] {
  return communes
    .filter(({ code }) => (snapshot.hazardShares.get(code)?.unassessed ?? 100) >= 99.5)
    .map(({ code }) => code);
}

export const unassessedLayer: Layer = {
  id: "unassessed",
  label: "layer.unassessed",
  defaultOn: true,
  fixed: false,
  needs: ["hazard-assessed"],
  planes: (context) => {
    if (context.snapshot.hazardAssessed.length === 0) return [];
    const whole = unassessedCommunes(context).flatMap((code): Mark[] => {
      // Outside the Programme the whole province is unassessed; hatching it would bury the map and say nothing new.
      const geometry = context.programme.has(code) ? context.geometry.communes.get(code) : undefined;
      return geometry === undefined
        ? []
        : [
            {
              type: "area",
              id: `unassessed-${code}`,
              subject: null,
              name: null,
              geometry,
              fill: { pattern: "unassessed" },
              stroke: null,
            },
          ];
    });
    const edges = context.snapshot.hazardAssessed.map(
      (area): Mark => ({
        type: "area",
        id: `assessed-${area.areaId}`,
        subject: null,
        name: null,
        geometry: toGeometry(area.geometry),
        fill: null,
        stroke: { color: "ink2", width: 0.9, dash: [3, 3] },
      }),
    );
    return [{ id: "unassessed", layer: "unassessed", marks: [...whole, ...edges] }];
  },
  legend: (context) => {
    const { snapshot, messages } = context;
    if (snapshot.hazardAssessed.length === 0)
      return { unavailable: messages.scene["none.unassessed"], rows: [], sourceIds: [] };
    return {
      unavailable: null,
      rows: [
        {
          label: messages.domain["hazard.unassessed"],
          count: unassessedCommunes(context).length,
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

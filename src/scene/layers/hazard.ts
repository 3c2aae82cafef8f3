import { HAZARD_CLASSES } from "@/domain/hazard";
import { type Layer, sourcesOf } from "../context";
import { toGeometry } from "../geometry";
import type { Fill } from "../scene";

/**
 * Susceptibility zones. One filled layer at a time: over a choropleth they are hatched, lowest class first, so that the
 * higher class is drawn over the lower where zones nest.
 */
export const hazardLayer: Layer = {
  id: "hazard",
  label: "layer.hazard",
  group: "hazard",
  defaultOn: true,
  fixed: false,
  needs: ["hazard-zones"],
  planes: ({ snapshot, messages, selection }) => [
    {
      id: "hazard",
      layer: "hazard",
      marks: HAZARD_CLASSES.flatMap((hazardClass) =>
        snapshot.hazardZones
          .filter((zone) => zone.hazardClass === hazardClass)
          .map((zone) => {
            const isSelected = selection?.type === "zone" && selection.id === zone.zoneId;
            return {
              type: "area" as const,
              id: `zone-${zone.zoneId}`,
              subject: { type: "zone" as const, id: zone.zoneId },
              name: messages.scene.zoneName(messages.domain[`hazard.${hazardClass}`]),
              geometry: toGeometry(zone.geometry),
              fill: { pattern: "hazard", hazardClass } satisfies Fill,
              stroke: isSelected
                ? { color: "accent" as const, width: 3, casing: { color: "halo" as const, width: 1.5 } }
                : { color: "hazard-stroke" as const, width: 0.8 },
            };
          }),
      ),
    },
  ],
  legend: ({ snapshot, messages }) =>
    snapshot.hazardZones.length === 0
      ? { unavailable: messages.scene["none.hazard"], rows: [], sourceIds: [] }
      : {
          unavailable: null,
          rows: HAZARD_CLASSES.map((hazardClass) => ({
            label: messages.domain[`hazard.${hazardClass}`],
            count: snapshot.hazardZones.filter((zone) => zone.hazardClass === hazardClass).length,
            swatch: {
              type: "fill" as const,
              fill: { pattern: "hazard" as const, hazardClass },
              stroke: { color: "hazard-stroke" as const, width: 0.8 },
            },
          })),
          sourceIds: sourcesOf(snapshot.hazardZones),
        },
};

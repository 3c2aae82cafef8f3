import type { LonLat } from "@/domain/units";
import type { Layer } from "../context";
import type { ColorToken } from "../palette";
import type { Mark } from "../scene";

const COLORS = { roads: "ink3", rivers: "progress-2", seats: "ink" } as const satisfies Record<
  string,
  ColorToken
>;

const lonLat = ([lon = 0, lat = 0]: readonly number[]): LonLat => [lon, lat];

/** Roads, rivers and seats handed in by the province; until then the legend says that none is loaded. */
export const referenceLayer: Layer = {
  id: "reference",
  label: "layer.reference",
  group: "ground",
  defaultOn: true,
  fixed: false,
  needs: ["reference"],
  planes: ({ geometry }) => [
    {
      id: "reference",
      layer: "reference",
      marks: (geometry.reference?.layers ?? []).flatMap(({ id, features }) =>
        features.features.flatMap(({ geometry: shape, properties }, index): Mark[] => {
          const base = { id: `${id}-${index}`, subject: null, name: properties.name };
          switch (shape.type) {
            case "MultiLineString":
              return [
                {
                  ...base,
                  type: "line",
                  parts: shape.coordinates.map((part) => part.map(lonLat)),
                  stroke: { color: COLORS[id], width: 0.9 },
                },
              ];
            case "Point":
              return [
                {
                  ...base,
                  type: "dot",
                  point: lonLat(shape.coordinates),
                  radius: 2,
                  fill: COLORS[id],
                  stroke: null,
                },
              ];
            default:
              return [
                {
                  ...base,
                  type: "area",
                  geometry: shape,
                  fill: { color: COLORS[id], opacity: 0.4 },
                  stroke: null,
                },
              ];
          }
        }),
      ),
    },
  ],
  legend: ({ geometry, messages }) => {
    const loaded = (geometry.reference?.layers ?? []).filter(({ features }) => features.features.length > 0);
    return {
      unavailable: loaded.length === 0 ? messages.scene["none.reference"] : null,
      rows: loaded.map(({ id, features }) => ({
        label: messages.scene[`reference.${id}`],
        count: features.features.length,
        swatch: { type: "line", stroke: { color: COLORS[id], width: 1.2 } },
      })),
      sourceIds: loaded.flatMap(({ sourceId }) => sourceId ?? []),
    };
  },
};

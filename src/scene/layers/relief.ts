import type { Layer } from "../context";

/** Hill shading over the colours, capped so that it cannot move a class. Reference only: never hazard. */
export const reliefLayer: Layer = {
  id: "relief",
  label: "layer.relief",
  group: "ground",
  defaultOn: true,
  fixed: false,
  needs: ["relief"],
  planes: ({ geometry }) => {
    const shading = geometry.relief?.shading ?? null;
    return shading === null
      ? []
      : [
          {
            id: "relief",
            layer: "relief",
            marks: [
              {
                type: "image",
                id: "relief",
                subject: null,
                name: null,
                path: shading.path,
                corners: shading.corners,
                opacity: 1,
              },
            ],
          },
        ];
  },
  legend: ({ geometry, messages }) =>
    geometry.relief === null
      ? { unavailable: messages.scene["none.relief"], rows: [], sourceIds: [] }
      : {
          unavailable: null,
          rows: [{ label: messages.scene.reliefRow, count: null, swatch: { type: "none" } }],
          sourceIds: [geometry.relief.sourceId],
        },
};

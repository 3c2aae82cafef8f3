import type { Layer } from "../context";
import { textWidth, zoomToFit } from "../labels";
import type { LabelMark } from "../scene";

/** Commune names: the Programme's bold, the others light; larger communes keep theirs when names collide. */
export const labelsLayer: Layer = {
  id: "labels",
  label: "layer.labels",
  defaultOn: true,
  fixed: false,
  needs: ["communes"],
  planes: ({ communes, programme, selection }) => [
    {
      id: "labels",
      layer: "labels",
      marks: communes.map((commune): LabelMark => {
        const bold = programme.has(commune.code);
        const chosen = selection?.type === "commune" && selection.id === commune.code;
        return {
          type: "label",
          id: `label-${commune.code}`,
          subject: { type: "commune", id: commune.code },
          name: null,
          point: commune.labelPoint,
          text: commune.name,
          size: bold || chosen ? 11 : 10.5,
          weight: bold || chosen ? 600 : 400,
          color: bold || chosen ? "ink" : "ink2",
          halo: "halo",
          priority: chosen ? Number.POSITIVE_INFINITY : commune.areaKm2 + (bold ? 1000 : 0),
          spaced: false,
          // A name of the Programme may stand out over its commune; the others wait until they fit.
          minZoom:
            bold || chosen
              ? 0
              : zoomToFit(commune.bbox[0], commune.bbox[2], textWidth(commune.name, 10.5, 400)),
        };
      }),
    },
  ],
  legend: ({ messages }) => ({
    unavailable: null,
    rows: [{ label: messages.scene.labelRow, count: null, swatch: { type: "none" } }],
    sourceIds: [],
  }),
};

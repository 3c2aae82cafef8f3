import type { CommuneCode } from "@/domain/commune";
import type { Layer, SceneContext } from "../context";
import { textWidth, zoomToFit } from "../labels";
import type { ColorToken } from "../palette";
import type { LabelMark } from "../scene";
import { communeFill } from "./communes";

/** Classes on which white (dark theme: black) text is read better than ink: the two furthest from the ground. */
const DEEP = /^(progress|poverty|hazard)-[34]$/;

/** On a deep class a name is light with the fill as its halo, elsewhere ink on paper. */
function nameColors(
  context: SceneContext,
  code: CommuneCode,
  strong: boolean,
): { color: ColorToken; halo: ColorToken } {
  const value = context.values.get(code);
  const fill = value === undefined ? null : communeFill(context, value);
  if (fill !== null && "color" in fill && DEEP.test(fill.color))
    return { color: "label-on-dark", halo: fill.color };
  return { color: strong ? "ink" : "ink2", halo: "halo" };
}

/** Commune names: the Programme's bold, the others light; larger communes keep theirs when names collide. */
export const labelsLayer: Layer = {
  id: "labels",
  label: "layer.labels",
  group: "ground",
  defaultOn: true,
  fixed: false,
  needs: ["communes"],
  planes: (context) => {
    const { communes, programme, selection } = context;
    return [
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
            size: chosen ? 13 : bold ? 11 : 10.5,
            weight: bold || chosen ? 600 : 400,
            // The selected name stands on paper whatever is below: it may lie on the outline.
            ...(chosen
              ? { color: "ink" as const, halo: "halo" as const }
              : nameColors(context, commune.code, bold)),
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
    ];
  },
  legend: ({ messages }) => ({
    unavailable: null,
    rows: [{ label: messages.scene.labelRow, count: null, swatch: { type: "none" } }],
    sourceIds: [],
  }),
};

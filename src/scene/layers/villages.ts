import type { Register } from "@/domain/register";
import { formatNumber } from "@/i18n/format";
import type { Messages } from "@/i18n/messages";
import { type Layer, type LayerLegendParts, type SceneContext, sourcesOf } from "../context";
import { remember } from "../remember";
import type { LegendRow, Mark, Plane } from "../scene";

function marks({ snapshot, selection }: SceneContext): Mark[] {
  return snapshot.register.villages.flatMap((village): Mark[] => {
    if (village.point === null) return [];
    const isSelected = selection?.type === "village" && selection.id === village.villageId;
    const base = { subject: { type: "village", id: village.villageId } as const, name: village.name };
    const dot: Mark = {
      ...base,
      type: "dot",
      id: `village-${village.villageId}`,
      point: village.point,
      radius: isSelected ? 4 : 2,
      fill: isSelected ? "accent" : "disc",
      stroke: { color: isSelected ? "halo" : "ink", width: 1 },
    };
    return isSelected && village.accuracyM !== null
      ? [
          {
            ...base,
            type: "ground-circle",
            id: `village-circle-${village.villageId}`,
            center: village.point,
            radiusM: village.accuracyM,
            stroke: { color: "accent", width: 1.5, dash: [4, 3] },
          },
          dot,
        ]
      : [dot];
  });
}

const planesOfRegister = remember<Register, readonly Plane[]>();
const legendOfRegister = remember<Register, LayerLegendParts>();

const planes = (context: SceneContext): readonly Plane[] => {
  const { snapshot, selection } = context;
  return planesOfRegister(snapshot.register, [selection?.type === "village" ? selection.id : null], () => [
    { id: "villages", layer: "villages", marks: marks(context) },
  ]);
};

/** Villages with coordinates, each a place with a stated error. */
export const villagesLayer: Layer = {
  id: "villages",
  label: "layer.villages",
  group: "people",
  defaultOn: false,
  fixed: false,
  needs: ["villages"],
  planes,
  legend: ({ snapshot, messages }) =>
    legendOfRegister(snapshot.register, [messages], () => newLegend(snapshot.register, messages)),
};

function newLegend({ villages }: Register, messages: Messages): LayerLegendParts {
  const placed = villages.filter(({ point }) => point !== null);
  const missing = villages.length - placed.length;
  if (placed.length === 0)
    return { unavailable: messages.scene["none.villages"], rows: [], sourceIds: sourcesOf(villages) };
  const rows: LegendRow[] = [
    {
      label: messages.scene.villageRow,
      count: placed.length,
      swatch: {
        type: "mark",
        mark: {
          type: "dot",
          id: "legend-village",
          subject: null,
          name: null,
          point: [0, 0],
          radius: 2.4,
          fill: "disc",
          stroke: { color: "ink", width: 1 },
        },
      },
    },
  ];
  if (missing > 0)
    rows.push({
      label: messages.scene.villageNoPoint(formatNumber(messages.locale, missing)),
      count: null,
      swatch: { type: "none" },
    });
  return { unavailable: null, rows, sourceIds: sourcesOf(villages) };
}

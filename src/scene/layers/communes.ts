import { classOf } from "@/analysis/classes";
import type { Commune } from "@/domain/commune";
import { formatIndicatorValue } from "@/indicators/formatValue";
import type { IndicatorValue } from "@/indicators/indicator";
import { classLabels } from "../classLabels";
import type { Layer, SceneContext } from "../context";
import { sourcesOf } from "../context";
import { rampColor } from "../palette";
import type { AreaMark, Fill, LabelMark, Mark, Plane } from "../scene";

/** True where a value is a reported nothing with its own pattern. */
export const isZeroApart = (context: Pick<SceneContext, "indicator">, value: IndicatorValue): boolean =>
  context.indicator.zeroApart && value.kind === "value" && value.value === 0;

/** How a commune is filled: its class, the rings of zero, or the pattern of its blank. */
export function communeFill(context: SceneContext, value: IndicatorValue): Fill {
  const { indicator, classes } = context;
  if (value.kind === "blank")
    return value.blank === "unassessed"
      ? { pattern: "unassessed" }
      : { pattern: "blank", blank: value.blank };
  if (isZeroApart(context, value)) return { pattern: "zero", ramp: indicator.ramp };
  const index = classOf(classes, value.value) ?? 0;
  return { color: rampColor(indicator.ramp, index, classes.breaks.length + 1) };
}

/** "An Lạc: 46,2 %, bậc 40–60": what hover, focus and the table say. */
export function communeName(context: SceneContext, commune: Commune): string {
  const { indicator, classes, messages } = context;
  const value = context.values.get(commune.code);
  if (value === undefined) return commune.name;
  if (value.kind === "blank")
    return messages.scene.communeName(commune.name, messages.domain[`blank.${value.blank}`], "");
  const text = formatIndicatorValue(indicator, value.value, messages);
  const label = isZeroApart(context, value)
    ? ""
    : (classLabels(context)[classOf(classes, value.value) ?? 0] ?? "");
  return messages.scene.communeName(commune.name, text, label);
}

/** Paper below the colours: patterns that let the ground through stand on land, not on what lies outside the province. */
const land = ({ geometry }: SceneContext): AreaMark[] =>
  geometry.province === null
    ? []
    : [
        {
          type: "area",
          id: "land",
          subject: null,
          name: null,
          geometry: geometry.province,
          fill: { color: "land" },
          stroke: null,
        },
      ];

function fills(context: SceneContext): AreaMark[] {
  return context.communes.flatMap((commune) => {
    const geometry = context.geometry.communes.get(commune.code);
    const value = context.values.get(commune.code);
    if (geometry === undefined || value === undefined) return [];
    return [
      {
        type: "area" as const,
        id: `commune-${commune.code}`,
        subject: { type: "commune" as const, id: commune.code },
        name: communeName(context, commune),
        geometry,
        fill: communeFill(context, value),
        stroke: null,
      },
    ];
  });
}

/** Outlines: light between all communes, ink around those of the Programme, heavy around the province. */
function lines(context: SceneContext): Mark[] {
  const outline = (programme: boolean): AreaMark[] =>
    context.communes
      .filter(({ code }) => context.programme.has(code) === programme)
      .flatMap(({ code }) => {
        const geometry = context.geometry.communes.get(code);
        return geometry === undefined
          ? []
          : [
              {
                type: "area" as const,
                id: `line-${code}`,
                subject: null,
                name: null,
                geometry,
                fill: null,
                stroke: programme
                  ? { color: "programme-line" as const, width: 0.7 }
                  : { color: "commune-line" as const, width: 0.8 },
              },
            ];
      });
  return [...outline(false), ...outline(true)];
}

function province({ geometry }: SceneContext): Mark[] {
  if (geometry.province === null) return [];
  return [
    {
      type: "area",
      id: "province",
      subject: null,
      name: null,
      geometry: geometry.province,
      fill: null,
      stroke: { color: "ink2", width: 1.6 },
    },
  ];
}

function surroundings({ geometry }: SceneContext): Mark[] {
  if (geometry.surroundings === null) return [];
  const { boundaries, labels } = geometry.surroundings;
  return [
    {
      type: "line",
      id: "surroundings",
      subject: null,
      name: null,
      parts: boundaries.coordinates.map((part) => part.map(([lon = 0, lat = 0]) => [lon, lat] as const)),
      stroke: { color: "line2", width: 0.7, dash: [6, 3, 1, 3] },
    },
    ...labels.map(
      ({ name, point }): LabelMark => ({
        type: "label",
        id: `neighbour-${name}`,
        subject: null,
        name: null,
        point,
        text: name.toLocaleUpperCase("vi"),
        size: 10.5,
        weight: 400,
        color: "ink3",
        halo: "ground",
        priority: -1,
        spaced: true,
        minZoom: 0,
      }),
    ),
  ];
}

function selected(context: SceneContext): Mark[] {
  const { selection, geometry } = context;
  if (selection?.type !== "commune") return [];
  const commune = context.communes.find(({ code }) => code === selection.id);
  const shape = commune && geometry.communes.get(commune.code);
  if (commune === undefined || shape === undefined) return [];
  return [
    {
      type: "area",
      id: "selected",
      subject: null,
      name: null,
      geometry: shape,
      fill: null,
      stroke: { color: "accent", width: 3, casing: { color: "halo", width: 1.5 } },
    },
  ];
}

/** The choropleth, its outlines and what lies around the province. The base: never switched off. */
export const communesLayer: Layer = {
  id: "communes",
  label: "layer.communes",
  defaultOn: true,
  fixed: true,
  needs: ["communes", "communes-coarse"],
  planes: (context): readonly Plane[] => [
    { id: "surroundings", layer: "communes", marks: surroundings(context) },
    { id: "communes", layer: "communes", marks: [...land(context), ...fills(context)] },
    { id: "commune-lines", layer: "communes", marks: lines(context) },
    { id: "province", layer: "communes", marks: province(context) },
    { id: "selection", layer: "communes", marks: selected(context) },
  ],
  legend: ({ communes }) => ({ unavailable: null, rows: [], sourceIds: sourcesOf(communes) }),
};

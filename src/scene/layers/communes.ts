import { classOf } from "@/analysis/classes";
import type { Commune } from "@/domain/commune";
import { formatIndicatorValue } from "@/indicators/formatValue";
import type { IndicatorValue } from "@/indicators/indicator";
import { classLabels } from "../classLabels";
import type { Layer, SceneContext } from "../context";
import { sourcesOf } from "../context";
import type { Border } from "../geometry";
import { rampColor } from "../palette";
import type { AreaMark, Fill, LabelMark, LineMark, Mark, Plane, Stroke } from "../scene";

/** True where a value is a reported nothing with its own pattern. */
export const isZeroApart = (context: Pick<SceneContext, "indicator">, value: IndicatorValue): boolean =>
  context.indicator.zeroApart && value.kind === "value" && value.value === 0;

/** How a commune is filled: its class, the rings of zero, or the pattern of its blank. */
export function communeFill(
  context: Pick<SceneContext, "indicator" | "classes">,
  value: IndicatorValue,
): Fill {
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

/** Borders by whether either side has a part in the Programme; kept, because a renderer knows a line again by its points. */
const sortedBorders = new WeakMap<
  readonly Border[],
  { readonly programme: string; readonly inside: LineMark["parts"]; readonly others: LineMark["parts"] }
>();

function sorted({ geometry, programme }: SceneContext) {
  const key = [...programme].sort().join();
  const found = sortedBorders.get(geometry.borders);
  if (found?.programme === key) return found;
  const isInside = ({ between }: Border) => between.some((code) => programme.has(code));
  const lines = {
    programme: key,
    inside: geometry.borders.filter(isInside).map(({ line }) => line),
    others: geometry.borders.filter((border) => !isInside(border)).map(({ line }) => line),
  };
  sortedBorders.set(geometry.borders, lines);
  return lines;
}

/** Borders between communes, each drawn once: light, and ink around those of the Programme. */
function lines(context: SceneContext): Mark[] {
  const { inside, others } = sorted(context);
  const mark = (id: string, parts: LineMark["parts"], stroke: Stroke): LineMark[] =>
    parts.length === 0 ? [] : [{ type: "line", id, subject: null, name: null, parts, stroke }];
  return [
    ...mark("borders", others, { color: "commune-line", width: 0.8 }),
    ...mark("programme-borders", inside, { color: "programme-line", width: 0.7 }),
  ];
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
  const { selection, chosen, communes, geometry } = context;
  const outline = (code: string, id: string, width: number): AreaMark[] => {
    const commune = communes.find((candidate) => candidate.code === code);
    const shape = commune && geometry.communes.get(commune.code);
    return shape === undefined
      ? []
      : [
          {
            type: "area",
            id,
            subject: null,
            name: null,
            geometry: shape,
            fill: null,
            stroke: { color: "accent", width, casing: { color: "halo", width: 1.5 } },
          },
        ];
  };
  return [
    // One of several is outlined thinner than the one that is looked at.
    ...(chosen ?? []).flatMap((code) => outline(code, `chosen-${code}`, 2)),
    ...(selection?.type === "commune" ? outline(selection.id, "selected", 3) : []),
  ];
}

/**
 * The texture most blanks have, over the whole province. Null when it would show where it is not meant: through a commune
 * whose own fill lets the ground through, or where one has no fill at all.
 */
function ground(context: SceneContext, marks: readonly AreaMark[]): AreaMark | null {
  if (marks.length < context.geometry.communes.size) return null;
  const counts = new Map<string, { readonly fill: Fill; readonly count: number }>();
  for (const { fill } of marks) {
    if (fill === null || ("pattern" in fill && fill.pattern === "unassessed")) return null;
    if ("pattern" in fill && fill.pattern === "blank")
      counts.set(fill.blank, { fill, count: (counts.get(fill.blank)?.count ?? 0) + 1 });
  }
  const [most] = [...counts.values()].sort((a, b) => b.count - a.count);
  const [paper] = land(context);
  return paper === undefined || most === undefined || most.count < 2
    ? null
    : { ...paper, id: "ground", fill: most.fill };
}

function communes(context: SceneContext): Plane {
  const marks = fills(context);
  const under = ground(context, marks);
  return {
    id: "communes",
    layer: "communes",
    marks: [...land(context), ...marks],
    ...(under === null ? {} : { ground: under }),
  };
}

/** The choropleth, its outlines and what lies around the province. The base: never switched off. */
export const communesLayer: Layer = {
  id: "communes",
  label: "layer.communes",
  group: "ground",
  defaultOn: true,
  fixed: true,
  needs: ["communes", "communes-coarse"],
  planes: (context): readonly Plane[] => [
    { id: "surroundings", layer: "communes", marks: surroundings(context) },
    communes(context),
    { id: "commune-lines", layer: "communes", marks: lines(context) },
    { id: "province", layer: "communes", marks: province(context) },
    { id: "selection", layer: "communes", marks: selected(context) },
  ],
  legend: ({ communes }) => ({ unavailable: null, rows: [], sourceIds: sourcesOf(communes) }),
};

import type { Snapshot, WorkState } from "@/analysis/snapshot";
import type { CommuneCode } from "@/domain/commune";
import type { LonLat } from "@/domain/units";
import { LOCATION_CLASSES } from "@/domain/work";
import { formatNumber } from "@/i18n/format";
import { type Layer, type LayerLegendParts, type SceneContext, sourcesOf } from "../context";
import { sectorColor } from "../marks/workPicture";
import { remember } from "../remember";
import type { CountMark, LegendRow, Mark, Plane, WorkMark } from "../scene";
import { PLACED, workPoint } from "../workPlace";

/** A work's sign at a point. The point of a tray entry is meaningless (0, 0). */
export function workMark(
  { messages }: Pick<SceneContext, "messages">,
  state: WorkState,
  point: LonLat,
): WorkMark {
  const { work, stage, lateness } = state;
  const late =
    lateness.answer === "yes" ? messages.scene.workLate(formatNumber(messages.locale, lateness.days)) : "";
  return {
    type: "work",
    id: `work-${work.workId}`,
    subject: { type: "work", id: work.workId },
    name: messages.scene.workName(work.name, messages.domain[`stage.${stage ?? "unknown"}`], late),
    point,
    sector: work.sector,
    stage,
    progress: state.progress,
    locationClass: work.locationClass,
    late: lateness.answer === "yes",
    stale: state.stale,
    corrected: state.corrected,
    suspended: stage === "suspended",
  };
}

const isSelected = ({ selection }: SceneContext, { work }: WorkState) =>
  selection?.type === "work" && selection.id === work.workId;

/** The line of a work, or threads from its sign to each commune it lies in. */
function lineMarks(context: SceneContext, state: WorkState): Mark[] {
  const { work } = state;
  const base = { subject: { type: "work", id: work.workId } as const, name: work.name };
  const chosen = isSelected(context, state);
  if (work.line !== null)
    return [
      {
        ...base,
        type: "line",
        id: `line-${work.workId}`,
        parts: work.line,
        stroke: {
          color: chosen ? "accent" : sectorColor(work.sector),
          width: chosen ? 3 : 2,
          casing: { color: "halo", width: 1.5 },
        },
      },
    ];
  const centre = workPoint(state, context.communeByCode);
  if (work.locationClass !== "several" || centre === null) return [];
  return [
    {
      ...base,
      type: "line",
      id: `threads-${work.workId}`,
      parts: work.communeCodes.flatMap((code) => {
        const end = context.communeByCode.get(code)?.labelPoint;
        return end === undefined ? [] : [[centre, end]];
      }),
      stroke: {
        color: sectorColor(work.sector),
        width: 1,
        dash: [2, 2],
        casing: { color: "halo", width: 1 },
      },
    },
  ];
}

/** The true-scale circle of a selected work that is known by village only. */
function circleMarks(context: SceneContext, state: WorkState): Mark[] {
  const { work } = state;
  if (!isSelected(context, state) || work.point === null || work.accuracyM === null) return [];
  return [
    {
      type: "ground-circle",
      id: `circle-${work.workId}`,
      subject: null,
      name: null,
      center: work.point,
      radiusM: work.accuracyM,
      stroke: { color: sectorColor(work.sector), width: 1.5, dash: [4, 3] },
    },
  ];
}

function signMarks(context: SceneContext): WorkMark[] {
  const signs = context.works.flatMap((state) => {
    const point = workPoint(state, context.communeByCode);
    return point === null
      ? []
      : [{ chosen: isSelected(context, state), mark: workMark(context, state, point) }];
  });
  // The selected sign is drawn last; late ones above the others.
  return signs
    .toSorted(
      (a, b) =>
        Number(a.chosen) - Number(b.chosen) ||
        Number(a.mark.late) - Number(b.mark.late) ||
        b.mark.point[1] - a.mark.point[1],
    )
    .map(({ mark }) => mark);
}

/** "+2" on a commune: works known by commune only. */
function countMarks({ works, communes, messages }: SceneContext): CountMark[] {
  const counts = new Map<CommuneCode, number>();
  for (const { work } of works)
    if (work.locationClass === "commune")
      for (const code of new Set(work.communeCodes)) counts.set(code, (counts.get(code) ?? 0) + 1);
  return communes.flatMap((commune) => {
    const count = counts.get(commune.code) ?? 0;
    if (count === 0) return [];
    const text = formatNumber(messages.locale, count);
    return [
      {
        type: "count" as const,
        id: `count-${commune.code}`,
        subject: { type: "commune" as const, id: commune.code },
        name: messages.scene.communeOnlyName(text, commune.name),
        point: commune.labelPoint,
        text: `+${text}`,
      },
    ];
  });
}

const planesOfDay = remember<Snapshot, readonly Plane[]>();
const legendOfDay = remember<Snapshot, LayerLegendParts>();

/** The same planes for a day and a selection, whichever indicator is shown. */
const planes = (context: SceneContext): readonly Plane[] => {
  const { snapshot, selection, messages } = context;
  return planesOfDay(snapshot, [selection?.type === "work" ? selection.id : null, messages], () => [
    {
      id: "work-lines",
      layer: "works",
      marks: context.works.flatMap((state) => [...circleMarks(context, state), ...lineMarks(context, state)]),
    },
    { id: "works", layer: "works", marks: signMarks(context) },
    { id: "counts", layer: "works", marks: countMarks(context) },
  ]);
};

/** The works that have a place; the others are counted on their commune and lie in the tray. */
export const worksLayer: Layer = {
  id: "works",
  label: "layer.works",
  group: "programme",
  defaultOn: true,
  fixed: false,
  needs: ["works"],
  planes,
  legend: (context) => legendOfDay(context.snapshot, [context.messages], () => newLegend(context)),
};

function newLegend({ works, snapshot, messages }: SceneContext): LayerLegendParts {
  if (snapshot.allWorks.length === 0)
    return { unavailable: messages.scene["none.works"], rows: [], sourceIds: [] };
  const rows = LOCATION_CLASSES.map((locationClass): LegendRow => {
    const mark: WorkMark = {
      type: "work",
      id: `legend-${locationClass}`,
      subject: null,
      name: null,
      point: [0, 0],
      sector: "transport",
      stage: null,
      progress: null,
      locationClass,
      late: false,
      stale: false,
      corrected: false,
      suspended: false,
    };
    const label =
      locationClass === "commune"
        ? messages.scene.communeOnlyRow
        : locationClass === "unknown"
          ? messages.scene.unknownRow
          : messages.domain[`location.${locationClass}`];
    return {
      label,
      count: works.filter(({ work }) => work.locationClass === locationClass).length,
      swatch: PLACED.has(locationClass) ? { type: "mark", mark } : { type: "none" },
    };
  });
  return { unavailable: null, rows, sourceIds: sourcesOf(works.map(({ work }) => work)) };
}

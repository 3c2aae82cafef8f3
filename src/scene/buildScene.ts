import { classOf } from "@/analysis/classes";
import type { Snapshot, WorkState } from "@/analysis/snapshot";
import type { CommuneCode } from "@/domain/commune";
import { KINDS, type Kind } from "@/domain/source";
import type { BBox } from "@/domain/units";
import { formatDate, formatNumber } from "@/i18n/format";
import { formatIndicatorValue } from "@/indicators/formatValue";
import { arrangePlanes } from "./arrange";
import { classLabels } from "./classLabels";
import { explainBlank, type SceneContext, type SceneInput } from "./context";
import { LAYERS } from "./layers";
import { isZeroApart } from "./layers/communes";
import { workMark } from "./layers/works";
import { choroplethLegend } from "./legend";
import { remember } from "./remember";
import type { LayerLegend, MapScene, Tray } from "./scene";
import { workPoint } from "./workPlace";

function contextOf(input: SceneInput): SceneContext {
  const { snapshot, indicator } = input;
  const { communes } = snapshot.register;
  const programme = new Set<CommuneCode>(snapshot.statuses.keys());
  // The Programme's communes are those of all its works: a filter must not move the frame or rename what is bold.
  for (const { work } of snapshot.allWorks)
    if (work.inPlan97 === "yes") for (const code of work.communeCodes) programme.add(code);
  return {
    ...input,
    communes,
    communeByCode: new Map(communes.map((commune) => [commune.code, commune])),
    values: new Map(communes.map(({ code }) => [code, indicator.measure(snapshot, code)])),
    programme,
    sourceById: new Map(snapshot.register.sources.map((source) => [source.sourceId, source])),
    works: snapshot.works,
  };
}

/** The least trustworthy kind of some sources; unknown sources do not raise or lower it. */
function weakestKind(context: SceneContext, sourceIds: readonly string[]): Kind {
  const ranks = sourceIds.flatMap((id) => {
    const kind = context.sourceById.get(id)?.kind;
    return kind === undefined ? [] : [KINDS.indexOf(kind)];
  });
  return KINDS[Math.max(0, ...ranks)] ?? "official";
}

/** On the map + in the tray = in the register, under every choice of layers: the tray is about places, not about switches. */
function trayOf(context: SceneContext): Tray | null {
  const { snapshot, messages } = context;
  if (snapshot.allWorks.length === 0) return null;
  return trayOfDay(snapshot, [messages], () => newTray(context));
}

const trayOfDay = remember<Snapshot, Tray>();

function newTray(context: SceneContext): Tray {
  const { works, communeByCode } = context;
  const entry = (state: WorkState) => ({
    workId: state.work.workId,
    name: state.work.name,
    mark: workMark(context, state, [0, 0]),
  });
  const placed = works.filter((state) => workPoint(state, communeByCode) !== null);
  const rest = works.filter((state) => workPoint(state, communeByCode) === null);
  // A work of a class that should have a place but has none is as unplaced as one whose place is unknown.
  const isCommuneOnly = ({ work }: WorkState) => work.locationClass === "commune";
  return {
    onMap: placed.length,
    communeOnly: rest.filter(isCommuneOnly).map(entry),
    unknown: rest.filter((state) => !isCommuneOnly(state)).map(entry),
    total: works.length,
  };
}

function tableOf(context: SceneContext): MapScene["table"] {
  const { classes, communes, indicator, messages, values } = context;
  const labels = classLabels(context);
  const rows = communes.map((commune) => {
    const value = values.get(commune.code);
    if (value === undefined || value.kind === "blank") {
      const blank = value?.blank ?? "no-data";
      return {
        code: commune.code,
        name: commune.name,
        value: messages.domain[`blank.${blank}`],
        number: null,
        className: "",
        detail: explainBlank(context, blank),
      };
    }
    return {
      code: commune.code,
      name: commune.name,
      value: formatIndicatorValue(indicator, value.value, messages),
      number: value.value,
      className: isZeroApart(context, value)
        ? messages.domain["blank.zero"]
        : (labels[classOf(classes, value.value) ?? 0] ?? ""),
      detail:
        value.coverage === null
          ? ""
          : messages.indicators.coverage(
              formatNumber(messages.locale, value.coverage.counted),
              formatNumber(messages.locale, value.coverage.of),
            ),
    };
  });
  return rows.toSorted(
    (a, b) =>
      (b.number ?? Number.NEGATIVE_INFINITY) - (a.number ?? Number.NEGATIVE_INFINITY) ||
      (a.code < b.code ? -1 : 1),
  );
}

function describe(context: SceneContext, table: MapScene["table"], tray: Tray | null): string {
  const { indicator, messages } = context;
  const number = (value: number) => formatNumber(messages.locale, value);
  const known = table.filter((row) => row.number !== null);
  const [top, bottom] = [known[0], known.at(-1)];
  return [
    messages.scene.describe(
      messages.indicators[indicator.label],
      number(known.length),
      number(table.length - known.length),
    ),
    top && bottom ? messages.scene.describeRange(top.name, top.value, bottom.name, bottom.value) : "",
    tray === null
      ? ""
      : messages.scene.describeWorks(number(tray.onMap), number(tray.total - tray.onMap), number(tray.total)),
  ]
    .filter((sentence) => sentence !== "")
    .join(" ");
}

/** The communes that matter: those of the Programme when there are any, else the whole province. */
function frameOf({ communes, programme }: SceneContext): BBox {
  const shown = programme.size > 0 ? communes.filter(({ code }) => programme.has(code)) : communes;
  const side = (axis: 0 | 1 | 2 | 3, pick: (...values: number[]) => number) =>
    pick(...shown.map(({ bbox }) => bbox[axis]));
  return [side(0, Math.min), side(1, Math.min), side(2, Math.max), side(3, Math.max)];
}

/**
 * Everything a map view shows, as plain data. Pure: the same input gives an equal scene, and the scene survives JSON.
 * Colours are tokens and texts are in the reader's language.
 */
export function buildMapScene(input: SceneInput): MapScene {
  const context = contextOf(input);
  const { indicator, messages, snapshot } = context;
  const isOn = (id: string) => input.layers.includes(id);
  const drawn = LAYERS.filter(({ fixed, id }) => fixed || isOn(id)).flatMap((layer) => {
    const percent = layer.fixed ? undefined : input.opacity?.[layer.id];
    const own = layer.planes(context);
    return percent === undefined ? own : own.map((plane) => ({ ...plane, opacity: percent / 100 }));
  });
  const planes = arrangePlanes(drawn, input.order ?? null);
  const legends = LAYERS.filter(({ fixed }) => !fixed).map((layer) => ({
    layer,
    parts: layer.legend(context),
  }));
  const layerLegends = legends.map(
    ({ layer, parts }): LayerLegend => ({
      layer: layer.id,
      group: messages.scene[`group.${layer.group}`],
      title: messages.scene[layer.label],
      on: isOn(layer.id),
      unavailable: parts.unavailable,
      rows: parts.rows,
      citation: parts.sourceIds
        .flatMap((id) => {
          const source = context.sourceById.get(id);
          return source === undefined ? [] : [messages.scene.citation(source.title, source.licence)];
        })
        .join(" "),
    }),
  );
  const valueSources = [...new Set([...context.values.values()].flatMap(({ sourceIds }) => sourceIds))];
  const layerSources = legends
    .filter(({ layer, parts }) => isOn(layer.id) && parts.unavailable === null)
    .flatMap(({ parts }) => parts.sourceIds);
  const shownSources = [...new Set([...valueSources, ...layerSources])];
  const kind = weakestKind(context, shownSources);
  const table = tableOf(context);
  const tray = trayOf(context);
  const asOf = formatDate(messages.locale, snapshot.asOf);
  // A picture of the map has to say what it leaves out.
  const filtered =
    snapshot.works === snapshot.allWorks
      ? null
      : messages.scene.filtered(
          formatNumber(messages.locale, snapshot.works.length),
          formatNumber(messages.locale, snapshot.allWorks.length),
        );
  const titles = shownSources.flatMap((id) => context.sourceById.get(id)?.title ?? []);
  return {
    title: messages.scene.mapTitle(messages.indicators[indicator.label]),
    subtitle: [messages.scene.mapSubtitle(messages.indicators[indicator.unitText], asOf), filtered]
      .filter((part) => part !== null)
      .join(". "),
    asOfText: messages.scene.asOf(asOf),
    kind,
    kindText:
      kind === "illustrative"
        ? messages.scene.kindIllustrative
        : messages.scene.kindOther(messages.domain[`kind.${kind}`]),
    notes: [
      messages.scene.boundaryNote,
      ...(filtered === null ? [] : [filtered]),
      ...(isOn("relief") && input.geometry.relief !== null ? [messages.scene.reliefNote] : []),
      ...(isOn("hazard") && snapshot.hazardZones.length > 0 ? [messages.scene.hazardNote] : []),
      ...(titles.length > 0 ? [messages.scene.sourcesNote(titles.slice(0, 4).join("; "))] : []),
    ],
    frame: frameOf(context),
    planes,
    legend: choroplethLegend(context),
    layerLegends,
    tray,
    table,
    description: describe(context, table, tray),
  };
}

import { restrictSnapshot } from "@/analysis/restrictSnapshot";
import type { Snapshot, WorkState } from "@/analysis/snapshot";
import { takeSnapshot } from "@/analysis/takeSnapshot";
import { numbered, villageGroups } from "@/analysis/villageGroups";
import type { Commune, CommuneCode } from "@/domain/commune";
import { addDays, type IsoDate, isIsoDate } from "@/domain/date";
import type { ClassBreaks, Locator, Surroundings } from "@/domain/geometry";
import type { Manifest } from "@/domain/manifest";
import type { Register } from "@/domain/register";
import { releaseOf } from "@/domain/release";
import type { Site } from "@/domain/site";
import type { Kind } from "@/domain/source";
import type { BBox } from "@/domain/units";
import { formatDate, formatNumber } from "@/i18n/format";
import type { Locale } from "@/i18n/locale";
import { messagesFor } from "@/i18n/messages";
import { embedMessages } from "@/i18n/messages/embed";
import { INDICATORS, indicatorById } from "@/indicators";
import { classesOf } from "@/indicators/classBreaks";
import type { Indicator } from "@/indicators/indicator";
import { buildMapScene } from "@/scene/buildScene";
import { fitCamera, projector, unprojector } from "@/scene/camera";
import type { Boundaries } from "@/scene/geometry";
import { LAYERS } from "@/scene/layers";
import type { Camera, MapScene } from "@/scene/scene";
import type { EmbedView, KnownToEmbed } from "@/state/embedView";
import { focusScene, type MapFocus } from "../dossier/dossierMaps";
import { FALLBACK_DAY } from "../explore/known";
import { communeName, leastTrusted } from "../explore/words";

/** What an embedded map is drawn from: parsed data, shapes decoded. Null shapes: not to be had, and named among the failures. */
export interface EmbedData {
  readonly register: Register;
  readonly boundaries: Boundaries | null;
  readonly surroundings: Surroundings | null;
  readonly locator: Locator | null;
  readonly manifest: Manifest | null;
  readonly classBreaks: readonly ClassBreaks[];
  readonly site: Site | null;
}

/** Units of the drawing. It is scaled to the frame it stands in; names and signs of a commune's map are drawn for about that many CSS px. */
export interface DrawingSize {
  readonly width: number;
  readonly height: number;
}

/** Everything an embedded map says, in one language. */
export interface EmbedModel {
  readonly locale: Locale;
  readonly view: EmbedView;
  readonly snapshot: Snapshot;
  readonly indicator: Indicator;
  readonly scene: MapScene;
  readonly camera: Camera;
  readonly size: DrawingSize;
  readonly title: string;
  readonly subtitle: string;
  readonly asOf: IsoDate;
  /** The least trustworthy kind behind anything the page shows, the list of the 19 and a commune's facts included. */
  readonly kind: Kind;
  /** The communes shown, by name. */
  readonly communes: readonly Commune[];
  /** The commune the map is about; null: the province or the 19. */
  readonly commune: Commune | null;
  /** Works of that commune in the order of their numbers; empty without one. */
  readonly works: readonly WorkState[];
  readonly numbers: ReadonlyMap<string, number>;
  /** The 19 alone are shown. */
  readonly isProgramme: boolean;
  /** The 19 were asked for, and nobody has said which they are: the province is shown instead. */
  readonly lacksList: boolean;
  /** Name of the data release; null without a manifest. */
  readonly release: string | null;
  readonly manifest: Manifest | null;
  readonly site: Site | null;
  readonly locator: Locator | null;
  readonly boundaries: Boundaries | null;
}

const WITH_WORKS = "physical-progress";
const WITHOUT_WORKS = "population-density";

/** What a map is coloured by when nobody has chosen: progress once works of the 97 are listed, until then what is known of every commune. */
export const defaultIndicatorId = ({ allWorks }: Pick<Snapshot, "allWorks">): string =>
  allWorks.some(({ work }) => work.inPlan97 === "yes") ? WITH_WORKS : WITHOUT_WORKS;

/** Links may ask for a day after the last one recorded: lateness goes on counting. */
const DAYS_AHEAD = 3650;

/** Layers over the colours by default: names alone; a commune shows its works and what is known of the ground. */
const PROVINCE_LAYERS = ["labels"] as const;
const COMMUNE_LAYERS = ["works", "hazard", "unassessed", "labels"] as const;

/** Drawn twice as large as on a phone, so that paths on whole units are exact to half a pixel there. */
const PROVINCE_SIZE: DrawingSize = { width: 800, height: 430 };
const PROGRAMME_SIZE: DrawingSize = { width: 800, height: 500 };
const COMMUNE_SIZE: DrawingSize = { width: 400, height: 288 };
/** Share of the width the communes may take: right of them stands the inset, which a narrow frame leaves out. */
export const MAP_SHARE = 0.84;
/** Room around a commune: its neighbours are seen. */
const COMMUNE_PADDING = 0.07;

/** What a link to an embedded map may name in these data. */
export function knownToEmbed({ register, manifest }: Pick<EmbedData, "register" | "manifest">): KnownToEmbed {
  const codes = new Set(register.communes.map(({ code }) => code));
  const layers = new Set(LAYERS.filter(({ fixed }) => !fixed).map(({ id }) => id));
  const days = manifest?.recordingDates.filter(isIsoDate) ?? [];
  const [first, last] = [days[0], days.at(-1)];
  return {
    indicator: (id) => indicatorById(id) !== null,
    layer: (id) => layers.has(id),
    commune: (code) => codes.has(code),
    days: first === undefined || last === undefined ? null : [first, addDays(last, DAYS_AHEAD)],
  };
}

function indicatorOf(id: string): Indicator {
  const found = indicatorById(id) ?? INDICATORS[0];
  if (found === undefined) throw new Error("the indicator registry is empty");
  return found;
}

const union = (boxes: readonly BBox[]): BBox => [
  Math.min(...boxes.map(([west]) => west)),
  Math.min(...boxes.map(([, south]) => south)),
  Math.max(...boxes.map(([, , east]) => east)),
  Math.max(...boxes.map(([, , , north]) => north)),
];

/** The box fitted into the left part of the drawing. */
function cameraLeft(box: BBox, { width, height }: DrawingSize): Camera {
  const part = width * MAP_SHARE;
  const camera = fitCamera(box, part, height);
  return { ...camera, center: unprojector(camera, part, height)([width / 2, height / 2]) };
}

/** Sources in words, the first few; the whole list is on the full page. */
const SOURCES_SAID = 3;

/** Everything an embedded map shows, from data and view. Pure: the prerendered page and the browser get the same. Texts of the language must be loaded. */
export function embedModel(data: EmbedData, view: EmbedView, locale: Locale): EmbedModel {
  const { register, boundaries, manifest, classBreaks } = data;
  const messages = messagesFor(locale);
  const m = embedMessages[locale];
  const otherwise = manifest?.defaultAsOf ?? "";
  const asOf = view.asOf ?? (isIsoDate(otherwise) ? otherwise : FALLBACK_DAY);
  const whole = takeSnapshot(register, asOf);
  const commune = register.communes.find(({ code }) => code === view.place) ?? null;
  const programme = new Set(whole.statuses.keys());
  const isProgramme = view.place === "19" && programme.size > 0;
  const snapshot = isProgramme ? restrictSnapshot(whole, programme) : whole;

  const groups =
    commune === null
      ? []
      : villageGroups(
          whole.worksByCommune.get(commune.code) ?? [],
          new Map(register.villages.map((village) => [village.villageId, village])),
          (a, b) => a.localeCompare(b, "vi"),
        );
  const works = groups.flatMap(({ states }) => states);
  // Progress says nothing of a commune without works.
  const usual = commune !== null && works.length === 0 ? WITHOUT_WORKS : defaultIndicatorId(whole);
  const indicator = indicatorOf(view.indicator ?? usual);
  const scene = buildMapScene({
    snapshot,
    indicator,
    classes: classesOf(indicator, classBreaks) ?? { breaks: [], extent: [0, 1], version: "none" },
    layers: view.layers ?? (commune === null ? PROVINCE_LAYERS : COMMUNE_LAYERS),
    selection: view.selected === null ? null : { type: "commune", id: view.selected },
    geometry: {
      communes: boundaries?.communes ?? new Map(),
      province: boundaries?.province ?? null,
      borders: boundaries?.borders ?? [],
      edges: boundaries?.edges ?? [],
      surroundings: data.surroundings,
      relief: null,
      reference: null,
    },
    messages,
  });

  const communes = snapshot.register.communes;
  const size = commune !== null ? COMMUNE_SIZE : isProgramme ? PROGRAMME_SIZE : PROVINCE_SIZE;
  const camera =
    commune !== null
      ? fitCamera(commune.bbox, size.width, size.height, COMMUNE_PADDING)
      : cameraLeft(communes.length === 0 ? scene.frame : union(communes.map(({ bbox }) => bbox)), size);
  const focus: MapFocus | null =
    commune === null
      ? null
      : {
          codes: new Set([commune.code]),
          works: new Map(works.map((state) => [state.work.workId, state])),
          counts: works.length > 0,
        };
  const kindById = new Map(register.sources.map(({ sourceId, kind }) => [sourceId, kind]));
  const behind = (commune === null ? communes : [commune]).flatMap(({ code }) =>
    sourcesOfCommune({ snapshot, indicator, commune, isProgramme }, code),
  );
  const label = messages.indicators[indicator.label];
  const count = formatNumber(locale, communes.length);
  const name = commune === null ? "" : communeName(messages, commune);
  return {
    locale,
    view,
    snapshot,
    indicator,
    scene:
      focus === null || boundaries === null ? scene : keepWorks(focusScene(scene, boundaries, focus), focus),
    camera,
    size,
    title:
      commune !== null
        ? works.length > 0
          ? m.communeTitle(name)
          : m.communeWithoutWorksTitle(name)
        : isProgramme
          ? m.programmeTitle(count, label)
          : messages.scene.mapTitle(label),
    subtitle:
      commune !== null
        ? m.communeSubtitle(works.length, formatDate(locale, asOf))
        : m.subtitle(messages.indicators[indicator.unitText], count, formatDate(locale, asOf)),
    asOf,
    kind: leastTrusted([scene.kind, ...behind.flatMap((id) => kindById.get(id) ?? [])]),
    communes,
    commune,
    works,
    numbers: numbered(groups),
    isProgramme,
    lacksList: view.place === "19" && !isProgramme,
    release: releaseOf(manifest),
    manifest,
    site: data.site,
    locator: data.locator,
    boundaries,
  };
}

/** A dossier's map is looked at; here its signs can be chosen. */
const keepWorks = (scene: MapScene, { works }: MapFocus): MapScene => ({
  ...scene,
  planes: scene.planes.map((plane) => ({
    ...plane,
    marks: plane.marks.map((mark) =>
      mark.type === "work" && works.has(mark.id.replace(/^work-/, ""))
        ? { ...mark, subject: { type: "work" as const, id: mark.id.replace(/^work-/, "") } }
        : mark,
    ),
  })),
});

/**
 * Sources behind what is said of one commune: the number it is coloured by, and on a map of the 19 that it is one of them; on its own
 * page every number of the table.
 */
export const sourcesOfCommune = (
  {
    snapshot,
    indicator,
    commune,
    isProgramme,
  }: Pick<EmbedModel, "snapshot" | "indicator" | "commune" | "isProgramme">,
  code: CommuneCode,
): readonly string[] => {
  const shown = commune === null ? [indicator] : INDICATORS;
  const status = isProgramme ? snapshot.statuses.get(code) : undefined;
  const ids = shown.flatMap((one) => one.measure(snapshot, code).sourceIds);
  return [...new Set(status === undefined ? ids : [...ids, status.sourceId])];
};

/** Titles of the sources behind a map, in one line. */
export function sourcesText(model: EmbedModel): string {
  const { scene, snapshot, communes, commune, works, locale } = model;
  const m = embedMessages[locale];
  const ids = [
    ...(commune === null ? communes : [commune]).flatMap(({ code }) => sourcesOfCommune(model, code)),
    ...works.flatMap(({ work, plan, report }) =>
      [work, plan, report].flatMap((row) => (row === null ? [] : [row.sourceId])),
    ),
    ...communes.slice(0, 1).map(({ sourceId }) => sourceId),
  ];
  const byId = new Map(snapshot.register.sources.map((source) => [source.sourceId, source.title]));
  const titles = [...new Set(ids)].flatMap((id) => byId.get(id) ?? []);
  const said = titles.slice(0, SOURCES_SAID);
  return scene.notes.length === 0 || said.length === 0
    ? ""
    : m.sources(said.join("; "), titles.length - said.length);
}

/** Place of a commune's name on the drawing, whole units. */
export function namePlace({ camera, size }: Pick<EmbedModel, "camera" | "size">, commune: Commune): string {
  const [x, y] = projector(camera, size.width, size.height)(commune.labelPoint);
  return `${Math.round(x)} ${Math.round(y)}`;
}

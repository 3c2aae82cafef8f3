import { type HazardOfWork, hazardOfWorks } from "@/analysis/hazardOfWorks";
import { groupRows, holdingRows, knownOn, recordedLater } from "@/analysis/known";
import type { CommuneGeometry } from "@/analysis/question/things";
import type { Snapshot, WorkState } from "@/analysis/snapshot";
import { numbered, villageGroups, villagesOf, type WorkGroup } from "@/analysis/villageGroups";
import { type WorkHistory, workHistory } from "@/analysis/workHistory";
import type { Commune, CommuneCode } from "@/domain/commune";
import type { HazardEvent } from "@/domain/hazard";
import type { Poverty, Relocation } from "@/domain/poverty";
import type { Kind, Source } from "@/domain/source";
import type { Observation, Target } from "@/domain/target";
import type { Village } from "@/domain/village";
import { INDICATORS } from "@/indicators";
import type { Indicator } from "@/indicators/indicator";
import { leastTrusted } from "../explore/words";

/** What the dossiers of a build share: worked out once for all pages and both languages. */
export interface DossierData {
  readonly snapshot: Snapshot;
  readonly communeByCode: ReadonlyMap<CommuneCode, Commune>;
  readonly villageById: ReadonlyMap<string, Village>;
  readonly sourceById: ReadonlyMap<string, Source>;
  readonly hazard: ReadonlyMap<string, HazardOfWork>;
  readonly histories: ReadonlyMap<string, WorkHistory>;
  /** What the map of a unit with works is coloured by: progress once works of the 97 are listed, until then what is known of every commune. */
  readonly indicator: Indicator;
  /** What the map of a unit without works is coloured by: progress would say nothing there. */
  readonly otherwise: Indicator;
  /** Source of the shapes the maps are drawn from; null: they are not loaded. */
  readonly shapesSourceId: string | null;
}

const WITH_WORKS = "physical-progress";
const WITHOUT_WORKS = "population-density";

/** @param communes boundaries, as fine as they are */
export function dossierData(
  snapshot: Snapshot,
  communes: CommuneGeometry,
  shapesSourceId: string | null,
): DossierData {
  const { register, allWorks, asOf } = snapshot;
  const wanted = allWorks.some(({ work }) => work.inPlan97 === "yes") ? WITH_WORKS : WITHOUT_WORKS;
  const [indicator, otherwise] = [wanted, WITHOUT_WORKS].map((id) => {
    const found = INDICATORS.find((one) => one.id === id);
    if (found === undefined) throw new Error(`no indicator ${id}`);
    return found;
  }) as [Indicator, Indicator];
  return {
    snapshot,
    communeByCode: new Map(register.communes.map((commune) => [commune.code, commune])),
    villageById: new Map(register.villages.map((village) => [village.villageId, village])),
    sourceById: new Map(register.sources.map((source) => [source.sourceId, source])),
    hazard: hazardOfWorks(snapshot, communes),
    histories: new Map(allWorks.map(({ work }) => [work.workId, workHistory(register, work, asOf)])),
    indicator,
    otherwise,
    shapesSourceId,
  };
}

/** By Vietnamese order whatever the reader's language: đ after d. */
export const compareNames: (a: string, b: string) => number = new Intl.Collator("vi", { numeric: true })
  .compare;

/** A target with what was observed of it by the day, by year. */
export interface ObservedTarget {
  readonly target: Target;
  readonly observations: readonly Observation[];
}

/** Everything the dossier of a commune says, before it is put into words. */
export interface CommuneFacts {
  readonly commune: Commune;
  /** The commune's works in the order of their numbers. */
  readonly states: readonly WorkState[];
  readonly groups: readonly WorkGroup[];
  /** Number of a work in list, map and files, by id. */
  readonly numbers: ReadonlyMap<string, number>;
  readonly villages: readonly Village[];
  /** One row a review year, ascending; an unstated year first. */
  readonly poverty: readonly Poverty[];
  readonly relocations: readonly Relocation[];
  readonly events: readonly HazardEvent[];
  readonly targets: readonly ObservedTarget[];
  readonly sourceIds: readonly string[];
}

/** The latest recording of each review year of an area, years ascending. */
export function povertyByYear(snapshot: Snapshot, level: Poverty["areaLevel"], code: string): Poverty[] {
  const rows = knownOn(snapshot.register.poverty, snapshot.asOf).filter(
    ({ areaLevel, areaCode }) => areaLevel === level && areaCode === code,
  );
  const held = holdingRows(rows, ({ year }) => year, recordedLater);
  return [...held.values()].toSorted((a, b) => (a.year ?? 0) - (b.year ?? 0));
}

/** Sources of everything a work's dossier says of it. */
const workSourceIds = (
  { histories, hazard, snapshot }: DossierData,
  { work }: WorkState,
): readonly string[] => [
  ...(histories.get(work.workId)?.sources.map(({ sourceId }) => sourceId) ?? []),
  // "Unknown" without any map rests on nothing.
  ...(hazard.has(work.workId) ? hazardSourceIds(snapshot) : []),
];

const hazardSourceIds = ({ hazardZones, hazardAssessed }: Snapshot): readonly string[] => [
  ...new Set([...hazardZones, ...hazardAssessed].map(({ sourceId }) => sourceId)),
];

/** What the map of a unit is coloured by. */
export const mapIndicator = (
  { indicator, otherwise }: DossierData,
  states: readonly WorkState[],
): Indicator => (states.length > 0 ? indicator : otherwise);

/** Sources of the map's colours: the unit's own and its neighbours', which the picture shows. */
function mapSourceIds(
  data: DossierData,
  codes: readonly CommuneCode[],
  states: readonly WorkState[],
): readonly string[] {
  const { snapshot, communeByCode, shapesSourceId } = data;
  const indicator = mapIndicator(data, states);
  const shown = new Set(codes.flatMap((code) => [code, ...(communeByCode.get(code)?.neighbours ?? [])]));
  return [
    ...(shapesSourceId === null ? [] : [shapesSourceId]),
    ...[...shown].flatMap((code) => indicator.measure(snapshot, code).sourceIds),
    ...hazardSourceIds(snapshot),
  ];
}

const unique = (data: DossierData, ids: readonly string[]): readonly string[] =>
  [...new Set(ids)].filter((id) => data.sourceById.has(id));

export function communeFacts(data: DossierData, commune: Commune): CommuneFacts {
  const { snapshot, villageById } = data;
  const { register, asOf } = snapshot;
  const { code } = commune;
  const groups = villageGroups(snapshot.worksByCommune.get(code) ?? [], villageById, compareNames);
  const states = groups.flatMap((group) => group.states);
  const villages = villagesOf(register.villages, code, compareNames);
  const poverty = povertyByYear(snapshot, "commune", code);
  const relocations = knownOn(register.relocations, asOf).filter(({ communeCode }) => communeCode === code);
  const events = snapshot.hazardEvents.filter(({ communeCodes }) => communeCodes.includes(code));
  const observed = groupRows(knownOn(register.observations, asOf), ({ targetId }) => targetId);
  const targets = register.targets
    .filter(({ areaLevel, areaCode }) => areaLevel === "commune" && areaCode === code)
    .map((target) => ({
      target,
      observations: (observed.get(target.targetId) ?? []).toSorted((a, b) => a.year - b.year),
    }))
    // Those with a stated pace can be checked and come first.
    .toSorted((a, b) => Number(b.target.statedPace !== null) - Number(a.target.statedPace !== null));
  const status = snapshot.statuses.get(code);
  return {
    commune,
    states,
    groups,
    numbers: numbered(groups),
    villages,
    poverty,
    relocations,
    events,
    targets,
    sourceIds: unique(data, [
      commune.sourceId,
      ...(status === undefined ? [] : [status.sourceId]),
      ...states.flatMap((state) => workSourceIds(data, state)),
      ...mapSourceIds(data, [code], states),
      ...poverty.map(({ sourceId }) => sourceId),
      ...villages.flatMap(({ villageId, sourceId }) => [
        sourceId,
        ...povertyByYear(snapshot, "village", villageId).map((row) => row.sourceId),
      ]),
      ...targets
        .flatMap(({ target, observations }) => [target, ...observations])
        .map(({ sourceId }) => sourceId),
      ...relocations.map(({ sourceId }) => sourceId),
      ...events.map(({ sourceId }) => sourceId),
    ]),
  };
}

/** Sources of a work's dossier, in the order in which it cites them. */
export const workDossierSources = (data: DossierData, state: WorkState): readonly string[] =>
  unique(data, [
    ...workSourceIds(data, state),
    ...state.work.communeCodes.flatMap((code) => data.communeByCode.get(code)?.sourceId ?? []),
    ...state.work.villageIds.flatMap((id) => data.villageById.get(id)?.sourceId ?? []),
    ...mapSourceIds(data, state.work.communeCodes, [state]),
  ]);

/** The least trustworthy kind of what a page rests on: what decides its band and whether it may be found. */
export const kindOf = ({ sourceById }: DossierData, sourceIds: readonly string[]): Kind =>
  leastTrusted(sourceIds.flatMap((id) => sourceById.get(id)?.kind ?? []));

/** Works that stand on no map of their commune: known by commune only, or not at all. */
export const isUnplaced = ({ work }: WorkState): boolean =>
  work.locationClass === "commune" || work.locationClass === "unknown";

import type { Geometry, MultiPolygon, Polygon } from "geojson";
import type { Snapshot, WorkState } from "@/analysis/snapshot";
import { isFinished } from "@/analysis/staleness";
import { povertyKey } from "@/analysis/takeSnapshot";
import type { Commune, CommuneCode } from "@/domain/commune";
import type { Count } from "@/domain/poverty";
import type { Source } from "@/domain/source";
import type { Village } from "@/domain/village";
import type { Cell, CellType, Column, DataTable, Row } from "@/exports/dataTable";
import type { Locale } from "@/i18n/locale";
import type { Messages } from "@/i18n/messages";
import { tableMessages } from "@/i18n/messages/table";
import type { Indicator } from "@/indicators/indicator";
import { rankCommunes } from "@/indicators/rankCommunes";
import type { MapScene } from "@/scene/scene";
import { workPoint } from "@/scene/workPlace";
import type { TableId } from "@/state/view";
import { indicatorText } from "../valueText";
import { communeName, leastTrusted } from "../words";

/** Everything a table is made of; the same the map is drawn from. */
export interface TableReading {
  readonly locale: Locale;
  readonly messages: Messages;
  readonly snapshot: Snapshot;
  readonly indicator: Indicator;
  readonly scene: Pick<MapScene, "table">;
  readonly communeByCode: ReadonlyMap<CommuneCode, Commune>;
  readonly villageById: ReadonlyMap<string, Village>;
  readonly sourceById: ReadonlyMap<string, Source>;
  /** Shapes of the communes; empty while they are not loaded. */
  readonly shapes: ReadonlyMap<CommuneCode, Polygon | MultiPolygon>;
}

type Words = (typeof tableMessages)["vi"];

/** A column with how a subject fills it: a value, or null with why in words. */
interface Filled<Subject> {
  readonly id: string;
  readonly heading: (words: Words, reading: TableReading) => string;
  readonly type: CellType;
  readonly digits?: number;
  readonly first?: boolean;
  readonly value: (subject: Subject, reading: TableReading) => Cell | { readonly blank: string };
}

function build<Subject>(
  id: TableId,
  title: string,
  reading: TableReading,
  columns: readonly Filled<Subject>[],
  subjects: readonly {
    readonly key: string;
    readonly subject: Subject;
    readonly sourceIds: readonly string[];
    readonly geometry: Geometry | null;
  }[],
): DataTable {
  const words = tableMessages[reading.locale];
  return {
    id,
    title,
    columns: columns.map(
      ({ id: column, heading, type, digits = 0, first = true }): Column => ({
        id: column,
        heading: heading(words, reading),
        type,
        digits,
        first,
      }),
    ),
    rows: subjects.map(({ key, subject, sourceIds, geometry }): Row => {
      const filled = columns.map((column) => [column.id, column.value(subject, reading)] as const);
      return {
        key,
        kind: leastTrusted(sourceIds.flatMap((source) => reading.sourceById.get(source)?.kind ?? [])),
        sourceIds,
        cells: filled.map(([, value]) => (typeof value === "object" ? null : value)),
        blanks: Object.fromEntries(
          filled.flatMap(([column, value]) =>
            typeof value === "object" && value !== null ? [[column, value.blank]] : [],
          ),
        ),
        geometry,
      };
    }),
  };
}

const sumOf = (states: readonly WorkState[], pick: (state: WorkState) => number | null): number | null => {
  const stated = states.flatMap((state) => pick(state) ?? []);
  return stated.length === 0 ? null : stated.reduce((total, value) => total + value, 0);
};

/** The indicator's values and ranks, measured once for all rows. */
const measured = new WeakMap<
  Snapshot,
  Map<
    string,
    ReadonlyMap<
      CommuneCode,
      { value: Cell; blank: string; rank: number | null; sourceIds: readonly string[] }
    >
  >
>();
function indicatorCells({ snapshot, indicator, messages, locale }: TableReading) {
  const key = `${indicator.id} ${locale}`;
  const ofDay = measured.get(snapshot) ?? new Map();
  measured.set(snapshot, ofDay);
  const found = ofDay.get(key);
  if (found !== undefined) return found;
  const values = snapshot.register.communes.map(({ code }) => ({
    id: code,
    found: indicator.measure(snapshot, code),
  }));
  const { ranked } = rankCommunes(
    snapshot,
    indicator,
    values.map(({ id }) => id),
  );
  const rankById = new Map(ranked.map((row) => [row.id, row.rank]));
  const cells = new Map(
    values.map(({ id, found: value }) => [
      id,
      {
        value: value.kind === "value" ? value.value : null,
        blank: value.kind === "blank" ? messages.domain[`blank.${value.blank}`] : "",
        rank: rankById.get(id) ?? null,
        sourceIds: value.sourceIds,
      },
    ]),
  );
  ofDay.set(key, cells);
  return cells;
}

const INDICATOR_TYPES: Readonly<Record<string, CellType>> = { percent: "percent", "million-vnd": "money" };

const COMMUNE_COLUMNS: readonly Filled<Commune>[] = [
  { id: "name", heading: (w) => w.name, type: "text", value: ({ name }) => name },
  {
    id: "unit",
    heading: (w) => w.unit,
    type: "text",
    first: false,
    value: ({ unit }, { messages }) => messages.domain[`unit.${unit}`],
  },
  { id: "code", heading: (w) => w.code, type: "text", first: false, value: ({ code }) => code },
  {
    id: "value",
    heading: (_, { messages, indicator }) =>
      `${indicatorText(messages, indicator.label)} (${indicatorText(messages, indicator.unitText)})`,
    type: "percent",
    digits: 1,
    value: ({ code }, reading) => {
      const cell = indicatorCells(reading).get(code);
      return cell === undefined || cell.value === null ? { blank: cell?.blank ?? "" } : cell.value;
    },
  },
  {
    id: "class",
    heading: (w) => w.class,
    type: "text",
    value: ({ code }, { scene }) => scene.table.find((row) => row.code === code)?.className || null,
  },
  {
    id: "rank",
    heading: (w) => w.rank,
    type: "number",
    value: ({ code }, reading) => indicatorCells(reading).get(code)?.rank ?? null,
  },
  {
    id: "works",
    heading: (w) => w.works,
    type: "number",
    value: ({ code }, { snapshot }) => snapshot.worksByCommune.get(code)?.length ?? 0,
  },
  {
    id: "late",
    heading: (w) => w.late,
    type: "number",
    value: ({ code }, { snapshot }) =>
      (snapshot.worksByCommune.get(code) ?? []).filter(({ lateness }) => lateness.answer === "yes").length,
  },
  {
    id: "late_unknown",
    heading: (w) => w.lateUnknown,
    type: "number",
    first: false,
    value: ({ code }, { snapshot }) =>
      (snapshot.worksByCommune.get(code) ?? []).filter(({ lateness }) => lateness.answer === "unknown")
        .length,
  },
  {
    id: "finished",
    heading: (w) => w.finished,
    type: "number",
    value: ({ code }, { snapshot }) =>
      (snapshot.worksByCommune.get(code) ?? []).filter(({ report }) => isFinished(report, snapshot.asOf))
        .length,
  },
  {
    id: "investment",
    heading: (w) => w.investment,
    type: "money",
    first: false,
    value: ({ code }, { snapshot, locale }) =>
      sumOf(snapshot.worksByCommune.get(code) ?? [], ({ money }) => money.totalInvestment) ?? {
        blank: tableMessages[locale].notStated,
      },
  },
  {
    id: "disbursed",
    heading: (w) => w.disbursed,
    type: "money",
    first: false,
    value: ({ code }, { snapshot, locale }) =>
      sumOf(snapshot.worksByCommune.get(code) ?? [], ({ money }) => money.disbursedCumulative) ?? {
        blank: tableMessages[locale].notStated,
      },
  },
  { id: "population", heading: (w) => w.population, type: "number", value: ({ population }) => population },
  {
    id: "area_km2",
    heading: (w) => w.area,
    type: "number",
    digits: 2,
    first: false,
    value: ({ areaKm2 }) => areaKm2,
  },
];

const orNotStated = (value: Cell, { locale }: TableReading) =>
  value ?? { blank: tableMessages[locale].notStated };

const WORK_COLUMNS: readonly Filled<WorkState>[] = [
  { id: "name", heading: (w) => w.name, type: "text", value: ({ work }) => work.name },
  { id: "id", heading: (w) => w.code, type: "text", first: false, value: ({ work }) => work.workId },
  {
    id: "sector",
    heading: (w) => w.sector,
    type: "text",
    value: ({ work }, { messages }) => messages.domain[`sector.${work.sector}`],
  },
  {
    id: "stage",
    heading: (w) => w.stage,
    type: "text",
    value: ({ stage }, { messages }) => messages.domain[`stage.${stage ?? "unknown"}`],
  },
  {
    id: "progress",
    heading: (w) => w.progress,
    type: "percent",
    value: ({ progress, progressBlank }, { messages }) =>
      progress ?? { blank: messages.domain[`blank.${progressBlank ?? "no-data"}`] },
  },
  {
    id: "late_days",
    heading: (w) => w.lateDays,
    type: "number",
    value: ({ lateness }, { messages }) =>
      lateness.answer === "yes" ? lateness.days : { blank: messages.domain[`answer.${lateness.answer}`] },
  },
  {
    id: "communes",
    heading: (w) => w.communes,
    type: "text",
    value: ({ work }, reading) =>
      orNotStated(
        work.communeCodes.map((code) => reading.communeByCode.get(code)?.name ?? code).join("; ") || null,
        reading,
      ),
  },
  {
    id: "villages",
    heading: (w) => w.villages,
    type: "text",
    first: false,
    value: ({ work }, reading) =>
      orNotStated(
        work.villageIds.map((id) => reading.villageById.get(id)?.name ?? id).join("; ") || null,
        reading,
      ),
  },
  {
    id: "location",
    heading: (w) => w.location,
    type: "text",
    first: false,
    value: ({ work }, { messages }) => messages.domain[`location.${work.locationClass}`],
  },
  {
    id: "planned_start",
    heading: (w) => w.plannedStart,
    type: "date",
    first: false,
    value: ({ plan }, reading) => orNotStated(plan?.plannedStart ?? null, reading),
  },
  {
    id: "actual_start",
    heading: (w) => w.actualStart,
    type: "date",
    first: false,
    value: ({ report }, reading) => orNotStated(report?.actualStart ?? null, reading),
  },
  {
    id: "planned_end",
    heading: (w) => w.plannedEnd,
    type: "date",
    value: ({ plan }, reading) => orNotStated(plan?.plannedEnd ?? null, reading),
  },
  {
    id: "actual_end",
    heading: (w) => w.actualEnd,
    type: "date",
    first: false,
    value: ({ report }, reading) => orNotStated(report?.actualEnd ?? null, reading),
  },
  {
    id: "responsible_body",
    heading: (w) => w.body,
    type: "text",
    first: false,
    value: ({ work }, reading) => orNotStated(work.responsibleBody, reading),
  },
  {
    id: "investment",
    heading: (w) => w.investment,
    type: "money",
    value: ({ money }, reading) => orNotStated(money.totalInvestment, reading),
  },
  {
    id: "disbursed",
    heading: (w) => w.disbursed,
    type: "money",
    first: false,
    value: ({ money }, reading) => orNotStated(money.disbursedCumulative, reading),
  },
  {
    id: "disbursed_year",
    heading: (w) => w.disbursedYear,
    type: "money",
    first: false,
    value: ({ money }, reading) => orNotStated(money.disbursedYear, reading),
  },
  {
    id: "in_plan_97",
    heading: (w) => w.inPlan,
    type: "text",
    first: false,
    value: ({ work }, { messages }) => messages.domain[`plan97.${work.inPlan97}`],
  },
  {
    id: "reported",
    heading: (w) => w.reported,
    type: "date",
    first: false,
    value: ({ report }, reading) => orNotStated(report?.asOf ?? null, reading),
  },
];

/** Poverty of a village on the day, if any is known. */
const povertyOf = ({ villageId }: Village, { snapshot }: TableReading) =>
  snapshot.poverty.get(povertyKey("village", villageId));

const countCell = (count: Count | undefined, { locale, messages }: TableReading) =>
  count === "suppressed"
    ? { blank: messages.domain["blank.suppressed"] }
    : (count ?? { blank: tableMessages[locale].notStated });

const VILLAGE_COLUMNS: readonly Filled<Village>[] = [
  { id: "name", heading: (w) => w.name, type: "text", value: ({ name }) => name },
  { id: "id", heading: (w) => w.code, type: "text", first: false, value: ({ villageId }) => villageId },
  {
    id: "commune",
    heading: (w) => w.commune,
    type: "text",
    value: ({ communeCode }, { communeByCode, messages }) => {
      const commune = communeByCode.get(communeCode);
      return commune === undefined ? communeCode : communeName(messages, commune);
    },
  },
  {
    id: "households",
    heading: (w) => w.households,
    type: "number",
    value: (village, reading) => countCell(povertyOf(village, reading)?.households, reading),
  },
  {
    id: "poor",
    heading: (w) => w.poor,
    type: "number",
    value: (village, reading) => countCell(povertyOf(village, reading)?.poor, reading),
  },
  {
    id: "near_poor",
    heading: (w) => w.nearPoor,
    type: "number",
    value: (village, reading) => countCell(povertyOf(village, reading)?.nearPoor, reading),
  },
  {
    id: "year",
    heading: (w) => w.year,
    type: "text",
    value: (village, reading) => orNotStated(povertyOf(village, reading)?.year?.toString() ?? null, reading),
  },
  {
    id: "standard",
    heading: (w) => w.standard,
    type: "text",
    value: (village, reading) => orNotStated(povertyOf(village, reading)?.standard ?? null, reading),
  },
  {
    id: "works",
    heading: (w) => w.works,
    type: "number",
    value: ({ villageId }, { snapshot }) =>
      snapshot.works.filter(({ work }) => work.villageIds.includes(villageId)).length,
  },
  {
    id: "accuracy_m",
    heading: (w) => w.accuracy,
    type: "number",
    first: false,
    value: ({ accuracyM }, reading) => orNotStated(accuracyM, reading),
  },
];

/** The geometry of a work where its place is known; a line as it is, else its point. */
function workGeometry(state: WorkState, { communeByCode }: TableReading): Geometry | null {
  const { line } = state.work;
  if (line !== null)
    return { type: "MultiLineString", coordinates: line.map((part) => part.map(([lon, lat]) => [lon, lat])) };
  const point = workPoint(state, communeByCode);
  return point === null ? null : { type: "Point", coordinates: [point[0], point[1]] };
}

/** Every table of the drawer: one builder a line. */
export const TABLE_BUILDERS: Readonly<Record<TableId, (reading: TableReading) => DataTable>> = {
  communes: (reading) => {
    const { snapshot, indicator, locale } = reading;
    const type = INDICATOR_TYPES[indicator.unit] ?? "number";
    const columns = COMMUNE_COLUMNS.map((column) =>
      column.id === "value" ? { ...column, type, digits: indicator.digits } : column,
    );
    return build(
      "communes",
      tableMessages[locale]["tab.communes"],
      reading,
      columns,
      snapshot.register.communes.map((commune) => ({
        key: commune.code,
        subject: commune,
        sourceIds: [commune.sourceId, ...(indicatorCells(reading).get(commune.code)?.sourceIds ?? [])],
        geometry: reading.shapes.get(commune.code) ?? null,
      })),
    );
  },
  works: (reading) =>
    build(
      "works",
      tableMessages[reading.locale]["tab.works"],
      reading,
      WORK_COLUMNS,
      reading.snapshot.works.map((state) => ({
        key: state.work.workId,
        subject: state,
        sourceIds: [
          state.work.sourceId,
          ...(state.plan === null ? [] : [state.plan.sourceId]),
          ...(state.report === null ? [] : [state.report.sourceId]),
          ...state.money.sourceIds,
        ],
        geometry: workGeometry(state, reading),
      })),
    ),
  villages: (reading) =>
    build(
      "villages",
      tableMessages[reading.locale]["tab.villages"],
      reading,
      VILLAGE_COLUMNS,
      reading.snapshot.register.villages.map((village) => ({
        key: village.villageId,
        subject: village,
        sourceIds: [
          village.sourceId,
          ...(povertyOf(village, reading) === undefined ? [] : [povertyOf(village, reading)?.sourceId ?? ""]),
        ],
        geometry: village.point === null ? null : { type: "Point", coordinates: [...village.point] },
      })),
    ),
};

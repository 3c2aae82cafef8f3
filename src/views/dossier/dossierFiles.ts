import type { WorkState } from "@/analysis/snapshot";
import { releaseOf } from "@/domain/release";
import { KINDS, type Kind, type Source } from "@/domain/source";
import type { Cell, Column, DataTable, Metadata, Row } from "@/exports/dataTable";
import { formatDate, formatNumber, formatPercent } from "@/i18n/format";
import { dossierMessages } from "@/i18n/messages/dossier";
import { hazardAnswersMessages } from "@/i18n/messages/hazardAnswers";
import { tableMessages } from "@/i18n/messages/table";
import { physicalProgress } from "@/indicators/physicalProgress";
import { poverty } from "@/indicators/poverty";
import { TABLE_BUILDERS, type TableReading } from "../explore/table/tables";
import { indicatorText, valueText } from "../explore/valueText";
import { communeName, latenessText, leastTrusted } from "../explore/words";
import type { ReadingPage } from "../page/context";
import { communePath, LANGUAGE_FOLDERS, workPath } from "../page/sitePages";
import { type CommuneFacts, type DossierData, workDossierSources } from "./dossierFacts";
import { nearReason } from "./workWords";

/** A table with what must travel with it, ready to be written in any format. */
export interface DossierFile {
  readonly table: DataTable;
  readonly metadata: Metadata;
  /** Name of the sheet with the metadata. */
  readonly about: string;
}

const column = (id: string, heading: string, type: Column["type"], digits = 0): Column => ({
  id,
  heading,
  type,
  digits,
  first: true,
});

/** Every column with its heading and its cell, so that neither can be without the other. */
type Field<Subject> = readonly [column: Column, cell: (subject: Subject) => Cell];

const readingOf = (page: ReadingPage, data: DossierData, works: readonly WorkState[]): TableReading => ({
  locale: page.locale,
  messages: page.messages,
  snapshot: { ...page.snapshot, works },
  indicator: data.indicator,
  scene: { table: [] },
  communeByCode: page.communeByCode,
  villageById: page.villageById,
  sourceById: page.sourceById,
  shapes: new Map(),
});

const kindOfIds = ({ sourceById }: ReadingPage, ids: readonly string[]): Kind =>
  leastTrusted(ids.flatMap((id) => sourceById.get(id)?.kind ?? []));

/** What holds for the file as a whole: what it is, as of when, of which kind, from where, and facts of the unit. */
function metadataOf(
  page: ReadingPage,
  title: string,
  sourceIds: readonly string[],
  path: string,
  facts: readonly (readonly [string, string])[],
): Metadata {
  const { locale, messages, snapshot, sourceById, manifest, address } = page;
  const t = tableMessages[locale];
  const m = dossierMessages[locale];
  const kind = kindOfIds(page, sourceIds);
  const kindNames = Object.fromEntries(
    KINDS.map((one) => [one, messages.domain[`kind.${one}`]]),
  ) as Metadata["kindNames"];
  const sources = sourceIds
    .flatMap((id) => sourceById.get(id) ?? [])
    .map(
      ({ title: name, publisher, licence, kind: own }: Source) =>
        `${name} (${publisher}; ${kindNames[own]}; ${licence})`,
    );
  const release = releaseOf(manifest);
  return {
    kindHeading: t.kind,
    kindNames,
    pairs: [
      [m.file, title],
      [t["about.asOf"], formatDate(locale, snapshot.asOf)],
      [t["about.kind"], kindNames[kind]],
      ...facts,
      [t["about.sources"], sources.join(" | ")],
      [m.filePage, `${address ?? ""}${LANGUAGE_FOLDERS[locale]}${path}`],
      ...(release === null ? [] : [[t["about.release"], release] as const]),
      ...(kind === "illustrative" ? [[t["about.note"], t.noteIllustrative] as const] : []),
      [t["about.note"], `${t.noteBlank} ${t.noteBoundary}`],
    ],
  };
}

/** A commune's works, one a row, numbered as in the dossier. A commune without works has no row; its facts stand in the metadata. */
export function communeFile(page: ReadingPage, data: DossierData, facts: CommuneFacts): DossierFile {
  const { locale, messages, snapshot } = page;
  const m = dossierMessages[locale];
  const h = hazardAnswersMessages[locale];
  const { commune, states, numbers } = facts;
  const base = TABLE_BUILDERS.works(readingOf(page, data, states));
  const name = communeName(messages, commune);
  const hazard = (state: WorkState) => data.hazard.get(state.work.workId);
  const extra: readonly Field<WorkState>[] = [
    [column("state", m.fileLateness, "text"), (state) => latenessText(messages, state, snapshot.asOf)],
    [column("allotted", m.fileAllotted, "money"), ({ money }) => money.capitalPlanCumulative],
    [
      column("in_zone", m.fileInside, "text"),
      (state) => messages.domain[`answer.${hazard(state)?.inside.answer ?? "unknown"}`],
    ],
    [
      column("in_zone_reason", m.fileInsideWhy, "text"),
      (state) => h[`hazardReason.${hazard(state)?.inside.reason ?? "unknown-place"}`],
    ],
    [
      column("near_zone", m.fileNear, "text"),
      (state) => {
        const answer = hazard(state);
        const said = messages.domain[`answer.${answer?.near ?? "unknown"}`];
        return answer?.near === "unknown" ? `${said}: ${nearReason(messages, answer.nearBecause)}` : said;
      },
    ],
    [column("obstacle", m.fileObstacle, "text"), ({ report }) => report?.obstacle ?? null],
    [column("sources", m.fileSource, "text"), (state) => workDossierSources(data, state).join("; ")],
  ];
  const rowById = new Map(base.rows.map((row) => [row.key, row]));
  const rows = states.flatMap((state): Row[] => {
    const row = rowById.get(state.work.workId);
    if (row === undefined) return [];
    const sourceIds = workDossierSources(data, state);
    return [
      {
        ...row,
        kind: kindOfIds(page, sourceIds),
        sourceIds,
        cells: [
          numbers.get(state.work.workId) ?? null,
          ...row.cells,
          ...extra.map(([, cell]) => cell(state)),
        ],
      },
    ];
  });
  const progress = physicalProgress.measure(snapshot, commune.code);
  return {
    about: tableMessages[locale].about,
    table: {
      id: `xa-${commune.code}`,
      title: name,
      columns: [column("number", m.fileNumber, "number"), ...base.columns, ...extra.map(([one]) => one)],
      rows,
    },
    metadata: metadataOf(page, m.communeTitle(name), facts.sourceIds, communePath(commune.code), [
      [m.fileFacts, `${name}, ${m.code(commune.code)}`],
      [tableMessages[locale].area, formatNumber(locale, commune.areaKm2, 2, true)],
      [tableMessages[locale].population, formatNumber(locale, commune.population)],
      [m.progressLabel, valueText(messages, physicalProgress, progress)],
      ...(progress.kind === "value" && progress.coverage !== null
        ? [[m.progressLabel, m.progressOf(progress.coverage.counted, progress.coverage.of)] as const]
        : []),
      [m.fileDefinition, indicatorText(messages, physicalProgress.definition)],
      [
        indicatorText(messages, poverty.label),
        valueText(messages, poverty, poverty.measure(snapshot, commune.code)),
      ],
    ]),
  };
}

/** A work's reports, every version a row, so that what was corrected stays readable. A work nobody reported on has no row. */
export function workFile(page: ReadingPage, data: DossierData, state: WorkState): DossierFile {
  const { locale, messages, snapshot, communeByCode } = page;
  const m = dossierMessages[locale];
  const t = tableMessages[locale];
  const { work, plan, money } = state;
  const periods = data.histories.get(work.workId)?.periods ?? [];
  const versions = periods.flatMap((period) =>
    period.kind === "reported"
      ? period.versions.map(({ report }) => ({ report, period, holds: report === period.held }))
      : [],
  );
  type Version = (typeof versions)[number];
  const fields: readonly Field<Version>[] = [
    [column("closing_day", m.fileClosing, "date"), ({ report }) => report.asOf],
    [column("reported_on", m.fileReported, "date"), ({ report }) => report.reportedOn],
    [column("holds", m.fileHolds, "text"), ({ holds }) => (holds ? m.yes : m.no_)],
    [
      column("stage", m.fileStage, "text"),
      ({ report }) => (report.stage === null ? null : messages.domain[`stage.${report.stage}`]),
    ],
    [column("progress", m.fileProgress, "percent", 1), ({ report }) => report.physicalProgress],
    [column("expected", m.fileExpected, "percent", 1), ({ period }) => period.expected],
    [column("value_done", m.fileValue, "money"), ({ report }) => report.valueDoneCumulative],
    [column("disbursed_year", m.fileYear, "money"), ({ report }) => report.disbursedYear],
    [column("disbursed", m.fileCumulative, "money"), ({ report }) => report.disbursedCumulative],
    [column("actual_start", m.fileStart, "date"), ({ report }) => report.actualStart],
    [column("accepted_on", m.fileAccepted, "date"), ({ report }) => report.acceptedOn],
    [column("actual_end", m.fileEnd, "date"), ({ report }) => report.actualEnd],
    [column("obstacle", m.fileObstacle, "text"), ({ report }) => report.obstacle],
    [column("proposal", m.fileProposal, "text"), ({ report }) => report.proposal],
    [column("authority", m.fileAuthority, "text"), ({ report }) => report.authority],
    [column("correction_reason", m.fileCorrection, "text"), ({ report }) => report.correctionReason],
    [column("source", m.fileSource, "text"), ({ report }) => report.sourceId],
  ];
  const sourceIds = workDossierSources(data, state);
  const answer = data.hazard.get(work.workId);
  const day = (date: typeof snapshot.asOf | null | undefined) =>
    date === null || date === undefined ? t.notStated : formatDate(locale, date);
  const amount = (value: number | null) => (value === null ? t.notStated : formatNumber(locale, value));
  return {
    about: t.about,
    table: {
      id: `cong-trinh-${work.workId}`,
      title: `${work.workId} ${work.name}`,
      columns: fields.map(([one]) => one),
      rows: versions.map(
        (version): Row => ({
          key: `${version.report.asOf} ${version.report.reportedOn}`,
          kind: kindOfIds(page, [version.report.sourceId]),
          sourceIds: [version.report.sourceId],
          cells: fields.map(([, cell]) => cell(version)),
          blanks: {},
          geometry: null,
        }),
      ),
    },
    metadata: metadataOf(page, m.workTitle(work.name), sourceIds, workPath(work.workId), [
      [t.code, work.workId],
      [t.sector, messages.domain[`sector.${work.sector}`]],
      [t.inPlan, messages.domain[`plan97.${work.inPlan97}`]],
      [
        t.communes,
        work.communeCodes
          .flatMap((code) => communeByCode.get(code) ?? [])
          .map((commune) => communeName(messages, commune))
          .join("; ") || m.noCommune,
      ],
      [t.location, messages.domain[`location.${work.locationClass}`]],
      [t.stage, messages.domain[`stage.${state.stage ?? "unknown"}`]],
      [
        m.fileProgress,
        state.progress === null
          ? messages.domain[`blank.${state.progressBlank ?? "no-data"}`]
          : formatPercent(locale, state.progress),
      ],
      [m.fileLateness, latenessText(messages, state, snapshot.asOf)],
      [t.plannedStart, day(plan?.plannedStart)],
      [t.plannedEnd, day(plan?.plannedEnd)],
      [t.investment, amount(money.totalInvestment)],
      [m.fileAllotted, amount(money.capitalPlanCumulative)],
      [t.disbursed, amount(money.disbursedCumulative)],
      [t.body, work.responsibleBody ?? t.notStated],
      [m.fileInside, messages.domain[`answer.${answer?.inside.answer ?? "unknown"}`]],
      [m.fileNear, messages.domain[`answer.${answer?.near ?? "unknown"}`]],
    ]),
  };
}

import { type ChangesSince, changesSince, type WorkChange } from "@/analysis/changesSince";
import { moneyTotals, sectorTotals } from "@/analysis/programmeTotals";
import type { Snapshot, WorkState } from "@/analysis/snapshot";
import type { Commune, CommuneCode } from "@/domain/commune";
import type { IsoDate } from "@/domain/date";
import type { Source } from "@/domain/source";
import { SECTORS } from "@/domain/work";
import type { Cell, Column, DataTable, Row } from "@/exports/dataTable";
import { formatDate, formatMoney, formatPercent } from "@/i18n/format";
import type { Locale } from "@/i18n/locale";
import type { Messages } from "@/i18n/messages";
import { reportMessages } from "@/i18n/messages/report";
import { disbursement } from "@/indicators/disbursement";
import { physicalProgress } from "@/indicators/physicalProgress";
import { plannedProgress } from "@/indicators/plannedProgress";
import { communeName, leastTrusted } from "../explore/words";

/** What a yearly report is made of. */
export interface ReportReading {
  readonly locale: Locale;
  readonly messages: Messages;
  /** As of the report's day, unfiltered. */
  readonly snapshot: Snapshot;
  /** As of the end of the year before; null: nothing was known then. */
  readonly before: Snapshot | null;
  readonly communeByCode: ReadonlyMap<CommuneCode, Commune>;
  readonly sourceById: ReadonlyMap<string, Source>;
}

type Value = Cell | { readonly blank: string };

interface Line {
  readonly key: string;
  readonly sourceIds: readonly string[];
  readonly values: readonly Value[];
}

const column = (id: string, heading: string, type: Column["type"], digits = 0): Column => ({
  id,
  heading,
  type,
  digits,
  first: true,
});

function tableOf(
  reading: ReportReading,
  id: string,
  title: string,
  columns: readonly Column[],
  lines: readonly Line[],
): DataTable {
  return {
    id,
    title,
    columns,
    rows: lines.map(({ key, sourceIds, values }): Row => {
      const isBlank = (value: Value): value is { readonly blank: string } =>
        typeof value === "object" && value !== null;
      return {
        key,
        kind: leastTrusted(sourceIds.flatMap((source) => reading.sourceById.get(source)?.kind ?? [])),
        sourceIds,
        cells: values.map((value) => (isBlank(value) ? null : value)),
        blanks: Object.fromEntries(
          values.flatMap((value, index) => (isBlank(value) ? [[columns[index]?.id ?? "", value.blank]] : [])),
        ),
        geometry: null,
      };
    }),
  };
}

const sourcesOfWork = ({ work, plan, report, money }: WorkState): readonly string[] => [
  work.sourceId,
  ...(plan === null ? [] : [plan.sourceId]),
  ...(report === null ? [] : [report.sourceId]),
  ...money.sourceIds,
];

const of97 = ({ allWorks }: Snapshot): readonly WorkState[] =>
  allWorks.filter(({ work }) => work.inPlan97 === "yes");

const words = ({ locale }: ReportReading) => reportMessages[locale];

const orUnknown = (reading: ReportReading, value: Cell): Value => value ?? { blank: words(reading).unknown };

function sectors(reading: ReportReading): DataTable {
  const m = words(reading);
  const { sectors: rows, all } = sectorTotals(reading.snapshot);
  const works = of97(reading.snapshot);
  return tableOf(
    reading,
    "linh-vuc",
    m["table.sectors"],
    [
      column("sector", m.sector, "text"),
      column("planned", m.planned, "number"),
      column("named", m.named, "number"),
      column("located", m.located, "number"),
      column("reported", m.reported, "number"),
      column("preparation", m.preparation, "number"),
      column("started", m.started, "number"),
      column("construction", m.construction, "number"),
      column("accepted", m.accepted, "number"),
      column("done", m.done, "number"),
      column("suspended", m.halted, "number"),
      column("stage_unknown", m.stageUnknown, "number"),
      column("late", m.lateYes, "number"),
      column("late_unknown", m.lateUnknown, "number"),
    ],
    [...rows, all].map(({ sector, planned, named, located, reported, stages, late }) => ({
      key: sector ?? "all",
      sourceIds: [
        ...new Set(
          works.filter(({ work }) => sector === null || work.sector === sector).flatMap(sourcesOfWork),
        ),
      ],
      values: [
        sector === null ? m.all : reading.messages.domain[`sector.${sector}`],
        orUnknown(reading, planned),
        named,
        located,
        reported,
        stages.preparation,
        stages.started,
        stages.construction,
        stages.accepted,
        stages["handed-over"] + stages.settled,
        stages.suspended,
        stages.unknown,
        late.yes,
        late.unknown,
      ],
    })),
  );
}

/** Two decimals, as `21,31 %`: a share in percent. */
const percentOf = (share: { readonly part: number; readonly whole: number } | null): Cell =>
  share === null ? null : (100 * share.part) / share.whole;

function money(reading: ReportReading): DataTable {
  const m = words(reading);
  const works = of97(reading.snapshot);
  const groups = [
    ...SECTORS.map((sector) => ({
      key: sector as string,
      name: reading.messages.domain[`sector.${sector}`],
      own: works.filter(({ work }) => work.sector === sector),
    })).filter(({ own }) => own.length > 0),
    { key: "all", name: m.all, own: works },
  ];
  return tableOf(
    reading,
    "von",
    m["table.money"],
    [
      column("sector", m.sector, "text"),
      column("works", m.works, "number"),
      column("investment", m.investment, "money"),
      column("plan_year", m.planYear, "money"),
      column("disbursed_year", m.disbursedYear, "money"),
      column("share_year", m.shareYear, "percent", 1),
      column("plan_all", m.planAll, "money"),
      column("disbursed_all", m.disbursedAll, "money"),
      column("share_all", m.shareAll, "percent", 1),
      column("stated", m.statedBy, "number"),
    ],
    groups.map(({ key, name, own }) => {
      const totals = moneyTotals({ works: own });
      return {
        key,
        sourceIds: [...new Set(own.flatMap(sourcesOfWork))],
        values: [
          name,
          own.length,
          ...(
            [
              totals.totalInvestment.amount,
              totals.capitalPlanYear.amount,
              totals.disbursedYear.amount,
              percentOf(totals.yearShare),
              totals.capitalPlanCumulative.amount,
              totals.disbursedCumulative.amount,
              percentOf(totals.cumulativeShare),
            ] as const
          ).map((value) => orUnknown(reading, value)),
          totals.cumulativeShare?.works ?? 0,
        ],
      };
    }),
  );
}

const communesOf = (reading: ReportReading, { work }: WorkState): Value =>
  orUnknown(
    reading,
    work.communeCodes.map((code) => reading.communeByCode.get(code)?.name ?? code).join("; ") || null,
  );

function late(reading: ReportReading): DataTable {
  const m = words(reading);
  const lines = of97(reading.snapshot)
    .flatMap((state) => (state.lateness.answer === "yes" ? [{ state, lateness: state.lateness }] : []))
    .toSorted(
      (a, b) => b.lateness.days - a.lateness.days || (a.state.work.workId < b.state.work.workId ? -1 : 1),
    );
  return tableOf(
    reading,
    "cham",
    m["table.late"],
    [
      column("name", m.name, "text"),
      column("communes", m.communes, "text"),
      column("body", m.body, "text"),
      column("milestone", m.milestone, "text"),
      column("days", m.days, "number"),
      column("obstacle", m.obstacle, "text"),
    ],
    lines.map(({ state, lateness }) => ({
      key: state.work.workId,
      sourceIds: sourcesOfWork(state),
      values: [
        state.work.name,
        communesOf(reading, state),
        orUnknown(reading, state.work.responsibleBody),
        m[`milestone.${lateness.milestone}`],
        lateness.days,
        orUnknown(reading, state.report?.obstacle ?? null),
      ],
    })),
  );
}

const dayOr = (reading: ReportReading, day: IsoDate | null): string =>
  day === null ? words(reading).unknown : formatDate(reading.locale, day);

/** One change in words: what moved, from what to what. */
export function changeDetail(reading: ReportReading, change: WorkChange): string {
  const m = words(reading);
  const { locale } = reading;
  const percent = (value: number | null) => (value === null ? m.unknown : formatPercent(locale, value));
  const amount = (value: number | null) => (value === null ? m.unknown : formatMoney(locale, value));
  switch (change.kind) {
    case "started":
      return m.onDay(formatDate(locale, change.on));
    case "finished":
      return change.on === null ? m.unknown : m.onDay(formatDate(locale, change.on));
    case "rescheduled": {
      const days =
        change.days === null
          ? m.movedUnknown
          : change.days >= 0
            ? m.laterDays(change.days)
            : m.earlierDays(-change.days);
      return m.moved(
        m[`milestone.${change.milestone}`],
        dayOr(reading, change.from),
        dayOr(reading, change.to),
        days,
      );
    }
    case "became-late":
      return m.lateBy(m[`milestone.${change.milestone}`], change.days);
    case "money":
      return m.fromTo(m[`field.${change.field}`], amount(change.from), amount(change.to));
    case "corrected":
      return m.correctedOf(
        formatDate(locale, change.closingDay),
        percent(change.progress.from),
        percent(change.progress.to),
        change.reason,
      );
    default:
      return "";
  }
}

/** The year's changes of the works of the 97; null without a day to compare with. Money moves in every report: only the total investment is listed. */
export function yearChanges({ snapshot, before }: ReportReading): ChangesSince | null {
  if (before === null) return null;
  const all = changesSince(before, snapshot);
  const isListed = new Set(of97(snapshot).map(({ work }) => work.workId));
  const isOwn = (workId: string) => isListed.has(workId);
  return {
    ...all,
    changes: all.changes.filter(
      (change) => isOwn(change.workId) && (change.kind !== "money" || change.field === "totalInvestment"),
    ),
    reported: all.reported.filter(isOwn),
    silent: all.silent.filter(isOwn),
  };
}

function changes(reading: ReportReading): DataTable {
  const m = words(reading);
  const { workById } = reading.snapshot;
  return tableOf(
    reading,
    "thay-doi",
    m["table.changes"],
    [
      column("name", m.name, "text"),
      column("communes", m.communes, "text"),
      column("change", m.change, "text"),
      column("detail", m.detail, "text"),
    ],
    (yearChanges(reading)?.changes ?? []).flatMap((change, index): Line[] => {
      const state = workById.get(change.workId);
      if (state === undefined) return [];
      return [
        {
          key: `${change.workId} ${index}`,
          sourceIds: sourcesOfWork(state),
          values: [
            state.work.name,
            communesOf(reading, state),
            m[`change.${change.kind}`],
            orUnknown(reading, changeDetail(reading, change) || null),
          ],
        },
      ];
    }),
  );
}

function obstacles(reading: ReportReading): DataTable {
  const m = words(reading);
  return tableOf(
    reading,
    "vuong-mac",
    m["table.obstacles"],
    [
      column("name", m.name, "text"),
      column("communes", m.communes, "text"),
      column("closing", m.closing, "date"),
      column("obstacle", m.obstacle, "text"),
      column("proposal", m.proposal, "text"),
      column("authority", m.authority, "text"),
    ],
    of97(reading.snapshot).flatMap((state): Line[] => {
      const { report, work } = state;
      if (report === null || report.obstacle === null) return [];
      return [
        {
          key: work.workId,
          sourceIds: [work.sourceId, report.sourceId],
          values: [
            work.name,
            communesOf(reading, state),
            report.asOf,
            report.obstacle,
            orUnknown(reading, report.proposal),
            orUnknown(reading, report.authority),
          ],
        },
      ];
    }),
  );
}

function communes(reading: ReportReading): DataTable {
  const m = words(reading);
  const { snapshot, messages } = reading;
  const own = snapshot.register.communes.filter(
    ({ code }) =>
      snapshot.statuses.has(code) ||
      (snapshot.worksByCommune.get(code) ?? []).some(({ work }) => work.inPlan97 === "yes"),
  );
  return tableOf(
    reading,
    "xa",
    m["table.communes"],
    [
      column("commune", m.commune, "text"),
      column("code", m.code, "text"),
      column("works", m.works, "number"),
      column("progress", m.progressShort, "percent", 1),
      column("plan", m.planProgress, "percent", 1),
      column("done", m.done, "number"),
      column("late", m.lateYes, "number"),
      column("late_unknown", m.lateUnknown, "number"),
      column("disbursed", m.shareYear, "percent", 1),
    ],
    own.map((commune) => {
      const works = (snapshot.worksByCommune.get(commune.code) ?? []).filter(
        ({ work }) => work.inPlan97 === "yes",
      );
      const measured = [physicalProgress, disbursement].map((indicator) =>
        indicator.measure(snapshot, commune.code),
      );
      const [progress, disbursed] = measured.map(
        (value): Value =>
          value.kind === "value" ? value.value : { blank: messages.domain[`blank.${value.blank}`] },
      );
      return {
        key: commune.code,
        sourceIds: [...new Set([commune.sourceId, ...measured.flatMap(({ sourceIds }) => sourceIds)])],
        values: [
          communeName(messages, commune),
          commune.code,
          works.length,
          progress ?? null,
          orUnknown(reading, plannedProgress(snapshot, commune.code)),
          works.filter(({ stage }) => stage === "handed-over" || stage === "settled").length,
          works.filter(({ lateness }) => lateness.answer === "yes").length,
          works.filter(({ lateness }) => lateness.answer === "unknown").length,
          disbursed ?? null,
        ],
      };
    }),
  );
}

function works(reading: ReportReading): DataTable {
  const m = words(reading);
  const { messages, snapshot } = reading;
  return tableOf(
    reading,
    "cong-trinh",
    m["table.works"],
    [
      column("code", m.code, "text"),
      column("name", m.name, "text"),
      column("sector", m.sector, "text"),
      column("communes", m.communes, "text"),
      column("stage", m.stage, "text"),
      column("progress", m.progressShort, "percent", 1),
      column("investment", m.investment, "money"),
      column("disbursed", m.disbursedAll, "money"),
      column("planned_end", m.plannedEnd, "date"),
      column("days", m.days, "number"),
      column("in_plan", m.inPlan, "text"),
    ],
    snapshot.allWorks.map((state) => ({
      key: state.work.workId,
      sourceIds: sourcesOfWork(state),
      values: [
        state.work.workId,
        state.work.name,
        messages.domain[`sector.${state.work.sector}`],
        communesOf(reading, state),
        messages.domain[`stage.${state.stage ?? "unknown"}`],
        state.progress ?? { blank: messages.domain[`blank.${state.progressBlank ?? "no-data"}`] },
        orUnknown(reading, state.money.totalInvestment),
        orUnknown(reading, state.money.disbursedCumulative),
        orUnknown(reading, state.plan?.plannedEnd ?? null),
        state.lateness.answer === "yes"
          ? state.lateness.days
          : { blank: messages.domain[`answer.${state.lateness.answer}`] },
        messages.domain[`answer.${state.work.inPlan97}`],
      ],
    })),
  );
}

function targets(reading: ReportReading): DataTable {
  const m = words(reading);
  const { snapshot, communeByCode } = reading;
  const { targets: rows, observations } = snapshot.register;
  const areas = new Map<string, Commune>(communeByCode);
  return tableOf(
    reading,
    "chi-tieu",
    m["table.targets"],
    [
      column("area", m.area, "text"),
      column("indicator", m.indicator, "text"),
      column("unit", m.unit, "text"),
      column("baseline", m.baseline, "number", 2),
      column("target", m.target, "number", 2),
      column("target_year", m.targetYear, "text"),
      column("latest", m.latest, "number", 2),
      column("latest_year", m.latestYear, "text"),
    ],
    rows.map((target) => {
      const known = observations
        .filter(({ targetId, recordedOn }) => targetId === target.targetId && recordedOn <= snapshot.asOf)
        .toSorted((a, b) => a.year - b.year || (a.recordedOn < b.recordedOn ? -1 : 1))
        .at(-1);
      return {
        key: target.targetId,
        sourceIds: [target.sourceId, ...(known === undefined ? [] : [known.sourceId])],
        values: [
          target.areaLevel === "province"
            ? m.province
            : (areas.get(target.areaCode)?.name ?? target.areaCode),
          target.indicator,
          target.unit,
          target.baselineValue ?? { blank: m.noBaseline },
          orUnknown(reading, target.targetValue),
          orUnknown(reading, target.targetYear === null ? null : String(target.targetYear)),
          known?.value ?? { blank: m.noLatest },
          known === undefined ? { blank: m.noLatest } : String(known.year),
        ],
      };
    }),
  );
}

/** The tables of a report under their headings, in the order in which they are numbered, printed and put into the file. */
export const REPORT_TABLES = [
  { part: "results", build: sectors },
  { part: "money", build: money },
  { part: "late", build: late },
  { part: "year", build: changes },
  { part: "obstacles", build: obstacles },
  { part: "places", build: communes },
  { part: "works", build: works },
  { part: "targets", build: targets },
] as const;
export type ReportPart = (typeof REPORT_TABLES)[number]["part"];

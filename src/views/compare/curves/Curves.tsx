import { useMemo } from "react";
import {
  LEFT_OUT,
  type LeftOut,
  moneyCurve,
  type Pace,
  type ProgressCurve,
  progressCurve,
} from "@/analysis/programmeCurve";
import type { Snapshot } from "@/analysis/snapshot";
import { ProgrammeMoneyChart } from "@/charts/ProgrammeMoneyChart";
import { ProgrammeProgressChart } from "@/charts/ProgrammeProgressChart";
import { yearOf } from "@/domain/date";
import { PLAN_TOTALS, SECTORS } from "@/domain/work";
import { formatDate, formatMoney, formatNumber, formatPercent } from "@/i18n/format";
import type { Locale } from "@/i18n/locale";
import { curvesMessages } from "@/i18n/messages/compareCurves";
import { leastTrusted } from "../../explore/words";
import { usePage } from "../../page/context";
import { PageFigure } from "../../page/PageFigure";
import { useComparison } from "../context";
import { WideTable } from "../WideTable";
import { CurveKey } from "./CurveKey";
import { CapitalTable, DisbursedTable, ProgressTable } from "./CurveTables";

/** Two drawings of one chart: a column of the page, and a phone, where the texts keep their size. Style sheets show one. */
const SIZES = [
  { name: "wide", size: { width: 660, height: 372 } },
  { name: "narrow", size: { width: 350, height: 330 } },
] as const;

/** Sources of the rows behind the curves, unique. */
const sourcesOf = ({ works }: Snapshot): readonly string[] => [
  ...new Set(
    works
      .filter(({ work }) => work.inPlan97 === "yes")
      .flatMap(({ plan, report, money }) => [
        ...(plan === null ? [] : [plan.sourceId]),
        ...(report === null ? [] : [report.sourceId]),
        ...money.sourceIds,
      ]),
  ),
];

/** Plan against actual over the Programme's years: money, physical progress, pace, and each sector. */
export function Curves() {
  const { locale, sourceById, messages } = usePage();
  const { now } = useComparison();
  const m = curvesMessages[locale];
  const money = useMemo(() => moneyCurve(now), [now]);
  const progress = useMemo(() => progressCurve(now), [now]);
  const sectors = useMemo(
    () =>
      SECTORS.map((sector) => ({ sector, curve: progressCurve(now, sector) })).filter(
        ({ sector, curve }) => curve.works > 0 || PLAN_TOTALS[sector] !== undefined,
      ),
    [now],
  );
  const sourceIds = sourcesOf(now);
  const kind = leastTrusted(["derived", ...sourceIds.flatMap((id) => sourceById.get(id)?.kind ?? [])]);
  const day = formatDate(locale, now.asOf);
  const hasMoney = money.steps.length > 0 || money.disbursed.length > 0;
  const last = money.steps.at(-1);
  return (
    <div className="curves">
      <h2 className="curves__title">{m.title}</h2>
      <p className="curves__lead">
        {progress.works === 0 ? m.nothing : m.lead(m.works(formatNumber(locale, progress.works)), day)}
      </p>
      {progress.works > 0 && (
        <>
          <div className="curves__pair">
            <PageFigure
              id="duong-von-tien"
              level={3}
              title={m.moneyTitle}
              note={
                last === undefined
                  ? undefined
                  : m.moneyNote(
                      formatMoney(locale, last.cumulative),
                      formatMoney(locale, last.provincial),
                      formatMoney(locale, last.cumulative - last.provincial),
                    )
              }
              kind={kind}
              sourceIds={sourceIds}
            >
              {hasMoney ? (
                <>
                  <MoneySentences money={money} day={day} />
                  <div className="figure__drawing curves__drawing">
                    {SIZES.map(({ name, size }) => (
                      <div key={name} className={`curves__${name}`}>
                        <ProgrammeMoneyChart curve={money} locale={locale} size={size} />
                      </div>
                    ))}
                  </div>
                  <CurveKey
                    entries={[
                      { line: "released", text: m.legendReleased },
                      { line: "plan", text: m.legendEven },
                      { line: "actual", text: m.legendDisbursed },
                      ...(money.disbursed.some(({ corrected }) => corrected > 0)
                        ? [{ line: "corrected" as const, text: m.corrected }]
                        : []),
                    ]}
                  />
                  <details className="curves__numbers">
                    <summary>{m.numbers}</summary>
                    <p className="figure__note">{m.moneyMethod}</p>
                    <CapitalTable money={money} />
                    <DisbursedTable money={money} />
                  </details>
                </>
              ) : (
                <p>{m.moneyNothing}</p>
              )}
            </PageFigure>
            <PageFigure
              id="duong-khoi-luong"
              level={3}
              title={m.progressTitle}
              note={
                progress.now === null
                  ? undefined
                  : m.progressNote(
                      formatNumber(locale, progress.counted),
                      formatNumber(locale, progress.works),
                      progress.isWeighted && progress.moneyShare !== null
                        ? formatPercent(locale, progress.moneyShare)
                        : null,
                    )
              }
              kind={kind}
              sourceIds={sourceIds}
            >
              {progress.now === null ? (
                <p>{m.progressNothing}</p>
              ) : (
                <>
                  <ProgressSentences progress={progress} day={day} />
                  <div className="figure__drawing curves__drawing">
                    {SIZES.map(({ name, size }) => (
                      <div key={name} className={`curves__${name}`}>
                        <ProgrammeProgressChart curve={progress} locale={locale} size={size} />
                      </div>
                    ))}
                  </div>
                  <CurveKey
                    entries={[
                      { line: "plan", text: m.legendPlanned },
                      { line: "actual", text: m.legendActual },
                      ...(progress.pace?.required.kind === "pace"
                        ? [{ line: "required" as const, text: m.legendRequired }]
                        : []),
                      ...(progress.actual.some(({ corrected }) => corrected > 0)
                        ? [{ line: "corrected" as const, text: m.corrected }]
                        : []),
                    ]}
                  />
                  <details className="curves__numbers">
                    <summary>{m.numbers}</summary>
                    <p className="figure__note">{m.progressMethod}</p>
                    <ProgressTable progress={progress} />
                  </details>
                </>
              )}
              <LeftOutNote progress={progress} />
            </PageFigure>
          </div>
          <h3 className="figure__title curves__sectors-title" id="curves-sectors">
            {m.sectorsTitle}
          </h3>
          <WideTable className="curves__scroll" labelledBy="curves-sectors">
            <table className="curves__table curves__table--sectors">
              <caption>{m.sectorsCaption(day)}</caption>
              <thead>
                <tr>
                  <th scope="col">{m["column.sector"]}</th>
                  {(["works", "plan", "actual", "gap", "required", "past", "end"] as const).map((column) => (
                    <th key={column} scope="col" className="number">
                      {m[`column.${column}`]}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {[...sectors, { sector: null, curve: progress }].map(({ sector, curve }) => (
                  <tr key={sector ?? "all"} className={sector === null ? "curves__sum" : undefined}>
                    <th scope="row">
                      {sector === null ? m.allSectors : messages.domain[`sector.${sector}`]}
                    </th>
                    <SectorCells curve={curve} />
                  </tr>
                ))}
              </tbody>
            </table>
          </WideTable>
        </>
      )}
    </div>
  );
}

/** Points that read as none. */
const UNSEEN_GAP = 0.05;

function SectorCells({ curve: { now, counted, works, pace } }: { readonly curve: ProgressCurve }) {
  const { locale } = usePage();
  const m = curvesMessages[locale];
  const percent = (value: number | undefined) =>
    value === undefined ? m.unknown : formatPercent(locale, value, 1, true);
  const gap = now === null ? null : now.percent - now.planned;
  return (
    <>
      <td className="number">{m.countOf(formatNumber(locale, counted), formatNumber(locale, works))}</td>
      <td className="number">{percent(now?.planned)}</td>
      <td className="number strong">{percent(now?.percent)}</td>
      <td className={`number${gap !== null && gap <= -UNSEEN_GAP ? " late strong" : ""}`}>
        {gap === null ? m.unknown : formatNumber(locale, gap, 1, true)}
      </td>
      <td className="number">{requiredText(locale, pace)}</td>
      <td className="number">
        {pace === null || pace.past === null ? m.unknown : formatNumber(locale, pace.past.points, 1, true)}
      </td>
      <td className="number">{pace === null ? m.unknown : formatDate(locale, pace.end)}</td>
    </>
  );
}

function requiredText(locale: Locale, pace: Pace | null): string {
  const m = curvesMessages[locale];
  if (pace === null) return m.unknown;
  const { required } = pace;
  return required.kind === "pace" ? formatNumber(locale, required.points, 1, true) : m[required.kind];
}

function MoneySentences({
  money,
  day,
}: {
  readonly money: ReturnType<typeof moneyCurve>;
  readonly day: string;
}) {
  const { locale } = usePage();
  const m = curvesMessages[locale];
  const { now } = money;
  return (
    <div className="curves__said">
      {now !== null && (
        <p>
          {m.moneySentence(
            day,
            formatMoney(locale, now.disbursed),
            formatPercent(locale, now.released > 0 ? (now.disbursed / now.released) * 100 : 0),
            formatMoney(locale, now.released),
            m.works(formatNumber(locale, now.works)),
          )}{" "}
          <strong>
            {(now.even >= now.disbursed ? m.moneyShort : m.moneyAhead)(
              String(yearOf(money.asOf)),
              formatMoney(locale, now.even),
              formatMoney(locale, Math.abs(now.even - now.disbursed)),
            )}
          </strong>
        </p>
      )}
      {money.planned < money.works && (
        <p className="muted">
          {m.moneyUnplanned(
            formatNumber(locale, money.works - money.planned),
            formatNumber(locale, money.works),
          )}
        </p>
      )}
    </div>
  );
}

/** The gap, and the pace needed against the pace reached, in sentences. */
function ProgressSentences({ progress, day }: { readonly progress: ProgressCurve; readonly day: string }) {
  const { locale } = usePage();
  const m = curvesMessages[locale];
  const { now, pace, isWeighted } = progress;
  if (now === null) return null;
  const percent = (value: number) => formatPercent(locale, value, 1, true);
  const gap = now.planned - now.percent;
  const sentence =
    Math.abs(gap) < UNSEEN_GAP
      ? m.progressOnPlan(day, percent(now.percent))
      : (gap > 0 ? m.progressBehind : m.progressBefore)(
          day,
          percent(now.percent),
          percent(now.planned),
          formatNumber(locale, Math.abs(gap), 1, true),
        );
  return (
    <div className="curves__said">
      <p>
        <strong>{sentence}</strong> {pace !== null && paceText(locale, pace)}
      </p>
      {!isWeighted && <p className="muted">{m.progressUnweighted}</p>}
    </div>
  );
}

function paceText(locale: Locale, { required, past, end }: Pace): string {
  const m = curvesMessages[locale];
  const last = formatDate(locale, end);
  if (required.kind !== "pace") return required.kind === "done" ? m.paceDone : m.paceOverdue(last);
  const needed = m.paceNeeded(last, formatNumber(locale, required.points, 1, true));
  if (past === null) return `${needed}; ${m.paceUnknown}.`;
  const reached = m.pacePast(
    formatNumber(locale, past.points, 1, true),
    m.works(formatNumber(locale, past.works)),
  );
  return `${needed}; ${reached}. ${required.points > past.points ? m.paceFaster : m.paceEnough}`;
}

/** What is in neither curve, with the reason, and how much money the works without planned days are. */
function LeftOutNote({ progress }: { readonly progress: ProgressCurve }) {
  const { locale } = usePage();
  const m = curvesMessages[locale];
  const { leftOut, works, counted, undatedShare } = progress;
  const reasons: readonly LeftOut[] = LEFT_OUT.filter((reason) => leftOut[reason] > 0);
  if (reasons.length === 0) return null;
  return (
    <p className="figure__note curves__left-out">
      {m.leftOut(m.works(formatNumber(locale, works - counted)))} –{" "}
      {reasons.map((reason) => m[`leftOut.${reason}`](formatNumber(locale, leftOut[reason]))).join("; ")}.{" "}
      {undatedShare !== null && undatedShare > 0 && m.undated(formatPercent(locale, undatedShare))}
    </p>
  );
}

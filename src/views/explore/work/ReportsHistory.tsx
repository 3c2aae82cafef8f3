import { useState } from "react";
import type { ReportedPeriod, ReportPeriod } from "@/analysis/reportingPeriods";
import type { PlanVersion, WorkHistory } from "@/analysis/workHistory";
import { CorrectedMark, RoundSign } from "@/charts/PlanActualChart";
import type { IsoDate } from "@/domain/date";
import type { Work } from "@/domain/work";
import { formatDate, formatMoney, formatNumber, formatPercent } from "@/i18n/format";
import { useExplore } from "../context";
import { Provenance } from "../Provenance";
import { Section } from "../Section";
import { planChangeText, reportChangeText, reporterOf, workTexts } from "./reportWords";

/** Periods shown before the rest is asked for: a year of quarters. */
const PERIODS_SHOWN = 4;
/** Columns of the table, which notes below a row take all of. */
const COLUMNS = 4;

/** Every period, the latest first, with what corrected what; then the obstacles that earlier reports stated. */
export function ReportsHistory({ work, history }: { readonly work: Work; readonly history: WorkHistory }) {
  const { messages, locale } = useExplore();
  const m = workTexts(messages);
  const [all, setAll] = useState(false);
  const { periods, awaited } = history;
  const newest = periods.toReversed();
  const shown = all ? newest : newest.slice(0, PERIODS_SHOWN);
  const reported = periods.filter((period) => period.kind === "reported");
  const sourceIds = reported.flatMap(({ versions }) => versions.map(({ report }) => report.sourceId));
  const corrections = reported.reduce((sum, { versions }) => sum + versions.length - 1, 0);
  const missing = periods.length - reported.length;
  const counts = [
    ...(missing > 0 ? [m.missingCount(missing)] : []),
    ...(corrections > 0 ? [m.corrections(corrections)] : []),
  ];
  return (
    <Section
      title={m.reports}
      tabs={["works"]}
      strong
      aside={sourceIds.length > 0 && <Provenance sourceIds={sourceIds} />}
    >
      {counts.length > 0 && <p className="pair__note">{counts.join(" · ")}</p>}
      {awaited !== null && (
        <p className="note">
          <svg className="history__sign" viewBox="0 0 12 12" aria-hidden="true">
            <RoundSign x={6} y={6} state="awaited" />
          </svg>
          {m.awaited(formatDate(locale, awaited.closingDay), formatDate(locale, awaited.dueOn))}
        </p>
      )}
      {periods.length === 0 ? (
        <p className="note">
          {m.noReports} {m.whoReports(reporterOf(work, m))}
        </p>
      ) : (
        <table className="table history">
          <thead>
            <tr>
              <th scope="col">{m.periodAndStage}</th>
              <th scope="col" className="number">
                {m.actual}
              </th>
              <th scope="col" className="number">
                {m.planShort}
              </th>
              <th scope="col" className="number">
                {m.disbursed}
              </th>
            </tr>
          </thead>
          {shown.map((period) => (
            <PeriodRows
              key={period.closingDay}
              period={period}
              revisions={revisionsBefore(history, period.closingDay)}
            />
          ))}
        </table>
      )}
      {periods.length > PERIODS_SHOWN && (
        <button
          type="button"
          className="button history__more"
          aria-expanded={all}
          onClick={() => setAll(!all)}
        >
          {all ? messages.explore.showFewer : messages.explore.showAll(periods.length)}
        </button>
      )}
      {history.obstacles.length > 0 && (
        <>
          <h4 className="history__subtitle">{m.obstacles}</h4>
          <ul>
            {history.obstacles.toReversed().map((span) => (
              <li key={`${span.first} ${span.obstacle}`} className="note">
                <span className="strong">“{span.obstacle}”</span>
                {" – "}
                {span.isOpen
                  ? m.obstacleOpen(formatDate(locale, span.first), span.periods)
                  : m.obstacleOver(
                      formatDate(locale, span.first),
                      formatDate(locale, span.last),
                      span.periods,
                    )}
                {!span.isOpen && span.proposal !== null && `. ${m.proposal(span.proposal)}`}
                {!span.isOpen && span.authority !== null && `. ${m.authority(span.authority)}`}{" "}
                <Provenance sourceIds={[span.sourceId]} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}

/** Versions that changed the plan since the closing day before: from this period on they are what is expected. */
const revisionsBefore = ({ plans, periods }: WorkHistory, closingDay: IsoDate): PlanVersion[] => {
  const before = periods.findLast((period) => period.closingDay < closingDay)?.closingDay;
  return plans.filter(
    ({ plan, changes }) =>
      changes.length > 0 &&
      plan.recordedOn <= closingDay &&
      (before === undefined || plan.recordedOn > before),
  );
};

/** A period with its stage; in rows below it, what was reported late or corrected, and a plan that changed before it. */
function PeriodRows({
  period,
  revisions,
}: {
  readonly period: ReportPeriod;
  readonly revisions: readonly PlanVersion[];
}) {
  const { messages, locale } = useExplore();
  const m = workTexts(messages);
  const held = period.kind === "reported" ? period.held : null;
  const stage = held?.stage ?? null;
  const isNewStage = period.kind === "reported" && stage !== null && stage !== period.stageBefore;
  return (
    <tbody>
      <tr>
        <th scope="row">
          {formatDate(locale, period.closingDay)}
          <span className={`history__stage${isNewStage ? " strong" : ""}`}>
            {held === null
              ? m.missing(formatDate(locale, period.dueOn))
              : messages.domain[`stage.${stage ?? "unknown"}`]}
          </span>
        </th>
        <td className="number strong">
          {held === null ? (
            <svg className="history__sign" viewBox="0 0 12 12" aria-hidden="true">
              <RoundSign x={6} y={6} state="missing" />
            </svg>
          ) : held.physicalProgress === null ? (
            m.unknown
          ) : (
            formatPercent(locale, held.physicalProgress)
          )}
        </td>
        <td className="number muted">
          {period.expected === null ? m.unknown : formatPercent(locale, period.expected)}
        </td>
        <td className="number">
          {held !== null &&
            (held.disbursedCumulative === null ? m.unknown : formatMoney(locale, held.disbursedCumulative))}
        </td>
      </tr>
      {period.kind === "reported" && period.daysAfterDue > 0 && (
        <tr className="history__note">
          <td colSpan={COLUMNS}>
            {m.late(
              formatDate(locale, period.versions[0]?.report.reportedOn ?? period.held.reportedOn),
              formatNumber(locale, period.daysAfterDue),
            )}
          </td>
        </tr>
      )}
      {revisions.map(({ plan, changes }) => (
        <tr key={`${plan.recordedOn} ${plan.decisionNo}`} className="history__note">
          <td colSpan={COLUMNS}>
            {m.planMoved(formatDate(locale, plan.recordedOn))}
            {": "}
            {changes.map((change) => planChangeText(messages, change)).join("; ")}
          </td>
        </tr>
      ))}
      {period.kind === "reported" && <Corrections period={period} />}
    </tbody>
  );
}

/** Old value, new value and reason of each correction, both dated. */
function Corrections({ period }: { readonly period: ReportedPeriod }) {
  const { messages, locale } = useExplore();
  const m = workTexts(messages);
  return period.versions.map(({ report, changes }, index) => {
    const before = period.versions[index - 1];
    if (before === undefined) return null;
    const texts = changes.map((change) => reportChangeText(messages, change));
    return (
      <tr key={report.reportedOn + report.correctionReason} className="history__note">
        <td colSpan={COLUMNS}>
          <svg className="history__sign" viewBox="0 0 12 12" aria-hidden="true">
            <CorrectedMark x={6} y={6} />
          </svg>
          {m.correction(formatDate(locale, report.reportedOn), formatDate(locale, before.report.reportedOn))}
          {": "}
          <span className="strong">{texts.length === 0 ? m.noChange : texts.join("; ")}</span>
          {"; "}
          {report.correctionReason === null ? m.noReason : m.reason(report.correctionReason)}
        </td>
      </tr>
    );
  });
}

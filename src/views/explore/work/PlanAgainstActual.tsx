import type { ReportPeriod } from "@/analysis/reportingPeriods";
import type { WorkState } from "@/analysis/snapshot";
import { isFinished } from "@/analysis/staleness";
import type { WorkHistory } from "@/analysis/workHistory";
import { CorrectedMark, PlanActualChart, RoundSign } from "@/charts/PlanActualChart";
import { hasPlanOrReport } from "@/charts/planActualLayout";
import { formatDate, formatNumber, formatPercent } from "@/i18n/format";
import { useExplore } from "../context";
import { Provenance } from "../Provenance";
import { useMeasuredSize } from "../useMeasuredSize";
import { leastTrusted } from "../words";
import { planChangeText, reporterOf, workTexts } from "./reportWords";
import { SavableChart } from "./SavableChart";
import { useWorkHistory } from "./useWorkHistory";
import "./work.css";

/** What the drawing gets until it can be measured: the panel of 352 px without its margins. */
const INITIAL = { width: 320, height: 190 };
/** Points that no sentence would mention. */
const NO_DIFFERENCE = 0.5;

/** Progress by plan against progress reported: a sentence, the chart, its key, its figures as a table, and how the plan moved. */
export function PlanAgainstActual({ state }: { readonly state: WorkState }) {
  const history = useWorkHistory(state.work);
  return (
    <div className="plan-actual">
      <Summary state={state} history={history} />
      {hasPlanOrReport(history) && <Drawing state={state} history={history} />}
    </div>
  );
}

function Summary({ state, history }: { readonly state: WorkState; readonly history: WorkHistory }) {
  const { messages, locale, snapshot } = useExplore();
  const m = workTexts(messages);
  const { explore } = messages;
  const { behind, latest } = history;
  const plan = state.plan;
  const undated = plan === null || plan.plannedStart === null || plan.plannedEnd === null;
  const reporter = reporterOf(state.work, m);
  const sourceIds = [plan?.sourceId, latest?.held.sourceId].filter((id) => id !== undefined);
  if (behind === null) {
    const ahead = plan !== null && plan.plannedStart !== null && plan.plannedStart > snapshot.asOf;
    const text = !undated
      ? ahead && plan.plannedStart !== null
        ? m.noActualYet(formatDate(locale, plan.plannedStart))
        : `${m.noActual} ${m.whoReports(reporter)}`
      : latest === null
        ? `${m.noCurveNoReport} ${m.whoPlans(reporter)}`
        : `${m.noCurve} ${m.whoPlans(reporter)}`;
    return <p className="note">{text}</p>;
  }
  const { points, expected, actual, closingDay } = behind;
  const difference = formatNumber(locale, Math.abs(points), 1);
  const held = isFinished(state.report, snapshot.asOf) || state.report?.obstacle !== null;
  return (
    <div className="note">
      <p>
        {m.atClosing(
          formatDate(locale, closingDay),
          formatPercent(locale, actual),
          formatPercent(locale, expected),
        )}
        {": "}
        {points >= NO_DIFFERENCE ? (
          <strong className="late">{explore.behindPlan(difference)}</strong>
        ) : points <= -NO_DIFFERENCE ? (
          explore.aheadOfPlan(difference)
        ) : (
          explore.onPlan
        )}
        {". "}
        {!held && state.lateness.answer === "yes" && m.noObstacle}{" "}
        <Provenance sourceIds={sourceIds} derived />
      </p>
    </div>
  );
}

function Drawing({ state, history }: { readonly state: WorkState; readonly history: WorkHistory }) {
  const { messages, locale, sourceById } = useExplore();
  const m = workTexts(messages);
  const sourceIds = [
    ...history.plans.map(({ plan }) => plan.sourceId),
    ...history.periods.flatMap((period) => (period.kind === "reported" ? [period.held.sourceId] : [])),
  ];
  const [box, size] = useMeasuredSize<HTMLDivElement>(INITIAL);
  const revised = history.plans.filter((_, index) => index > 0);
  return (
    <>
      <SavableChart
        file={`cong-trinh-${state.work.workId}-ke-hoach-thuc-te`}
        title={m.chartOf(state.work.name)}
        kind={leastTrusted([...sourceIds.flatMap((id) => sourceById.get(id)?.kind ?? []), "derived"])}
        sourceIds={sourceIds}
      >
        <div className="plan-actual__drawing" ref={box}>
          <PlanActualChart history={history} locale={locale} size={size} />
        </div>
        <Key history={history} />
      </SavableChart>
      <PeriodsForTheEar history={history} />
      {revised.length > 0 && (
        <ul>
          {revised.map(({ plan, changes }) => (
            <li key={`${plan.recordedOn} ${plan.decisionNo}`} className="note">
              <span className="strong">{m.planMoved(formatDate(locale, plan.recordedOn))}</span>
              {": "}
              {changes.length === 0
                ? m.noPlanChange
                : changes.map((change) => planChangeText(messages, change)).join("; ")}
              {plan.decisionNo !== null && ` (${m.decision(plan.decisionNo)})`}{" "}
              <Provenance sourceIds={[plan.sourceId]} />
            </li>
          ))}
        </ul>
      )}
      {history.plans.some(({ plan }) => plan.plannedStart !== null && plan.plannedEnd !== null) && (
        <p className="pair__note">{m.method}</p>
      )}
    </>
  );
}

const isDrawn = {
  plan: ({ expectedToday }: WorkHistory) => expectedToday !== null,
  oldPlan: ({ plans }: WorkHistory) =>
    plans.some(({ changes }) =>
      changes.some(({ field, from }) => field !== "totalInvestment" && from !== null),
    ),
  report: ({ periods }: WorkHistory) => periods.some((period) => progressOf(period) !== null),
  corrected: ({ periods }: WorkHistory) =>
    periods.some((period) => period.kind === "reported" && period.versions.length > 1),
  gap: ({ behind }: WorkHistory) => behind !== null && behind.points >= NO_DIFFERENCE,
  missing: ({ periods }: WorkHistory) => periods.some(({ kind }) => kind === "missing"),
  awaited: ({ awaited }: WorkHistory) => awaited !== null,
} as const;
type KeyName = keyof typeof isDrawn;
const KEYS = Object.keys(isDrawn) as KeyName[];

/** The key names what is drawn, and nothing else. */
function Key({ history }: { readonly history: WorkHistory }) {
  const { messages } = useExplore();
  const m = workTexts(messages);
  return (
    <p className="plan-actual__key" aria-hidden="true">
      {KEYS.filter((name) => isDrawn[name](history)).map((name) => (
        <span key={name}>
          <svg width="20" height="10" viewBox="0 0 20 10" aria-hidden="true">
            <KeySign name={name} />
          </svg>
          {m[`key.${name}`]}
        </span>
      ))}
    </p>
  );
}

function KeySign({ name }: { readonly name: KeyName }) {
  switch (name) {
    case "plan":
      return <path d="M0 5H20" stroke="var(--c-ink2)" strokeWidth="1.6" strokeDasharray="6 3.5" />;
    case "oldPlan":
      return <path d="M0 5H20" stroke="var(--c-line2)" strokeWidth="1.1" strokeDasharray="2 3" />;
    case "report":
      return (
        <g>
          <path d="M0 5H20" stroke="var(--c-progress-3)" strokeWidth="2" />
          <circle cx="10" cy="5" r="3.6" fill="var(--c-progress-3)" />
        </g>
      );
    case "corrected":
      return <CorrectedMark x={10} y={5} />;
    case "gap":
      return <path d="M10 10V1m-4 0h8" stroke="var(--c-late)" strokeWidth="2" fill="none" />;
    case "missing":
    case "awaited":
      return <RoundSign x={10} y={5} state={name} />;
  }
}

const progressOf = (period: ReportPeriod): number | null =>
  period.kind === "reported" ? period.held.physicalProgress : null;

/** The chart's figures as a table: every period, plan beside actual, and the as-of day. */
function PeriodsForTheEar({ history }: { readonly history: WorkHistory }) {
  const { messages, locale } = useExplore();
  const m = workTexts(messages);
  const percent = (value: number | null) => (value === null ? m.unknown : formatPercent(locale, value));
  const remarkOf = (period: ReportPeriod) => {
    if (period.kind === "missing") return m.notReported;
    const first = period.versions[0]?.report.physicalProgress ?? null;
    return period.versions.length > 1 ? m.correctedFrom(percent(first)) : "";
  };
  return (
    <div className="hidden-text">
      <table>
        <caption>{m.tableCaption}</caption>
        <thead>
          <tr>
            <th scope="col">{m.closingDay}</th>
            <th scope="col">{m.byPlan}</th>
            <th scope="col">{m.actual}</th>
            <th scope="col">{m.remark}</th>
          </tr>
        </thead>
        <tbody>
          {history.periods.map((period) => (
            <tr key={period.closingDay}>
              <th scope="row">{formatDate(locale, period.closingDay)}</th>
              <td>{percent(period.expected)}</td>
              <td>{percent(progressOf(period))}</td>
              <td>{remarkOf(period)}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">{m.dayAsOf(formatDate(locale, history.asOf))}</th>
            <td>{percent(history.expectedToday)}</td>
            <td />
            <td>{history.awaited === null ? "" : m.awaitedRemark}</td>
          </tr>
        </tbody>
      </table>
    </div>
  );
}

import type { ReactNode } from "react";
import type { CapitalYear } from "@/analysis/capitalYears";
import type { ReportPeriod } from "@/analysis/reportingPeriods";
import type { WorkState } from "@/analysis/snapshot";
import type { WorkHistory } from "@/analysis/workHistory";
import { CorrectedMark, PlanActualChart, RoundSign } from "@/charts/PlanActualChart";
import { hasPlanOrReport } from "@/charts/planActualLayout";
import { formatDate, formatMoney, formatNumber, formatPercent } from "@/i18n/format";
import { dossierMessages } from "@/i18n/messages/dossier";
import { hazardAnswersMessages } from "@/i18n/messages/hazardAnswers";
import { panelsMessages } from "@/i18n/messages/panels";
import { workMessages } from "@/i18n/messages/work";
import { LateTriangle } from "@/ui/icons";
import { WorkIcon } from "../explore/WorkIcon";
import { communeName, dateOr, latenessText, lengthText, shareText } from "../explore/words";
import { billionsText, planChangeText, reportChangeText, reporterOf } from "../explore/work/reportWords";
import { usePage } from "../page/context";
import { communePath, linkTo, workPath } from "../page/sitePages";
import { MapLegend } from "./CommuneRecord";
import { type DossierData, workDossierSources } from "./dossierFacts";
import { communesOf } from "./dossierMaps";
import { DossierFeedback, DossierHead, KeyFigure, Part, Savable, Wide } from "./Parts";
import { numberedSources, Ref, RefsProvider, SourceList } from "./Refs";
import { villageAnchor } from "./WorksTable";
import { nearReason, progressText } from "./workWords";

const CHART = { width: 700, height: 142 } as const;
/** Points of percent that no sentence would mention. */
const NO_DIFFERENCE = 0.5;

/** One work on paper: what, where, how far, when, how much, who, what is in its way, and what all of it rests on. */
export function WorkDossier({
  data,
  state,
  map,
  locator,
}: {
  readonly data: DossierData;
  readonly state: WorkState;
  /** Null: it is not known where the work is, or there are no boundaries. */
  readonly map: ReactNode;
  readonly locator: ReactNode;
}) {
  const page = usePage();
  const { locale, messages, snapshot, communeByCode } = page;
  const { work, plan } = state;
  const m = dossierMessages[locale];
  const history = data.histories.get(work.workId);
  const sourceIds = workDossierSources(data, state);
  const communes = communesOf(state, communeByCode);
  if (history === undefined) throw new Error(`no history of ${work.workId}`);
  return (
    <RefsProvider value={numberedSources(sourceIds)}>
      <DossierHead
        isLong
        kicker={m.workKicker(messages.domain[`sector.${work.sector}`])}
        name={work.name}
        path={workPath(work.workId)}
        file={`ct22-cong-trinh-${work.workId}-${snapshot.asOf}`}
        facts={
          <p>
            {m.code(work.workId)} · {messages.domain[`plan97.${work.inPlan97}`]} ·{" "}
            {communes.length === 0
              ? m.noCommune
              : communes.map((commune, index) => (
                  <span key={commune.code}>
                    {index > 0 && ", "}
                    <a href={linkTo(page, communePath(commune.code))}>{communeName(messages, commune)}</a>
                  </span>
                ))}{" "}
            <Ref ids={[work.sourceId]} />
          </p>
        }
      />
      <div className="dossier__first">
        <Savable id="ban-do" title={m.mapTitle(work.name)} className="dossier__where">
          <div className="dossier__map figure__drawing">
            {map ?? (
              <div className="unplaced">
                <WorkIcon state={state} />
                <p className="unplaced__title">{m.unplacedTitle}</p>
                <p>{m.unplacedWhy(reporterOf(work, workMessages[locale]))}</p>
              </div>
            )}
          </div>
          <div className="dossier__legend figure__legend">
            {map !== null && <MapLegend data={data} codes={work.communeCodes} states={[state]} />}
            {communes.length > 0 && locator}
          </div>
        </Savable>
        <div className="dossier__keys">
          <WorkKeys data={data} state={state} history={history} />
        </div>
      </div>
      <Part
        title={m.planActual}
        aside={plan !== null && <Ref ids={[plan.sourceId, ...reportIds(history)]} derived />}
      >
        <PlanWords state={state} history={history} />
        {hasPlanOrReport(history) && (
          <Savable id="ke-hoach" title={`${m.planActual}: ${work.name}`}>
            <div className="chart figure__drawing">
              <PlanActualChart history={history} locale={locale} size={CHART} />
              <p className="chart__key">
                <svg width="22" height="8" viewBox="0 0 22 8" aria-hidden="true">
                  <path d="M0 4H22" stroke="var(--c-ink2)" strokeWidth="1.6" strokeDasharray="6 3.5" />
                </svg>{" "}
                {workMessages[locale]["key.plan"]}
                <svg width="22" height="8" viewBox="0 0 22 8" aria-hidden="true">
                  <path d="M0 4H22" stroke="var(--c-progress-3)" strokeWidth="2" />
                  <circle cx="11" cy="4" r="3.4" fill="var(--c-progress-3)" />
                </svg>{" "}
                {workMessages[locale]["key.report"]}
                <svg width="22" height="10" viewBox="0 0 22 10" aria-hidden="true">
                  <RoundSign x={11} y={5} state="missing" />
                </svg>{" "}
                {workMessages[locale]["key.missing"]}
                <svg width="22" height="10" viewBox="0 0 22 10" aria-hidden="true">
                  <CorrectedMark x={11} y={5} />
                </svg>{" "}
                {workMessages[locale]["key.corrected"]}
              </p>
            </div>
          </Savable>
        )}
      </Part>
      <div className="dossier__two dossier__two--capital">
        <CapitalPart state={state} history={history} />
        <WhoPart state={state} />
      </div>
      <div className="dossier__record">
        <p className="dossier__running" aria-hidden="true">
          {work.name} · {m.record}
        </p>
        <ObstaclePart state={state} history={history} />
        <ReportsPart state={state} history={history} />
        <DecisionsPart history={history} />
        <Part id="nguon" title={m.sources}>
          <SourceList sourceIds={sourceIds} />
          <DossierFeedback />
        </Part>
      </div>
    </RefsProvider>
  );
}

const reportIds = ({ periods }: WorkHistory): readonly string[] =>
  periods.flatMap((period) =>
    period.kind === "reported" ? period.versions.map(({ report }) => report.sourceId) : [],
  );

function WorkKeys({
  data,
  state,
  history,
}: {
  readonly data: DossierData;
  readonly state: WorkState;
  readonly history: WorkHistory;
}) {
  const { locale, messages, snapshot } = usePage();
  const m = dossierMessages[locale];
  const e = messages.explore;
  const p = panelsMessages[locale];
  const h = hazardAnswersMessages[locale];
  const { work, report, money, lateness } = state;
  const answer = data.hazard.get(work.workId);
  const { disbursedCumulative: spent, capitalPlanCumulative: allotted, totalInvestment } = money;
  return (
    <>
      <section className="keys keys--lead">
        <h2 className="keys__title">
          {p.progress} {report !== null && <Ref ids={[report.sourceId]} />}
        </h2>
        <div className="keys__lead">
          <p className={`keys__figure${state.progress === null ? " keys__figure--words" : ""}`}>
            {progressText(messages, state)}
          </p>
          <p className="keys__beside">
            <span className="strong">{messages.domain[`stage.${state.stage ?? "unknown"}`]}</span>
            {history.expectedToday !== null && (
              <span>{m.planToDate(formatPercent(locale, history.expectedToday))}</span>
            )}
          </p>
        </div>
        <p className={lateness.answer === "yes" ? "late strong" : "strong"}>
          {lateness.answer === "yes" && <LateTriangle />} {latenessText(messages, state, snapshot.asOf)}
        </p>
        <p className="key__note">
          {report === null
            ? e.noReports
            : p.reportedAt(formatDate(locale, report.asOf), formatDate(locale, report.reportedOn))}
          {state.stale && ` · ${p.stale}`}
          {state.corrected &&
            report !== null &&
            report.correctionReason !== null &&
            ` · ${p.corrected(report.correctionReason)}`}
        </p>
      </section>
      <section className="keys keys--pair">
        <h2 className="hidden-text">{e.money}</h2>
        <KeyFigure
          label={e.disbursedCumulative}
          value={spent === null ? m.notReported : formatMoney(locale, spent)}
          isWords={spent === null}
        >
          {allotted === null || allotted <= 0
            ? e.noPlan
            : spent === null
              ? m.ofAllotted(formatMoney(locale, allotted))
              : m.shareOfAllotted(
                  shareText(locale, spent, allotted) ?? e.unknown,
                  formatMoney(locale, allotted),
                )}
        </KeyFigure>
        <KeyFigure
          label={e.totalInvestment}
          value={totalInvestment === null ? e.unknown : formatMoney(locale, totalInvestment)}
          isWords={totalInvestment === null}
        />
      </section>
      <section className="keys">
        <h2 className="hidden-text">{p.dates}</h2>
        <DatesTable state={state} />
      </section>
      {answer !== undefined && (
        <section className="keys">
          <h2 className="keys__title keys__title--strong">{m.hazardTitle}</h2>
          <p>
            {m.insideHead}: <strong>{messages.domain[`answer.${answer.inside.answer}`]}</strong> –{" "}
            {h[`hazardReason.${answer.inside.reason}`]}
          </p>
          <p>
            {m.nearHead}: <strong>{messages.domain[`answer.${answer.near}`]}</strong>
            {answer.near === "unknown" && ` – ${nearReason(messages, answer.nearBecause)}`}
          </p>
        </section>
      )}
    </>
  );
}

/** Where the work stands against its plan, in a sentence made from the same numbers as the chart. */
function PlanWords({ state, history }: { readonly state: WorkState; readonly history: WorkHistory }) {
  const { locale, messages, snapshot } = usePage();
  const m = dossierMessages[locale];
  const w = workMessages[locale];
  const { behind, latest, plans } = history;
  const { plan } = state;
  const revised = plans.filter(({ changes }) => changes.length > 0);
  const reporter = reporterOf(state.work, w);
  const start = plan?.plannedStart ?? null;
  const undated = start === null || (plan?.plannedEnd ?? null) === null;
  return (
    <>
      <p className="part__text">
        {behind !== null ? (
          <>
            {w.atClosing(
              formatDate(locale, behind.closingDay),
              formatPercent(locale, behind.actual),
              formatPercent(locale, behind.expected),
            )}
            {": "}
            <strong className={behind.points >= NO_DIFFERENCE ? "late" : undefined}>
              {behind.points >= NO_DIFFERENCE
                ? m.behind(formatNumber(locale, behind.points, 1))
                : behind.points <= -NO_DIFFERENCE
                  ? m.ahead(formatNumber(locale, -behind.points, 1))
                  : m.onPlan}
            </strong>
            .
          </>
        ) : undated ? (
          `${latest === null ? w.noCurveNoReport : w.noCurve} ${w.whoPlans(reporter)}`
        ) : start > snapshot.asOf ? (
          w.noActualYet(formatDate(locale, start))
        ) : (
          `${w.noActual} ${w.whoReports(reporter)}`
        )}
      </p>
      {revised.map(({ plan: version, changes }) => (
        <p key={`${version.recordedOn} ${version.decisionNo}`} className="part__note">
          {w.planMoved(formatDate(locale, version.recordedOn))}:{" "}
          {changes.map((change) => planChangeText(messages, change)).join("; ")}
          {version.decisionNo !== null && ` (${w.decision(version.decisionNo)})`}{" "}
          <Ref ids={[version.sourceId]} />
        </p>
      ))}
      {!undated && <p className="part__note">{w.method}</p>}
    </>
  );
}

function DatesTable({ state }: { readonly state: WorkState }) {
  const { locale, messages } = usePage();
  const m = dossierMessages[locale];
  const p = panelsMessages[locale];
  const e = messages.explore;
  const { plan, report } = state;
  const none = report === null ? e.unknown : e.notYet;
  const rows = [
    {
      id: "start",
      name: p.start,
      planned: dateOr(locale, plan?.plannedStart ?? null, e.unknown),
      actual: report?.actualStart,
    },
    { id: "accepted", name: p.accepted, planned: m.notPlanned, actual: report?.acceptedOn },
    {
      id: "end",
      name: p.completion,
      planned: dateOr(locale, plan?.plannedEnd ?? null, e.unknown),
      actual: report?.actualEnd,
    },
  ];
  return (
    <table className="table table--plain">
      <caption className="hidden-text">{p.dates}</caption>
      <thead>
        <tr>
          <th scope="col">{m.milestone}</th>
          <th scope="col" className="number">
            {e.planned}
          </th>
          <th scope="col" className="number">
            {e.actual}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, name, planned, actual }) => (
          <tr key={id}>
            <th scope="row">{name}</th>
            <td className="number">{planned}</td>
            <td className="number">{dateOr(locale, actual ?? null, none)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Capital by year, each source below its year, with what was disbursed of the year. */
function CapitalPart({ state, history }: { readonly state: WorkState; readonly history: WorkHistory }) {
  const { locale, messages } = usePage();
  const m = dossierMessages[locale];
  const w = workMessages[locale];
  const { capital } = history;
  const amount = (value: number | null) => (value === null ? w.notStated : billionsText(messages, value));
  const planned = capital.reduce((sum, one) => sum + (one.planned ?? 0), 0);
  const ids = [
    ...state.money.sourceIds,
    ...(capital.some(({ disbursed }) => disbursed !== null) ? reportIds(history) : []),
  ];
  return (
    <Part
      title={w.capital}
      aside={
        ids.length > 0 && <Ref ids={ids} derived={capital.some(({ disbursed }) => disbursed?.isDerived)} />
      }
    >
      {capital.length === 0 ? (
        <p className="empty">
          {w.noCapital} {w.whoAllots}
        </p>
      ) : (
        <>
          <Wide label={w.capital}>
            <table className="table capital-table">
              <caption className="table__caption">{m.capitalCaption}</caption>
              <thead>
                <tr>
                  <th scope="col">{m.yearSource}</th>
                  <th scope="col" className="number">
                    {w.planned}
                  </th>
                  <th scope="col" className="number">
                    {w.carriedOver}
                  </th>
                  <th scope="col" className="number">
                    {w.disbursed}
                  </th>
                  <th scope="col" className="number">
                    {w.share}
                  </th>
                </tr>
              </thead>
              {capital.map((one) => (
                <YearRows key={one.year} capital={one} />
              ))}
              <tfoot>
                <tr>
                  <th scope="row">{w.total}</th>
                  <td className="number">{billionsText(messages, planned)}</td>
                  <td className="number muted">{m.notAdded}</td>
                  <td className="number">{amount(state.money.disbursedCumulative)}</td>
                  <td className="number">
                    {(state.money.disbursedCumulative === null
                      ? null
                      : shareText(locale, state.money.disbursedCumulative, planned)) ?? m.notAdded}
                  </td>
                </tr>
              </tfoot>
            </table>
          </Wide>
          <p className="part__note">
            {capital.some(({ carriedOver }) => carriedOver !== null) && `${w.shareNote} `}
            {w.bySourceNote}
            {capital.some(({ disbursed }) => disbursed?.isDerived) && ` ${w.closedNote("*")}`}
          </p>
        </>
      )}
    </Part>
  );
}

function YearRows({ capital }: { readonly capital: CapitalYear }) {
  const { locale, messages } = usePage();
  const m = dossierMessages[locale];
  const w = workMessages[locale];
  const { year, planned, carriedOver, available, disbursed, isAhead, sources } = capital;
  const share =
    disbursed === null || available === null ? null : shareText(locale, disbursed.amount, available);
  return (
    <tbody>
      <tr>
        <th scope="row">
          {year}
          {disbursed !== null && disbursed.until !== null && (
            <span className="muted"> {w.until(formatDate(locale, disbursed.until))}</span>
          )}
        </th>
        <td className="number">{planned === null ? w.notStated : billionsText(messages, planned)}</td>
        <td className="number">{carriedOver === null ? w.notStated : billionsText(messages, carriedOver)}</td>
        <td className="number">
          {disbursed === null
            ? isAhead
              ? w.notYet
              : w.unknown
            : `${billionsText(messages, disbursed.amount)}${disbursed.isDerived ? "*" : ""}`}
        </td>
        <td className="number">{share ?? (isAhead ? w.notYet : w.unknown)}</td>
      </tr>
      {sources.map(({ source, amount, carriedOver: carried }) => (
        <tr key={source} className="table__sub">
          <th scope="row">{messages.domain[`capital.${source}`]}</th>
          <td className="number">{billionsText(messages, amount)}</td>
          <td className="number">{carried === null ? w.notStated : billionsText(messages, carried)}</td>
          <td colSpan={2} className="number muted">
            {m.allSources}
          </td>
        </tr>
      ))}
    </tbody>
  );
}

/** Where it is, as far as that is known, and who answers for it. */
function WhoPart({ state }: { readonly state: WorkState }) {
  const page = usePage();
  const { locale, messages, villageById, communeByCode } = page;
  const m = dossierMessages[locale];
  const p = panelsMessages[locale];
  const e = messages.explore;
  const { work, plan } = state;
  const villages = work.villageIds.flatMap((id) => villageById.get(id) ?? []);
  const communes = communesOf(state, communeByCode);
  const rows: readonly (readonly [string, ReactNode])[] = [
    [
      p.location,
      `${messages.domain[`location.${work.locationClass}`]}${work.accuracyM === null ? "" : `, ${p.accuracy(lengthText(locale, work.accuracyM))}`}`,
    ],
    [
      e.commune,
      communes.length === 0
        ? e.unknown
        : communes.map((commune) => communeName(messages, commune)).join(", "),
    ],
    [
      e.villages,
      villages.length === 0
        ? m.notNamed
        : villages.map(({ villageId, name, communeCode }, index) => (
            <span key={villageId}>
              {index > 0 && ", "}
              <a href={`${linkTo(page, communePath(communeCode))}#${villageAnchor(villageId)}`}>{name}</a>
            </span>
          )),
    ],
    [p.action, work.action ?? m.notNamed],
    [p.owner, work.owner ?? e.unknown],
    [p.responsibleBody, work.responsibleBody ?? e.unknown],
    [p.projectGroup, work.projectGroup ?? m.notNamed],
    [e.decision, plan?.decisionNo ?? m.notNamed],
    ...(work.note === null
      ? []
      : [
          [
            p.note,
            <span key="note" lang="vi">
              {work.note}
            </span>,
          ] as const,
        ]),
  ];
  return (
    <Part title={m.who} aside={<Ref ids={[work.sourceId]} />}>
      <dl className="facts">
        {rows.map(([name, value]) => (
          <div key={name} className="facts__pair">
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="part__note">
        {hazardAnswersMessages[locale].hazardMethod} {e.hazardScale}
      </p>
    </Part>
  );
}

function ObstaclePart({ state, history }: { readonly state: WorkState; readonly history: WorkHistory }) {
  const { locale } = usePage();
  const m = dossierMessages[locale];
  const w = workMessages[locale];
  const { obstacles } = history;
  return (
    <Part
      title={m.obstacles}
      aside={obstacles.length > 0 && <Ref ids={obstacles.map(({ sourceId }) => sourceId)} />}
    >
      {obstacles.length === 0 ? (
        <p className="empty">{state.report === null ? w.noReports : w.noObstacle}</p>
      ) : (
        <ul className="lines">
          {obstacles.toReversed().map((span) => (
            <li key={`${span.first} ${span.obstacle}`}>
              <strong>“{span.obstacle}”</strong> –{" "}
              {span.isOpen
                ? w.obstacleOpen(formatDate(locale, span.first), span.periods)
                : w.obstacleOver(formatDate(locale, span.first), formatDate(locale, span.last), span.periods)}
              . {span.proposal === null ? m.noProposal : `${w.proposal(span.proposal)}.`}{" "}
              {span.authority === null ? m.noAuthority : `${w.authority(span.authority)}.`}
            </li>
          ))}
        </ul>
      )}
    </Part>
  );
}

const REPORT_COLUMNS = 6;

/** Every closing day, the latest first, with what was reported late and what corrected what. */
function ReportsPart({ state, history }: { readonly state: WorkState; readonly history: WorkHistory }) {
  const { locale } = usePage();
  const m = dossierMessages[locale];
  const w = workMessages[locale];
  const { periods, awaited } = history;
  const ids = reportIds(history);
  return (
    <Part
      title={w.reports}
      aside={ids.length > 0 && <Ref ids={ids} />}
      note={
        awaited === null
          ? undefined
          : w.awaited(formatDate(locale, awaited.closingDay), formatDate(locale, awaited.dueOn))
      }
    >
      {periods.length === 0 ? (
        <p className="empty">
          {w.noReports} {w.whoReports(reporterOf(state.work, w))}
        </p>
      ) : (
        <Wide label={w.reports}>
          <table className="table">
            <caption className="hidden-text">{w.tableCaption}</caption>
            <thead>
              <tr>
                <th scope="col">{w.closingDay}</th>
                <th scope="col">{m.stage}</th>
                <th scope="col" className="number">
                  {w.actual}
                </th>
                <th scope="col" className="number">
                  {w.planShort}
                </th>
                <th scope="col" className="number">
                  {m.disbursedToDate}
                </th>
                <th scope="col" className="number">
                  {m.reportedOn}
                </th>
              </tr>
            </thead>
            {periods.toReversed().map((period) => (
              <PeriodRows key={period.closingDay} period={period} />
            ))}
          </table>
        </Wide>
      )}
    </Part>
  );
}

function PeriodRows({ period }: { readonly period: ReportPeriod }) {
  const { locale, messages } = usePage();
  const m = dossierMessages[locale];
  const w = workMessages[locale];
  const expected = period.expected === null ? w.unknown : formatPercent(locale, period.expected);
  if (period.kind === "missing")
    return (
      <tbody>
        <tr>
          <th scope="row">{formatDate(locale, period.closingDay)}</th>
          <td colSpan={2} className="strong">
            {w.missing(formatDate(locale, period.dueOn))}
          </td>
          <td className="number muted">{expected}</td>
          <td className="number muted">{w.unknown}</td>
          <td className="number muted">{w.notReported}</td>
        </tr>
      </tbody>
    );
  const { held, versions, daysAfterDue } = period;
  const [first] = versions;
  return (
    <tbody>
      <tr>
        <th scope="row">{formatDate(locale, period.closingDay)}</th>
        <td>{messages.domain[`stage.${held.stage ?? "unknown"}`]}</td>
        <td className="number strong">
          {held.physicalProgress === null ? w.unknown : formatPercent(locale, held.physicalProgress)}
        </td>
        <td className="number muted">{expected}</td>
        <td className="number">
          {held.disbursedCumulative === null ? w.unknown : formatMoney(locale, held.disbursedCumulative)}
        </td>
        <td className="number">
          {formatDate(locale, first?.report.reportedOn ?? held.reportedOn)}
          {daysAfterDue > 0 && (
            <span className="muted"> {m.daysLate(formatNumber(locale, daysAfterDue))}</span>
          )}
        </td>
      </tr>
      {versions.map(({ report, changes }, index) => {
        const before = versions[index - 1];
        if (before === undefined) return null;
        return (
          <tr key={`${report.reportedOn} ${report.correctionReason}`} className="table__sub">
            <td colSpan={REPORT_COLUMNS}>
              <span aria-hidden="true">◆ </span>
              {w.correction(
                formatDate(locale, report.reportedOn),
                formatDate(locale, before.report.reportedOn),
              )}
              :{" "}
              <strong>
                {changes.map((change) => reportChangeText(messages, change)).join("; ") || w.noChange}
              </strong>
              ; {report.correctionReason === null ? w.noReason : w.reason(report.correctionReason)}
            </td>
          </tr>
        );
      })}
    </tbody>
  );
}

/** Decisions that versions of the plan name. */
function DecisionsPart({ history }: { readonly history: WorkHistory }) {
  const { locale } = usePage();
  const m = dossierMessages[locale];
  const w = workMessages[locale];
  const decisions = history.plans.flatMap(({ plan }) =>
    plan.decisionNo === null ? [] : [{ ...plan, decisionNo: plan.decisionNo }],
  );
  return (
    <Part title={m.decisions}>
      {decisions.length === 0 ? (
        <p className="empty">{history.plans.length === 0 ? m.noPlan : w.noDecision}</p>
      ) : (
        <ul className="lines">
          {decisions.map(({ decisionNo, recordedOn, sourceId }) => (
            <li key={`${decisionNo} ${recordedOn}`}>
              {w.decisionRow(decisionNo, formatDate(locale, recordedOn))} <Ref ids={[sourceId]} />
            </li>
          ))}
        </ul>
      )}
    </Part>
  );
}

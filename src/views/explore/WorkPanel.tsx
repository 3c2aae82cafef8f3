import { Fragment, lazy, Suspense, useMemo } from "react";
import type { WorkState } from "@/analysis/snapshot";
import { formatDate, formatPercent } from "@/i18n/format";
import { panelsMessages } from "@/i18n/messages/panels";
import { ErrorBoundary } from "@/ui/ErrorBoundary";
import { LateTriangle } from "@/ui/icons";
import { workPath } from "../page/sitePages";
import { useExplore } from "./context";
import { Figure, ProgressBar } from "./Figure";
import { HazardAnswerOfWork } from "./HazardAnswers";
import { Money } from "./Money";
import { PanelHead } from "./PanelHead";
import { Provenance } from "./Provenance";
import { Facts, Section } from "./Section";
import { communeName, dateOr, latenessText, lengthText } from "./words";

/** A work's past comes when one is opened. */
const PlanAgainstActual = lazy(() =>
  import("./work/WorkHistory").then((module) => ({ default: module.PlanAgainstActual })),
);
const WorkHistory = lazy(() =>
  import("./work/WorkHistory").then((module) => ({ default: module.WorkHistory })),
);
/** Room kept for the curve, with its margin: nothing below it moves when it arrives (`.plan-actual`). */
const CURVE_HEIGHT = 380;

/** One work: what, where, how far, when, how much, who, and what is not known of it. */
export function WorkPanel({ state }: { readonly state: WorkState }) {
  const { messages, locale, snapshot, communeByCode, villageById, select } = useExplore();
  const m = messages.explore;
  const d = panelsMessages[locale];
  const states = useMemo(() => [state] as const, [state]);
  const { work, plan, report, progress, lateness } = state;
  const communes = work.communeCodes.flatMap((code) => communeByCode.get(code) ?? []);
  const villages = work.villageIds.flatMap((id) => villageById.get(id)?.name ?? []);
  const stageName = messages.domain[`stage.${state.stage ?? "unknown"}`];
  return (
    <>
      <PanelHead kicker={d.selectedWork} name={work.name} code={work.workId}>
        <div>
          {messages.domain[`sector.${work.sector}`]} · {messages.domain[`plan97.${work.inPlan97}`]}{" "}
          <Provenance sourceIds={[work.sourceId]} />
        </div>
        {communes.map((commune, index) => (
          <Fragment key={commune.code}>
            {index > 0 && " · "}
            <button
              type="button"
              className="button button--text"
              onClick={() => select({ type: "commune", id: commune.code })}
            >
              {communeName(messages, commune)}
            </button>
          </Fragment>
        ))}
        <div>
          <a className="button button--text" href={workPath(work.workId)}>
            {d.dossier}
          </a>
        </div>
      </PanelHead>
      <Section tabs={["works", "figures"]}>
        <Figure
          label={d.progress}
          value={
            progress === null
              ? messages.domain[`blank.${state.progressBlank ?? "no-data"}`]
              : formatPercent(locale, progress)
          }
          isWords={progress === null}
          provenance={report !== null && <Provenance sourceIds={[report.sourceId]} />}
        >
          <p className="strong">{stageName}</p>
          <p className={lateness.answer === "yes" ? "late strong" : "muted"}>
            {lateness.answer === "yes" && <LateTriangle />} {latenessText(messages, state, snapshot.asOf)}
          </p>
        </Figure>
        {progress !== null && <ProgressBar value={progress} plan={null} color="var(--c-ink2)" />}
        <p className="pair__note">{d.progressNote}</p>
        {report !== null && (
          <p className="pair__note">
            {d.reportedAt(formatDate(locale, report.asOf), formatDate(locale, report.reportedOn))}
            {state.stale && ` · ${d.stale}`}
            {state.corrected &&
              report.correctionReason !== null &&
              ` · ${d.corrected(report.correctionReason)}`}
          </p>
        )}
      </Section>
      {report !== null && report.obstacle !== null && (
        <Section
          title={d.obstacle}
          tabs={["works", "figures"]}
          strong
          aside={<Provenance sourceIds={[report.sourceId]} />}
        >
          <p className="strong">“{report.obstacle}”</p>
          <Facts
            pairs={[
              [m.proposal, report.proposal],
              [m.authority, report.authority],
            ]}
          />
          <p className="pair__note">
            {d.reportedAt(formatDate(locale, report.asOf), formatDate(locale, report.reportedOn))}
          </p>
        </Section>
      )}
      <Section
        title={d.dates}
        tabs={["works"]}
        strong
        aside={plan !== null && <Provenance sourceIds={[plan.sourceId]} />}
      >
        <table className="table">
          <thead>
            <tr>
              <th scope="col">
                <span className="hidden-text">{d.stage}</span>
              </th>
              <th scope="col" className="number">
                {m.planned}
              </th>
              <th scope="col" className="number">
                {m.actual}
              </th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">{d.start}</th>
              <td className="number">{dateOr(locale, plan?.plannedStart ?? null, m.unknown)}</td>
              <td className="number">
                {dateOr(locale, report?.actualStart ?? null, report === null ? m.unknown : m.notYet)}
              </td>
            </tr>
            <tr>
              <th scope="row">{d.accepted}</th>
              <td className="number">–</td>
              <td className="number">
                {dateOr(locale, report?.acceptedOn ?? null, report === null ? m.unknown : m.notYet)}
              </td>
            </tr>
            <tr>
              <th scope="row">{d.completion}</th>
              <td className="number">{dateOr(locale, plan?.plannedEnd ?? null, m.unknown)}</td>
              <td className="number">
                {dateOr(locale, report?.actualEnd ?? null, report === null ? m.unknown : m.notYet)}
              </td>
            </tr>
          </tbody>
        </table>
        {(plan !== null || report !== null) && (
          <ErrorBoundary message={m.panelFailed} resetKey={work.workId}>
            <Suspense fallback={<svg display="block" width="1" height={CURVE_HEIGHT} aria-hidden="true" />}>
              <PlanAgainstActual state={state} />
            </Suspense>
          </ErrorBoundary>
        )}
      </Section>
      <Money states={states} />
      <Section title={d.inHighZone} tabs={["hazard"]} strong>
        <HazardAnswerOfWork states={states} />
        <p className="pair__note">{m.hazardScale}</p>
      </Section>
      <Section title={d.place} tabs={["works", "figures"]} strong>
        <Facts
          pairs={[
            [
              d.location,
              `${messages.domain[`location.${work.locationClass}`]}${work.accuracyM === null ? "" : `, ${d.accuracy(lengthText(locale, work.accuracyM))}`}`,
            ],
            [m.villages, villages.length > 0 ? villages.join(", ") : null],
            [d.action, work.action],
            [d.owner, work.owner ?? m.unknown],
            [d.responsibleBody, work.responsibleBody ?? m.unknown],
            [d.projectGroup, work.projectGroup],
            [m.decision, plan?.decisionNo ?? null],
            [d.note, work.note],
          ]}
        />
      </Section>
      <ErrorBoundary message={m.panelFailed} resetKey={work.workId}>
        <Suspense fallback={null}>
          <WorkHistory state={state} />
        </Suspense>
      </ErrorBoundary>
    </>
  );
}

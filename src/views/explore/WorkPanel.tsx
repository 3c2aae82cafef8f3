import { useMemo } from "react";
import type { WorkState } from "@/analysis/snapshot";
import { formatDate, formatMoney, formatPercent } from "@/i18n/format";
import { LateTriangle } from "@/ui/icons";
import { useExplore } from "./context";
import { Figure, ProgressBar } from "./Figure";
import { HazardAnswerOfWork } from "./HazardAnswers";
import { Money } from "./Money";
import { PanelHead } from "./PanelHead";
import { Provenance } from "./Provenance";
import { Facts, Section } from "./Section";
import { communeName, dateOr, latenessText, lengthText } from "./words";

/** Reports shown before the rest is asked for: four quarters. */
const REPORTS_SHOWN = 4;

/** One work: what, where, how far, when, how much, who, and what is not known of it. */
export function WorkPanel({ state }: { readonly state: WorkState }) {
  const { messages, locale, snapshot, communeByCode, villageById, select } = useExplore();
  const m = messages.explore;
  const states = useMemo(() => [state] as const, [state]);
  const { work, plan, report, progress, lateness } = state;
  const communes = work.communeCodes.flatMap((code) => communeByCode.get(code) ?? []);
  const villages = work.villageIds.flatMap((id) => villageById.get(id)?.name ?? []);
  const reports = snapshot.register.workReports
    .filter((row) => row.workId === work.workId && row.reportedOn <= snapshot.asOf)
    .toSorted((a, b) => (a.reportedOn < b.reportedOn ? 1 : -1))
    .slice(0, REPORTS_SHOWN);
  const stageName = messages.domain[`stage.${state.stage ?? "unknown"}`];
  return (
    <>
      <PanelHead kicker={m.selectedWork} name={work.name} code={work.workId}>
        <div>
          {messages.domain[`sector.${work.sector}`]} · {messages.domain[`plan97.${work.inPlan97}`]}{" "}
          <Provenance sourceIds={[work.sourceId]} />
        </div>
        {communes.map((commune) => (
          <button
            key={commune.code}
            type="button"
            className="button button--text"
            onClick={() => select({ type: "commune", id: commune.code })}
          >
            {communeName(messages, commune)}
          </button>
        ))}
      </PanelHead>
      <Section tabs={["works", "figures"]}>
        <Figure
          label={m.progress}
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
        <p className="pair__note">{m.progressNote}</p>
        {report !== null && (
          <p className="pair__note">
            {m.reportedAt(formatDate(locale, report.asOf), formatDate(locale, report.reportedOn))}
            {state.stale && ` · ${m.stale}`}
            {state.corrected &&
              report.correctionReason !== null &&
              ` · ${m.corrected(report.correctionReason)}`}
          </p>
        )}
      </Section>
      <Section
        title={m.dates}
        tabs={["works"]}
        strong
        aside={plan !== null && <Provenance sourceIds={[plan.sourceId]} />}
      >
        <table className="table">
          <thead>
            <tr>
              <th scope="col">
                <span className="hidden-text">{m.stage}</span>
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
              <th scope="row">{m.start}</th>
              <td className="number">{dateOr(locale, plan?.plannedStart ?? null, m.unknown)}</td>
              <td className="number">
                {dateOr(locale, report?.actualStart ?? null, report === null ? m.unknown : m.notYet)}
              </td>
            </tr>
            <tr>
              <th scope="row">{m.accepted}</th>
              <td className="number">–</td>
              <td className="number">
                {dateOr(locale, report?.acceptedOn ?? null, report === null ? m.unknown : m.notYet)}
              </td>
            </tr>
            <tr>
              <th scope="row">{m.completion}</th>
              <td className="number">{dateOr(locale, plan?.plannedEnd ?? null, m.unknown)}</td>
              <td className="number">
                {dateOr(locale, report?.actualEnd ?? null, report === null ? m.unknown : m.notYet)}
              </td>
            </tr>
          </tbody>
        </table>
      </Section>
      <Money states={states} />
      <Section title={m.inHighZone} tabs={["hazard"]} strong>
        <HazardAnswerOfWork states={states} />
        <p className="pair__note">{m.hazardScale}</p>
      </Section>
      <Section title={m.place} tabs={["works", "figures"]} strong>
        <Facts
          pairs={[
            [
              m.location,
              `${messages.domain[`location.${work.locationClass}`]}${work.accuracyM === null ? "" : `, ${m.accuracy(lengthText(locale, work.accuracyM))}`}`,
            ],
            [m.villages, villages.length > 0 ? villages.join(", ") : null],
            [m.action, work.action],
            [m.owner, work.owner ?? m.unknown],
            [m.responsibleBody, work.responsibleBody ?? m.unknown],
            [m.projectGroup, work.projectGroup],
            [m.decision, plan?.decisionNo ?? null],
            [m.obstacle, report?.obstacle ?? null],
            [m.proposal, report?.proposal ?? null],
            [m.authority, report?.authority ?? null],
            [m.note, work.note],
          ]}
        />
      </Section>
      <Section title={m.reports} tabs={["works"]} strong>
        {reports.length === 0 ? (
          <p className="note">{m.noReports}</p>
        ) : (
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{m.period}</th>
                <th scope="col">{m.stage}</th>
                <th scope="col" className="number">
                  {m.progress}
                </th>
                <th scope="col" className="number">
                  {m.disbursedCumulative}
                </th>
              </tr>
            </thead>
            <tbody>
              {reports.map((row) => (
                <tr key={`${row.asOf} ${row.reportedOn}`}>
                  <th scope="row" className="nowrap">
                    {formatDate(locale, row.asOf)}
                    {row.correctionReason !== null && " ◆"}
                  </th>
                  <td>{messages.domain[`stage.${row.stage ?? "unknown"}`]}</td>
                  <td className="number">
                    {row.physicalProgress === null ? m.unknown : formatPercent(locale, row.physicalProgress)}
                  </td>
                  <td className="number">
                    {row.disbursedCumulative === null
                      ? m.unknown
                      : formatMoney(locale, row.disbursedCumulative)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Section>
    </>
  );
}

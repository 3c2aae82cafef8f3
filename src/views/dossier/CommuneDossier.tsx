import type { ReactNode } from "react";
import { countAnswers } from "@/analysis/hazardOfWorks";
import type { Commune } from "@/domain/commune";
import { formatMoney, formatNumber, formatPercent } from "@/i18n/format";
import { dossierMessages } from "@/i18n/messages/dossier";
import { situationMessages } from "@/i18n/messages/situation";
import { hazardHigh } from "@/indicators/hazardHigh";
import { physicalProgress } from "@/indicators/physicalProgress";
import { plannedProgress } from "@/indicators/plannedProgress";
import { populationDensity } from "@/indicators/populationDensity";
import { poverty } from "@/indicators/poverty";
import { LateTriangle } from "@/ui/icons";
import { amountOf } from "../explore/Money";
import { indicatorText, rankOf, rankText, valueText } from "../explore/valueText";
import { communeName, shareText } from "../explore/words";
import { usePage } from "../page/context";
import { communePath } from "../page/sitePages";
import { CodeSheet } from "./CodeSheet";
import { PovertyPart, TargetRows } from "./CommuneNeeds";
import { HazardPart, MapLegend, ObstacleList, PeriodTable, VillageTable } from "./CommuneRecord";
import { type CommuneFacts, type DossierData, isUnplaced, workDossierSources } from "./dossierFacts";
import { DossierFeedback, DossierHead, KeyFigure, Part, Savable, StageStrip } from "./Parts";
import { numberedSources, Ref, RefsProvider, SourceList } from "./Refs";
import { WorksTable } from "./WorksTable";

/** From so many works on their list fills a sheet: it gets one of its own, and what is short stays together on the first. */
const OWN_SHEET = 10;
/** From so many targets on their table is the longer of the two beside each other, and gets more of the width. */
const MANY_TARGETS = 8;
/** From this deviation on the drawn polygon is said to differ from the official area, percent. */
const DEVIATION_SAID = 2;

/**
 * A commune on paper: who it is, its map, its works and what they stand in on the first page; what the numbers rest on after it. Complete without
 * scripts.
 */
export function CommuneDossier({
  data,
  facts,
  map,
  locator,
}: {
  readonly data: DossierData;
  readonly facts: CommuneFacts;
  /** Null: there are no boundaries to draw. */
  readonly map: ReactNode;
  readonly locator: ReactNode;
}) {
  const page = usePage();
  const { locale, messages, snapshot } = page;
  const { commune, states, numbers } = facts;
  const m = dossierMessages[locale];
  const s = situationMessages[locale];
  const name = communeName(messages, commune);
  const unplaced = states.filter(isUnplaced).flatMap(({ work }) => numbers.get(work.workId) ?? []);
  const late = states.filter(({ lateness }) => lateness.answer === "yes").length;
  const several = states.filter(({ work }) => new Set(work.communeCodes).size > 1).length;
  const hasOwnSheet = states.length >= OWN_SHEET;
  const works = (
    <Part
      title={m.works}
      aside={states.length > 0 && <Ref ids={states.flatMap((state) => workDossierSourcesOf(data, state))} />}
    >
      {states.length === 0 ? (
        <p className="empty">{m.noWorks(name)}</p>
      ) : (
        <>
          <WorksTable facts={facts} />
          <p className="part__note">
            {unplaced.length > 0 && `${m.unplaced(unplaced.length, unplaced.join(", "))} `}
            {several > 0 && `${messages.explore.severalCommunes(several)}. `}
            {m.progressNote}
          </p>
        </>
      )}
    </Part>
  );
  const needs = (
    <div className={`dossier__two${facts.targets.length >= MANY_TARGETS ? " dossier__two--targets" : ""}`}>
      <PovertyPart facts={facts} />
      <TargetRows facts={facts} />
    </div>
  );
  const sourceLine = (
    <p className="dossier__source-line">
      {m.sourceLine(facts.sourceIds.length)} {m.boundaryLine}
    </p>
  );
  return (
    <RefsProvider value={numberedSources(facts.sourceIds)}>
      <DossierHead
        kicker={m[`kicker.${commune.unit}`]}
        name={name}
        path={communePath(commune.code)}
        file={`ct22-xa-${commune.code}-${snapshot.asOf}`}
        facts={<CommuneLines commune={commune} />}
      />
      <div className="dossier__first">
        <Savable id="ban-do" title={m.mapTitle(name)} className="dossier__where">
          <div className="dossier__map figure__drawing">
            {map ?? <p className="empty">{messages.explore.noBoundaries}</p>}
          </div>
          <div className="dossier__legend figure__legend">
            <MapLegend data={data} codes={[commune.code]} states={states} />
            {locator}
          </div>
        </Savable>
        <div className="dossier__keys">
          <CommuneKeys data={data} facts={facts} late={late} />
        </div>
      </div>
      {hasOwnSheet ? (
        <>
          {needs}
          {sourceLine}
          <div className="dossier__own-sheet">{works}</div>
        </>
      ) : (
        <>
          {works}
          {needs}
          {sourceLine}
        </>
      )}

      <div className="dossier__record">
        <p className="dossier__running" aria-hidden="true">
          {name} · {m.record}
        </p>
        <ObstacleList facts={facts} />
        <HazardPart data={data} facts={facts} />
        <PeriodTable data={data} facts={facts} />
        <VillageTable facts={facts} />
        <Part title={m.place}>
          <p className="part__note">
            {s.seat}: {commune.seat}.{" "}
            {commune.formerUnits.length > 0 && `${s.formerUnits}: ${commune.formerUnits.join(", ")}. `}
            {deviationText(commune) !== null &&
              s.drawnArea(
                formatNumber(locale, commune.drawnAreaKm2, 2),
                `${commune.drawnAreaKm2 > commune.areaKm2 ? "+" : ""}${formatPercent(locale, deviationText(commune) ?? 0)}`,
              )}{" "}
            {commune.relief !== null &&
              s.relief(
                formatPercent(locale, commune.relief.share100, 0),
                formatPercent(locale, commune.relief.share200, 0),
              )}{" "}
            <Ref ids={[commune.sourceId]} />
          </p>
        </Part>
        <Part id="nguon" title={m.sources}>
          <SourceList sourceIds={facts.sourceIds} />
          <DossierFeedback />
        </Part>
      </div>
      <CodeSheet facts={facts} name={name} />
    </RefsProvider>
  );

  function workDossierSourcesOf(all: DossierData, state: CommuneFacts["states"][number]): readonly string[] {
    const history = all.histories.get(state.work.workId);
    return history?.sources.map(({ sourceId }) => sourceId) ?? workDossierSources(all, state);
  }
}

/** Percent by which the drawn polygon differs; null where that is little. */
function deviationText({ drawnAreaKm2, areaKm2 }: Commune): number | null {
  const deviation = (100 * (drawnAreaKm2 - areaKm2)) / areaKm2;
  return Math.abs(deviation) >= DEVIATION_SAID ? deviation : null;
}

/** Code, area, people, status, and what it was merged from. */
function CommuneLines({ commune }: { readonly commune: Commune }) {
  const { locale, messages, snapshot } = usePage();
  const m = dossierMessages[locale];
  const status = snapshot.statuses.get(commune.code);
  return (
    <>
      <p>
        {[
          m.code(commune.code),
          messages.explore.area(formatNumber(locale, commune.areaKm2, 2, true)),
          messages.explore.population(formatNumber(locale, commune.population)),
          ...(commune.formerUnits.length > 0 ? [m.former(commune.formerUnits.join(", "))] : []),
        ].join(" · ")}{" "}
        <Ref ids={[commune.sourceId]} />
      </p>
      {(status !== undefined || snapshot.statuses.size === 0) && (
        <p>
          {status === undefined ? (
            <span className="muted">{messages.explore.statusUnknown}</span>
          ) : (
            <>
              {messages.explore.statusDifficult}
              {status.decisionNo !== null && ` (${status.decisionNo})`} <Ref ids={[status.sourceId]} />
            </>
          )}
        </p>
      )}
    </>
  );
}

/** The numbers of the first page, each with what it is a part of. */
function CommuneKeys({
  data,
  facts,
  late,
}: {
  readonly data: DossierData;
  readonly facts: CommuneFacts;
  readonly late: number;
}) {
  const { locale, messages, snapshot } = usePage();
  const { commune, states } = facts;
  const m = dossierMessages[locale];
  const e = messages.explore;
  const value = physicalProgress.measure(snapshot, commune.code);
  const rank = rankOf(snapshot, physicalProgress, commune.code);
  const plan = value.kind === "blank" ? null : plannedProgress(snapshot, commune.code);
  const gap = plan === null || value.kind === "blank" ? null : value.value - plan;
  const points = gap === null ? "" : formatNumber(locale, Math.abs(gap), 1);
  const isBehind = gap !== null && gap < 0 && points !== "0";
  const unknownLate = states.filter(({ lateness }) => lateness.answer === "unknown").length;
  const spent = amountOf(states, "disbursedCumulative");
  const allotted = amountOf(states, "capitalPlanCumulative");
  const reporting = states.filter(({ money }) => money.disbursedCumulative !== null).length;
  const cost = amountOf(states, "totalInvestment");
  const costed = states.filter(({ money }) => money.totalInvestment !== null).length;
  const answers = states.map(({ work }) => data.hazard.get(work.workId));
  const near = countAnswers(answers.map((answer) => answer?.near ?? "unknown"));
  const inside = countAnswers(answers.map((answer) => answer?.inside.answer ?? "unknown"));
  return (
    <>
      <section className="keys keys--lead">
        <h2 className="keys__title">
          {value.kind === "value" && value.coverage !== null
            ? m.progressOf(value.coverage.counted, value.coverage.of)
            : m.progressLabel}{" "}
          {value.sourceIds.length > 0 && <Ref ids={value.sourceIds} derived />}
        </h2>
        <div className="keys__lead">
          <p className={`keys__figure${value.kind === "blank" ? " keys__figure--words" : ""}`}>
            {valueText(messages, physicalProgress, value)}
          </p>
          <p className="keys__beside">
            {rank !== null && <span>{rankText(messages, rank)}</span>}
            {plan !== null && <span>{m.planToDate(formatPercent(locale, plan))}</span>}
            {value.kind === "blank" && <span>{e[`why.${value.blank}`]}</span>}
          </p>
        </div>
        {gap !== null && (
          <p className={isBehind ? "late strong" : "strong"}>
            {isBehind ? (
              <>
                <LateTriangle /> {m.behind(points)}
              </>
            ) : points === "0" ? (
              m.onPlan
            ) : (
              m.ahead(points)
            )}
          </p>
        )}
      </section>
      {states.length === 0 && (
        <section className="keys keys--stack">
          <h2 className="keys__title keys__title--strong">{m.situation}</h2>
          {[populationDensity, poverty, hazardHigh].map((indicator) => {
            const measured = indicator.measure(snapshot, commune.code);
            const isWords = measured.kind === "blank";
            return (
              <KeyFigure
                key={indicator.id}
                label={
                  <>
                    {indicatorText(messages, indicator.label)}{" "}
                    {measured.sourceIds.length > 0 && <Ref ids={measured.sourceIds} derived />}
                  </>
                }
                value={valueText(messages, indicator, measured)}
                isWords={isWords}
              >
                {measured.kind === "blank"
                  ? e[`why.${measured.blank}`]
                  : indicatorText(messages, indicator.definition)}
              </KeyFigure>
            );
          })}
        </section>
      )}
      {states.length > 0 && (
        <>
          <section className="keys">
            <h2 className="keys__title keys__title--strong">
              <span>{m.stages}</span>
              <span className={late > 0 ? "late" : "muted"}>
                {late > 0 && <LateTriangle />} {late === 0 && unknownLate > 0 ? m.lateNotSeen : m.late(late)}
                {unknownLate > 0 && <span className="muted"> · {e.lateUnknown(unknownLate)}</span>}
              </span>
            </h2>
            <StageStrip states={states} />
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
              {` · ${m.reporting(reporting, states.length)}`}
            </KeyFigure>
            <KeyFigure
              label={e.totalInvestment}
              value={cost === null ? m.notReported : formatMoney(locale, cost)}
              isWords={cost === null}
            >
              {m.costed(costed, states.length)}
            </KeyFigure>
          </section>
          <section className="keys">
            <h2 className="keys__title keys__title--strong">{m.nearTitle}</h2>
            <p className="answers">
              {(["yes", "no", "unknown"] as const).map((answer) => (
                <span key={answer}>
                  <strong>{near[answer]}</strong> {messages.domain[`answer.${answer}`]}
                </span>
              ))}
            </p>
            <p className="key__note">
              {m.insideLine(inside.yes, inside.no, inside.unknown)}{" "}
              {snapshot.hazardZones.length === 0 ? m.noHazardMap : m.hazardWhy}
            </p>
          </section>
        </>
      )}
    </>
  );
}

import type { Commune } from "@/domain/commune";
import { formatNumber, formatPartialDate, formatPercent } from "@/i18n/format";
import { useExplore } from "./context";
import { HazardAnswersOfWorks, HazardShares } from "./HazardAnswers";
import { IndicatorFigure } from "./IndicatorFigure";
import { Money } from "./Money";
import { PanelHead } from "./PanelHead";
import { Poverty } from "./Poverty";
import { Provenance } from "./Provenance";
import { Facts, Section } from "./Section";
import { StageBar } from "./StageBar";
import { Targets } from "./Targets";
import { LateSummary, WorksList } from "./WorksList";
import { communeName } from "./words";

/** From this deviation on the drawn polygon is said to differ from the official area (DATA.md › Rules). */
const DEVIATION_SAID = 2;

/** A commune: who it is, the indicator with its denominator and rank, works, money, hazard, poverty, targets. */
export function CommunePanel({ commune }: { readonly commune: Commune }) {
  const { messages, locale, snapshot } = useExplore();
  const m = messages.explore;
  const states = snapshot.worksByCommune.get(commune.code) ?? [];
  const waiting = states.filter(({ work }) => work.locationClass === "commune").length;
  const villages = snapshot.register.villages.filter(({ communeCode }) => communeCode === commune.code);
  const status = snapshot.statuses.get(commune.code);
  const deviation = (100 * (commune.drawnAreaKm2 - commune.areaKm2)) / commune.areaKm2;
  const events = snapshot.hazardEvents.filter(({ communeCodes }) => communeCodes.includes(commune.code));
  const facts = [
    m.area(formatNumber(locale, commune.areaKm2, 2, true)),
    m.population(formatNumber(locale, commune.population)),
  ];
  return (
    <>
      <PanelHead
        kicker={commune.unit === "ward" ? m.selectedWard : m.selectedCommune}
        name={communeName(messages, commune)}
        code={commune.code}
      >
        <div>
          {facts.join(" · ")} <Provenance sourceIds={[commune.sourceId]} />
        </div>
        {snapshot.statuses.size === 0 && <div className="muted">{m.statusUnknown}</div>}
        {status !== undefined && (
          <div>
            {m.statusDifficult} <Provenance sourceIds={[status.sourceId]} />
          </div>
        )}
      </PanelHead>
      <Section tabs={["works", "figures"]}>
        <IndicatorFigure commune={commune} />
      </Section>
      <Section title={m.works(states.length)} aside={<LateSummary states={states} />} tabs={["works"]} strong>
        {states.length === 0 ? (
          <p className="note">{snapshot.works === snapshot.allWorks ? m.noWorks : m.noWorksFiltered}</p>
        ) : (
          <>
            <StageBar states={states} />
            <WorksList states={states} />
            {waiting > 0 && <p className="pair__note">{m.inTray(waiting)}</p>}
          </>
        )}
      </Section>
      {states.length > 0 && <Money states={states} />}
      <Section title={m.hazard} tabs={["hazard", "figures"]} strong>
        <HazardShares code={commune.code} />
        {states.length > 0 && <HazardAnswersOfWorks states={states} />}
        {events.length > 0 && (
          <>
            <p className="pair__label">{m.hazardEvents}</p>
            <ul>
              {events.map((event) => (
                <li key={event.eventId} className="note">
                  {event.date === null ? m.unknown : formatPartialDate(locale, event.date)} ·{" "}
                  {messages.domain[`event.${event.type}`]}
                  {event.place !== null && `, ${event.place}`}: {event.description}{" "}
                  <Provenance sourceIds={[event.sourceId]} />
                </li>
              ))}
            </ul>
          </>
        )}
        <p className="pair__note">{m.hazardScale}</p>
      </Section>
      <Poverty level="commune" code={commune.code} />
      <Targets level="commune" code={commune.code} />
      <Section tabs={["figures"]}>
        <Facts
          pairs={[
            [m.seat, commune.seat],
            [
              m.villages,
              villages.length === 0 ? null : (
                <>
                  {m.villagesListed(villages.length)}{" "}
                  <Provenance sourceIds={villages.map(({ sourceId }) => sourceId)} />
                </>
              ),
            ],
            [m.formerUnits, commune.formerUnits.length > 0 ? commune.formerUnits.join(", ") : null],
          ]}
        />
        {Math.abs(deviation) >= DEVIATION_SAID && (
          <p className="pair__note">
            {m.drawnArea(
              formatNumber(locale, commune.drawnAreaKm2, 2),
              `${deviation > 0 ? "+" : ""}${formatPercent(locale, deviation)}`,
            )}
          </p>
        )}
        {commune.relief !== null && (
          <p className="pair__note">
            {m.relief(
              formatPercent(locale, commune.relief.share100, 0),
              formatPercent(locale, commune.relief.share200, 0),
            )}
          </p>
        )}
      </Section>
    </>
  );
}

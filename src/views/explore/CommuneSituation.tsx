import type { Commune } from "@/domain/commune";
import { formatNumber, formatPartialDate, formatPercent } from "@/i18n/format";
import { situationMessages } from "@/i18n/messages/situation";
import { communePath } from "../page/sitePages";
import { useExplore } from "./context";
import { HazardAnswersOfWorks } from "./HazardAnswers";
import { HazardShares } from "./HazardShares";
import { Poverty } from "./Poverty";
import { Provenance } from "./Provenance";
import { Facts, Section } from "./Section";
import { Targets } from "./Targets";

/** From this deviation on the drawn polygon is said to differ from the official area (DATA.md › Rules). */
const DEVIATION_SAID = 2;

/** What a commune's works stand in: hazard, poverty, targets, and the facts of the place. */
export function CommuneSituation({ commune }: { readonly commune: Commune }) {
  const { messages, locale, snapshot } = useExplore();
  const m = messages.explore;
  const s = situationMessages[locale];
  const states = snapshot.worksByCommune.get(commune.code) ?? [];
  const villages = snapshot.register.villages.filter(({ communeCode }) => communeCode === commune.code);
  const deviation = (100 * (commune.drawnAreaKm2 - commune.areaKm2)) / commune.areaKm2;
  const events = snapshot.hazardEvents.filter(({ communeCodes }) => communeCodes.includes(commune.code));
  return (
    <>
      <Section tabs={["works", "figures"]}>
        <a className="button" href={communePath(commune.code)}>
          {s.dossier}
        </a>
      </Section>
      <Section title={s.hazard} tabs={["hazard", "figures"]} strong>
        <HazardShares code={commune.code} />
        {states.length > 0 && <HazardAnswersOfWorks states={states} />}
        {events.length > 0 && (
          <>
            <p className="pair__label">{s.hazardEvents}</p>
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
            [s.seat, commune.seat],
            [
              m.villages,
              villages.length === 0 ? null : (
                <>
                  {s.villagesListed(villages.length)}{" "}
                  <Provenance sourceIds={villages.map(({ sourceId }) => sourceId)} />
                </>
              ),
            ],
            [s.formerUnits, commune.formerUnits.length > 0 ? commune.formerUnits.join(", ") : null],
          ]}
        />
        {Math.abs(deviation) >= DEVIATION_SAID && (
          <p className="pair__note">
            {s.drawnArea(
              formatNumber(locale, commune.drawnAreaKm2, 2),
              `${deviation > 0 ? "+" : ""}${formatPercent(locale, deviation)}`,
            )}
          </p>
        )}
        {commune.relief !== null && (
          <p className="pair__note">
            {s.relief(
              formatPercent(locale, commune.relief.share100, 0),
              formatPercent(locale, commune.relief.share200, 0),
            )}
          </p>
        )}
      </Section>
    </>
  );
}

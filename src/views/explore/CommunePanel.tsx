import { lazy, Suspense } from "react";
import type { Commune } from "@/domain/commune";
import { formatNumber } from "@/i18n/format";
import { useExplore } from "./context";
import { IndicatorFigure } from "./IndicatorFigure";
import { Money } from "./Money";
import { PanelHead } from "./PanelHead";
import { Provenance } from "./Provenance";
import { Section } from "./Section";
import { StageBar } from "./StageBar";
import { LateSummary, WorksList } from "./WorksList";
import { communeName } from "./words";

/** Below the first screen of the panel, and partly worked out with a geometry library: its code comes a moment after. */
const CommuneSituation = lazy(() =>
  import("./CommuneSituation").then((module) => ({ default: module.CommuneSituation })),
);

/** A commune: who it is, the indicator with its denominator and rank, works, money, hazard, poverty, targets. */
export function CommunePanel({ commune }: { readonly commune: Commune }) {
  const { messages, locale, snapshot } = useExplore();
  const m = messages.explore;
  const states = snapshot.worksByCommune.get(commune.code) ?? [];
  const waiting = states.filter(({ work }) => work.locationClass === "commune").length;
  const status = snapshot.statuses.get(commune.code);
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
      <Suspense fallback={null}>
        <CommuneSituation commune={commune} />
      </Suspense>
    </>
  );
}

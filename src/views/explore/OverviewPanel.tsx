import { memo } from "react";
import { PLAN_TOTALS, SECTORS } from "@/domain/work";
import type { MapScene } from "@/scene/scene";
import { useExplore, useShown } from "./context";
import { IndicatorFigure } from "./IndicatorFigure";
import { Money } from "./Money";
import { Section } from "./Section";
import { ShortTable } from "./ShortTable";
import { StageBar } from "./StageBar";
import { indicatorText, valueText } from "./valueText";
import { SectorIcon } from "./WorkIcon";
import { LateSummary, WorksList } from "./WorksList";

/** What the page says before anything is chosen: one sentence, one figure, works, the first and last communes. */
export function OverviewPanel({ scene }: { readonly scene: MapScene }) {
  const { messages, snapshot } = useExplore();
  const { indicator } = useShown();
  const m = messages.explore;
  const overall = indicator.overall(snapshot);
  const ranked = scene.table.filter(({ number }) => number !== null);
  const [top, bottom] = [ranked[0], ranked.at(-1)];
  const name = indicatorText(messages, indicator.label);
  const headline =
    overall.kind === "value" && top !== undefined && bottom !== undefined
      ? m.headline(
          name,
          valueText(messages, indicator, overall),
          `${top.name} (${top.value})`,
          `${bottom.name} (${bottom.value})`,
        )
      : m.headlineWithoutValue(name);
  return (
    <>
      <div className="panel__top">
        <p className="panel__kicker">{scene.title}</p>
        <h2 className="headline">{headline}</h2>
        <p className="panel__facts">{scene.subtitle}</p>
        <hr className="panel__rule" />
      </div>
      <Section tabs={["figures"]}>
        <IndicatorFigure commune={null} />
      </Section>
      <ShortTable table={scene.table} />
      <ProgrammeWorks />
      <Section tabs={["hazard"]}>
        <p className="note">{m.hazardScale}</p>
      </Section>
      <Section tabs={["figures", "table"]}>
        <p className="note">{scene.description}</p>
        <ul>
          {scene.notes.map((note) => (
            <li key={note} className="pair__note">
              {note}
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}

/** The works of the Programme, the late ones by name, and their money; the same whatever colours the map. */
const ProgrammeWorks = memo(function ProgrammeWorks() {
  const { messages, snapshot } = useExplore();
  const isListed = snapshot.allWorks.some(({ work }) => work.inPlan97 === "yes");
  const inPlan = snapshot.works.filter(({ work }) => work.inPlan97 === "yes");
  const late = inPlan.filter(({ lateness }) => lateness.answer === "yes");
  if (!isListed) return <WithoutRegister others={snapshot.allWorks.length} />;
  if (inPlan.length === 0) return <p className="note">{messages.explore.noWorksFiltered}</p>;
  return (
    <>
      <Section
        title={messages.explore.works(inPlan.length)}
        aside={<LateSummary states={inPlan} />}
        tabs={["works"]}
        strong
      >
        <StageBar states={inPlan} />
        {late.length > 0 && <WorksList states={late} />}
      </Section>
      <Money states={inPlan} />
    </>
  );
});

/** While the list of the 97 is not public: what the province plan states, and who can supply the rest. */
function WithoutRegister({ others }: { readonly others: number }) {
  const { messages } = useExplore();
  const m = messages.explore;
  return (
    <Section title={`${m.officialWorks} · ${m.officialList}`} tabs={["works", "figures"]} strong>
      <div className="tiles">
        {SECTORS.flatMap((sector) => {
          const total = PLAN_TOTALS[sector];
          return total === undefined
            ? []
            : [
                <div key={sector} className="tile">
                  <p className="tile__value">{total}</p>
                  <p className="tile__label">
                    <SectorIcon sector={sector} /> {messages.domain[`sector.${sector}`]}
                  </p>
                </div>,
              ];
        })}
      </div>
      {others > 0 && <p className="note">{m.officialOther(others)}</p>}
      <h3 className="section__title">{m.officialMissing}</h3>
      <ul>
        {(["register", "status", "poverty", "hazard"] as const).map((what) => (
          <li key={what} className="note">
            {m[`missing.${what}`]}
          </li>
        ))}
      </ul>
    </Section>
  );
}

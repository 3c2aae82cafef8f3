import type { Village } from "@/domain/village";
import { panelsMessages } from "@/i18n/messages/panels";
import { useExplore } from "./context";
import { PanelHead } from "./PanelHead";
import { Poverty } from "./Poverty";
import { Provenance } from "./Provenance";
import { Facts, Section } from "./Section";
import { WorksList } from "./WorksList";
import { communeName, lengthText } from "./words";

/** A village: where, how well that is known, poverty, the works that name it. */
export function VillagePanel({ village }: { readonly village: Village }) {
  const { messages, locale, snapshot, communeByCode, select } = useExplore();
  const m = messages.explore;
  const d = panelsMessages[locale];
  const commune = communeByCode.get(village.communeCode);
  const works = snapshot.works.filter(({ work }) => work.villageIds.includes(village.villageId));
  return (
    <>
      <PanelHead kicker={d.selectedVillage} name={village.name}>
        {commune !== undefined && (
          <button
            type="button"
            className="button button--text"
            onClick={() => select({ type: "commune", id: commune.code })}
          >
            {d.villagePlace(communeName(messages, commune))}
          </button>
        )}{" "}
        <Provenance sourceIds={[village.sourceId]} />
      </PanelHead>
      <Section tabs={["figures", "hazard"]}>
        <p className="note">
          {village.point === null || village.accuracyM === null
            ? d.villageNoPoint
            : d.villageAccuracy(lengthText(locale, village.accuracyM))}
        </p>
        <Facts pairs={[[d.villageAliases, village.aliases.length > 0 ? village.aliases.join(", ") : null]]} />
      </Section>
      <Poverty level="village" code={village.villageId} />
      <Section title={d.villageWorks} aside={String(works.length)} tabs={["works"]} strong>
        {works.length === 0 ? (
          <p className="note">{snapshot.works === snapshot.allWorks ? m.noWorks : m.noWorksFiltered}</p>
        ) : (
          <WorksList states={works} />
        )}
      </Section>
    </>
  );
}

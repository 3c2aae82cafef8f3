import type { HazardZone } from "@/domain/hazard";
import { formatDate } from "@/i18n/format";
import { panelsMessages } from "@/i18n/messages/panels";
import { useExplore } from "./context";
import { PanelHead } from "./PanelHead";
import { Provenance } from "./Provenance";
import { Facts, Section } from "./Section";

/** A landslide zone: class, method, date; and what the class is not. */
export function ZonePanel({ zone }: { readonly zone: HazardZone }) {
  const { messages, locale } = useExplore();
  const m = messages.explore;
  const d = panelsMessages[locale];
  return (
    <>
      <PanelHead kicker={d.selectedZone} name={m.zoneName(messages.domain[`hazard.${zone.hazardClass}`])}>
        <Provenance sourceIds={[zone.sourceId]} />
      </PanelHead>
      <Section tabs={["hazard", "figures"]}>
        <Facts
          pairs={[
            [d.zoneClass, messages.domain[`hazard.${zone.hazardClass}`]],
            [d.zoneMethod, zone.method],
            [d.zoneDate, formatDate(locale, zone.recordedOn)],
            [d.zoneId, zone.zoneId],
          ]}
        />
        <p className="note">{m.hazardScale}</p>
      </Section>
    </>
  );
}

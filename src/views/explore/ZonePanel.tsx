import type { HazardZone } from "@/domain/hazard";
import { formatDate } from "@/i18n/format";
import { useExplore } from "./context";
import { PanelHead } from "./PanelHead";
import { Provenance } from "./Provenance";
import { Facts, Section } from "./Section";

/** A landslide zone: class, method, date; and what the class is not. */
export function ZonePanel({ zone }: { readonly zone: HazardZone }) {
  const { messages, locale } = useExplore();
  const m = messages.explore;
  return (
    <>
      <PanelHead kicker={m.selectedZone} name={m.zoneName(messages.domain[`hazard.${zone.hazardClass}`])}>
        <Provenance sourceIds={[zone.sourceId]} />
      </PanelHead>
      <Section tabs={["hazard", "figures"]}>
        <Facts
          pairs={[
            [m.zoneClass, messages.domain[`hazard.${zone.hazardClass}`]],
            [m.zoneMethod, zone.method],
            [m.zoneDate, formatDate(locale, zone.recordedOn)],
            [m.zoneId, zone.zoneId],
          ]}
        />
        <p className="note">{m.hazardScale}</p>
      </Section>
    </>
  );
}

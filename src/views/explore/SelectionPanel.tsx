import { isCommuneCode } from "@/domain/commune";
import type { MapScene } from "@/scene/scene";
import { CommunePanel } from "./CommunePanel";
import { type Explore, useExplore } from "./context";
import { OverviewPanel } from "./OverviewPanel";
import { VillagePanel } from "./VillagePanel";
import { WorkPanel } from "./WorkPanel";
import { communeName } from "./words";
import { ZonePanel } from "./ZonePanel";

/** What is selected, found in the register; null: nothing, or its dataset is not there. */
function found({ view, snapshot, communeByCode, villageById }: Explore) {
  const { selection } = view;
  if (selection === null) return null;
  const { type, id } = selection;
  if (type === "commune") {
    const commune = isCommuneCode(id) ? communeByCode.get(id) : undefined;
    return commune === undefined ? null : ({ type, commune } as const);
  }
  if (type === "work") {
    const state = snapshot.workById.get(id);
    return state === undefined ? null : ({ type, state } as const);
  }
  if (type === "village") {
    const village = villageById.get(id);
    return village === undefined ? null : ({ type, village } as const);
  }
  const zone = snapshot.hazardZones.find(({ zoneId }) => zoneId === id);
  return zone === undefined ? null : ({ type, zone } as const);
}

/** The name of what the right panel shows. */
export function selectionTitle(explore: Explore): string {
  const subject = found(explore);
  const { messages } = explore;
  if (subject === null) return messages.explore.provinceName;
  if (subject.type === "commune") return communeName(messages, subject.commune);
  if (subject.type === "work") return subject.state.work.name;
  if (subject.type === "village") return subject.village.name;
  return messages.explore.zoneName(messages.domain[`hazard.${subject.zone.hazardClass}`]);
}

/** The right panel: what is selected, or the overview. */
export function SelectionPanel({ scene }: { readonly scene: MapScene }) {
  const subject = found(useExplore());
  if (subject === null) return <OverviewPanel scene={scene} />;
  if (subject.type === "commune") return <CommunePanel commune={subject.commune} />;
  if (subject.type === "work") return <WorkPanel state={subject.state} />;
  if (subject.type === "village") return <VillagePanel village={subject.village} />;
  return <ZonePanel zone={subject.zone} />;
}

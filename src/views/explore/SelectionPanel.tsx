import { memo } from "react";
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
function found({ selection, snapshot, communeByCode, villageById }: Explore) {
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

/** What they say does not depend on what colours the map: only the figure inside them follows it. */
const Commune = memo(CommunePanel);
const Work = memo(WorkPanel);
const Village = memo(VillagePanel);
const Zone = memo(ZonePanel);

/** The right panel: what is selected, or the overview. */
export function SelectionPanel({ scene }: { readonly scene: MapScene }) {
  const subject = found(useExplore());
  if (subject === null) return <OverviewPanel scene={scene} />;
  if (subject.type === "commune") return <Commune commune={subject.commune} />;
  if (subject.type === "work") return <Work state={subject.state} />;
  if (subject.type === "village") return <Village village={subject.village} />;
  return <Zone zone={subject.zone} />;
}

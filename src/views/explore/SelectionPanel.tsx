import { lazy, memo, Suspense } from "react";
import { isCommuneCode } from "@/domain/commune";
import type { MapScene } from "@/scene/scene";
import { CommunePanel } from "./CommunePanel";
import { type Explore, useExplore } from "./context";
import { OverviewPanel } from "./OverviewPanel";
import { communeName } from "./words";

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
/** Opened later than a commune, so their code comes when they are. */
const Work = memo(
  lazy(() => {
    // Asked for with the panel, not by it: one round trip less. Should it fail, the panel asks again and says so.
    import("./work/WorkHistory").catch(() => {});
    return import("./WorkPanel").then(({ WorkPanel }) => ({ default: WorkPanel }));
  }),
);
const Village = memo(
  lazy(() => import("./VillagePanel").then(({ VillagePanel }) => ({ default: VillagePanel }))),
);
const Zone = memo(lazy(() => import("./ZonePanel").then(({ ZonePanel }) => ({ default: ZonePanel }))));

/** The right panel: what is selected, or the overview. */
export function SelectionPanel({ scene }: { readonly scene: MapScene }) {
  const subject = found(useExplore());
  if (subject === null) return <OverviewPanel scene={scene} />;
  if (subject.type === "commune") return <Commune commune={subject.commune} />;
  return (
    <Suspense fallback={null}>
      {subject.type === "work" && <Work state={subject.state} />}
      {subject.type === "village" && <Village village={subject.village} />}
      {subject.type === "zone" && <Zone zone={subject.zone} />}
    </Suspense>
  );
}

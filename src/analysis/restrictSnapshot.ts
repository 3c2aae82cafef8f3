import { booleanPointInPolygon, polygon } from "@turf/turf";
import type { Commune, CommuneCode } from "@/domain/commune";
import type { LonLat } from "@/domain/units";
import type { Snapshot, WorkState } from "./snapshot";

/**
 * The snapshot as if the province were these communes alone: what an indicator says `overall` is then said of the group, by the same
 * rule (weighted sums over what is known, never a mean of percentages). A work that touches the group counts once and whole, also when
 * it lies in other communes too; one whose commune is unknown belongs to no group. Rows about the province or about villages elsewhere are gone; zones and assessed ground stay.
 */
export function restrictSnapshot(snapshot: Snapshot, codes: ReadonlySet<CommuneCode>): Snapshot {
  const { register } = snapshot;
  const isInside = ({ work }: WorkState) => work.communeCodes.some((code) => codes.has(code));
  const villages = register.villages.filter(({ communeCode }) => codes.has(communeCode));
  const villageIds = new Set(villages.map(({ villageId }) => villageId));
  const belongs = (level: string, code: string) =>
    (level === "commune" && [...codes].some((own) => own === code)) ||
    (level === "village" && villageIds.has(code));
  const allWorks = snapshot.allWorks.filter(isInside);
  const ofCodes = <Value>(values: ReadonlyMap<CommuneCode, Value>) =>
    new Map([...values].filter(([code]) => codes.has(code)));
  return {
    ...snapshot,
    register: {
      ...register,
      communes: register.communes.filter(({ code }) => codes.has(code)),
      villages,
    },
    // The same list where nothing is filtered: that they are one says so.
    works: snapshot.works === snapshot.allWorks ? allWorks : snapshot.works.filter(isInside),
    allWorks,
    worksByCommune: ofCodes(snapshot.worksByCommune),
    statuses: ofCodes(snapshot.statuses),
    poverty: new Map(
      [...snapshot.poverty].filter(([, { areaLevel, areaCode }]) => belongs(areaLevel, areaCode)),
    ),
    hazardShares: ofCodes(snapshot.hazardShares),
  };
}

/** Fewer corners enclose nothing. */
const LEAST_CORNERS = 3;

/**
 * The communes a loop drawn on the map takes: those whose label point (a point well inside the commune) lies in it or on its edge,
 * whatever of their area lies outside. By even–odd where the loop crosses itself. Lon lat WGS 84, the loop need not be closed. In the
 * order of the register; empty for a loop of fewer than three corners.
 */
export function communesInLoop(
  communes: readonly Pick<Commune, "code" | "labelPoint">[],
  loop: readonly LonLat[],
): readonly CommuneCode[] {
  const [first] = loop;
  const corners = new Set(loop.map((corner) => corner.join(" ")));
  if (first === undefined || corners.size < LEAST_CORNERS) return [];
  const area = polygon([[...loop, first].map(([lon, lat]) => [lon, lat])]);
  return communes
    .filter(({ labelPoint }) => booleanPointInPolygon([labelPoint[0], labelPoint[1]], area))
    .map(({ code }) => code);
}

import type { Snapshot } from "@/analysis/snapshot";
import type { HazardShare } from "@/domain/hazard";
import type { Indicator, IndicatorValue } from "./indicator";
import { blank, sum } from "./programmeWorks";

/** From this share of unassessed ground on, nothing is known of a commune. */
const WHOLLY_UNASSESSED = 99.5;

const sourcesOf = (snapshot: Snapshot): readonly string[] => [
  ...new Set([...snapshot.hazardZones, ...snapshot.hazardAssessed].map(({ sourceId }) => sourceId)),
];

function value(snapshot: Snapshot, high: number, unassessed: number, areaKm2: number): IndicatorValue {
  return {
    kind: "value",
    value: high,
    fraction: { numerator: (high * areaKm2) / 100, denominator: areaKm2, unit: "km2" },
    coverage: null,
    asides: [{ label: "landslide.unassessed", value: unassessed, unit: "percent" }],
    notes: unassessed > 0.05 ? ["landslide.partlyAssessed"] : [],
    sourceIds: sourcesOf(snapshot),
  };
}

const high = (share: HazardShare): number => share.high + share.veryHigh;

function overall(snapshot: Snapshot): IndicatorValue {
  const parts = snapshot.register.communes.flatMap((commune) => {
    const share = snapshot.hazardShares.get(commune.code);
    return share === undefined ? [] : [{ share, areaKm2: commune.areaKm2 }];
  });
  const area = sum(parts.map(({ areaKm2 }) => areaKm2));
  if (area === 0) return blank("unassessed");
  const mean = (pick: (share: HazardShare) => number) =>
    sum(parts.map(({ share, areaKm2 }) => pick(share) * areaKm2)) / area;
  const unassessed = mean((share) => share.unassessed);
  return unassessed >= WHOLLY_UNASSESSED
    ? blank("unassessed", sourcesOf(snapshot))
    : value(snapshot, mean(high), unassessed, area);
}

/** Share of the commune's area in high and very high susceptibility. Unassessed ground is neither high nor safe: its share stands beside. */
export const hazardHigh: Indicator = {
  id: "hazard-high",
  ramp: "hazard",
  unit: "percent",
  digits: 1,
  breaks: { kind: "fixed", breaks: [5, 10, 20, 40], extent: [0, 100], version: "1" },
  zeroApart: true,
  direction: "more-is-worse",
  label: "landslide.label",
  unitText: "landslide.unit",
  definition: "landslide.definition",
  needs: ["hazard-shares"],
  measure: (snapshot, code) => {
    const share = snapshot.hazardShares.get(code);
    const commune = snapshot.register.communes.find((candidate) => candidate.code === code);
    if (share === undefined || commune === undefined || share.unassessed >= WHOLLY_UNASSESSED)
      return blank("unassessed", sourcesOf(snapshot));
    return value(snapshot, high(share), share.unassessed, commune.areaKm2);
  },
  overall,
};

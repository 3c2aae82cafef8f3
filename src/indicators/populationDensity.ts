import type { Commune } from "@/domain/commune";
import type { Indicator, IndicatorValue } from "./indicator";
import { blank, sum } from "./programmeWorks";

function densityOf(communes: readonly Commune[]): IndicatorValue {
  const area = sum(communes.map(({ areaKm2 }) => areaKm2));
  if (area <= 0) return blank("no-data");
  const people = sum(communes.map(({ population }) => population));
  return {
    kind: "value",
    value: people / area,
    fraction: null,
    coverage: null,
    asides: [],
    notes: [],
    sourceIds: [...new Set(communes.map(({ sourceId }) => sourceId))],
  };
}

/** Official population over official area (not the drawn one), persons per km². */
export const populationDensity: Indicator = {
  id: "population-density",
  ramp: "progress",
  unit: "persons-per-km2",
  digits: 0,
  breaks: { kind: "from-data", count: 5 },
  zeroApart: false,
  direction: "neutral",
  label: "density.label",
  unitText: "density.unit",
  definition: "density.definition",
  needs: ["communes"],
  measure: ({ register }, code) => densityOf(register.communes.filter((commune) => commune.code === code)),
  overall: ({ register }) => densityOf(register.communes),
};

import type { Translation } from "../../locale";
import type { indicators as vietnamese } from "../vi/indicators";

export const indicators: Translation<typeof vietnamese> = {
  coverage: (counted: string, of: string) => `based on ${counted} of ${of} works`,
  coverageWeight: (share: string) => `${share} of total investment`,
  "progress.label": "Physical progress",
  "progress.unit": "% of the work",
  "progress.definition":
    "Percent of work done, mean weighted by total investment of the works in the commune",
  "progress.unweighted": "Total investment is unknown: all works weigh alike.",
  "progress.withoutCost": "Works of unknown total investment are left out of the mean.",
  "disbursement.label": "Disbursement this year",
  "disbursement.unit": "% of the year's capital plan",
  "disbursement.definition":
    "Disbursed since 1 January over the year's capital plan, carried-over capital included",
  "disbursement.cumulative": "Cumulative disbursement, % of allocated capital",
  "finished.label": "Works finished",
  "finished.unit": "% of works",
  "finished.definition":
    "Works handed over, settled or accepted in full, of all works of the Programme in the commune",
  "finished.atLeast": "Some works have not reported: at least so many are finished.",
  "late.label": "Works behind plan",
  "late.unit": "% of works",
  "late.definition": "Works past their planned start or completion, of the works for which this can be told",
  "reporting.label": "Reporting completeness",
  "reporting.unit": "% of works owing a report",
  "reporting.definition": "Works with a report of this period, of the works that owe one",
  "poverty.label": "Multidimensional poverty",
  "poverty.unit": "% of households",
  "poverty.definition": "Poor and near-poor households of all households, latest review year",
  "poverty.poor": "Poor households",
  "poverty.nearPoor": "Near-poor households",
  "poverty.year": "Review year",
  "poverty.standard2022": "Poverty standard 2022–2025, in force to the end of 2026.",
  "poverty.standard2027": "Poverty standard 2027–2030: not comparable with years before 2027.",
  "poverty.standardUnstated": "The source does not state the poverty standard.",
  "poverty.standardsMixed": "Communes use two different poverty standards: not directly comparable.",
  "landslide.label": "High landslide susceptibility",
  "landslide.unit": "% of area",
  "landslide.definition":
    "Area in high and very high zones over the commune's area; unassessed ground is stated apart",
  "landslide.unassessed": "Unassessed ground",
  "landslide.partlyAssessed": "Part of the commune is not assessed: the true share may be higher.",
  "investmentPerInhabitant.label": "Investment per inhabitant",
  "investmentPerInhabitant.unit": "m đ per person",
  "investmentPerInhabitant.definition":
    "Total investment of the works in the commune over its population; works in several communes are split equally",
  "investmentPerPoorHousehold.label": "Investment per poor household",
  "investmentPerPoorHousehold.unit": "m đ per household",
  "investmentPerPoorHousehold.definition":
    "Total investment of the works in the commune over poor and near-poor households; works in several communes are split equally",
  "density.label": "Population density",
  "density.unit": "people/km²",
  "density.definition": "Population over natural area, official figures of the 2025 reorganisation",
};

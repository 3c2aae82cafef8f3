import type { Snapshot } from "@/analysis/snapshot";
import type { CommuneCode } from "@/domain/commune";
import type { IndicatorValue } from "./indicator";
import { blank, blankOfWorks, programmeWorks, type SharedWork, sum, workSources } from "./programmeWorks";

/** What is invested in an area, and how many of its works say so. */
export interface Investment {
  readonly works: readonly SharedWork[];
  /** Triệu đồng, shares of works in several communes split equally. */
  readonly total: number;
  readonly counted: number;
}

/** Total investment planned in an area on the day; a blank when there is nothing to sum. Works of no known commune serve nobody known. */
export function investmentIn(snapshot: Snapshot, commune: CommuneCode | null): Investment | IndicatorValue {
  const works = programmeWorks(snapshot, commune).filter(({ state }) => state.work.communeCodes.length > 0);
  if (works.length === 0) return blankOfWorks(works, snapshot);
  const stated = works.filter(({ state }) => state.money.totalInvestment !== null);
  if (stated.length === 0) return blank("no-data", workSources(works));
  return {
    works,
    total: sum(stated.map(({ state, share }) => (state.money.totalInvestment ?? 0) * share)),
    counted: stated.length,
  };
}

/** Investment over a number of people or households > 0. */
export const investmentPer = (
  { works, total, counted }: Investment,
  denominator: number,
  unit: "persons" | "poor-households",
  sourceIds: readonly string[],
): IndicatorValue => ({
  kind: "value",
  value: total / denominator,
  fraction: { numerator: total, denominator, unit },
  coverage: { counted, of: works.length, weightShare: null },
  asides: [],
  notes: [],
  sourceIds: [...new Set([...workSources(works), ...sourceIds])],
});

import type { Snapshot } from "@/analysis/snapshot";
import type { CommuneCode } from "@/domain/commune";
import type { Indicator, IndicatorValue } from "./indicator";
import { investmentIn, investmentPer } from "./investment";
import { blank, sum } from "./programmeWorks";

function measure(snapshot: Snapshot, code: CommuneCode | null): IndicatorValue {
  const investment = investmentIn(snapshot, code);
  if ("kind" in investment) return investment;
  // Over the province only the people of communes with works are counted: the others are not the Programme's.
  const served = snapshot.register.communes.filter((commune) =>
    code === null
      ? investment.works.some(({ state }) => state.work.communeCodes.includes(commune.code))
      : commune.code === code,
  );
  const people = sum(served.map(({ population }) => population));
  const sourceIds = [...new Set(served.map(({ sourceId }) => sourceId))];
  return people > 0 ? investmentPer(investment, people, "persons", sourceIds) : blank("no-data", sourceIds);
}

/** Total investment of the Programme's works per inhabitant (official population), triệu đồng a person. */
export const investmentPerInhabitant: Indicator = {
  id: "investment-per-inhabitant",
  ramp: "progress",
  unit: "million-vnd",
  digits: 1,
  breaks: { kind: "from-data", count: 5 },
  zeroApart: false,
  direction: "neutral",
  label: "investmentPerInhabitant.label",
  unitText: "investmentPerInhabitant.unit",
  definition: "investmentPerInhabitant.definition",
  needs: ["works", "work-plans", "communes"],
  measure,
  overall: (snapshot) => measure(snapshot, null),
};

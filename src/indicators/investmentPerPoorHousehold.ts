import type { Snapshot } from "@/analysis/snapshot";
import { povertyKey } from "@/analysis/takeSnapshot";
import type { CommuneCode } from "@/domain/commune";
import type { Indicator, IndicatorValue } from "./indicator";
import { investmentIn, investmentPer } from "./investment";
import { blank, sum } from "./programmeWorks";

function measure(snapshot: Snapshot, code: CommuneCode | null): IndicatorValue {
  const investment = investmentIn(snapshot, code);
  if ("kind" in investment) return investment;
  const codes =
    code === null ? [...new Set(investment.works.flatMap(({ state }) => state.work.communeCodes))] : [code];
  const rows = codes.map((area) => snapshot.poverty.get(povertyKey("commune", area)));
  const counts = rows.flatMap((row) =>
    row !== undefined && typeof row.poor === "number" && typeof row.nearPoor === "number"
      ? [row.poor + row.nearPoor]
      : [],
  );
  const sourceIds = [...new Set(rows.flatMap((row) => row?.sourceId ?? []))];
  // One unknown commune would make the quotient of the province too large.
  if (counts.length < codes.length) {
    const isWithheld = rows.some((row) => row?.poor === "suppressed" || row?.nearPoor === "suppressed");
    return blank(isWithheld ? "suppressed" : "no-data", sourceIds);
  }
  const households = sum(counts);
  return households > 0
    ? investmentPer(investment, households, "poor-households", sourceIds)
    : blank("not-applicable", sourceIds);
}

/** Total investment of the Programme's works per poor or near-poor household, triệu đồng a household. */
export const investmentPerPoorHousehold: Indicator = {
  id: "investment-per-poor-household",
  ramp: "progress",
  unit: "million-vnd",
  digits: 0,
  breaks: { kind: "from-data", count: 5 },
  zeroApart: false,
  direction: "neutral",
  label: "investmentPerPoorHousehold.label",
  unitText: "investmentPerPoorHousehold.unit",
  definition: "investmentPerPoorHousehold.definition",
  needs: ["works", "work-plans", "poverty"],
  measure,
  overall: (snapshot) => measure(snapshot, null),
};

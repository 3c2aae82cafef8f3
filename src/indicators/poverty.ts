import type { Snapshot } from "@/analysis/snapshot";
import { povertyKey } from "@/analysis/takeSnapshot";
import type { Count, Poverty } from "@/domain/poverty";
import type { Indicator, IndicatorValue } from "./indicator";
import { blank, sum } from "./programmeWorks";

const rate = (part: Count, whole: Count): number | null =>
  typeof part === "number" && typeof whole === "number" && whole > 0 ? (part / whole) * 100 : null;

function ofRow(row: Poverty | undefined): IndicatorValue {
  if (row === undefined) return blank("no-data");
  const { households, poor, nearPoor } = row;
  const notes =
    row.standard === "2022-2025"
      ? (["poverty.standard2022"] as const)
      : row.standard === "2027-2030"
        ? (["poverty.standard2027"] as const)
        : (["poverty.standardUnstated"] as const);
  const asides = (poorRate: number | null, nearPoorRate: number | null) => [
    { label: "poverty.poor" as const, value: poorRate, unit: "percent" as const },
    { label: "poverty.nearPoor" as const, value: nearPoorRate, unit: "percent" as const },
    { label: "poverty.year" as const, value: row.year, unit: "year" as const },
  ];
  if ([households, poor, nearPoor].includes("suppressed")) return blank("suppressed", [row.sourceId]);
  const [poorRate, nearPoorRate] = [rate(poor, households), rate(nearPoor, households)];
  if (
    typeof households === "number" &&
    typeof poor === "number" &&
    typeof nearPoor === "number" &&
    households > 0
  )
    return {
      kind: "value",
      value: ((poor + nearPoor) / households) * 100,
      fraction: { numerator: poor + nearPoor, denominator: households, unit: "households" },
      coverage: null,
      asides: asides(poorRate, nearPoorRate),
      notes,
      sourceIds: [row.sourceId],
    };
  // A plan may state the rates alone; they are quoted, never turned into households.
  if (row.poorRate !== null && row.nearPoorRate !== null)
    return {
      kind: "value",
      value: row.poorRate + row.nearPoorRate,
      fraction: null,
      coverage: null,
      asides: asides(row.poorRate, row.nearPoorRate),
      notes,
      sourceIds: [row.sourceId],
    };
  return blank("no-data", [row.sourceId]);
}

/** The province's own row when one is published; else the sum over communes with counts, coverage stated. */
function overall(snapshot: Snapshot): IndicatorValue {
  const own = snapshot.poverty.get(povertyKey("province", "24"));
  if (own !== undefined) return ofRow(own);
  const { communes } = snapshot.register;
  const rows = communes.flatMap(({ code }) => {
    const row = snapshot.poverty.get(povertyKey("commune", code));
    return row !== undefined &&
      typeof row.households === "number" &&
      typeof row.poor === "number" &&
      typeof row.nearPoor === "number"
      ? [
          {
            households: row.households,
            counted: row.poor + row.nearPoor,
            standard: row.standard,
            sourceId: row.sourceId,
          },
        ]
      : [];
  });
  const households = sum(rows.map((row) => row.households));
  if (households === 0) return blank("no-data");
  const counted = sum(rows.map((row) => row.counted));
  return {
    kind: "value",
    value: (counted / households) * 100,
    fraction: { numerator: counted, denominator: households, unit: "households" },
    coverage: { counted: rows.length, of: communes.length, weightShare: null },
    asides: [],
    notes: new Set(rows.map((row) => row.standard)).size > 1 ? ["poverty.standardsMixed"] : [],
    sourceIds: [...new Set(rows.map((row) => row.sourceId))],
  };
}

/** Nghèo đa chiều: poor + near-poor households of all households (QĐ 71/QĐ-LĐTBXH), latest review year known on the day. */
export const poverty: Indicator = {
  id: "poverty",
  ramp: "poverty",
  unit: "percent",
  digits: 2,
  breaks: { kind: "fixed", breaks: [3, 6, 10, 15], extent: [0, 30], version: "1" },
  zeroApart: false,
  direction: "more-is-worse",
  label: "poverty.label",
  unitText: "poverty.unit",
  definition: "poverty.definition",
  needs: ["poverty"],
  measure: (snapshot, commune) => ofRow(snapshot.poverty.get(povertyKey("commune", commune))),
  overall,
};

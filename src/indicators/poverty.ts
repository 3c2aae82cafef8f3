import type { Snapshot } from "@/analysis/snapshot";
import { povertyKey } from "@/analysis/takeSnapshot";
import type { Count, Poverty } from "@/domain/poverty";
import type { IndicatorMessageKey } from "@/i18n/messages";
import type { Indicator, IndicatorValue } from "./indicator";
import { blank, sum } from "./programmeWorks";

const rate = (part: Count, whole: Count): number | null =>
  typeof part === "number" && typeof whole === "number" && whole > 0 ? (part / whole) * 100 : null;

/** Code of the province in the poverty table. */
const PROVINCE = "24";

/** The standard must be read with every number: the change of 2027 breaks the series. */
function standardNote(standard: Poverty["standard"]): IndicatorMessageKey {
  if (standard === null) return "poverty.standardUnstated";
  return standard === "2022-2025" ? "poverty.standard2022" : "poverty.standard2027";
}

function ofRow(row: Poverty | undefined): IndicatorValue {
  if (row === undefined) return blank("no-data");
  const { households, poor, nearPoor } = row;
  const notes = [standardNote(row.standard)];
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

/** The value with a warning when the communes it is shown beside do not all use one standard. */
function beside(communeRows: readonly Poverty[], value: IndicatorValue): IndicatorValue {
  const isMixed = new Set(communeRows.map((row) => row.standard)).size > 1;
  return isMixed && value.kind === "value"
    ? { ...value, notes: [...value.notes, "poverty.standardsMixed"] }
    : value;
}

/**
 * The province's own row when one is published with a value; else the sum over communes with counts, coverage stated. Households counted by two
 * standards do not add up: only those of the latest standard are summed.
 */
function overall(snapshot: Snapshot): IndicatorValue {
  const { communes } = snapshot.register;
  const known = communes.flatMap(({ code }) => snapshot.poverty.get(povertyKey("commune", code)) ?? []);
  const own = ofRow(snapshot.poverty.get(povertyKey("province", PROVINCE)));
  if (own.kind === "value") return beside(known, own);
  const standard = known.reduce(
    (latest, row) => ((row.standard ?? "") > latest ? (row.standard ?? "") : latest),
    "",
  );
  const rows = known.flatMap(({ households, poor, nearPoor, sourceId, standard: used }) =>
    typeof households === "number" &&
    typeof poor === "number" &&
    typeof nearPoor === "number" &&
    (used ?? "") === standard
      ? [{ households, counted: poor + nearPoor, sourceId, standard: used }]
      : [],
  );
  const households = sum(rows.map((row) => row.households));
  if (households === 0) return blank("no-data");
  const counted = sum(rows.map((row) => row.counted));
  return beside(known, {
    kind: "value",
    value: (counted / households) * 100,
    fraction: { numerator: counted, denominator: households, unit: "households" },
    coverage: { counted: rows.length, of: communes.length, weightShare: null },
    asides: [],
    notes: [standardNote(rows[0]?.standard ?? null)],
    sourceIds: [...new Set(rows.map((row) => row.sourceId))],
  });
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

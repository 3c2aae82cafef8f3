import type { CommuneCode } from "@/domain/commune";
import type { Poverty } from "@/domain/poverty";
import type { Answer } from "@/domain/workFilter";
import { type PovertyRate, povertyRate } from "./question/povertyRate";
import type { Snapshot, WorkState } from "./snapshot";
import { povertyKey } from "./takeSnapshot";

/** Percent from which a commune counts as poor, and from which share of its area under high susceptibility as at risk. */
export interface Thresholds {
  readonly needFrom: number;
  readonly riskFrom: number;
}

/**
 * The highest class of the map's scale of poverty, and the first step of its scale of susceptibility: the reader meets the same limits on
 * the map.
 */
export const DEFAULT_THRESHOLDS: Thresholds = { needFrom: 15, riskFrom: 5 };

/** Below half the threshold, from there to the threshold, from the threshold on. */
export type Level = 0 | 1 | 2;
export const LEVELS: readonly Level[] = [0, 1, 2];
/** Where the middle level begins, as a share of the threshold. */
const MIDDLE = 0.5;

/** Why it cannot be told whether a commune is both poor and at risk. */
export const DOUBTS = [
  "poverty-withheld",
  "poverty-missing",
  "ground-unassessed",
  "ground-partly-assessed",
] as const;
export type Doubt = (typeof DOUBTS)[number];

export interface NeedRiskRow {
  readonly code: CommuneCode;
  /** Multidimensional poverty rate known on the day, with its year and standard; null of both: not stated, or no row. */
  readonly rate: PovertyRate;
  readonly year: Poverty["year"];
  readonly standard: Poverty["standard"];
  readonly povertySource: string | null;
  /**
   * Percent of the area under high or very high susceptibility: `from` is certain, `to` were all unassessed ground high. Null: nothing is
   * known of the commune's ground.
   */
  readonly risk: { readonly from: number; readonly to: number } | null;
  /** Three-valued: at or above the threshold. */
  readonly isPoor: Answer;
  readonly isAtRisk: Answer;
  /** Both: one sure "no" settles it. */
  readonly isGap: Answer;
  /** Null: the level cannot be told. */
  readonly needLevel: Level | null;
  readonly riskLevel: Level | null;
  /** Of every doubtful side; empty when both are known. */
  readonly doubts: readonly Doubt[];
  /** Works of the 97 in the commune; a work in several communes counts in each. */
  readonly works: number;
  /** Of these, works of landslide protection. */
  readonly protection: number;
  /** Works of landslide protection in the commune that are not, or not surely, of the 97. */
  readonly otherProtection: number;
}

export interface NeedRisk {
  /** One for every commune asked about, in their order. */
  readonly rows: readonly NeedRiskRow[];
  /** Surely both, the poorest first, then the larger risk, then in their order. */
  readonly gaps: readonly NeedRiskRow[];
  readonly unknown: readonly NeedRiskRow[];
  /** Surely not both; says nothing of the other side. */
  readonly others: readonly NeedRiskRow[];
  /** Works of landslide protection of which no commune is known: any commune may have one of them. */
  readonly unplacedProtection: number;
  /** The register lists works of the 97; without a list nobody knows which communes have none. */
  readonly isListed: boolean;
}

/** Level of a value. */
const levelOf = (value: number, threshold: number): Level =>
  value >= threshold ? 2 : value >= threshold * MIDDLE ? 1 : 0;

const and = (a: Answer, b: Answer): Answer =>
  a === "no" || b === "no" ? "no" : a === "yes" && b === "yes" ? "yes" : "unknown";

/** From this share of unassessed ground on, nothing is known of a commune (as in the indicator of susceptibility). */
const WHOLLY_UNASSESSED = 99.5;

const isProtection = ({ work }: WorkState): boolean => work.sector === "landslide-protection";

function rowOf(snapshot: Snapshot, code: CommuneCode, { needFrom, riskFrom }: Thresholds): NeedRiskRow {
  const row = snapshot.poverty.get(povertyKey("commune", code));
  const rate = povertyRate(row);
  const ground = snapshot.hazardShares.get(code);
  const risk =
    ground === undefined
      ? null
      : {
          from: ground.high + ground.veryHigh,
          to: Math.min(100, ground.high + ground.veryHigh + ground.unassessed),
        };
  const isPoor: Answer = rate.kind !== "rate" ? "unknown" : rate.percent >= needFrom ? "yes" : "no";
  const isAtRisk: Answer =
    risk === null ? "unknown" : risk.from >= riskFrom ? "yes" : risk.to < riskFrom ? "no" : "unknown";
  const [lowest, highest] =
    risk === null ? [0, 2] : [levelOf(risk.from, riskFrom), levelOf(risk.to, riskFrom)];
  const isBare = ground === undefined || ground.unassessed >= WHOLLY_UNASSESSED;
  const states = snapshot.worksByCommune.get(code) ?? [];
  const own = states.filter(({ work }) => work.inPlan97 === "yes");
  return {
    code,
    rate,
    year: row?.year ?? null,
    standard: row?.standard ?? null,
    povertySource: row?.sourceId ?? null,
    risk,
    isPoor,
    isAtRisk,
    isGap: and(isPoor, isAtRisk),
    needLevel: rate.kind === "rate" ? levelOf(rate.percent, needFrom) : null,
    riskLevel: lowest === highest ? (lowest as Level) : null,
    doubts: [
      ...(rate.kind === "withheld" ? (["poverty-withheld"] as const) : []),
      ...(rate.kind === "missing" ? (["poverty-missing"] as const) : []),
      ...(isAtRisk === "unknown" ? ([isBare ? "ground-unassessed" : "ground-partly-assessed"] as const) : []),
    ],
    works: own.length,
    protection: own.filter(isProtection).length,
    otherProtection: states.filter(isProtection).length - own.filter(isProtection).length,
  };
}

const percentOf = ({ rate }: NeedRiskRow): number => (rate.kind === "rate" ? rate.percent : -1);

/**
 * Which communes are both poor and at risk on the snapshot's day, three-valued: a commune whose assessed ground alone passes the threshold
 * surely is at risk, one whose unassessed ground could lift it over is not known, and so is one whose poverty is withheld or missing.
 */
export function needRisk(
  snapshot: Snapshot,
  codes: readonly CommuneCode[],
  thresholds: Thresholds,
): NeedRisk {
  const rows = codes.map((code) => rowOf(snapshot, code, thresholds));
  const ofAnswer = (answer: Answer) => rows.filter(({ isGap }) => isGap === answer);
  return {
    rows,
    gaps: ofAnswer("yes").toSorted(
      (a, b) => percentOf(b) - percentOf(a) || (b.risk?.from ?? 0) - (a.risk?.from ?? 0),
    ),
    unknown: ofAnswer("unknown").toSorted((a, b) => percentOf(b) - percentOf(a)),
    others: ofAnswer("no"),
    unplacedProtection: snapshot.allWorks.filter(
      (state) => isProtection(state) && state.work.communeCodes.length === 0,
    ).length,
    isListed: snapshot.allWorks.some(({ work }) => work.inPlan97 === "yes"),
  };
}

/** Communes of each cell, `[need][risk]`, and those of no cell. */
export function cellCounts(rows: readonly NeedRiskRow[]): {
  readonly cells: readonly (readonly number[])[];
  readonly unknown: number;
} {
  return {
    cells: LEVELS.map((need) =>
      LEVELS.map((risk) => rows.filter((row) => row.needLevel === need && row.riskLevel === risk).length),
    ),
    unknown: rows.filter(({ needLevel, riskLevel }) => needLevel === null || riskLevel === null).length,
  };
}

/** "A1" … "C3": the row is the need, low to high, the number the risk. */
export const cellName = (need: Level, risk: Level): string => `${"ABC"[need]}${risk + 1}`;

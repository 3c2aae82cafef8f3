import { classOf } from "@/analysis/classes";
import { BLANKS, type Blank } from "@/analysis/snapshot";
import type { CommuneCode } from "@/domain/commune";
import type { IndicatorValue } from "@/indicators/indicator";
import { physicalProgress } from "@/indicators/physicalProgress";
import { plannedProgress } from "@/indicators/plannedProgress";
import { basisOf, rankCommunes, SMALL_BELOW, type SmallUnit } from "@/indicators/rankCommunes";
import type { Comparison } from "../context";

/** One commune in a ranking, with everything a row shows. */
export interface RankingRow {
  readonly code: CommuneCode;
  /** Null: of too few to be ranked. */
  readonly rank: number | null;
  readonly tied: boolean;
  readonly value: number;
  readonly measured: Extract<IndicatorValue, { readonly kind: "value" }>;
  /** Of how many works or households; null: of neither. */
  readonly basis: ReturnType<typeof basisOf>;
  /** Index of the map's class; null: a reported zero, which has its own pattern. */
  readonly classIndex: number | null;
  /** Percent the plans imply for the day; null: not this indicator, or not known. */
  readonly plan: number | null;
  readonly late: number;
  /** Works of which it is not known whether they are late. */
  readonly lateUnknown: number;
}

export interface RankingModel {
  readonly ranked: readonly RankingRow[];
  readonly small: readonly RankingRow[];
  /** Communes without a value, by why. */
  readonly blanks: readonly { readonly blank: Blank; readonly codes: readonly CommuneCode[] }[];
  /** The rule by which small numbers stand apart; null: none applies to this indicator here. */
  readonly rule: { readonly unit: SmallUnit; readonly below: number } | null;
  readonly overall: IndicatorValue;
  /** Where bars begin and end: 0 (or less) to the largest value, or the whole of a percentage. */
  readonly extent: readonly [number, number];
}

/** The ranking of the peers by the chosen indicator: the very values of the map. */
export function rankingOf(
  { now, indicator, classes, peerCodes }: Pick<Comparison, "now" | "indicator" | "classes" | "peerCodes">,
  first: "highest" | "lowest",
): RankingModel {
  const measured = new Map(peerCodes.map((code) => [code, indicator.measure(now, code)]));
  const { ranked, small, blank } = rankCommunes(now, indicator, peerCodes, first);
  const rowOf = (code: CommuneCode, place: number | null, tied: boolean): RankingRow[] => {
    const value = measured.get(code);
    if (value?.kind !== "value") return [];
    const works = (now.worksByCommune.get(code) ?? []).filter(({ work }) => work.inPlan97 === "yes");
    const isZero = indicator.zeroApart && value.value === 0;
    return [
      {
        code,
        rank: place,
        tied,
        value: value.value,
        measured: value,
        basis: basisOf(value),
        classIndex: isZero ? null : classOf(classes, value.value),
        plan: indicator.id === physicalProgress.id ? plannedProgress(now, code) : null,
        late: works.filter(({ lateness }) => lateness.answer === "yes").length,
        lateUnknown: works.filter(({ lateness }) => lateness.answer === "unknown").length,
      },
    ];
  };
  const rows = ranked.flatMap(({ id, rank, tied }) => rowOf(id, rank, tied));
  const smallRows = small.flatMap(({ id }) => rowOf(id, null, false));
  const unit = [...measured.values()].map(basisOf).find((basis) => basis !== null)?.unit;
  const values = [...rows, ...smallRows].map(({ value }) => value);
  return {
    ranked: rows,
    small: smallRows,
    blanks: BLANKS.map((kind) => ({
      blank: kind,
      codes: blank.flatMap(({ id }) => {
        const value = measured.get(id);
        return value?.kind === "blank" && value.blank === kind ? [id] : [];
      }),
    })).filter(({ codes }) => codes.length > 0),
    rule: unit === undefined ? null : { unit, below: SMALL_BELOW[unit] },
    overall: indicator.overall(now),
    extent: [
      Math.min(0, ...values),
      indicator.unit === "percent" && classes.extent[1] >= 100 ? 100 : Math.max(classes.extent[1], ...values),
    ],
  };
}

/** Neighbouring rows of one class of the map: a band. Order is kept; a class appears once. */
export function bandsOf(
  rows: readonly RankingRow[],
): readonly { readonly classIndex: number | null; readonly rows: readonly RankingRow[] }[] {
  const bands: { classIndex: number | null; rows: RankingRow[] }[] = [];
  for (const row of rows) {
    const last = bands.at(-1);
    if (last !== undefined && last.classIndex === row.classIndex) last.rows.push(row);
    else bands.push({ classIndex: row.classIndex, rows: [row] });
  }
  return bands;
}

import type { Snapshot } from "@/analysis/snapshot";
import { povertyKey } from "@/analysis/takeSnapshot";
import type { CommuneCode } from "@/domain/commune";
import { INDICATORS } from "@/indicators";
import type { Indicator, IndicatorValue } from "@/indicators/indicator";
import { physicalProgress } from "@/indicators/physicalProgress";
import { poverty } from "@/indicators/poverty";
import { rankCommunes } from "@/indicators/rankCommunes";
import type { Comparison } from "../context";

export type Pair = readonly [CommuneCode, CommuneCode];

/**
 * The two communes of the page: those of the address; else the first and the last of the peers by physical progress, who are most worth a
 * look; else the two with most inhabitants. Null: there are no two communes.
 */
export function pairOf({
  view,
  now,
  peerCodes,
}: Pick<Comparison, "view" | "now" | "peerCodes">): Pair | null {
  const [first, second] = view.pair;
  if (first !== undefined && second !== undefined) return [first, second];
  const { ranked } = rankCommunes(now, physicalProgress, peerCodes);
  const [top, bottom] = [ranked[0], ranked.at(-1)];
  if (top !== undefined && bottom !== undefined && top !== bottom) return [top.id, bottom.id];
  const [most, next] = now.register.communes.toSorted((a, b) => b.population - a.population);
  return most === undefined || next === undefined ? null : [most.code, next.code];
}

/** Why there is no difference. */
export type NoDifference = "blank" | "other-standard";

export interface PairRow {
  readonly indicator: Indicator;
  readonly values: readonly [IndicatorValue, IndicatorValue];
  /** Second less first, in the indicator's unit; null with `why`. */
  readonly difference: number | null;
  readonly why: NoDifference | null;
}

/** The standard a commune's poverty figures of the day were counted by; null: there are none. */
export const standardOf = ({ poverty: rows }: Snapshot, code: CommuneCode) =>
  rows.get(povertyKey("commune", code))?.standard ?? null;

/** Every indicator of both communes, in the order of the menu. Nothing is subtracted from or by a blank, nor across poverty standards. */
export function pairRows(now: Snapshot, [a, b]: Pair): readonly PairRow[] {
  return INDICATORS.map((indicator): PairRow => {
    const values = [indicator.measure(now, a), indicator.measure(now, b)] as const;
    const [first, second] = values;
    if (first.kind === "blank" || second.kind === "blank")
      return { indicator, values, difference: null, why: "blank" };
    if (indicator.id === poverty.id && standardOf(now, a) !== standardOf(now, b))
      return { indicator, values, difference: null, why: "other-standard" };
    return { indicator, values, difference: second.value - first.value, why: null };
  });
}

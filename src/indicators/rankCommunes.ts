import { type Contender, type Ranking, rank } from "@/analysis/ranking";
import type { Snapshot } from "@/analysis/snapshot";
import type { CommuneCode } from "@/domain/commune";
import type { Indicator, IndicatorValue } from "./indicator";

/**
 * Of fewer than so many a commune has no rank and stands apart: one work more or less would move a commune of three from end to end, and so
 * would a household or two among fifty. Values of other things (persons, km²) are never small.
 */
export const SMALL_BELOW = { works: 4, households: 50 } as const;
export type SmallUnit = keyof typeof SMALL_BELOW;

/** Of how many works or households a value speaks; null: of neither. A share of money is made of the works it is planned for. */
export function basisOf(value: IndicatorValue): { readonly count: number; readonly unit: SmallUnit } | null {
  if (value.kind === "blank") return null;
  const { fraction, coverage } = value;
  switch (fraction?.unit) {
    case "works":
      return { count: fraction.denominator, unit: "works" };
    case "households":
    case "poor-households":
      return { count: fraction.denominator, unit: "households" };
    case "persons":
    case "km2":
      return null;
    default:
      return coverage === null ? null : { count: coverage.of, unit: "works" };
  }
}

/** Communes ranked by an indicator as the map shows it; the only place a rank comes from. */
export function rankCommunes(
  snapshot: Snapshot,
  { measure, digits }: Pick<Indicator, "measure" | "digits">,
  codes: readonly CommuneCode[],
  first: "highest" | "lowest" = "highest",
): Ranking<CommuneCode> {
  let minimumDenominator = 0;
  const contenders = codes.map((id): Contender<CommuneCode> => {
    const value = measure(snapshot, id);
    const basis = basisOf(value);
    if (basis !== null) minimumDenominator = SMALL_BELOW[basis.unit];
    return { id, value: value.kind === "value" ? value.value : null, denominator: basis?.count ?? null };
  });
  return rank(contenders, { first, digits, minimumDenominator });
}

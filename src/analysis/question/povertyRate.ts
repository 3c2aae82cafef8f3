import type { Count, Poverty } from "@/domain/poverty";

/** Percent of households that are poor or near-poor, or why that is not known: withheld because the number is small, or not there. */
export type PovertyRate =
  | { readonly kind: "rate"; readonly percent: number }
  | { readonly kind: "withheld" }
  | { readonly kind: "missing" };

const isNumber = (count: Count): count is number => typeof count === "number";

/** The rate of one row: from its counts, else as the source states the two rates. */
export function povertyRate(row: Poverty | undefined): PovertyRate {
  if (row === undefined) return { kind: "missing" };
  const { households, poor, nearPoor, poorRate, nearPoorRate } = row;
  if ([households, poor, nearPoor].includes("suppressed")) return { kind: "withheld" };
  // Multiplied first: 29 of 100 divided first are 28.999… %, and not "29 % or more".
  if (isNumber(households) && isNumber(poor) && isNumber(nearPoor) && households > 0)
    return { kind: "rate", percent: ((poor + nearPoor) * 100) / households };
  return poorRate === null || nearPoorRate === null
    ? { kind: "missing" }
    : { kind: "rate", percent: poorRate + nearPoorRate };
}

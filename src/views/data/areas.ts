import type { Commune } from "@/domain/commune";

/** How far a drawn area may be off before it is said. */
export const WORTH_SAYING_PERCENT = 2;

/** How the drawn boundaries differ from the official areas, percent. */
export interface AreaDeviations {
  readonly sum: number;
  readonly median: number;
  /** Those worth saying, largest first. */
  readonly communes: readonly { readonly commune: Commune; readonly percent: number }[];
}

/** Null: there is no commune. */
export function areaDeviations(communes: readonly Commune[]): AreaDeviations | null {
  if (communes.length === 0) return null;
  const all = communes.map((commune) => ({
    commune,
    percent: (commune.drawnAreaKm2 / commune.areaKm2 - 1) * 100,
  }));
  const sizes = all.map(({ percent }) => Math.abs(percent)).toSorted((a, b) => a - b);
  const middle = (sizes.length - 1) / 2;
  const median = ((sizes[Math.floor(middle)] ?? 0) + (sizes[Math.ceil(middle)] ?? 0)) / 2;
  const total = (of: (commune: Commune) => number) => communes.reduce((sum, commune) => sum + of(commune), 0);
  return {
    sum: (total(({ drawnAreaKm2 }) => drawnAreaKm2) / total(({ areaKm2 }) => areaKm2) - 1) * 100,
    median,
    communes: all
      .filter(({ percent }) => Math.abs(percent) > WORTH_SAYING_PERCENT)
      .toSorted((a, b) => Math.abs(b.percent) - Math.abs(a.percent)),
  };
}

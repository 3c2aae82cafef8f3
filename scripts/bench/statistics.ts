/**
 * The p-quantile (0–1) of a sample by linear interpolation between order statistics; null for an empty sample, so that
 * "not measured" never reads as 0 ms.
 */
export function quantile(sample: readonly number[], p: number): number | null {
  if (sample.length === 0) return null;
  const sorted = [...sample].sort((a, b) => a - b);
  const position = p * (sorted.length - 1);
  const below = sorted[Math.floor(position)] ?? 0;
  const above = sorted[Math.ceil(position)] ?? 0;
  return below + (above - below) * (position - Math.floor(position));
}

/** A sample in three numbers, milliseconds with one decimal. */
export interface Spread {
  readonly n: number;
  readonly p50: number | null;
  readonly p95: number | null;
}

const tenth = (value: number | null) => (value === null ? null : Math.round(value * 10) / 10);

export const spread = (sample: readonly number[]): Spread => ({
  n: sample.length,
  p50: tenth(quantile(sample, 0.5)),
  p95: tenth(quantile(sample, 0.95)),
});

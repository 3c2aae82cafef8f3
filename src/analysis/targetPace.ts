import type { Target } from "@/domain/target";

/** The plans were adopted in 2026 on figures of the review of 2025: the year assumed where a baseline states none. */
export const ASSUMED_BASELINE_YEAR = 2025;

export interface TargetPace {
  /** Years from the baseline to the target. */
  readonly years: number;
  /** Where the stated pace ends in the target year, in the target's unit; null: no pace is stated. */
  readonly reaches: number | null;
  /** Whether that is enough; null: no pace is stated. */
  readonly enough: boolean | null;
  /** Change a year that just meets the target value, absolute; for "below" and "above" more than this is needed. */
  readonly needed: number;
}

/** Whether a value meets a target; "below" and "above" exclude the value itself. */
export const MEETS: Record<Target["direction"], (value: number, target: number) => boolean> = {
  below: (value, target) => value < target,
  "at-most": (value, target) => value <= target,
  "at-least": (value, target) => value >= target,
  above: (value, target) => value > target,
  exactly: (value, target) => value === target,
};

/** Stated pace against the pace the target needs. Null where baseline, target or their years leave nothing to divide. */
export function targetPace(target: Target): TargetPace | null {
  const { baselineValue, targetValue, targetYear, statedPace, direction } = target;
  if (baselineValue === null || targetValue === null || targetYear === null) return null;
  const years = targetYear - (target.baselineYear ?? ASSUMED_BASELINE_YEAR);
  if (years <= 0) return null;
  const sign = targetValue < baselineValue ? -1 : 1;
  const reaches = statedPace === null ? null : baselineValue + sign * Math.abs(statedPace) * years;
  return {
    years,
    reaches,
    enough: reaches === null ? null : MEETS[direction](reaches, targetValue),
    needed: Math.abs(targetValue - baselineValue) / years,
  };
}

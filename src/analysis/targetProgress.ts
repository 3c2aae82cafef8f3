import type { IsoDate } from "@/domain/date";
import type { Observation, Target } from "@/domain/target";
import { foldAccents } from "./foldAccents";
import { holdingRows, knownOn, recordedLater } from "./known";
import { ASSUMED_BASELINE_YEAR, MEETS, type TargetPace, targetPace } from "./targetPace";

/** The year from which poverty is counted by another standard (NĐ 351/2025/NĐ-CP): no series goes on across it. */
export const POVERTY_BREAK_YEAR = 2027;

/** What can be said of a target on a day. */
export const VERDICTS = ["met", "on-pace", "behind", "unknown"] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Why nothing can be said. */
export type VerdictGap = "no-target" | "no-observation" | "no-baseline" | "no-year" | "series-broken";

export interface TargetProgress {
  readonly target: Target;
  /** Known on the day, one a year (a later recording holds), ascending. */
  readonly observations: readonly Observation[];
  /** The last that may be compared with baseline and target: of the same standard, later than the baseline. Null: none. */
  readonly latest: Observation | null;
  readonly verdict: Verdict;
  /** Null unless the verdict is `unknown`. */
  readonly gap: VerdictGap | null;
  /** Where an even pace from the baseline would be in the year of `latest`; null without baseline, goal or years. */
  readonly expected: number | null;
  /** Change a year from `latest` on that just meets the goal, absolute; null where it cannot be told or is met. */
  readonly requiredFromNow: number | null;
  /** Stated against required pace from the baseline; null where there is nothing to divide. */
  readonly pace: TargetPace | null;
  /** The year from which the series is counted otherwise, when it lies between baseline and goal; null: no such year. */
  readonly breakYear: number | null;
}

/** A target on poverty: the plans have no code for what is measured, only its name. */
export const isPovertyTarget = ({ indicator }: Pick<Target, "indicator">): boolean =>
  foldAccents(indicator).includes("ngheo");

/** One observation a year, of those recorded by the day, ascending. */
export function observationsOf(
  targetId: string,
  observations: readonly Observation[],
  asOf: IsoDate,
): readonly Observation[] {
  const own = knownOn(observations, asOf).filter((row) => row.targetId === targetId);
  return [...holdingRows(own, ({ year }) => year, recordedLater).values()].toSorted(
    (a, b) => a.year - b.year,
  );
}

/** Rows of two standards are two series; one that states none is taken to be of the target's. */
const isSameSeries = (target: Target, { standard, year }: Observation): boolean => {
  if (standard !== null && target.standard !== null) return standard === target.standard;
  return !(
    isPovertyTarget(target) &&
    year >= POVERTY_BREAK_YEAR &&
    (target.baselineYear ?? ASSUMED_BASELINE_YEAR) < POVERTY_BREAK_YEAR
  );
};

/**
 * What is known of a target on a day. Even pace is the yardstick: at or ahead of the straight line from baseline to goal is on pace. Never
 * compares across a change of standard: when the newest figure is of another one, nothing can be said.
 */
export function targetProgress(
  target: Target,
  observations: readonly Observation[],
  asOf: IsoDate,
): TargetProgress {
  const known = observationsOf(target.targetId, observations, asOf);
  const { baselineValue, targetValue, targetYear, direction } = target;
  const baselineYear = target.baselineYear ?? ASSUMED_BASELINE_YEAR;
  const later = known.filter(({ year }) => year > baselineYear);
  const comparable = later.filter((row) => isSameSeries(target, row));
  const latest = comparable.at(-1) ?? null;
  const isBroken = later.length > 0 && later.at(-1) !== latest;
  const years = targetYear === null ? null : targetYear - baselineYear;
  const expected =
    latest === null || baselineValue === null || targetValue === null || years === null || years <= 0
      ? null
      : baselineValue + ((targetValue - baselineValue) * Math.min(years, latest.year - baselineYear)) / years;
  const meets = latest !== null && targetValue !== null && MEETS[direction](latest.value, targetValue);
  const left = latest === null || targetYear === null ? 0 : targetYear - latest.year;
  const [verdict, gap] = verdictOf();
  return {
    target,
    observations: known,
    latest,
    verdict,
    gap,
    expected,
    requiredFromNow:
      latest === null || targetValue === null || meets || isBroken || left <= 0
        ? null
        : Math.abs(targetValue - latest.value) / left,
    pace: targetPace(target),
    breakYear:
      isPovertyTarget(target) &&
      baselineYear < POVERTY_BREAK_YEAR &&
      (targetYear ?? POVERTY_BREAK_YEAR) >= POVERTY_BREAK_YEAR
        ? POVERTY_BREAK_YEAR
        : null,
  };

  function verdictOf(): readonly [Verdict, VerdictGap | null] {
    if (targetValue === null) return ["unknown", "no-target"];
    if (later.length === 0) return ["unknown", "no-observation"];
    if (isBroken || latest === null) return ["unknown", "series-broken"];
    if (meets) return ["met", null];
    if (baselineValue === null) return ["unknown", "no-baseline"];
    if (expected === null) return ["unknown", "no-year"];
    const isAhead = targetValue < baselineValue ? latest.value <= expected : latest.value >= expected;
    return [isAhead ? "on-pace" : "behind", null];
  }
}

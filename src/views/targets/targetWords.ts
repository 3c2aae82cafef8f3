import type { TargetProgress } from "@/analysis/targetProgress";
import type { TargetChartWords } from "@/charts/TargetChart";
import type { Target } from "@/domain/target";
import { formatNumber } from "@/i18n/format";
import type { Locale } from "@/i18n/locale";
import { targetsPageMessages } from "@/i18n/messages/targetsPage";

const NBSP = "\u00a0";
const DIGITS = 2;

/** "21,31 %", "65 triệu đồng/người/năm": a value in the target's own unit. What follows the % ("hộ") is in the name. */
export function inUnit(locale: Locale, { unit }: Pick<Target, "unit">, value: number): string {
  const number = formatNumber(locale, value, DIGITS);
  return unit.startsWith("%") ? `${number}${NBSP}%` : `${number}${NBSP}${unit}`;
}

/** A change a year: points of a percentage, else the number in the unit. */
export const paceText = (locale: Locale, value: number): string => formatNumber(locale, value, DIGITS);

/** "dưới 10 % năm 2030"; what is not stated is said. */
export function goalText(locale: Locale, target: Target, withYear = true): string {
  const m = targetsPageMessages[locale];
  if (target.targetValue === null) return m.noGoal;
  const goal = m[target.direction](inUnit(locale, target, target.targetValue));
  return !withYear
    ? goal
    : target.targetYear === null
      ? `${goal} (${m.noYear})`
      : m.byYear(goal, String(target.targetYear));
}

/** "21,31 % (năm gốc không nêu)"; null where there is none. */
export function baselineText(locale: Locale, target: Target): string | null {
  const m = targetsPageMessages[locale];
  if (target.baselineValue === null) return null;
  const year = target.baselineYear === null ? m.yearUnstated : String(target.baselineYear);
  return m.baselineOf(inUnit(locale, target, target.baselineValue), year);
}

/** The verdict with what it rests on. */
export function verdictText(
  locale: Locale,
  { verdict, gap, latest, expected, target }: TargetProgress,
): string {
  const m = targetsPageMessages[locale];
  const word = m[`verdict.${verdict}`];
  if (gap !== null) return m.verdictWhy(word, m[`gap.${gap}`]);
  return expected === null || latest === null || verdict === "met"
    ? word
    : m.verdictWhy(word, m.expected(String(latest.year), inUnit(locale, target, expected)));
}

/** Sentences on the pace: stated against required, what a break forbids, what is needed from now on. */
export function paceSentences(locale: Locale, progress: TargetProgress): readonly string[] {
  const m = targetsPageMessages[locale];
  const { target, pace, latest, requiredFromNow, breakYear } = progress;
  const isStrict = target.direction === "below" || target.direction === "above";
  const sentences: string[] = [];
  if (pace !== null && pace.reaches !== null && target.statedPace !== null) {
    const stated = paceText(locale, target.statedPace);
    const reaches = inUnit(locale, target, pace.reaches);
    const needed = paceText(locale, pace.needed);
    sentences.push(
      pace.enough === true
        ? m.paceEnough(stated, pace.years, reaches)
        : (isStrict ? m.paceShort : m.paceShortJust)(stated, pace.years, reaches, needed),
    );
  } else if (pace !== null) sentences.push(m.paceNone(paceText(locale, pace.needed)));
  if (breakYear !== null) sentences.push(m.breakNote(breakYear));
  else if (requiredFromNow !== null && latest !== null)
    sentences.push(m.fromNow(String(latest.year), paceText(locale, requiredFromNow)));
  return sentences;
}

/** The words of a target's chart. `area`: where it is aimed at, for the ear. */
export function chartWords(locale: Locale, progress: TargetProgress, area: string): TargetChartWords {
  const m = targetsPageMessages[locale];
  const { target, pace, breakYear } = progress;
  const { baselineValue, targetValue, statedPace, direction } = target;
  const isStrict = direction === "below" || direction === "above";
  const number = (value: number) => formatNumber(locale, value, DIGITS);
  const reaches = pace?.reaches ?? null;
  return {
    label: m.chartLabel(target.indicator, area),
    baseline: baselineValue === null ? "" : number(baselineValue),
    stated: reaches === null || statedPace === null ? null : m.statedEnd(number(reaches), number(statedPace)),
    short:
      reaches === null || targetValue === null
        ? null
        : (isStrict ? m.short : m.shortExactly)(number(Math.abs(reaches - targetValue))),
    goal:
      pace === null || targetValue === null
        ? goalText(locale, target, false)
        : (isStrict ? m.needed : m.neededJust)(m[direction](number(targetValue)), number(pace.needed)),
    newStandard: breakYear === null ? null : m.newStandard(breakYear),
    level: (value) => formatNumber(locale, value, 1),
  };
}

import { type ChangeClass, type ChangeClasses, changeClasses, changeClassOf } from "@/analysis/changeClasses";
import { type StandardChange, standardChange } from "@/analysis/seriesBreak";
import type { CommuneCode } from "@/domain/commune";
import type { IndicatorValue } from "@/indicators/indicator";
import { poverty } from "@/indicators/poverty";
import type { Comparison } from "../context";

/** Blanks of two days: each is said apart, none is a change of 0. */
export const BLANK_CHANGES = ["appeared", "gone", "blank"] as const;
export type BlankChange = (typeof BLANK_CHANGES)[number];

export interface DayChange {
  readonly code: CommuneCode;
  readonly before: IndicatorValue;
  readonly now: IndicatorValue;
  /** Later less earlier; null: one of them is blank, or the series is broken. */
  readonly difference: number | null;
  /** Null: both days have a value. */
  readonly blank: BlankChange | null;
}

export interface DayChanges {
  readonly rows: readonly DayChange[];
  /** Null: nothing changed, or nothing can be compared. */
  readonly classes: ChangeClasses | null;
  /** The poverty standard changed between the days: nothing is subtracted. Null: it did not, or another indicator is shown. */
  readonly broken: StandardChange | null;
}

/** The chosen indicator of every commune on both days, and what lies between. */
export function dayChanges({
  before,
  now,
  indicator,
  register,
}: Pick<Comparison, "before" | "now" | "indicator" | "register">): DayChanges {
  const broken = indicator.id === poverty.id ? standardChange(before, now) : null;
  const rows = register.communes.map(({ code }): DayChange => {
    const [was, is] = [indicator.measure(before, code), indicator.measure(now, code)];
    const blank =
      was.kind === "value"
        ? is.kind === "value"
          ? null
          : ("gone" as const)
        : is.kind === "value"
          ? ("appeared" as const)
          : ("blank" as const);
    return {
      code,
      before: was,
      now: is,
      difference:
        was.kind === "value" && is.kind === "value" && broken === null ? is.value - was.value : null,
      blank,
    };
  });
  return {
    rows,
    classes: changeClasses(
      rows.flatMap(({ difference }) => difference ?? []),
      indicator.digits,
    ),
    broken,
  };
}

/** The class of a commune's change; null where there is no difference. */
export const changeOf = ({ classes }: DayChanges, { difference }: DayChange): ChangeClass | null =>
  difference === null ? null : classes === null ? 0 : changeClassOf(classes, difference);

/** The communes whose values rose most, and those whose fell most, as the numbers read; empty: none did. In the register's order. */
export function extremes(
  changes: DayChanges,
  digits: number,
): { readonly rise: readonly DayChange[]; readonly fall: readonly DayChange[] } {
  const scale = 10 ** digits;
  const shown = ({ difference }: DayChange) => Math.round((difference ?? 0) * scale);
  const [most, least] = [Math.max(0, ...changes.rows.map(shown)), Math.min(0, ...changes.rows.map(shown))];
  return {
    rise: most === 0 ? [] : changes.rows.filter((row) => shown(row) === most),
    fall: least === 0 ? [] : changes.rows.filter((row) => shown(row) === least),
  };
}

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

/** The commune whose value rose most, and the one whose fell most; null: none did. Of several the first of the register. */
export function extremes(changes: DayChanges): {
  readonly rise: DayChange | null;
  readonly fall: DayChange | null;
} {
  let [rise, fall]: [DayChange | null, DayChange | null] = [null, null];
  for (const row of changes.rows) {
    const at = changeOf(changes, row) ?? 0;
    if (at > 0 && (row.difference ?? 0) > (rise?.difference ?? 0)) rise = row;
    if (at < 0 && (row.difference ?? 0) < (fall?.difference ?? 0)) fall = row;
  }
  return { rise, fall };
}

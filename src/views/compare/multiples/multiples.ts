import { classCount, classOf } from "@/analysis/classes";
import { filterSnapshot } from "@/analysis/filterWorks";
import type { Blank, Snapshot } from "@/analysis/snapshot";
import { takeSnapshot } from "@/analysis/takeSnapshot";
import { type IsoDate, quarterEnds } from "@/domain/date";
import { SECTORS, type Sector } from "@/domain/work";
import { NO_FILTER } from "@/domain/workFilter";
import type { IndicatorValue } from "@/indicators/indicator";
import type { Comparison } from "../context";

/** One small map: the register restricted to a day or to a sector. */
export interface Multiple {
  readonly id: string;
  readonly day: IsoDate;
  /** Null: all sectors. */
  readonly sector: Sector | null;
  readonly snapshot: Snapshot;
  readonly overall: IndicatorValue;
}

/** As many periods as stand beside each other on a wide screen. */
const PERIODS = 5;

/** Whether an indicator is made of works: only then do sectors differ. */
export const isOfWorks = ({ indicator }: Pick<Comparison, "indicator">): boolean =>
  indicator.needs.includes("works");

/**
 * The last periods up to the page's day, earliest first: ends of quarters on which something was recorded, and the day itself. Snapshots
 * are of what was known on each day; later corrections are not in earlier maps.
 */
export function multiplesByPeriod({
  register,
  now,
  days,
  indicator,
}: Pick<Comparison, "register" | "now" | "days" | "indicator">): readonly Multiple[] {
  const [first] = days;
  const ends = new Set(first === undefined ? [] : quarterEnds(first, now.asOf));
  const earlier = days.filter((day) => day < now.asOf && ends.has(day));
  return [...earlier.slice(1 - PERIODS), now.asOf].map((day): Multiple => {
    const snapshot = day === now.asOf ? now : takeSnapshot(register, day);
    return { id: day, day, sector: null, snapshot, overall: indicator.overall(snapshot) };
  });
}

/** A map for each sector that has works, as of the page's day. */
export function multiplesBySector({
  now,
  indicator,
}: Pick<Comparison, "now" | "indicator">): readonly Multiple[] {
  return SECTORS.flatMap((sector): Multiple[] => {
    const snapshot = filterSnapshot(now, { ...NO_FILTER, sectors: [sector], inPlan97: ["yes"] });
    return snapshot.works.length === 0
      ? []
      : [{ id: sector, day: now.asOf, sector, snapshot, overall: indicator.overall(snapshot) }];
  });
}

/** How many communes of the peers one map shows in each class, with a reported zero apart, and without a value by why. Adds up to the peers. */
export interface Tally {
  /** By index of the class, low → high. */
  readonly classes: readonly number[];
  readonly zero: number;
  readonly blanks: ReadonlyMap<Blank, number>;
}

/** Counts what the legend of one map stands for. */
export function tallyOf(
  { indicator, classes, peerCodes }: Pick<Comparison, "indicator" | "classes" | "peerCodes">,
  snapshot: Snapshot,
): Tally {
  const perClass = Array.from({ length: classCount(classes) }, () => 0);
  const blanks = new Map<Blank, number>();
  let zero = 0;
  for (const code of peerCodes) {
    const value = indicator.measure(snapshot, code);
    if (value.kind === "blank") blanks.set(value.blank, (blanks.get(value.blank) ?? 0) + 1);
    else if (indicator.zeroApart && value.value === 0) zero += 1;
    else {
      const index = classOf(classes, value.value) ?? 0;
      perClass[index] = (perClass[index] ?? 0) + 1;
    }
  }
  return { classes: perClass, zero, blanks };
}

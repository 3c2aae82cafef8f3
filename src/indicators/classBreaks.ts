import { type Classes, computeBreaks } from "@/analysis/classes";
import { takeSnapshot } from "@/analysis/takeSnapshot";
import type { IsoDate } from "@/domain/date";
import type { ClassBreaks } from "@/domain/geometry";
import type { Register } from "@/domain/register";
import type { Indicator } from "./indicator";

/** The classes of an indicator: fixed in its file, or computed at build over all dates. Null: the artifact does not hold them. */
export function classesOf({ id, breaks }: Indicator, rows: readonly ClassBreaks[]): Classes | null {
  if (breaks.kind === "fixed") return breaks;
  const row = rows.find(({ indicator }) => indicator === id);
  return row === undefined ? null : row;
}

/** Breaks of one indicator over every commune and every day, so that two dates compare. Without a single value: one class from 0 to 1. */
export const computeClassBreaks = (
  indicator: Indicator,
  register: Register,
  dates: readonly IsoDate[],
): ClassBreaks => computeAllClassBreaks([indicator], register, dates)[0] ?? breaksOf(indicator, [], dates);

/** The same for several indicators, in their order: the register of a day is worked out once for all of them. */
export function computeAllClassBreaks(
  indicators: readonly Indicator[],
  register: Register,
  dates: readonly IsoDate[],
): readonly ClassBreaks[] {
  const values = indicators.map((): number[] => []);
  for (const date of dates) {
    const snapshot = takeSnapshot(register, date);
    indicators.forEach(({ measure }, place) => {
      for (const { code } of register.communes) {
        const value = measure(snapshot, code);
        if (value.kind === "value") values[place]?.push(value.value);
      }
    });
  }
  return indicators.map((indicator, place) => breaksOf(indicator, values[place] ?? [], dates));
}

function breaksOf(indicator: Indicator, values: readonly number[], dates: readonly IsoDate[]): ClassBreaks {
  const count =
    indicator.breaks.kind === "fixed" ? indicator.breaks.breaks.length + 1 : indicator.breaks.count;
  const computed = computeBreaks(values, count) ?? { breaks: [], extent: [0, 1] as const };
  return {
    indicator: indicator.id,
    version: `${dates.at(-1) ?? "none"}/${count}`,
    breaks: [...computed.breaks],
    extent: [computed.extent[0], computed.extent[1]],
  };
}

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

/** Breaks over every commune and every day, so that two dates compare. Without a single value: one class from 0 to 1. */
export function computeClassBreaks(
  indicator: Indicator,
  register: Register,
  dates: readonly IsoDate[],
): ClassBreaks {
  const count =
    indicator.breaks.kind === "fixed" ? indicator.breaks.breaks.length + 1 : indicator.breaks.count;
  const values = dates.flatMap((date) => {
    const snapshot = takeSnapshot(register, date);
    return register.communes.flatMap(({ code }) => {
      const value = indicator.measure(snapshot, code);
      return value.kind === "value" ? [value.value] : [];
    });
  });
  const computed = computeBreaks(values, count) ?? { breaks: [], extent: [0, 1] as const };
  return {
    indicator: indicator.id,
    version: `${dates.at(-1) ?? "none"}/${count}`,
    breaks: [...computed.breaks],
    extent: [computed.extent[0], computed.extent[1]],
  };
}

import type { IsoDate } from "@/domain/date";
import type { ClassBreaks } from "@/domain/geometry";
import type { Register } from "@/domain/register";
import { INDICATORS } from "@/indicators";
import { computeAllClassBreaks } from "@/indicators/classBreaks";
import { compare } from "../problems";

/** Class breaks of the indicators that take them from the data, once over all dates so that a colour keeps its meaning. */
export function classBreaks(register: Register, dates: readonly IsoDate[]): ClassBreaks[] {
  const fromData = INDICATORS.filter(({ breaks }) => breaks.kind === "from-data");
  return computeAllClassBreaks(fromData, register, dates).toSorted((a, b) =>
    compare(a.indicator, b.indicator),
  );
}

import type { IsoDate } from "@/domain/date";
import type { ClassBreaks } from "@/domain/geometry";
import type { Register } from "@/domain/register";

/** Class breaks of the indicators that take them from the data, once over all dates so that colours keep their meaning. */
export function classBreaks(_register: Register, _dates: readonly IsoDate[]): ClassBreaks[] {
  return [];
}

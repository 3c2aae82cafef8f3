import type { WorkState } from "@/analysis/snapshot";
import type { Commune, CommuneCode } from "@/domain/commune";
import type { LonLat } from "@/domain/units";
import type { LocationClass } from "@/domain/work";

/** Location classes that get a place on the map; the others lie in the tray. */
export const PLACED: ReadonlySet<LocationClass> = new Set(["exact", "line", "village", "several"]);

/** Length of the stretch that ends at each point of a part but the first, in degrees of latitude. */
const lengths = (part: readonly LonLat[]): readonly number[] =>
  part.slice(1).map((point, index) => {
    const from = part[index] ?? point;
    return Math.hypot((point[0] - from[0]) * Math.cos((point[1] * Math.PI) / 180), point[1] - from[1]);
  });

/** The point half-way along the longest part of a line, lon lat. Null for a line without points. */
export function middleOfLine(parts: readonly (readonly LonLat[])[]): LonLat | null {
  const measured = parts.map((part) => {
    const steps = lengths(part);
    return { part, steps, total: steps.reduce((sum, length) => sum + length, 0) };
  });
  const longest = measured.toSorted((a, b) => b.total - a.total)[0];
  if (longest === undefined || longest.part.length === 0) return null;
  const { part } = longest;
  let left = longest.total / 2;
  for (const [index, length] of longest.steps.entries()) {
    const [from, to] = [part[index], part[index + 1]];
    if (from !== undefined && to !== undefined && length >= left) {
      const share = length === 0 ? 0 : left / length;
      return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
    }
    left -= length;
  }
  return part[0] ?? null;
}

/** Where a work's sign stands, lon lat; null: it has no place and lies in the tray. */
export function workPoint({ work }: WorkState, communes: ReadonlyMap<CommuneCode, Commune>): LonLat | null {
  if (!PLACED.has(work.locationClass)) return null;
  if (work.line !== null) return middleOfLine(work.line);
  if (work.point !== null) return work.point;
  if (work.locationClass !== "several") return null;
  const points = work.communeCodes.flatMap((code) => communes.get(code)?.labelPoint ?? []);
  const count = points.length / 2;
  if (count === 0) return null;
  const mean = (axis: 0 | 1) =>
    points.filter((_, index) => index % 2 === axis).reduce((sum, value) => sum + value, 0) / count;
  return [mean(0), mean(1)];
}

import type { WorkState } from "@/analysis/snapshot";
import type { Commune, CommuneCode } from "@/domain/commune";
import type { LonLat } from "@/domain/units";
import type { LocationClass } from "@/domain/work";

/** Location classes that get a place on the map; the others lie in the tray. */
export const PLACED: ReadonlySet<LocationClass> = new Set(["exact", "line", "village", "several"]);

/** The point half-way along the longest part of a line, lon lat. Null for a line without points. */
export function middleOfLine(parts: readonly (readonly LonLat[])[]): LonLat | null {
  const lengths = (part: readonly LonLat[]) =>
    part.slice(1).map((point, index) => {
      const from = part[index] ?? point;
      return Math.hypot((point[0] - from[0]) * Math.cos((point[1] * Math.PI) / 180), point[1] - from[1]);
    });
  const total = (part: readonly LonLat[]) => lengths(part).reduce((sum, length) => sum + length, 0);
  const longest = parts.toSorted((a, b) => total(b) - total(a))[0];
  if (longest === undefined || longest.length === 0) return null;
  let left = total(longest) / 2;
  for (const [index, length] of lengths(longest).entries()) {
    const [from, to] = [longest[index], longest[index + 1]];
    if (from !== undefined && to !== undefined && length >= left) {
      const share = length === 0 ? 0 : left / length;
      return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
    }
    left -= length;
  }
  return longest[0] ?? null;
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

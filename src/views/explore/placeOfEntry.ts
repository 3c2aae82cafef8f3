import type { SearchEntry } from "@/analysis/search";
import type { Snapshot } from "@/analysis/snapshot";
import type { BBox, LonLat } from "@/domain/units";
import { workPoint } from "@/scene/workPlace";
import type { Explore } from "./context";

/** Half the height of the frame around a point: about 2.5 km, enough to see where a village lies. */
const AROUND = 0.023;

/** The frame around points, west south east north: near enough to tell them apart, wide enough to see where they lie. */
export const boxAround = (points: readonly LonLat[]): BBox => [
  Math.min(...points.map(([lon]) => lon)) - AROUND,
  Math.min(...points.map(([, lat]) => lat)) - AROUND,
  Math.max(...points.map(([lon]) => lon)) + AROUND,
  Math.max(...points.map(([, lat]) => lat)) + AROUND,
];

/**
 * The part of the map that shows what was found, west south east north: a commune whole, a village or work with what is around
 * it; known by commune only, its communes. Null: nowhere known, the map stays where it is.
 */
export function placeOfEntry(
  entry: SearchEntry,
  { works }: Pick<Snapshot, "works">,
  { communeByCode, villageById }: Pick<Explore, "communeByCode" | "villageById">,
): BBox | null {
  if (entry.type === "village") {
    const point = villageById.get(entry.id)?.point ?? null;
    if (point !== null) return boxAround([point]);
  }
  if (entry.type === "work") {
    const state = works.find(({ work }) => work.workId === entry.id);
    if (state?.work.line != null) return boxAround(state.work.line.flat());
    const point = state === undefined ? null : workPoint(state, communeByCode);
    if (point !== null && state?.work.locationClass !== "several") return boxAround([point]);
  }
  const boxes = entry.communeCodes.flatMap((code) => communeByCode.get(code)?.bbox ?? []);
  if (boxes.length === 0) return null;
  const side = (index: number, pick: (...values: number[]) => number) =>
    pick(...boxes.filter((_, at) => at % 4 === index));
  return [side(0, Math.min), side(1, Math.min), side(2, Math.max), side(3, Math.max)];
}

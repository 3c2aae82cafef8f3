import type { Commune, CommuneCode } from "@/domain/commune";

/** Where an arrow key points on a north-up map. */
export type Direction = "north" | "south" | "west" | "east";

const AXES: Readonly<Record<Direction, readonly [east: number, north: number]>> = {
  north: [0, 1],
  south: [0, -1],
  west: [-1, 0],
  east: [1, 0],
};

/** Beyond this angle from the key's direction (cosine) a neighbour lies beside, not ahead. */
const AHEAD = Math.cos((67.5 * Math.PI) / 180);

/**
 * The commune an arrow key leads to: of the neighbours ahead the one nearest to the key's direction; without one, the nearest commune of
 * the province in that half. From nowhere, the westernmost commune. Null at the province's edge: the walk stays where it is.
 * Ties go to the smaller code, so that the same keys always lead to the same place.
 */
export function neighbourWalk(
  communes: readonly Commune[],
  from: CommuneCode | null,
  direction: Direction,
): CommuneCode | null {
  const here = communes.find(({ code }) => code === from);
  if (here === undefined)
    return (
      communes.toSorted((a, b) => a.labelPoint[0] - b.labelPoint[0] || (a.code < b.code ? -1 : 1))[0]?.code ??
      null
    );
  const [east, north] = AXES[direction];
  const shrink = Math.cos((here.labelPoint[1] * Math.PI) / 180);
  const candidates = communes.flatMap((commune) => {
    if (commune.code === here.code) return [];
    const x = (commune.labelPoint[0] - here.labelPoint[0]) * shrink;
    const y = commune.labelPoint[1] - here.labelPoint[1];
    const distance = Math.hypot(x, y);
    if (distance === 0) return [];
    return [{ code: commune.code, distance, cosine: (x * east + y * north) / distance }];
  });
  const first = <T extends { readonly code: string }>(list: readonly T[], cost: (entry: T) => number) =>
    list.toSorted((a, b) => cost(a) - cost(b) || (a.code < b.code ? -1 : 1))[0];
  const ahead = candidates.filter(({ code, cosine }) => cosine > AHEAD && here.neighbours.includes(code));
  const found =
    first(ahead, ({ cosine }) => -cosine) ??
    first(
      candidates.filter(({ cosine }) => cosine > AHEAD),
      ({ cosine, distance }) => distance / cosine,
    );
  return found?.code ?? null;
}

import type { CommuneCode } from "@/domain/commune";
import { BODY_UNKNOWN, FACETS, type Facet, isUnfiltered, type WorkFilter } from "@/domain/workFilter";
import { foldAccents } from "./foldAccents";
import type { Snapshot, WorkState } from "./snapshot";

/** What a work answers to each facet: every value that keeps it. A facet a work does not speak of is answered by "unknown", never by nothing. */
export const FACET_ANSWERS: Readonly<Record<Facet, (state: WorkState) => readonly string[]>> = {
  sectors: ({ work }) => [work.sector],
  stages: ({ stage }) => [stage ?? "unknown"],
  communes: ({ work }) => work.communeCodes,
  villages: ({ work }) => work.villageIds,
  late: ({ lateness }) => [lateness.answer],
  locations: ({ work }) => [work.locationClass],
  bodies: ({ work }) => [work.responsibleBody ?? BODY_UNKNOWN],
  capital: ({ money }) => Object.keys(money.bySource),
  inPlan97: ({ work }) => [work.inPlan97],
};

/** Why a work is not shown: the facets (or `investment`, `text`) that leave it out; empty: it is shown. */
export function leftOutBy(state: WorkState, filter: WorkFilter): readonly (Facet | "investment" | "text")[] {
  const facets = FACETS.filter((facet) => {
    const wanted: readonly string[] = filter[facet];
    return wanted.length > 0 && !FACET_ANSWERS[facet](state).some((answer) => wanted.includes(answer));
  });
  const { investment } = filter;
  const total = state.money.totalInvestment;
  const outside =
    investment !== null &&
    (total === null ||
      total < (investment[0] ?? Number.NEGATIVE_INFINITY) ||
      total > (investment[1] ?? Number.POSITIVE_INFINITY));
  const text = foldAccents(filter.text.trim());
  const unnamed =
    text !== "" &&
    !foldAccents(state.work.name).includes(text) &&
    !foldAccents(state.work.workId).includes(text);
  return [...facets, ...(outside ? (["investment"] as const) : []), ...(unnamed ? (["text"] as const) : [])];
}

export const isShown = (state: WorkState, filter: WorkFilter): boolean =>
  leftOutBy(state, filter).length === 0;

/**
 * The snapshot as if the register held only the works asked for: every count, indicator, table and mark that reads it agrees.
 * `workById` and `allWorks` still hold every work, so that a work can be opened and a sum can name what was left out.
 */
export function filterSnapshot(snapshot: Snapshot, filter: WorkFilter): Snapshot {
  if (isUnfiltered(filter)) return snapshot;
  const works = snapshot.works.filter((state) => isShown(state, filter));
  const shown = new Set(works);
  const worksByCommune = new Map<CommuneCode, readonly WorkState[]>();
  for (const [code, states] of snapshot.worksByCommune) {
    const kept = states.filter((state) => shown.has(state));
    if (kept.length > 0) worksByCommune.set(code, kept);
  }
  return { ...snapshot, works, worksByCommune };
}

/** One value of a facet with the number of works that would answer to it if this facet alone were not filtered. */
export interface FacetCount {
  readonly value: string;
  readonly count: number;
}

/**
 * The values of a facet that the works answer, most works first, with counts under all *other* facets: what a click would add.
 * Values that are chosen stay listed with count 0.
 */
export function countFacet(snapshot: Snapshot, filter: WorkFilter, facet: Facet): readonly FacetCount[] {
  const others: WorkFilter = { ...filter, [facet]: [] };
  const counts = new Map<string, number>();
  for (const state of snapshot.allWorks)
    for (const value of new Set(FACET_ANSWERS[facet](state))) {
      const before = counts.get(value) ?? 0;
      counts.set(value, before + (isShown(state, others) ? 1 : 0));
    }
  for (const value of filter[facet]) if (!counts.has(value)) counts.set(value, 0);
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

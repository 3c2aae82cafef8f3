import type { CommuneCode } from "@/domain/commune";
import type { Village } from "@/domain/village";
import type { WorkState } from "./snapshot";

/** What a group of a commune's works has in common. A work is in exactly one group. */
export type GroupKind = "village" | "villages" | "communes" | "commune-only" | "unnamed";

export interface WorkGroup {
  readonly kind: GroupKind;
  /** Of the village every work of the group is in; null unless `kind` is `village`. */
  readonly villageId: string | null;
  readonly states: readonly WorkState[];
}

/** Groups after the villages, in their order. */
const AFTER: readonly GroupKind[] = ["villages", "communes", "unnamed", "commune-only"];

/**
 * Why a work stands where it does: it crosses communes; it names several villages, or one; it names none and is known by its
 * commune only; or it has a place of its own and names no village.
 */
function groupOf({ work }: WorkState): { readonly kind: GroupKind; readonly villageId: string | null } {
  if (new Set(work.communeCodes).size > 1) return { kind: "communes", villageId: null };
  const villages = new Set(work.villageIds);
  const [only] = villages;
  if (villages.size > 1) return { kind: "villages", villageId: null };
  if (only !== undefined) return { kind: "village", villageId: only };
  const isPlaced = work.locationClass !== "commune" && work.locationClass !== "unknown";
  return { kind: isPlaced ? "unnamed" : "commune-only", villageId: null };
}

/**
 * A commune's works by village: villages in the order given by `compare` of their names, then works of several villages, of several communes,
 * placed works that name no village, and those known by commune only. Within a group by id. Every work is in one group, none is lost.
 */
export function villageGroups(
  states: readonly WorkState[],
  villageById: ReadonlyMap<string, Village>,
  compare: (a: string, b: string) => number,
): readonly WorkGroup[] {
  const groups = new Map<string, { kind: GroupKind; villageId: string | null; states: WorkState[] }>();
  for (const state of states.toSorted((a, b) => (a.work.workId < b.work.workId ? -1 : 1))) {
    const { kind, villageId } = groupOf(state);
    const key = villageId ?? kind;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { kind, villageId, states: [state] });
    else group.states.push(state);
  }
  const name = ({ villageId }: WorkGroup) =>
    villageId === null ? "" : (villageById.get(villageId)?.name ?? villageId);
  return [...groups.values()].toSorted(
    (a, b) =>
      AFTER.indexOf(a.kind) - AFTER.indexOf(b.kind) ||
      compare(name(a), name(b)) ||
      ((a.villageId ?? "") < (b.villageId ?? "") ? -1 : 1),
  );
}

/** A unit's works as numbered in its list, on its map and in its files: 1 … n through all groups. */
export const numbered = (groups: readonly WorkGroup[]): ReadonlyMap<string, number> =>
  new Map(groups.flatMap(({ states }) => states).map(({ work }, index) => [work.workId, index + 1]));

/** Villages of a commune, in the order of their names. */
export const villagesOf = (
  villages: readonly Village[],
  code: CommuneCode,
  compare: (a: string, b: string) => number,
): readonly Village[] =>
  villages
    .filter(({ communeCode }) => communeCode === code)
    .toSorted((a, b) => compare(a.name, b.name) || (a.villageId < b.villageId ? -1 : 1));

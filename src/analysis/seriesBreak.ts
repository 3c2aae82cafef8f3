import type { Poverty } from "@/domain/poverty";
import type { Snapshot } from "./snapshot";

export type PovertyStandard = NonNullable<Poverty["standard"]>;

/** The standards by which the communes' poverty known on a day was counted, oldest first; rows that state none are not among them. */
export const povertyStandards = ({ poverty }: Pick<Snapshot, "poverty">): readonly PovertyStandard[] =>
  [
    ...new Set(
      [...poverty.values()].flatMap(({ areaLevel, standard }) =>
        areaLevel === "commune" && standard !== null ? [standard] : [],
      ),
    ),
  ].toSorted();

/** The poverty of two days is counted by other standards: their numbers are not one series. */
export interface StandardChange {
  readonly before: readonly PovertyStandard[];
  readonly after: readonly PovertyStandard[];
}

/**
 * Whether the standard of poverty differs between two days (Nghị định on the multidimensional standard: 2022–2025, then 2027–2030).
 * Null: the same, or one of the days knows of no poverty at all, so that nothing is compared.
 */
export function standardChange(
  before: Pick<Snapshot, "poverty">,
  after: Pick<Snapshot, "poverty">,
): StandardChange | null {
  const [old, now] = [povertyStandards(before), povertyStandards(after)];
  const isSame = old.length === now.length && old.every((standard, index) => standard === now[index]);
  return isSame || old.length === 0 || now.length === 0 ? null : { before: old, after: now };
}

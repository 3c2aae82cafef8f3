/** Why an answer is what it is. */
export type HazardReason =
  | "unknown-place"
  | "place-is-a-region"
  | "unassessed"
  | "inside"
  | "outside"
  | "partly";
export interface HazardAnswer {
  readonly answer: "yes" | "no" | "unknown";
  readonly reason: HazardReason;
}

/** Answers per work id; null while they are being computed. */
export const useHazardAnswers = (): ReadonlyMap<string, HazardAnswer> | null => null;

import type { Snapshot } from "@/analysis/snapshot";
import type { Question, Target } from "@/domain/question";
import type { Kind, Source } from "@/domain/source";
import { leastTrusted } from "../words";

const ids = (rows: readonly { readonly sourceId: string }[]): readonly string[] =>
  rows.map(({ sourceId }) => sourceId);

const povertyIds = ({ poverty }: Snapshot, level: "village" | "commune") =>
  ids([...poverty].flatMap(([key, row]) => (key.startsWith(`${level}:`) ? [row] : [])));

function targetIds(target: Target, snapshot: Snapshot): readonly string[] {
  switch (target.type) {
    case "zones":
      return ids([...snapshot.hazardZones, ...snapshot.hazardAssessed]);
    case "works":
      return ids(snapshot.allWorks.map(({ work }) => work));
    case "villages":
      return [
        ...ids(snapshot.register.villages),
        ...(target.povertyFrom === null ? [] : povertyIds(snapshot, "village")),
      ];
    case "events":
      return ids(snapshot.hazardEvents);
    case "communes":
      return ids(snapshot.register.communes);
    // The reader's own: no source of the register.
    case "drawn":
    case "layer":
      return [];
  }
}

/**
 * Sources every row of an answer rests on besides its own: of what it is held against, of the number it was chosen by, of the scope, and of the
 * question it goes on with. Unique.
 */
export function questionSources(question: Question, snapshot: Snapshot): readonly string[] {
  const { subject, conditions, scope, base } = question;
  const level = subject.set === "villages" ? "village" : "commune";
  return [
    ...new Set([
      ...conditions.flatMap(({ target }) => targetIds(target, snapshot)),
      ...(subject.povertyFrom === null ? [] : povertyIds(snapshot, level)),
      ...(scope.type === "difficult" ? ids([...snapshot.statuses.values()]) : []),
      // Places known by commune are measured on its boundaries.
      ...ids(snapshot.register.communes),
      ...(base === null ? [] : questionSources(base.question, snapshot)),
    ]),
  ];
}

/** An answer is computed here, and no better than the least trustworthy it is computed from. */
export const answerKind = (sourceIds: readonly string[], sourceById: ReadonlyMap<string, Source>): Kind =>
  leastTrusted(["derived", ...sourceIds.flatMap((id) => sourceById.get(id)?.kind ?? [])]);

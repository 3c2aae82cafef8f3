import type { WorkState } from "@/analysis/snapshot";
import type { CommuneCode } from "@/domain/commune";
import { formatDate, formatPercent } from "@/i18n/format";
import { useExplore } from "./context";
import { PartsBar } from "./Figure";
import { Provenance } from "./Provenance";
import { useHazardAnswers } from "./useHazardAnswers";

/** Share of a commune's area in each class, unassessed ground beside it, never inside "low". */
export function HazardShares({ code }: { readonly code: CommuneCode }) {
  const { messages, locale, snapshot } = useExplore();
  const m = messages.explore;
  const share = snapshot.hazardShares.get(code);
  if (share === undefined) return <p className="note">{m.hazardNoData}</p>;
  const parts = [
    { key: "low", count: share.low, fill: "var(--c-hazard-low)", name: messages.domain["hazard.low"] },
    {
      key: "moderate",
      count: share.moderate,
      fill: "var(--c-hazard-moderate)",
      name: messages.domain["hazard.moderate"],
    },
    { key: "high", count: share.high, fill: "var(--c-hazard-high)", name: messages.domain["hazard.high"] },
    {
      key: "very-high",
      count: share.veryHigh,
      fill: "var(--c-hazard-very-high)",
      name: messages.domain["hazard.very-high"],
    },
    { key: "unassessed", count: share.unassessed, fill: "var(--c-paper3)", name: m.hazardUnassessed },
  ];
  const sourceIds = snapshot.hazardZones
    .filter((zone) => zone.recordedOn <= share.recordedOn)
    .map((zone) => zone.sourceId);
  return (
    <>
      <div className="pair__label">
        {m.hazardShares} ({formatDate(locale, share.recordedOn)}) <Provenance sourceIds={sourceIds} derived />
      </div>
      <PartsBar parts={parts} />
      <p className="stages">
        {parts
          .filter(({ count }) => count > 0)
          .map(({ key, name, count, fill }) => (
            <span key={key}>
              <svg className="stages__key" viewBox="0 0 10 10" aria-hidden="true">
                <rect width="10" height="10" fill={fill} />
              </svg>
              {name} {formatPercent(locale, count)}
            </span>
          ))}
      </p>
    </>
  );
}

/** How many of a commune's works lie in zones of high susceptibility: yes, no, cannot be told. */
export function HazardAnswersOfWorks({ states }: { readonly states: readonly WorkState[] }) {
  const m = useExplore().messages.explore;
  const answers = useHazardAnswers(states);
  if (answers === null) return null;
  const count = (answer: "yes" | "no" | "unknown") =>
    states.filter(({ work }) => (answers.get(work.workId)?.answer ?? "unknown") === answer).length;
  return (
    <>
      <p className="pair__label">{m.hazardWorks}</p>
      <p className="pair__value">{m.hazardAnswers(count("yes"), count("no"), count("unknown"))}</p>
      <p className="pair__note">
        {m.hazardOfWorks(states.length)}. {m.hazardMethod}
      </p>
    </>
  );
}

/** The answer for one work, with its reason. */
export function HazardAnswerOfWork({ states }: { readonly states: readonly [WorkState] }) {
  const { messages } = useExplore();
  const m = messages.explore;
  const answer = useHazardAnswers(states)?.get(states[0].work.workId);
  if (answer === undefined) return null;
  return (
    <>
      <p className="pair__value">{messages.domain[`answer.${answer.answer}`]}</p>
      <p className="pair__note">
        {m[`hazardReason.${answer.reason}`]}. {m.hazardMethod}
      </p>
    </>
  );
}

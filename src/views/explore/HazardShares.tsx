import type { CommuneCode } from "@/domain/commune";
import { formatDate, formatPercent } from "@/i18n/format";
import { situationMessages } from "@/i18n/messages/situation";
import { useExplore } from "./context";
import { PartsBar } from "./Figure";
import { Provenance } from "./Provenance";

/** Share of a commune's area in each class, unassessed ground beside it, never inside "low". */
export function HazardShares({ code }: { readonly code: CommuneCode }) {
  const { messages, locale, snapshot } = useExplore();
  const s = situationMessages[locale];
  const share = snapshot.hazardShares.get(code);
  if (share === undefined) return <p className="note">{s.hazardNoData}</p>;
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
    { key: "unassessed", count: share.unassessed, fill: "var(--c-paper3)", name: s.hazardUnassessed },
  ];
  const sourceIds = snapshot.hazardZones
    .filter((zone) => zone.recordedOn <= share.recordedOn)
    .map((zone) => zone.sourceId);
  return (
    <>
      <div className="pair__label">
        {s.hazardShares} ({formatDate(locale, share.recordedOn)}) <Provenance sourceIds={sourceIds} derived />
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

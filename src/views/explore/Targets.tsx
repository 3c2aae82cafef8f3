import type { Target } from "@/domain/target";
import { formatNumber } from "@/i18n/format";
import { useExplore } from "./context";
import { Provenance } from "./Provenance";
import { Section } from "./Section";
import { targetPace } from "./targetPace";

function TargetLine({ target }: { readonly target: Target }) {
  const { messages, locale } = useExplore();
  const m = messages.explore;
  const value = (number: number) =>
    target.unit.startsWith("%")
      ? `${formatNumber(locale, number, 2)}\u00a0%`
      : `${formatNumber(locale, number, 2)} ${target.unit}`;
  const goal = (number: number) =>
    ({
      below: m.targetBelow,
      "at-most": m.targetAtMost,
      "at-least": m.targetAtLeast,
      above: m.targetAbove,
      exactly: m.targetExactly,
    })[target.direction](value(number));
  const pace = targetPace(target);
  return (
    <li className="note">
      <span className="strong">{target.indicator}</span>
      <br />
      {m.targetLine(
        target.baselineValue === null ? m.targetNoBaseline : value(target.baselineValue),
        target.targetValue === null ? m.unknown : goal(target.targetValue),
        target.targetYear === null ? m.targetYearUnknown : String(target.targetYear),
      )}
      {pace !== null && pace.reaches !== null && target.statedPace !== null && (
        <>
          {". "}
          {pace.enough === true
            ? m.statedPaceEnough(formatNumber(locale, target.statedPace, 2), value(pace.reaches))
            : m.statedPace(formatNumber(locale, target.statedPace, 2), value(pace.reaches))}{" "}
          {pace.enough === false && (
            <strong className="late">{m.neededPace(formatNumber(locale, pace.needed, 2))}</strong>
          )}
          {target.baselineYear === null && <span className="muted"> {m.paceBasis(pace.years)}</span>}
        </>
      )}{" "}
      <Provenance
        sourceIds={[target.sourceId]}
        derived={pace?.reaches !== undefined && pace?.reaches !== null}
      />
    </li>
  );
}

/** Stated targets of one area; those with a pace that can be checked come first. A missing baseline is said. */
export function Targets({ level, code }: { readonly level: Target["areaLevel"]; readonly code: string }) {
  const { messages, snapshot } = useExplore();
  const targets = snapshot.register.targets
    .filter(({ areaLevel, areaCode }) => areaLevel === level && areaCode === code)
    .toSorted((a, b) => Number(b.statedPace !== null) - Number(a.statedPace !== null));
  if (targets.length === 0) return null;
  return (
    <Section title={messages.explore.targets} tabs={["figures"]} strong aside={String(targets.length)}>
      <ul>
        {targets.map((target) => (
          <TargetLine key={target.targetId} target={target} />
        ))}
      </ul>
    </Section>
  );
}

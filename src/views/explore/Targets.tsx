import { targetPace } from "@/analysis/targetPace";
import type { Target } from "@/domain/target";
import { formatNumber } from "@/i18n/format";
import { targetsMessages } from "@/i18n/messages/targets";
import { useExplore } from "./context";
import { Provenance } from "./Provenance";
import { Section } from "./Section";

function TargetLine({ target }: { readonly target: Target }) {
  const { messages, locale } = useExplore();
  const m = messages.explore;
  const t = targetsMessages[locale];
  const value = (number: number) =>
    target.unit.startsWith("%")
      ? `${formatNumber(locale, number, 2)}\u00a0%`
      : `${formatNumber(locale, number, 2)} ${target.unit}`;
  const goal = (number: number) =>
    ({
      below: t.targetBelow,
      "at-most": t.targetAtMost,
      "at-least": t.targetAtLeast,
      above: t.targetAbove,
      exactly: t.targetExactly,
    })[target.direction](value(number));
  const pace = targetPace(target);
  return (
    <li className="note">
      <span className="strong">{target.indicator}</span>
      <br />
      {t.targetLine(
        target.baselineValue === null ? t.targetNoBaseline : value(target.baselineValue),
        target.targetValue === null ? m.unknown : goal(target.targetValue),
        target.targetYear === null ? t.targetYearUnknown : String(target.targetYear),
      )}
      {pace !== null && pace.reaches !== null && target.statedPace !== null && (
        <>
          {". "}
          {pace.enough === true
            ? t.statedPaceEnough(formatNumber(locale, target.statedPace, 2), value(pace.reaches))
            : t.statedPace(formatNumber(locale, target.statedPace, 2), value(pace.reaches))}{" "}
          {pace.enough === false && (
            <strong className="late">{t.neededPace(formatNumber(locale, pace.needed, 2))}</strong>
          )}
          {target.baselineYear === null && <span className="muted"> {t.paceBasis(pace.years)}</span>}
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
  const { locale, snapshot } = useExplore();
  const t = targetsMessages[locale];
  const targets = snapshot.register.targets
    .filter(({ areaLevel, areaCode }) => areaLevel === level && areaCode === code)
    .toSorted((a, b) => Number(b.statedPace !== null) - Number(a.statedPace !== null));
  if (targets.length === 0) return null;
  return (
    <Section title={t.targets} tabs={["figures"]} strong aside={String(targets.length)}>
      <ul>
        {targets.map((target) => (
          <TargetLine key={target.targetId} target={target} />
        ))}
      </ul>
    </Section>
  );
}

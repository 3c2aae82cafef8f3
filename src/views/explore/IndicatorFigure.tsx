import type { Commune } from "@/domain/commune";
import { formatNumber, formatPercent } from "@/i18n/format";
import type { IndicatorMessageKey } from "@/i18n/messages";
import type { IndicatorValue } from "@/indicators/indicator";
import { physicalProgress } from "@/indicators/physicalProgress";
import { plannedProgress } from "@/indicators/plannedProgress";
import { useExplore, useShown } from "./context";
import { Figure, ProgressBar } from "./Figure";
import { Provenance } from "./Provenance";
import { indicatorText, rankOf, rankText, unitText, valueText } from "./valueText";
import { fractionText } from "./words";

/** Denominator, coverage and asides of a value, a line each. */
function Basis({ value }: { readonly value: IndicatorValue }) {
  const { messages, locale } = useExplore();
  const { indicator } = useShown();
  const m = messages.explore;
  const text = (key: IndicatorMessageKey) => indicatorText(messages, key);
  if (value.kind === "blank") return <p>{m[`why.${value.blank}`]}</p>;
  const { fraction, coverage, asides, notes } = value;
  return (
    <>
      {fraction !== null && <p>{fractionText(locale, messages, fraction, indicator.unit === "percent")}</p>}
      {coverage !== null && (
        <p>
          {m.coverage(coverage.counted, coverage.of)}
          {coverage.weightShare !== null &&
            `, ${m.coverageWeight(formatPercent(locale, coverage.weightShare, 0))}`}
        </p>
      )}
      {asides.map(({ label, value: beside, unit }) => (
        <p key={label}>
          {text(label)}:{" "}
          {beside === null ? m.unknown : unitText(locale, messages, beside, unit, indicator.digits)}
        </p>
      ))}
      {notes.map((note) => (
        <p key={note} className="muted">
          {text(note)}
        </p>
      ))}
    </>
  );
}

/** The indicator of one commune, or of the whole province: the figure, what it is a part of, rank, gap to plan. */
export function IndicatorFigure({ commune }: { readonly commune: Commune | null }) {
  const { messages, locale, snapshot } = useExplore();
  const { indicator } = useShown();
  const m = messages.explore;
  const value = commune === null ? indicator.overall(snapshot) : indicator.measure(snapshot, commune.code);
  const label = indicatorText(messages, indicator.label);
  const rank = commune === null ? null : rankOf(snapshot, indicator, commune.code);
  const plan = indicator.id === physicalProgress.id ? plannedProgress(snapshot, commune?.code ?? null) : null;
  const gap = plan === null || value.kind === "blank" ? null : value.value - plan;
  return (
    <>
      <Figure
        label={commune === null ? m.overallLabel(label) : label}
        value={valueText(messages, indicator, value)}
        isWords={value.kind === "blank" || indicator.unit === "million-vnd"}
        provenance={value.sourceIds.length > 0 && <Provenance sourceIds={value.sourceIds} derived />}
      >
        {rank !== null && <p>{rankText(messages, rank)}</p>}
        <Basis value={value} />
        {plan !== null && <p>{m.planToDate(formatPercent(locale, plan))}</p>}
      </Figure>
      {value.kind === "value" && indicator.unit === "percent" && (
        <>
          <ProgressBar value={value.value} plan={plan} color={`var(--c-${indicator.ramp}-2)`} />
          <p className="bar-ends">
            <span>0</span>
            {gap !== null && (
              <span className={gap < 0 ? "late strong" : "strong"}>
                {gap < 0
                  ? m.behindPlan(formatNumber(locale, -gap, 1))
                  : gap > 0
                    ? m.aheadOfPlan(formatNumber(locale, gap, 1))
                    : m.onPlan}
              </span>
            )}
            <span>{formatPercent(locale, 100, 0)}</span>
          </p>
        </>
      )}
    </>
  );
}

import type { ProgressCurve } from "@/analysis/programmeCurve";
import { formatDate, formatNumber, formatPercent } from "@/i18n/format";
import type { Locale } from "@/i18n/locale";
import { curvesMessages } from "@/i18n/messages/compareCurves";
import { CurveDots, CurveFrame, CurveGap, type CurveLabel, CurveLabels } from "./CurveFrame";
import { type CurveSize, progressLayout } from "./curveLayout";

/** Points of percent that read as none. */
const UNSEEN_GAP = 0.05;

/** The S-curve: plan dashed, progress solid, the pace needed dotted. Nothing is drawn with no work in the curves. */
export function ProgrammeProgressChart({
  curve,
  locale,
  size,
}: {
  readonly curve: ProgressCurve;
  readonly locale: Locale;
  readonly size: CurveSize;
}) {
  const m = curvesMessages[locale];
  const layout = progressLayout(curve, size);
  const { now, pace } = curve;
  if (layout === null || now === null) return null;
  const { today } = layout;
  const gap = now.planned - now.percent;
  const percent = (value: number) => formatPercent(locale, value, 1, true);
  const day = formatDate(locale, curve.asOf);
  const points = formatNumber(locale, Math.abs(gap), 1, true);
  const labels: CurveLabel[] = [
    { y: layout.now.planned - 6, text: m.plannedLabel(percent(now.planned)), fill: "var(--c-ink)" },
    {
      y: (layout.now.planned + layout.now.actual) / 2,
      text: Math.abs(gap) < UNSEEN_GAP ? m.onPlan : gap > 0 ? m.behind(points) : m.before(points),
      fill: gap >= UNSEEN_GAP ? "var(--c-late)" : "var(--c-ink2)",
      strong: true,
    },
    {
      y: layout.now.actual + 6,
      text: m.actualLabel(percent(now.percent)),
      fill: "var(--c-ink)",
      strong: true,
    },
    ...(pace?.required.kind === "pace"
      ? [
          {
            y: Math.max(layout.now.actual, layout.now.planned) + 24,
            text: m.requiredLabel(formatNumber(locale, pace.required.points, 1, true)),
            fill: "var(--c-ink3)",
          },
        ]
      : []),
  ];
  return (
    <CurveFrame
      axes={layout}
      today={today}
      todayText={day}
      aheadText={m.notYet}
      tickText={(value) => (value === 100 ? formatPercent(locale, value) : formatNumber(locale, value))}
      unit=""
      title={m.progressAlt(percent(now.percent), percent(now.planned), day)}
    >
      <g fill="none">
        <path d={layout.planned} stroke="var(--c-ink2)" strokeWidth="1.6" strokeDasharray="6 4" />
        {layout.required !== null && (
          <path
            d={layout.required}
            stroke="var(--c-progress-3)"
            strokeWidth="1.8"
            strokeDasharray="0.1 4.5"
            strokeLinecap="round"
          />
        )}
        <path d={layout.actual} stroke="var(--c-progress-4)" strokeWidth="2.8" strokeLinejoin="round" />
      </g>
      <CurveGap x={today} from={layout.now.planned} to={layout.now.actual} isBehind={gap > 0} />
      <CurveDots dots={layout.dots} fill="var(--c-progress-4)" />
      <CurveLabels labels={labels} axes={layout} today={today} />
    </CurveFrame>
  );
}

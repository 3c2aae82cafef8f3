import type { MoneyCurve } from "@/analysis/programmeCurve";
import { formatDate, formatMoney, formatNumber } from "@/i18n/format";
import type { Locale } from "@/i18n/locale";
import { curvesMessages } from "@/i18n/messages/compareCurves";
import { CurveDots, CurveFrame, CurveGap, type CurveLabel, CurveLabels, LABEL_WIDTH } from "./CurveFrame";
import { type CurveSize, moneyLayout } from "./curveLayout";

const inBillions = (millions: number): number => millions / 1000;

/** Capital and disbursement of the works of the 97, cumulative. Nothing is drawn where neither is known. */
export function ProgrammeMoneyChart({
  curve,
  locale,
  size,
}: {
  readonly curve: MoneyCurve;
  readonly locale: Locale;
  readonly size: CurveSize;
}) {
  const m = curvesMessages[locale];
  const layout = moneyLayout(curve, size);
  if (layout === null) return null;
  const { plot, today, now, end } = layout;
  const amount = (millions: number) => formatNumber(locale, inBillions(millions));
  const day = formatDate(locale, curve.asOf);
  const gap = curve.now === null ? 0 : curve.now.even - curve.now.disbursed;
  const labels: CurveLabel[] =
    curve.now === null || now === null
      ? []
      : [
          { y: now.released, text: m.released(amount(curve.now.released)), fill: "var(--c-ink)" },
          {
            y: (now.even + now.disbursed) / 2,
            text: gap >= 0 ? m.short(amount(gap)) : m.ahead(amount(-gap)),
            fill: gap >= 0 ? "var(--c-late)" : "var(--c-ink2)",
            strong: true,
          },
          {
            y: now.disbursed + 6,
            text: m.disbursed(amount(curve.now.disbursed)),
            fill: "var(--c-ink)",
            strong: true,
          },
        ];
  return (
    <CurveFrame
      axes={layout}
      today={today}
      todayText={day}
      aheadText={m.notYet}
      tickText={(value) => formatNumber(locale, value)}
      unit={m.unit}
      title={
        curve.now === null
          ? m.moneyTitle
          : m.moneyAlt(formatMoney(locale, curve.now.disbursed), formatMoney(locale, curve.now.released), day)
      }
    >
      {end !== null && end.provincialAmount > 0 && (
        <>
          <path
            d={`M${plot.left} ${end.provincial}H${plot.right}`}
            stroke="var(--c-ink3)"
            strokeDasharray="1 3"
            fill="none"
          />
          <text x={plot.left + 8} y={end.provincial + 15} fill="var(--c-ink3)">
            {m.provincialLine(formatNumber(locale, end.provincialAmount))}
          </text>
        </>
      )}
      <g fill="none">
        <path d={layout.ahead} stroke="var(--c-progress-2)" strokeWidth="1" />
        <path d={layout.released} stroke="var(--c-progress-2)" strokeWidth="2" />
        <path d={layout.even} stroke="var(--c-ink2)" strokeWidth="1.4" strokeDasharray="5 4" />
        <path d={layout.disbursed} stroke="var(--c-progress-4)" strokeWidth="2.8" strokeLinejoin="round" />
      </g>
      {now !== null && <CurveGap x={today} from={now.even} to={now.disbursed} isBehind={gap >= 0} />}
      <CurveDots dots={layout.dots} fill="var(--c-progress-4)" />
      {end !== null && plot.right - today >= LABEL_WIDTH && (
        <text x={plot.right} y={end.all - 7} textAnchor="end" fill="var(--c-ink2)" fontWeight="600">
          {m.allSources(formatNumber(locale, end.allAmount))}
        </text>
      )}
      <CurveLabels labels={labels} axes={layout} today={today} />
    </CurveFrame>
  );
}

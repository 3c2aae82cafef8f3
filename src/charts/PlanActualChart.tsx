import { useId } from "react";
import type { WorkHistory } from "@/analysis/workHistory";
import { formatDate, formatPercent } from "@/i18n/format";
import type { Locale } from "@/i18n/locale";
import { workMessages } from "@/i18n/messages/work";
import { type ChartSize, planActualLayout, type ReportPoint, type RoundMark } from "./planActualLayout";

/** Half the room the as-of day needs to stay inside the drawing. */
const TODAY_WIDTH = 34;

/** The rhomb of a correction, as the signs of the map have it (VISUAL › Marks), around a centre. */
export function CorrectedMark({ x, y }: { readonly x: number; readonly y: number }) {
  return (
    <path
      d={`M${x} ${y - 3.4}l3.4 3.4-3.4 3.4-3.4-3.4z`}
      fill="var(--c-halo)"
      stroke="var(--c-accent)"
      strokeWidth="1.3"
    />
  );
}

/** A closing day: a dot when reported, a dashed ring when missing, dotted while there is still time. */
export function RoundSign({
  x,
  y,
  state,
}: { readonly x: number; readonly y: number } & Pick<RoundMark, "state">) {
  if (state === "reported") return <circle cx={x} cy={y} r="2.4" fill="var(--c-ink2)" />;
  return (
    <circle
      cx={x}
      cy={y}
      r="4"
      fill="var(--c-paper)"
      stroke={state === "missing" ? "var(--c-ink)" : "var(--c-ink3)"}
      strokeWidth={state === "missing" ? 1.4 : 1.2}
      strokeDasharray={state === "missing" ? "2.6 1.6" : "0.1 2.4"}
      strokeLinecap={state === "missing" ? "butt" : "round"}
    />
  );
}

function Report({ point }: { readonly point: ReportPoint }) {
  const { x, y, replaced, isCorrected } = point;
  return (
    <>
      {replaced.map((from) => (
        <g key={from} fill="none" stroke="var(--c-ink3)">
          <path d={`M${x} ${from}V${y}`} strokeWidth="1" />
          <circle cx={x} cy={from} r="3.2" fill="var(--c-paper)" strokeWidth="1.3" />
        </g>
      ))}
      <circle cx={x} cy={y} r="3.6" fill="var(--c-progress-3)" stroke="var(--c-paper)" strokeWidth="1.2" />
      {isCorrected && <CorrectedMark x={x - 5.5} y={y + 6} />}
    </>
  );
}

/**
 * Progress by plan (dashed) against what was reported (points), over time. The strip below has every closing day; what lies after the
 * as-of day is dotted. Shapes and words carry it without colour. Nothing is drawn where there is neither plan nor report.
 */
export function PlanActualChart({
  history,
  locale,
  size,
}: {
  readonly history: WorkHistory;
  readonly locale: Locale;
  readonly size: ChartSize;
}) {
  const id = useId();
  const m = workMessages[locale];
  const layout = planActualLayout(history, size);
  if (layout === null) return null;
  const { width, height, plot, strip, today } = layout;
  const anchor =
    today < plot.left + TODAY_WIDTH ? "start" : today > plot.right - TODAY_WIDTH ? "end" : "middle";
  return (
    <svg
      className="plan-actual__svg"
      xmlns="http://www.w3.org/2000/svg"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      fontSize="11"
      role="img"
      aria-labelledby={`${id}-title`}
    >
      <title id={`${id}-title`}>{m.chartTitle(layout.points.length, formatDate(locale, history.asOf))}</title>
      <g stroke="var(--c-line)" strokeWidth="1">
        {layout.levels.map(({ y, percent }) => (
          <path key={percent} d={`M${plot.left} ${y}H${plot.right}`} />
        ))}
        {layout.years.map(
          ({ year, begins }) =>
            begins !== null && <path key={year} d={`M${begins} ${plot.top}V${strip + 6}`} />,
        )}
      </g>
      <g fill="var(--c-ink3)">
        {layout.levels.map(
          ({ y, percent, isLabelled }) =>
            isLabelled && (
              <text key={percent} x={plot.left - 6} y={y + 4} textAnchor="end">
                {percent === 100 ? formatPercent(locale, percent) : percent}
              </text>
            ),
        )}
        {layout.years.map(
          ({ year, label }) =>
            label !== null && (
              <text key={year} x={label} y={height - 5} textAnchor="middle">
                {year}
              </text>
            ),
        )}
      </g>
      <g fill="none" stroke="var(--c-ink2)">
        {layout.curves.map(({ d, inForce }) => (
          <path
            key={d}
            d={d}
            stroke={inForce ? "var(--c-ink2)" : "var(--c-line2)"}
            strokeWidth={inForce ? 1.6 : 1.1}
            strokeDasharray={inForce ? "6 3.5" : "2 3"}
          />
        ))}
        {layout.moves.map(({ from, to, y }) => (
          <path
            key={from}
            d={`M${from} ${y - 6}H${to}m${to > from ? -4 : 4} -3l${to > from ? 4 : -4} 3l${to > from ? -4 : 4} 3`}
            strokeWidth="1.1"
          />
        ))}
      </g>
      <path d={`M${today} ${plot.top - 13}V${strip}`} stroke="var(--c-ink)" strokeWidth="1" />
      <text x={today} y={plot.top - 17} textAnchor={anchor} fill="var(--c-ink)" fontWeight="600">
        {formatDate(locale, history.asOf)}
      </text>
      {layout.gap !== null && (
        <path
          d={`M${layout.gap.x} ${layout.gap.from}V${layout.gap.to}m-4 0h8`}
          stroke="var(--c-late)"
          strokeWidth="2"
          fill="none"
        />
      )}
      <g fill="none" stroke="var(--c-progress-3)" strokeWidth="2">
        {layout.segments.map(({ d, isBroken }) => (
          <path
            key={d}
            d={d}
            strokeDasharray={isBroken ? "0.1 4" : undefined}
            strokeLinecap={isBroken ? "round" : "butt"}
          />
        ))}
      </g>
      {layout.points.map((point) => (
        <Report key={point.closingDay} point={point} />
      ))}
      <g fill="none" stroke="var(--c-ink2)" strokeWidth="1.2">
        <path d={`M${plot.left} ${strip}H${today}`} />
        <path d={`M${today} ${strip}H${plot.right}`} strokeDasharray="0.1 4" strokeLinecap="round" />
      </g>
      {layout.rounds.map(({ x, closingDay, state }) => (
        <RoundSign key={closingDay} x={x} y={strip} state={state} />
      ))}
    </svg>
  );
}

import { type ReactNode, useId } from "react";
import { type CurveAxes, type MoneyLayout, spread } from "./curveLayout";

/** Half the room the as-of day needs to stay inside the drawing. */
const TODAY_WIDTH = 36;
/** Room the unit and the as-of day need beside each other. */
const UNIT_WIDTH = 110;
const LABEL_GAP = 15;
/** Room a label needs beside the as-of day. */
export const LABEL_WIDTH = 128;

/** The ground of a chart over the Programme's years: levels, years, the as-of day and what lies after it. */
export function CurveFrame({
  axes,
  today,
  todayText,
  aheadText,
  tickText,
  unit,
  title,
  children,
}: {
  readonly axes: CurveAxes;
  readonly today: number;
  readonly todayText: string;
  readonly aheadText: string;
  readonly tickText: (value: number) => string;
  readonly unit: string;
  /** What the chart shows, in a sentence: its name for the ear. */
  readonly title: string;
  readonly children: ReactNode;
}) {
  const id = useId();
  const { width, height, plot, y, ticks, years } = axes;
  const anchor =
    today < plot.left + TODAY_WIDTH ? "start" : today > plot.right - TODAY_WIDTH ? "end" : "middle";
  const isCrowded = today - plot.left < UNIT_WIDTH;
  return (
    <svg
      className="curve"
      xmlns="http://www.w3.org/2000/svg"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      fontSize="12"
      role="img"
      aria-labelledby={id}
    >
      <title id={id}>{title}</title>
      {today < plot.right && (
        <path d={`M${today} ${plot.top}H${plot.right}V${plot.bottom}H${today}z`} fill="var(--c-paper2)" />
      )}
      <path
        d={ticks.map((value) => `M${plot.left} ${y(value)}H${plot.right}`).join("")}
        stroke="var(--c-line)"
        fill="none"
      />
      <path
        d={years.map(({ begins }) => `M${begins} ${plot.bottom}v5`).join("")}
        stroke="var(--c-line2)"
        fill="none"
      />
      <path d={`M${plot.left} ${plot.bottom}H${plot.right}`} stroke="var(--c-line2)" fill="none" />
      <g fill="var(--c-ink3)">
        {ticks.map((value) => (
          <text key={value} x={plot.left - 7} y={y(value) + 4} textAnchor="end">
            {tickText(value)}
          </text>
        ))}
        {years.map(({ year, label }) => (
          <text key={year} x={label} y={height - 8} textAnchor="middle">
            {year}
          </text>
        ))}
        <text
          x={isCrowded ? plot.right : plot.left - 7}
          y={plot.top - 13}
          textAnchor={isCrowded ? "end" : "start"}
        >
          {unit}
        </text>
        {plot.right - today > LABEL_WIDTH && (
          <text x={plot.right - 8} y={plot.bottom - 9} textAnchor="end">
            {aheadText}
          </text>
        )}
      </g>
      <path d={`M${today} ${plot.top - 8}V${plot.bottom}`} stroke="var(--c-ink)" fill="none" />
      <text x={today} y={plot.top - 13} textAnchor={anchor} fill="var(--c-ink)" fontWeight="600">
        {todayText}
      </text>
      {children}
    </svg>
  );
}

/** Closing days on a curve: a dot each, a rhomb beside those whose figures were corrected (VISUAL › Marks), a larger dot on the as-of day. */
export function CurveDots({ dots, fill }: { readonly dots: MoneyLayout["dots"]; readonly fill: string }) {
  const last = dots.at(-1);
  return (
    <>
      {dots.map(({ day, x, y, isCorrected }) => (
        <g key={day}>
          {(last === undefined || day === last.day || last.x - x > 5) && (
            <circle cx={x} cy={y} r={day === last?.day ? 4.5 : 2.6} fill={fill} stroke="var(--c-paper)" />
          )}
          {isCorrected && (
            <path
              d={`M${x} ${y + 7}l4 4-4 4-4-4z`}
              fill="var(--c-halo)"
              stroke="var(--c-accent)"
              strokeWidth="1.4"
            />
          )}
        </g>
      ))}
    </>
  );
}

/** What is behind, or ahead, on the as-of day: a bracket beside the curves. */
export function CurveGap({
  x,
  from,
  to,
  isBehind,
}: {
  readonly x: number;
  readonly from: number;
  readonly to: number;
  readonly isBehind: boolean;
}) {
  return Math.abs(from - to) < 2 ? null : (
    <path
      d={`M${x - 3.5} ${from}h7m-3.5 0V${to}m-3.5 0h7`}
      fill="none"
      stroke={isBehind ? "var(--c-late)" : "var(--c-ink2)"}
      strokeWidth="2"
    />
  );
}

export interface CurveLabel {
  readonly y: number;
  readonly text: string;
  readonly fill: string;
  readonly strong?: boolean;
}

/** Names of the values of the as-of day, beside it and apart from each other; on its left where the right has no room. */
export function CurveLabels({
  labels,
  axes: { plot },
  today,
}: {
  readonly labels: readonly CurveLabel[];
  readonly axes: CurveAxes;
  readonly today: number;
}) {
  const isRight = plot.right - today >= LABEL_WIDTH;
  const heights = spread(
    // Curves rise: on the left of the day they are below what they reached.
    labels.map(({ y }) => y + (isRight ? 4 : -9)),
    LABEL_GAP,
    plot.bottom - LABEL_GAP,
  );
  return (
    <g
      textAnchor={isRight ? "start" : "end"}
      paintOrder="stroke"
      stroke={isRight ? "var(--c-paper2)" : "var(--c-paper)"}
      strokeWidth="6"
      strokeLinejoin="round"
    >
      {labels.map(({ text, fill, strong }, index) => (
        <text
          key={text}
          x={today + (isRight ? 10 : -10)}
          y={heights[index]}
          fill={fill}
          fontWeight={strong ? 600 : 500}
        >
          {text}
        </text>
      ))}
    </g>
  );
}

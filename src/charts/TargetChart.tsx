import type { TargetProgress } from "@/analysis/targetProgress";
import type { ChartSize } from "./planActualLayout";
import { targetLayout } from "./targetLayout";

/** The few words a target's chart carries, in the reader's language. */
export interface TargetChartWords {
  readonly label: string;
  readonly baseline: string;
  /** At the end of the stated pace; null: none is stated. */
  readonly stated: string | null;
  readonly short: string | null;
  readonly goal: string | null;
  readonly newStandard: string | null;
  readonly level: (value: number) => string;
}

/** Least distance between the words at the right, px. */
const LINE = 15;

/** Heights of words that would lie on each other, pushed apart downwards in their order. */
function spread(heights: readonly number[], lowest: number): readonly number[] {
  const placed: number[] = [];
  for (const height of heights)
    placed.push(Math.max(height, (placed.at(-1) ?? Number.NEGATIVE_INFINITY) + LINE));
  const over = Math.max(0, (placed.at(-1) ?? 0) - lowest);
  return placed.map((height) => height - over);
}

/**
 * A target over the years: where it begins, the even way to its goal, the pace the plan states, what was observed, and the year from which it
 * is counted otherwise. Nothing is drawn where neither baseline nor observation is known.
 */
export function TargetChart({
  progress,
  words,
  size,
}: {
  readonly progress: TargetProgress;
  readonly words: TargetChartWords;
  readonly size: ChartSize;
}) {
  const layout = targetLayout(progress, size);
  if (layout === null) return null;
  const { width, height, plot, baseline, goal, stated, breakX, shortfall } = layout;
  const right = plot.right + 10;
  const ends = [
    ...(stated === null || words.stated === null ? [] : [{ id: "stated", y: stated.y, text: words.stated }]),
    ...(shortfall === null || words.short === null
      ? []
      : [{ id: "short", y: (shortfall.from + shortfall.to) / 2, text: words.short }]),
    ...(goal === null || words.goal === null ? [] : [{ id: "goal", y: goal.y, text: words.goal }]),
  ].toSorted((a, b) => a.y - b.y);
  const heights = spread(
    ends.map(({ y }) => y + 4),
    plot.bottom + 4,
  );
  const inks: Readonly<Record<string, string>> = {
    stated: "var(--c-poverty-2)",
    short: "var(--c-late)",
    goal: "var(--c-poverty-4)",
  };
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      fontSize="11"
      role="img"
      aria-label={words.label}
    >
      {breakX !== null && (
        <>
          <path d={`M${breakX} ${plot.top}H${plot.right}V${plot.bottom}H${breakX}z`} fill="var(--c-paper2)" />
          <path
            d={`M${breakX} ${plot.top - 8}V${plot.bottom}`}
            stroke="var(--c-ink3)"
            strokeDasharray="1.5 3"
            fill="none"
          />
          {words.newStandard !== null && (
            <text x={breakX + 4} y={plot.top - 6} fill="var(--c-ink3)">
              {words.newStandard}
            </text>
          )}
        </>
      )}
      {layout.levels.map(({ y, value }) => (
        <g key={value}>
          <path d={`M${plot.left} ${y}H${plot.right}`} stroke="var(--c-line)" fill="none" />
          <text x={plot.left - 6} y={y + 4} textAnchor="end" fill="var(--c-ink3)">
            {words.level(value)}
          </text>
        </g>
      ))}
      {layout.years.map(({ x, year }) => (
        <text key={year} x={x} y={height - 6} textAnchor="middle" fill="var(--c-ink3)">
          {year}
        </text>
      ))}
      {goal !== null && (
        <path
          d={`M${plot.left} ${goal.y}H${goal.x}`}
          stroke="var(--c-ink2)"
          strokeDasharray="4 3"
          fill="none"
        />
      )}
      {baseline !== null && stated !== null && (
        <path
          d={`M${baseline.x} ${baseline.y}L${stated.x} ${stated.y}`}
          stroke="var(--c-poverty-2)"
          strokeWidth="2"
          strokeDasharray="6 4"
          fill="none"
        />
      )}
      {baseline !== null && goal !== null && (
        <path
          d={`M${baseline.x} ${baseline.y}L${goal.x} ${goal.y}`}
          stroke="var(--c-poverty-4)"
          strokeWidth={layout.observations.length > 0 ? 1.4 : 2.4}
          fill="none"
        />
      )}
      {shortfall !== null && (
        <path
          d={`M${shortfall.x + 5} ${shortfall.from}V${shortfall.to}`}
          stroke="var(--c-late)"
          strokeWidth="2"
          fill="none"
        />
      )}
      {layout.segments.map((d) => (
        <path key={d} d={d} stroke="var(--c-ink)" strokeWidth="2" fill="none" />
      ))}
      {layout.observations.map(({ x, y, year }) => (
        <circle
          key={year}
          cx={x}
          cy={y}
          r="3.6"
          fill="var(--c-ink)"
          stroke="var(--c-paper)"
          strokeWidth="1.2"
        />
      ))}
      {baseline !== null && (
        <>
          <circle cx={baseline.x} cy={baseline.y} r="4.5" fill="var(--c-poverty-4)" />
          <text x={baseline.x + 9} y={baseline.y - 7} fontWeight="600" fill="var(--c-poverty-4)">
            {words.baseline}
          </text>
        </>
      )}
      {goal !== null && (
        <circle
          cx={goal.x}
          cy={goal.y}
          r="4.5"
          fill="var(--c-paper)"
          stroke="var(--c-poverty-4)"
          strokeWidth="2.2"
        />
      )}
      {ends.map(({ id, text }, index) => (
        <text key={id} x={right} y={heights[index]} fontWeight={id === "stated" ? 400 : 600} fill={inks[id]}>
          {text}
        </text>
      ))}
    </svg>
  );
}

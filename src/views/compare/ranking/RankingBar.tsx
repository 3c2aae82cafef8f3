/** What a bar shows; all in the unit of the indicator. */
export interface RankingBarProps {
  readonly value: number;
  /** What the plans imply for the day; null: not this indicator, or not known. */
  readonly plan: number | null;
  /** The whole province; null: a blank. */
  readonly overall: number | null;
  /** Where the bar's ground begins and ends. */
  readonly extent: readonly [number, number];
  readonly color: string;
}

/**
 * A bar on the ranking's own scale, with the plan to date as a bold tick and the province as a dashed line. Lengths are percent of
 * whatever width the column has, so that the bar ends under the figures of the scale above it and strokes are never stretched.
 */
export function RankingBar({ value, plan, overall, extent: [from, to], color }: RankingBarProps) {
  const share = (number: number) =>
    Math.round(((Math.min(Math.max(number, from), to) - from) / (to - from || 1)) * 1000) / 10;
  const x = (number: number) => `${share(number)}%`;
  return (
    <svg className="ranking__bar" width="100%" height="14" aria-hidden="true">
      <rect y="3" width="100%" height="8" fill="var(--c-paper3)" />
      {value === 0 ? (
        <g transform="translate(4 0)">
          <circle cx={x(0)} cy="7" r="3" fill="none" stroke={color} strokeWidth="1.4" />
        </g>
      ) : (
        <rect y="3" width={x(value)} height="8" fill={color} />
      )}
      {overall !== null && (
        <line
          x1={x(overall)}
          x2={x(overall)}
          y2="14"
          stroke="var(--c-ink3)"
          strokeWidth="1"
          strokeDasharray="2 2"
        />
      )}
      {plan !== null && <line x1={x(plan)} x2={x(plan)} y2="14" stroke="var(--c-ink)" strokeWidth="2" />}
    </svg>
  );
}

import { cellName, LEVELS } from "@/analysis/needRisk";
import { formatNumber } from "@/i18n/format";
import type { Locale } from "@/i18n/locale";
import { needMessages } from "@/i18n/messages/compareNeed";

/** Half the diagonal of a cell. */
const HALF = 25;
const WIDTH = 8 * HALF;
const TOP = 4;
const HEIGHT = 6 * HALF + TOP + 26;
const MIDDLE = WIDTH / 2;

/**
 * The key of the nine cells as a diamond: need grows to the upper left, risk to the upper right, both upwards. In each cell its letters and
 * the number of communes.
 */
export function NeedRiskLegend({
  cells,
  colorOf,
  inkOf,
  locale,
}: {
  /** Communes, `[need][risk]`. */
  readonly cells: readonly (readonly number[])[];
  /** CSS colour of a cell, and of what is written on it. */
  readonly colorOf: (need: number, risk: number) => string;
  readonly inkOf: (need: number, risk: number) => string;
  readonly locale: Locale;
}) {
  const m = needMessages[locale];
  const bottom = TOP + 6 * HALF;
  const arrow = (side: 1 | -1) => {
    const [x, y] = [MIDDLE + side * 14, bottom + 2];
    const reach = 2.15 * HALF;
    return `M${x} ${y}L${x + side * reach} ${y - reach}m${-side * 7} 1l${side * 7} -1l${-side} 7`;
  };
  return (
    <svg
      className="need__diamond"
      xmlns="http://www.w3.org/2000/svg"
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      fontSize="12"
      role="img"
      aria-label={m.legendAlt}
    >
      {LEVELS.flatMap((need) =>
        LEVELS.map((risk) => {
          const x = MIDDLE + (risk - need) * HALF;
          const y = bottom - (risk + need + 1) * HALF;
          return (
            <g key={cellName(need, risk)} textAnchor="middle" fill={inkOf(need, risk)}>
              <path
                d={`M${x} ${y - HALF}l${HALF} ${HALF}-${HALF} ${HALF}-${HALF}-${HALF}z`}
                fill={colorOf(need, risk)}
                stroke="var(--c-paper)"
                strokeWidth="1.5"
              />
              <text x={x} y={y + 2} fontSize="13" fontWeight="600">
                {formatNumber(locale, cells[need]?.[risk] ?? 0)}
              </text>
              <text x={x} y={y + 14} fontSize="11">
                {cellName(need, risk)}
              </text>
            </g>
          );
        }),
      )}
      <g fill="none" stroke="var(--c-ink2)" strokeWidth="1.1">
        <path d={arrow(-1)} />
        <path d={arrow(1)} />
      </g>
      <g fill="var(--c-ink2)">
        <text x={MIDDLE - 22} y={bottom + 17} textAnchor="end">
          {m.poorer}
        </text>
        <text x={MIDDLE + 22} y={bottom + 17}>
          {m.riskier}
        </text>
      </g>
    </svg>
  );
}

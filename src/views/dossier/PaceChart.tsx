import { scaleLinear } from "d3";
import { ASSUMED_BASELINE_YEAR, targetPace } from "@/analysis/targetPace";
import type { Observation, Target } from "@/domain/target";
import { formatNumber } from "@/i18n/format";
import type { Locale } from "@/i18n/locale";
import { dossierMessages } from "@/i18n/messages/dossier";

const SIZE = { width: 400, height: 112 } as const;
const PLOT = { left: 34, right: 262, top: 14, bottom: 92 } as const;
/** First year of the new standard: numbers before and after do not compare. */
const NEW_STANDARD = 2027;
/** Lines of text at the right end keep this distance, px. */
const APART = 13;

/** A target in percent over the years: where its stated pace ends, where it has to end, what lies between. Nothing without both. */
export function PaceChart({
  target,
  observations,
  locale,
}: {
  readonly target: Target;
  readonly observations: readonly Observation[];
  readonly locale: Locale;
}) {
  const m = dossierMessages[locale];
  const pace = targetPace(target);
  const { baselineValue, targetValue, targetYear, statedPace } = target;
  if (pace === null || pace.reaches === null || baselineValue === null || targetValue === null) return null;
  if (targetYear === null || statedPace === null) return null;
  const from = target.baselineYear ?? ASSUMED_BASELINE_YEAR;
  const most = Math.max(baselineValue, targetValue, pace.reaches, ...observations.map(({ value }) => value));
  const x = scaleLinear([from, targetYear], [PLOT.left, PLOT.right]);
  const y = scaleLinear([0, most], [PLOT.bottom, PLOT.top]);
  const at = (year: number, value: number) => `${Math.round(x(year))} ${Math.round(y(value))}`;
  const number = (value: number) => formatNumber(locale, value, 2);
  const [px, py] = [PLOT.right + 8, Math.round(y(pace.reaches))];
  const ty = Math.max(Math.round(y(targetValue)), py + (pace.enough === false ? 2 : 1) * APART);
  const years = Array.from({ length: targetYear - from + 1 }, (_, index) => from + index);
  const levels = y.ticks(3);
  return (
    <svg
      className="pace"
      viewBox={`0 0 ${SIZE.width} ${SIZE.height}`}
      role="img"
      aria-label={m.paceLabel(
        target.indicator,
        number(baselineValue),
        number(pace.reaches),
        number(targetValue),
      )}
      fontSize="11"
    >
      {from < NEW_STANDARD && targetYear >= NEW_STANDARD && (
        <>
          <path
            d={`M${Math.round(x(NEW_STANDARD))} ${PLOT.top - 8}H${PLOT.right}V${PLOT.bottom}H${Math.round(x(NEW_STANDARD))}z`}
            fill="var(--c-paper2)"
          />
          <path
            d={`M${Math.round(x(NEW_STANDARD))} ${PLOT.top - 8}V${PLOT.bottom}`}
            stroke="var(--c-ink3)"
            strokeDasharray="1.5 3"
          />
          <text x={Math.round(x(NEW_STANDARD)) + 5} y={PLOT.top + 3} fill="var(--c-ink3)" fontSize="10">
            {m.newStandard}
          </text>
        </>
      )}
      {levels.map((level) => (
        <g key={level}>
          <path d={`M${PLOT.left} ${Math.round(y(level))}H${PLOT.right}`} stroke="var(--c-line)" />
          <text x={PLOT.left - 6} y={Math.round(y(level)) + 4} textAnchor="end" fill="var(--c-ink3)">
            {formatNumber(locale, level)}
          </text>
        </g>
      ))}
      {years.map((year) => (
        <text key={year} x={Math.round(x(year))} y={SIZE.height - 5} textAnchor="middle" fill="var(--c-ink3)">
          {year === from || year === targetYear ? year : `’${String(year).slice(2)}`}
        </text>
      ))}
      <path
        d={`M${at(from, baselineValue)}L${at(targetYear, pace.reaches)}`}
        stroke="var(--c-poverty-2)"
        strokeWidth="2"
        strokeDasharray="6 4"
      />
      <path
        d={`M${at(from, baselineValue)}L${at(targetYear, targetValue)}`}
        stroke="var(--c-poverty-4)"
        strokeWidth="2.4"
      />
      {pace.enough === false && (
        <path
          d={`M${PLOT.right + 3} ${Math.round(y(pace.reaches))}V${Math.round(y(targetValue))}`}
          stroke="var(--c-late)"
          strokeWidth="2"
        />
      )}
      {observations.map(({ year, value }) => (
        <path
          key={year}
          d={`M${Math.round(x(year)) - 3} ${Math.round(y(value)) - 3}h6v6h-6z`}
          fill="var(--c-ink)"
          stroke="var(--c-paper)"
        />
      ))}
      <circle cx={Math.round(x(from))} cy={Math.round(y(baselineValue))} r="4" fill="var(--c-poverty-4)" />
      <circle
        cx={Math.round(x(targetYear))}
        cy={Math.round(y(targetValue))}
        r="4"
        fill="var(--c-paper)"
        stroke="var(--c-poverty-4)"
        strokeWidth="2"
      />
      <text
        x={Math.round(x(from)) + 8}
        y={Math.round(y(baselineValue)) + 1}
        fontWeight="600"
        fill="var(--c-poverty-4)"
      >
        {number(baselineValue)}
      </text>
      <text x={px} y={py + 2} fill="var(--c-poverty-3)">
        {m.paceEnds(number(pace.reaches), number(statedPace))}
      </text>
      {pace.enough === false && (
        <text x={px} y={py + 2 + APART} fill="var(--c-late)" fontWeight="600">
          {m.paceShort(number(Math.abs(pace.reaches - targetValue)))}
        </text>
      )}
      <text x={px} y={ty + 4} fill="var(--c-poverty-4)" fontWeight="600">
        {m.paceNeeded(number(targetValue), number(pace.needed))}
      </text>
    </svg>
  );
}

import type { CommuneCode } from "@/domain/commune";
import type { ChoroplethLegend } from "@/scene/scene";
import { useExplore } from "./context";
import { paint } from "./Swatch";

const WIDTH = 284;
const PLOT_TOP = 20;
const PLOT_HEIGHT = 44;
const SWATCH = { top: PLOT_TOP + PLOT_HEIGHT, height: 14 };
/** Where a marker of a value belongs on the drawing: its width, and the line under the swatches it stands on. */
export const AXIS = {
  width: WIDTH,
  foot: SWATCH.top + SWATCH.height - 2,
  text: SWATCH.top + SWATCH.height + 30,
};
const DOTS_AT_MOST = 30;
const DOT = 3.3;
const BINS = 40;

/** Dots of one column stand on each other, the first on the swatches. */
function stacked(xs: readonly { readonly code: CommuneCode; readonly x: number }[]) {
  const columns = new Map<number, number>();
  return xs
    .toSorted((a, b) => a.x - b.x)
    .map(({ code, x }) => {
      const column = Math.round(x / (2 * DOT));
      const level = columns.get(column) ?? 0;
      columns.set(column, level + 1);
      return { code, x, y: SWATCH.top - DOT - 2 - level * 2 * DOT };
    });
}

/** Counts in narrow bins of equal width, for more values than dots can show. */
function binned(xs: readonly { readonly x: number }[]) {
  const bins = new Array<number>(BINS).fill(0);
  for (const { x } of xs) {
    const bin = Math.min(BINS - 1, Math.floor((x / WIDTH) * BINS));
    bins[bin] = (bins[bin] ?? 0) + 1;
  }
  return bins.map((count, bin) => ({ from: (bin * WIDTH) / BINS, count }));
}

/** Width of a character of a tick, px at 11 px. */
const CHARACTER = 6.4;

/** Ticks whose labels fit side by side: both ends always, then from the left. The line of every tick stays. */
function withRoom(
  ticks: readonly { readonly value: number; readonly at: number; readonly label: string }[],
): ReadonlySet<number> {
  const [first, last] = [ticks[0], ticks.at(-1)];
  if (first === undefined || last === undefined) return new Set();
  const kept = new Set([first.value, last.value]);
  let free = first.at + first.label.length * CHARACTER + 4;
  const end = last.at - last.label.length * CHARACTER - 4;
  for (const { value, at, label } of ticks.slice(1, -1)) {
    const half = (label.length * CHARACTER) / 2;
    if (at - half < free || at + half > end) continue;
    kept.add(value);
    free = at + half + 4;
  }
  return kept;
}

/**
 * The legend on a number line with true widths: communes above, swatches with their counts, ticks, then ▲ the selected and
 * ◇ the hovered commune with name and value.
 */
export function LegendAxis({
  legend,
  selected,
  hovered,
}: {
  readonly legend: ChoroplethLegend;
  readonly selected: { readonly code: CommuneCode; readonly name: string } | null;
  readonly hovered: { readonly code: CommuneCode; readonly name: string } | null;
}) {
  const m = useExplore().messages.explore;
  const [low, high] = legend.extent;
  const x = (value: number) =>
    high === low ? 0 : (WIDTH * Math.min(Math.max(value - low, 0), high - low)) / (high - low);
  const dots = legend.values.map(({ code, value }) => ({ code, x: x(value) }));
  const few = dots.length <= DOTS_AT_MOST;
  const bins = few ? [] : binned(dots);
  const tallest = Math.max(1, ...bins.map(({ count }) => count));
  const colorAt = (at: number) =>
    legend.classes.find(({ to }) => at < x(to) - 1e-9)?.color ?? legend.classes.at(-1)?.color;
  const marker = (commune: { readonly code: CommuneCode; readonly name: string } | null) => {
    const entry = commune === null ? undefined : legend.values.find(({ code }) => code === commune.code);
    return commune === null || entry === undefined
      ? null
      : { code: commune.code, x: x(entry.value), text: m.selectedMarker(commune.name, entry.label) };
  };
  const labelled = withRoom(legend.ticks.map(({ value, label }) => ({ value, at: x(value), label })));
  const here = marker(selected);
  const there = marker(hovered);
  const anchor = (at: number) => (at < 70 ? "start" : at > WIDTH - 70 ? "end" : "middle");
  const markerTop = SWATCH.top + SWATCH.height + 18;
  return (
    <>
      <svg
        className="axis"
        viewBox={`-4 0 ${WIDTH + 8} ${markerTop + 30}`}
        role="img"
        aria-label={`${legend.title}: ${legend.classes.map(({ label, count }) => m.classCount(label, count)).join("; ")}`}
      >
        {few
          ? stacked(dots).map(({ code, x: cx, y }) => (
              <circle
                key={code}
                cx={cx}
                cy={y}
                r={DOT}
                fill={paint(colorAt(cx))}
                stroke={code === selected?.code ? "var(--c-accent)" : "var(--c-ink2)"}
                strokeWidth={code === selected?.code ? 1.8 : 0.5}
              />
            ))
          : bins.map(({ from, count }) => {
              const height = (count / tallest) * (PLOT_HEIGHT - 4);
              return (
                count > 0 && (
                  <rect
                    key={from}
                    x={from}
                    y={SWATCH.top - 2 - height}
                    width={WIDTH / BINS - 0.8}
                    height={height}
                    fill="var(--c-line2)"
                  />
                )
              );
            })}
        {legend.classes.map(({ color, from, to, count }) => (
          <g key={from}>
            <rect
              x={x(from)}
              y={SWATCH.top}
              width={Math.max(0, x(to) - x(from))}
              height={SWATCH.height}
              fill={paint(color)}
              stroke="var(--c-paper)"
              strokeWidth="0.8"
            />
            {x(to) - x(from) > 12 && (
              <text
                className="axis__count"
                x={(x(from) + x(to)) / 2}
                y={SWATCH.top + 11}
                textAnchor="middle"
                fontWeight="600"
                stroke="var(--c-halo)"
                strokeWidth="3"
                paintOrder="stroke"
              >
                {count}
              </text>
            )}
          </g>
        ))}
        {legend.overall !== null && (
          <g>
            <line
              x1={x(legend.overall.value)}
              x2={x(legend.overall.value)}
              y1={PLOT_TOP - 4}
              y2={SWATCH.top}
              stroke="var(--c-ink)"
              strokeDasharray="1.5 2"
            />
            <text x={x(legend.overall.value)} y={PLOT_TOP - 8} textAnchor={anchor(x(legend.overall.value))}>
              {legend.overall.label}
            </text>
          </g>
        )}
        {legend.ticks.map(({ value, label }, index) => (
          <g key={value}>
            <line
              x1={x(value)}
              x2={x(value)}
              y1={SWATCH.top + SWATCH.height}
              y2={SWATCH.top + SWATCH.height + 3}
              stroke="var(--c-line2)"
            />
            {labelled.has(value) && (
              <text
                x={x(value)}
                y={markerTop - 2}
                textAnchor={index === 0 ? "start" : index === legend.ticks.length - 1 ? "end" : "middle"}
              >
                {label}
              </text>
            )}
          </g>
        ))}
        {here !== null && (
          <g>
            <path
              d={`M${here.x} ${SWATCH.top + SWATCH.height - 2}l5 8h-10z`}
              fill="var(--c-accent)"
              stroke="var(--c-halo)"
            />
            <text
              x={here.x}
              y={markerTop + 12}
              textAnchor={anchor(here.x)}
              fontWeight="600"
              className="axis__selected"
            >
              {here.text} ▲
            </text>
          </g>
        )}
        {there !== null && there.code !== here?.code && (
          <g>
            <path
              d={`M${there.x} ${SWATCH.top + SWATCH.height - 2}l4 5l-4 5l-4 -5z`}
              fill="var(--c-paper)"
              stroke="var(--c-ink)"
            />
            <text x={there.x} y={markerTop + 26} textAnchor={anchor(there.x)}>
              ◇ {there.text}
            </text>
          </g>
        )}
      </svg>
      <p className="axis__note">
        <span>{few ? m.legendDots : m.legendBars}</span>
        <span>{legend.breaksNote}</span>
      </p>
    </>
  );
}

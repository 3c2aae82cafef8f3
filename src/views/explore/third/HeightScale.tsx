import type { HeightTick } from "@/scene/third/raise";
import { TOP_HEIGHT_M } from "@/scene/third/raise";

/** Unscaled in card and panel: a circle here is as large as on the map. */
const WIDTH = 246;
const TOP = 16;
const ROOM = 44;
const BASE = TOP + ROOM;
const HEIGHT = BASE + 18;
const COLUMN = 16;
/** Of a column, how far its side goes back. */
const DEPTH = 5;

/** Value ↔ height as columns, or value ↔ circle: every tick drawn as it stands on the map, to scale among themselves. */
export function HeightScale({
  ticks,
  as,
  label,
}: {
  readonly ticks: readonly HeightTick[];
  readonly as: "columns" | "circles";
  /** The same in words. */
  readonly label: string;
}) {
  const step = WIDTH / ticks.length;
  return (
    <svg
      className="third__scale"
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={label}
    >
      <path d={`M0 ${BASE + 0.5}H${WIDTH}`} stroke="var(--c-line2)" />
      {ticks.map((tick, index) => {
        const x = step * (index + 0.5);
        const top = BASE - (tick.heightM / TOP_HEIGHT_M) * ROOM;
        const radius = tick.radiusPx;
        return (
          <g key={tick.value}>
            {as === "columns" && tick.heightM > 0 && (
              <g stroke="var(--c-ink2)" strokeLinejoin="round">
                <path d={`M${x - COLUMN / 2} ${BASE}V${top}h${COLUMN}V${BASE}z`} fill="var(--c-paper3)" />
                <path
                  d={`M${x + COLUMN / 2} ${BASE}V${top}l${DEPTH} ${-DEPTH}V${BASE - DEPTH}z`}
                  fill="var(--c-line2)"
                />
                <path
                  d={`M${x - COLUMN / 2} ${top}l${DEPTH} ${-DEPTH}h${COLUMN}l${-DEPTH} ${DEPTH}z`}
                  fill="var(--c-disc)"
                />
              </g>
            )}
            {as === "columns" && (
              <text x={x} y={top - DEPTH - 3}>
                {tick.heightText}
              </text>
            )}
            {as === "circles" && (
              <circle
                cx={x}
                cy={BASE - Math.max(2.5, radius)}
                r={Math.max(2.5, radius)}
                fill="var(--c-disc)"
                stroke="var(--c-ink)"
                strokeWidth="1.2"
              />
            )}
            <text x={x} y={HEIGHT - 3} className="strong">
              {tick.label}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

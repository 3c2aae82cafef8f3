import { FILTER_STAGES, type FilterStage } from "@/domain/workFilter";
import { colorCss } from "@/scene/palette";

/** Ids of the textures; they are drawn once in the page (`StageTextures`). */
const SUSPENDED = "stage-suspended";
const NOTHING = "stage-nothing";

/** Textures of the bars: suspended is hatched, so that it is no step of the grey ramp; a list nobody has is the blank of the map. */
export function StageTextures() {
  return (
    <svg className="stage-textures" width="0" height="0" aria-hidden="true" focusable="false">
      <defs>
        <pattern
          id={SUSPENDED}
          width="5"
          height="5"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <path d="M0 0H5V5H0z" fill={colorCss("paper")} />
          <path d="M1 0V5" stroke={colorCss("ink2")} strokeWidth="1.6" />
        </pattern>
        <pattern
          id={NOTHING}
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <path d="M0 0H6V6H0z" fill={colorCss("land")} />
          <path d="M1 0V6" stroke={colorCss("blank-stroke")} strokeWidth="1.5" />
        </pattern>
      </defs>
    </svg>
  );
}

const fillOf = (stage: FilterStage): string =>
  stage === "suspended"
    ? `url(#${SUSPENDED})`
    : stage === "unknown"
      ? `url(#${NOTHING})`
      : colorCss(`stage-${stage}`);

/** The key of a stage in the legend. */
export const StageKey = ({ stage }: { readonly stage: FilterStage }) => (
  <svg className="stage-key" width="18" height="10" viewBox="0 0 18 10" aria-hidden="true">
    <path d="M.5.5h17v9H.5z" fill={fillOf(stage)} stroke={colorCss("line2")} strokeWidth=".6" />
  </svg>
);

/** Shares of the width to three decimals, so that the same data give the same bytes. */
const percent = (value: number) => `${Math.round(value * 1000) / 1000}%`;

/** Works by stage, true widths; without works the blank of a list that is not there. Decorative: words beside it say the same. */
export function StagesBar({ stages }: { readonly stages: Readonly<Record<FilterStage, number>> }) {
  const total = FILTER_STAGES.reduce((sum, stage) => sum + stages[stage], 0);
  let from = 0;
  return (
    <svg className="stages-bar" width="100%" height="12" aria-hidden="true">
      {total === 0 && <rect width="100%" height="12" fill={`url(#${NOTHING})`} />}
      {FILTER_STAGES.map((stage) => {
        const width = total === 0 ? 0 : (100 * stages[stage]) / total;
        const x = from;
        from += width;
        return (
          width > 0 && (
            <rect
              key={stage}
              x={percent(x)}
              width={percent(width)}
              height="12"
              fill={fillOf(stage)}
              stroke={colorCss("paper")}
              strokeWidth="1"
            />
          )
        );
      })}
    </svg>
  );
}

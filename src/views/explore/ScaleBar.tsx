import { metresPerPixel } from "@/scene/camera";
import type { Camera } from "@/scene/scene";
import { useExplore } from "./context";
import type { Size } from "./data";
import { lengthText } from "./words";

const LONGEST_PX = 120;
const STEPS = [1, 2, 5];
/** Room at the right of a phone's map for the locator. */
const BESIDE_LOCATOR = 122;
/** Height of the tray with its margins: the bar stands above it. */
const ABOVE_TRAY = 92;

/** The longest 1, 2 or 5 × 10ⁿ metres that fit. */
export function roundLength(metres: number): number {
  const power = 10 ** Math.floor(Math.log10(metres));
  return (STEPS.toReversed().find((step) => step * power <= metres) ?? 1) * power;
}

/** How long a stretch of ground is, at the middle of the map; scales with the drawing before it is measured. */
export function ScaleBar({ camera, size }: { readonly camera: Camera; readonly size: Size }) {
  const { locale } = useExplore();
  const perPixel = metresPerPixel(camera);
  const metres = roundLength(LONGEST_PX * perPixel);
  const length = metres / perPixel;
  const isPhone = size.width < 500;
  const x = isPhone ? size.width - BESIDE_LOCATOR - length : 20;
  const y = size.height - (isPhone ? 40 : ABOVE_TRAY);
  return (
    <svg className="map__overlay" viewBox={`0 0 ${size.width} ${size.height}`} aria-hidden="true">
      <path
        d={`M${x} ${y - 4}v4h${length.toFixed(1)}v-4`}
        fill="none"
        stroke="var(--c-ink2)"
        strokeWidth="1.2"
      />
      <g fontSize="11" fill="var(--c-ink2)" stroke="var(--c-halo)" strokeWidth="3" paintOrder="stroke">
        <text x={x} y={y - 8}>
          0
        </text>
        <text x={x + length} y={y - 8} textAnchor="end">
          {lengthText(locale, metres)}
        </text>
      </g>
    </svg>
  );
}

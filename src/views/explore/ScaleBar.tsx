import { pageColor } from "@/render/svg/color";
import { ScaleBarShapes } from "@/render/svg/ScaleBarDrawing";
import { scaleBar } from "@/scene/scaleBar";
import type { Camera } from "@/scene/scene";
import { useExplore } from "./context";
import type { Size } from "./data";
import { PHONE_WIDTH } from "./usePanZoom";

const ROOM = 120;
const HEIGHT = 22;
/** Room between a phone's scale bar and the right edge, for its last figure. */
const BESIDE_EDGE = 40;
/** Height of the tray with its margins: the bar stands above it. */
const ABOVE_TRAY = 92;
/** What the bottom sheet covers of a phone's map, with a margin. */
const ABOVE_SHEET = 38;

/** The scale bar over the map. In the drawing's own coordinates: before the map is measured both scale alike. */
export function ScaleBar({ camera, size }: { readonly camera: Camera; readonly size: Size }) {
  const { locale } = useExplore();
  const { length } = scaleBar(camera, ROOM, locale);
  const isPhone = size.width < PHONE_WIDTH;
  const x = isPhone ? size.width - BESIDE_EDGE - length : 20;
  const y = size.height - HEIGHT - (isPhone ? ABOVE_SHEET : ABOVE_TRAY);
  return (
    <svg className="map__overlay" viewBox={`0 0 ${size.width} ${size.height}`} aria-hidden="true">
      <g transform={`translate(${Math.round(x)} ${Math.round(y)})`}>
        <ScaleBarShapes camera={camera} locale={locale} color={pageColor} />
      </g>
    </svg>
  );
}

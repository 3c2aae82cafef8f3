import type { Locale } from "@/i18n/locale";
import { scaleBar } from "@/scene/scaleBar";
import type { Camera } from "@/scene/scene";
import { type ColorOf, pageColor } from "./color";

/** Room a scale bar is given, CSS px, and the height of its drawing. */
const ROOM = 120;
const HEIGHT = 22;

/** The bar alone, its left end at 1 and its line at the bottom: for a map that is a file, where it is part of the picture. */
export function ScaleBarShapes({
  camera,
  locale,
  color,
  room = ROOM,
}: {
  readonly camera: Camera;
  readonly locale: Locale;
  readonly color: ColorOf;
  /** CSS px it may be long. */
  readonly room?: number;
}) {
  const { length, text } = scaleBar(camera, room, locale);
  const end = Math.round(length * 10) / 10 + 1;
  return (
    <g
      fontSize="11"
      fill={color("ink2")}
      stroke={color("ground")}
      strokeWidth="2.5"
      strokeLinejoin="round"
      paintOrder="stroke"
    >
      <path d={`M1 ${HEIGHT - 6}v5H${end}v-5`} fill="none" stroke={color("ink2")} strokeWidth="1.2" />
      <text y={HEIGHT - 10}>0</text>
      <text x={end} y={HEIGHT - 10} textAnchor="middle">
        {text}
      </text>
    </g>
  );
}

/** How far the map's pixels reach on the ground. For the page: stands over the map, in either renderer. */
export function ScaleBarDrawing({
  camera,
  locale,
  className,
}: {
  readonly camera: Camera;
  readonly locale: Locale;
  readonly className?: string;
}) {
  const { text } = scaleBar(camera, ROOM, locale);
  return (
    <svg
      className={className}
      width={ROOM + 32}
      height={HEIGHT}
      viewBox={`0 0 ${ROOM + 32} ${HEIGHT}`}
      role="img"
      aria-label={text}
    >
      <ScaleBarShapes camera={camera} locale={locale} color={pageColor} />
    </svg>
  );
}

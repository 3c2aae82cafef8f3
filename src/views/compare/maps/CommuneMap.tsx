import { type ReactNode, useId } from "react";
import type { Commune, CommuneCode } from "@/domain/commune";
import { pageColor } from "@/render/svg/color";
import { PictureShapes } from "@/render/svg/PictureShapes";
import { projector } from "@/scene/camera";
import { patternKey, patternTile } from "@/scene/patterns";
import type { Fill, PatternId } from "@/scene/scene";
import { PROVINCE_SHAPE, type Sheet, type SheetBox, shapeId } from "./mapSheet";

/** A fill of the palette, or a colour of a page's own one as a CSS value. */
export type MapFill = Fill | { readonly css: string };

const isPattern = (fill: MapFill): fill is PatternId => "pattern" in fill;

/** Lon lat of the sheet's communes as px of a map that shows `frame` so many px wide. */
export function placeOnMap(sheet: Sheet, frame: SheetBox, width: number) {
  const project = projector(sheet.camera, sheet.width, sheet.height);
  const scale = width / frame.width;
  return (point: readonly [number, number]): readonly [number, number] => {
    const [x, y] = project(point);
    return [(x - frame.x) * scale, (y - frame.y) * scale];
  };
}

/**
 * A small map whose shapes come from the page's sheet (`ShapeSheet`). `fills`: every commune's fill; one that is missing is left as land.
 * `children` are drawn on top in px of the map. Patterns keep their size whatever the scale.
 */
export function CommuneMap({
  communes,
  fills,
  frame,
  width,
  label,
  outlined = [],
  children,
}: {
  readonly communes: readonly Commune[];
  readonly fills: ReadonlyMap<CommuneCode, MapFill>;
  readonly frame: SheetBox;
  /** CSS px; the height follows from the frame. */
  readonly width: number;
  /** What the map shows, in a sentence: its name for the ear. The numbers are in a table beside it. */
  readonly label: string;
  readonly outlined?: readonly CommuneCode[];
  readonly children?: ReactNode;
}) {
  const id = useId().replace(/[^\w-]/g, "");
  const scale = width / frame.width;
  const height = Math.round(frame.height * scale);
  const patterns = new Map<string, PatternId>();
  for (const fill of fills.values()) if (isPattern(fill)) patterns.set(patternKey(fill), fill);
  const round = (value: number) => Math.round(value * 1000) / 1000;
  const toFrame = `scale(${round(scale)})translate(${round(-frame.x)} ${round(-frame.y)})`;
  const paint = (fill: MapFill | undefined) =>
    fill === undefined
      ? pageColor("land")
      : isPattern(fill)
        ? `url(#${id}${patternKey(fill)})`
        : "css" in fill
          ? fill.css
          : pageColor(fill.color);
  return (
    <svg
      className="commune-map"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={label}
    >
      <defs>
        {[...patterns].map(([key, pattern]) => {
          const tile = patternTile(pattern);
          return (
            <pattern
              key={key}
              id={`${id}${key}`}
              width={tile.width}
              height={tile.height}
              patternUnits="userSpaceOnUse"
              // The shapes are scaled, the texture is not.
              patternTransform={`scale(${round(1 / scale)})`}
            >
              <PictureShapes picture={tile} color={pageColor} />
            </pattern>
          );
        })}
      </defs>
      <path d={`M0 0H${width}V${height}H0z`} fill={pageColor("ground")} />
      <g transform={toFrame} stroke={pageColor("programme-line")} strokeWidth="0.7" strokeLinejoin="round">
        <use href={`#${PROVINCE_SHAPE}`} fill={pageColor("land")} stroke="none" />
        {communes.map(({ code }) => (
          <use
            key={code}
            href={`#${shapeId(code)}`}
            fill={paint(fills.get(code))}
            data-code={code}
            {...(fills.get(code) === undefined ? { stroke: pageColor("commune-line") } : {})}
          />
        ))}
        <use href={`#${PROVINCE_SHAPE}`} fill="none" stroke={pageColor("ink2")} strokeWidth="1.2" />
        {outlined.map((code) => (
          <g key={code} fill="none">
            <use href={`#${shapeId(code)}`} stroke={pageColor("halo")} strokeWidth="5" />
            <use href={`#${shapeId(code)}`} stroke={pageColor("accent")} strokeWidth="2.4" />
          </g>
        ))}
      </g>
      {children}
    </svg>
  );
}

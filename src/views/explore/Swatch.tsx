import { useId } from "react";
import { eventPicture } from "@/scene/marks/eventPicture";
import { workPicture } from "@/scene/marks/workPicture";
import { type ColorToken, colorCss } from "@/scene/palette";
import { patternTile } from "@/scene/patterns";
import type { Fill, LegendRow, Mark, Stroke } from "@/scene/scene";
import { Shapes } from "./Picture";

const WIDTH = 26;
const HEIGHT = 16;

const strokeOf = (stroke: Stroke | null) =>
  stroke === null
    ? {}
    : { stroke: colorCss(stroke.color), strokeWidth: stroke.width, strokeDasharray: stroke.dash?.join(" ") };

/** A filled box; a pattern keeps its size. A hatch that lies over other colours is shown on land. */
function FillBox({ fill, stroke }: { readonly fill: Fill; readonly stroke: Stroke | null }) {
  const id = useId();
  const edge = stroke === null ? { stroke: colorCss("line2"), strokeWidth: 1 } : strokeOf(stroke);
  const box = { x: 0.5, y: 0.5, width: WIDTH - 1, height: HEIGHT - 1 };
  if ("color" in fill)
    return <rect {...box} fill={colorCss(fill.color)} fillOpacity={fill.opacity} {...edge} />;
  const tile = patternTile(fill);
  return (
    <>
      <defs>
        <pattern id={id} width={tile.width} height={tile.height} patternUnits="userSpaceOnUse">
          <Shapes picture={tile} />
        </pattern>
      </defs>
      <rect {...box} fill={colorCss("land")} />
      <rect {...box} fill={`url(#${id})`} {...edge} />
    </>
  );
}

function MarkSign({ mark }: { readonly mark: Mark }) {
  const middle = { x: WIDTH / 2, y: HEIGHT / 2 };
  switch (mark.type) {
    case "work":
    case "event": {
      const picture = mark.type === "work" ? workPicture(mark, "S") : eventPicture(mark.eventType);
      return (
        <g transform={`translate(${middle.x - picture.width / 2} ${middle.y - picture.height / 2})`}>
          <Shapes picture={picture} />
        </g>
      );
    }
    case "dot":
      return (
        <circle
          cx={middle.x}
          cy={middle.y}
          r={Math.min(7, mark.radius)}
          fill={colorCss(mark.fill)}
          {...strokeOf(mark.stroke)}
        />
      );
    case "ground-circle":
      return <circle cx={middle.x} cy={middle.y} r="7" fill="none" {...strokeOf(mark.stroke)} />;
    case "line":
      return <path d={`M2 ${middle.y}H${WIDTH - 2}`} fill="none" {...strokeOf(mark.stroke)} />;
    case "area":
      return mark.fill === null ? (
        <rect x="1" y="1" width={WIDTH - 2} height={HEIGHT - 2} fill="none" {...strokeOf(mark.stroke)} />
      ) : (
        <FillBox fill={mark.fill} stroke={mark.stroke} />
      );
    case "count":
    case "label":
      return (
        <text
          x={middle.x}
          y={middle.y + 4}
          textAnchor="middle"
          fontSize="11"
          fontWeight="600"
          fill={colorCss("ink")}
        >
          {mark.text}
        </text>
      );
    case "image":
      return null;
  }
}

/** The sign of one legend row, drawn as on the map. */
export function Swatch({ swatch }: { readonly swatch: LegendRow["swatch"] }) {
  if (swatch.type === "none") return <span className="row__swatch" />;
  return (
    <svg className="row__swatch" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      {swatch.type === "fill" && <FillBox fill={swatch.fill} stroke={swatch.stroke} />}
      {swatch.type === "line" && (
        <path d={`M2 ${HEIGHT / 2}H${WIDTH - 2}`} fill="none" {...strokeOf(swatch.stroke)} />
      )}
      {swatch.type === "mark" && <MarkSign mark={swatch.mark} />}
    </svg>
  );
}

/** A colour of the scene on the page; land where there is none. */
export const paint = (token: ColorToken | undefined): string => colorCss(token ?? "land");

import type { Picture } from "@/scene/picture";
import type { ColorOf } from "./color";

/** The shapes of a picture; whoever draws it places it. */
export function PictureShapes({ picture, color }: { readonly picture: Picture; readonly color: ColorOf }) {
  return picture.shapes.map(({ d, fill, evenOdd, stroke, placed }, index) => (
    <path
      // biome-ignore lint/suspicious/noArrayIndexKey: a shape is its place in the picture
      key={index}
      d={d}
      fill={fill === undefined ? "none" : color(fill)}
      fillRule={evenOdd ? "evenodd" : undefined}
      stroke={stroke === undefined ? undefined : color(stroke.color)}
      strokeWidth={stroke?.width}
      strokeDasharray={stroke?.dash?.join(" ")}
      strokeLinecap={stroke?.round ? "round" : undefined}
      strokeLinejoin={stroke?.round ? "round" : undefined}
      transform={
        placed === undefined ? undefined : `translate(${placed.x} ${placed.y})scale(${placed.scale})`
      }
    />
  ));
}

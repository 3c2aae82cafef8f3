import { colorCss } from "@/scene/palette";
import type { Picture as PictureData } from "@/scene/picture";

/** The shapes of a picture as SVG; decorative, the control around it carries the name. */
export function Shapes({ picture }: { readonly picture: PictureData }) {
  return picture.shapes.map(({ d, fill, evenOdd, stroke, placed }, index) => (
    <path
      // biome-ignore lint/suspicious/noArrayIndexKey: a shape is its place in the picture
      key={index}
      d={d}
      fill={fill === undefined ? "none" : colorCss(fill)}
      fillRule={evenOdd ? "evenodd" : undefined}
      stroke={stroke === undefined ? undefined : colorCss(stroke.color)}
      strokeWidth={stroke?.width}
      strokeDasharray={stroke?.dash?.join(" ")}
      strokeLinecap={stroke?.round ? "round" : undefined}
      strokeLinejoin={stroke?.round ? "round" : undefined}
      transform={placed === undefined ? undefined : `translate(${placed.x} ${placed.y}) scale(${placed.scale})`}
    />
  ));
}

export function Picture({ picture, className }: { readonly picture: PictureData; readonly className: string }) {
  return (
    <svg className={className} viewBox={`0 0 ${picture.width} ${picture.height}`} aria-hidden="true">
      <Shapes picture={picture} />
    </svg>
  );
}

import { pageColor } from "@/render/svg/color";
import { PictureShapes } from "@/render/svg/PictureShapes";
import type { Picture as PictureData } from "@/scene/picture";

/** The shapes of a picture inside another SVG, in the page's colours. */
export const Shapes = ({ picture }: { readonly picture: PictureData }) => (
  <PictureShapes picture={picture} color={pageColor} />
);

/** A picture on its own; decorative, the control around it carries the name. */
export function Picture({
  picture,
  className,
}: {
  readonly picture: PictureData;
  readonly className: string;
}) {
  return (
    <svg className={className} viewBox={`0 0 ${picture.width} ${picture.height}`} aria-hidden="true">
      <Shapes picture={picture} />
    </svg>
  );
}

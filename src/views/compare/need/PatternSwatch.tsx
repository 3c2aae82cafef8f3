import { useId } from "react";
import { pageColor } from "@/render/svg/color";
import { PictureShapes } from "@/render/svg/PictureShapes";
import { patternTile } from "@/scene/patterns";
import type { PatternId } from "@/scene/scene";

const WIDTH = 26;
const HEIGHT = 16;

/** A pattern of the map in a legend, on land; null: land alone. */
export function PatternSwatch({ pattern }: { readonly pattern: PatternId | null }) {
  const id = useId().replace(/[^\w-]/g, "");
  const tile = pattern === null ? null : patternTile(pattern);
  return (
    <svg width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      {tile !== null && (
        <defs>
          <pattern id={id} width={tile.width} height={tile.height} patternUnits="userSpaceOnUse">
            <PictureShapes picture={tile} color={pageColor} />
          </pattern>
        </defs>
      )}
      <path d={`M0 0H${WIDTH}V${HEIGHT}H0z`} fill={pageColor("land")} />
      <path
        d={`M.5 .5H${WIDTH - 0.5}V${HEIGHT - 0.5}H.5z`}
        fill={tile === null ? "none" : `url(#${id})`}
        stroke={pageColor("line2")}
      />
    </svg>
  );
}

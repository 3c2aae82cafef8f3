import type { CommuneCode } from "@/domain/commune";
import { pathWriter } from "@/render/svg/paths";
import type { Boundaries } from "@/scene/geometry";
import { PROVINCE_SHAPE, type Sheet, shapeId } from "./mapSheet";

/** The shapes themselves, written by the build outside the part of the page that scripts redraw. Strokes keep their width at any scale. */
export function ShapeSheet({
  boundaries,
  sheet,
}: {
  readonly boundaries: Boundaries;
  readonly sheet: Sheet;
}) {
  const writer = pathWriter(sheet.camera, sheet.width, sheet.height);
  return (
    <svg className="shape-sheet" width="0" height="0" aria-hidden="true" focusable="false">
      <defs>
        {boundaries.province !== null && (
          <path id={PROVINCE_SHAPE} d={writer.area(boundaries.province)} vectorEffect="non-scaling-stroke" />
        )}
        {[...boundaries.communes].map(
          ([code, geometry]: [CommuneCode, Parameters<typeof writer.area>[0]]) => (
            <path key={code} id={shapeId(code)} d={writer.area(geometry)} vectorEffect="non-scaling-stroke" />
          ),
        )}
      </defs>
    </svg>
  );
}

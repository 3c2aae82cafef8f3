import type { CommuneCode } from "@/domain/commune";
import { pathWriter } from "@/render/svg/paths";
import type { Boundaries } from "@/scene/geometry";
import type { Camera } from "@/scene/scene";
import type { Size } from "./data";

/** The outline of the commune under the pointer or reached by keyboard, ink on halo: alone, so that moving on repaints nothing else. */
export function HighlightLayer({
  boundaries,
  camera,
  size,
  hovered,
}: {
  readonly boundaries: Boundaries | null;
  readonly camera: Camera;
  readonly size: Size;
  readonly hovered: CommuneCode | null;
}) {
  const geometry = hovered === null ? undefined : boundaries?.communes.get(hovered);
  if (geometry === undefined) return null;
  const path = pathWriter(camera, size.width, size.height).area(geometry);
  return (
    <svg className="map__overlay" viewBox={`0 0 ${size.width} ${size.height}`} aria-hidden="true">
      <g fill="none" strokeLinejoin="round">
        <path d={path} stroke="var(--c-halo)" strokeWidth="4" />
        <path d={path} stroke="var(--c-ink)" strokeWidth="1.8" />
      </g>
    </svg>
  );
}

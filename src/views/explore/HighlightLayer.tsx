import { geoPath, geoTransform } from "d3";
import { useMemo } from "react";
import type { CommuneCode } from "@/domain/commune";
import { projector } from "@/scene/camera";
import type { Boundaries } from "@/scene/geometry";
import type { Camera } from "@/scene/scene";
import type { Size } from "./data";

/** A commune's outline in CSS px. */
function outline(
  boundaries: Boundaries | null,
  code: CommuneCode | null,
  camera: Camera,
  { width, height }: Size,
): string | null {
  const geometry = code === null ? undefined : boundaries?.communes.get(code);
  if (geometry === undefined) return null;
  const project = projector(camera, width, height);
  const stream = geoTransform({
    point(lon, lat) {
      const [x, y] = project([lon, lat]);
      this.stream.point(x, y);
    },
  });
  return geoPath(stream).digits(1)(geometry);
}

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
  const hoveredPath = useMemo(
    () => outline(boundaries, hovered, camera, size),
    [boundaries, hovered, camera, size],
  );
  return (
    <svg className="map__highlight" viewBox={`0 0 ${size.width} ${size.height}`} aria-hidden="true">
      <g fill="none" strokeLinejoin="round">
        {hoveredPath !== null && (
          <>
            <path d={hoveredPath} stroke="var(--c-halo)" strokeWidth="4" />
            <path d={hoveredPath} stroke="var(--c-ink)" strokeWidth="1.8" />
          </>
        )}
      </g>
    </svg>
  );
}

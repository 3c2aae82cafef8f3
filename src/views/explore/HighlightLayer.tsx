import { geoPath, geoTransform } from "d3";
import { useMemo } from "react";
import type { CommuneCode } from "@/domain/commune";
import { projector } from "@/scene/camera";
import type { Boundaries } from "@/scene/geometry";
import type { Camera } from "@/scene/scene";
import type { Size } from "./data";

/** A commune's outline in CSS px. */
function outline(boundaries: Boundaries | null, code: CommuneCode | null, camera: Camera, { width, height }: Size): string | null {
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

/** Outlines over the map: the selected commune (accent on a wide halo) and the one under the pointer (ink on halo). */
export function HighlightLayer({
  boundaries,
  camera,
  size,
  selected,
  hovered,
}: {
  readonly boundaries: Boundaries | null;
  readonly camera: Camera;
  readonly size: Size;
  readonly selected: CommuneCode | null;
  readonly hovered: CommuneCode | null;
}) {
  const selectedPath = useMemo(() => outline(boundaries, selected, camera, size), [boundaries, selected, camera, size]);
  const hoveredPath = useMemo(() => outline(boundaries, hovered, camera, size), [boundaries, hovered, camera, size]);
  return (
    <svg className="map__highlight" viewBox={`0 0 ${size.width} ${size.height}`} aria-hidden="true">
      <g fill="none" strokeLinejoin="round">
        {hoveredPath !== null && hovered !== selected && (
          <>
            <path d={hoveredPath} stroke="var(--c-halo)" strokeWidth="4" />
            <path d={hoveredPath} stroke="var(--c-ink)" strokeWidth="1.8" />
          </>
        )}
        {selectedPath !== null && (
          <>
            <path d={selectedPath} stroke="var(--c-halo)" strokeWidth="6" />
            <path d={selectedPath} stroke="var(--c-accent)" strokeWidth="3" />
          </>
        )}
      </g>
    </svg>
  );
}

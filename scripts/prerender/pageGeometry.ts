import { presimplify, simplify } from "topojson-simplify";
import type { BoundaryTopology } from "@/domain/geometry";
import type { BBox, LonLat } from "@/domain/units";
import { fitCamera, projector } from "@/scene/camera";

/**
 * Smallest triangle a corner of a boundary may make on the page, CSS px². Smaller ones cannot be seen under a 0,8 px line
 * and cost 9 kB of the 45 kB a page may weigh; the live map draws them again.
 */
const SMALLEST_PX2 = 0.5;

/**
 * Boundaries as detailed as a prerendered picture of that size can show. Simplified arc by arc (Visvalingam), so
 * neighbours keep one common line: no gaps, no overlaps. Lon lat, WGS 84, in and out.
 */
export function boundariesForPage(
  boundaries: BoundaryTopology,
  frame: BBox,
  { width, height }: { readonly width: number; readonly height: number },
): BoundaryTopology {
  const project = projector(fitCamera(frame, width, height), width, height);
  const area = (triangle: readonly (readonly number[])[]) => {
    const [a, b, c] = triangle.map(([lon = 0, lat = 0]) => project([lon, lat] satisfies LonLat));
    if (a === undefined || b === undefined || c === undefined) return Number.POSITIVE_INFINITY;
    return Math.abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2;
  };
  return simplify(
    presimplify(boundaries, area as Parameters<typeof presimplify>[1]),
    SMALLEST_PX2,
  ) as BoundaryTopology;
}

import type { NamedPlace } from "@/domain/namedPlace";
import { metresPerPixel, projector } from "@/scene/camera";
import type { Camera } from "@/scene/scene";
import type { Size } from "../data";
import "./places.css";

/** The ring at the place, CSS px. */
const RADIUS = 7;
/** A circle of the error smaller than this would only thicken the ring. */
const LEAST_ERROR = 14;

/** Where the place that was searched lies, for the moment: a ring, its name, and the circle its error reaches. Nothing without a point. */
export function PlaceMark({
  place: { name, point, accuracyM },
  camera,
  size,
}: {
  readonly place: NamedPlace;
  readonly camera: Camera;
  readonly size: Size;
}) {
  if (point === null) return null;
  const [x, y] = projector(camera, size.width, size.height)(point);
  const error = (accuracyM ?? 0) / metresPerPixel(camera, point[1]);
  return (
    <svg className="map__overlay place-mark" viewBox={`0 0 ${size.width} ${size.height}`} aria-hidden="true">
      {error >= LEAST_ERROR && (
        <>
          <circle className="place-mark__halo" cx={x} cy={y} r={error} />
          <circle className="place-mark__error" cx={x} cy={y} r={error} />
        </>
      )}
      <circle className="place-mark__halo" cx={x} cy={y} r={RADIUS} />
      <circle className="place-mark__ring" cx={x} cy={y} r={RADIUS} />
      <text className="place-mark__name" x={x + RADIUS + 6} y={y + 5}>
        {name}
      </text>
    </svg>
  );
}

import { projector } from "@/scene/camera";
import { crossWithin, type Drawing, type Frame, placeAhead } from "./drawing";
import { metresBetween } from "./drawnShapeOf";
import { groundCircle } from "./groundCircle";
import { crossPath, dotsPath, pathThrough } from "./shapePath";

/** CSS px; a corner that ends the shape when it is pressed again is larger. */
const CORNER = 4;
const END_CORNER = 6.5;
const CROSS_ARM = 16;
const CROSS_GAP = 4;

/** A shape while it is drawn: what stands fast, dashed where it would go on, its corners and the cross-hair. */
export function DrawingLayer({ drawing, frame }: { readonly drawing: Drawing; readonly frame: Frame }) {
  const { kind, corners, byKeys } = drawing;
  const { camera, size } = frame;
  const ahead = placeAhead(drawing, frame);
  const [first] = corners;
  const last = corners.at(-1);
  const toPixel = projector(camera, size.width, size.height);
  const reaching = ahead === null ? corners : [...corners, ahead];
  const isCircle = kind === "circle";
  const ring =
    isCircle && first !== undefined && ahead !== null
      ? groundCircle(first, metresBetween(first, ahead))
      : null;
  // What the shape would be if it ended here: filled, its loose edges dashed.
  const wouldBe = ring ?? (kind === "polygon" && reaching.length > 2 ? reaching : null);
  const loose = isCircle
    ? ring === null
      ? ""
      : pathThrough(ring, true, frame)
    : last === undefined
      ? ""
      : pathThrough(
          [
            last,
            ...(ahead === null ? [] : [ahead]),
            ...(wouldBe === null || first === undefined ? [] : [first]),
          ],
          false,
          frame,
        );
  const fast = isCircle ? "" : pathThrough(corners, false, frame);
  const cross = crossPath(crossWithin(drawing, size), CROSS_ARM, CROSS_GAP);
  const pixels = corners.map((corner) => toPixel(corner));
  const ends = (index: number) =>
    kind === "line"
      ? corners.length > 1 && index === corners.length - 1
      : kind === "polygon" && corners.length > 2 && (index === 0 || index === corners.length - 1);
  return (
    <svg className="map__overlay" viewBox={`0 0 ${size.width} ${size.height}`} aria-hidden="true">
      {wouldBe !== null && <path className="drawn__fill" d={pathThrough(wouldBe, true, frame)} />}
      <path className="drawn__halo" d={`${loose}${fast}`} />
      <path className="drawn__ink" d={loose} />
      <path className="drawn__ink drawn__ink--whole" d={fast} />
      <path
        className="drawn__corner"
        d={dotsPath(
          pixels.filter((_, index) => !ends(index)),
          CORNER,
        )}
      />
      <path
        className="drawn__corner drawn__corner--end"
        d={dotsPath(
          pixels.filter((_, index) => ends(index)),
          END_CORNER,
        )}
      />
      {byKeys && (
        <>
          <path className="drawn__halo" d={cross} />
          <path className="drawn__ink drawn__ink--whole" d={cross} />
        </>
      )}
    </svg>
  );
}

import type { DrawnShape } from "@/domain/drawnShape";
import type { LonLat } from "@/domain/units";
import { projector, unprojector } from "@/scene/camera";
import type { Camera } from "@/scene/scene";
import type { Size } from "../data";
import { drawnShapeOf, isSamePlace, MOST_CORNERS, type Refusal, rounded } from "./drawnShapeOf";

/** A place in the map's box, CSS px from its top left corner. */
export type Pixel = readonly [x: number, y: number];

/** What the map shows. */
export interface Frame {
  readonly camera: Camera;
  readonly size: Size;
}

/** A shape being drawn, by keys and pointer in turn. Nothing of it is lost but by "undo". */
export interface Drawing {
  readonly kind: DrawnShape["type"];
  /** Corners put so far, rounded; of a circle its centre. */
  readonly corners: readonly LonLat[];
  /** The cross-hair the keys move. */
  readonly cross: Pixel;
  /** Where the pointer is; null: nowhere over the map. */
  readonly pointer: LonLat | null;
  /** The last step came from the keyboard: the shape goes on at the cross-hair, not under the pointer. */
  readonly byKeys: boolean;
  /** Why the last step was refused. */
  readonly refusal: Refusal | null;
}

export type Step =
  /** The cross-hair, by so many px; none: the keys take over where it stands. */
  | { readonly type: "move"; readonly by: Pixel }
  /** A place is pressed: with the pointer, or (null) at the cross-hair. `reach`: px that still count as the same place. */
  | { readonly type: "press"; readonly at: Pixel | null; readonly reach: number }
  /** A corner put with the pointer. */
  | { readonly type: "corner"; readonly at: LonLat }
  | { readonly type: "pointer"; readonly at: LonLat | null }
  | { readonly type: "undo" }
  | { readonly type: "finish" };

/** What came of a step, for those who do not see it. */
export type Outcome =
  | { readonly type: "moved" | "edge" | "put" | "dropped" | "nothing" }
  | { readonly type: "refused"; readonly why: Refusal }
  | { readonly type: "done"; readonly shape: DrawnShape };

export interface Stepped {
  readonly drawing: Drawing;
  readonly outcome: Outcome;
}

export const startDrawing = (
  kind: DrawnShape["type"],
  { width, height }: Size,
  byKeys: boolean,
): Drawing => ({
  kind,
  corners: [],
  cross: [width / 2, height / 2],
  pointer: null,
  byKeys,
  refusal: null,
});

const within = (value: number, most: number): number => Math.max(0, Math.min(most, value));

/** The cross-hair within the map's box, which may have become smaller since. */
export const crossWithin = ({ cross: [x, y] }: Drawing, { width, height }: Size): Pixel => [
  within(x, width),
  within(y, height),
];

/** Where the shape would go on: at the cross-hair, else under the pointer. */
export function placeAhead(drawing: Drawing, { camera, size }: Frame): LonLat | null {
  return drawing.byKeys
    ? unprojector(camera, size.width, size.height)(crossWithin(drawing, size))
    : drawing.pointer;
}

/** One step of drawing. The drawing stays as it was when the step is refused, but for the reason. */
export function stepped(drawing: Drawing, step: Step, frame: Frame): Stepped {
  const { size } = frame;
  switch (step.type) {
    case "move": {
      const [x, y] = crossWithin(drawing, size);
      const cross: Pixel = [within(x + step.by[0], size.width), within(y + step.by[1], size.height)];
      const isStill = cross[0] === x && cross[1] === y && (step.by[0] !== 0 || step.by[1] !== 0);
      return {
        drawing: { ...drawing, cross, byKeys: true, refusal: null },
        outcome: { type: isStill ? "edge" : "moved" },
      };
    }
    case "press":
      return pressed(
        { ...drawing, byKeys: step.at === null },
        step.at ?? crossWithin(drawing, size),
        step.reach,
        frame,
      );
    case "corner":
      return withCorner({ ...drawing, byKeys: false }, step.at);
    case "pointer":
      // A pointer that leaves says nothing; one that comes takes over from the keys.
      return {
        drawing: { ...drawing, pointer: step.at, byKeys: drawing.byKeys && step.at === null },
        outcome: { type: "nothing" },
      };
    case "undo":
      return drawing.corners.length === 0
        ? refused(drawing, "no-point")
        : {
            drawing: { ...drawing, corners: drawing.corners.slice(0, -1), refusal: null },
            outcome: { type: "dropped" },
          };
    case "finish":
      return finished(drawing, placeAhead(drawing, frame));
  }
}

function pressed(drawing: Drawing, at: Pixel, reach: number, { camera, size }: Frame): Stepped {
  const { kind, corners } = drawing;
  const place = unprojector(camera, size.width, size.height)(at);
  const toPixel = projector(camera, size.width, size.height);
  const meets = (corner: LonLat | undefined) => {
    if (corner === undefined) return false;
    const [x, y] = toPixel(corner);
    return Math.hypot(x - at[0], y - at[1]) <= reach;
  };
  const [first] = corners;
  if (kind === "circle" && first !== undefined)
    return meets(first) ? refused(drawing, "no-rim") : finished(drawing, place);
  const isEnd = meets(corners.at(-1)) || (kind === "polygon" && corners.length >= 3 && meets(first));
  return isEnd ? finished(drawing, null) : withCorner(drawing, place);
}

function withCorner(drawing: Drawing, at: LonLat): Stepped {
  const { kind, corners } = drawing;
  const place = rounded(at);
  if (kind === "point") return finished({ ...drawing, corners: [place] }, null);
  // A circle has a centre and no other corner.
  if (kind === "circle" && corners.length > 0) return finished(drawing, at);
  if (corners.length >= MOST_CORNERS) return refused(drawing, "too-many");
  const last = corners.at(-1);
  if (last !== undefined && isSamePlace(last, place)) return refused(drawing, "same-place");
  return {
    drawing: { ...drawing, corners: [...corners, place], refusal: null },
    outcome: { type: "put" },
  };
}

function finished(drawing: Drawing, rim: LonLat | null): Stepped {
  const shape = drawnShapeOf(drawing.kind, drawing.corners, rim);
  return typeof shape === "string"
    ? refused(drawing, shape)
    : { drawing: { ...drawing, refusal: null }, outcome: { type: "done", shape } };
}

const refused = (drawing: Drawing, why: Refusal): Stepped => ({
  drawing: { ...drawing, refusal: why },
  outcome: { type: "refused", why },
});

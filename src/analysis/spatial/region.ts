import type { Answer } from "@/domain/workFilter";
import { exceeds, type Field, fallsTo, greatestIn } from "./along";
import { areaOf, coverage, isCoveredBut, sharedArea } from "./coverage";
import { type Ground, groundOf } from "./ground";
import {
  boxesMeet,
  eachStretch,
  lengthOf,
  outermostCorners,
  type PlaneShape,
  span,
  stretchCount,
} from "./shape";

/**
 * Where a thing may be. A fact about its place is certain only if it holds wherever in the region the thing lies.
 * - `point`: a place known to within an error, metres: anywhere in that circle.
 * - `line`: every place of it known to within an error.
 * - `extent`: the thing is all of this ground, as a commune is.
 * - `somewhere`: a place anywhere in this ground, as a work of which only the commune is known.
 * - `parts`: it has a part somewhere in each of these grounds; a line, where given, is a part that is known.
 * - `unknown`: nothing is known.
 */
export type Region =
  | { readonly type: "point"; readonly shape: PlaneShape; readonly errorM: number }
  | { readonly type: "line"; readonly shape: PlaneShape; readonly errorM: number }
  | { readonly type: "extent"; readonly shape: PlaneShape }
  | { readonly type: "somewhere"; readonly shape: PlaneShape }
  | { readonly type: "parts"; readonly shapes: readonly PlaneShape[]; readonly known: Region | null }
  | { readonly type: "unknown" };

/**
 * Ground that is asked about. `assessed`: where somebody looked for it – elsewhere it may be as well, so that nothing there is certainly "no";
 * null: it is known everywhere.
 */
export interface AskedGround {
  readonly ground: Ground;
  readonly assessed: Ground | null;
}

/** Where assessed ground ends is drawn no finer than the boundaries it follows. */
const ASSESSED_TO_M = 1;

/**
 * Borders drawn twice differ by a rounding (six decimals of a degree: 0.1 m). Common ground that comes to no more than this width along the
 * outline is such a difference: for a commune of 50 km of border half a hectare, for a zone of 400 m around 40 m².
 */
const SLIVER_M = 0.1;
const sliver = (shape: PlaneShape) => SLIVER_M * lengthOf(shape);

const grounds = new WeakMap<PlaneShape, Ground>();
/** A shape alone as ground, prepared once. */
export function groundOfShape(shape: PlaneShape): Ground {
  const known = grounds.get(shape);
  if (known !== undefined) return known;
  const ground = groundOf([shape]);
  grounds.set(shape, ground);
  return ground;
}

const certainField =
  ({ ground }: AskedGround): Field =>
  (x, y) =>
    ground.signedDistance(x, y);

/** Distance to where the ground is or may be. */
const possibleField = ({ ground, assessed }: AskedGround): Field =>
  assessed === null
    ? (x, y) => ground.signedDistance(x, y)
    : (x, y) => Math.min(ground.signedDistance(x, y), ASSESSED_TO_M - assessed.signedDistance(x, y));

/** What was worked out for a shape and ground is kept: many works are known by the same few communes. */
function kept<Value>(
  work: (shape: PlaneShape, ground: Ground) => Value,
): (shape: PlaneShape, ground: Ground) => Value {
  const known = new WeakMap<Ground, WeakMap<PlaneShape, Value>>();
  return (shape, ground) => {
    const ofGround = known.get(ground) ?? new WeakMap<PlaneShape, Value>();
    known.set(ground, ofGround);
    const found = ofGround.get(shape) ?? work(shape, ground);
    ofGround.set(shape, found);
    return found;
  };
}

/** Whether two areas have ground in common that is more than a sliver along their edges. */
const meets = kept((shape, ground): boolean =>
  ground.areas.some((area) => sharedArea(shape, area) > Math.min(sliver(shape), sliver(area))),
);

/** Whether an area lies in ground but for slivers along its outline. */
const isCovered = kept((shape, ground): boolean =>
  isCoveredBut(Math.min(sliver(shape), areaOf(shape) / 1000), shape, ground.areas),
);

/** Metres between a shape and ground; 0 where they meet. */
export const distanceBetween = kept(measure);

function measure(shape: PlaneShape, ground: Ground): number {
  const own = groundOfShape(shape);
  const isTouched = ground.shapes.some((other) => {
    const [x, y] = [other.coordinates[0] ?? Number.NaN, other.coordinates[1] ?? Number.NaN];
    return boxesMeet(shape.box, [x, y, x, y]) && own.contains(x, y);
  });
  if (isTouched || ground.contains(shape.coordinates[0] ?? Number.NaN, shape.coordinates[1] ?? Number.NaN))
    return 0;
  const others = ground.shapes.reduce((sum, other) => sum + stretchCount(other), 0);
  return others < stretchCount(shape)
    ? Math.min(...ground.shapes.map((other) => nearestAlong(other, own)))
    : nearestAlong(shape, ground);
}

/** Metres from a shape's lines, rings or points to the nearest edge of ground. */
function nearestAlong(shape: PlaneShape, ground: Ground): number {
  let nearest = Infinity;
  // What was measured behind says how near the next stretch can be at most: a metre nearer for every metre gone.
  let atLeast = 0;
  let [lastX, lastY] = [Number.NaN, Number.NaN];
  eachStretch(shape, (ax, ay, bx, by) => {
    const length = span(bx - ax, by - ay);
    if (ax !== lastX || ay !== lastY) atLeast = 0;
    [lastX, lastY] = [bx, by];
    atLeast -= length;
    if (atLeast > nearest || nearest === 0) return;
    nearest = Math.min(nearest, ground.distanceToStretch(ax, ay, bx, by));
    if (nearest > 0) atLeast = Math.abs(ground.signedDistance(bx, by));
  });
  return nearest;
}

/** Yes if one is, no if none is, unknown otherwise (Kleene's "or"). */
export function either(answers: Iterable<Answer>): Answer {
  let result: Answer = "no";
  for (const answer of answers) {
    if (answer === "yes") return "yes";
    if (answer === "unknown") result = "unknown";
  }
  return result;
}

/** Yes if all are, no if one is not, unknown otherwise (Kleene's "and"). */
export function both(answers: Iterable<Answer>): Answer {
  let result: Answer = "yes";
  for (const answer of answers) {
    if (answer === "no") return "no";
    if (answer === "unknown") result = "unknown";
  }
  return result;
}

/** Kleene's "not". */
export const not = (answer: Answer): Answer =>
  answer === "yes" ? "no" : answer === "no" ? "yes" : "unknown";

const decide = (isCertain: boolean, isPossible: () => boolean): Answer =>
  isCertain ? "yes" : isPossible() ? "unknown" : "no";

/**
 * Whether some part of a thing lies within `metres` of ground; 0: whether they meet. A distance of exactly `metres` counts, an edge belongs to its
 * area, and two areas meet only if they share ground: neighbours along a border do not.
 */
export function isWithin(region: Region, asked: AskedGround, metres: number): Answer {
  const { ground } = asked;
  switch (region.type) {
    case "unknown":
      return "unknown";
    case "point": {
      const [x = 0, y = 0] = region.shape.coordinates;
      const near = ground.signedDistance(x, y);
      const isCertain =
        near + region.errorM <= metres || isCircleWithin(x, y, region.errorM, near, ground, metres);
      return decide(isCertain, () => possibleField(asked)(x, y) - region.errorM <= metres);
    }
    case "line": {
      return decide(fallsTo(region.shape, certainField(asked), metres - region.errorM), () =>
        fallsTo(region.shape, possibleField(asked), metres + region.errorM),
      );
    }
    case "extent":
      return decide(isAreaNear(region.shape, ground, metres), () => mayBeNear(region.shape, asked, metres));
    case "somewhere":
      return decide(isAllWithin(region.shape, ground, metres), () => mayBeNear(region.shape, asked, metres));
    case "parts": {
      if (region.known !== null && isWithin(region.known, asked, metres) === "yes") return "yes";
      return either(region.shapes.map((shape) => isWithin({ type: "somewhere", shape }, asked, metres)));
    }
  }
}

/** Whether a circle lies within a distance of ground where its centre and radius alone do not tell. */
function isCircleWithin(
  x: number,
  y: number,
  radius: number,
  near: number,
  ground: Ground,
  metres: number,
): boolean {
  if (metres <= 0 || radius === 0 || near > metres) return false;
  const inCircle: Field = (px, py) => span(px - x, py - y) - radius;
  const { atMost } = greatestIn(
    [x - radius, y - radius, x + radius, y + radius],
    inCircle,
    (px, py) => ground.signedDistance(px, py),
    metres,
  );
  return atMost <= metres;
}

function isAreaNear(shape: PlaneShape, ground: Ground, metres: number): boolean {
  if (metres > 0) return distanceBetween(shape, ground) <= metres;
  if (meets(shape, ground)) return true;
  const own = groundOfShape(shape);
  return ground.shapes.some((other) => other.kind !== "areas" && fallsTo(other, own.signedDistance, 0));
}

function isAllWithin(shape: PlaneShape, ground: Ground, metres: number): boolean {
  if (metres <= 0) return isCovered(shape, ground);
  // Where an outermost corner is too far there is nothing more to look for.
  const corners = outermostCorners(shape);
  for (let at = 0; at < corners.length; at += 2)
    if (ground.signedDistance(corners[at] as number, corners[at + 1] as number) > metres) return false;
  return (
    greatestIn(shape.box, groundOfShape(shape).signedDistance, (x, y) => ground.signedDistance(x, y), metres)
      .atMost <= metres
  );
}

/** Whether ground, or ground nobody assessed, lies within a distance of an area. */
function mayBeNear(shape: PlaneShape, { ground, assessed }: AskedGround, metres: number): boolean {
  if (isAreaNear(shape, ground, metres)) return true;
  if (assessed === null) return false;
  if (!isCovered(shape, assessed)) return true;
  return metres > 0 && exceeds(shape, assessed.signedDistance, ASSESSED_TO_M - metres);
}

/**
 * Whether all of a thing lies in ground, edges included. Of a work in several communes only what is certain of every part is certain of the whole.
 */
export function isInside(region: Region, asked: AskedGround): Answer {
  const { ground, assessed } = asked;
  switch (region.type) {
    case "unknown":
      return "unknown";
    case "point":
    case "somewhere":
      return isWithin(region, asked, 0);
    case "line": {
      return decide(
        !exceeds(region.shape, certainField(asked), -region.errorM),
        () => !exceeds(region.shape, possibleField(asked), region.errorM),
      );
    }
    case "extent": {
      if (isCovered(region.shape, ground)) return "yes";
      if (assessed === null) return "no";
      // Assessed ground outside the zones settles it: that part is certainly not inside.
      const { covered } = coverage(region.shape, [...assessed.areas, ...ground.areas]);
      const { covered: zones } = coverage(region.shape, ground.areas);
      return covered - zones > sliver(region.shape) ? "no" : "unknown";
    }
    case "parts": {
      const answers = region.shapes.map((shape) => isWithin({ type: "somewhere", shape }, asked, 0));
      const known = region.known === null ? "unknown" : isInside(region.known, asked);
      return known === "no" ? "no" : both(answers);
    }
  }
}

/** Least and greatest distance a thing may have, metres; null: any. */
export interface Interval {
  readonly atLeast: number;
  readonly atMost: number;
}

const widened = (least: number, by: number): Interval => ({
  atLeast: Math.max(0, least - by),
  atMost: Math.max(0, least + by),
});

/** How far a thing is from ground, nearest part to nearest part; null: nothing is known of the one or there is none of the other. */
export function distanceInterval(region: Region, { ground, assessed }: AskedGround): Interval | null {
  if (ground.shapes.length === 0) return null;
  const interval = ((): Interval | null => {
    switch (region.type) {
      case "unknown":
        return null;
      case "point": {
        const [x = 0, y = 0] = region.shape.coordinates;
        return widened(ground.signedDistance(x, y), region.errorM);
      }
      case "line":
        return widened(distanceBetween(region.shape, ground), region.errorM);
      case "extent":
        return widened(distanceBetween(region.shape, ground), 0);
      case "somewhere":
        return {
          atLeast: distanceBetween(region.shape, ground),
          atMost: farthestFrom(region.shape, ground),
        };
      case "parts": {
        const all = region.shapes.flatMap(
          (shape) => distanceInterval({ type: "somewhere", shape }, { ground, assessed: null }) ?? [],
        );
        const known =
          region.known === null ? null : distanceInterval(region.known, { ground, assessed: null });
        return {
          atLeast: Math.min(...all.map(({ atLeast }) => atLeast), known?.atLeast ?? Infinity),
          atMost: Math.min(...all.map(({ atMost }) => atMost), known?.atMost ?? Infinity),
        };
      }
    }
  })();
  // Ground nobody assessed may be nearer than any that is known.
  return interval === null || assessed === null
    ? interval
    : { ...interval, atLeast: leastKnown(region, { ground, assessed }, interval.atLeast) };
}

/** Halvings when looking for the distance of unassessed ground: bounds are told to a thirtieth of the distance asked about. */
const HALVINGS = 5;

/** A distance within which certainly nothing lies, though ground nobody assessed may be nearer than `atLeast`. */
function leastKnown(region: Region, asked: AskedGround, atLeast: number): number {
  const isOpen = (metres: number) => isWithin(region, asked, metres) === "unknown";
  if (atLeast === 0 || !isOpen(atLeast * (1 - 1e-6))) return atLeast;
  if (isOpen(0)) return 0;
  let [told, open] = [0, atLeast];
  for (let step = 0; step < HALVINGS; step++) {
    const middle = (told + open) / 2;
    if (isOpen(middle)) open = middle;
    else told = middle;
  }
  return told;
}

/**
 * Whether two things lie within `metres` of each other, nearest part to nearest part. Either may be known only as a region.
 */
export function areWithin(one: Region, other: Region, metres: number): Answer {
  if (one.type === "unknown" || other.type === "unknown") return "unknown";
  if (other.type === "parts") {
    const parts = other.shapes.map((shape) => areWithin(one, { type: "somewhere", shape }, metres));
    const known = other.known === null ? "no" : areWithin(one, other.known, metres);
    return known === "yes" ? "yes" : either(parts);
  }
  if (other.type === "somewhere") {
    if (one.type !== "somewhere" && one.type !== "parts") return areWithin(other, one, metres);
    if (one.type === "parts") return areWithin(other, one, metres);
    const apart = distanceBetween(one.shape, groundOfShape(other.shape));
    return decide(farthestCorners(one.shape, other.shape) <= metres, () => apart <= metres);
  }
  const errorM = other.type === "extent" ? 0 : other.errorM;
  const asked = { ground: groundOfShape(other.shape), assessed: null };
  if (isWithin(one, asked, metres + errorM) === "no") return "no";
  if (errorM === 0) return isWithin(one, asked, metres);
  if (metres >= errorM && isWithin(one, asked, metres - errorM) === "yes") return "yes";
  // A place whose error is larger than the distance may still lie wholly within it of an area.
  const isNear =
    one.type === "extent" &&
    isWithin(other, { ground: groundOfShape(one.shape), assessed: null }, metres) === "yes";
  return isNear ? "yes" : "unknown";
}

/** Bounds of the distance of two things; null: nothing is known of one of them. */
export function intervalBetween(one: Region, other: Region): Interval | null {
  if (one.type === "unknown" || other.type === "unknown") return null;
  if (other.type === "parts") {
    const parts = other.shapes.flatMap((shape) => intervalBetween(one, { type: "somewhere", shape }) ?? []);
    const known = other.known === null ? null : intervalBetween(one, other.known);
    return {
      atLeast: Math.min(...parts.map(({ atLeast }) => atLeast), known?.atLeast ?? Infinity),
      atMost: Math.min(...parts.map(({ atMost }) => atMost), known?.atMost ?? Infinity),
    };
  }
  if (other.type === "somewhere") {
    if (one.type !== "somewhere") return intervalBetween(other, one);
    return {
      atLeast: distanceBetween(one.shape, groundOfShape(other.shape)),
      atMost: farthestCorners(one.shape, other.shape),
    };
  }
  const apart = distanceInterval(one, { ground: groundOfShape(other.shape), assessed: null });
  const errorM = other.type === "extent" ? 0 : other.errorM;
  return apart === null
    ? null
    : { atLeast: Math.max(0, apart.atLeast - errorM), atMost: apart.atMost + errorM };
}

/**
 * A bound of how far any place of an area can be from ground: as far as its farthest corner from that one corner of the ground which is nearest to
 * the middle of the area's box. Exact for a single point.
 */
function farthestFrom(shape: PlaneShape, ground: Ground): number {
  const [west, south, east, north] = shape.box;
  const [middleX, middleY] = [(west + east) / 2, (south + north) / 2];
  let [placeX, placeY, nearest] = [Number.NaN, Number.NaN, Infinity];
  for (const { coordinates } of ground.shapes)
    for (let at = 0; at < coordinates.length; at += 2) {
      const apart = span((coordinates[at] as number) - middleX, (coordinates[at + 1] as number) - middleY);
      if (apart < nearest)
        [placeX, placeY, nearest] = [coordinates[at] as number, coordinates[at + 1] as number, apart];
    }
  let farthest = 0;
  const { coordinates } = shape;
  for (let at = 0; at < coordinates.length; at += 2)
    farthest = Math.max(
      farthest,
      span((coordinates[at] as number) - placeX, (coordinates[at + 1] as number) - placeY),
    );
  return farthest;
}

/** Greatest distance of a place in one area from a place in another: between two corners of their boxes at most. */
function farthestCorners(a: PlaneShape, b: PlaneShape): number {
  const east = Math.max(a.box[2] - b.box[0], b.box[2] - a.box[0]);
  const north = Math.max(a.box[3] - b.box[1], b.box[3] - a.box[1]);
  return span(east, north);
}

import type { Position } from "geojson";
import type { LayerProblemCode, UploadedGeometry } from "./uploadedLayer";

/** What was corrected in one geometry. */
export interface Mending {
  hasHeights: boolean;
  /** Vertices dropped because they repeated the one before. */
  duplicates: number;
  /** Rings whose last position was not their first. */
  unclosed: number;
  /** Rings turned round to follow RFC 7946. */
  turned: number;
  /** Parts (lines, holes, polygons) too short to be anything. */
  partsLeftOut: number;
}

const unmended = (): Mending => ({
  hasHeights: false,
  duplicates: 0,
  unclosed: 0,
  turned: 0,
  partsLeftOut: 0,
});

/** A geometry as the layer keeps it, or why nothing of it is left. */
export type MendedGeometry =
  | { readonly geometry: UploadedGeometry; readonly mending: Mending }
  | { readonly geometry: null; readonly code: LayerProblemCode; readonly positions: number };

/** Closed: the first position comes again at the end. */
const MIN_RING = 4;
const MIN_LINE = 2;

/**
 * Twice the signed area of a closed ring in square degrees; positive: counter-clockwise. Measured from the first vertex: from the far
 * origin of the degrees, the area of a house would drown in the rounding.
 */
export function signedArea(ring: readonly Position[]): number {
  const [originX = 0, originY = 0] = ring[0] ?? [];
  let sum = 0;
  for (let at = 1; at < ring.length; at++) {
    const [x = 0, y = 0] = ring[at - 1] ?? [];
    const [nextX = 0, nextY = 0] = ring[at] ?? [];
    sum += (x - originX) * (nextY - originY) - (nextX - originX) * (y - originY);
  }
  return sum;
}

/**
 * Drops heights and repeated vertices, closes rings, turns them as RFC 7946 asks, and leaves out parts that are too short: a ring needs
 * 4 positions with its closing one, a line 2. Nothing is moved. A polygon whose exterior ring is too short goes with its holes.
 */
export function mendGeometry(geometry: UploadedGeometry): MendedGeometry {
  const mending = unmended();
  const kept = (made: UploadedGeometry): MendedGeometry => ({ geometry: made, mending });
  switch (geometry.type) {
    case "Point":
      return kept({ type: geometry.type, coordinates: flat(geometry.coordinates, mending) });
    case "MultiPoint":
      return kept({
        type: geometry.type,
        coordinates: geometry.coordinates.map((each) => flat(each, mending)),
      });
    case "LineString": {
      const line = mendLine(geometry.coordinates, mending);
      return line.length < MIN_LINE
        ? { geometry: null, code: "line-too-short", positions: line.length }
        : kept({ type: geometry.type, coordinates: line });
    }
    case "MultiLineString": {
      const lines = geometry.coordinates
        .map((each) => mendLine(each, mending))
        .filter((line) => isLongEnough(line, MIN_LINE, mending));
      return lines.length === 0
        ? { geometry: null, code: "line-too-short", positions: 1 }
        : kept({ type: geometry.type, coordinates: lines });
    }
    case "Polygon": {
      const rings = mendRings(geometry.coordinates, mending);
      return rings === null
        ? { geometry: null, code: "ring-too-short", positions: geometry.coordinates[0]?.length ?? 0 }
        : kept({ type: geometry.type, coordinates: rings });
    }
    case "MultiPolygon": {
      const polygons = geometry.coordinates.flatMap((each) => {
        const rings = mendRings(each, mending);
        if (rings !== null) return [rings];
        mending.partsLeftOut++;
        return [];
      });
      return polygons.length === 0
        ? { geometry: null, code: "ring-too-short", positions: geometry.coordinates[0]?.[0]?.length ?? 0 }
        : kept({ type: geometry.type, coordinates: polygons });
    }
  }
}

function isLongEnough(part: readonly Position[], least: number, mending: Mending): boolean {
  if (part.length >= least) return true;
  mending.partsLeftOut++;
  return false;
}

function flat(position: Position, mending: Mending): Position {
  const [x = 0, y = 0] = position;
  if (position.length > 2) mending.hasHeights = true;
  return [x, y];
}

const isSame = (one: Position | undefined, other: Position | undefined): boolean =>
  one !== undefined && other !== undefined && one[0] === other[0] && one[1] === other[1];

function mendLine(positions: readonly Position[], mending: Mending): Position[] {
  const line: Position[] = [];
  for (const position of positions) {
    const isRepeated = isSame(line.at(-1), position);
    if (isRepeated) mending.duplicates++;
    else line.push(flat(position, mending));
  }
  return line;
}

/** null when the exterior ring is too short. */
function mendRings(rings: readonly Position[][], mending: Mending): Position[][] | null {
  const [exterior, ...holes] = rings;
  // Counted apart: what goes with a polygon that is left out was not mended.
  const own = unmended();
  const outline = mendRing(exterior ?? [], true, own);
  if (outline === null) return null;
  const kept = holes.flatMap((hole) => {
    const ring = mendRing(hole, false, own);
    if (ring === null) own.partsLeftOut++;
    return ring === null ? [] : [ring];
  });
  mending.hasHeights ||= own.hasHeights;
  mending.duplicates += own.duplicates;
  mending.unclosed += own.unclosed;
  mending.turned += own.turned;
  mending.partsLeftOut += own.partsLeftOut;
  return [outline, ...kept];
}

function mendRing(positions: readonly Position[], isExterior: boolean, mending: Mending): Position[] | null {
  const ring = mendLine(positions, mending);
  const [first] = ring;
  const isOpen = first !== undefined && ring.length > 1 && !isSame(first, ring.at(-1));
  if (isOpen) ring.push([...first]);
  if (ring.length < MIN_RING) return null;
  if (isOpen) mending.unclosed++;
  const area = signedArea(ring);
  if (isExterior ? area >= 0 : area <= 0) return ring;
  mending.turned++;
  return ring.reverse();
}

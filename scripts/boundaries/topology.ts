import type { FeatureCollection } from "geojson";
import { mergeArcs, neighbors } from "topojson-client";
import { topology as buildTopojson } from "topojson-server";
import { presimplify } from "topojson-simplify";
import type {
  Topology,
  MultiPolygon as TopoMultiPolygon,
  Polygon as TopoPolygon,
} from "topojson-specification";
import type { BoundaryTopology } from "@/domain/geometry";
import type { GridShape } from "./clean";
import { findCrossings, type Segment } from "./crossings";
import {
  doubleArea,
  GRID_PER_DEGREE,
  type GridPoint,
  type GridRing,
  gridKey,
  locate,
  samePoint,
} from "./grid";

type Area = (TopoPolygon | TopoMultiPolygon) & { id: string };
/** Communes over shared arcs whose points are plain grid points (no quantisation, no delta). */
export interface ArcTopology extends Topology {
  objects: { communes: { type: "GeometryCollection"; geometries: Area[] } };
}

/** Cuts clean shapes into shared arcs. Ring order is kept: clockwise exteriors stay clockwise. */
export function buildTopology(shapes: readonly GridShape[]): ArcTopology {
  const close = (ring: GridRing): number[][] => [...ring, ...ring.slice(0, 1)].map(([x, y]) => [x, y]);
  const communes: FeatureCollection = {
    type: "FeatureCollection",
    features: shapes.map(({ code, parts }) => ({
      type: "Feature",
      id: code,
      properties: null,
      geometry:
        parts.length === 1
          ? { type: "Polygon", coordinates: (parts[0] ?? []).map(close) }
          : { type: "MultiPolygon", coordinates: parts.map((rings) => rings.map(close)) },
    })),
  };
  // topojson-server's types know neither ids nor which geometry types come out of polygons.
  return buildTopojson({ communes }) as unknown as ArcTopology;
}

/** Points of an arc in ring order; a negative index means the arc backwards. */
export function arcPoints(topology: Topology, arc: number): GridPoint[] {
  const points = (topology.arcs[arc < 0 ? ~arc : arc] ?? []).map(([x, y]): GridPoint => [x ?? 0, y ?? 0]);
  return arc < 0 ? points.reverse() : points;
}

/** Joins arcs end to end, without the repeated points. */
export const closedRing = (arcs: readonly GridPoint[][]): GridRing =>
  arcs.flatMap((points) => points.slice(0, -1));

/** Arc indices of each polygon's rings. */
export const ringsOf = (geometry: TopoPolygon | TopoMultiPolygon): number[][][] =>
  geometry.type === "Polygon" ? [geometry.arcs] : geometry.arcs;

/** The shapes a topology draws, back as grid rings. */
export const shapesOf = (topology: ArcTopology): GridShape[] =>
  topology.objects.communes.geometries.map((geometry) => ({
    code: geometry.id,
    parts: ringsOf(geometry).map((rings) =>
      rings.map((ring) => closedRing(ring.map((arc) => arcPoints(topology, arc)))),
    ),
  }));

/** For each commune the ascending codes of those it shares an arc (not a mere point) with. */
export function neighbourCodes(topology: ArcTopology): Map<string, string[]> {
  const { geometries } = topology.objects.communes;
  return new Map(
    neighbors(geometries).map((indices, i) => [
      geometries[i]?.id ?? "",
      indices.map((j) => geometries[j]?.id ?? "").sort(),
    ]),
  );
}

const METRES_PER_DEGREE = 111_320;
const COS_LAT = Math.cos((21.3 * Math.PI) / 180);

export interface Simplified {
  readonly topology: ArcTopology;
  /** Arcs that had to keep more vertices than asked, so that nothing crosses. */
  readonly restoredArcs: number;
}

/**
 * Drops vertices whose Visvalingam triangle is smaller than `metres`² ÷ 2 (measured in local metres, lon × cos lat), then snaps
 * to a coarser grid of `snapUnits`. Shared arcs move for both communes alike; arc ends never go. Rounding comes before the
 * check: it alone may make lines cross. Where lines do meet, the arcs concerned take vertices back until they do not.
 */
export function simplifyTopology(topology: ArcTopology, metres: number, snapUnits: number): Simplified {
  const toMetres = METRES_PER_DEGREE / GRID_PER_DEGREE;
  const origin = topology.arcs[0]?.[0] ?? [0, 0];
  const weighted = presimplify({
    ...topology,
    arcs: topology.arcs.map((arc) =>
      arc.map(([x = 0, y = 0]) => [
        (x - (origin[0] ?? 0)) * COS_LAT * toMetres,
        (y - (origin[1] ?? 0)) * toMetres,
      ]),
    ),
  } as ArcTopology);
  const asked = metres ** 2 / 2;
  const thresholds = topology.arcs.map(() => asked);
  const snap = (value: number): number => Math.round(value / snapUnits) * snapUnits;
  const draw = (arc: number): GridPoint[] => {
    const weights = weighted.arcs[arc] ?? [];
    const threshold = thresholds[arc] ?? asked;
    const raw = topology.arcs[arc] ?? [];
    const closed = raw.length > 2 && raw[0]?.[0] === raw.at(-1)?.[0] && raw[0]?.[1] === raw.at(-1)?.[1];
    const heaviest = weights.map((p) => p[2] ?? Infinity).sort((a, b) => b - a);
    // A ring of a single arc keeps at least a triangle, whatever its size.
    const floor = closed ? Math.min(threshold, heaviest[3] ?? threshold) : threshold;
    const kept = raw.filter(
      (_, i) => (weights[i]?.[2] ?? Infinity) >= floor || i === 0 || i === raw.length - 1,
    );
    const snapped = kept.map(([x = 0, y = 0]): GridPoint => [snap(x), snap(y)]);
    return snapped.filter((p, i) => i === 0 || !samePoint(p, snapped[i - 1] ?? [NaN, NaN]));
  };
  const drawn = topology.arcs.map((_, i) => draw(i));
  for (let round = 0; round < 40; round++) {
    const troubled = new Set([...tangledArcs(drawn), ...misplacedArcs(topology, drawn)]);
    if (troubled.size === 0) {
      const restoredArcs = thresholds.filter((t) => t < asked).length;
      return {
        topology: { ...topology, arcs: drawn.map((arc) => arc.map(([x, y]) => [x, y])) },
        restoredArcs,
      };
    }
    for (const arc of troubled) {
      thresholds[arc] = (thresholds[arc] ?? asked) / 2;
      drawn[arc] = draw(arc);
    }
  }
  throw new Error(
    `simplifyTopology: lines still cross at ${metres} m after restoring every vertex: the input is not clean, or the grid too coarse`,
  );
}

/** Arcs that meet others, or themselves, anywhere but at arc ends. */
export function tangledArcs(arcs: readonly (readonly GridPoint[])[]): Set<number> {
  const segments: Segment[] = [];
  const troubled = new Set<number>();
  const seen = new Map<string, number>();
  const ends = new Set(arcs.flatMap((arc) => [arc[0], arc.at(-1)]).flatMap((p) => (p ? [gridKey(p)] : [])));
  arcs.forEach((arc, owner) => {
    arc.forEach((b, i) => {
      const a = arc[i - 1];
      if (a !== undefined) segments.push({ a, b, owner });
      if (i === 0 || i === arc.length - 1) return;
      const other = seen.get(gridKey(b));
      if (other !== undefined) troubled.add(other);
      if (other !== undefined || ends.has(gridKey(b))) troubled.add(owner);
      seen.set(gridKey(b), owner);
    });
    // An arc shrunk to a point would cut its communes apart.
    if (arc.length < 2) troubled.add(owner);
  });
  for (const [one, two] of findCrossings(segments)) troubled.add(one.owner).add(two.owner);
  return troubled;
}

/**
 * Arcs of rings that turned over, or of holes that came to lie outside: where communes hang on few nodes a line may sweep
 * over a whole neighbour without crossing anything.
 */
export function misplacedArcs(
  { objects }: Pick<ArcTopology, "objects">,
  arcs: readonly (readonly GridPoint[])[],
): Set<number> {
  const misplaced = new Set<number>();
  const ringOf = (indices: readonly number[]): GridRing =>
    closedRing(indices.map((arc) => (arc < 0 ? [...(arcs[~arc] ?? [])].reverse() : [...(arcs[arc] ?? [])])));
  const blame = (indices: readonly number[]) => {
    for (const arc of indices) misplaced.add(arc < 0 ? ~arc : arc);
  };
  for (const geometry of objects.communes.geometries)
    for (const [outer = [], ...holes] of ringsOf(geometry)) {
      const exterior = ringOf(outer);
      if (doubleArea(exterior) >= 0) blame(outer);
      for (const hole of holes) {
        const ring = ringOf(hole);
        const inside = ring.every((point) => locate(exterior, point) !== "outside");
        if (doubleArea(ring) <= 0 || !inside) blame([...outer, ...hole]);
      }
    }
  return misplaced;
}

/**
 * The published form: quantised, delta-encoded, with the province dissolved from the communes.
 * Throws when the communes do not dissolve into one polygon without holes, which cleaning guarantees.
 */
export function toBoundaryTopology(topology: ArcTopology, snapUnits: number): BoundaryTopology {
  const { geometries } = topology.objects.communes;
  const merged = mergeArcs(topology, geometries);
  const polygon = merged.arcs[0];
  const outline = polygon?.[0];
  if (merged.arcs.length !== 1 || polygon?.length !== 1 || outline === undefined)
    throw new Error("toBoundaryTopology: the communes do not dissolve into one polygon without holes");
  const ring = closedRing(outline.map((arc) => arcPoints(topology, arc)));
  const outer = doubleArea(ring) > 0 ? outline.map((arc) => ~arc).reverse() : outline;
  const all = topology.arcs.flat();
  const low = (axis: 0 | 1): number =>
    all.reduce((least, p) => Math.min(least, p[axis] ?? Infinity), Infinity);
  const [left, bottom] = [low(0), low(1)];
  return {
    type: "Topology",
    transform: {
      scale: [snapUnits / GRID_PER_DEGREE, snapUnits / GRID_PER_DEGREE],
      translate: [left / GRID_PER_DEGREE, bottom / GRID_PER_DEGREE],
    },
    arcs: topology.arcs.map((arc) => {
      let [x, y] = [0, 0];
      return arc.map(([px = 0, py = 0]) => {
        const [qx, qy] = [Math.round((px - left) / snapUnits), Math.round((py - bottom) / snapUnits)];
        const step = [qx - x, qy - y];
        [x, y] = [qx, qy];
        return step;
      });
    }),
    objects: {
      communes: {
        type: "GeometryCollection",
        geometries: geometries.map(({ type, id, arcs }) => ({ type, id, arcs }) as Area),
      },
      province: { type: "GeometryCollection", geometries: [{ type: "Polygon", id: "24", arcs: [outer] }] },
    },
  };
}

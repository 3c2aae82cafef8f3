import { mergeArcs } from "topojson-client";
import type { DataProblem } from "@/domain/parse";
import type { GridShape } from "./clean";
import { findCrossings, type Segment } from "./crossings";
import { fromGrid, type GridPoint, gridKey, locate, ringAt } from "./grid";
import { drawnAreaKm2, poleOfShape } from "./measure";
import { arcPoints, buildTopology, closedRing } from "./topology";

const place = (point: GridPoint): string =>
  fromGrid(point)
    .map((degrees) => degrees.toFixed(5))
    .join(" ");

/**
 * Names what cleaning must not repair on its own, because either reading would move a boundary: bow-ties, overlaps, gaps and
 * unfilled holes, detached parts. Expects shapes from `cleanShapes`. One problem per commune or pair, at its first place.
 */
export function inspectShapes(shapes: readonly GridShape[], file: string): DataProblem[] {
  const problem = (
    severity: DataProblem["severity"],
    column: string,
    value: string,
    message: string,
    remedy: string,
  ) => ({ severity, file, row: null, column, value, message, remedy });
  const problems: DataProblem[] = [];

  const segments: Segment[] = [];
  /** The commune that runs along an edge in this direction; exteriors are clockwise, so neighbours run opposite ways. */
  const alongEdge = new Map<string, number>();
  const sameSide: [Segment, Segment][] = [];
  shapes.forEach((shape, owner) => {
    for (const ring of shape.parts.flat())
      ring.forEach((a, i) => {
        const b = ringAt(ring, i + 1);
        const key = `${gridKey(a)} ${gridKey(b)}`;
        const taken = alongEdge.get(key);
        if (taken !== undefined)
          sameSide.push([
            { a, b, owner: taken },
            { a, b, owner },
          ]);
        alongEdge.set(key, owner);
        // A shared edge enters once: two neighbours running along it do not cross.
        if (taken === undefined && !alongEdge.has(`${gridKey(b)} ${gridKey(a)}`))
          segments.push({ a, b, owner });
      });
  });
  const codeOf = (owner: number): string => shapes[owner]?.code ?? "";
  const named = new Set<string>();
  for (const [one, two] of [...findCrossings(segments), ...sameSide]) {
    const codes = [...new Set([codeOf(one.owner), codeOf(two.owner)])].sort().join(" ");
    if (named.has(codes)) continue;
    named.add(codes);
    problems.push(
      one.owner === two.owner
        ? problem(
            "error",
            codes,
            place(one.a),
            "The boundary crosses itself (bow-tie).",
            "Redraw the ring there so that it does not cross itself.",
          )
        : problem(
            "error",
            codes,
            place(one.a),
            "Two communes overlap: their boundaries cross or run along one edge on the same side.",
            "Decide which boundary holds and give both communes the same vertices.",
          ),
    );
  }

  for (const shape of shapes) {
    const [x, y] = poleOfShape(shape).point;
    const inside: GridPoint = [Math.round(x), Math.round(y)];
    for (const other of shapes) {
      const codes = [shape.code, other.code].sort().join(" ");
      if (other === shape || named.has(codes) || !covers(other, inside)) continue;
      named.add(codes);
      problems.push(
        problem(
          "error",
          codes,
          place(inside),
          "Two communes overlap: one lies inside the other.",
          "Cut the inner commune out of the outer one, or remove the repeated polygon.",
        ),
      );
    }
  }

  const byPoint = new Map<string, Set<string>>();
  for (const shape of shapes)
    for (const point of shape.parts.flat(2)) {
      const codes = byPoint.get(gridKey(point)) ?? new Set();
      byPoint.set(gridKey(point), codes.add(shape.code));
    }
  const topology = buildTopology(shapes);
  const outline = mergeArcs(topology, topology.objects.communes.geometries);
  for (const polygon of outline.arcs)
    for (const hole of polygon.slice(1)) {
      const ring = closedRing(hole.map((arc) => arcPoints(topology, arc)));
      const codes = new Set(ring.flatMap((point) => [...(byPoint.get(gridKey(point)) ?? [])]));
      const km2 = drawnAreaKm2([[ring]]);
      problems.push(
        problem(
          "error",
          [...codes].sort().join(" "),
          ring[0] ? place(ring[0]) : "",
          codes.size > 1
            ? `A gap of ${(km2 * 1e6).toFixed(0)} m² lies between communes.`
            : `A hole of ${(km2 * 1e6).toFixed(0)} m² in the commune belongs to no other.`,
          "Close it, or add the commune that is missing there.",
        ),
      );
    }
  if (outline.arcs.length > 1)
    problems.push(
      problem(
        "error",
        "province",
        String(outline.arcs.length),
        "The communes do not join into one piece.",
        "Look for a strip between communes that no commune covers, or an island that is not the province's.",
      ),
    );
  return problems;
}

const covers = (shape: GridShape, point: GridPoint): boolean =>
  shape.parts.some(
    ([outer, ...holes]) =>
      outer !== undefined &&
      locate(outer, point) === "inside" &&
      holes.every((hole) => locate(hole, point) === "outside"),
  );

import { geoArea } from "d3";
import fc from "fast-check";
import { feature } from "topojson-client";
import { describe, expect, it } from "vitest";
import { doubleArea, type GridPoint } from "../../scripts/boundaries/grid";
import { inspectShapes } from "../../scripts/boundaries/inspect";
import {
  buildTopology,
  misplacedArcs,
  neighbourCodes,
  shapesOf,
  simplifyTopology,
  tangledArcs,
  toBoundaryTopology,
} from "../../scripts/boundaries/topology";
import { box, commune, tiling } from "../fixtures/boundaries/shapes";

const wiggles = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 5, maxLength: 60 });

describe("buildTopology", () => {
  it("stores an edge between two communes once", () => {
    const topology = buildTopology(tiling(2, 1));
    const uses = topology.objects.communes.geometries.flatMap((geometry) =>
      (geometry.arcs as number[][]).flat().map((arc) => (arc < 0 ? ~arc : arc)),
    );
    expect(topology.arcs).toHaveLength(3);
    expect(uses.filter((arc, i) => uses.indexOf(arc) !== i)).toHaveLength(1);
  });
  it("gives back the shapes it was built from", () => {
    const shapes = tiling(3, 2, [0.3, -0.4]);
    const again = shapesOf(buildTopology(shapes));
    expect(again.map(({ code }) => code)).toEqual(shapes.map(({ code }) => code));
    again.forEach((shape, i) => {
      const [ring, original] = [shape.parts[0]![0]!, shapes[i]!.parts[0]![0]!];
      expect(doubleArea(ring)).toBe(doubleArea(original));
      expect(new Set(ring.map(String))).toEqual(new Set(original.map(String)));
    });
  });
});

describe("neighbourCodes", () => {
  it("counts a common stretch, not a common point; ascending and both ways", () => {
    const neighbours = neighbourCodes(buildTopology(tiling(3, 3)));
    expect(neighbours.get("00001")).toEqual(["00002", "00004"]);
    expect(neighbours.get("00005")).toEqual(["00002", "00004", "00006", "00008"]);
    for (const [code, others] of neighbours)
      for (const other of others) expect(neighbours.get(other)).toContain(code);
  });
});

describe("simplifyTopology", () => {
  it("drops what is smaller than the tolerance and keeps what is larger", () => {
    // A dent of about 1100 m × 110 m ÷ 2 = 61 000 m²: above 300²/2, below 400²/2.
    const shapes = [
      commune("00001", [
        [0, 0],
        [0, 90_000],
        [90_000, 90_000],
        [90_000, 0],
        [50_000, 0],
        [45_000, 1000],
        [40_000, 0],
      ]),
    ];
    const corners = (metres: number) =>
      shapesOf(simplifyTopology(buildTopology(shapes), metres, 1).topology)[0]!.parts[0]![0]!.length;
    expect(corners(300)).toBe(7);
    expect(corners(400)).toBeLessThan(7);
  });
  it("keeps communes, neighbours, wholeness and the common area at any tolerance", () => {
    fc.assert(
      fc.property(
        wiggles,
        fc.integer({ min: 10, max: 1500 }),
        fc.constantFrom(1, 10, 50),
        (wiggle, metres, snapUnits) => {
          const before = buildTopology(tiling(3, 2, wiggle));
          const { topology } = simplifyTopology(before, metres, snapUnits);
          const shapes = shapesOf(topology);
          expect(shapes).toHaveLength(6);
          expect(inspectShapes(shapes, "f")).toEqual([]);
          expect(neighbourCodes(topology)).toEqual(neighbourCodes(before));
          const sum = shapes.reduce((total, { parts }) => total + doubleArea(parts[0]![0]!), 0);
          const published = toBoundaryTopology(topology, snapUnits);
          const outline = feature(published, published.objects.province).features[0]!.geometry;
          const ring = outline.type === "Polygon" ? outline.coordinates[0]! : [];
          const grid = ring
            .slice(1)
            .map(([lon, lat]): GridPoint => [Math.round(lon! * 1e6), Math.round(lat! * 1e6)]);
          expect(doubleArea(grid)).toBe(sum);
        },
      ),
      { numRuns: 60 },
    );
  });
  it("gives vertices back where a straightened line would cut through a neighbour", () => {
    // The border of 1 and 2 bends round a tongue of 3; straightened it would run across the tongue.
    const bend: GridPoint[] = [
      [0, 10_000],
      [9000, 10_000],
      [9500, 17_000],
      [10_500, 17_000],
      [11_000, 10_000],
      [20_000, 10_000],
    ];
    const tongue: GridPoint[] = [
      [9800, 0],
      [9800, 16_500],
      [10_200, 16_500],
      [10_200, 0],
    ];
    const shapes = [
      commune("00001", [...bend, [20_000, 30_000], [0, 30_000]].reverse() as GridPoint[]),
      commune("00002", [...bend, [20_000, 0], ...[...tongue].reverse(), [0, 0]] as GridPoint[]),
      commune("00003", tongue),
    ];
    expect(inspectShapes(shapes, "f")).toEqual([]);
    const { topology, restoredArcs } = simplifyTopology(buildTopology(shapes), 1500, 10);
    expect(restoredArcs).toBeGreaterThan(0);
    expect(inspectShapes(shapesOf(topology), "f")).toEqual([]);
  });
  it("gives vertices back where a line would sweep over an enclave without touching it", () => {
    const bend: GridPoint[] = [
      [0, 10_000],
      [9000, 10_000],
      [9500, 17_000],
      [10_500, 17_000],
      [11_000, 10_000],
      [20_000, 10_000],
    ];
    const enclave = box(9800, 14_000, 10_200, 15_000);
    const shapes = [
      commune("00001", [...bend, [20_000, 30_000], [0, 30_000]].reverse() as GridPoint[]),
      commune("00002", [...bend, [20_000, 0], [0, 0]] as GridPoint[], [...enclave].reverse()),
      commune("00003", enclave),
    ];
    const { topology, restoredArcs } = simplifyTopology(buildTopology(shapes), 1500, 10);
    expect(restoredArcs).toBeGreaterThan(0);
    expect(shapesOf(topology)).toHaveLength(3);
    expect(inspectShapes(shapesOf(topology), "f")).toEqual([]);
  });
  it("says so when the input cannot be drawn without crossings", () => {
    const shapes = [
      commune("00001", [
        [0, 0],
        [10_000, 10_000],
        [10_000, 0],
        [0, 11_000],
      ]),
    ];
    expect(() => simplifyTopology(buildTopology(shapes), 10, 1)).toThrow(/not clean/);
  });
});

describe("tangledArcs", () => {
  const line = (...points: GridPoint[]) => points;
  it("accepts arcs that meet at their ends only", () => {
    expect(tangledArcs([line([0, 0], [5, 5], [9, 0]), line([9, 0], [5, -5], [0, 0])]).size).toBe(0);
  });
  it("names arcs that cross, touch at an inner vertex, coincide, or shrank to a point", () => {
    expect([...tangledArcs([line([0, 0], [9, 9]), line([0, 9], [9, 0])])].sort()).toEqual([0, 1]);
    expect(tangledArcs([line([0, 0], [5, 5], [9, 0]), line([0, 9], [5, 5], [9, 9])]).has(1)).toBe(true);
    expect([...tangledArcs([line([0, 0], [9, 9]), line([9, 9], [0, 0])])].sort()).toEqual([0, 1]);
    expect(tangledArcs([line([0, 0])]).has(0)).toBe(true);
  });
});

describe("misplacedArcs", () => {
  it("names the arcs of a ring that turned over", () => {
    const topology = buildTopology([commune("00001", box(0, 0, 100, 100))]);
    const arcs = topology.arcs.map((arc) => arc.map(([x, y]): GridPoint => [x!, y!]));
    expect(misplacedArcs(topology, arcs).size).toBe(0);
    expect(
      misplacedArcs(
        topology,
        arcs.map((arc) => [...arc].reverse()),
      ).size,
    ).toBe(1);
  });
});

describe("toBoundaryTopology", () => {
  const published = toBoundaryTopology(buildTopology(tiling(3, 2, [0.4, -0.9, 0.1])), 1);
  it("draws communes and province in d3-geo's order, so that none fills the globe", () => {
    for (const object of [published.objects.communes, published.objects.province])
      for (const one of feature(published, object).features) expect(geoArea(one)).toBeLessThan(1e-6);
  });
  it("carries codes as ids and no properties", () => {
    expect(published.objects.communes.geometries.map(({ id }) => id)).toEqual([
      "00001",
      "00002",
      "00003",
      "00004",
      "00005",
      "00006",
    ]);
    expect(JSON.stringify(published)).not.toContain("properties");
  });
  it("stores whole steps", () => {
    expect(published.arcs.flat(2).every(Number.isInteger)).toBe(true);
  });
  it("refuses communes that do not dissolve into one whole", () => {
    const gap = tiling(3, 3).filter(({ code }) => code !== "00005");
    expect(() => toBoundaryTopology(buildTopology(gap), 1)).toThrow(/without holes/);
  });
});

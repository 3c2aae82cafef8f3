import { describe, expect, test } from "vitest";
import type { BoundaryTopology } from "@/domain/geometry";
import { decodeBoundaries, toGeometry } from "@/scene/geometry";

describe("boundaries", () => {
  const topology: BoundaryTopology = {
    type: "Topology",
    arcs: [
      [
        [1, 0],
        [1, 1],
      ],
      [
        [1, 1],
        [0, 1],
        [0, 0],
        [1, 0],
      ],
      [
        [1, 0],
        [2, 0],
        [2, 1],
        [1, 1],
      ],
      [
        [1, 1],
        [0, 1],
        [0, 0],
        [1, 0],
        [2, 0],
        [2, 1],
        [1, 1],
      ],
    ],
    objects: {
      communes: {
        type: "GeometryCollection",
        geometries: [
          { type: "Polygon", id: "07654", arcs: [[0, 1]] },
          { type: "Polygon", id: "07621", arcs: [[2, -1]] },
          { type: "Polygon", id: "no code", arcs: [[2, -1]] },
        ],
      },
      province: { type: "GeometryCollection", geometries: [{ type: "Polygon", arcs: [[3]] }] },
    },
  };
  test("are one geometry a commune, by code; what has no code is left out", () => {
    const { communes, province } = decodeBoundaries(topology);
    expect([...communes.keys()]).toEqual(["07654", "07621"]);
    expect([...communes.values()].map(({ type }) => type)).toEqual(["Polygon", "Polygon"]);
    expect(province?.type).toBe("Polygon");
  });
  test("a border is drawn once, between the two it parts; the edge of the province is none", () => {
    const { borders } = decodeBoundaries({
      ...topology,
      objects: {
        ...topology.objects,
        communes: {
          type: "GeometryCollection",
          geometries: topology.objects.communes.geometries.slice(0, 2),
        },
      },
    });
    expect(borders).toEqual([
      {
        between: ["07654", "07621"],
        line: [
          [1, 0],
          [1, 1],
        ],
      },
    ]);
  });
  test("without a province there is none", () => {
    const none = {
      ...topology,
      objects: { ...topology.objects, province: { type: "GeometryCollection" as const, geometries: [] } },
    };
    expect(decodeBoundaries(none).province).toBeNull();
  });
});

describe("parsed areas", () => {
  const square = [
    [0, 0],
    [1, 0],
    [1, 1],
    [0, 1],
    [0, 0],
  ] as [number, number][];
  const hole = [
    [0.2, 0.2],
    [0.2, 0.4],
    [0.4, 0.4],
    [0.4, 0.2],
    [0.2, 0.2],
  ] as [number, number][];
  const clockwise = (ring: readonly (readonly number[])[]) =>
    ring.slice(1).reduce((sum, [x, y], index) => sum + (x! - ring[index]![0]!) * (y! + ring[index]![1]!), 0) >
    0;

  test("have exterior rings clockwise and holes the other way, whichever way they came", () => {
    for (const rings of [
      [square, hole],
      [square.toReversed(), hole.toReversed()],
    ]) {
      const turned = toGeometry({ type: "MultiPolygon", coordinates: [rings] });
      if (turned.type !== "MultiPolygon") throw new Error("changed its type");
      expect(turned.coordinates[0]!.map(clockwise)).toEqual([true, false]);
    }
  });
  test("are the same object every time, so that what was drawn of them is found again", () => {
    const parsed = { type: "Polygon" as const, coordinates: [square] };
    expect(toGeometry(parsed)).toBe(toGeometry(parsed));
    expect(parsed.coordinates[0]).toEqual(square);
  });
});

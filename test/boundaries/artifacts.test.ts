import { readFileSync } from "node:fs";
import { geoArea } from "d3";
import type { MultiPolygon, Polygon } from "geojson";
import Papa from "papaparse";
import { feature } from "topojson-client";
import { describe, expect, it } from "vitest";
import { findCrossings } from "../../scripts/boundaries/crossings";
import { type GridPoint, type GridRing, locate, toGrid } from "../../scripts/boundaries/grid";
import { drawnAreaKm2 } from "../../scripts/boundaries/measure";
import { grow } from "../../scripts/boundaries/surroundings";
import type { BoundaryTopology, Locator, Relief, Surroundings } from "../../src/domain/geometry";

const OFFICIAL = new URL("../../data/official/", import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, OFFICIAL), "utf8");
const json = <T>(path: string): T => JSON.parse(read(path)) as T;
const rows = Papa.parse<Record<string, string>>(read("communes.csv"), {
  header: true,
  skipEmptyLines: true,
}).data;
const number = (row: Record<string, string>, column: string): number => Number(row[column]);
const sum = (column: string): number => rows.reduce((total, row) => total + number(row, column), 0);
const gridRings = (geometry: Polygon | MultiPolygon): GridRing[][] =>
  (geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates).map((rings) =>
    rings.map((ring) => ring.slice(1).map(([lon, lat]) => toGrid([lon!, lat!]))),
  );
const bbox = [
  Math.min(...rows.map((row) => number(row, "bbox_west"))),
  Math.min(...rows.map((row) => number(row, "bbox_south"))),
  Math.max(...rows.map((row) => number(row, "bbox_east"))),
  Math.max(...rows.map((row) => number(row, "bbox_north"))),
] as const;

describe.each(["communes-15m", "communes-50m"])("%s", (level) => {
  const topology = json<BoundaryTopology>(`boundaries/${level}.topojson`);
  const communes = feature(topology, topology.objects.communes).features.map(({ id, geometry }) => ({
    code: String(id),
    geometry: geometry as Polygon | MultiPolygon,
  }));
  const province = feature(topology, topology.objects.province).features.map(
    ({ geometry }) => geometry as Polygon,
  );

  it("holds the 99 communes of the table, by code, ascending", () => {
    expect(communes).toHaveLength(99);
    expect(communes.map(({ code }) => code)).toEqual(rows.map(({ code }) => code));
  });
  it("holds the province as one polygon without holes, as large as its communes", () => {
    expect(province).toHaveLength(1);
    expect(province[0]!.type).toBe("Polygon");
    expect(province[0]!.coordinates).toHaveLength(1);
    const whole = drawnAreaKm2(gridRings(province[0]!));
    const parts = communes.reduce((total, { geometry }) => total + drawnAreaKm2(gridRings(geometry)), 0);
    expect(parts).toBeCloseTo(whole, 4);
  });
  it("keeps each area within 0.3 % of the drawn one", () => {
    communes.forEach(({ geometry }, i) => {
      const ratio = drawnAreaKm2(gridRings(geometry)) / number(rows[i]!, "drawn_area_km2");
      expect(Math.abs(ratio - 1)).toBeLessThan(0.003);
    });
  });
  it("winds every ring for d3-geo", () => {
    for (const { geometry } of communes) expect(geoArea(geometry)).toBeLessThan(1e-4);
    expect(geoArea(province[0]!)).toBeLessThan(1e-3);
  });
  it("crosses nowhere: arcs meet at their ends only", () => {
    const scale = topology.transform!.scale[0];
    const segments = topology.arcs.flatMap((arc, owner) => {
      let [x, y] = [0, 0];
      const points = arc.map(([dx, dy]): GridPoint => {
        x += dx!;
        y += dy!;
        return [x, y];
      });
      return points.slice(1).map((b, i) => ({ a: points[i]!, b, owner }));
    });
    expect(scale).toBeGreaterThan(0);
    expect(segments.length).toBeGreaterThan(5000);
    expect(findCrossings(segments)).toEqual([]);
  });
  it("has each label point inside its commune", () => {
    communes.forEach(({ geometry }, i) => {
      const point = toGrid([number(rows[i]!, "label_lon"), number(rows[i]!, "label_lat")]);
      expect(gridRings(geometry).some(([outer]) => locate(outer!, point) === "inside")).toBe(true);
    });
  });
  it("shares an arc between exactly the neighbours of the table", () => {
    const users = new Map<number, Set<string>>();
    for (const geometry of topology.objects.communes.geometries) {
      const arcs = (geometry as { arcs: number[][] | number[][][] }).arcs.flat(2) as number[];
      for (const arc of arcs) {
        const key = arc < 0 ? ~arc : arc;
        users.set(key, (users.get(key) ?? new Set()).add(String(geometry.id)));
      }
    }
    for (const row of rows) {
      const shared = [...users.values()]
        .filter((codes) => codes.has(row.code!))
        .flatMap((codes) => [...codes]);
      const others = [...new Set(shared)].filter((code) => code !== row.code).sort();
      expect(others.join(";")).toBe(row.neighbours);
    }
  });
});

describe("communes.csv", () => {
  it("meets the control totals", () => {
    expect(rows.filter(({ unit }) => unit === "commune")).toHaveLength(66);
    expect(rows.filter(({ unit }) => unit === "ward")).toHaveLength(33);
    expect(sum("area_km2")).toBeCloseTo(4718.61, 6);
    expect(sum("population")).toBe(3_619_442);
    expect(sum("drawn_area_km2")).toBeCloseTo(4713.34, 1);
  });
  it("has neighbours both ways, none of itself, nobody alone", () => {
    const neighbours = new Map(rows.map((row) => [row.code!, row.neighbours!.split(";")]));
    for (const [code, others] of neighbours) {
      expect(others.length).toBeGreaterThan(0);
      expect(others).not.toContain(code);
      for (const other of others) expect(neighbours.get(other)).toContain(code);
    }
  });
  it("is NFC, of one tone placement, with the seat of An Lạc mended and the reason kept", () => {
    expect(read("communes.csv")).toBe(read("communes.csv").normalize("NFC"));
    for (const { name } of rows) expect(name).not.toMatch(/(?:o[àá]|u[ỵỳ])(?!\p{L})/u);
    const anLac = rows.find(({ code }) => code === "07654")!;
    expect(anLac.seat).toContain("Lệ Viễn");
    expect(anLac.correction_note).toContain("Lệ Viên");
    expect(rows.find(({ name }) => name === "Cảnh Thụy")).toBeDefined();
  });
  it("knows the relief of every commune, ≥ 200 m within ≥ 100 m", () => {
    for (const row of rows)
      expect(number(row, "relief_share_200")).toBeLessThanOrEqual(number(row, "relief_share_100"));
    expect(rows.every(({ relief_share_100 }) => relief_share_100 !== "")).toBe(true);
  });
});

describe("area-deviations.csv", () => {
  const deviations = Papa.parse<Record<string, string>>(read("boundaries/area-deviations.csv"), {
    header: true,
    skipEmptyLines: true,
  }).data;
  it("has Chũ first at +20.6 %, five over 2 %, a median of 0.20 %", () => {
    const sizes = deviations.map((row) => Math.abs(number(row, "deviation_percent")));
    expect(deviations).toHaveLength(99);
    expect(deviations[0]).toMatchObject({ name: "Chũ", deviation_percent: "20.62" });
    expect(sizes.filter((size) => size > 2)).toHaveLength(5);
    expect(sizes[49]).toBeCloseTo(0.2, 2);
  });
});

describe("surroundings.json", () => {
  const surroundings = json<Surroundings>("boundaries/surroundings.json");
  const topology = json<BoundaryTopology>("boundaries/communes-15m.topojson");
  const outline = gridRings(
    feature(topology, topology.objects.province).features[0]!.geometry as Polygon,
  )[0]![0]!;
  it("has no line inside the province, along its outline or outside the box", () => {
    const [west, south, east, north] = grow(bbox, 0.6001);
    for (const line of surroundings.boundaries.coordinates) {
      expect(line.length).toBeGreaterThan(1);
      // A line may end at the outline; the middle of a segment lies on neither it nor inside.
      line.slice(1).forEach(([lon, lat], i) => {
        const [fromLon, fromLat] = line[i]!;
        const middle = toGrid([(lon! + fromLon!) / 2, (lat! + fromLat!) / 2]);
        expect(locate(outline, middle)).toBe("outside");
        expect(lon! >= west && lon! <= east && lat! >= south && lat! <= north).toBe(true);
      });
    }
  });
  it("names the six neighbours, outside the province, near it", () => {
    expect(surroundings.labels.map(({ name }) => name).sort()).toEqual(
      ["Hà Nội", "Hưng Yên", "Hải Phòng", "Lạng Sơn", "Quảng Ninh", "Thái Nguyên"].sort(),
    );
    const [west, south, east, north] = grow(bbox, 0.1);
    for (const { point } of surroundings.labels) {
      expect(locate(outline, toGrid(point))).toBe("outside");
      expect(point[0] > west && point[0] < east && point[1] > south && point[1] < north).toBe(true);
    }
  });
});

describe("locator.json", () => {
  const { features } = json<Locator>("boundaries/locator.json").features;
  const islands = (id: string) => features.find(({ properties }) => properties.id === id)!;
  it("holds both archipelagos with their names and all islands of the source", () => {
    expect(islands("hoang-sa").properties.name).toBe("Quần đảo Hoàng Sa (TP. Đà Nẵng)");
    expect(islands("truong-sa").properties.name).toBe("Quần đảo Trường Sa (tỉnh Khánh Hòa)");
    expect(islands("hoang-sa").geometry.coordinates).toHaveLength(44);
    expect(islands("truong-sa").geometry.coordinates).toHaveLength(138);
  });
  it("has both where they are", () => {
    const within = (id: string, [west, south, east, north]: readonly [number, number, number, number]) => {
      for (const [lon, lat] of islands(id).geometry.coordinates.flat(2))
        expect(lon! > west && lon! < east && lat! > south && lat! < north).toBe(true);
    };
    within("hoang-sa", [111, 15.5, 113, 17.3]);
    within("truong-sa", [109.4, 6.5, 118, 12.2]);
    within("province", [105.7, 20.8, 107.2, 21.7]);
  });
  it("draws every polygon clockwise and closed", () => {
    for (const { geometry } of features) {
      expect(geoArea(geometry)).toBeLessThan(0.05);
      for (const [ring] of geometry.coordinates) expect(ring!.at(-1)).toEqual(ring![0]);
    }
  });
});

describe("relief.json", () => {
  const relief = json<Relief>("relief/relief.json");
  it("has both classes, the higher one smaller, neither the province", () => {
    expect(relief.classes.map(({ fromM }) => fromM)).toEqual([100, 200]);
    const [low, high] = relief.classes.map(({ geometry }) => drawnAreaKm2(gridRings(geometry)));
    expect(high!).toBeGreaterThan(50);
    expect(low!).toBeGreaterThan(2 * high!);
    expect(low!).toBeLessThan(0.4 * sum("drawn_area_km2"));
  });
  it("agrees with the communes' shares: area by class within a few percent of cells", () => {
    const expected = rows.reduce(
      (total, row) => total + (number(row, "relief_share_100") / 100) * number(row, "drawn_area_km2"),
      0,
    );
    expect(drawnAreaKm2(gridRings(relief.classes[0]!.geometry)) / expected).toBeCloseTo(1, 1);
  });
  it("lies in the province's box and winds for d3-geo", () => {
    for (const { geometry } of relief.classes) {
      expect(geoArea(geometry)).toBeLessThan(1e-3);
      const [west, south, east, north] = grow(bbox, 0.002);
      for (const [lon, lat] of geometry.coordinates.flat(2))
        expect(lon! >= west && lon! <= east && lat! >= south && lat! <= north).toBe(true);
    }
  });
});

import type { MultiPolygon, Position } from "geojson";
import { feature, merge } from "topojson-client";
import { presimplify, simplify } from "topojson-simplify";
import type {
  Topology,
  MultiPolygon as TopoMultiPolygon,
  Polygon as TopoPolygon,
} from "topojson-specification";
import type { Locator } from "@/domain/geometry";
import type { LonLat } from "@/domain/units";
import { BAC_NINH, type ProvinceTopology } from "./surroundings";

/** East of this meridian Đà Nẵng and Khánh Hòa have only the two archipelagos; all islands along the coast lie west of it. */
const OFFSHORE_LON = 109.7;
const DA_NANG = "48";
const KHANH_HOA = "56";

/** Smallest triangle kept on the mainland, square degrees: about 6 km across, a third of a pixel in the inset. */
const MAINLAND_WEIGHT = 0.0025;

/** For islets: about 3 km across, a sixth of a pixel. Those smaller still keep their largest triangle. */
const ISLET_WEIGHT = 0.0005;

/**
 * The whole country for an inset of 96×134 px: mainland with its inshore islands (simplified), Bắc Ninh, and each island of
 * Quần đảo Hoàng Sa and Quần đảo Trường Sa. No island is dropped; the renderer draws none smaller than 1.7 px.
 */
export function locatorOf(provinces: ProvinceTopology, sourceId: string): Locator {
  const weighted = presimplify(provinces);
  const islets = simplify(keepTriangles(weighted), ISLET_WEIGHT) as ProvinceTopology;
  const offshore = (code: string): MultiPolygon => {
    const found = feature(islets, islets.objects.provinces).features.find((f) => f.properties.code === code);
    const polygons = found?.geometry.type === "MultiPolygon" ? found.geometry.coordinates : [];
    return {
      type: "MultiPolygon",
      coordinates: polygons
        .filter((rings) => (rings[0]?.[0]?.[0] ?? 0) > OFFSHORE_LON)
        .map((rings) => [closeRing(roundRing(rings[0] ?? [], 3))])
        .sort((a, b) => (a[0]?.[0]?.[0] ?? 0) - (b[0]?.[0]?.[0] ?? 0)),
    };
  };
  const coarse = simplify(weighted, MAINLAND_WEIGHT) as ProvinceTopology;
  type Area = TopoPolygon | TopoMultiPolygon;
  const country = merge(coarse, coarse.objects.provinces.geometries as Area[]);
  const mainland: MultiPolygon = {
    type: "MultiPolygon",
    coordinates: country.coordinates
      .filter((rings) => (rings[0]?.[0]?.[0] ?? 0) <= OFFSHORE_LON)
      .map((rings) => [closeRing(roundRing(rings[0] ?? [], 2))])
      .filter((rings) => (rings[0]?.length ?? 0) >= 4),
  };
  const own = feature(coarse, coarse.objects.provinces).features.find(
    (f) => f.properties.code === BAC_NINH,
  )?.geometry;
  const ownParts =
    own?.type === "Polygon" ? [own.coordinates] : own?.type === "MultiPolygon" ? own.coordinates : [];
  const province: MultiPolygon = {
    type: "MultiPolygon",
    coordinates: ownParts.map((rings) => [closeRing(roundRing(rings[0] ?? [], 2))]),
  };
  const item = (
    id: Locator["features"]["features"][number]["properties"]["id"],
    name: string,
    labelPoint: LonLat,
    geometry: MultiPolygon,
  ): Locator["features"]["features"][number] => ({
    type: "Feature",
    properties: { id, name, labelPoint },
    geometry: {
      type: "MultiPolygon",
      coordinates: geometry.coordinates.map((rings) => rings.map(clockwiseRing)),
    },
  });
  return {
    sourceId,
    features: {
      type: "FeatureCollection",
      features: [
        item("mainland", "Việt Nam", [107.9, 14.2], mainland),
        item("province", "Bắc Ninh", [106.4, 21.3], province),
        item("hoang-sa", "Quần đảo Hoàng Sa (TP. Đà Nẵng)", [112.0, 16.35], offshore(DA_NANG)),
        item("truong-sa", "Quần đảo Trường Sa (tỉnh Khánh Hòa)", [114.2, 9.6], offshore(KHANH_HOA)),
      ],
    },
  };
}

/** Gives each closed arc's two heaviest inner points a weight that no threshold reaches, so that a triangle stays. */
function keepTriangles<T extends Topology>(weighted: T): T {
  return {
    ...weighted,
    arcs: weighted.arcs.map((arc) => {
      const inner = arc
        .slice(1, -1)
        .map((point) => point[2] ?? 0)
        .sort((a, b) => b - a);
      const second = inner[1] ?? 0;
      return arc.map((point) =>
        (point[2] ?? 0) >= second ? [point[0] ?? 0, point[1] ?? 0, Infinity] : point,
      );
    }),
  };
}

/** Rounded to some decimals, without the duplicates that makes. An islet shrunk below a triangle keeps a tiny one. */
function roundRing(ring: readonly Position[], decimals: number): Position[] {
  const scale = 10 ** decimals;
  const rounded = ring.map(([lon = 0, lat = 0]) => [
    Math.round(lon * scale) / scale,
    Math.round(lat * scale) / scale,
  ]);
  return rounded.filter((p, i) => i === 0 || p[0] !== rounded[i - 1]?.[0] || p[1] !== rounded[i - 1]?.[1]);
}

function closeRing(ring: Position[]): Position[] {
  const [first, last] = [ring[0], ring.at(-1)];
  if (first === undefined || last === undefined) return ring;
  const open = first[0] === last[0] && first[1] === last[1] ? ring.slice(0, -1) : ring;
  if (open.length >= 3) return [...open, first];
  const [lon = 0, lat = 0] = first;
  return [first, [lon, round3(lat + 0.001)], [round3(lon + 0.001), lat], first];
}
const round3 = (degrees: number): number => Math.round(degrees * 1000) / 1000;

function clockwiseRing(ring: Position[]): Position[] {
  let sum = 0;
  ring.forEach(([x = 0, y = 0], i) => {
    const [nx = 0, ny = 0] = ring[i + 1] ?? ring[0] ?? [];
    sum += x * ny - nx * y;
  });
  return sum > 0 ? [...ring].reverse() : ring;
}

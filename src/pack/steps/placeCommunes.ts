import { communeAt, metresToBoundary } from "@/analysis/communeAt";
import { type CommuneCode, isCommuneCode } from "@/domain/commune";
import type { NamedPlace } from "@/domain/namedPlace";
import { coordinateFault, type Frame } from "../frame";
import type { Located, Problems } from "../problems";
import type { CommunePolygon } from "./geometry";

/** The fine boundaries are drawn to 15 m. */
const MARGIN_M = 15;

/**
 * Every place with the communes it may lie in, worked out on the fine boundaries: the one around its point first, then those its
 * stated error reaches, and whether that also leaves the province. A place without a point keeps the communes of its row. A point outside the province, or in another commune
 * than its row says, is named.
 */
export function withCommunes(
  places: readonly Located<NamedPlace>[],
  polygons: ReadonlyMap<string, CommunePolygon>,
  frame: Frame,
  problems: Problems,
): Located<NamedPlace>[] {
  const shapes = new Map(
    [...polygons].flatMap(([code, { geometry }]) => (isCommuneCode(code) ? [[code, geometry] as const] : [])),
  );
  return places.map((place) => {
    const { row, at } = place;
    if (row.point === null || shapes.size === 0) return place;
    const written = row.point.join(" ");
    const fault = coordinateFault(row.point, frame);
    if (fault !== null) {
      problems.error(at, "lon", written, fault.message, fault.remedy);
      return place;
    }
    const found = communeAt(row.point, row.accuracyM ?? 0, shapes, MARGIN_M);
    const communeCodes: readonly CommuneCode[] =
      found.answer === "yes" ? [found.code] : found.answer === "unknown" ? found.codes : [];
    const [home] = communeCodes;
    const [said] = row.communeCodes;
    if (home === undefined) {
      problems.error(at, "lon", written, "lies outside the province", "correct the point or remove the row");
    } else if (said !== undefined && home !== said && !isOnEdge(row.point, shapes.get(said))) {
      const remedy = `write ${home}, or correct the point`;
      problems.error(
        at,
        "commune_code",
        said,
        `is not the commune around the point: that is ${home}`,
        remedy,
      );
    }
    const beyond = found.answer === "unknown" && found.beyond;
    return { row: { ...row, communeCodes: [...communeCodes], beyond }, at };
  });
}

/** Simplifying moves a boundary a little: a point this near may have changed sides. */
const EDGE_M = 50;

const isOnEdge = (
  point: readonly [number, number],
  geometry: CommunePolygon["geometry"] | undefined,
): boolean => geometry !== undefined && metresToBoundary(point, geometry) <= EDGE_M;

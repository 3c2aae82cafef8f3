import { booleanDisjoint, booleanPointInPolygon, multiLineString, pointToPolygonDistance } from "@turf/turf";
import type { Work } from "@/domain/work";
import { coordinateFault, type Frame, frameOf } from "../frame";
import type { Rows } from "../packs";
import type { Located, Place, Problems } from "../problems";
import type { CommunePolygon } from "../steps/geometry";

/** Boundaries are drawn to about 15 m and known to about as much: a point this near an edge may be on either side. */
const EDGE_TOLERANCE_M = 50;

type Polygons = ReadonlyMap<string, CommunePolygon>;
type Point = readonly [number, number];

/** Points, lines and location classes against the communes they are said to lie in. */
export function validatePlaces(rows: Rows, polygons: Polygons, problems: Problems): void {
  const frame = frameOf(rows.communes.map(({ row }) => row));
  for (const { row, at } of rows.villages) {
    validatePoint(row.point, row.accuracyM, [row.communeCode], at, frame, polygons, problems);
    if (row.point !== null && row.accuracyM === null) {
      problems.error(
        at,
        "accuracy_m",
        null,
        "is blank though a point is given",
        "state the error of the point",
      );
    }
  }
  for (const { row, at } of rows.hazardEvents) {
    validatePoint(row.point, row.accuracyM, row.communeCodes, at, frame, polygons, problems);
  }
  for (const work of rows.works) {
    validateLocationClass(work, problems);
    const { row, at } = work;
    validatePoint(row.point, row.accuracyM, row.communeCodes, at, frame, polygons, problems);
    validateLine(work, frame, polygons, problems);
  }
}

function validatePoint(
  point: Point | null,
  accuracyM: number | null,
  communeCodes: readonly string[],
  at: Place,
  frame: Frame,
  polygons: Polygons,
  problems: Problems,
): void {
  if (point === null) return;
  const written = point.join(" ");
  const fault = coordinateFault(point, frame);
  if (fault !== null) {
    problems.error(at, "lon", written, fault.message, fault.remedy);
    return;
  }
  const homes = communeCodes.flatMap((code) => polygons.get(code) ?? []);
  if (homes.length === 0) return;
  const distance = Math.min(...homes.map((home) => metresOutside(point, home)));
  if (distance <= EDGE_TOLERANCE_M) return;
  const message = `lies ${Math.round(distance)} m outside ${communeCodes.join(", ")}`;
  if (distance <= (accuracyM ?? 0)) {
    problems.warning(
      at,
      "lon",
      written,
      `${message}, within its stated error`,
      "better the point if you can",
    );
  } else {
    problems.error(at, "lon", written, message, "correct the point or the commune code");
  }
}

/** 0 inside. */
function metresOutside(point: Point, polygon: CommunePolygon): number {
  if (booleanPointInPolygon([...point], polygon)) return 0;
  return pointToPolygonDistance([...point], polygon, { units: "meters" });
}

function validateLine(
  { row, at }: Located<Work>,
  frame: Frame,
  polygons: Polygons,
  problems: Problems,
): void {
  if (row.line === null) return;
  const fault = row.line.flat().flatMap((position) => coordinateFault(position, frame) ?? [])[0];
  if (fault !== undefined) {
    problems.error(at, "line", row.workId, `has a line that ${fault.message}`, fault.remedy);
    return;
  }
  const line = multiLineString(row.line);
  for (const code of row.communeCodes) {
    const home = polygons.get(code);
    if (home !== undefined && booleanDisjoint(line, home)) {
      const message = `is named by ${row.workId}, whose line does not touch it`;
      problems.error(at, "commune_codes", code, message, "correct the line or the commune codes");
    }
  }
}

/** A class promises what is known of the place; the columns must keep the promise and not go beyond it. */
function validateLocationClass({ row, at }: Located<Work>, problems: Problems): void {
  const { locationClass, communeCodes, point, line, accuracyM, villageIds } = row;
  const wrong = (column: string, message: string) =>
    problems.error(at, column, locationClass, message, "correct the class, or the columns it promises");
  const wantsPoint = locationClass === "exact" || locationClass === "village";
  const mayHaveLine = locationClass === "line" || locationClass === "several";
  if (wantsPoint && point === null) wrong("lon", "needs a point");
  if (!wantsPoint && point !== null) wrong("lon", "has a point, which this class does not allow");
  if (point !== null && accuracyM === null) wrong("accuracy_m", "needs the error of the point");
  if (locationClass === "line" && line === null)
    wrong("location_precision", "needs a line in work_lines.geojson");
  if (!mayHaveLine && line !== null)
    wrong("location_precision", "has a line, which this class does not allow");
  if (locationClass === "village" && villageIds.length === 0) wrong("village_ids", "needs a village");
  if (locationClass === "several" && communeCodes.length < 2)
    wrong("commune_codes", "needs two or more communes");
  if (locationClass === "unknown" && communeCodes.length > 0) wrong("commune_codes", "names a commune");
  if (locationClass !== "unknown" && communeCodes.length === 0) wrong("commune_codes", "needs a commune");
}

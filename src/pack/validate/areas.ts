import type { Rows } from "../packs";
import type { Problems } from "../problems";
import type { CommunePolygon } from "../steps/geometry";

const WORTH_SAYING_PERCENT = 2;

/** Drawn polygons against official areas, and against the list of communes. */
export function validateAreas(
  rows: Rows,
  polygons: ReadonlyMap<string, CommunePolygon>,
  problems: Problems,
): void {
  const codes = new Set<string>(rows.communes.map(({ row }) => row.code));
  for (const { row, at } of rows.communes) {
    if (polygons.size > 0 && !polygons.has(row.code)) {
      problems.error(at, "code", row.code, "has no polygon", "import the boundaries again");
    }
    const percent = (row.drawnAreaKm2 / row.areaKm2 - 1) * 100;
    if (Math.abs(percent) > WORTH_SAYING_PERCENT) {
      const message = `of ${row.name}: drawn ${row.drawnAreaKm2} km², official ${row.areaKm2} km² (${signed(percent)} %)`;
      problems.warning(at, "drawn_area_km2", row.code, message, "figures shown are the official ones");
    }
  }
  const drawn = rows.communes.reduce((sum, { row }) => sum + row.drawnAreaKm2, 0);
  const official = rows.communes.reduce((sum, { row }) => sum + row.areaKm2, 0);
  const [first] = rows.communes;
  if (first !== undefined) {
    const percent = signed((drawn / official - 1) * 100, 2);
    const message = `add up to ${drawn.toFixed(2)} km², the official areas to ${official.toFixed(2)} km² (${percent} %)`;
    const at = { file: first.at.file, row: null };
    problems.warning(at, "drawn_area_km2", null, message, "figures shown are the official ones");
  }
  for (const code of polygons.keys()) {
    if (!codes.has(code)) {
      const at = { file: "data/official/boundaries/communes-15m.topojson", row: null };
      problems.error(at, "id", code, "is a polygon without a commune", "import the boundaries again");
    }
  }
}

const signed = (percent: number, decimals = 1): string =>
  `${percent > 0 ? "+" : "−"}${Math.abs(percent).toFixed(decimals)}`;

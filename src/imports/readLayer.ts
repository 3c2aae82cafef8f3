import type { BBox } from "@/domain/units";
import { fileContent } from "./fileContent";
import type { GivenRow } from "./givenRows";
import { type Mending, mendGeometry } from "./mendGeometry";
import { checkFrame, placeRows } from "./placeRows";
import { plainText } from "./plainText";
import { ProblemLog } from "./problemLog";
import { readCsvRows } from "./readCsvRows";
import { readGeoJsonRows } from "./readGeoJsonRows";
import { crossesItself, crossingBudget } from "./selfCrossing";
import type { LayerFormat, ReadResult, UploadedFeature, UploadedGeometry } from "./uploadedLayer";

/**
 * Reads a file a reader chose: GeoJSON or CSV, told apart by what it holds and not by its name. `frame` is the province's box, lon lat
 * WGS 84. Refuses what cannot be meant for this map, keeps what can, and says what it did with every row. Never rejects for a bad file;
 * needs `crypto.subtle`, i.e. a page served over https or from localhost.
 */
export async function readLayer(name: string, bytes: Uint8Array, frame: BBox): Promise<ReadResult> {
  const log = new ProblemLog();
  const content = fileContent(name, bytes, log);
  const { rows, given } =
    content === null ? { rows: null, given: 0 } : rowsOf(content.format, content.text, log);
  const features = rows === null ? null : featuresOf(rows, frame, log);
  return {
    layer: features === null ? null : { name: plainText(name) ?? "", hash: await hashOf(bytes), features },
    format: content?.format ?? null,
    rows: given,
    problems: log.listed,
    totals: log.totals,
  };
}

const rowsOf = (format: LayerFormat, text: string, log: ProblemLog) =>
  format === "geojson" ? readGeoJsonRows(text, log) : readCsvRows(text, log);

/** null when nothing is left that could be shown. */
function featuresOf(
  rows: readonly GivenRow[],
  frame: BBox,
  log: ProblemLog,
): readonly UploadedFeature[] | null {
  const placed = placeRows(rows, frame, log);
  if (placed === null) return null;
  const features = mendRows(placed, log);
  if (features.length === 0) {
    log.add("nothing-left", null);
    return null;
  }
  if (!checkFrame(features, frame, log)) return null;
  noteCrossings(features, log);
  noteMixedTypes(features, log);
  return features;
}

function mendRows(rows: readonly GivenRow[], log: ProblemLog): UploadedFeature[] {
  const sums = { heights: 0, duplicates: 0, turned: 0 };
  const features = rows.flatMap(({ row, name, geometries }): UploadedFeature[] => {
    const mended = geometries.map(mendGeometry);
    const kept = mended.flatMap((each) => (each.geometry === null ? [] : [each]));
    if (kept.length === 0) {
      const [first] = mended;
      if (first?.geometry === null) log.add(first.code, row, first.positions);
      return [];
    }
    const count = (of: (mending: Mending) => number) =>
      kept.reduce((sum, { mending }) => sum + of(mending), 0);
    const unclosed = count((mending) => mending.unclosed);
    const partsLeftOut = count((mending) => mending.partsLeftOut) + mended.length - kept.length;
    if (unclosed > 0) log.add("ring-unclosed", row, unclosed);
    if (partsLeftOut > 0) log.add("part-left-out", row, partsLeftOut);
    sums.heights += Number(kept.some(({ mending }) => mending.hasHeights));
    sums.duplicates += count((mending) => mending.duplicates);
    sums.turned += Number(kept.some(({ mending }) => mending.turned > 0));
    return kept.map(({ geometry }) => ({ row, name, geometry }));
  });
  if (sums.duplicates > 0) log.add("duplicate-vertices", null, sums.duplicates);
  if (sums.turned > 0) log.add("wrong-winding", null, sums.turned);
  if (sums.heights > 0) log.add("heights-dropped", null, sums.heights);
  return features;
}

function noteCrossings(features: readonly UploadedFeature[], log: ProblemLog): void {
  const budget = crossingBudget();
  for (const { row, geometry } of features) {
    if (geometry.type !== "Polygon" && geometry.type !== "MultiPolygon") continue;
    const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
    const isCrossed = crossesItself(polygons, budget);
    if (isCrossed === null) log.add("crossing-unchecked", row);
    else if (isCrossed) log.add("self-crossing", row);
  }
}

const DIMENSION: Readonly<Record<UploadedGeometry["type"], 0 | 1 | 2>> = {
  Point: 0,
  MultiPoint: 0,
  LineString: 1,
  MultiLineString: 1,
  Polygon: 2,
  MultiPolygon: 2,
};

/** Points, lines and areas in one file. Single and multiple parts of one kind are what every program writes, and no mixture. */
function noteMixedTypes(features: readonly UploadedFeature[], log: ProblemLog): void {
  const counts = new Map<UploadedGeometry["type"], number>();
  for (const { geometry } of features) counts.set(geometry.type, (counts.get(geometry.type) ?? 0) + 1);
  if (new Set([...counts.keys()].map((type) => DIMENSION[type])).size < 2) return;
  log.add("mixed-types", null, [...counts].map(([type, count]) => `${type}: ${count}`).join(", "));
}

/** SHA-256, its first 16 hex digits. */
async function hashOf(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", bytes.slice());
  return [...new Uint8Array(digest, 0, 8)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

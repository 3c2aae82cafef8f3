import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { BoundaryTopology } from "@/domain/geometry";
import { type DataProblem, formatProblem } from "@/domain/parse";
import { type CleaningCounts, cleanShapes, type GridShape } from "./clean";
import { type CommuneRow, communeRows, deviationRows, toCsv } from "./communes";
import { toCorrections } from "./corrections";
import { inspectShapes } from "./inspect";
import { locatorOf } from "./locator";
import { drawnAreaKm2 } from "./measure";
import { placeRows } from "./places";
import { parseCsv, readShapes, readText } from "./read";
import { grow, type ProvinceTopology, surroundingsOf } from "./surroundings";
import {
  arcPoints,
  buildTopology,
  closedRing,
  neighbourCodes,
  shapesOf,
  simplifyTopology,
  toBoundaryTopology,
} from "./topology";

const SHAPES = "communes_bac_ninh_official.geojson";
const TABLE = "communes_bac_ninh_official.csv";
const RELIEF = "relief/commune_relief_summary.csv";
const PROVINCES = "provinces_national_400m.topojson";
/** Around the province, degrees: beyond what any view can show. */
const SURROUNDINGS_MARGIN = 0.6;

/** Optional: without them there is only no search by place name. */
const GAZETTEER = ["villages_in_province", "hydro_in_bbox", "mountains_in_bbox"].map(
  (name) => `gazetteer/${name}.csv`,
);

/**
 * The two published detail levels: analysis and big zooms; screen and embeds. Their grid (millionths of a degree) is about a
 * tenth of the tolerance: finer digits would cost a quarter more bytes and say nothing.
 */
const LEVELS = [
  { metres: 15, snapUnits: 15, name: "communes-15m.topojson" },
  { metres: 50, snapUnits: 50, name: "communes-50m.topojson" },
] as const;

/**
 * Imports the official communes from `folder` into `out` (normally `data/official`): cleaned boundaries at two levels, the
 * communes table, area deviations, surroundings and locator. With an error nothing is written; warnings do not stop it.
 */
export async function importBoundaries(
  folder: string,
  out: string,
): Promise<{ problems: DataProblem[]; report: string }> {
  const problems: DataProblem[] = [];
  const shapesText = readText(join(folder, SHAPES), SHAPES, problems);
  const tableText = readText(join(folder, TABLE), TABLE, problems);
  const reliefText = readText(join(folder, RELIEF), RELIEF, problems);
  const provincesText = readText(join(folder, PROVINCES), PROVINCES, problems);
  if (shapesText === null || tableText === null || reliefText === null || provincesText === null)
    return { problems, report: failed(problems) };

  const read = readShapes(shapesText, SHAPES);
  problems.push(...read.problems);
  const { shapes, counts } = cleanShapes([...read.shapes].sort((a, b) => (a.code < b.code ? -1 : 1)));
  problems.push(...inspectShapes(shapes, SHAPES));
  const correctionsPath = join(out, "corrections.csv");
  const corrections = existsSync(correctionsPath)
    ? toCorrections(parseCsv(readFileSync(correctionsPath, "utf8"), "corrections.csv", problems))
    : [];
  if (problems.some(({ severity }) => severity === "error")) return { problems, report: failed(problems) };

  const topology = buildTopology(shapes);
  const table = communeRows({
    shapes,
    neighbours: neighbourCodes(topology),
    rows: parseCsv(tableText, TABLE, problems),
    relief: parseCsv(reliefText, RELIEF, problems),
    corrections: corrections.filter(({ file }) => file === TABLE),
    files: { shapes: SHAPES, table: TABLE, relief: RELIEF },
  });
  problems.push(...table.problems);
  if (problems.some(({ severity }) => severity === "error")) return { problems, report: failed(problems) };

  const written: string[] = [];
  const write = (name: string, text: string) => {
    const path = join(out, name);
    mkdirSync(join(path, ".."), { recursive: true });
    writeFileSync(path, text);
    written.push(`${name} ${Buffer.byteLength(text)} B`);
  };
  const levels = LEVELS.map(({ metres, snapUnits, name }) => {
    const { topology: simplified, restoredArcs } = simplifyTopology(topology, metres, snapUnits);
    const drawn = shapesOf(simplified);
    verifyLevel(shapes, drawn, neighbourCodes(topology), neighbourCodes(simplified), name);
    const published = toBoundaryTopology(simplified, snapUnits);
    write(`boundaries/${name}`, `${JSON.stringify(published)}\n`);
    return {
      name,
      restoredArcs,
      vertices: countVertices(published),
      deviation: levelDeviation(table.rows, drawn),
    };
  });
  const outline = toBoundaryTopology(topology, 1).objects.province.geometries[0];
  const outlineArcs = outline?.type === "Polygon" ? (outline.arcs[0] ?? []) : [];
  const ring = closedRing(outlineArcs.map((arc) => arcPoints(topology, arc)));
  write("communes.csv", toCsv(table.rows));
  write("boundaries/area-deviations.csv", toCsv(deviationRows(table.rows)));
  const box = table.rows.reduce(
    ([w, s, e, n], row) =>
      [
        Math.min(w, row.bbox_west),
        Math.min(s, row.bbox_south),
        Math.max(e, row.bbox_east),
        Math.max(n, row.bbox_north),
      ] as [number, number, number, number],
    [Infinity, Infinity, -Infinity, -Infinity] as [number, number, number, number],
  );
  const provinces = JSON.parse(provincesText) as ProvinceTopology;
  write(
    "boundaries/surroundings.json",
    `${JSON.stringify(surroundingsOf(provinces, ring, grow(box, SURROUNDINGS_MARGIN), "SRC-BOUNDARIES"))}\n`,
  );
  write("boundaries/locator.json", `${JSON.stringify(locatorOf(provinces, "SRC-BOUNDARIES"))}\n`);
  const places = GAZETTEER.filter((file) => existsSync(join(folder, file))).flatMap((file) => {
    const text = readText(join(folder, file), file, problems);
    const found = placeRows(text === null ? [] : parseCsv(text, file, problems), shapes, file);
    problems.push(...found.problems);
    return found.rows;
  });
  if (places.length > 0) write("places.csv", toCsv(places));
  return { problems, report: describe(counts, levels, table.rows, written) };
}

const failed = (problems: readonly DataProblem[]): string =>
  ["Nothing was written.", ...problems.map(formatProblem)].join("\n");

/** What simplification must not change; a violation is a fault of this program, not of the data. */
function verifyLevel(
  before: readonly GridShape[],
  after: readonly GridShape[],
  neighboursBefore: ReadonlyMap<string, readonly string[]>,
  neighboursAfter: ReadonlyMap<string, readonly string[]>,
  name: string,
): void {
  const faults = inspectShapes(after, name);
  if (faults.length > 0) throw new Error(`${name}: ${faults.map(formatProblem).join("; ")}`);
  before.forEach(({ code }, i) => {
    if (after[i]?.code !== code) throw new Error(`${name}: commune ${code} was lost`);
    if (neighboursBefore.get(code)?.join() !== neighboursAfter.get(code)?.join())
      throw new Error(`${name}: the neighbours of ${code} changed`);
  });
}

const countVertices = (topology: BoundaryTopology): number =>
  topology.arcs.reduce((sum, arc) => sum + arc.length, 0);

/** Area of each simplified commune against its unsimplified polygon, percent, ascending by size. */
function levelDeviation(rows: readonly CommuneRow[], drawn: readonly GridShape[]): number[] {
  return drawn
    .map(({ code, parts }) => {
      const whole = rows.find((row) => row.code === code)?.drawn_area_km2 ?? NaN;
      return Math.abs(drawnAreaKm2(parts) / whole - 1) * 100;
    })
    .sort((a, b) => a - b);
}

function describe(
  counts: CleaningCounts,
  levels: readonly { name: string; restoredArcs: number; vertices: number; deviation: readonly number[] }[],
  rows: readonly CommuneRow[],
  written: readonly string[],
): string {
  const deviations = deviationRows(rows);
  const sizes = deviations.map(({ deviation_percent }) => Math.abs(deviation_percent)).sort((a, b) => a - b);
  const sum = (pick: (row: CommuneRow) => number) => rows.reduce((total, row) => total + pick(row), 0);
  const [official, drawn] = [sum((row) => row.area_km2), sum((row) => row.drawn_area_km2)];
  return [
    `Communes ${rows.length}: ${rows.filter(({ unit }) => unit === "commune").length} xã, ${rows.filter(({ unit }) => unit === "ward").length} phường; ${official.toFixed(2)} km², ${sum((row) => row.population)} people (official).`,
    `Cleaning: ${counts.duplicates} duplicate vertices, ${counts.spikes} spikes, ${counts.snapped} vertices snapped, ${counts.inserted} shared vertices inserted, ${counts.emptyRings} empty rings removed.`,
    ...levels.map(
      ({ name, restoredArcs, vertices, deviation }) =>
        `${name}: ${vertices} arc vertices, ${restoredArcs} arcs given vertices back, area changed by median ${deviation[deviation.length >> 1]?.toFixed(3)} %, at most ${deviation.at(-1)?.toFixed(3)} %.`,
    ),
    `Drawn area ${drawn.toFixed(2)} km² against ${official.toFixed(2)} official (${(100 * (drawn / official - 1)).toFixed(2)} %); median deviation ${sizes[sizes.length >> 1]?.toFixed(2)} %; over 2 %:`,
    ...deviations
      .filter(({ deviation_percent }) => Math.abs(deviation_percent) > 2)
      .map(
        (row) =>
          `  ${row.code} ${row.name}: drawn ${row.drawn_area_km2} km², official ${row.official_area_km2} (${row.deviation_percent > 0 ? "+" : ""}${row.deviation_percent} %)`,
      ),
    ...rows
      .filter(({ correction_note }) => correction_note !== "")
      .map(({ code, correction_note }) => `Corrected ${code} ${correction_note}`),
    `Wrote ${written.join(", ")}.`,
  ].join("\n");
}

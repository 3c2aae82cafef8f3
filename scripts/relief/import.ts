import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { feature } from "topojson-client";
import type { BoundaryTopology, Relief } from "@/domain/geometry";
import { type DataProblem, formatProblem } from "@/domain/parse";
import { reliefClasses } from "./classes";
import { type Grid, readGrid } from "./grid";
import { shadingPng } from "./shading";

const ELEVATION = "relief/elevation_approx_4326.tif";
const RELIEF = "relief/relief3x3_m_4326.tif";
const OUTLINE = "boundaries/communes-50m.topojson";

/** Where the built site keeps the picture, relative to `data/`; `relief.json` says so. */
export const SHADING_PATH = "geo/shading.png";

/**
 * Imports relief classes and the hill-shading picture from `folder` into `out`/relief. Needs the boundaries imported before:
 * both are clipped to the province. Reference only: this is the ground's roughness in 450 m cells, never a hazard.
 */
export async function importRelief(
  folder: string,
  out: string,
): Promise<{ problems: DataProblem[]; report: string }> {
  const problems: DataProblem[] = [];
  const missing = (file: string, remedy: string) =>
    problems.push({
      severity: "error",
      file,
      row: null,
      column: null,
      value: null,
      message: "The file is missing.",
      remedy,
    });
  for (const file of [ELEVATION, RELIEF])
    if (!existsSync(join(folder, file))) missing(file, "Put it into the folder given to the import.");
  if (!existsSync(join(out, OUTLINE))) missing(OUTLINE, "Import the boundaries first.");
  const grids: Grid[] = [];
  if (problems.length === 0)
    for (const file of [ELEVATION, RELIEF]) {
      try {
        grids.push(await readGrid(readFileSync(join(folder, file))));
      } catch (error) {
        problems.push({
          severity: "error",
          file,
          row: null,
          column: null,
          value: null,
          message: `The raster cannot be read: ${error instanceof Error ? error.message : String(error)}.`,
          remedy: "Give a north-up GeoTIFF in EPSG:4326 with one band of metres.",
        });
      }
    }
  const [elevation, relief] = grids;
  if (elevation === undefined || relief === undefined)
    return { problems, report: ["No relief was written.", ...problems.map(formatProblem)].join("\n") };

  const topology = JSON.parse(readFileSync(join(out, OUTLINE), "utf8")) as BoundaryTopology;
  const outline = feature(topology, topology.objects.province).features[0]?.geometry;
  if (outline?.type !== "Polygon") throw new Error(`importRelief: ${OUTLINE} holds no province polygon`);
  const classes = reliefClasses(relief, outline);
  const shading = shadingPng(elevation, outline);
  const document: Relief = {
    sourceId: "SRC-RELIEF",
    classes,
    shading: { path: SHADING_PATH, corners: shading.corners },
  };
  mkdirSync(join(out, "relief"), { recursive: true });
  const text = `${JSON.stringify(document)}\n`;
  writeFileSync(join(out, "relief/relief.json"), text);
  writeFileSync(join(out, "relief/shading.png"), shading.png);
  return {
    problems,
    report: [
      ...classes.map(({ fromM, geometry }) => `Relief ≥ ${fromM} m: ${geometry.coordinates.length} areas.`),
      `Wrote relief/relief.json ${text.length} B, relief/shading.png ${shading.png.length} B (${shading.width}×${shading.height} px).`,
    ].join("\n"),
  };
}

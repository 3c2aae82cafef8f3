import { DATASET_PATHS, SCHEMA_VERSION } from "@/domain/dataset";
import type { Manifest } from "@/domain/manifest";
import { type DataProblem, formatProblem } from "@/domain/parse";
import { z } from "@/domain/schema";
import { siteSchema } from "@/domain/site";
import {
  type Artifacts,
  countRows,
  describeArtifacts,
  rowArtifacts,
  toPlaces,
  toRegister,
} from "./artifacts";
import { frameOf } from "./frame";
import { Inputs, type PackFiles } from "./inputs";
import { type Pack, readPacks } from "./packs";
import { Problems } from "./problems";
import { classBreaks } from "./steps/classBreaks";
import { controlTotals } from "./steps/controlTotals";
import { jsonBytes, readGeometry } from "./steps/geometry";
import { hazardShares } from "./steps/hazardShares";
import { withCommunes } from "./steps/placeCommunes";
import { recordingDates } from "./steps/recordingDates";
import { readReference } from "./steps/reference";
import { validate } from "./validate";

/**
 * From the files of the packs to the bytes of `public/data`: same inputs, same bytes. Runs where a clerk imports (a browser's worker) and
 * where the site is built. `artifacts` is null when there are errors.
 */
export async function assembleData(
  packs: readonly Pack[],
  files: PackFiles,
): Promise<{ readonly artifacts: Artifacts | null; readonly problems: readonly DataProblem[] }> {
  const problems = new Problems();
  const inputs = new Inputs(files);

  const rows = readPacks(inputs, packs, problems);
  const geometry = readGeometry(inputs, problems);
  const reference = readReference(inputs, new Set(rows.sources.map(({ row }) => row.sourceId)), problems);
  const site = readSite(inputs, problems);
  const totals = controlTotals(rows);
  validate(rows, geometry.polygons, totals, problems);
  const places = withCommunes(
    rows.places,
    geometry.polygons,
    frameOf(rows.communes.map(({ row }) => row)),
    problems,
  );
  if (problems.hasErrors || site === null) return { artifacts: null, problems: problems.all() };

  const zones = rows.hazardZones.map(({ row }) => row);
  const assessed = rows.hazardAssessed.map(({ row }) => row);
  const register = toRegister(rows, hazardShares(zones, assessed, geometry.polygons));
  const { dates, defaultAsOf } = recordingDates(rows);

  const artifacts: Artifacts = new Map([
    ...rowArtifacts(register, classBreaks(register, dates), toPlaces(places)),
    ...geometry.artifacts,
    [DATASET_PATHS.reference, jsonBytes(reference)],
    [DATASET_PATHS.site, jsonBytes(site)],
  ]);
  const manifest: Manifest = {
    schemaVersion: SCHEMA_VERSION,
    packs: [...packs],
    inputs: await inputs.facts(),
    outputs: await describeArtifacts(artifacts, countRows(artifacts)),
    controlTotals: totals,
    recordingDates: dates,
    defaultAsOf,
    warnings: problems.all().map(formatProblem),
  };
  artifacts.set(DATASET_PATHS.manifest, jsonBytes(manifest));
  return { artifacts, problems: problems.all() };
}

/** Who runs this copy. Unset is fine and stays null; a misspelt key is not. */
function readSite(inputs: Inputs, problems: Problems): z.infer<typeof siteSchema> | null {
  const at = { file: "data/site.json", row: null };
  const remedy = "write the keys address, operator, contact, feedback {mail, form, phone}; null where unset";
  try {
    return z.parse(siteSchema, JSON.parse(inputs.text(at.file)));
  } catch (cause) {
    problems.error(
      at,
      null,
      null,
      `cannot be read: ${cause instanceof Error ? cause.message : cause}`,
      remedy,
    );
    return null;
  }
}

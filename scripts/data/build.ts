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
import { Inputs } from "./inputs";
import { staleArtifacts, writeArtifacts } from "./output";
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

export interface BuildOptions {
  readonly packs: readonly Pack[];
  /** Where the artifacts go, e.g. `public/data`. */
  readonly outDir: string;
  /** Compare with what is in `outDir` and write nothing. */
  readonly check?: boolean;
  /** The folder with the packs; `data` of the repository unless a test brings its own. */
  readonly dataDir?: string;
}

export interface BuildResult {
  /** Every problem found. With an error among them nothing was written. */
  readonly problems: readonly DataProblem[];
  /** Artifact paths written. */
  readonly written: readonly string[];
  /** With `check`: artifact paths in `outDir` that are not what a build would write. */
  readonly stale: readonly string[];
}

/** Builds `public/data` from the packs: same inputs, same bytes. */
export async function buildData({
  packs,
  outDir,
  check = false,
  dataDir = "data",
}: BuildOptions): Promise<BuildResult> {
  const { artifacts, problems } = await assembleData(packs, dataDir);
  if (artifacts === null) return { problems, written: [], stale: [] };
  if (check) return { problems, written: [], stale: staleArtifacts(outDir, artifacts) };
  writeArtifacts(outDir, artifacts);
  return { problems, written: [...artifacts.keys()], stale: [] };
}

/** Everything up to the bytes. `artifacts` is null when there are errors. */
export async function assembleData(
  packs: readonly Pack[],
  dataDir: string,
): Promise<{ readonly artifacts: Artifacts | null; readonly problems: readonly DataProblem[] }> {
  const problems = new Problems();
  const inputs = new Inputs(dataDir);

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
    inputs: inputs.facts(),
    outputs: describeArtifacts(artifacts, countRows(artifacts)),
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

import { DATASET_PATHS, type DatasetId, SCHEMA_VERSION } from "@/domain/dataset";
import type {
  BoundaryTopology,
  ClassBreaks,
  Locator,
  Reference,
  Relief,
  Surroundings,
} from "@/domain/geometry";
import type { Manifest } from "@/domain/manifest";
import type { Register } from "@/domain/register";
import { z } from "@/domain/schema";
import type { Site } from "@/domain/site";
import { type DataSource, DatasetError, type DatasetFailure, type Read, ReadError, readerOf } from "./read";
import {
  DOCUMENT_SCHEMAS,
  type DocumentDatasetId,
  type DocumentOf,
  ROW_SCHEMAS,
  type RowOf,
  type RowsDatasetId,
} from "./schemas";

export {
  type DataSource,
  DatasetError,
  type DatasetFailure,
  type FailureReason,
  type Read,
  ReadError,
} from "./read";
export type { DocumentDatasetId, DocumentOf, RowOf, RowsDatasetId } from "./schemas";

const EVERY_ARTIFACT_ENDS_WITH = "}\n";

/** @throws DatasetError `truncated` or `invalid`. */
function parseJson(dataset: DatasetId, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const stopsEarly = !text.endsWith(EVERY_ARTIFACT_ENDS_WITH);
    throw new DatasetError(dataset, stopsEarly ? "truncated" : "invalid", String(cause));
  }
}

/** Checks `value`, or says where it first goes wrong, e.g. `rows.12.point: …`. */
function check<Schema extends z.ZodMiniType>(
  dataset: DatasetId,
  schema: Schema,
  value: unknown,
): z.output<Schema> {
  const result = z.safeParse(schema, value);
  if (result.success) return result.data;
  const [first] = result.error.issues;
  const where = first === undefined ? "" : `${first.path.join(".")}: ${first.message}`;
  throw new DatasetError(dataset, "invalid", `${result.error.issues.length} problem(s), first at ${where}`);
}

async function readJson(source: DataSource, dataset: DatasetId): Promise<unknown> {
  try {
    return parseJson(dataset, await readerOf(source)(DATASET_PATHS[dataset]));
  } catch (cause) {
    if (cause instanceof ReadError) throw new DatasetError(dataset, cause.reason, cause.message);
    throw cause;
  }
}

/**
 * The rows of one dataset, checked.
 * @throws DatasetError saying which file and why; the other datasets are not touched by it.
 */
export async function loadRows<Id extends RowsDatasetId>(source: DataSource, id: Id): Promise<RowOf<Id>[]> {
  const artifact = z.object({
    dataset: z.literal(id),
    schemaVersion: z.literal(SCHEMA_VERSION),
    rows: z.array(ROW_SCHEMAS[id]),
  });
  // The registry ties id and schema together; the compiler does not follow that through an index.
  return check(id, artifact, await readJson(source, id)).rows as RowOf<Id>[];
}

/** One dataset that is a single document (geometry, site, manifest). @throws DatasetError */
export async function loadDocument<Id extends DocumentDatasetId>(
  source: DataSource,
  id: Id,
): Promise<DocumentOf<Id>> {
  return check<z.ZodMiniType>(id, DOCUMENT_SCHEMAS[id], await readJson(source, id)) as DocumentOf<Id>;
}

export const loadCoarseBoundaries = (source: DataSource) => loadDocument(source, "communes-coarse");
export const loadFineBoundaries = (source: DataSource) => loadDocument(source, "communes-fine");
export const loadSurroundings = (source: DataSource) => loadDocument(source, "surroundings");
export const loadLocator = (source: DataSource) => loadDocument(source, "locator");
export const loadRelief = (source: DataSource) => loadDocument(source, "relief");
export const loadReference = (source: DataSource) => loadDocument(source, "reference");
export const loadSite = (source: DataSource) => loadDocument(source, "site");
export const loadManifest = (source: DataSource) => loadDocument(source, "manifest");
/** Names to look for; asked for when the search opens. */
export const loadPlaces = (source: DataSource) => loadRows(source, "places");
export const loadClassBreaks = (source: DataSource) => loadRows(source, "class-breaks");

/** Collects what fails instead of letting it stop the rest. */
function collector() {
  const failures: DatasetFailure[] = [];
  const orElse = async <T, E>(loading: Promise<T>, otherwise: E): Promise<T | E> => {
    try {
      return await loading;
    } catch (cause) {
      if (!(cause instanceof DatasetError)) throw cause;
      failures.push(cause.failure);
      return otherwise;
    }
  };
  const inOrder = () => failures.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  return { orElse, failures: inOrder };
}

export interface LoadedRegister {
  /** A dataset that failed is an empty list here and is named in `failures`. */
  readonly register: Register;
  readonly failures: readonly DatasetFailure[];
}

/**
 * The whole register, or without the datasets a page does not need (their lists are empty). Each dataset fails alone: the promise itself is
 * not rejected by bad or missing data.
 */
export async function loadRegister(
  source: DataSource,
  without: readonly RowsDatasetId[] = [],
): Promise<LoadedRegister> {
  const { orElse, failures } = collector();
  const rows = <Id extends RowsDatasetId>(id: Id): Promise<RowOf<Id>[]> =>
    without.includes(id) ? Promise.resolve([]) : orElse(loadRows(source, id), []);
  const [
    communes,
    communeStatuses,
    communePlans,
    villages,
    works,
    workPlans,
    workReports,
    capitalPlans,
    poverty,
    relocations,
    hazardZones,
    hazardAssessed,
    hazardShares,
    hazardEvents,
    targets,
    observations,
    sources,
  ] = await Promise.all([
    rows("communes"),
    rows("commune-statuses"),
    rows("commune-plans"),
    rows("villages"),
    rows("works"),
    rows("work-plans"),
    rows("work-reports"),
    rows("capital-plans"),
    rows("poverty"),
    rows("relocations"),
    rows("hazard-zones"),
    rows("hazard-assessed"),
    rows("hazard-shares"),
    rows("hazard-events"),
    rows("targets"),
    rows("observations"),
    rows("sources"),
  ]);
  return {
    register: {
      communes,
      communeStatuses,
      communePlans,
      villages,
      works,
      workPlans,
      workReports,
      capitalPlans,
      poverty,
      relocations,
      hazardZones,
      hazardAssessed,
      hazardShares,
      hazardEvents,
      targets,
      observations,
      sources,
    },
    failures: failures(),
  };
}

/** As `loadRegister`, from any reader of text: prerendering and tests read the disk through the same code. */
export const parseRegister = (read: Read): Promise<LoadedRegister> => loadRegister(read);

/** Shapes of the map. `null`: failed and named in `failures`; relief also while nobody has asked for it (`loadRelief`). */
export interface MapGeometry {
  readonly boundaries: BoundaryTopology | null;
  readonly surroundings: Surroundings | null;
  readonly locator: Locator | null;
  readonly relief: Relief | null;
  readonly reference: Reference | null;
}

/** What the first map needs. `null`: failed, and named in `failures`. */
export interface MapData extends LoadedRegister {
  readonly geometry: MapGeometry;
  readonly classBreaks: readonly ClassBreaks[];
  readonly manifest: Manifest | null;
  readonly site: Site | null;
}

/** Everything the first map needs, asked for at once. Fine boundaries and relief come later, on demand. */
export async function loadMapData(source: DataSource): Promise<MapData> {
  const { orElse, failures } = collector();
  const [loaded, boundaries, surroundings, locator, reference, classBreaks, manifest, site] =
    await Promise.all([
      loadRegister(source),
      orElse(loadCoarseBoundaries(source), null),
      orElse(loadSurroundings(source), null),
      orElse(loadLocator(source), null),
      orElse(loadReference(source), null),
      orElse(loadClassBreaks(source), []),
      orElse(loadManifest(source), null),
      orElse(loadSite(source), null),
    ]);
  return {
    register: loaded.register,
    geometry: { boundaries, surroundings, locator, relief: null, reference },
    classBreaks,
    manifest,
    site,
    failures: [...loaded.failures, ...failures()],
  };
}

/** What the page of comparisons never reads: shapes of zones, villages and places are not compared. */
const NOT_COMPARED = [
  "villages",
  "relocations",
  "hazard-zones",
  "hazard-assessed",
  "hazard-events",
  "targets",
  "observations",
  "commune-plans",
] as const satisfies readonly RowsDatasetId[];

/** Data of the page of comparisons: about a third of what the map loads. */
export async function loadCompareData(source: DataSource): Promise<Omit<MapData, "geometry">> {
  const { orElse, failures } = collector();
  const [loaded, classBreaks, manifest, site] = await Promise.all([
    loadRegister(source, NOT_COMPARED),
    orElse(loadClassBreaks(source), []),
    orElse(loadManifest(source), null),
    orElse(loadSite(source), null),
  ]);
  return {
    register: loaded.register,
    classBreaks,
    manifest,
    site,
    failures: [...loaded.failures, ...failures()],
  };
}

/** Ground of a commune's map; the province is drawn without. */
const HAZARD_SHAPES = ["hazard-zones", "hazard-assessed"] as const satisfies readonly RowsDatasetId[];
/** What an embedded map never reads. */
const NOT_EMBEDDED = [
  "relocations",
  "hazard-events",
  "targets",
  "observations",
  "commune-plans",
] as const satisfies readonly RowsDatasetId[];

/** Data of an embedded map of a reader's own choice. `hazard`: with the shapes of zones and assessed ground. */
export async function loadEmbedData(
  source: DataSource,
  { hazard }: { readonly hazard: boolean },
): Promise<MapData> {
  const { orElse, failures } = collector();
  const [loaded, boundaries, surroundings, locator, classBreaks, manifest, site] = await Promise.all([
    loadRegister(source, hazard ? NOT_EMBEDDED : [...NOT_EMBEDDED, ...HAZARD_SHAPES]),
    orElse(loadCoarseBoundaries(source), null),
    orElse(loadSurroundings(source), null),
    orElse(loadLocator(source), null),
    orElse(loadClassBreaks(source), []),
    orElse(loadManifest(source), null),
    orElse(loadSite(source), null),
  ]);
  return {
    register: loaded.register,
    geometry: { boundaries, surroundings, locator, relief: null, reference: null },
    classBreaks,
    manifest,
    site,
    failures: [...loaded.failures, ...failures()],
  };
}

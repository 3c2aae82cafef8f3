import { ROW_SCHEMAS, type RowsDatasetId } from "@/datasets/schemas";
import { DATASET_PATHS, type RowsArtifact, SCHEMA_VERSION } from "@/domain/dataset";
import type { ClassBreaks } from "@/domain/geometry";
import type { HazardShare } from "@/domain/hazard";
import type { NamedPlace } from "@/domain/namedPlace";
import type { Register } from "@/domain/register";
import { z } from "@/domain/schema";
import type { FileFacts } from "./inputs";
import type { Rows } from "./packs";
import { compare, type Located } from "./problems";
import { sha256 } from "./sha256";
import { jsonBytes } from "./steps/geometry";
import { KEYS, keyOf } from "./validate/keys";

/** Artifact path under `public/data/` → bytes. */
export type Artifacts = Map<string, Uint8Array>;

/** Places in the order of their ids: they are looked for, and no part of the register. */
export const toPlaces = (places: readonly Located<NamedPlace>[]): NamedPlace[] =>
  places.map(({ row }) => row).toSorted((a, b) => compare(keyOf(KEYS.places, a), keyOf(KEYS.places, b)));

/** The rows as the app sees them: without their places, in the order of their keys. */
export function toRegister(rows: Rows, hazardShares: readonly HazardShare[]): Register {
  const sorted = <Row>(
    located: readonly Located<Row>[],
    key: (row: Row) => readonly (string | number | null)[],
  ) => located.map(({ row }) => row).toSorted((a, b) => compare(keyOf(key, a), keyOf(key, b)));
  return {
    communes: sorted(rows.communes, KEYS.communes),
    communeStatuses: sorted(rows.communeStatuses, KEYS.communeStatuses),
    communePlans: sorted(rows.communePlans, KEYS.communePlans),
    villages: sorted(rows.villages, KEYS.villages),
    works: sorted(rows.works, KEYS.works),
    workPlans: sorted(rows.workPlans, KEYS.workPlans),
    workReports: sorted(rows.workReports, KEYS.workReports),
    capitalPlans: sorted(rows.capitalPlans, KEYS.capitalPlans),
    poverty: sorted(rows.poverty, KEYS.poverty),
    relocations: sorted(rows.relocations, KEYS.relocations),
    hazardZones: sorted(rows.hazardZones, KEYS.hazardZones),
    hazardAssessed: sorted(rows.hazardAssessed, KEYS.hazardAssessed),
    hazardShares,
    hazardEvents: sorted(rows.hazardEvents, KEYS.hazardEvents),
    targets: sorted(rows.targets, KEYS.targets),
    observations: sorted(rows.observations, KEYS.observations),
    sources: sorted(rows.sources, KEYS.sources),
  };
}

/** All artifacts that are rows. Every row goes through its schema: that checks it once more and fixes the order of its keys. */
export function rowArtifacts(
  register: Register,
  classBreaks: readonly ClassBreaks[],
  places: readonly NamedPlace[],
): Artifacts {
  const rowsOf: Record<RowsDatasetId, readonly unknown[]> = {
    communes: register.communes,
    "commune-statuses": register.communeStatuses,
    "commune-plans": register.communePlans,
    villages: register.villages,
    works: register.works,
    "work-plans": register.workPlans,
    "work-reports": register.workReports,
    "capital-plans": register.capitalPlans,
    poverty: register.poverty,
    relocations: register.relocations,
    "hazard-zones": register.hazardZones,
    "hazard-assessed": register.hazardAssessed,
    "hazard-shares": register.hazardShares,
    "hazard-events": register.hazardEvents,
    targets: register.targets,
    observations: register.observations,
    sources: register.sources,
    "class-breaks": classBreaks,
    places,
  };
  const ids = Object.keys(rowsOf) as RowsDatasetId[];
  return new Map(
    ids.map((dataset) => {
      const schema: z.ZodMiniType = z.array(ROW_SCHEMAS[dataset]);
      const rows = z.parse(schema, rowsOf[dataset]) as unknown[];
      const artifact: RowsArtifact<unknown> = { dataset, schemaVersion: SCHEMA_VERSION, rows };
      return [DATASET_PATHS[dataset], jsonBytes(artifact)];
    }),
  );
}

/** Facts about every artifact, for the manifest. */
export async function describeArtifacts(
  artifacts: Artifacts,
  rowCounts: ReadonlyMap<string, number>,
): Promise<FileFacts[]> {
  const facts = [...artifacts].map(async ([path, bytes]) => ({
    path,
    sha256: await sha256(bytes),
    bytes: bytes.length,
    rows: rowCounts.get(path) ?? null,
  }));
  return (await Promise.all(facts)).toSorted((a, b) => compare(a.path, b.path));
}

/** Rows of each artifact that has rows. */
export function countRows(artifacts: Artifacts): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [path, bytes] of artifacts) {
    if (!path.endsWith(".json")) continue;
    const content: unknown = JSON.parse(new TextDecoder().decode(bytes));
    if (typeof content === "object" && content !== null && "rows" in content && Array.isArray(content.rows)) {
      counts.set(path, content.rows.length);
    }
  }
  return counts;
}

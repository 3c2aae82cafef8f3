/** Every artifact of `public/data/` the app may load: id → path relative to `data/`. Ids are public (URLs, messages). */
export const DATASET_PATHS = {
  communes: "communes.json",
  "commune-statuses": "commune-statuses.json",
  "commune-plans": "commune-plans.json",
  villages: "villages.json",
  works: "works.json",
  "work-plans": "work-plans.json",
  "work-reports": "work-reports.json",
  "capital-plans": "capital-plans.json",
  poverty: "poverty.json",
  relocations: "relocations.json",
  "hazard-zones": "hazard-zones.json",
  "hazard-assessed": "hazard-assessed.json",
  "hazard-shares": "hazard-shares.json",
  "hazard-events": "hazard-events.json",
  targets: "targets.json",
  observations: "observations.json",
  sources: "sources.json",
  "class-breaks": "class-breaks.json",
  places: "places.json",
  "communes-coarse": "geo/communes-50m.topojson",
  "communes-fine": "geo/communes-15m.topojson",
  surroundings: "geo/surroundings.json",
  locator: "geo/locator.json",
  relief: "geo/relief.json",
  reference: "geo/reference.json",
  site: "site.json",
  manifest: "manifest.json",
} as const;
export type DatasetId = keyof typeof DATASET_PATHS;

/** Version of the row shapes below; raised when a field changes meaning. */
export const SCHEMA_VERSION = 1;

/** Rows artifacts are `{ dataset, schemaVersion, rows }`. */
export interface RowsArtifact<Row> {
  readonly dataset: DatasetId;
  readonly schemaVersion: number;
  readonly rows: readonly Row[];
}

import { communePlanSchema, communeSchema, communeStatusSchema } from "@/domain/commune";
import type { DatasetId } from "@/domain/dataset";
import {
  type BoundaryTopology,
  classBreaksSchema,
  type Locator,
  type Reference,
  type Relief,
  type Surroundings,
} from "@/domain/geometry";
import {
  hazardAssessedSchema,
  hazardEventSchema,
  hazardShareSchema,
  hazardZoneSchema,
} from "@/domain/hazard";
import { manifestSchema } from "@/domain/manifest";
import { namedPlaceSchema } from "@/domain/namedPlace";
import { povertySchema, relocationSchema } from "@/domain/poverty";
import { z } from "@/domain/schema";
import { siteSchema } from "@/domain/site";
import { sourceSchema } from "@/domain/source";
import { observationSchema, targetSchema } from "@/domain/target";
import { villageSchema } from "@/domain/village";
import { capitalPlanSchema, workPlanSchema, workReportSchema, workSchema } from "@/domain/work";

/** Datasets that are `{ dataset, schemaVersion, rows }`, and the shape of one row. */
export const ROW_SCHEMAS = {
  communes: communeSchema,
  "commune-statuses": communeStatusSchema,
  "commune-plans": communePlanSchema,
  villages: villageSchema,
  works: workSchema,
  "work-plans": workPlanSchema,
  "work-reports": workReportSchema,
  "capital-plans": capitalPlanSchema,
  poverty: povertySchema,
  relocations: relocationSchema,
  "hazard-zones": hazardZoneSchema,
  "hazard-assessed": hazardAssessedSchema,
  "hazard-shares": hazardShareSchema,
  "hazard-events": hazardEventSchema,
  targets: targetSchema,
  observations: observationSchema,
  sources: sourceSchema,
  "class-breaks": classBreaksSchema,
  places: namedPlaceSchema,
} as const satisfies Partial<Record<DatasetId, unknown>>;
export type RowsDatasetId = keyof typeof ROW_SCHEMAS;
export type RowOf<Id extends RowsDatasetId> = z.infer<(typeof ROW_SCHEMAS)[Id]>;

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const hasLists = (value: unknown, ...names: readonly string[]): value is Fields =>
  isFields(value) && names.every((name) => Array.isArray(value[name]));
const isObjectOfTopology = (value: unknown) => isFields(value) && hasLists(value, "geometries");

/*
 * Geometry is checked for its outline only: its makers test every coordinate at build time, and the browser would
 * spend longer checking it than drawing it.
 */
const boundaryTopology = z.custom<BoundaryTopology>(
  (value) =>
    hasLists(value, "arcs") &&
    value.type === "Topology" &&
    isFields(value.objects) &&
    isObjectOfTopology(value.objects.communes) &&
    isObjectOfTopology(value.objects.province),
  "must be a topology with the objects communes and province",
);
const surroundings = z.custom<Surroundings>(
  (value) => hasLists(value, "labels") && hasLists(value.boundaries, "coordinates"),
  "must have boundaries and labels",
);
const locator = z.custom<Locator>(
  (value) => isFields(value) && hasLists(value.features, "features"),
  "must have a feature collection",
);
const relief = z.custom<Relief>((value) => hasLists(value, "classes"), "must have classes");
const reference = z.custom<Reference>((value) => hasLists(value, "layers"), "must have layers");

/** Datasets that are one document each. */
export const DOCUMENT_SCHEMAS = {
  "communes-coarse": boundaryTopology,
  "communes-fine": boundaryTopology,
  surroundings,
  locator,
  relief,
  reference,
  site: siteSchema,
  manifest: manifestSchema,
} as const satisfies Record<Exclude<DatasetId, RowsDatasetId>, unknown>;
export type DocumentDatasetId = keyof typeof DOCUMENT_SCHEMAS;
export type DocumentOf<Id extends DocumentDatasetId> = z.infer<(typeof DOCUMENT_SCHEMAS)[Id]>;

import { communeCodeSchema } from "./commune";
import { isoDateSchema } from "./date";
import { z } from "./schema";

/**
 * Landslide susceptibility, least to most. Not the forecast risk level 1–5 of QĐ 18/2021, which is another scale.
 * Ground without a zone is "low" only inside the assessed area; outside it is unassessed, never safe.
 */
export const HAZARD_CLASSES = ["low", "moderate", "high", "very-high"] as const;
export type HazardClass = (typeof HAZARD_CLASSES)[number];
/** The classes meant by "nguy cơ cao trở lên". */
export const HIGH_HAZARD: readonly HazardClass[] = ["high", "very-high"];

const ring = z.array(z.tuple([z.number(), z.number()]));
/** GeoJSON polygon geometry, lon lat WGS 84, exterior ring counter-clockwise (RFC 7946). */
export const polygonGeometrySchema = z.union([
  z.object({ type: z.literal("Polygon"), coordinates: z.array(ring) }),
  z.object({ type: z.literal("MultiPolygon"), coordinates: z.array(z.array(ring)) }),
]);

export const hazardZoneSchema = z.object({
  zoneId: z.string(),
  hazardClass: z.enum(HAZARD_CLASSES),
  method: z.string(),
  recordedOn: isoDateSchema,
  sourceId: z.string(),
  geometry: polygonGeometrySchema,
});
export type HazardZone = z.infer<typeof hazardZoneSchema>;

/** Ground a susceptibility map covers. Everything outside all such areas is *chưa đánh giá*. */
export const hazardAssessedSchema = z.object({
  areaId: z.string(),
  method: z.string(),
  recordedOn: isoDateSchema,
  sourceId: z.string(),
  geometry: polygonGeometrySchema,
});
export type HazardAssessed = z.infer<typeof hazardAssessedSchema>;

/** Area shares of one commune at one hazard recording date; computed at build on the fine boundaries (derived). */
export const hazardShareSchema = z.object({
  communeCode: communeCodeSchema,
  recordedOn: isoDateSchema,
  /** Percent of the drawn commune area in each class (overlaps once, the higher class wins), and unassessed. All five sum to 100. */
  low: z.number(),
  moderate: z.number(),
  high: z.number(),
  veryHigh: z.number(),
  unassessed: z.number(),
});
export type HazardShare = z.infer<typeof hazardShareSchema>;

export const HAZARD_EVENT_TYPES = ["landslide", "crack", "flood", "warning"] as const;
export const hazardEventSchema = z.object({
  eventId: z.string(),
  /** As far as the source dates it: yyyy, yyyy-mm or yyyy-mm-dd; null: not dated. */
  date: z.nullable(z.string().check(z.regex(/^\d{4}(-\d{2}(-\d{2})?)?$/))),
  type: z.enum(HAZARD_EVENT_TYPES),
  /** Communes concerned; empty: the whole province or not stated. */
  communeCodes: z.array(communeCodeSchema),
  place: z.nullable(z.string()),
  description: z.string(),
  /** lon lat WGS 84 only where the place is confirmed; null: drawn by commune. */
  point: z.nullable(z.tuple([z.number(), z.number()])),
  accuracyM: z.nullable(z.number()),
  recordedOn: isoDateSchema,
  sourceId: z.string(),
  url: z.nullable(z.string()),
});
export type HazardEvent = z.infer<typeof hazardEventSchema>;

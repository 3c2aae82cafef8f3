import { isoDateSchema } from "./date";
import { z } from "./schema";

/** Official 5-digit code of a commune-level unit (QĐ 19/2025/QĐ-TTg), leading zero kept. The only key communes are joined by. */
export type CommuneCode = string & { readonly __communeCode: true };
export const isCommuneCode = (text: string): text is CommuneCode => /^\d{5}$/.test(text);
export const communeCodeSchema = z.custom<CommuneCode>(
  (value) => typeof value === "string" && isCommuneCode(value),
  "must be a 5-digit commune code",
);

/** A commune (xã) or ward (phường) of the province. Official figures; the drawn polygon is measured apart. */
export const communeSchema = z.object({
  code: communeCodeSchema,
  /** Without "Xã"/"Phường", NFC. */
  name: z.string(),
  unit: z.enum(["commune", "ward"]),
  /** Official area, km². */
  areaKm2: z.number(),
  /** Official population, persons. */
  population: z.number(),
  seat: z.string(),
  formerUnits: z.array(z.string()),
  /** A point well inside the polygon (pole of inaccessibility), lon lat WGS 84. */
  labelPoint: z.tuple([z.number(), z.number()]),
  /** West, south, east, north, WGS 84. */
  bbox: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  /** Area of the drawn polygon on the WGS 84 ellipsoid, km² (derived). Deviates from `areaKm2` by up to 20 %. */
  drawnAreaKm2: z.number(),
  /** Codes of communes of the province sharing a stretch of boundary (not a mere point), ascending. */
  neighbours: z.array(communeCodeSchema),
  /** Share of ~450 m cells whose relief (max − min within ~1,3 km) is ≥ 100 m, ≥ 200 m; percent; null without cells. Reference only, never hazard. */
  relief: z.nullable(z.object({ share100: z.number(), share200: z.number() })),
  sourceId: z.string(),
});
export type Commune = z.infer<typeof communeSchema>;

/** A dated status of a commune, e.g. "đặc biệt khó khăn". Never a constant in code. */
export const communeStatusSchema = z.object({
  communeCode: communeCodeSchema,
  status: z.enum(["especially-difficult"]),
  decisionNo: z.nullable(z.string()),
  validFrom: z.nullable(isoDateSchema),
  /** Exclusive end; null while in force. */
  validTo: z.nullable(isoDateSchema),
  recordedOn: isoDateSchema,
  basis: z.string(),
  sourceId: z.string(),
});
export type CommuneStatus = z.infer<typeof communeStatusSchema>;

/** A commune that owed its own plan by 30/6/2026 (province plan, IV.3). `submittedOn` null: not submitted as far as was known on `recordedOn`. */
export const communePlanSchema = z.object({
  communeCode: communeCodeSchema,
  dueOn: isoDateSchema,
  submittedOn: z.nullable(isoDateSchema),
  recordedOn: isoDateSchema,
  sourceId: z.string(),
});
export type CommunePlan = z.infer<typeof communePlanSchema>;

import { communeCodeSchema } from "./commune";
import { isoDateSchema } from "./date";
import { z } from "./schema";

/** A published count, or `"suppressed"` when it is withheld because the number is small; null: unknown. */
export const countSchema = z.nullable(z.union([z.number(), z.literal("suppressed")]));
export type Count = z.infer<typeof countSchema>;

/** The multidimensional poverty standards; the change from 2026 to 2027 is a break in every series (NĐ 351/2025). */
export const POVERTY_STANDARDS = ["2022-2025", "2027-2030"] as const;
export type PovertyStandard = (typeof POVERTY_STANDARDS)[number];

/** Poor and near-poor households of one area in one review year. */
export const povertySchema = z.object({
  areaLevel: z.enum(["province", "commune", "village"]),
  /** Commune code, village id, or "24" for the province. */
  areaCode: z.string(),
  /** Review year; null: the source does not state it. */
  year: z.nullable(z.number()),
  standard: z.nullable(z.enum(POVERTY_STANDARDS)),
  households: countSchema,
  poor: countSchema,
  nearPoor: countSchema,
  /** Published rate where a source gives only the percentage, 0–100; null otherwise. Never computed from counts. */
  poorRate: z.nullable(z.number()),
  nearPoorRate: z.nullable(z.number()),
  recordedOn: isoDateSchema,
  sourceId: z.string(),
});
export type Poverty = z.infer<typeof povertySchema>;

/** Households to be moved from a dangerous or protected place, as a public document counts them. Quoted, never mapped below commune. */
export const relocationSchema = z.object({
  place: z.string(),
  communeCode: communeCodeSchema,
  households: countSchema,
  done: countSchema,
  recordedOn: isoDateSchema,
  sourceId: z.string(),
});
export type Relocation = z.infer<typeof relocationSchema>;

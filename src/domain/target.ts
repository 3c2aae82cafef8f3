import { isoDateSchema } from "./date";
import { z } from "./schema";

/** A stated target of the programme or of a commune's plan. A missing baseline is a state, not a zero. */
export const targetSchema = z.object({
  targetId: z.string(),
  indicator: z.string(),
  areaLevel: z.enum(["province", "commune", "village"]),
  areaCode: z.string(),
  unit: z.string(),
  baselineYear: z.nullable(z.number()),
  baselineValue: z.nullable(z.number()),
  targetYear: z.nullable(z.number()),
  targetValue: z.nullable(z.number()),
  /** `below`/`above` exclude the target value itself ("dưới 10 %"). */
  direction: z.enum(["below", "at-most", "at-least", "above", "exactly"]),
  /** Points a year the plan itself states; null: none. */
  statedPace: z.nullable(z.number()),
  standard: z.nullable(z.string()),
  responsibleBody: z.nullable(z.string()),
  quote: z.nullable(z.string()),
  note: z.nullable(z.string()),
  sourceId: z.string(),
});
export type Target = z.infer<typeof targetSchema>;

export const observationSchema = z.object({
  targetId: z.string(),
  year: z.number(),
  value: z.number(),
  standard: z.nullable(z.string()),
  recordedOn: isoDateSchema,
  sourceId: z.string(),
});
export type Observation = z.infer<typeof observationSchema>;

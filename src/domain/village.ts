import { communeCodeSchema } from "./commune";
import { z } from "./schema";

/** A village (thôn, tổ dân phố). A place with an error radius, never an exact point. */
export const villageSchema = z.object({
  villageId: z.string(),
  name: z.string(),
  aliases: z.array(z.string()),
  communeCode: communeCodeSchema,
  /** lon lat WGS 84; null: only the commune is known. */
  point: z.nullable(z.tuple([z.number(), z.number()])),
  /** Stated error of `point`, metres; null when there is no point. */
  accuracyM: z.nullable(z.number()),
  sourceId: z.string(),
});
export type Village = z.infer<typeof villageSchema>;

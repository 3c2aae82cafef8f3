import { communeCodeSchema } from "./commune";
import { z } from "./schema";

/** What a name stands for: a settlement of a gazetteer (an older name, not today's thôn), a water, a hill, a nature reserve. */
export const PLACE_KINDS = ["settlement", "water", "hill", "reserve"] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

/** A name on the ground that is no unit of administration: looked for, never counted or drawn as a layer. */
export const namedPlaceSchema = z.object({
  /** `GN-` and the number of the gazetteer, `DD-` for a place named by another source. */
  placeId: z.string(),
  name: z.string(),
  /** Other names and spellings its source gives. */
  aliases: z.array(z.string()),
  kind: z.enum(PLACE_KINDS),
  /** Communes it may lie in: the one around its point first, then those its error reaches. */
  communeCodes: z.array(communeCodeSchema),
  /** Its error also reaches over the edge of the province: it may lie in none of them. */
  beyond: z.boolean(),
  /** lon lat WGS 84, five decimals; null: only the communes are known. */
  point: z.nullable(z.tuple([z.number(), z.number()])),
  /** Stated error of `point`, metres; null when there is no point. */
  accuracyM: z.nullable(z.number()),
  sourceId: z.string(),
});
export type NamedPlace = z.infer<typeof namedPlaceSchema>;

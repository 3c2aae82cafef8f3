import { isoDateSchema } from "./date";
import { z } from "./schema";

/**
 * How far a record may be trusted. `official`: a public authority's document; `published`: press, gazetteer;
 * `derived`: computed here by a named method; `inference`: reasoned, stated nowhere; `illustrative`: invented to show the system.
 */
export const KINDS = ["official", "published", "derived", "inference", "illustrative"] as const;
export type Kind = (typeof KINDS)[number];

/** Where a fact comes from. Every record carries the id of its source; the kind of a record is its source's. */
export const sourceSchema = z.object({
  sourceId: z.string(),
  title: z.string(),
  publisher: z.string(),
  kind: z.enum(KINDS),
  publishedOn: z.nullable(isoDateSchema),
  retrievedOn: z.nullable(isoDateSchema),
  /** Licence in words; "not stated" where none was seen, never blank. */
  licence: z.string(),
  url: z.nullable(z.string()),
  note: z.nullable(z.string()),
});
export type Source = z.infer<typeof sourceSchema>;

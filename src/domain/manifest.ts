import { z } from "./schema";

const fileSchema = z.object({
  path: z.string(),
  sha256: z.string(),
  bytes: z.number(),
  rows: z.nullable(z.number()),
});

/** What a control total says, what was found, and whether they agree. `null` found: nothing to count yet. */
export const controlTotalSchema = z.object({
  id: z.string(),
  expected: z.number(),
  found: z.nullable(z.number()),
  unit: z.string(),
  sourceId: z.nullable(z.string()),
});
export type ControlTotal = z.infer<typeof controlTotalSchema>;

/** What `public/data/` was built from and what it holds. */
export const manifestSchema = z.object({
  schemaVersion: z.number(),
  /** Packs built in, in order. */
  packs: z.array(z.enum(["official", "illustrative"])),
  inputs: z.array(fileSchema),
  outputs: z.array(fileSchema),
  controlTotals: z.array(controlTotalSchema),
  /** Days on which something became known, ascending: the stops of the as-of control. */
  recordingDates: z.array(z.string()),
  /** The day the map opens on: the last regular reporting date, else the last recording date. */
  defaultAsOf: z.string(),
  /** Area deviations of the drawn polygons, and every other warning, as printed. */
  warnings: z.array(z.string()),
  /** Imported on this device and never published; left out in everything that is. */
  draft: z.optional(z.literal(true)),
});
export type Manifest = z.infer<typeof manifestSchema>;

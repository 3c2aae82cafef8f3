import { z } from "./schema";

/** Who runs this copy of the map and where. Null = unset: what depends on it is left out and said. */
export const siteSchema = z.object({
  address: z.nullable(z.string()),
  operator: z.nullable(z.string()),
  contact: z.nullable(z.string()),
  feedback: z.object({
    mail: z.nullable(z.string()),
    form: z.nullable(z.string()),
    phone: z.nullable(z.string()),
  }),
});
export type Site = z.infer<typeof siteSchema>;

import { communeCodeSchema } from "./commune";
import { isoDateSchema } from "./date";
import { z } from "./schema";

/** The six sectors of the 97 works, in the order of the plan (III.1.1), then those outside the 97. */
export const SECTORS = [
  "school",
  "clean-water",
  "health",
  "transport",
  "irrigation",
  "landslide-protection",
  "resettlement",
  "culture",
  "other",
] as const;
export type Sector = (typeof SECTORS)[number];

/** Control totals of the province plan: 97 = 45 + 2 + 11 + 36 + 2 + 1. */
export const PLAN_TOTALS: Readonly<Partial<Record<Sector, number>>> = {
  school: 45,
  "clean-water": 2,
  health: 11,
  transport: 36,
  irrigation: 2,
  "landslide-protection": 1,
};
export const PLAN_TOTAL = 97;

/**
 * How well a work's place is known. Only `exact`, `line`, `village` and `several` are drawn;
 * `commune` is a count on its commune and a place in the tray, `unknown` is in the tray alone.
 */
export const LOCATION_CLASSES = ["exact", "line", "village", "several", "commune", "unknown"] as const;
export type LocationClass = (typeof LOCATION_CLASSES)[number];

export const workSchema = z.object({
  workId: z.string(),
  name: z.string(),
  sector: z.enum(SECTORS),
  /** As the plan words it (xây mới, nâng cấp …); null when not stated. */
  action: z.nullable(z.string()),
  /** Communes the work lies in; empty only for location class `unknown`. */
  communeCodes: z.array(communeCodeSchema),
  villageIds: z.array(z.string()),
  locationClass: z.enum(LOCATION_CLASSES),
  /** lon lat WGS 84 for `exact` and `village`; null for every other class. */
  point: z.nullable(z.tuple([z.number(), z.number()])),
  /** Stated error of `point`, metres. */
  accuracyM: z.nullable(z.number()),
  /** Parts of the line, lon lat WGS 84, for `line` (and `several` where one is known); null otherwise. */
  line: z.nullable(z.array(z.array(z.tuple([z.number(), z.number()])))),
  owner: z.nullable(z.string()),
  responsibleBody: z.nullable(z.string()),
  projectGroup: z.nullable(z.enum(["A", "B", "C"])),
  /** Whether the work is one of the 97; only `yes` counts towards control totals. */
  inPlan97: z.enum(["yes", "no", "unknown"]),
  /** A sentence a reader needs (ambiguity in the source, duplicate-looking pair …); null when there is none. */
  note: z.nullable(z.string()),
  sourceId: z.string(),
});
export type Work = z.infer<typeof workSchema>;

/** One dated version of a work's plan. The latest recorded on or before the as-of day holds. */
export const workPlanSchema = z.object({
  workId: z.string(),
  recordedOn: isoDateSchema,
  /** Triệu đồng, whole; null: not stated. */
  totalInvestment: z.nullable(z.number()),
  plannedStart: z.nullable(isoDateSchema),
  plannedEnd: z.nullable(isoDateSchema),
  decisionNo: z.nullable(z.string()),
  sourceId: z.string(),
});
export type WorkPlan = z.infer<typeof workPlanSchema>;

/** Stages in their order; `suspended` stands outside it. */
export const STAGES = [
  "preparation",
  "started",
  "construction",
  "accepted",
  "handed-over",
  "settled",
  "suspended",
] as const;
export type Stage = (typeof STAGES)[number];
/** Stages after which no further progress is owed. */
export const FINISHED_STAGES: readonly Stage[] = ["handed-over", "settled"];

/** One periodic report of a work. A correction is a later row for the same `asOf` with a reason. */
export const workReportSchema = z.object({
  workId: z.string(),
  /** Closing day of the figures (ngày chốt số liệu). */
  asOf: isoDateSchema,
  /** The day the report became known; a fact counts from this day on. */
  reportedOn: isoDateSchema,
  stage: z.nullable(z.enum(STAGES)),
  /** Percent of the whole work, 0–100; null: not reported. 0 is a value. */
  physicalProgress: z.nullable(z.number()),
  /** Value of work done since the start, triệu đồng. */
  valueDoneCumulative: z.nullable(z.number()),
  /** Disbursed since 1 January of the year of `asOf`, triệu đồng. */
  disbursedYear: z.nullable(z.number()),
  disbursedCumulative: z.nullable(z.number()),
  actualStart: z.nullable(isoDateSchema),
  acceptedOn: z.nullable(isoDateSchema),
  actualEnd: z.nullable(isoDateSchema),
  obstacle: z.nullable(z.string()),
  proposal: z.nullable(z.string()),
  authority: z.nullable(z.string()),
  /** Reason when this row corrects an earlier one for the same `asOf`; null for a first report. */
  correctionReason: z.nullable(z.string()),
  sourceId: z.string(),
});
export type WorkReport = z.infer<typeof workReportSchema>;

export const CAPITAL_SOURCES = [
  "provincial",
  "central",
  "counterpart",
  "commune",
  "social",
  "loan",
  "contribution",
] as const;
export type CapitalSource = (typeof CAPITAL_SOURCES)[number];

/** Capital planned for a work in a year from one source. The latest row of a work, year and source holds. */
export const capitalPlanSchema = z.object({
  workId: z.string(),
  year: z.number(),
  capitalSource: z.enum(CAPITAL_SOURCES),
  /** Triệu đồng, whole. */
  amount: z.number(),
  /** Of earlier years, carried into this one; not part of `amount`. Null: not stated. */
  carriedOver: z.nullable(z.number()),
  recordedOn: isoDateSchema,
  sourceId: z.string(),
});
export type CapitalPlan = z.infer<typeof capitalPlanSchema>;

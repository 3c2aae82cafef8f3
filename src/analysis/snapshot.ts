import type { CommuneCode, CommuneStatus } from "@/domain/commune";
import type { IsoDate } from "@/domain/date";
import type { HazardAssessed, HazardEvent, HazardShare, HazardZone } from "@/domain/hazard";
import type { Poverty } from "@/domain/poverty";
import type { Register } from "@/domain/register";
import type { CapitalSource, Stage, Work, WorkPlan, WorkReport } from "@/domain/work";

/** Why there is no value. Each has its own pattern, legend row and count; none is ever zero or a colour of a scale. */
export const BLANKS = ["no-data", "not-yet-due", "not-applicable", "suppressed", "unassessed"] as const;
export type Blank = (typeof BLANKS)[number];

/**
 * Chậm tiến độ (PRODUCT › Words): on the as-of day the planned start or completion has passed without the actual one.
 * Without a planned date, or without any report that could show the actual one, the answer is `unknown`, never "on time".
 */
export type Lateness =
  | { readonly answer: "yes"; readonly milestone: "start" | "completion"; readonly days: number }
  | { readonly answer: "no" }
  | { readonly answer: "unknown"; readonly reason: "no-planned-date" | "no-report" };

/** What is known of one work on the as-of day. */
export interface WorkState {
  readonly work: Work;
  /** Latest plan recorded on or before the as-of day; null: none. */
  readonly plan: WorkPlan | null;
  /** Latest known report, corrections applied; null: none. */
  readonly report: WorkReport | null;
  readonly stage: Stage | null;
  /** Percent of the whole work; null with `progressBlank` saying why. A stale report still shows here. */
  readonly progress: number | null;
  readonly progressBlank: Blank | null;
  readonly lateness: Lateness;
  /** The latest report is older than one reporting period and the work is not finished. */
  readonly stale: boolean;
  /** The report shown replaces an earlier one for the same closing day. */
  readonly corrected: boolean;
  /** Triệu đồng. Year figures are of the year of the as-of day. Null: not stated. */
  readonly money: {
    readonly totalInvestment: number | null;
    readonly capitalPlanYear: number | null;
    readonly capitalPlanCumulative: number | null;
    readonly disbursedYear: number | null;
    readonly disbursedCumulative: number | null;
    /** Plan by capital source over all years, triệu đồng. */
    readonly bySource: Readonly<Partial<Record<CapitalSource, number>>>;
    /** Sources of the capital rows that hold, unique. */
    readonly sourceIds: readonly string[];
  };
}

/** The register as it was known on one day. Every indicator, panel, table and sentence reads this and nothing else. */
export interface Snapshot {
  readonly asOf: IsoDate;
  readonly register: Register;
  /** The works asked about: all of them, or those a filter keeps (`filterSnapshot`). */
  readonly works: readonly WorkState[];
  /** Every work of the register, whatever the filter. */
  readonly allWorks: readonly WorkState[];
  /** Every work of the register, whatever the filter: one that is filtered out can still be opened. */
  readonly workById: ReadonlyMap<string, WorkState>;
  /** A work in several communes is in the list of each. Communes without works are absent. */
  readonly worksByCommune: ReadonlyMap<CommuneCode, readonly WorkState[]>;
  /** Statuses recorded and in force on the day. */
  readonly statuses: ReadonlyMap<CommuneCode, CommuneStatus>;
  /** Latest poverty row known per area, key `${areaLevel}:${areaCode}`. */
  readonly poverty: ReadonlyMap<string, Poverty>;
  readonly hazardZones: readonly HazardZone[];
  readonly hazardAssessed: readonly HazardAssessed[];
  readonly hazardShares: ReadonlyMap<CommuneCode, HazardShare>;
  readonly hazardEvents: readonly HazardEvent[];
}

import type { CommuneCode } from "./commune";
import {
  CAPITAL_SOURCES,
  type CapitalSource,
  LOCATION_CLASSES,
  type LocationClass,
  SECTORS,
  type Sector,
  STAGES,
  type Stage,
} from "./work";

/** Answers a filter may keep: three-valued facts are filtered by all three. */
export const ANSWERS = ["yes", "no", "unknown"] as const;
export type Answer = (typeof ANSWERS)[number];

/** What a filter by stage may keep; `unknown` is a work no report speaks of. */
export const FILTER_STAGES = [...STAGES, "unknown"] as const;
export type FilterStage = Stage | "unknown";

/** Stands for "not stated" in the filter by responsible body; no body is called that. */
export const BODY_UNKNOWN = "-";

/**
 * Which works are asked about. An empty list (null, "") of a facet keeps every work; the values of one facet are joined by "or",
 * the facets by "and".
 */
export interface WorkFilter {
  readonly sectors: readonly Sector[];
  readonly stages: readonly FilterStage[];
  readonly communes: readonly CommuneCode[];
  /** Village ids. */
  readonly villages: readonly string[];
  readonly late: readonly Answer[];
  readonly locations: readonly LocationClass[];
  /** Responsible bodies as the register writes them; `BODY_UNKNOWN` for works that state none. */
  readonly bodies: readonly string[];
  readonly capital: readonly CapitalSource[];
  readonly inPlan97: readonly Answer[];
  /** Total investment in triệu đồng, ends included; a null end is open. A work of unknown investment is never inside. */
  readonly investment: readonly [min: number | null, max: number | null] | null;
  /** Part of a name or an id; compared without accents. */
  readonly text: string;
}

export const NO_FILTER: WorkFilter = {
  sectors: [],
  stages: [],
  communes: [],
  villages: [],
  late: [],
  locations: [],
  bodies: [],
  capital: [],
  inPlan97: [],
  investment: null,
  text: "",
};

/** The facets that are lists, with the values they may take; null: values come from the register. */
export const FACET_VALUES = {
  sectors: SECTORS,
  stages: FILTER_STAGES,
  communes: null,
  villages: null,
  late: ANSWERS,
  locations: LOCATION_CLASSES,
  bodies: null,
  capital: CAPITAL_SOURCES,
  inPlan97: ANSWERS,
} as const satisfies Readonly<
  Record<Exclude<keyof WorkFilter, "investment" | "text">, readonly string[] | null>
>;
export type Facet = keyof typeof FACET_VALUES;
export const FACETS = Object.keys(FACET_VALUES) as readonly Facet[];

/** Whether a filter keeps every work. */
export const isUnfiltered = (filter: WorkFilter): boolean =>
  filter.text === "" && filter.investment === null && FACETS.every((facet) => filter[facet].length === 0);

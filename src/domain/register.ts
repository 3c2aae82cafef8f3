import type { Commune, CommunePlan, CommuneStatus } from "./commune";
import type { HazardAssessed, HazardEvent, HazardShare, HazardZone } from "./hazard";
import type { Poverty, Relocation } from "./poverty";
import type { Source } from "./source";
import type { Observation, Target } from "./target";
import type { Village } from "./village";
import type { CapitalPlan, Work, WorkPlan, WorkReport } from "./work";

/**
 * Everything the map knows, as parsed. Rows keep their dates; nothing here is "current".
 * A dataset that failed to load is an empty array here and is named by the loader.
 */
export interface Register {
  readonly communes: readonly Commune[];
  readonly communeStatuses: readonly CommuneStatus[];
  readonly communePlans: readonly CommunePlan[];
  readonly villages: readonly Village[];
  readonly works: readonly Work[];
  readonly workPlans: readonly WorkPlan[];
  readonly workReports: readonly WorkReport[];
  readonly capitalPlans: readonly CapitalPlan[];
  readonly poverty: readonly Poverty[];
  readonly relocations: readonly Relocation[];
  readonly hazardZones: readonly HazardZone[];
  readonly hazardAssessed: readonly HazardAssessed[];
  readonly hazardShares: readonly HazardShare[];
  readonly hazardEvents: readonly HazardEvent[];
  readonly targets: readonly Target[];
  readonly observations: readonly Observation[];
  readonly sources: readonly Source[];
}

export const EMPTY_REGISTER: Register = {
  communes: [],
  communeStatuses: [],
  communePlans: [],
  villages: [],
  works: [],
  workPlans: [],
  workReports: [],
  capitalPlans: [],
  poverty: [],
  relocations: [],
  hazardZones: [],
  hazardAssessed: [],
  hazardShares: [],
  hazardEvents: [],
  targets: [],
  observations: [],
  sources: [],
};
